"""Every file of a campaign folder is read, or told why not, with the name it should have."""

import os
from pathlib import Path

import pytest

from generator.problems import Problem
from generator.reading.laid_out import not_read
from generator.reading.load import read_campaign
from generator.reading.places import campaign_folders

UNIT = "don-vi/chi-bo-1"


def laid(tmp_path: Path, *names: str) -> list[Problem]:
    """What is told of a campaign with these files; a name that ends with a slash is a folder."""
    for name in ("dot.yaml", f"{UNIT}/don-vi.yaml", f"{UNIT}/ca-nhan/an.yaml", *names):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_text("loai: x\n", "utf-8")
    return not_read(tmp_path)


def told(problems: list[Problem], folder: Path) -> list[tuple[str, str]]:
    return [(each.code, Path(each.place.file).relative_to(folder).as_posix()) for each in problems]


@pytest.mark.parametrize(
    ("name", "code", "right"),
    [
        # the folders that are read, nearly
        ("đơn vị/chi-bo-2.yaml", "KD042", "don-vi"),
        ("don vi/chi-bo-2.yaml", "KD042", "don-vi"),
        ("Don-vi/chi-bo-2.yaml", "KD042", "don-vi"),
        ("don_vi/", "KD042", "don-vi"),
        ("donvi/", "KD042", "don-vi"),
        ("don-vi (1)/", "KD042", "don-vi"),
        ("don-vi - Copy/", "KD042", "don-vi"),
        ("Bản sao don-vi/", "KD042", "don-vi"),
        ("d\u0323on-vi/", "KD042", "don-vi"),
        ("mẫu/cong-van.docx", "KD042", "mau"),
        ("Mau/", "KD042", "mau"),
        ("loại/thu-moi.yaml", "KD042", "loai"),
        ("danh mục/", "KD042", "danh-muc"),
        ("da nhan/", "KD042", "da-nhan"),
        ("đã-nhận/", "KD042", "da-nhan"),
        (f"{UNIT}/cá nhân/an.yaml", "KD042", "ca-nhan"),
        (f"{UNIT}/Ca-nhan/an.yaml", "KD042", "ca-nhan"),
        # endings
        ("cong-van.yaml.txt", "KD044", "cong-van.yaml"),
        ("cong-van.YAML.bak", "KD044", "cong-van.yaml"),
        ("cong-van.yml.txt", "KD044", "cong-van.yaml"),
        ("cong-van.yaml (1)", "KD044", "cong-van.yaml"),
        ("cong-van.yml", "KD033", "cong-van.yaml"),
        ("cong-van.YML", "KD033", "cong-van.yaml"),
        ("don-vi/chi-bo-2.yaml.txt", "KD044", "chi-bo-2.yaml"),
        (f"{UNIT}/ca-nhan/binh.yml", "KD033", "binh.yaml"),
        ("loai/thu-moi.yaml.txt", "KD044", "thu-moi.yaml"),
        ("danh-muc/rieng.yml", "KD033", "rieng.yaml"),
        # the files that have a name of their own
        ("don-vi/chi-bo-2/đơn-vị.yaml", "KD048", "don-vi.yaml"),
        ("don-vi/chi-bo-2/Don-vi.yaml", "KD048", "don-vi.yaml"),
        ("don-vi/chi-bo-2/don-vi.yaml.txt", "KD048", "don-vi.yaml"),
        ("dot (1).yaml", "KD048", "dot.yaml"),
        ("dot-PC-VANTHU.yaml", "KD048", "dot.yaml"),
        # copies of what is read
        ("don-vi/chi-bo-1 (2)/", "", ""),
        (f"{UNIT}/ca-nhan/an (1).yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an - Copy.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an - Sao chép (2).yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/Bản sao an.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/Bản sao của an.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/Copy of an.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an copy 2.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an-DESKTOP-7A8B.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an.sync-conflict-20261114-101112-ABC.yaml", "KD045", "an.yaml"),
        (f"{UNIT}/ca-nhan/an (PC's conflicted copy 2026-11-14).yaml", "KD045", "an.yaml"),
        # places where nothing is read
        (f"{UNIT}/binh.yaml", "KD037", ""),
        (f"{UNIT}/ca-nhan/cu/binh.yaml", "KD037", ""),
        ("don-vi/chi-bo-2/ca-nhan/binh.yaml", "KD046", "don-vi.yaml"),
        ("chi-bo-2/don-vi.yaml", "KD047", ""),
        (".cu/chi-bo-2.yaml", "KD047", ""),
        (".cong-van.yaml", "KD049", ""),
        ("danh-sach.xlsx", "KD051", "danh-sach.xlsx"),
        ("don-vi/chi-bo-2.docx", "KD051", "chi-bo-2.docx"),
        # what may lie there
        ("Thumbs.db", "", ""),
        ("~$cong-van.yaml", "", ""),
        ("tham-khao/quy-dinh.pdf", "", ""),
        ("output/dot/a.docx", "", ""),
        ("ket-qua/dot/.kiemdiem.sqlite", "", ""),
        ("so-cua-xa/so.sqlite", "", ""),
        ("da-nhan/chi-bo-1/bien-ban.pdf", "", ""),
        ("mau/cong-van.docx", "", ""),
        ("luoc-do/dot.schema.json", "", ""),
        ("thong-bao-UBND.yaml", "", ""),
        ("cong-van (1).yaml", "", ""),
        ("KE-HOACH.YAML", "", ""),
    ],
)  # fmt: skip
def test_what_is_not_read_is_told_with_its_right_name(
    name: str, code: str, right: str, tmp_path: Path
) -> None:
    found = laid(tmp_path, name)
    assert [each.code for each in found] == ([code] if code else [])
    assert all(right in each.message + each.mend for each in found)


def test_a_named_folder_is_told_once_however_many_files_it_has(tmp_path: Path) -> None:
    found = laid(tmp_path, *(f"{number}.pdf" for number in range(30)))
    assert told(found, tmp_path) == [("KD051", ".")]
    assert found[0].message.startswith("30 tệp")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
@pytest.mark.parametrize("place", ["cong-van.yaml", f"{UNIT}/ca-nhan/b.yaml", "loai/x.yaml", "a"])
def test_a_pipe_and_a_link_that_leads_nowhere_are_told(tmp_path: Path, place: str) -> None:
    laid(tmp_path)
    (tmp_path / place).parent.mkdir(exist_ok=True)
    os.mkfifo(tmp_path / place)
    assert told(not_read(tmp_path), tmp_path) == [("KD043", place)]
    for target in ("nirgends", Path(place).name):  # nowhere, and to itself
        (tmp_path / place).unlink()
        (tmp_path / place).symlink_to(target)
        assert told(not_read(tmp_path), tmp_path) == [("KD043", place)]


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    assert told(laid(tmp_path, "cu.yaml/"), tmp_path) == [("KD002", "cu.yaml")]


@pytest.mark.parametrize(
    "name", ["đợt.yaml", "Dot.yaml", "dot.yaml.txt", "dot.yml", "dot (1).yaml"]
)
def test_a_misnamed_campaign_file_is_the_one_thing_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("ten: Đợt\nnam: 2026\n", "utf-8")
    found = read_campaign(tmp_path).problems
    assert [(each.code, Path(each.place.file).name) for each in found] == [("KD048", name)]
    assert "dot.yaml" in found[0].mend


def test_a_campaign_with_a_misnamed_file_is_not_passed_over_among_others(tmp_path: Path) -> None:
    for name in ("dot-1/dot.yaml", "dot-2/đợt.yaml", "luoc-do/a.json"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("", "utf-8")
    assert [each.name for each in campaign_folders(tmp_path)] == ["dot-1", "dot-2"]


def test_of_a_folder_that_is_no_campaign_only_errors_are_told(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "a.pdf").write_text("", "utf-8")
    assert not_read(tmp_path) == []
    (tmp_path / "đơn vị").mkdir()
    assert told(not_read(tmp_path), tmp_path) == [("KD042", "đơn vị")]
