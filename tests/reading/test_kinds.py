"""The kinds of paper that can be read, and those an office adds in `loai/` of its campaign."""

from pathlib import Path

import pytest

from generator.model import SaoLuc, VanBan
from generator.model.kinds import LoaiVanBan
from generator.reading import kinds
from generator.reading.kinds import data_models, not_composed, own_kinds
from generator.reading.load import read_campaign
from generator.regulations.packs import letter_kinds, load_pack, pack_codes
from tests.reading import sound

LETTER = """loai: loai-van-ban
ma: thu-moi
ten: Thư mời
bo_cuc: ten-loai
mau: thu-moi
ky_hieu: TM
"""
PAPER = """loai: loai-giay-to
ma: cam-ket
ten: Cam kết tu dưỡng
cho: ca_nhan
dieu_kien: dang_vien
mau: cam-ket
thanh_phan: {muc: "1.9", so_ban: 1}
hoan_tat: khong
"""


def office(folder: Path, **files: str) -> Path:
    home = folder / "loai"
    home.mkdir(parents=True)
    for name, text in files.items():
        (home / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder


def test_letters_that_can_be_composed_are_read_as_letters_and_copies_as_copies() -> None:
    models = data_models()
    composed = {kind.ma for kind in letter_kinds().values() if kind.mau}
    assert {name for name, model in models.items() if model in (VanBan, SaoLuc)} == composed
    assert models["sao-luc"] is SaoLuc


def test_every_type_that_a_pack_numbers_is_in_the_catalogue() -> None:
    numbered = {kind for code in pack_codes() for kind in load_pack(code).ky_hieu_van_ban}
    assert numbered <= letter_kinds().keys()
    assert {*not_composed()}.isdisjoint(data_models())


def test_a_campaign_without_kinds_of_its_own_has_none(tmp_path: Path) -> None:
    assert own_kinds(tmp_path) == ((), ())


def test_kinds_of_the_office_bear_the_mark_of_the_office(tmp_path: Path) -> None:
    found = own_kinds(office(tmp_path, thu_moi=LETTER, cam_ket=PAPER))
    assert found.problems == ()
    assert [(each.ma, each.nguon) for each in found.kinds] == [
        ("cam-ket", "Đ: mẫu của cơ quan"),
        ("thu-moi", "Đ: mẫu của cơ quan"),
    ]


def test_a_letter_of_an_own_kind_is_read_with_the_campaign(tmp_path: Path) -> None:
    office(tmp_path, thu_moi=LETTER)
    (tmp_path / "dot.yaml").write_text(sound.DOT, "utf-8")
    (tmp_path / "a.yaml").write_text(sound.LETTER.replace("cong-van", "thu-moi"), "utf-8")
    campaign = read_campaign(tmp_path)
    assert [each.code for each in campaign.problems] == []
    assert campaign.documents["a.yaml"].loai == "thu-moi"
    assert campaign.dot is not None
    assert [type(each) for each in campaign.dot.loai_rieng] == [LoaiVanBan]


def test_a_paper_with_a_number_keeps_it_under_giay_to(tmp_path: Path) -> None:
    head = PAPER.replace("ca_nhan", "don_vi") + "van_ban: {loai: bao-cao, trich_yeu: Cam kết}\n"
    (kind,) = own_kinds(office(tmp_path, cam_ket=head)).kinds
    assert kind.van_ban.ghi_o == "giay_to.cam-ket"


@pytest.mark.parametrize(
    ("name", "text", "code", "key"),
    [
        ("khac", LETTER, "KD038", "ma"),
        ("cong_van", LETTER.replace("thu-moi", "cong-van"), "KD039", "ma"),
        ("goi_y", PAPER.replace("cam-ket", "goi-y"), "KD039", "ma"),
        ("thu_moi", LETTER.replace("loai-van-ban", "loai-thu"), "KD032", "loai"),
        ("thu_moi", LETTER.replace("loai: loai-van-ban\n", ""), "KD031", ""),
        ("thu_moi", LETTER.replace("ten-loai", "to-roi"), "KD110", "bo_cuc"),
        ("thu_moi", LETTER + "mau_sac: đỏ\n", "KD101", "mau_sac"),
        ("thu_moi", LETTER.replace("mau: thu-moi", "mau: ../../thu-moi"), "KD10", "mau"),
        ("thu_moi", LETTER.replace("mau: thu-moi", "mau: /etc/thu-moi"), "KD10", "mau"),
        ("cam_ket", PAPER.replace("dang_vien", "[a, b]"), "KD10", "dieu_kien"),
        ("cam_ket", PAPER.replace('muc: "1.9"', 'muc: "1.9.x"'), "KD10", "muc"),
        ("cam_ket", "loai: loai-giay-to\nma: [\n", "KD0", ""),
    ],
)
def test_a_kind_that_cannot_be_used_is_reported_at_its_place_and_left_out(
    tmp_path: Path, name: str, text: str, code: str, key: str
) -> None:
    found = own_kinds(office(tmp_path, **{name: text}))
    assert found.kinds == ()
    (problem,) = found.problems
    assert problem.code.startswith(code)
    assert problem.place.file.endswith(".yaml")
    assert problem.place.line > 0
    assert key in str(problem.place.path)


def test_a_known_kind_without_a_template_of_its_name_may_be_given_one(tmp_path: Path) -> None:
    own = LETTER.replace("thu-moi", "ket-luan").replace("Thư mời", "Kết luận")
    found = own_kinds(office(tmp_path, ket_luan=own))
    assert found.problems == ()
    assert "ket-luan" in data_models(found.kinds)


def test_more_kinds_than_a_campaign_may_have_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "MOST", 1)
    office(tmp_path, thu_moi=LETTER)
    (tmp_path / "loai" / "~$thu-moi.yaml").write_text("", "utf-8")
    (tmp_path / "loai" / "thu-tra-loi.yaml").write_text(LETTER, "utf-8")
    found = own_kinds(tmp_path)
    assert len(found.kinds) == 1
    assert [(p.code, Path(p.place.file).name) for p in found.problems] == [
        ("KD040", "thu-tra-loi.yaml")
    ]
