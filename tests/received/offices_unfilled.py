"""Forms and papers of which something was not filled in, or still is the blank form's."""

from collections.abc import Iterator
from typing import Any

from tests.received.corpus import ANH, KY, SAI, XEM
from tests.received.offices import IN_2025, Case, handed_in, own
from tests.received.typed_forms import ANSWERS, confirmations, form
from tests.received.typed_papers import declaration, residence
from tests.received.typed_word import control, paragraph, run

HALF = {
    "pham_chat", "nhiem_vu", "lanh_dao", "han_che", "nguyen_nhan", "khac_phuc", "phuong_huong",
}  # fmt: skip
TYPE_HERE = "Bấm hoặc gõ vào đây để nhập văn bản."


def unfilled() -> Iterator[Case]:
    yield from _headings()
    yield from _samples()
    yield from _controls()
    yield from _points()
    yield from _papers()


def _case(la: str, blocks: list[str], *also: Any, **more: Any) -> Case:
    return handed_in("chua-dien", la, blocks, XEM, *also, **more)


def _headings() -> Iterator[Case]:
    yield _case("nua so muc de trong", own(blank=HALF))
    yield _case("nua so muc de trong, danh so II/", own(number="/", blank=HALF))
    for number in "/-":
        empty = form("2023A", ANH, number=number, blank={"cam_ket", "nguyen_nhan", "phuong_huong"})
        la = f"muc truoc II{number} III{number} VI{number} de trong"
        yield _case(la, empty, ai=ANH)
    yield _case("chi co de muc", own(blank=ANSWERS))
    yield _case("gach noi thay noi dung", own(say={"nhiem_vu": "-", "lanh_dao": "/"}))


def _samples() -> Iterator[Case]:
    """Hints of the form, samples and dots where an answer should be."""
    hints = {
        "han_che": "(theo các nội dung nêu trên)",
        "nguyen_nhan": "(khách quan, chủ quan)",
        "khac_phuc": "(Kiểm điểm rõ từng hạn chế, khuyết điểm: đã được khắc phục; đang khắc phục, "
        "mức độ khắc phục; chưa được khắc phục; trách nhiệm của cá nhân)",
    }
    yield _case("chi co loi huong dan trong ngoac (2023)", own(say=hints))
    suggested = {
        "pham_chat": "Về tư tưởng chính trị",
        "nhiem_vu": "Kết quả thực hiện các chỉ tiêu, nhiệm vụ được giao trong năm.",
    }
    yield _case("chi con goi y cua mau", own(say=suggested))
    sample = "Hoàn thành 100% nhiệm vụ được giao."
    yield _case("Vi du", own(say={"nhiem_vu": f"Ví dụ: {sample}"}))
    yield _case("VD", own(say={"nhiem_vu": f"VD: {sample}"}))
    yield _case("cham lung", own(say={"han_che": "……………………………………"}))
    remark = "Còn hạn chế trong chuyển đổi số (ghi rõ số liệu)"
    yield _case("(ghi ro ...)", own(say={"han_che": remark}))
    brackets = {"nhiem_vu": "[Nhập nội dung tại đây]", "lanh_dao": "<nội dung>"}
    yield _case("[nhap noi dung], <noi dung>", own(say=brackets))
    dotted = [
        each.replace("Đồng chí gương mẫu, trách nhiệm.", "………………………………").replace(
            "chất lượng: Hoàn thành tốt nhiệm vụ", "chất lượng: ……………………"
        )
        for each in confirmations()
    ]
    yield _case("nhan xet chi uy con cham, van ky", own(confirmed=dotted), KY)


def _controls() -> Iterator[Case]:
    empty = {
        "nhiem_vu": paragraph(control(run(TYPE_HERE), placeholder=True)),
        "han_che": paragraph(control(run("Click or tap here to enter text."), placeholder=True)),
    }
    yield _case("placeholder content control Word", own(say=empty))
    name = paragraph(run("Họ và tên: ") + control(run(TYPE_HERE), placeholder=True))
    nameless = own(about=[name, "Đơn vị: Đảng ủy phường Hồng Sơn"])
    yield _case("placeholder o ten", nameless, SAI, KY)


def _points() -> Iterator[Case]:
    for la, points in (("dau ba cham don trong diem (2025)", "…"), ("diem de trong (2025)", "")):
        blocks = form("2025B", ANH, 2025, points=[points] * 3)
        yield _case(la, blocks, ai=ANH, muc="1", office=IN_2025)


def _papers() -> Iterator[Case]:
    titles = ["1. Quyền sử dụng đất:", "2. Nhà ở, công trình xây dựng:",
              "3. Tổng thu nhập giữa hai lần kê khai:", "III. BIẾN ĐỘNG TÀI SẢN, THU NHẬP"]  # fmt: skip
    yield _case("ke khai de trong het", declaration(estate=titles), muc="1.2")
    dots = ["1. Quyền sử dụng đất: ........................", "2. Nhà ở: không"]
    yield _case("ke khai con cham", declaration(estate=dots), muc="1.2")
    yield _case("Nguyen Van A", declaration("Nguyễn Văn A"), SAI, None, muc="1.2")
    none = residence(example=["1. ☐ Nêu gương tốt  ☐ Nêu gương  ☐ Chưa nêu gương"])
    yield _case("phieu nhan xet khong danh dau", none, muc="1.4")
    below = ["1. Nêu gương", "☒ Nêu gương tốt", "☒ Nêu gương", "☐ Chưa nêu gương"]
    two = residence(example=below)
    yield _case("phieu nhan xet danh hai o, moi o mot dong", two, muc="1.4")
