"""Forms of another year, another form or role, another person, or without a heading."""

from collections.abc import Iterator
from typing import Any

from tests.received.corpus import AN, ANH, KY, SAI, XEM
from tests.received.offices import (
    ANH_SAC,
    HOA,
    IN_2025,
    OF_THE_UNIT,
    SAME_NAMES,
    Case,
    handed_in,
    own,
)
from tests.received.typed_forms import ANSWERS, confirmations, dates, form, report
from tests.received.typed_papers import declaration, opinion, residence
from tests.received.typed_word import centred

TITLE = "BẢN KIỂM ĐIỂM CÁ NHÂN"


def of_another_year() -> Iterator[Case]:
    def case(la: str, *labels: Any, **changes: Any) -> Case:
        return handed_in("sai-nam", la, own(**changes), *labels)

    last_year = [TITLE, "Năm 2023"]
    yield case("mau nam ngoai, dan ngay nam nay", SAI, title=last_year)
    yield case(
        "mau nam ngoai, dan ngay nam nay, co cau can cu nam 2024", SAI, XEM,
        title=last_year,
        about=["(Thực hiện Kế hoạch kiểm điểm năm 2024 của Đảng ủy phường)", f"Họ và tên: {AN}",
               "Ngày sinh: 12/3/1975"],
    )  # fmt: skip
    yield case(
        "tieu de 2024, ngay ky cuoi 2023", SAI, XEM,
        date="", end_date="Hồng Sơn, ngày 05 tháng 12 năm 2023", confirmed=confirmations(2023),
    )  # fmt: skip
    yield case("tieu de 2024, ngay so 2023 o dau", SAI, XEM, date="Hồng Sơn, ngày 05/12/2023")
    yield case("tieu de 2024, ngay 05 thang 01 nam 2024", XEM, SAI, date=dates(day=5, month=1))
    yield case(
        "than bai nam 2023, chi doi tieu de", XEM, SAI,
        say={"nhiem_vu": "Trong năm 2023, bản thân hoàn thành 12/12 nhiệm vụ; đến ngày 30/11/2023 "
                         "giải ngân 95%.",
             "phuong_huong": "Trong năm 2024 tập trung khắc phục các hạn chế đã nêu của năm 2023."},
    )  # fmt: skip
    yield case(
        "tieu de 2024, ngay xac nhan 2022", SAI, XEM,
        date="", end_date="Ngày 05 tháng 12 năm 2022", confirmed=confirmations(2022),
    )  # fmt: skip
    yield case("ngay 32 thang 13", XEM, KY, date=dates(day=32, month=13))
    day = "Hồng Sơn, ngày 28 tháng 11 năm 2023"
    old = declaration(year="NĂM 2023", day=day)
    yield handed_in("sai-nam", "ke khai nam 2023", old, SAI, muc="1.2")
    mixed = declaration(day=day)
    yield handed_in("sai-nam", "ke khai tieu de 2024 ngay 2023", mixed, SAI, XEM, muc="1.2")


def of_another_form() -> Iterator[Case]:
    def case(la: str, blocks: list[str], **more: Any) -> Case:
        return handed_in("sai-mau", la, blocks, SAI, **more)

    def case_2025(la: str, blocks: list[str], ai: str = AN) -> Case:
        return case(la, blocks, muc="1", ai=ai, office=IN_2025)

    bare = {"code": "", "subtitle": ""}
    yield case("mau 2025 nop cho 2024", form("2025A", AN))
    yield case("mau 2019 nop cho 2024", form("2019", AN, code=""))
    of_2019 = {"ten": "3.1 Báo cáo BTV.docx", "muc": "3.1", "ai": OF_THE_UNIT}
    yield case(
        "mau 2019 tap the, khong ma", report(of_2019=True, code=""),
        phan="Báo cáo kiểm điểm", **of_2019,
    )  # fmt: skip
    yield case_2025("mau 2023 nop cho 2025", form("2023B", AN, 2025, code=""))
    yield case("02B nop cho nguoi 02A, co tieu de phu", form("2023B", ANH), ai=ANH)
    neither = form("2023B", ANH, **bare)
    yield case("02B nop cho nguoi 02A, khong ma khong tieu de phu", neither, ai=ANH)
    yield case("02A nop cho lanh dao, khong ma khong tieu de phu", form("2023A", AN, **bare))
    for kind, what in (("2025A", "2A"), ("2025C", "2C")):
        blocks = form(kind, ANH, 2025, **bare)
        yield case_2025(f"{what} nop cho nguoi 2B (2025), khong ma", blocks, ANH)
    yield case_2025("2B nop cho lanh dao (2025)", form("2025B", AN, 2025))


def of_another_person() -> Iterator[Case]:
    def case(la: str, blocks: list[str], *labels: Any, **more: Any) -> Case:
        return handed_in("sai-nguoi", la, blocks, *labels, **more)

    yield case("cua Hoa, doi ten tep", form("2023B", HOA), None, XEM, SAI)
    yield case("ten dau doi, ky ten nguoi khac", own(sign=HOA), SAI, XEM, KY)
    signed = form("2025A", AN, 2025, sign=ANH)
    la = "ten dau doi, ky ten nguoi khac (2025)"
    yield case(la, signed, SAI, XEM, KY, muc="1", office=IN_2025)
    by_an = form(
        "2023B", ANH,
        about=[f"Tôi tên là: {ANH}, sinh năm 1980", "Sinh hoạt tại Chi bộ Cơ quan"],
        confirmed=confirmations(names=(AN, "Phan Thị Thu", "Bùi Quốc Tuấn")),
    )  # fmt: skip
    yield case("Toi ten la Anh, xac nhan boi An, ten tep An", by_an, None, XEM, SAI)
    other = form("2023B", ANH, about=[f"Tôi tên là: {ANH}", "Sinh ngày 12/3/1980"])
    la = "Toi ten la Anh (khong dau mu) nop cho Anh'"
    yield case(la, other, None, XEM, SAI, ai=ANH_SAC, office=SAME_NAMES)
    about_anh = residence(ANH, secretary=AN)
    la = "phieu nhan xet ve Anh, Bi thu chi bo la An"
    yield case(la, about_anh, None, XEM, SAI, muc="1.4")
    of_wife = [*declaration("Trần Thị Hoà"), f"Chồng: {AN}"]
    yield case("ke khai cua vo, nhac ten An", of_wife, None, XEM, SAI, muc="1.2")
    yield case("ten la khong co trong du lieu", form("2023B", "Nguyễn Văn Ân"), XEM, SAI)
    both = [*own(sign="", confirmed=[]), *form("2023B", HOA)]
    yield case("hai ban cua hai nguoi trong mot tep", both, XEM, KY, SAI, None)
    copied = own(
        say={"nhiem_vu": "Đồng chí Trần Thị Hoà đã hoàn thành 14/14 nhiệm vụ được giao.",
             "cam_ket": "Trần Thị Hoà thực hiện tốt cam kết."},
        sign=HOA, about=[f"Họ và tên: {AN}"],
    )  # fmt: skip
    yield case("trong than bai con ten nguoi cu", copied, SAI, XEM, KY)
    yield case("nhan xet cap uy ve nguoi khac", opinion(HOA), None, XEM, SAI, muc="1.5")


def without_a_heading() -> Iterator[Case]:
    def case(la: str, blocks: list[str], *also: Any) -> Case:
        return handed_in("thieu-de-muc", la, blocks, SAI, *also)

    yield case("bo muc II", own(drop={"khuyet_diem", "han_che", "nguyen_nhan"}))
    yield case("bo muc III", own(drop={"khac_phuc"}))
    answers = [ANSWERS[key] for key in ("pham_chat", "nhiem_vu", "han_che", "phuong_huong")]
    essay = [
        centred(TITLE), centred("Năm 2024"), f"Họ và tên: {AN}", *answers,
        "Tự xếp loại: Hoàn thành tốt nhiệm vụ", dates(), centred("NGƯỜI TỰ KIỂM ĐIỂM"), centred(AN),
        *confirmations(),
    ]  # fmt: skip
    yield case("viet tu do, khong de muc", essay)
    words = {"han_che": "Tồn tại, yếu kém", "nguyen_nhan": "Nguyên nhân của tồn tại"}
    yield case("de muc doi ten Ton tai", own(rename=words))
    mentioned = "Đã khắc phục. Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm: xem bản riêng gửi sau."
    la = "de muc chi nhac trong cau"
    yield case(la, own(drop={"phuong_huong"}, say={"khac_phuc": mentioned}), XEM)
