"""Files that once went wrong, handed in to the sample commune: what is said of each."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from generator.building.folders import BuildRequest
from generator.dossier.check import CheckRequest, checked
from generator.dossier.results import UnitResult
from generator.model.verdict import Ket

ROOT = Path(__file__).parents[2]
INPUTS = Path(__file__).parents[1] / "received" / "inputs"
UNIT, HAI = "chi-bo-thon-dong", "Tạ Xuân Hải"
FORM = "1.2 Tạ Xuân Hải"


def handed_in(folder: Path, file: str, name: str) -> UnitResult:
    """The check of one cell of the sample to which only this file was handed in."""
    sample = ROOT / "data" / "xa-loc-van-2026"
    campaign = folder / "xa"
    (campaign / "don-vi").mkdir(parents=True)
    shutil.copy(sample / "dot.yaml", campaign)
    shutil.copy(sample / "don-vi" / f"{UNIT}.yaml", campaign / "don-vi")
    received = campaign / "da-nhan" / UNIT
    received.mkdir(parents=True)
    shutil.copy(INPUTS / file, received / f"{name}{Path(file).suffix}")
    request = BuildRequest(campaign, folder / "ra" / "xa")
    with checked(CheckRequest(request, dt.date(2026, 12, 15))) as answer:
        (unit,) = answer.units()
    return unit


def said(unit: UnitResult) -> tuple[Ket | None, str]:
    """What the received file comes to, and all that is said of it."""
    parts = [
        part
        for each in unit.verdicts
        for part in each.phan
        if any(proof.nguon == "nhan" for proof in part.chung_cu)
    ]
    words = [part.ly_do for part in parts] + [each.ly_do for each in unit.tep_thua]
    return parts[0].ket if parts else None, "; ".join(words)


XEM, KY = Ket.CAN_XEM_LAI, Ket.CHUA_KY


@pytest.mark.parametrize(
    ("file", "name", "ket", "says"),
    [
        ("bien-ban-bang-dai.docx", "3 Biên bản hội nghị kiểm điểm", XEM, ("chưa đọc hết tệp", "chưa ghi họ tên")),
        ("lap-dong.docx", FORM, None, ("", "mở tệp quá lâu")),
        ("lap-dong.docx", f"Bản kiểm điểm cá nhân - {HAI}", XEM, ("chưa đọc hết tệp", "quá lâu")),
        ("altchunk.docx", FORM, None, ("altChunk", "tệp rỗng")),
        ("tcvn3.docx", FORM, None, ("TCVN3", "tệp rỗng")),
        ("tcvn3.docx", f"Bản kiểm điểm cá nhân - {HAI}", XEM, ("TCVN3", "sai mẫu")),
        ("an-bang-kieu.docx", FORM, KY, (f"không thấy tên {HAI}", "tệp rỗng")),
        ("libreoffice.odt", FORM, None, ("tệp LibreOffice (.odt, .ods)", ".doc, .xls")),
        ("anh.heic", FORM, None, ("chuyển thành .jpg, .png hoặc .pdf", "chỉ nhận")),
        ("quet.pdf", f"1.2 - Bản kiểm điểm 02C - {HAI}", XEM, ("không đọc được chữ", "không nhận ra")),
        ("so-ky-bang-hinh.pdf", f"Bản kiểm điểm cá nhân - {HAI}", XEM, ("hình", "\n")),
        ("lien-he.pdf", "lien-he", XEM, ("có thể là", "hỏng")),
        # A slow machine says that reading took too long, a fast one that there are no letters to read.
        ("ban-ve.pdf", f"Bản kiểm điểm cá nhân - {HAI}", XEM, ("đọc", "hỏng")),
        ("dau-chong-dau.docx", f"Bản kiểm điểm cá nhân - {HAI}", None, ("", "mở tệp quá lâu")),
        ("mat-khuc-giua.docx", f"Bản kiểm điểm cá nhân - {HAI}", XEM, ("tệp hỏng", "quá lâu")),
    ],
)  # fmt: skip
def test_what_is_said_of_a_file(
    file: str, name: str, ket: Ket | None, says: tuple[str, str], tmp_path: Path
) -> None:
    """What must be said of it, and what must not be; without a verdict any will do."""
    words, never = says
    found, reasons = said(handed_in(tmp_path, file, name))
    assert ket is None or found is ket
    assert reasons
    assert words in reasons
    assert never not in reasons
