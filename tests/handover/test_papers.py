"""Packs as they were read and found good, letter by letter, and what hinders one, in words.

A pack that was changed on purpose is written anew with `python -m tests.handover.test_papers`
and read before it is kept.
"""

import datetime as dt
import json
import re
import shutil
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.handover import verify as verifying
from generator.handover import write as packing
from generator.handover.verify import verify
from generator.handover.write import write_pack
from tests.dossier.city import city, ma_of, papers, units
from tests.papers.unit_data import write
from tests.received.corpus import assets, typed
from tests.unbroken import lines

DAY = dt.date(2024, 12, 6)
PRINTED = Path(__file__).parents[1] / "dossier" / "printed"
FULL, HALF = 1, 2


def campaign(home: Path) -> Path:
    """One unit with a full dossier, partly on paper, and one that lacks its minutes."""
    folder = city(home / "song-lam", complete=(FULL,))
    name = units()[0]["ca_nhan"][0]["ho_ten"]
    received = folder / "da-nhan" / ma_of(FULL)
    received.mkdir(parents=True)
    typed(*assets(name))(received / f"1.2 {name}.DOCX")
    nam = units()[HALF - 1]
    nam["ho_so"] = [each for each in papers(nam) if each["muc"] not in {"3.3", "3.1"}]
    write(folder / "don-vi" / f"{ma_of(HALF)}.yaml", nam)
    return folder


def packed(home: Path, which: int, **more: bool) -> tuple[list[Path], list[str]]:
    written, problems = write_pack(home / "song-lam", ma_of(which), home / "ra", DAY, **more)
    return written, [f"{each.code} {each.message} → {each.mend}" for each in problems]


def told(folder: Path, archive: Path) -> Iterator[str]:
    """Everything of a pack but its digests, which change with every template."""
    about = json.loads((folder / "goi-ho-so.json").read_text("utf-8"))
    yield json.dumps(about, ensure_ascii=False, indent=1)
    for name in ("00 - Mục lục hồ sơ.docx", "00 - Biên bản giao nhận.docx"):
        document = docx.Document(str(folder / name))
        yield f"# {name}: {document.core_properties.title}"
        yield from (_plain(each) for each in lines(str(folder / name)))
    with zipfile.ZipFile(archive) as packed_:
        for each in packed_.infolist():
            yield str((each.filename, each.date_time, each.compress_type, each.create_system,
                       each.external_attr))  # fmt: skip
    found = verify(folder)
    yield f"{found.don_vi}, {found.so_tep} tệp"
    yield from (f"{each.code} {each.message} → {each.mend}" for each in found.problems)


def _plain(text: str) -> str:
    return re.sub(r"\b[0-9a-f]{8}\b", "…", text)


def both(home: Path) -> str:
    campaign(home)
    full, _ = packed(home, FULL)
    half, _ = packed(home, HALF, incomplete=True)
    return "\n".join([*told(*full), "=" * 40, *told(*half)])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("goi")
    campaign(home)
    return home


def test_packs_are_what_was_read_and_found_good(tmp_path: Path) -> None:
    assert both(tmp_path) == (PRINTED / "goi.txt").read_text("utf-8")


def test_the_digest_is_printed_in_groups_that_can_be_compared(home: Path) -> None:
    (folder, _), _ = packed(home, FULL)
    text = " ".join(lines(str(folder / "00 - Biên bản giao nhận.docx")))
    digest = verify(folder).ma_bam
    assert " ".join(digest[start : start + 8] for start in range(0, 64, 8)) in text


def test_an_incomplete_dossier_says_what_it_lacks(home: Path) -> None:
    written, problems = packed(home, HALF)
    assert written == []
    (told_,) = problems
    assert told_.startswith("KD720 hồ sơ của Đảng ủy phường Nam Hà chưa xong: mục 3.1, 3.3 →")


def test_a_unit_that_cannot_be_read_is_not_packed(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "song-lam", tmp_path / "song-lam")
    broken = tmp_path / "song-lam" / "don-vi" / f"{ma_of(FULL)}.yaml"
    broken.write_text(broken.read_text("utf-8") + "\nla: x\n", "utf-8")
    written, problems = packed(tmp_path, FULL, incomplete=True)
    assert written == []
    assert [each[:5] for each in problems] == ["KD014", "KD725"]
    (tmp_path / "song-lam" / "dot.yaml").write_text("ten: x\n", "utf-8")
    written, problems = packed(tmp_path, FULL)
    assert written == []
    assert problems


def test_a_file_that_goes_while_it_is_packed_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = packing.pack

    def gone(result: object, *args: object, **more: object) -> object:
        for file in (home / "song-lam" / "da-nhan").rglob("*.DOCX"):
            file.rename(file.with_suffix(".away"))
        return real(result, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(packing, "pack", gone)
    written, problems = packed(home, FULL)
    for file in (home / "song-lam" / "da-nhan").rglob("*.away"):
        file.rename(file.with_suffix(".DOCX"))
    assert written == []
    assert problems[0].startswith("KD721")


@pytest.mark.parametrize("step", ["write_folder", "write_file"])
def test_what_the_disk_refuses_is_told(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    shutil.copytree(home / "song-lam", tmp_path / "song-lam")

    def full(path: Path, _data: object) -> list[object]:
        from generator.problems import Place, problem

        if step == "write_file":
            return [problem("KD503", Place(file=path.as_posix()))]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packing, step, full)
    written, problems = packed(tmp_path, FULL)
    assert [path.name for path in written] == ([] if step == "write_folder" else [ma_of(FULL)])
    assert [each[:5] for each in problems] == ["KD503"]


def test_an_incomplete_pack_nobody_changed_is_replaced(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "song-lam", tmp_path / "song-lam")
    first, _ = packed(tmp_path, HALF, incomplete=True)
    second, _ = packed(tmp_path, HALF, incomplete=True)
    assert first == second
    (first[0] / "ghi chú.txt").write_text("x", "utf-8")
    third, _ = packed(tmp_path, HALF, incomplete=True)
    assert third[0].name == f"{ma_of(HALF)} (mới)"
    assert third[1].name == f"{ma_of(HALF)} (mới).zip"
    (third[0] / "ghi chú.txt").write_text("x", "utf-8")
    fourth, _ = packed(tmp_path, HALF, incomplete=True)
    assert fourth[0].name == f"{ma_of(HALF)} (mới 2)"
    assert all((each / "ghi chú.txt").exists() for each in (first[0], third[0]))


def test_a_pack_of_a_campaign_among_several_is_found(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "song-lam", tmp_path / "nam" / "song-lam-2")
    shutil.copytree(home / "song-lam", tmp_path / "nam" / "song-lam-1")
    written, (told_,) = write_pack(tmp_path / "nam", ma_of(FULL), tmp_path / "ra", DAY)
    assert (written, told_.code) == ([], "KD733")
    assert told_.message.endswith(f": song-lam-1/{ma_of(FULL)}, song-lam-2/{ma_of(FULL)}")
    (tmp_path / "nam" / "song-lam-1" / "don-vi" / f"{ma_of(FULL)}.yaml").unlink()
    (folder, _), problems = write_pack(tmp_path / "nam", ma_of(FULL), tmp_path / "ra", DAY)
    assert problems == []
    assert folder == tmp_path / "ra" / "song-lam-2" / "nop" / ma_of(FULL)


def test_a_unit_nobody_has_is_told_with_where_it_was_looked_for(home: Path) -> None:
    written, problems = write_pack(home / "song-lam", "khong-co", home / "ra", DAY)
    assert written == []
    assert [each.code for each in problems] == ["KD724"]
    assert problems[0].place.file == (home / "song-lam").as_posix()


class TestVerifying:
    """What the receiving side reads."""

    @pytest.fixture
    def pack(self, home: Path, tmp_path: Path) -> Path:
        (folder, _), _ = packed(home, FULL)
        shutil.copytree(folder, tmp_path / "goi")
        return tmp_path / "goi"

    def said(self, path: Path) -> list[str]:
        found = verify(path).problems
        assert all(each.place.file == path.as_posix() for each in found)
        return [f"{each.code} {each.message}" for each in found]

    def test_each_file_that_is_not_as_it_was_is_named(self, pack: Path) -> None:
        (pack / "goi-ho-so.json").write_text("{}", "utf-8")
        (pack / "00 - Mục lục hồ sơ.docx").unlink()
        (pack / "thêm").mkdir()
        (pack / "thêm" / "a.txt").write_text("x", "utf-8")
        assert [each.split()[0] for each in self.said(pack)] == ["KD727", "KD728", "KD729"]
        text = " ".join(self.said(pack))
        assert "00 - Mục lục hồ sơ.docx" in text
        assert "goi-ho-so.json" in text
        assert "thêm/a.txt" in text
        assert verify(pack).don_vi == ""

    def test_minutes_that_are_not_there_are_missed(self, pack: Path) -> None:
        (pack / "00 - Biên bản giao nhận.docx").unlink()
        (told_,) = self.said(pack)
        assert told_.startswith("KD727")
        assert "00 - Biên bản giao nhận.docx" in told_

    def test_a_pack_with_a_line_that_is_none_is_no_pack(self, pack: Path) -> None:
        listing = pack / "manifest.sha256"
        listing.write_text(listing.read_text("utf-8") + "thêm một dòng\n", "utf-8")
        found = verify(pack)
        assert (found.don_vi, found.so_tep, found.ma_bam) == ("", 0, "")
        assert [each.code for each in found.problems] == ["KD726"]

    def test_a_pack_larger_than_any_is_not_opened(
        self, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (_, archive), _ = packed(home, FULL)
        with zipfile.ZipFile(archive) as inside:
            size = sum(each.file_size for each in inside.infolist())
        monkeypatch.setattr(verifying, "MAX_UNPACKED", size)
        assert self.said(archive) == []
        monkeypatch.setattr(verifying, "MAX_UNPACKED", size - 1)
        found = verify(archive)
        assert (found.don_vi, found.so_tep, found.ma_bam) == ("", 0, "")
        assert [each.code for each in found.problems] == ["KD726"]

    def test_a_name_that_stands_twice_in_a_zip_is_no_pack(self, home: Path, tmp_path: Path) -> None:
        (_, archive), _ = packed(home, FULL)
        copy = tmp_path / "goi.zip"
        shutil.copy(archive, copy)
        with (
            pytest.warns(UserWarning, match="Duplicate"),
            zipfile.ZipFile(copy, "a") as inside,
        ):
            inside.writestr("goi-ho-so.json", "{}")
        assert [each.code for each in verify(copy).problems] == ["KD726"]

    def test_a_folder_zipped_again_by_another_program_is_the_same_pack(
        self, pack: Path, tmp_path: Path
    ) -> None:
        """The Explorer puts the folder itself in, macOS takes accents apart, Windows adds files."""
        copy = tmp_path / "goi.zip"
        with zipfile.ZipFile(copy, "w") as out:
            out.mkdir("Hồ sơ/")
            for file in pack.iterdir():
                out.write(file, unicodedata.normalize("NFD", f"Hồ sơ/{file.name}"))
            out.writestr("Hồ sơ/Thumbs.db", "x")
        assert self.said(copy) == []
        assert verify(copy).so_tep == len(list(pack.iterdir()))
        with zipfile.ZipFile(copy, "a") as out:
            out.writestr("Hồ sơ/thêm.txt", "x")
        (told_,) = self.said(copy)
        assert told_.startswith("KD729 tệp «thêm.txt»")
        with zipfile.ZipFile(copy, "a") as out:
            out.writestr("thêm.txt", "x")
        assert [each.code for each in verify(copy).problems] == ["KD726"]

    def test_a_pack_copied_within_its_folder_is_the_same(self, pack: Path, tmp_path: Path) -> None:
        around = tmp_path / "nhan" / "phuong"
        shutil.copytree(pack, around / "goi")
        (around / "goi" / "desktop.ini").write_text("x", "utf-8")
        assert self.said(around) == []

    def test_two_names_that_look_the_same_are_no_pack(self, pack: Path) -> None:
        name = "Mục lục.docx"
        for form in ("NFC", "NFD"):
            (pack / unicodedata.normalize(form, name)).write_text("x", "utf-8")
        assert [each.code for each in verify(pack).problems] == ["KD726"]

    def test_a_file_that_may_not_be_read_is_named(
        self, pack: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        closed = pack / "goi-ho-so.json"
        real = Path.open

        def refused(self: Path, *args: Any, **more: Any) -> Any:
            if self == closed:
                raise PermissionError(13, "denied", str(self))
            return real(self, *args, **more)

        monkeypatch.setattr(Path, "open", refused)
        (found,) = verify(pack).problems
        assert (found.code, found.place.file) == ("KD003", str(closed))

    def test_minutes_may_be_filled_in_and_signed(self, pack: Path) -> None:
        minutes = pack / "00 - Biên bản giao nhận.docx"
        assert verify(pack).bien_ban_nguyen
        document = docx.Document(str(minutes))
        document.add_paragraph("Người nhận: Trần Thị Bình")
        document.save(str(minutes))
        assert self.said(pack) == []
        assert not verify(pack).bien_ban_nguyen

    def test_a_zip_whose_minutes_are_of_another_pack_is_told(
        self, home: Path, tmp_path: Path
    ) -> None:
        (folder, _), _ = packed(home, FULL)
        copy = tmp_path / "goi.zip"
        with zipfile.ZipFile(copy, "w") as out:
            for file in sorted(folder.iterdir()):
                out.write(file, file.name)
        assert self.said(copy) == []
        other = tmp_path / "khac.docx"
        typed("BIÊN BẢN", "0" * 64)(other)
        with zipfile.ZipFile(copy, "w") as out:
            for file in sorted(folder.iterdir()):
                out.write(other if "Biên bản" in file.name else file, file.name)
        (told_,) = self.said(copy)
        assert told_.startswith("KD732 bản kê manifest.sha256 không khớp")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        (PRINTED / "goi.txt").write_text(both(Path(folder)), "utf-8")
