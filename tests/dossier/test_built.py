"""Documents of the build as evidence: how each stands on disk, and whom it is about."""

import shutil
from pathlib import Path

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.dossier import built
from generator.model.verdict import Ket
from tests.dossier.city import ma_of
from tests.dossier.test_check import results, rewrite, verdict

MADE = "đã tạo, đúng dữ liệu hiện nay"
OLD = "cũ hơn dữ liệu hoặc mẫu Word"
EDITED = "đã sửa tay sau khi tạo"
NONE = "chưa tạo"
BROKEN = "tệp bị hỏng"


@pytest.fixture
def made(request_: BuildRequest) -> BuildRequest:
    list(build(request_, here))
    return request_


def table(request: BuildRequest, number: int = 2) -> Path:
    """The summary of ratings of a unit, as the build made it."""
    (file,) = (request.root / ma_of(number)).glob("*Tổng hợp kết quả xếp loại*.docx")
    return file


def stands(request: BuildRequest) -> tuple[str, Ket]:
    found = verdict(results(request)[ma_of(2)], "3.7/2.3")
    return found.phan[0].chung_cu[0].noi_dung, found.ket


def test_a_document_that_was_never_made_is_missing(request_: BuildRequest) -> None:
    assert stands(request_) == (NONE, Ket.THIEU)
    (part,) = verdict(results(request_)[ma_of(2)], "3.7/2.3").phan
    assert part.chung_cu[0].tep == ""
    assert part.viec == "chạy kiemdiem build, hoặc nhận văn bản từ nơi khác"


def test_a_document_as_the_data_is_now_counts_with_its_file(made: BuildRequest) -> None:
    assert stands(made) == (MADE, Ket.CO)
    (part,) = verdict(results(made)[ma_of(2)], "3.7/2.3").phan
    assert part.chung_cu[0].tep == table(made).as_posix()


def test_data_that_goes_into_other_documents_makes_none_old(made: BuildRequest) -> None:
    rewrite(made, 2, ho_so=[{"muc": "3.5", "van_ban": "bieu-6a", "so_ban": "1"}])
    assert stands(made) == (MADE, Ket.CO)


def test_data_that_goes_into_the_document_makes_it_old(made: BuildRequest) -> None:
    rewrite(made, 2, ky={"ho_ten": "Phạm Văn Dũng", "chuc_vu": "Bí thư"})
    assert stands(made) == (OLD, Ket.CAN_XEM_LAI)


def test_another_template_makes_it_old(made: BuildRequest) -> None:
    shipped = Path(__file__).parents[2] / "templates" / "ho-so"
    own = made.campaign / "mau" / "ho-so"
    own.mkdir(parents=True)
    shutil.copy(shipped / "tong-hop-danh-gia.docx", own / "tong-hop-xep-loai.docx")
    assert stands(made) == (OLD, Ket.CAN_XEM_LAI)


def test_a_document_copied_to_another_disk_and_back_is_the_same(made: BuildRequest) -> None:
    table(made).touch()
    assert stands(made) == (MADE, Ket.CO)


def test_a_document_of_another_unit_in_its_place_does_not_count(made: BuildRequest) -> None:
    shutil.copy(table(made, 3), table(made))
    assert stands(made) == (OLD, Ket.CAN_XEM_LAI)


def test_without_a_record_nobody_knows_what_data_it_was_made_from(made: BuildRequest) -> None:
    (made.root / ".kiemdiem.sqlite").unlink()
    assert stands(made) == (OLD, Ket.CAN_XEM_LAI)


@pytest.mark.parametrize("half", [0, 2, 3])
def test_a_document_that_broke_off_is_not_edited_and_the_next_build_makes_it(
    made: BuildRequest, half: int
) -> None:
    whole = table(made).read_bytes()
    table(made).write_bytes(whole[: len(whole) // half] if half else b"")
    assert stands(made) == (BROKEN, Ket.CAN_XEM_LAI)
    list(build(made, here))
    assert stands(made) == (MADE, Ket.CO)
    assert table(made).read_bytes() == whole


def test_an_edited_document_is_read(made: BuildRequest) -> None:
    table(made).write_bytes(b"PK\5\6" + bytes(18))
    assert stands(made) == (EDITED, Ket.CAN_XEM_LAI)


def test_a_document_that_cannot_be_opened_hinders_nothing(
    made: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(made).touch()

    def refused(_path: Path) -> str:
        raise PermissionError

    monkeypatch.setattr(built, "seal", refused)
    assert stands(made)[0] == EDITED
