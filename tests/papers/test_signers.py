"""Who signs beside the one who leads, who confirms a signature, who receives a slip."""

import pytest

from generator.model import CoQuan, Ky, VanBan
from generator.papers.signers import check_signers, check_together, printed_signers
from generator.regulations.packs import load_pack

HD05 = load_pack("hd05")
LEAD = Ky(chuc_vu="Chủ trì hội nghị", ho_ten="Nguyễn Văn An")


def letter(**more: object) -> VanBan:
    values = {"loai": "bien-ban", "trich_yeu": "hội nghị", "noi_dung": "Họp.", "ngay": "20/11/2026"}
    return VanBan.model_validate({**values, **more})


def signer(name: str) -> dict[str, str]:
    return {"chuc_vu": f"Chức vụ {name}", "ho_ten": name}


@pytest.mark.parametrize(
    ("beside", "rows"),
    [
        ("", []),
        ("B", ["BA"]),
        ("BC", ["BCA"]),
        ("BCD", ["BC", "DA"]),
        ("BCDE", ["BC", "DEA"]),
        ("BCDEF", ["BC", "DE", "FA"]),
    ],
)
def test_the_lead_signs_at_the_right_of_the_last_row(beside: str, rows: list[str]) -> None:
    document = letter(cung_ky=[signer(each) for each in beside])
    made = printed_signers(HD05, document, Ky(chuc_vu="Chủ trì", ho_ten="A"))
    assert ["".join(each["ho_ten"] for each in row) for row in made["ky_hang"]] == rows


def test_three_in_a_row_have_lines_for_their_columns() -> None:
    long = {"quyen_han": "T/M Ủy ban Kiểm tra Tỉnh ủy", "ho_ten": "Nguyễn Phúc Đăng Khoa"}
    alone, three = (
        printed_signers(HD05, letter(cung_ky=[long] * n), LEAD)["ky_hang"][-1][0] for n in (1, 2)
    )
    assert (alone["dong"][0]["chu"], alone["ho_ten"]) == (
        "T/M ỦY BAN KIỂM TRA TỈNH ỦY", "Nguyễn Phúc Đăng Khoa",
    )  # fmt: skip
    assert (three["dong"][0]["chu"], three["ho_ten"]) == (
        "T/M ỦY BAN\nKIỂM TRA TỈNH ỦY", "Nguyễn Phúc\nĐăng Khoa",
    )  # fmt: skip


def test_posts_of_minutes_are_bold_as_direct_signers_are() -> None:
    made = printed_signers(HD05, letter(cung_ky=[signer("B")]), LEAD)
    (row,) = made["ky_hang"]
    assert [(each["dong"][0]["chu"], each["dong"][0]["dam"]) for each in row] == [
        ("CHỨC VỤ B", True), ("CHỦ TRÌ HỘI NGHỊ", True),
    ]  # fmt: skip


def test_a_signature_is_confirmed_by_name() -> None:
    office = {
        "quyen_han": "T/L Ban Thường vụ",
        "chuc_vu": "Chánh Văn phòng",
        "ho_ten": "Lê Văn Chi",
    }
    made = printed_signers(HD05, letter(xac_nhan=office), LEAD)
    words = made["loi_xac_nhan"].replace("\u00a0", " ")
    assert words == "Xác nhận chữ ký của đồng chí Nguyễn Văn An"
    lines = [each["chu"] for each in made["xac_nhan"]["dong"]]
    assert lines == ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"]


def test_the_receiver_of_a_slip_has_its_own_part() -> None:
    received = {
        "ten": "Đảng ủy nơi cư trú",
        "noi_dung": ["Tiếp nhận ngày …"],
        "ky": {"chuc_vu": "Bí thư"},
    }
    made = printed_signers(HD05, letter(tiep_nhan=received), LEAD)["tiep_nhan"]
    assert (made["ten"], made["dong"]) == ("ĐẢNG ỦY NƠI CƯ TRÚ", ["Tiếp nhận ngày …"])
    assert made["ky"]["dong"][0]["chu"] == "BÍ THƯ"


@pytest.mark.parametrize(
    ("more", "path", "code", "word"),
    [
        ({"cung_ky": [{"chuc_vu": "Thư ký"}]}, ("cung_ky", 0), "KD180", "thiếu họ tên"),
        ({"cung_ky": [{"ho_ten": "A"}]}, ("cung_ky", 0), "KD180", "thiếu chức vụ"),
        ({"xac_nhan": {"chuc_vu": "Chánh Văn phòng"}}, ("xac_nhan",), "KD180", "họ tên"),
        ({"cung_ky": [{"quyen_han": "TM. Đảng ủy", "chuc_vu": "Bí thư", "ho_ten": "A"}]},
         ("cung_ky", 0, "quyen_han"), "KD211", "TM."),
        ({"cung_ky": [{"chuc_vu": "Bí thư", "ho_ten": "PGS.TS. Lê A"}]}, ("cung_ky", 0, "ho_ten"), "KD219", ""),
    ],
)  # fmt: skip
def test_each_of_them_is_checked_like_the_lead(
    more: dict[str, object], path: tuple[str | int, ...], code: str, word: str
) -> None:
    (found,) = check_signers(HD05, letter(**more))
    assert (found.place.path, found.code) == (path, code)
    assert word in found.message


def test_a_paper_without_day_needs_no_names_yet() -> None:
    assert list(check_signers(HD05, letter(ngay=None, cung_ky=[{"chuc_vu": "Thư ký"}]))) == []


JOINT = CoQuan(ten="Văn phòng Đảng ủy xã A - Ban Xây dựng Đảng Đảng ủy xã A")
ALONE = CoQuan(ten="Đảng ủy xã A")
HEAD = {"chuc_vu": "Chánh Văn phòng", "ho_ten": "A"}
NAMED = {"chuc_vu": "Trưởng Ban Xây dựng Đảng", "ho_ten": "B"}

BY_ORDER = {
    "quyen_han": "K/T Chánh Văn phòng Đảng ủy",
    "chuc_vu": "Phó Chánh Văn phòng",
    "ho_ten": "C",
}
HALF_NAMED = {"quyen_han": "K/T Chánh Văn phòng", "chuc_vu": "Phó Chánh Văn phòng", "ho_ten": "C"}
TELLERS = {"quyen_han": "T/M Ban Kiểm phiếu", "chuc_vu": "Trưởng Ban", "ho_ten": "D"}
BOARD = {"quyen_han": "T/M Ban Thường vụ", "chuc_vu": "Bí thư", "ho_ten": "E"}


@pytest.mark.parametrize(
    ("body", "more", "codes"),
    [
        (ALONE, {}, ["KD285"]),
        (ALONE, {"cung_ky": [signer("B")]}, []),
        (ALONE, {"loai": "bao-cao"}, []),
        (JOINT, {"loai": "ke-hoach", "ky": HEAD, "cung_ky": [NAMED]}, ["KD286"]),
        (JOINT, {"loai": "ke-hoach", "ky": NAMED, "cung_ky": [HEAD]}, ["KD286"]),
        (JOINT, {"loai": "ke-hoach", "ky": NAMED, "cung_ky": [NAMED]}, []),
        (JOINT, {"loai": "ke-hoach", "ky": NAMED, "cung_ky": [BY_ORDER]}, []),
        (JOINT, {"loai": "ke-hoach", "ky": NAMED, "cung_ky": [HALF_NAMED]}, ["KD286"]),
        (ALONE, {"ky": TELLERS}, []),
        (ALONE, {"ky": BOARD}, ["KD285"]),
    ],
)
def test_who_signs_together_is_complete(
    body: CoQuan, more: dict[str, object], codes: list[str]
) -> None:
    document = letter(**more)
    found = check_together(body, document, document.ky or LEAD)
    assert [each.code for each in found] == codes
