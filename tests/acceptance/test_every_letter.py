"""Every kind of letter that can be composed, from a short text, in each thể thức that has it."""

from pathlib import Path

import pytest

from generator.building.render import render_path
from generator.problems import Severity
from generator.regulations.packs import letter_kinds, load_pack
from tests.acceptance import reading_back as back
from tests.word.validators import audit, findings

DAYS = {"hd36": "12/3/2026", "hd05": "12/10/2026", "nd30": "12/10/2026"}
BODIES = {
    "dang": """
co_quan: {ten: Đảng ủy xã Tân Hòa, cap_tren: Đảng bộ tỉnh Bình Minh, ky_hieu: ĐU, chu_the: Ban Thường vụ Đảng ủy}
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Lê Thị Mẫu}
noi_nhan: [Tỉnh ủy (để báo cáo), Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
""",
    "nha_nuoc": """
co_quan: {ten: Ủy ban nhân dân xã Tân Hòa, khoi: nha_nuoc, ky_hieu: UBND, chu_the: Ủy ban nhân dân xã Tân Hòa}
ky: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Thị Mẫu}
noi_nhan: [Ủy ban nhân dân tỉnh, "Lưu: VT"]
""",
}  # fmt: skip
LETTER = """
loai: {loai}
so: 7
ngay: {ngay}
trich_yeu: về nâng cao chất lượng sinh hoạt chi bộ
{more}
noi_dung: |
  Chương I
  # QUY ĐỊNH CHUNG
  Điều 1. Phạm vi: các chi bộ trực thuộc.
  1. Sinh hoạt mỗi tháng một lần.
  a) Chuẩn bị nội dung trước năm ngày.
  Điều 2. Các chi bộ chịu trách nhiệm thi hành.
"""
COMPOSED = [
    (pack, kind.ma)
    for pack in DAYS
    for kind in letter_kinds().values()
    if kind.mau and kind.bo_cuc != "sao"
    if kind.ma in load_pack(pack).ten_loai
]


def composed(folder: Path, pack: str, loai: str, more: str = "") -> Path:
    """Write a campaign of one letter, check that nothing is wrong with it, and make it."""
    khoi = load_pack(pack).khoi
    top = f"ten: Các loại văn bản\nnam: 2026\ndia_danh: Tân Hòa\n{BODIES[khoi]}"
    (folder / "dot.yaml").write_text(top, "utf-8")
    kind = letter_kinds()[loai]
    if kind.can_kinh_gui:
        kept = "Lưu Văn phòng Đảng ủy" if khoi == "dang" else "'Lưu: VT'"
        more += f"\nkinh_gui: [Ban Thường vụ Tỉnh ủy]\nnoi_nhan: [Như trên, {kept}]"
    if kind.bo_cuc == "quyet-dinh":
        more += "\ncan_cu: [Căn cứ Điều lệ Đảng]"
    file = folder / "van-ban.yaml"
    file.write_text(LETTER.format(loai=loai, ngay=DAYS[pack], more=more), "utf-8")
    out = folder / "van-ban.docx"
    made, problems = render_path(file, out, None)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert made == [out]
    return out


def lines(path: Path) -> list[str]:
    """The paragraphs that print something, from the top."""
    body = back.part(path.read_bytes(), "word/document.xml").iter(f"{back.W}p")
    return [found for each in body if (found := " ".join(back.text(each).split()))]


@pytest.mark.parametrize(("pack", "loai"), COMPOSED)
def test_every_kind_is_composed_with_its_name_and_symbol(
    pack: str, loai: str, tmp_path: Path
) -> None:
    path = composed(tmp_path, pack, loai)
    rules, kind = load_pack(pack), letter_kinds()[loai]
    printed = lines(path)
    symbol = rules.ky_hieu_van_ban[loai].gia_tri
    numbered = [each for each in printed if each.startswith("Số")]
    assert all("07" in each and symbol in each for each in numbered)
    assert len(numbered) == kind.in_so
    if kind.bo_cuc != "cong-van":
        assert kind.ten.upper() in printed
    for said in ("Chương I", "QUY ĐỊNH CHUNG", "1. Sinh hoạt mỗi tháng một lần.", "Lê Thị Mẫu"):
        assert said in printed
    assert findings(path.read_bytes()) == []
    assert audit(path) == []


SLIPS = [each for each in COMPOSED if not letter_kinds()[each[1]].in_trich_yeu]


@pytest.mark.parametrize(("pack", "loai"), SLIPS)
def test_a_slip_has_its_name_alone_and_its_subject_goes_to_the_register(
    pack: str, loai: str, tmp_path: Path
) -> None:
    addressed = loai in load_pack(pack).kinh_gui.tu
    more = "kinh_gui: [Đảng ủy xã Tân Lập]" if addressed else ""
    printed = lines(composed(tmp_path, pack, loai, more))
    below = printed[printed.index(letter_kinds()[loai].ten.upper()) + 1]
    assert below.startswith("Kính gửi:" if addressed else "Chương I")
    assert not {"-----", "về nâng cao chất lượng sinh hoạt chi bộ"} & set(printed)


def test_a_report_of_the_state_names_the_superior_that_it_goes_to(tmp_path: Path) -> None:
    more = "kinh_gui: [Ủy ban nhân dân tỉnh Bình Minh]"
    printed = lines(composed(tmp_path, "nd30", "bao-cao", more))
    assert "Kính gửi: Ủy ban nhân dân tỉnh Bình Minh" in printed


@pytest.mark.parametrize("pack", DAYS)
def test_a_resolution_resolves_below_what_it_rests_on(pack: str, tmp_path: Path) -> None:
    more = "can_cu: [Căn cứ Điều lệ Đảng, Căn cứ kết quả hội nghị ngày 10/3/2026]"
    printed = lines(composed(tmp_path, pack, "nghi-quyet", more))
    (at,) = (number for number, line in enumerate(printed) if line.endswith("QUYẾT NGHỊ:"))
    grounds = [number for number, line in enumerate(printed) if "Căn cứ" in line]
    assert max(grounds) == at - 1
    who = "BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT NGHỊ:" if pack != "nd30" else "QUYẾT NGHỊ:"
    assert printed[at] == who


@pytest.mark.parametrize("pack", DAYS)
def test_words_on_the_media_stand_at_the_end_where_the_guidance_puts_them(
    pack: str, tmp_path: Path
) -> None:
    words = "Không phổ biến trên phương tiện thông tin đại chúng"
    path = composed(tmp_path, pack, "thong-bao", f"pham_vi: {words}")
    at_top = pack == "nd30"
    top = back.text(back.part(path.read_bytes(), "word/header2.xml"))
    assert (words in top) == at_top
    assert (lines(path)[-1:] == [words]) != at_top
    assert findings(path.read_bytes()) == []


COPY = """
loai: sao-luc
ban_goc: van-ban.yaml
so: 14
ngay: {ngay}
{more}
"""


def copied(folder: Path, pack: str, more: str = "hinh_thuc: sao y") -> list[str]:
    """What a copy prints of the letter that `composed` made."""
    kept = "Lưu Văn phòng Đảng ủy" if load_pack(pack).khoi == "dang" else "'Lưu: VT'"
    more = f"noi_nhan: [Các đoàn thể, {kept}]\n{more}"
    file, out = folder / "sao.yaml", folder / "sao.docx"
    file.write_text(COPY.format(ngay=DAYS[pack], more=more), "utf-8")
    made, problems = render_path(file, out, None)
    assert [each for each in problems if each.severity is Severity.ERROR] == []
    assert made == [out]
    return lines(out)


@pytest.mark.parametrize(("pack", "loai"), COMPOSED)
def test_a_copy_says_all_that_the_original_says_in_its_order(
    pack: str, loai: str, tmp_path: Path
) -> None:
    more = "can_cu: [Căn cứ Điều lệ Đảng]" if loai == "nghi-quyet" else ""
    printed = lines(composed(tmp_path, pack, loai, more))
    assert copied(tmp_path, pack)[: len(printed)] == printed


@pytest.mark.parametrize("pack", DAYS)
def test_an_extract_of_a_decision_has_the_named_part_alone(pack: str, tmp_path: Path) -> None:
    composed(tmp_path, pack, "quyet-dinh")
    more = "hinh_thuc: trích sao\nphan_trich: [Điều 2]"
    part = copied(tmp_path, pack, more)
    assert [each for each in part if "QUYẾT ĐỊNH" in each] == ["QUYẾT ĐỊNH"]


@pytest.mark.parametrize("pack", DAYS)
def test_a_resolution_without_grounds_begins_with_its_text(pack: str, tmp_path: Path) -> None:
    printed = lines(composed(tmp_path, pack, "nghi-quyet"))
    assert not any("QUYẾT NGHỊ" in line for line in printed)
    assert printed[printed.index("Chương I") - 1] in {"-----", trich_yeu(printed)}


def trich_yeu(printed: list[str]) -> str:
    return printed[printed.index("NGHỊ QUYẾT") + 1]


@pytest.mark.parametrize(
    ("loai", "body"), [("hop-dong", "dang"), ("cong-dien", "dang"), ("ket-luan", "nha_nuoc")]
)
def test_a_kind_of_the_other_side_is_told_and_not_made(
    loai: str, body: str, tmp_path: Path
) -> None:
    top = f"ten: Các loại văn bản\nnam: 2026\ndia_danh: Tân Hòa\n{BODIES[body]}"
    (tmp_path / "dot.yaml").write_text(top, "utf-8")
    file = tmp_path / "van-ban.yaml"
    file.write_text(LETTER.format(loai=loai, ngay="12/10/2026", more=""), "utf-8")
    made, problems = render_path(file, tmp_path / "van-ban.docx", None)
    assert made == []
    assert [each.code for each in problems] == ["KD246"]


SIGNERS = """
cung_ky:
  - {chuc_vu: Chánh Văn phòng Tỉnh ủy, ho_ten: Trần Thị Bình}
  - {chuc_vu: Giám đốc Công an tỉnh, ho_ten: Lê Văn Chi}
xac_nhan: {chuc_vu: Chánh Văn phòng, ho_ten: Phạm Văn Dũng}
"""


@pytest.mark.parametrize("pack", DAYS)
@pytest.mark.parametrize("loai", ["huong-dan", "bien-ban", "giay-moi"])
def test_several_sign_beside_each_other_and_one_confirms(
    pack: str, loai: str, tmp_path: Path
) -> None:
    path = composed(tmp_path, pack, loai, SIGNERS)
    printed = lines(path)
    names = ["Trần Thị Bình", "Lê Văn Chi", "Lê Thị Mẫu", "Phạm Văn Dũng"]
    assert [each for each in printed if each in names] == names
    assert "Xác nhận chữ ký của đồng chí Lê Thị Mẫu" in printed
    assert findings(path.read_bytes()) == []
    assert audit(path) == []


@pytest.mark.parametrize("pack", DAYS)
def test_the_receiver_of_a_slip_signs_at_the_left(pack: str, tmp_path: Path) -> None:
    more = """
tiep_nhan:
  ten: Nơi tiếp nhận
  noi_dung: [Tiếp nhận ngày ….., Đã giới thiệu về sinh hoạt tại Chi bộ …]
  ky: {chuc_vu: Bí thư}
kinh_gui: [Đảng ủy xã Tân Lập]
"""
    path = composed(tmp_path, pack, "giay-gioi-thieu", more)
    printed = lines(path)
    assert printed.index("NƠI TIẾP NHẬN") < printed.index("BÍ THƯ") < printed.index("Lê Thị Mẫu")
    assert findings(path.read_bytes()) == []
    assert audit(path) == []


def test_minutes_have_no_recipients_but_their_own(tmp_path: Path) -> None:
    assert not any("Nơi nhận" in each for each in lines(composed(tmp_path, "hd05", "bien-ban")))
    own = composed(tmp_path, "hd05", "bien-ban", "noi_nhan: [Lưu Văn phòng Đảng ủy]")
    assert "- Lưu Văn phòng Đảng ủy." in lines(own)
