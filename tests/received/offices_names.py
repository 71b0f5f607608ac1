"""A complete form under every name that a file can have, and several files at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.received.corpus import AN, ANH, CO, SAI, XEM, Make
from tests.received.offices import HOA, Case, own, typed
from tests.received.typed_forms import form

FORM = typed(own())
ACUTE = "\u0301"


def names() -> Iterator[Case]:
    for la, ten, *labels in (
        # a name that begins with a point is left out, and only Linux can hold this one
        ("backslash", "..\\..\\1.1 Nguyễn Văn An.docx", CO, None),
        ("ten 250 byte", f"1.1 Nguyễn Văn An {'a' * 215}.docx"),
        ("CON", "CON.docx"),
        ("aux trong thu muc", "aux/1.1 Nguyễn Văn An.docx"),
        ("RTL", "1.1 Nguyễn Văn An \u202excod.docx"),
        ("xuong dong", "1.1 Nguyễn Văn An\n(bản cuối).docx"),
        ("ky tu dieu khien", "1.1 Nguyễn Văn An \x07\x1b[31m.docx"),
        ("dau cach cuoi duoi", "1.1 Nguyễn Văn An.docx ", XEM, CO),
        ("DOCX hoa", "1.1 NGUYỄN VĂN AN.DOCX"),
        ("khong duoi", "1.1 Nguyễn Văn An", XEM, CO),
        ("so 2.1 trong ten nhung la 1.1", "2.1 Nguyễn Văn An.docx", CO, XEM),
        ("so 1.2 trong ten nhung la ban kiem diem", "1.2 Nguyễn Văn An.docx", CO, XEM),
        ("ban kiem diem dat ten 3.3", "3.3 Biên bản.docx", CO, XEM, None),
        ("dau nhay, &, <", "1.1 \"Nguyễn Văn An\" & <b>'x'.docx"),
        ("zalgo", f"1.1 Nguyễn Văn An{ACUTE * 40}.docx", CO, XEM),
        ("~$ tep khoa", "~$1.1 Nguyễn Văn An.docx", None, XEM),
        ("trong thu muc nguoi khac", f"{HOA}/1.1 Nguyễn Văn An.docx", CO, XEM),
    ):
        yield _case("ten-tep", la, ten, FORM, *labels)
    away = f"1.1 {AN}.docx"
    yield _case("ten-tep", "lien ket mem ra ngoai", away, _leading_away, XEM)


def several() -> Iterator[Case]:
    ten, twice = f"1.1 {AN}.docx", "nhieu-tep"
    last_year = {f"1.1 {AN} (cũ).docx": typed(own(nam=2023))}
    yield _case(twice, "mot ban tot va mot ban nam ngoai", ten, FORM, more=last_year)
    other, mine = typed(form("2023A", ANH)), {f"1.1 {ANH}.docx": FORM}
    la = "An va Anh doi tep cho nhau"
    yield _case(twice, la, ten, other, None, XEM, SAI, more=mine)
    copy = {"sao/bản sao.docx": FORM}
    yield _case(twice, "hai ban tot giong nhau", ten, FORM, more=copy)


def _case(nhom: str, la: str, ten: str, make: Make, *labels: Any, **more: Any) -> Case:
    ket, *also = labels or (CO,)
    return Case(nhom, la, ten, make, ket, also, **more)


def _leading_away(path: Path) -> None:
    path.symlink_to("/etc/hostname")
