"""What a person, or a person's program, does to a whole form: its headings, fonts, tables."""

import re
import unicodedata
from collections.abc import Callable
from copy import deepcopy

from tests.returned import old_fonts
from tests.returned.hand import Whole, Work
from tests.returned.places import headings
from tests.returned.word import (
    Element,
    paragraph,
    removed,
    run,
    style_of,
    text_of,
    w,
    xml,
)

_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]+|[A-C])\. |^- ")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def each_heading(change: Callable[[str, Work], str]) -> Whole:
    """Change the words of every heading; the dots for points are left as they are."""

    def all_of_them(work: Work) -> None:
        for heading in headings(work.docx):
            for said in heading.iter(w("t")):
                label, dots, rest = (said.text or "").partition("…")
                said.text = change(label, work) + dots + rest

    return all_of_them


capitals = each_heading(lambda text, _: text.upper())
unnumbered = each_heading(lambda text, _: _NUMBER.sub("", text))
unaccented = each_heading(lambda text, _: _bare(text))


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(each for each in apart if not unicodedata.combining(each))


def _lacking(text: str, work: Work) -> str:
    letters = [at for at, each in enumerate(text) if at > 3 and each.isalpha()]
    at = work.chance.choice(letters or [len(text)])
    return text[:at] + text[at + 1 :]


letter_missing = each_heading(_lacking)


def bold_headings(work: Work) -> None:
    for heading in headings(work.docx):
        for each in heading.findall(w("r")):
            each.insert(0, xml("<w:rPr><w:b/></w:rPr>"))


def listed_headings(work: Work) -> None:
    """Number the headings by an automatic list: no number is left in their text."""
    for heading in headings(work.docx):
        said = heading.find(f".//{w('t')}")
        if said is not None and _NUMBER.match(said.text or ""):
            said.text = _NUMBER.sub("", said.text or "")
            known = heading.find(w("pPr"))
            assert known is not None
            kept = known.find(w("keepNext"))
            at = 1 if kept is None else known.index(kept) + 1
            known.insert(at, xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'))


def with_lists(work: Work) -> None:
    """Give the file a list of dashes (1) and one of numbers (2)."""
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    kinds = (("bullet", "-"), ("decimal", "%1."))
    known = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{level.format(*kind)}</w:abstractNum>'
        for at, kind in enumerate(kinds, 1)
    )
    used = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2)
    )
    if "word/numbering.xml" not in work.docx.parts:
        work.docx.add_part(
            "numbering.xml", "numbering", f"<w:numbering>{known}{used}</w:numbering>"
        )


def headings_in_old_capitals(work: Work) -> None:
    """Type the headings again in capitals of `.VnTimeH`."""
    for heading in headings(work.docx):
        if style_of(heading) != "DongDiem":
            for each in heading.findall(w("r")):
                each.addnext(_in_font(".VnTimeH", old_fonts.tcvn3_capitals(text_of(each))))
                removed(each)


def _in_font(font: str, text: str, of: Element | None = None) -> Element:
    made = run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>')
    for each in [] if of is None else of.findall(f"{w('rPr')}/*"):
        made[0].append(deepcopy(each))
    return made


def typed_in_tcvn3(work: Work) -> None:
    for each in work.typed:
        for font, text in old_fonts.tcvn3(text_of(each)):
            each.addprevious(_in_font(font, text, each))
        removed(each)


def typed_in_vni(work: Work) -> None:
    for each in work.typed:
        each.addprevious(_in_font("VNI-Times", old_fonts.vni(text_of(each)), each))
        removed(each)


def typed_apart(work: Work) -> None:
    """Leave letters and marks apart (NFD) in what was typed."""
    for each in work.typed:
        _apart(each)


def all_apart(work: Work) -> None:
    _apart(work.docx.body)


def _apart(element: Element) -> None:
    for said in element.iter(w("t")):
        said.text = unicodedata.normalize("NFD", said.text or "")


def like_google_docs(work: Work) -> None:
    """Write all looks into paragraphs and runs: the styles of the blank are gone."""
    look = (
        '<w:rFonts w:ascii="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman" '
        'w:hAnsi="Times New Roman"/>{}<w:sz w:val="28"/><w:szCs w:val="28"/><w:rtl w:val="0"/>'
    )
    more = '<w:pageBreakBefore w:val="0"/><w:spacing w:after="0" w:before="0"/><w:jc w:val="both"/>'
    _restyled(work, look, more)


def like_wps(work: Work) -> None:
    """Cut runs where letters of Latin and of Vietnamese meet, each with a hint of its font."""
    for each in list(work.docx.body.iter(w("r"))):
        if each.find(w("t")) is not None and each.find(f"{w('rPr')}/{w('rStyle')}") is None:
            known = each.find(w("rPr"))
            for part in re.findall(r"[\x00-\x7f]+|[^\x00-\x7f]+", text_of(each)):
                hint = "default" if part.isascii() else "eastAsia"
                made = run(part, f'<w:rFonts w:hint="{hint}"/>')
                made[0].extend([] if known is None else deepcopy(known)[:])
                made[0].append(xml('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>'))
                each.addprevious(made)
            removed(each)


def _restyled(work: Work, look: str, more: str) -> None:
    """Give every run a look (where `{}` is, bold), every paragraph more, and no style to either."""
    strong = {"DeMuc", "TenBieuMau", "CoQuan", "TieuDeDang", "TieuDeKy", "HoTenKy"}
    for number, each in enumerate(list(work.docx.body.iter(w("p")))):
        own = look.format("<w:b/>" if style_of(each) in strong else "")
        known = each.find(w("pPr"))
        if known is not None:
            removed(known)
        each.insert(0, xml(f"<w:pPr>{more}<w:rPr>{own}</w:rPr></w:pPr>"))
        for piece in each.iter(w("r")):
            inner = piece.find(w("rPr"))
            if inner is not None:
                removed(inner)
            piece.insert(0, xml(f"<w:rPr>{own}</w:rPr>"))
        if number % 7 == 0:
            each.insert(1, xml(f'<w:bookmarkStart w:id="{number}" w:name="_heading{number}"/>'))
            each.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))


def _task_rows(work: Work) -> list[Element]:
    rows = [each for each in work.docx.body.iter(w("tr")) if len(each.findall(w("tc"))) == 7]
    return rows[1:]


def rows_added(work: Work) -> None:
    """Add rows to the annex until all tasks have one."""
    tasks = {each.split(".")[1] for each in work.truth if each.startswith("nhiem_vu.")}
    rows = _task_rows(work)
    for number in range(len(rows), len(tasks)):
        fresh = deepcopy(rows[-1])
        said = fresh.find(f".//{w('t')}")
        assert said is not None
        said.text = str(number + 1)
        _task_rows(work)[-1].addnext(fresh)


def empty_rows_removed(work: Work) -> None:
    removed(*(each for each in _task_rows(work) if _is_empty(each)))


def _is_empty(row: Element) -> bool:
    return not any(text_of(cell).strip() for cell in row.findall(w("tc"))[1:])


def empty_row_between(work: Work) -> None:
    """Leave a row empty below the first task."""
    rows = _task_rows(work)
    spare = next((each for each in rows if _is_empty(each)), None)
    if spare is not None:
        rows[0].addnext(deepcopy(spare))


def group_row(work: Work) -> None:
    """Put a row with the name of a group, over all columns, above the tasks."""
    row = xml(
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="13600" w:type="dxa"/><w:gridSpan w:val="7"/></w:tcPr></w:tc></w:tr>'
    )
    row[0].append(paragraph("I. NHIỆM VỤ THƯỜNG XUYÊN", "", "<w:b/>"))
    _task_rows(work)[0].addprevious(row)
