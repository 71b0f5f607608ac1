"""Every file in `mau/` is used, or told with the name that would be used."""

import os
import shutil
from pathlib import Path

import pytest
from docx import Document

from generator import shipped
from generator.model import CoQuan, Dot, VanBan
from generator.model.kinds import LoaiVanBan
from generator.papers.own_templates import unused_templates
from generator.papers.templates import search_path
from generator.problems import Problem

DOT = Dot(ten="Đợt", nam=2026, co_quan=CoQuan(ten="Đảng ủy xã Lộc Vân"))


def lay(campaign: Path, *names: str) -> None:
    for name in names:
        path = campaign / "mau" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shipped.TEMPLATES / "cong-van.docx", path)


def told(campaign: Path, dot: Dot = DOT, *documents: VanBan) -> list[Problem]:
    return unused_templates(campaign, dot, lambda: documents)


@pytest.mark.parametrize(
    ("name", "code", "right"),
    [
        ("cong-van.docx", "", ""),
        ("khoi/noi-nhan-ky.docx", "", ""),
        ("mau02/2025-02a.docx", "", ""),
        ("~$cong-van.docx", "", ""),
        ("Thumbs.db", "", ""),
        ("cong-van.dotx", "KD053", "mau/cong-van.docx"),
        ("cong-van.doc", "KD053", "mau/cong-van.docx"),
        ("cong-van.docm", "KD053", "mau/cong-van.docx"),
        ("cong-van.odt", "KD053", "mau/cong-van.docx"),
        ("cong-van.DOCX", "KD053", "mau/cong-van.docx"),
        ("cong-van (1).docx", "KD053", "mau/cong-van.docx"),
        ("Bản sao cong-van.docx", "KD053", "mau/cong-van.docx"),
        ("cong-van - Copy.docx", "KD053", "mau/cong-van.docx"),
        ("cong_van.docx", "KD053", "mau/cong-van.docx"),
        ("Công văn.docx", "KD053", "mau/cong-van.docx"),
        ("cong-van.docx.docx", "KD053", "mau/cong-van.docx"),
        ("cong_van (2).docx.dotx", "KD053", "mau/cong-van.docx"),
        ("2025-02a.docx", "KD053", "mau/mau02/2025-02a.docx"),
        ("mau02/2025_02A.docx", "KD053", "mau/mau02/2025-02a.docx"),
        ("noi-nhan-ky.docx", "KD053", "mau/khoi/noi-nhan-ky.docx"),
        ("giay-moi-hop.docx", "KD054", "tên này"),
        ("ghi-chu.txt", "KD054", "tên này"),
    ],
)
def test_a_file_is_used_or_told_with_its_right_name(
    name: str, code: str, right: str, tmp_path: Path
) -> None:
    lay(tmp_path, name)
    found = told(tmp_path)
    assert [each.code for each in found] == ([code] if code else [])
    assert all(right in each.message for each in found)


def test_a_copy_beside_the_file_that_is_used_is_only_told(tmp_path: Path) -> None:
    lay(tmp_path, "cong-van.docx", "cong-van (1).docx")
    (found,) = told(tmp_path)
    assert (found.code, Path(found.place.file).name) == ("KD054", "cong-van (1).docx")
    assert "mau/cong-van.docx" in found.message


def test_a_name_that_a_letter_or_a_kind_of_the_office_gives_is_asked_for(tmp_path: Path) -> None:
    lay(tmp_path, "thu-moi.docx", "rieng.docx")
    letter = VanBan(loai="cong-van", trich_yeu="x", noi_dung="x", mau="rieng")
    kind = LoaiVanBan(
        loai="loai-van-ban", ma="thu-moi", ten="Thư mời", bo_cuc="ten-loai", mau="thu-moi", ky_hieu="TM"
    )  # fmt: skip
    assert told(tmp_path, DOT.with_kinds((kind,)), letter) == []
    assert len(told(tmp_path)) == 2


def test_a_block_that_another_template_of_the_office_includes_is_used(tmp_path: Path) -> None:
    lay(tmp_path, "khoi/dau-trang-rieng.docx")
    assert [each.code for each in told(tmp_path)] == ["KD054"]
    whole = Document()
    whole.add_paragraph('{%p include "khoi/dau-trang-rieng.docx" %}')
    whole.save(tmp_path / "mau" / "cong-van.docx")
    assert told(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have names on Unix only")
def test_a_pipe_among_the_templates_is_told_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    os.mkfifo(tmp_path / "mau" / "cong-van.docx")
    assert [each.code for each in told(tmp_path)] == ["KD043"]


def test_a_link_that_leads_out_of_the_templates_is_told_and_not_used(tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    (tmp_path / "khoi").mkdir()
    shutil.copy(shipped.TEMPLATES / "cong-van.docx", tmp_path / "goc.docx")
    (tmp_path / "mau" / "cong-van.docx").symlink_to(tmp_path / "goc.docx")
    (tmp_path / "mau" / "khoi").symlink_to(tmp_path / "khoi")
    assert [each.code for each in told(tmp_path)] == ["KD073", "KD073"]
    assert dict(search_path(tmp_path).names())["cong-van"] == shipped.TEMPLATES / "cong-van.docx"


def test_a_link_to_another_template_of_the_office_is_used(tmp_path: Path) -> None:
    (tmp_path / "mau").mkdir()
    shutil.copy(shipped.TEMPLATES / "cong-van.docx", tmp_path / "mau" / "bao-cao.docx")
    (tmp_path / "mau" / "cong-van.docx").symlink_to("bao-cao.docx")
    assert told(tmp_path) == []
    assert dict(search_path(tmp_path).names())["cong-van"].parent == tmp_path / "mau"
