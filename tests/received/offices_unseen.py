"""What a Word file holds but nobody who opens it sees."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from tests.received.corpus import AN, KY, SAI, XEM, put
from tests.received.offices import Case, handed_in, own, typed
from tests.received.typed_forms import ANSWERS
from tests.received.typed_papers import with_page
from tests.received.typed_word import (
    HIDDEN,
    STRUCK,
    TINY_WHITE,
    WHITE,
    deleted,
    line,
    looking,
    paragraph,
    part,
    repacked,
    run,
    said,
    word,
)

LEVEL = " Hoàn thành tốt nhiệm vụ"
TITLE = "BẢN KIỂM ĐIỂM CÁ NHÂN"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def unseen() -> Iterator[Case]:
    yield from _hidden()
    yield from _deleted()
    yield from _elsewhere()


def _case(la: str, blocks: list[str], *labels: Any) -> Case:
    return handed_in("an-giau", la, blocks, *labels)


def _hidden() -> Iterator[Case]:
    """Hidden, white, tiny, struck out."""
    yield _case("toan bo la chu an (w:vanish)", looking(own(), HIDDEN), XEM, None)
    yield _case("toan bo chu trang", looking(own(), WHITE), XEM, None)
    name = paragraph(run(AN, HIDDEN))
    yield _case("ten ky la chu an", own(sign=name), KY, XEM)
    hidden = {key: paragraph(run(ANSWERS[key], HIDDEN)) for key in ("nhiem_vu", "han_che")}
    yield _case("noi dung hai muc la chu an", own(say=hidden), XEM)
    tiny = paragraph(run(AN, TINY_WHITE))
    yield _case("chu 1 diem, trang", own(sign=tiny), KY, XEM)
    crossed = own(level_way=None, as_official=LEVEL, more=[line(LEVEL.strip(), STRUCK)])
    yield _case("chu bi gach ngang (strike) o muc xep loai", crossed, XEM)


def _deleted() -> Iterator[Case]:
    """Struck out with changes tracked."""
    asking = ("1. Xếp loại cán bộ, công chức, viên chức:", "2. Xếp loại đảng viên:")
    gone = [
        paragraph(run(each) + deleted(LEVEL)) if each in asking else each
        for each in own(level_way=None)
    ]
    yield _case("muc xep loai: muc dung nam trong doan da xoa", gone, XEM)
    nothing = [TITLE, *[paragraph(deleted(said(each))) for each in own()]]
    yield _case("toan bo trong doan da xoa", nothing, XEM, SAI, None)


def _elsewhere() -> Iterator[Case]:
    """In a comment, in the header, in a picture, in a part that Word does not show."""

    def case(la: str, make: Any, *also: Any) -> Case:
        return Case("an-giau", la, f"1.1 {AN}.docx", make, XEM, also)

    texts = [said(each) for each in own()]
    comment = typed([TITLE], comment="\n".join(texts))
    yield case("noi dung nam trong ghi chu (comment)", comment, SAI, None)
    yield case("noi dung nam o dau trang", typed([" "], header=texts), SAI, None)
    yield case("chi co mot anh", put(with_page))
    caption = "Bản kiểm điểm của đồng chí An (ảnh chụp)"
    yield case("co anh va mot dong chu", put(partial(with_page, caption)), SAI, KY)
    la = ".rels tro phan khac: Word hien trang trong"
    yield case(la, put(_behind_another_part), SAI)


def _behind_another_part() -> bytes:
    """A complete form as document.xml, with an empty page as the part that is shown."""
    shown = f'<Override PartName="/word/that.xml" ContentType="{MAIN}"/></Types>'.encode()
    data, relations = word(own()), "word/_rels/document.xml.rels"
    return repacked(
        data,
        change={
            "_rels/.rels": lambda xml: xml.replace(b"word/document.xml", b"word/that.xml"),
            "[Content_Types].xml": lambda xml: xml.replace(b"</Types>", shown),
        },
        add={
            "word/that.xml": part(word(["Trang này để trống."])),
            "word/_rels/that.xml.rels": part(data, relations),
        },
    )
