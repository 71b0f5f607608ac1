"""A file that is called as this program calls the paper is that paper, scanned or not."""

from pathlib import Path

import pytest

from generator.model.verdict import Ket
from tests.checklists.lists import checklist, item
from tests.dossier.judged_unit import AN, BINH, collective, judged, made, meeting, person, unit
from tests.received.corpus import scan, typed

PEOPLE = [person(AN), person(BINH, vai_tro="khong_lanh_dao")]
NAM = unit(ca_nhan=PEOPLE, tap_the=[collective()], hoi_nghi=[meeting()])
BUILT = made(NAM)
ITEMS = checklist(
    item("1", ten="Bản kiểm điểm cá nhân, báo cáo kiểm điểm tập thể", cho=["tap_the", "ca_nhan"],
         van_ban=[
             {"ma": "ca-nhan", "ten": "Bản kiểm điểm cá nhân", "cho": "ca_nhan",
              "mau": ["02A", "02B", "02"]},
             {"ma": "tap-the", "ten": "Báo cáo kiểm điểm tập thể", "cho": "tap_the", "mau": ["01"]},
         ]),
    item("2", ten="Biên bản", van_ban=[
        {"ma": "bien-ban", "ten": "Biên bản hội nghị kiểm điểm", "moi": "hoi_nghi",
         "mau": ["bien-ban-hoi-nghi"]},
    ]),
    item("1.2", ten="Bản kê khai tài sản", cho=["ca_nhan"]),
)  # fmt: skip
OURS = {each.tep.stem: each for each in BUILT}


def form_of(name: str) -> str:
    return next(stem for stem in OURS if "kiểm điểm" in stem and stem.endswith(name))


def scanned(folder: Path, name: str) -> dict[tuple[str, str], Ket]:
    """The items for which a scan of this name is the evidence, and what it comes to there."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(scan())
    found = judged(NAM, BUILT, received=folder, danh_muc=ITEMS)
    return {
        key: each.ket
        for key, each in found.items()
        if any(proof.nguon == "nhan" and proof.chac_chan >= 75
               for part in each.phan for proof in part.chung_cu)
    }  # fmt: skip


@pytest.mark.parametrize("pattern", [
    "{}.pdf", "{} (1).pdf", "{}_signed.pdf", "{} - đã ký.pdf", "Scan {}.pdf", "{} ký số.pdf",
    "a/b/{}.pdf", "{}.PDF", "(Bản scan) {}.pdf",
])  # fmt: skip
def test_a_signed_scan_under_our_name_is_known(pattern: str, tmp_path: Path) -> None:
    """Whatever stands around it."""
    for name in (AN, BINH):
        folder = tmp_path / name
        found = scanned(folder, pattern.format(form_of(name)))
        assert found == {("1", name): Ket.CAN_XEM_LAI}


def test_so_is_one_that_was_numbered_anew_or_not_at_all(tmp_path: Path) -> None:
    """Item 1.2 of this checklist is another paper; an earlier numbering of ours had it so."""
    bare = form_of(AN)
    names = (f"{bare}.pdf", f"1 - {bare}.pdf", f"07. {bare}.pdf", f"1.2 - {bare}.pdf")
    for number, name in enumerate(names):
        assert scanned(tmp_path / str(number), name) == {("1", AN): Ket.CAN_XEM_LAI}


def test_papers_of_the_unit_too(tmp_path: Path) -> None:
    for number, (stem, built) in enumerate(OURS.items()):
        if built.ma in {"bien-ban-hoi-nghi", "01"}:
            (ket,) = scanned(tmp_path / str(number), f"{stem}.pdf").values()
            assert ket is Ket.CAN_XEM_LAI


def test_another_name_is_not_ours(tmp_path: Path) -> None:
    ours = form_of(AN)
    for number, name in enumerate((f"{ours} Hải.pdf", f"{ours[:-2]}.pdf", "a.pdf")):
        assert ("1", AN) not in scanned(tmp_path / str(number), name)


def test_what_it_says_counts_more_than_our_name(tmp_path: Path) -> None:
    typed("BẢN KÊ KHAI TÀI SẢN", "Năm 2024", f"Họ và tên: {BINH}")(tmp_path / f"{form_of(AN)}.docx")
    found = judged(NAM, BUILT, received=tmp_path, danh_muc=ITEMS)
    assert Ket.CO not in {each.ket for each in found.values()}
    assert found["1", AN].phan[0].tep == ()
