"""What few people do to a form, and a reader may have to ask about."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from itertools import pairwise

from tests.returned import mutations
from tests.returned.answers import Truth
from tests.returned.blanks import Blank
from tests.returned.hand import Whole, Work
from tests.returned.places import Choice, Section, headings, places
from tests.returned.word import opened, paragraph, removed, retyped, style_of, text_of, w, xml

OTHER_WORDS = {
    "uu_diem.pham_chat": "Về đạo đức và lối sống của tôi",
    "uu_diem.nhiem_vu": "Những việc đã làm được trong năm",
    "uu_diem.cam_ket": "Đã làm theo bản cam kết đầu năm",
    "uu_diem.lanh_dao": "Công tác chỉ huy, điều hành",
    "uu_diem.neu_guong": "Bản thân và gia đình",
    "uu_diem.nguyen_tac": "Giữ nguyên tắc của tập thể",
    "uu_diem.chi_tieu": "Số liệu đạt được",
    "han_che": "Những điểm còn yếu",
    "nguyen_nhan": "Vì sao còn yếu",
    "khac_phuc": "Những việc đã sửa chữa từ năm ngoái",
    "giai_trinh": "Trả lời các câu hỏi của cấp trên",
    "trach_nhiem": "Phần lỗi của tôi",
    "phuong_huong": "Năm tới sẽ làm gì",
}
"""Headings in words of one's own, by the key of the heading."""


def section_paths(blank: Blank) -> list[str]:
    """Return the paths of the answers in prose, in the order of the form."""
    return [each.path for each in _sections(blank)]


def choice_paths(blank: Blank) -> list[str]:
    return [each.path for each in places(opened(blank.data), blank) if isinstance(each, Choice)]


def _sections(blank: Blank) -> list[Section]:
    return [each for each in places(opened(blank.data), blank) if isinstance(each, Section)]


def own_headings(blank: Blank) -> list[tuple[int, str]]:
    """Return the headings of answers in prose: index among the headings, and path."""
    docx = opened(blank.data)
    found = [each for each in places(docx, blank) if isinstance(each, Section)]
    known = {each.heading: each.path for each in found}
    return [(at, known[each]) for at, each in enumerate(headings(docx)) if each in known]


def neighbours(blank: Blank, which: slice) -> frozenset[str]:
    """Return the paths of some headings of answers, each with the one above it."""
    paths = section_paths(blank)
    chosen = [paths.index(path) for _, path in own_headings(blank)[which]]
    return with_degrees({paths[at] for each in chosen for at in (each - 1, each) if at >= 0})


def with_degrees(paths: Iterable[str]) -> frozenset[str]:
    """Return paths of answers in prose, with those of the degrees that are ticked below them."""
    found = set(paths)
    degrees = {each.replace(".noi_dung", ".cap_do") for each in found}
    return frozenset(found | degrees | ({"cap_do_khac_phuc"} if "khac_phuc" in found else set()))


def to_headings(how: str, which: slice) -> Whole:
    """Let something happen (`mutations.HOW`) to some of the headings of answers."""

    def change(work: Work) -> None:
        for at, _ in reversed(own_headings(work.blank)[which]):
            mutations.HOW[how](work.docx, at)

    return change


def in_other_words(work: Work) -> None:
    """Type headings in other words, without their number."""
    for place in places(work.docx, work.blank):
        if isinstance(place, Section):
            key = place.path.removesuffix(".noi_dung")
            if key in OTHER_WORDS:
                retyped(place.heading, OTHER_WORDS[key])


def reworded(blank: Blank) -> frozenset[str]:
    paths = section_paths(blank)
    changed = {each for each in paths if each.removesuffix(".noi_dung") in OTHER_WORDS}
    above = {one for one, other in pairwise(paths) if other in changed}
    return with_degrees(changed | above)


def label_without_colon(work: Work) -> None:
    """Take the colon of labels and of lines for points away."""
    for each in work.docx.body.iter(w("p")):
        if style_of(each) in {"DongDien", "DongDiem", "CapDo"}:
            for said in each.iter(w("t")):
                said.text = (said.text or "").replace(":", "")


def with_comments(work: Work) -> None:
    """Leave a balloon of a superior at every third paragraph."""
    notes = []
    for number, each in enumerate(list(work.docx.body.iter(w("p")))[::3]):
        notes.append(
            f'<w:comment w:id="{number}" w:author="Chi ủy"><w:p><w:r><w:t>Đề nghị viết rõ hơn '
            "mục I.</w:t></w:r></w:p></w:comment>"
        )
        at = 1 if each.find(w("pPr")) is not None else 0
        each.insert(at, xml(f'<w:commentRangeStart w:id="{number}"/>'))
        each.append(xml(f'<w:commentRangeEnd w:id="{number}"/>'))
        each.append(xml(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))
    work.docx.add_part("comments.xml", "comments", f"<w:comments>{''.join(notes)}</w:comments>")


def with_header(work: Work) -> None:
    """Put the name of the person and of the form above every page."""
    text = f"<w:p><w:r><w:t>{work.blank.subject} - Bản kiểm điểm</w:t></w:r></w:p>"
    mark = work.docx.add_part("header9.xml", "header", f"<w:hdr>{text}</w:hdr>")
    ends = work.docx.body.find(w("sectPr"))
    assert ends is not None
    removed(*(each for each in ends.findall(w("headerReference"))))
    ends.insert(0, xml(f'<w:headerReference w:type="default" r:id="{mark}"/>'))


def text_before(work: Work) -> None:
    """Begin with a letter to the committee, above the first heading."""
    first = headings(work.docx)[0]
    for text in (
        "Kính gửi: Chi bộ thôn Đông",
        "Tôi xin tự kiểm điểm quá trình công tác, rèn luyện trong năm như sau:",
    ):
        first.addprevious(paragraph(text, "NoiDung"))


def text_behind(work: Work) -> None:
    """End with a promise, above the signature."""
    last = headings(work.docx)[-1]
    below = last
    while (after := below.getnext()) is not None and after.tag == w("p"):
        below = after
    below.addnext(
        paragraph("Trên đây là bản tự kiểm điểm của tôi, kính mong chi bộ góp ý.", "NoiDung")
    )


def twice_in_one_file(work: Work) -> None:
    """Copy the first part of prose to the end of the file, as drafts are left there."""
    ends = work.docx.body.find(w("sectPr"))
    assert ends is not None
    at = headings(work.docx)[1]
    for each in [at, *list(at.itersiblings())[:3]]:
        ends.addprevious(deepcopy(each))


def quoting(truth: Truth, blank: Blank, _: object) -> Truth:
    """Let the answers to two headings quote the headings of others."""
    texts = {each.path: text_of(each.heading).rstrip(".:") for each in _sections(blank)}
    paths = [each for each in texts if each in truth]
    if len(paths) < 4:
        return truth
    first, second, third, last = paths[0], paths[1], paths[2], paths[-1]
    return truth | {
        second: f"{truth[second]}\nNhư đã nêu tại mục “{texts[first]}”, tôi tiếp tục phấn đấu.",
        last: f"{texts[third]}: xem phần trên.\n{truth[last]}",
    }


def without(choose: Callable[[Blank], list[str]]) -> Callable[[Truth, Blank, object], Truth]:
    """Drop answers that such a form does not say."""

    def dropped(truth: Truth, blank: Blank, _: object) -> Truth:
        gone = set(choose(blank))
        return {path: value for path, value in truth.items() if path not in gone}

    return dropped
