"""A city of twenty units checked as a whole: what is reported, what is looked at again, what is bad."""

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier import check
from generator.dossier.check import Answer, CheckRequest, checked
from generator.dossier.results import UnitResult
from generator.model.verdict import Ket
from tests.dossier.city import DOT, FULL, city, ma_of, papers, units
from tests.papers.unit_data import write
from tests.received.corpus import assets, typed

DAY = dt.date(2024, 12, 6)


@contextmanager
def answer(request: BuildRequest, day: dt.date = DAY) -> Iterator[Answer]:
    with checked(CheckRequest(request, day)) as found:
        yield found


def results(request: BuildRequest, day: dt.date = DAY) -> dict[str, UnitResult]:
    with answer(request, day) as found:
        return {each.ma: each for each in found.units()}


def codes(found: UnitResult) -> set[str]:
    return {each.code for each in found.problems}


def rewrite(request: BuildRequest, number: int, **given: Any) -> dict[str, Any]:
    nam = units()[number - 1] | given
    write(request.campaign / "don-vi" / f"{ma_of(number)}.yaml", nam)
    return nam


def test_every_unit_is_judged_and_only_the_one_that_handed_all_in_is_complete(
    request_: BuildRequest,
) -> None:
    found = results(request_)
    assert len(found) == 20
    assert [ma for ma, each in found.items() if each.is_complete()] == [ma_of(FULL)]
    assert all(each.verdicts for each in found.values())
    assert found[ma_of(FULL)].lacking() == []


def test_a_dossier_emptied_item_by_item_lacks_exactly_that_item(request_: BuildRequest) -> None:
    nam = units()[FULL - 1]
    entries = papers(nam)
    assert len(entries) == 18
    for gone, entry in enumerate(entries):
        left = [each for number, each in enumerate(entries) if number != gone]
        rewrite(request_, FULL, ho_so=left, ngay_nop_ho_so="05/12/2024")
        lacking = results(request_)[ma_of(FULL)].lacking()
        assert [(each.muc, each.ket) for each in lacking] == [(entry["muc"], Ket.THIEU)]
        (verdict,) = lacking
        missing = [part for part in verdict.phan if part.ket is Ket.THIEU]
        assert len(missing) == 1
        assert verdict.doi_tuong == entry.get("ai", nam["don_vi"]["ten"])


def test_a_received_file_taken_away_is_missing_again(request_: BuildRequest) -> None:
    cadre = units()[1]["ca_nhan"][0]["ho_ten"]
    home = request_.campaign / "da-nhan" / ma_of(2)
    home.mkdir(parents=True)
    file = home / f"1.2 {cadre}.docx"
    typed(*assets(cadre))(file)
    assert verdict(results(request_)[ma_of(2)], "3.6/1.2").ket is Ket.CO
    file.unlink()
    assert verdict(results(request_)[ma_of(2)], "3.6/1.2").ket is Ket.THIEU


def verdict(unit: UnitResult, muc: str) -> Any:
    return next(each for each in unit.verdicts if each.muc == muc)


def test_documents_of_the_build_count_as_long_as_the_data_stays(request_: BuildRequest) -> None:
    list(build(request_, here))
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.CO
    rewrite(request_, 2, ky={"ho_ten": "Phạm Văn Dũng", "chuc_vu": "Bí thư"})
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.CAN_XEM_LAI
    list(build(request_, here))
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.CO


def test_a_built_document_that_somebody_emptied_is_opened_and_does_not_count(
    request_: BuildRequest,
) -> None:
    list(build(request_, here))
    (file,) = (request_.root / ma_of(2)).glob("*Tổng hợp kết quả xếp loại*.docx")
    typed("Nháp")(file)
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.CAN_XEM_LAI
    file.write_bytes(b"")
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.CAN_XEM_LAI
    file.unlink()
    assert verdict(results(request_)[ma_of(2)], "3.7/2.3").ket is Ket.THIEU


def test_what_did_not_change_is_not_judged_again(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = results(request_)

    def never(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(check, "check_unit_dossier", never)
    assert results(request_) == before


def test_only_the_unit_that_changed_is_judged_again(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    results(request_)
    judged: list[str] = []
    real = check.check_unit_dossier

    def seen(standard: Any, place: Any, *more: Any) -> Any:
        judged.append(place.name)
        return real(standard, place, *more)

    monkeypatch.setattr(check, "check_unit_dossier", seen)
    rewrite(request_, 3, ngay_nop_ho_so="04/12/2024")
    results(request_)
    assert judged == [ma_of(3)]


def test_files_in_several_processes_come_to_the_same(request_: BuildRequest) -> None:
    for number in range(2, 12):
        home = request_.campaign / "da-nhan" / ma_of(number)
        home.mkdir(parents=True)
        name = units()[number - 1]["ca_nhan"][0]["ho_ten"]
        for item in range(5):
            typed(*assets(name), f"Tờ {item}")(home / f"1.2 {name} {item}.docx")
    here_alone = results(request_)
    shutil.rmtree(request_.root)
    with checked(CheckRequest(request_, DAY, 2)) as found:
        assert {each.ma: each for each in found.units()} == here_alone


@pytest.mark.parametrize(
    ("day", "late"), [(dt.date(2024, 12, 6), False), (dt.date(2024, 12, 7), True)]
)
def test_as_of_another_day_the_deadline_may_have_passed(
    request_: BuildRequest, day: dt.date, late: bool
) -> None:
    found = results(request_, day)[ma_of(2)]
    assert found.han == dt.date(2024, 12, 7)
    assert all(each.qua_han is late for each in found.verdicts if each.han)
    assert ("KD717" in codes(found)) is late
    assert "KD717" not in codes(results(request_, day)[ma_of(FULL)])


def test_what_was_handed_in_after_the_day_asked_about_was_not_there_yet(
    request_: BuildRequest,
) -> None:
    assert results(request_, dt.date(2024, 12, 4))[ma_of(FULL)].lacking()
    assert not results(request_, dt.date(2024, 12, 5))[ma_of(FULL)].lacking()


def test_a_unit_that_cannot_be_read_says_so_and_the_others_are_judged(
    request_: BuildRequest,
) -> None:
    file = request_.campaign / "don-vi" / f"{ma_of(4)}.yaml"
    file.write_text(
        "loai: don-vi\ndon_vi: {ma: don-vi-04, ten: Đảng ủy phường Tân Giang\n", "utf-8"
    )
    found = results(request_)
    broken = next(each for each in found.values() if each.thu_muc == ma_of(4))
    assert broken.verdicts == ()
    assert not broken.is_complete()
    assert "KD725" in codes(broken)
    assert sum(bool(each.verdicts) for each in found.values()) == 19


def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_judged(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    for number in (2, 3):
        home = request_.campaign / "da-nhan" / ma_of(number)
        home.mkdir(parents=True)
        name = units()[number - 1]["ca_nhan"][0]["ho_ten"]
        typed(*assets(name))(home / f"1.2 {name}.docx")
    real = os.scandir

    def refused(path: Any) -> Any:
        if str(path).endswith(ma_of(2)) and "da-nhan" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refused)
    found = results(request_)
    assert "KD715" in codes(found[ma_of(2)])
    assert verdict(found[ma_of(2)], "3.6/1.2").ket is Ket.THIEU
    assert verdict(found[ma_of(3)], "3.6/1.2").ket is Ket.CO


def test_a_received_folder_that_leads_elsewhere_is_not_followed(
    request_: BuildRequest, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "khac"
    elsewhere.mkdir()
    name = units()[1]["ca_nhan"][0]["ho_ten"]
    typed(*assets(name))(elsewhere / f"1.2 {name}.docx")
    (request_.campaign / "da-nhan").mkdir()
    (request_.campaign / "da-nhan" / ma_of(2)).symlink_to(elsewhere)
    found = results(request_)[ma_of(2)]
    assert "KD715" in codes(found)
    assert verdict(found, "3.6/1.2").ket is Ket.THIEU


def test_files_of_a_unit_nobody_knows_are_told(request_: BuildRequest) -> None:
    (request_.campaign / "da-nhan" / "Don vi 07").mkdir(parents=True)
    with answer(request_) as found:
        (told,) = [each for each in found.problems if each.code == "KD716"]
    assert "don-vi-07" in told.mend


OWN: dict[str, Any] = {
    "loai": "danh-muc", "ten": "Danh mục riêng", "can_cu": "Công văn số 9-CV/ThU",
    "muc": [{"ma": "1", "ten": "Báo cáo tự đánh giá"}, {"ma": "2", "ten": "Biên bản"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"muc": [{"ma": "1", "ten": "A", "gom": ["1"]}, {"ma": "2", "ten": "B"}]}, "KD706"),
        ({"muc": [{"ma": "1", "ten": "A", "gom": ["7"]}, {"ma": "2", "ten": "B"}]}, "KD705"),
        ({"muc": [{"ma": "2", "ten": "A", "dieu_kien": "co_goi_y"}]}, "KD703"),
        ({"muc": [{"ma": "2", "ten": "A", "dieu_kien": "goi_y nhưng"}]}, "KD702"),
        ({"muc": [{"ma": "2", "ten": "A", "ap_dung": "loai_don_vi khác phuong_xa"}]}, "KD704"),
        ({"muc": [{"ma": "2", "ten": "A", "thoi_han": {"truoc_ngay": "07/12/2022"}}]}, "KD709"),
        ({"muc": [{"ma": "2", "ten": "A"}, {"ma": "2", "ten": "B"}]}, "KD707"),
        ({"muc": [{"ma": "2", "ten": "A", "van_ban": [{"ma": "a", "ten": "A", "mau": ["99"]}]}]},
         "KD708"),
        ({"den_nam": "2023"}, "KD723"),
    ],
)  # fmt: skip
def test_a_checklist_with_a_mistake_is_told_and_units_are_still_judged(
    tmp_path: Path, change: dict[str, Any], code: str
) -> None:
    folder = city(tmp_path / "song-lam", danh_muc="rieng")
    (folder / "danh-muc").mkdir()
    write(folder / "danh-muc" / "rieng.yaml", OWN | change)
    with answer(BuildRequest(folder, tmp_path / "ra")) as found:
        told = [each for each in found.problems if each.code == code]
        judged = list(found.units())
    assert told
    assert all(each.place.line and each.place.file.endswith("rieng.yaml") for each in told)
    assert len(judged) == 20
    assert all(any(v.muc == "2" for v in each.verdicts) for each in judged)


def test_a_deadline_of_another_year_makes_nobody_late(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", danh_muc="rieng")
    (folder / "danh-muc").mkdir()
    muc = [{"ma": "2", "ten": "A", "thoi_han": {"truoc_ngay": "07/12/2022"}}]
    write(folder / "danh-muc" / "rieng.yaml", OWN | {"muc": muc})
    found = results(BuildRequest(folder, tmp_path / "ra"), dt.date(2024, 12, 31))
    assert not any(v.qua_han for each in found.values() for v in each.verdicts)


def test_without_a_deadline_in_the_list_that_of_the_campaign_holds(tmp_path: Path) -> None:
    due = [{"viec": "Gửi hồ sơ về Ban Tổ chức", "ngay": "20/12/2024"}]
    folder = city(tmp_path / "song-lam", danh_muc="rieng", thoi_han=due)
    (folder / "danh-muc").mkdir()
    write(folder / "danh-muc" / "rieng.yaml", OWN)
    found = results(BuildRequest(folder, tmp_path / "ra"))
    assert {v.han for each in found.values() for v in each.verdicts} == {dt.date(2024, 12, 20)}


@pytest.mark.parametrize(
    ("dot", "code"), [({"danh_muc": "ha-tinh"}, "KD701"), ({"danh_muc": "rieng"}, "KD701")]
)
def test_a_checklist_that_is_not_there_is_told_with_the_likely_one(
    tmp_path: Path, dot: dict[str, Any], code: str
) -> None:
    folder = city(tmp_path / "song-lam", **dot)
    with answer(BuildRequest(folder, tmp_path / "ra")) as found:
        assert found.campaign is None
        assert [each.code for each in found.problems] == [code]
        assert list(found.units()) == []


def test_a_checklist_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", danh_muc="rieng")
    (folder / "danh-muc").mkdir()
    (folder / "danh-muc" / "rieng.yaml").write_text("loai: danh-muc\nten: A\nmuc: [", "utf-8")
    with answer(BuildRequest(folder, tmp_path / "ra")) as found:
        assert found.campaign is None
        assert found.problems


def test_a_campaign_file_with_an_error_is_told(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam")
    write(folder / "dot.yaml", {**DOT, "nam": "hai nghìn"})
    with answer(BuildRequest(folder, tmp_path / "ra")) as found:
        assert found.campaign is None
        assert [each.code for each in found.problems] == ["KD113"]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"muc": "9.9", "so_ban": "1"}, "KD711"),
        ({"muc": "3.6/1.2", "so_ban": "1"}, "KD711"),
        ({"muc": "3.6/1.2", "ai": "Nguyễn Văn Không", "so_ban": "1"}, "KD712"),
        ({"muc": "3.5", "so_ban": "1"}, "KD714"),
        ({"muc": "3.5", "van_ban": "bieu-9z", "so_ban": "1"}, "KD714"),
        ({"muc": "3.7/2.3", "tep": "khong-co.pdf"}, "KD713"),
        ({"muc": "3.7/2.3", "tep": "../../dot.yaml"}, "KD713"),
    ],
)
def test_an_entry_that_leads_nowhere_is_told_with_its_place(
    request_: BuildRequest, entry: dict[str, str], code: str
) -> None:
    rewrite(request_, 2, ho_so=[entry])
    found = results(request_)[ma_of(2)]
    (told,) = [each for each in found.problems if each.code == code]
    assert told.place.line
    assert told.place.file.endswith(f"{ma_of(2)}.yaml")
    assert all(each.ket is not Ket.CO for each in found.verdicts)


def test_a_feature_nobody_asks_about_is_told(request_: BuildRequest) -> None:
    nam = units()[1]
    nam["ca_nhan"][0]["dac_diem"] = ["uy_vien_bvt"]
    rewrite(request_, 2, ca_nhan=nam["ca_nhan"])
    (told,) = [p for p in results(request_)[ma_of(2)].problems if p.code == "KD710"]
    assert "uy_vien_btv" in told.mend


def test_a_scan_that_somebody_looked_at_counts_and_a_broken_one_does_not(
    request_: BuildRequest,
) -> None:
    from tests.received.corpus import scan

    name = units()[1]["ca_nhan"][0]["ho_ten"]
    home = request_.campaign / "da-nhan" / ma_of(2)
    home.mkdir(parents=True)
    (home / "quet.pdf").write_bytes(scan())
    (home / "hong.pdf").write_bytes(scan()[:100])
    seen = {"ai": name, "da_xem": "Lê Thị Hoa, 06/12/2024"}
    rewrite(request_, 2, ho_so=[
        {"muc": "3.6/1.2", "tep": "quet.pdf", **seen},
        {"muc": "3.6/1.3", "tep": "hong.pdf", **seen},
        {"muc": "3.6/1.5", "tep": "quet.pdf", "ai": name},
    ])  # fmt: skip
    found = results(request_)[ma_of(2)]
    assert verdict(found, "3.6/1.2").ket is Ket.CO
    assert verdict(found, "3.6/1.3").ket is Ket.CAN_XEM_LAI
    assert verdict(found, "3.6/1.5").ket is Ket.CAN_XEM_LAI
    assert found.tep_thua == ()


def test_a_state_that_was_damaged_is_made_anew(request_: BuildRequest) -> None:
    before = results(request_)
    (request_.root / ".kiem-tra.sqlite").write_bytes(b"rac" * 999)
    assert results(request_) == before


def test_an_output_folder_that_cannot_be_written_hinders_no_check(
    request_: BuildRequest, tmp_path: Path
) -> None:
    before = results(request_)
    blocked = tmp_path / "tep"
    blocked.write_text("", "utf-8")
    assert results(BuildRequest(request_.campaign, blocked / "ra")).keys() == before.keys()


def test_the_result_can_be_kept_as_json_and_read_back(request_: BuildRequest) -> None:
    from pydantic import TypeAdapter

    adapter = TypeAdapter(UnitResult)
    for each in results(request_).values():
        assert adapter.validate_json(adapter.dump_json(each)) == each
        assert json.loads(adapter.dump_json(each))["ten"] == each.ten
