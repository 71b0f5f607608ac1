"""The pack of a unit, and whether the receiving side would notice anything done to it."""

import datetime as dt
import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.building.build import build
from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.handover.verify import verify
from generator.handover.write import write_pack
from generator.shipped import DATA
from tests.dossier.city import city, ma_of, papers, units
from tests.papers.unit_data import write
from tests.received.corpus import assets, typed
from tests.unbroken import lines
from tests.unbroken import typed as plain

DAY = dt.date(2024, 12, 6)
FULL, HALF = 1, 2


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A full dossier, built, received and on paper, packed as folder and zip."""
    home = tmp_path_factory.mktemp("goi")
    folder = city(home / "song-lam", complete=(FULL,))
    request = BuildRequest(folder, home / "ra" / "song-lam")
    list(build(request, here))
    name = units()[0]["ca_nhan"][0]["ho_ten"]
    received = folder / "da-nhan" / ma_of(FULL)
    received.mkdir(parents=True)
    typed(*assets(name))(received / f"1.2 {name}.docx")
    written, problems = write_pack(folder, ma_of(FULL), home / "ra", DAY)
    assert problems == []
    assert [path.suffix for path in written] == ["", ".zip"]
    return written[0]


def text(path: Path) -> str:
    return "\n".join(lines(str(path)))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def codes(path: Path) -> list[str]:
    return [each.code for each in verify(path).problems]


def test_documents_stand_in_the_order_of_the_checklist(packed: Path) -> None:
    files = [name for name in names(packed) if name[0].isdigit() and not name.startswith("00")]
    about = json.loads((packed / "goi-ho-so.json").read_text("utf-8"))
    listed = [each for each in about["van_ban"] if each["tep"]]
    assert [each["tep"] for each in listed] == files
    order = [each["muc"] for each in about["van_ban"]]
    assert order == sorted(order, key=lambda muc: [float(x) for x in muc.split("/")])
    assert any("3.6-1.2" in name for name in files)


def test_what_came_on_paper_only_is_listed_without_a_file(packed: Path) -> None:
    about = json.loads((packed / "goi-ho-so.json").read_text("utf-8"))
    paper = [each["ten"] for each in about["van_ban"] if not each["tep"]]
    assert "Biểu 6A" in paper
    assert "Bản bổ sung lý lịch hằng năm" in paper
    assert "giấy" in text(packed / "00 - Mục lục hồ sơ.docx")


def test_the_index_names_every_document_with_its_copies(packed: Path) -> None:
    about = json.loads((packed / "goi-ho-so.json").read_text("utf-8"))
    rows = docx.Document(str(packed / "00 - Mục lục hồ sơ.docx")).tables[1].rows[1:]
    cells = ([plain(cell.text) for cell in row.cells] for row in rows)
    printed = [row for row in cells if len(set(row)) > 1]
    assert [(row[1], row[2], row[4]) for row in printed] == [
        (each["muc"], each["ten"], str(each["so_bo"])) for each in about["van_ban"]
    ]


def test_the_minutes_carry_the_digest_of_the_list(packed: Path) -> None:
    digest = hashlib.sha256((packed / "manifest.sha256").read_bytes()).hexdigest()
    assert digest in text(packed / "00 - Biên bản giao nhận.docx").replace(" ", "")
    assert verify(packed).ma_bam == digest


def test_the_list_is_one_that_any_system_can_check(packed: Path) -> None:
    for row in (packed / "manifest.sha256").read_text("utf-8").splitlines():
        digest, name = row.split("  ", 1)
        assert hashlib.sha256((packed / name).read_bytes()).hexdigest() == digest


def test_folder_and_zip_hold_the_same(packed: Path) -> None:
    with zipfile.ZipFile(packed.with_suffix(".zip")) as archive:
        assert sorted(archive.namelist()) == names(packed)
        assert all(archive.read(name) == (packed / name).read_bytes() for name in names(packed))


def test_an_untouched_pack_is_what_was_packed(packed: Path) -> None:
    for path in (packed, packed.with_suffix(".zip")):
        found = verify(path)
        assert found.problems == ()
        assert found.don_vi == units()[0]["don_vi"]["ten"]
        assert found.so_tep == len(names(packed))


def test_the_same_dossier_gives_the_same_pack(packed: Path) -> None:
    before = packed.with_suffix(".zip").read_bytes()
    campaign = packed.parents[3] / "song-lam"
    written, problems = write_pack(campaign, ma_of(FULL), packed.parents[2], DAY)
    assert problems == []
    assert written[1].read_bytes() == before
    assert names(packed.parent) == [ma_of(FULL), f"{ma_of(FULL)}.zip"]


@settings(max_examples=20)
@given(data=st.data())
def test_whatever_is_done_to_a_file_of_a_pack_is_noticed(
    packed: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    what_is_done_is_noticed(packed, tmp_path_factory, data)


@pytest.mark.soak
@settings(max_examples=500)
@given(data=st.data())
def test_whatever_is_done_often_is_noticed(
    packed: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    what_is_done_is_noticed(packed, tmp_path_factory, data)


def what_is_done_is_noticed(
    packed: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    copy = tmp_path_factory.mktemp("sua") / "goi"
    shutil.copytree(packed, copy)
    name = data.draw(st.sampled_from(names(copy)))
    deed = data.draw(st.sampled_from(["gone", "changed", "cut", "added", "renamed"]))
    file = copy / name
    match deed:
        case "gone":
            file.unlink()
        case "changed":
            content = bytearray(file.read_bytes())
            spot = data.draw(st.integers(0, len(content) - 1))
            content[spot] ^= data.draw(st.integers(1, 255))
            file.write_bytes(bytes(content))
        case "cut":
            file.write_bytes(file.read_bytes()[:-1])
        case "added":
            (copy / f"them {name}").write_bytes(b"x")
        case "renamed":
            file.rename(copy / f"{name}.bak")
    if name == "00 - Biên bản giao nhận.docx" and deed in {"changed", "cut"}:
        return  # the paper that is signed; its digest is looked at, not its bytes
    assert codes(copy)


def test_minutes_of_another_pack_are_noticed(packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "goi"
    shutil.copytree(packed, copy)
    typed("BIÊN BẢN GIAO NHẬN", "0" * 64)(copy / "00 - Biên bản giao nhận.docx")
    assert codes(copy) == ["KD732"]


def test_a_changed_list_contradicts_the_minutes(packed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "goi"
    shutil.copytree(packed, copy)
    victim = copy / "goi-ho-so.json"
    old = hashlib.sha256(victim.read_bytes()).hexdigest()
    victim.write_bytes(victim.read_bytes() + b" ")
    new = hashlib.sha256(victim.read_bytes()).hexdigest()
    listing = copy / "manifest.sha256"
    listing.write_bytes(listing.read_bytes().replace(old.encode(), new.encode()))
    assert codes(copy) == ["KD732"]


@pytest.mark.parametrize("what", ["empty", "text", "zip", "list"])
def test_what_is_no_pack_is_told(tmp_path: Path, what: str) -> None:
    path = tmp_path / "goi.zip"
    if what == "empty":
        path = tmp_path / "goi"
        path.mkdir()
    elif what == "text":
        path.write_text("không phải gói", "utf-8")
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("manifest.sha256" if what == "list" else "a.txt", "không phải bản kê")
    assert codes(path) == ["KD726"]


def test_an_incomplete_dossier_is_not_packed(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam")
    written, problems = write_pack(folder, ma_of(HALF), tmp_path / "ra", DAY)
    assert written == []
    assert [each.code for each in problems] == ["KD720"]
    assert "3.1" in problems[0].message
    assert not (tmp_path / "ra" / "song-lam" / "nop").exists()


def test_an_incomplete_dossier_packed_on_purpose_says_so_inside(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam")
    nam = units()[HALF - 1]
    nam["ho_so"] = [each for each in papers(nam) if each["muc"] != "3.3"]
    write(folder / "don-vi" / f"{ma_of(HALF)}.yaml", nam)
    (pack, _), problems = write_pack(folder, ma_of(HALF), tmp_path / "ra", DAY, incomplete=True)
    assert problems == []
    for name in ("00 - Mục lục hồ sơ.docx", "00 - Biên bản giao nhận.docx"):
        assert "chưa đủ" in text(pack / name)
        assert "Mục 3.3 (Biên bản họp kiểm điểm, đánh giá, xếp loại; Biên bản hội" in text(
            pack / name
        )
        assert "Biên bản hội nghị kiểm điểm): thiếu" in text(pack / name)
    assert codes(pack) == ["KD730"]
    assert "3.3" in verify(pack).problems[0].message


def test_a_unit_is_found_by_its_name_and_another_is_told(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    name = units()[0]["don_vi"]["ten"]
    assert len(write_pack(folder, name, tmp_path / "ra", DAY)[0]) == 2
    written, problems = write_pack(folder, "phường Không Có", tmp_path / "ra", DAY)
    assert written == []
    assert [each.code for each in problems] == ["KD724"]


def test_what_was_written_into_minutes_or_zip_is_kept(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    (first, archive), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    minutes = docx.Document(str(first / "00 - Biên bản giao nhận.docx"))
    minutes.add_paragraph("Người nhận: Trần Thị Bình")
    minutes.save(str(first / "00 - Biên bản giao nhận.docx"))
    (second, other), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert (second.name, other.name) == (f"{ma_of(FULL)} (mới)", f"{ma_of(FULL)} (mới).zip")
    assert "Trần Thị Bình" in text(first / "00 - Biên bản giao nhận.docx")
    with zipfile.ZipFile(other, "a") as inside:
        inside.writestr("bản ký.pdf", "%PDF-")
    before = other.read_bytes()
    (third, _), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert third.name == f"{ma_of(FULL)} (mới 2)"
    assert other.read_bytes() == before
    assert archive.exists()


def test_a_damaged_file_does_not_go_along_with_the_paper(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    name = units()[0]["ca_nhan"][0]["ho_ten"]
    received = folder / "da-nhan" / ma_of(FULL)
    received.mkdir(parents=True)
    (received / f"1.2 {name}.docx").write_bytes(bytes(range(256)) * 4)
    (pack, _), problems = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert problems == []
    about = json.loads((pack / "goi-ho-so.json").read_text("utf-8"))
    (declared,) = [each for each in about["van_ban"] if each["muc"] == "3.6/1.2"]
    assert declared["tep"] == ""
    assert not [each for each in names(pack) if "3.6-1.2" in each]


def test_a_person_whose_file_cannot_be_read_keeps_the_dossier_open(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    unit = folder / "don-vi" / ma_of(FULL)
    (unit / "ca-nhan").mkdir(parents=True)
    (folder / "don-vi" / f"{ma_of(FULL)}.yaml").rename(unit / "don-vi.yaml")
    spoilt = unit / "ca-nhan" / "le-thi-van.yaml"
    spoilt.write_text("loai: ca-nhan\nho_ten: Lê Thị Vân\nho_ten: Lê Thị Vân\n", "utf-8")
    written, problems = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert written == []
    assert [each.code for each in problems] == ["KD020", "KD069", "KD722", "KD720"]
    assert problems[2].place.file == spoilt.as_posix()
    assert problems[3].message.endswith("chưa xong: tệp không đọc được: le-thi-van.yaml")
    (pack, _), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY, incomplete=True)
    assert "hồ sơ cá nhân ở tệp le-thi-van.yaml" in text(pack / "00 - Mục lục hồ sơ.docx")
    assert codes(pack) == ["KD730"]


@pytest.mark.parametrize("what", ["record", "checklist"])
def test_a_record_or_checklist_with_errors_is_no_ground_to_pack_on(
    tmp_path: Path, what: str
) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    if what == "record":
        nam = units()[FULL - 1]
        cadre = nam["ca_nhan"][0]["ho_ten"]
        twice = {"muc": "3.6/1.2", "ai": cadre, "tep": "khong-co.pdf"}
        more = {"ho_so": [*papers(nam), twice], "ngay_nop_ho_so": "05/12/2024"}
        write(folder / "don-vi" / f"{ma_of(FULL)}.yaml", nam | more)
        code = "KD713"
    else:
        own = (DATA.parent / "templates" / "danh-muc" / "ha-tinh-2024.yaml").read_text("utf-8")
        (folder / "danh-muc").mkdir()
        spoilt = own.replace("dieu_kien: uy_quyen", "dieu_kien: uy_quyn")
        assert spoilt != own
        (folder / "danh-muc" / "ha-tinh-2024.yaml").write_text(spoilt, "utf-8")
        nam = units()[FULL - 1]
        said = [*papers(nam), {"muc": "3.7/2.2", "so_ban": "1", "ngay": "05/12/2024"}]
        write(folder / "don-vi" / f"{ma_of(FULL)}.yaml",
              nam | {"ho_so": said, "ngay_nop_ho_so": "05/12/2024"})  # fmt: skip
        code = "KD703"
    written, problems = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert written == []
    assert [each.code for each in problems] == [code, "KD731"]
    written, problems = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY, incomplete=True)
    assert len(written) == 2
    assert [each.code for each in problems] == [code]


def test_a_pack_somebody_changed_is_kept_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    folder = city(tmp_path / "song-lam", complete=(FULL,))
    (first, _), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    (first / "ghi chú của tôi.txt").write_text("đã gọi điện", "utf-8")
    (second, _), _ = write_pack(folder, ma_of(FULL), tmp_path / "ra", DAY)
    assert second != first
    assert (first / "ghi chú của tôi.txt").exists()
    assert codes(second) == []
