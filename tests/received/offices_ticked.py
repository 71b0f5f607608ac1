"""Forms by how their degrees and levels are chosen: every way of ticking, and what is no choice."""

from collections.abc import Iterator
from typing import Any

from tests.received.corpus import ANH, XEM
from tests.received.offices import IN_2025, Case, handed_in, own
from tests.received.typed_forms import form

ONE, OTHER = " Hoàn thành tốt nhiệm vụ", " Hoàn thành xuất sắc nhiệm vụ"

PLAIN = ("hop_tab", "hop_dong", "sau", "cham_phay", "gach", "bang_hop", "sym", "sdt", "mot", "chu")
UNUSUAL = ("vuong", "tron", "bang", "bang_doc", "wd", "pua", "ffld", "ve")
"""Ways in which not every program sees a box."""


def ticked() -> Iterator[Case]:
    """One tick in each set, or the choice in words."""
    for way in PLAIN:
        yield handed_in("tot-danh-dau", f"danh dau {way}", own(way=way))
    for way in UNUSUAL:
        yield handed_in("tot-danh-dau", f"danh dau {way}", own(way=way))._replace(cung=(XEM,))

    def worded(la: str, **changes: Any) -> Case:
        return handed_in("tot-danh-dau", la, own(**changes))

    yield worded("muc ghi chu", level_way=None, as_official=ONE, as_member=ONE)
    sentence = " tự xếp loại: hoàn thành tốt nhiệm vụ."
    yield worded("muc ghi chu thuong", level_way=None, as_official=sentence, as_member=sentence)
    yield worded("cap do viet Tu danh gia: Tot", way="chu", label="Tự đánh giá:")._replace(
        cung=(XEM,)
    )
    yield worded("cap do in nghieng cuoi doan", way="chu", label="Cấp độ thực hiện:")


def unclear() -> Iterator[Case]:
    """No tick or several, no words or too many."""

    def case(la: str, **changes: Any) -> Case:
        return handed_in("danh-dau", la, own(**changes), XEM)

    def case_2025(la: str, **changes: Any) -> Case:
        blocks = form("2025B", ANH, 2025, **changes)
        return handed_in("danh-dau", la, blocks, XEM, ai=ANH, muc="1", office=IN_2025)

    yield case("hai muc danh dau", level={0, 1})
    yield case("khong danh dau muc", level=())
    yield case("khong danh dau cap do", degree=())
    yield case("mot cap do hai dau", degree={"lanh_dao": {0, 1}})
    yield case("VII.1 danh dau, VII.2 trong", member_boxes=False)
    yield case("VII.1 ghi chu, VII.2 trong", level_way=None, as_official=ONE)
    several = f"{OTHER} hoặc hoàn thành tốt nhiệm vụ"
    yield case("ghi hai muc", level_way=None, as_official=ONE, as_member=several)
    yield case("[x] hai muc", level_way="vuong", level={0, 1})
    three = f" ☒{OTHER}; ☒{ONE}; ☐ Hoàn thành nhiệm vụ"
    yield case(
        "ba muc con lai, hai dau (xoa muc Khong HT)",
        level_way=None, as_official=three, as_member=three,
    )  # fmt: skip
    hope = " Đề nghị tập thể xem xét; năm tới phấn đấu hoàn thành tốt nhiệm vụ"
    yield case(
        "muc khong ro: phan dau hoan thanh nhiem vu",
        level_way=None, as_official=" Tốt", as_member=hope,
    )  # fmt: skip
    either = ": Hoàn thành tốt nhiệm vụ / Hoàn thành nhiệm vụ"
    yield case_2025("2025 ghi hai muc", level_way=None, proposed=either)
    yield case_2025("2025 khong ghi muc", level_way=None)
    yield case_2025("2025 hai muc bang [x]", level_way="vuong", level={0, 1})
    left = ["- Hoàn thành tốt nhiệm vụ.", "- Hoàn thành nhiệm vụ."]
    yield case_2025("2025 gach ngang ten muc, hai muc con lai", level_way=None, more=left)
    yield case("cap do ghi Tot/Xuat sac", way="chu", degree={0, 1})
