"""What is said of each proof: made here, received, recorded; word for word."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.dossier.built import State
from generator.dossier.results import LooseFile, Verdict
from generator.model.verdict import Ket
from tests.checklists.lists import checklist, item
from tests.dossier.judged_unit import (
    AN,
    BINH,
    CUC,
    confirmed,
    entry,
    judged,
    made,
    person,
    suggestion,
    unit,
)  # fmt: skip
from tests.received.corpus import assets, scan, typed

if TYPE_CHECKING:
    from generator.problems import Problem

SWORN = [confirmed(dac_diem=["uy_vien_btv"])]


def member(name: str = AN, **more: Any) -> dict[str, Any]:
    return person(name, dac_diem=["uy_vien_btv"], **more)


def one(nam: dict[str, Any], folder: Path, muc: str = "1.2", ai: str = AN, **more: Any) -> Verdict:
    return judged(nam, more.pop("built", ()), received=folder, **more)[(muc, ai)]


def put(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    typed(*lines)(path)
    return path


def test_a_received_file_says_how_it_was_known(tmp_path: Path) -> None:
    path = put(tmp_path, f"1.2 {AN}.docx", *assets())
    nam = unit(ca_nhan=[member()], ho_so=[entry("1.2", ai=AN, so_ban="3")])
    found = one(nam, tmp_path)
    (proof,) = [each for each in found.phan[0].chung_cu if each.nguon == "nhan"]
    assert (proof.noi_dung, proof.tep, proof.chac_chan) == (
        ("số mục trong tên tệp, tên văn bản trong nội dung, họ tên trong tên tệp, họ tên trong nội "
        "dung"), path.as_posix(), 99,
    )  # fmt: skip
    assert found.ket is Ket.CO


def test_a_file_that_is_only_probably_the_one_is_a_hint(tmp_path: Path) -> None:
    path = put(tmp_path, f"1.2 {BINH}.docx", *assets(AN))
    nam = unit(ca_nhan=[member(AN), member(BINH), member(CUC)])
    found = judged(nam, received=tmp_path)
    hints = {ai: found["1.2", ai].phan[0] for ai in (AN, BINH, CUC)}
    assert hints[CUC].ket is Ket.THIEU
    (told,) = [each for each in hints.values() if each.ket is Ket.CAN_XEM_LAI]
    assert told.ly_do == f"có thể là tệp «{path.name}» (chắc 60%)"
    assert told.viec == "mở xem, đúng thì ghi tệp vào ho_so"


def test_a_received_file_is_handed_in_when_the_dossier_was(tmp_path: Path) -> None:
    put(tmp_path, f"3.6/1.2 {AN}.docx", *assets())
    late = unit(ca_nhan=[person(AN, dien_quan_ly="cap_huyen")], ngay_nop_ho_so="01/12/2024")
    assert one(late, tmp_path, "3.6/1.2").ket is Ket.CO
    later = one({**late, "ngay_nop_ho_so": "09/12/2024"}, tmp_path, "3.6/1.2",
                day=dt.date(2024, 12, 31))  # fmt: skip
    assert later.ly_do == "nộp ngày 09/12/2024, hạn là trước ngày 07/12/2024"
    # What will be handed in some day has not been handed in yet.
    assert one({**late, "ngay_nop_ho_so": "09/12/2024"}, tmp_path, "3.6/1.2").ket is Ket.CO


def test_a_file_of_a_kind_that_is_not_taken_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "1 ghi chép.docx", "GHI CHÉP", "Năm 2024", "Đảng ủy phường Hồng Sơn",
        "Ngày 01/12/2024", AN)  # fmt: skip
    for kinds, ket in ((["xlsx", "pdf"], Ket.CAN_XEM_LAI), (["docx"], Ket.CO), ([], Ket.CO)):
        asked = checklist(item("1", ten="Ghi chép", hinh_thuc=kinds))
        found = one(unit(), tmp_path, "1", "Đảng ủy phường Hồng Sơn", danh_muc=asked)
        assert found.ket is ket
        if ket is Ket.CAN_XEM_LAI:
            assert found.ly_do == "danh mục đòi bản xlsx, pdf, tệp này là docx"


def test_everything_that_decides_is_said(tmp_path: Path) -> None:
    lines = [line for line in assets() if "tháng 11" not in line][:-1]
    put(tmp_path, f"1.2 {AN}.docx", *lines)
    found = one(unit(ca_nhan=[member()]), tmp_path)
    assert found.ly_do == "chưa ghi ngày, tháng, năm; chưa ghi họ tên người ký ở cuối"


class TestEntries:
    """What the clerk wrote down about a file."""

    def test_a_file_named_there_is_the_proof(self, tmp_path: Path) -> None:
        path = put(tmp_path, "a.docx", *assets())
        given = entry("1.2", ai=AN, tep="a.docx", so_ban="3", ngay="28/11/2024", nguoi_nop="Hoa")
        (proof,) = one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path).phan[0].chung_cu
        assert (proof.nguon, proof.noi_dung, proof.tep) == (
            "nhan", "tệp ghi trong sổ nhận, Hoa nộp, ngày 28/11/2024", path.as_posix()
        )  # fmt: skip

    def test_a_file_named_there_is_looked_at_no_second_time(self, tmp_path: Path) -> None:
        put(tmp_path, f"1.2 {AN}.docx", *assets())
        given = entry("1.2", ai=AN, tep=f"1.2 {AN}.docx")
        proofs = one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path).phan[0].chung_cu
        assert len(proofs) == 1

    def test_a_scan_counts_when_somebody_looked_at_it(self, tmp_path: Path) -> None:
        (tmp_path / "quet.pdf").write_bytes(scan())
        given = entry("1.3", ai=AN, tep="quet.pdf", ngay="28/11/2024")
        nam = unit(ca_nhan=[member()], ho_so=[given])
        found = one(nam, tmp_path, "1.3")
        assert (found.ket, found.ly_do, found.viec) == (
            Ket.CAN_XEM_LAI, "không đọc được chữ (ảnh chụp, bản quét, PDF vỡ chữ)",
            "mở xem, đúng thì ghi da_xem trong ho_so",
        )  # fmt: skip
        nam["ho_so"] = [{**given, "da_xem": "Trần Thị Bình"}]
        found = one(nam, tmp_path, "1.3")
        assert found.ket is Ket.CO
        (proof,) = found.phan[0].chung_cu
        assert proof.noi_dung == "đã mở xem: Trần Thị Bình, ngày 28/11/2024"

    def test_a_file_that_cannot_be_opened_does_not(self, tmp_path: Path) -> None:
        (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7 x")
        given = entry("1.3", ai=AN, tep="hong.pdf", da_xem="Trần Thị Bình")
        found = one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path, "1.3")
        assert found.ket is Ket.CAN_XEM_LAI

    def test_a_form_of_another_year_does_not_either(self, tmp_path: Path) -> None:
        put(tmp_path, "a.docx", *assets(year=2022))
        given = entry("1.2", ai=AN, tep="a.docx", da_xem="Trần Thị Bình")
        found = one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path)
        assert found.ket is Ket.SAI_MAU

    @pytest.mark.parametrize("name", ["khong-co.docx", "../a.docx", "/etc/hostname"])
    def test_a_file_that_is_not_there_is_told(self, tmp_path: Path, name: str) -> None:
        put(tmp_path, "a.docx", *assets())
        folder = tmp_path / "trong"
        folder.mkdir()
        problems: list[Problem] = []
        nam = unit(ca_nhan=[member()], ho_so=[entry("1.2", ai=AN, tep=name)])
        found = one(nam, folder, problems=problems)
        assert found.ket is Ket.THIEU
        (told,) = problems
        assert (told.code, told.place.path) == ("KD713", ("ho_so", 0, "tep"))
        assert told.message == f"không thấy tệp «{name}» trong {folder.as_posix()}"

    def test_what_will_come_later_is_not_there_yet(self, tmp_path: Path) -> None:
        given = entry("1.2", ai=AN, so_ban="3", ngay="02/12/2024")
        assert one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path).ket is Ket.THIEU
        given = entry("1.2", ai=AN, so_ban="3", ngay="01/12/2024")
        assert one(unit(ca_nhan=[member()], ho_so=[given]), tmp_path).ket is Ket.CO

    def test_an_entry_that_says_nothing_proves_nothing(self, tmp_path: Path) -> None:
        nam = unit(ca_nhan=[member()], ho_so=[entry("1.2", ai=AN)])
        assert one(nam, tmp_path).ket is Ket.THIEU

    def test_paper_without_a_day_is_handed_in_with_the_dossier(self, tmp_path: Path) -> None:
        nam = unit(ca_nhan=[member()], ho_so=[entry("1.2", ai=AN, so_ban="3")])
        (proof,) = one(nam, tmp_path).phan[0].chung_cu
        assert proof.noi_dung == "3 bản giấy"


class TestLooseFiles:
    """Files that serve no item are told with the reason."""

    def loose(self, folder: Path, *people: dict[str, Any]) -> list[tuple[str, str]]:
        from generator.checklists.items import items
        from generator.checklists.required import requirements
        from generator.dossier.looking import Case
        from generator.dossier.proofs import UnitCase, proofs_of
        from generator.model.unit import DonViNam
        from generator.opening.pool import crew
        from generator.regulations.regimes import regime_for
        from tests.dossier.judged_unit import CITY, DAY, HA_TINH

        nam = DonViNam.model_validate(unit(ca_nhan=list(people) or [member()]))
        regime = regime_for(2024)
        asked = requirements(items(HA_TINH), {}, nam, regime, CITY)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        with crew(1) as hands:
            desk = UnitCase(Case(asked, nam, regime, 2024, folder), DAY, {}, hands)
            found = proofs_of(desk, {}, [], files)
        return [(Path(each.tep).name, each.ly_do) for each in found.loose]

    def test_one_that_nobody_can_place(self, tmp_path: Path) -> None:
        put(tmp_path, "anh bia.docx", "Lời cảm ơn")
        assert self.loose(tmp_path) == [
            ("anh bia.docx", ("không nhận ra là văn bản nào: thêm số mục và họ tên vào tên tệp, "
             "hoặc ghi vào ho_so")),
        ]  # fmt: skip

    def test_one_that_cannot_be_opened(self, tmp_path: Path) -> None:
        (tmp_path / "x.zip").write_bytes(b"PK")
        assert self.loose(tmp_path) == [
            ("x.zip", "không nhận loại tệp này: chỉ nhận .docx, .pdf, .xlsx và ảnh")
        ]

    def test_one_that_is_not_sure_enough(self, tmp_path: Path) -> None:
        put(tmp_path, f"1.2 {BINH}.docx", *assets(AN))
        ((name, why),) = self.loose(tmp_path, member(AN), member(BINH))
        assert name == f"1.2 {BINH}.docx"
        assert why.startswith("chỉ chắc 60%: ")


class TestMadeHere:
    """Documents this program made."""

    @pytest.mark.parametrize(
        ("state", "ket", "why", "todo"),
        [
            (State.MOI, Ket.CO, "", ""),
            (State.CHUA_TAO, Ket.THIEU, "", "chạy kiemdiem build, hoặc nhận văn bản từ nơi khác"),
            (State.CU, Ket.CAN_XEM_LAI, "văn bản cũ hơn dữ liệu của đơn vị",
             "chạy lại kiemdiem build rồi kiểm tra lại"),
        ],
    )  # fmt: skip
    def test_its_state_decides(self, state: State, ket: Ket, why: str, todo: str) -> None:
        nam = unit(ca_nhan=SWORN)
        built = made(nam, "02B", how=state)
        found = one(nam, Path("khong-co"), "1.1", built=built).phan[0]
        (proof,) = found.chung_cu
        assert (found.ket, found.ly_do, found.viec) == (ket, why, todo)
        assert (proof.nguon, proof.noi_dung) == ("tao", state.value)
        assert bool(proof.tep) == (state is not State.CHUA_TAO)

    def test_what_it_lacks_is_said_together(self) -> None:
        nam = unit(ca_nhan=[member()])
        found = one(nam, Path("khong-co"), "1.1", built=made(nam, "02B"))
        assert found.ket is Ket.CHUA_KY
        assert found.ly_do.startswith("chưa ghi ngày; chưa có xác nhận của ")

    def test_of_two_suggestions_both_have_to_be_there(self) -> None:
        nam = unit(ca_nhan=[member()], goi_y=[suggestion(AN), suggestion(AN, so="36")])
        built = made(nam, "goi-y")
        assert one(nam, Path("khong-co"), "1.6", built=built).ket is Ket.CO
        half = [replace(each, state=State.CHUA_TAO) if each.path == ("goi_y", 1) else each
                for each in built]  # fmt: skip
        missing = one(nam, Path("khong-co"), "1.6", built=half)
        assert missing.ket is Ket.THIEU
        nam["goi_y"][1].pop("so")
        found = one(nam, Path("khong-co"), "1.6", built=made(nam, "goi-y"))
        assert (found.ket, found.ly_do) == (Ket.CHUA_KY, "chưa có số")

    def test_an_edited_document_is_opened_like_any_other(self, tmp_path: Path) -> None:
        nam = unit(ca_nhan=SWORN)
        path = put(tmp_path, "sua.docx", *assets())
        built = [replace(each, tep=path, state=State.SUA_TAY) for each in made(nam, "02B")]
        found = one(nam, Path("khong-co"), "1.1", built=built)
        assert found.ket is Ket.SAI_MAU


def test_of_two_letters_both_belong_to_the_dossier(tmp_path: Path) -> None:
    nam = unit(ca_nhan=[member()], goi_y=[suggestion(AN), suggestion(AN, so="36")])
    built = made(nam, "goi-y")
    (part,) = one(nam, tmp_path, "1.6", built=built).phan
    assert part.ket is Ket.CO
    assert len(part.tep) == 2
    assert set(part.tep) == {each.tep.as_posix() for each in built if each.ma == "goi-y"}
    nam["goi_y"][1] = suggestion(AN, so=None, ngay=None)
    (part,) = one(nam, tmp_path, "1.6", built=made(nam, "goi-y")).phan
    assert (part.ket, part.ly_do) == (Ket.CHUA_KY, "chưa có số và ngày ban hành")


def test_a_file_that_something_better_stands_in_for_is_told_all_the_same(tmp_path: Path) -> None:
    """Whoever sent a damaged file should hear of it, although the paper is there."""
    broken = tmp_path / f"1.2 {AN}.pdf"
    broken.write_bytes(b"%PDF-1.7 hong")
    good = put(tmp_path, f"1.2 {AN}.docx", *assets())
    paper = entry("1.2", ai=AN, so_ban="3")
    loose: list[LooseFile] = []
    nam = unit(ca_nhan=[member()], ho_so=[paper])
    (part,) = one(nam, tmp_path, loose=loose).phan
    assert (part.ket, part.tep) == (Ket.CO, (good.as_posix(),))
    (told,) = loose
    assert told.tep == broken.as_posix()
    assert told.ly_do == (
        "không tính vào mục 1.2: tệp hỏng hoặc không đúng loại như đuôi tệp: đề nghị gửi lại"
    )
    # As long as the file itself is what is wrong with the item, the item says so.
    good.unlink()
    loose.clear()
    alone = unit(ca_nhan=[member()])
    assert one(alone, tmp_path, loose=loose).ket is Ket.CAN_XEM_LAI
    assert loose == []
