"""Forms and papers that lack a signature, a confirmation or a day."""

from collections.abc import Iterator
from typing import Any

from tests.received.corpus import AN, ANH, KY, XEM
from tests.received.offices import IN_2025, OF_THE_UNIT, Case, handed_in, own
from tests.received.typed_forms import confirmations, form, report, undated
from tests.received.typed_papers import RESULTS, declaration, minutes, opinion
from tests.received.typed_word import centred, table

CARD = "- Số CCCD: 042075001234, ngày cấp 10/8/2021, nơi cấp: Cục CSQLHC về TTXH"
NO_DAY = "Hồng Sơn, ngày     tháng     năm 2024"


def unsigned() -> Iterator[Case]:
    yield from _forms()
    yield from _days()
    yield from _of_the_unit()
    yield from _of_2025()
    yield from _papers()


def _case(la: str, blocks: list[str], *also: Any, **more: Any) -> Case:
    return handed_in("chua-ky", la, blocks, KY, *also, **more)


def _forms() -> Iterator[Case]:
    yield _case("khong ky", own(sign=""))
    post = [centred("NGƯỜI TỰ KIỂM ĐIỂM"), centred("Phó Bí Thư"), ""]
    la = "khong ky, chuc vu viet Hoa duoi ten muc ky"
    yield _case(la, own(signature=post))
    posts = confirmations(names=("", "", ""), posts=("Chủ Tịch", "Bí Thư", "Bí Thư"))
    yield _case("xac nhan chi co chuc vu Bí Thư, khong ten", own(confirmed=posts))
    yield _case("khong xac nhan", own(confirmed=[]))
    two = confirmations(names=("Phạm Văn Dũng", "Phan Thị Thu", ""))
    yield _case("thieu xac nhan dang uy", own(confirmed=two))


def _days() -> Iterator[Case]:
    yield _case("khong ngay", own(date="", confirmed=undated()))
    blank = "Hồng Sơn, ngày     tháng 12 năm 2024"
    yield _case(
        "ngay de trong: ngay    thang 12 nam 2024", own(date=blank, confirmed=undated()), XEM
    )
    joined = [f"Họ và tên: {AN}", "Ngày vào Đảng: 19/5/2004", "Đơn vị: Đảng ủy phường"]
    member = own(date=NO_DAY, about=joined, confirmed=undated())
    yield _case("ngay trong, co Ngay vao Dang 19/5/2004", member, XEM)
    plan = "Triển khai Kế hoạch số 15-KH/ĐU ngày 12/02/2024, hoàn thành 100%."
    cited = own(date=NO_DAY, say={"nhiem_vu": plan}, confirmed=undated())
    yield _case("ngay trong, co ngay trong noi dung", cited, XEM)


def _of_the_unit() -> Iterator[Case]:
    def meeting(la: str, **changes: Any) -> Case:
        return _case(
            la, minutes(**changes), ten="3.3 Biên bản.docx", muc="3.3", ai=OF_THE_UNIT,
            phan="Biên bản hội nghị",
        )  # fmt: skip

    def collective(la: str, tail: list[str]) -> Case:
        return _case(
            la, report(tail=tail), ten="3.1 Báo cáo BTV.docx", muc="3.1", ai=OF_THE_UNIT,
            phan="Báo cáo kiểm điểm",
        )  # fmt: skip

    yield meeting("bien ban thieu chu tri", chair="")
    yield meeting("bien ban thieu thu ky", clerk="")
    present = [*RESULTS[:-1], "Có mặt:", "Nguyễn Thị Mai", "Trần Văn Bảy", RESULTS[-1]]
    la = "bien ban khong ai ky, co danh sach du hop o cuoi"
    yield meeting(la, chair="", clerk="", results=present)
    to_whom = ["Nơi nhận:", "- Ban Tổ chức Thành ủy"]
    yield collective("bao cao BTV khong ky", [*to_whom, "T/M BAN THƯỜNG VỤ", "BÍ THƯ"])
    note = "(Ký, ghi rõ họ tên và đóng dấu)"
    post = ["T/M BAN THƯỜNG VỤ", "Bí Thư", note]
    yield collective("bao cao BTV khong ky, Bi Thu viet Hoa", post)


def _of_2025() -> Iterator[Case]:
    def case(la: str, **changes: Any) -> Case:
        blocks = form("2025B", ANH, 2025, **changes)
        return _case(la, blocks, ai=ANH, muc="1", office=IN_2025)

    cell = ["Nhận xét của chi bộ: Đồng ý với tự đánh giá.", centred("BÍ THƯ CHI BỘ"),
            centred("Phan Thị Thu")]  # fmt: skip
    yield case("2025 chua ky, chi uy da ky ngay duoi", sign="", confirmed=cell)
    rows = [["T/M CHI ỦY (CHI BỘ)", "NGƯỜI TỰ KIỂM ĐIỂM"], ["Phan Thị Thu", ""]]
    la = "2025 bang ky 2 cot, chi chi uy ky"
    yield case(la, signature=[table(rows)], confirmed=[])


def _papers() -> Iterator[Case]:
    yield _case("ke khai khong ky", declaration(sign=""), muc="1.2")
    dotted = declaration(day="Ngày ..... tháng ..... năm 2024", identity=CARD)
    yield _case("ke khai khong ngay, chi co ngay cap CCCD", dotted, XEM, muc="1.2")
    blank = declaration(day="Ngày      tháng      năm 2024", identity=CARD)
    la = "ke khai khong ngay, chi co ngay cap CCCD, de trang khong cham"
    yield _case(la, blank, XEM, muc="1.2")
    taken = [*declaration(sign="")[:-1], "NGƯỜI NHẬN BẢN KÊ KHAI", "Lê Thị Nga"]
    taken.insert(7, "2. Vợ hoặc chồng")
    yield _case("ke khai nguoi khai chua ky, chi nguoi nhan ky", taken, muc="1.2")
    yield _case("nhan xet cap uy khong ky", opinion()[:-1], muc="1.5")
