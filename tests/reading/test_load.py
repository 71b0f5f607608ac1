"""Reading a file and a campaign folder."""

import datetime as dt
import os
import unicodedata
from pathlib import Path

import pytest

from generator import shipped
from generator.model import Dot, SaoLuc, VanBan
from generator.problems import Severity
from generator.reading.load import read_campaign, read_file
from tests.reading import sound


def lay_out(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, "utf-8")
    return folder


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(Path(p.place.file).name, p.code) for p in read_campaign(folder).problems]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return lay_out(tmp_path, dot=sound.DOT, cong_van=sound.LETTER, sao_luc=sound.COPY)


def test_a_sound_campaign_is_read_without_a_word(campaign: Path) -> None:
    found = read_campaign(campaign)
    assert found.problems == ()
    assert found.folder == campaign
    assert isinstance(found.dot, Dot)
    assert {name: type(document) for name, document in found.documents.items()} == {
        "cong-van.yaml": VanBan,
        "sao-luc.yaml": SaoLuc,
    }


def test_values_are_what_the_clerk_wrote(campaign: Path) -> None:
    found = read_campaign(campaign)
    letter = found.documents["cong-van.yaml"]
    assert isinstance(letter, VanBan)
    assert (letter.so, letter.ngay, letter.giu_nguyen_dau_cau) == (608, dt.date(2026, 11, 14), True)
    assert letter.lien_he == "Văn phòng Đảng ủy, điện thoại 0912345678"
    assert found.dot is not None
    assert [each.ngay for each in found.dot.thoi_han] == [
        dt.date(2026, 12, 15),
        dt.date(2027, 1, 10),
    ]
    assert found.dot.the_thuc == {"dau_cau": {"kinh_gui": {"cuoi": "."}}}


@pytest.mark.parametrize("name", sorted(p.parent.name for p in shipped.DATA.glob("*/dot.yaml")))
def test_the_sample_campaigns_have_no_errors(name: str) -> None:
    assert read_campaign(shipped.DATA / name).problems == ()


def test_the_folder_that_init_lays_out_has_no_errors() -> None:
    assert read_campaign(shipped.TEMPLATES / "khoi-tao").problems == ()


def test_documents_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["b", "a10", "a1", "c"]
    lay_out(tmp_path, dot=sound.DOT, **dict.fromkeys(names, sound.LETTER))
    assert list(read_campaign(tmp_path).documents) == ["a1.yaml", "a10.yaml", "b.yaml", "c.yaml"]


def test_only_data_files_directly_in_the_folder_are_read(campaign: Path) -> None:
    (campaign / "luoc-do").mkdir()
    (campaign / "luoc-do" / "x.yaml").write_text("sai", "utf-8")
    for name in ("~$cong-van.yaml", "Thumbs.db", "cong-van.yaml~"):
        (campaign / name).write_text("sai", "utf-8")
    assert read_campaign(campaign).problems == ()
    assert len(read_campaign(campaign).documents) == 2


def test_the_ending_may_be_in_capitals(campaign: Path) -> None:
    (campaign / "KE-HOACH.YAML").write_text(sound.LETTER, "utf-8")
    assert "KE-HOACH.YAML" in read_campaign(campaign).documents


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    found = read_campaign(tmp_path / "2062")
    assert [p.code for p in found.problems] == ["KD034"]
    assert (found.dot, found.documents) == (None, {})


def test_a_file_in_place_of_the_folder_is_one_problem(campaign: Path) -> None:
    assert [p.code for p in read_campaign(campaign / "dot.yaml").problems] == ["KD035"]


def test_without_dot_the_documents_are_still_checked(campaign: Path) -> None:
    (campaign / "dot.yaml").unlink()
    (campaign / "cong-van.yaml").write_text(sound.LETTER.replace("so: 608", "so: x"), "utf-8")
    assert codes(campaign) == [
        ("dot.yaml", "KD030"),
        ("cong-van.yaml", "KD113"),
        ("sao-luc.yaml", "KD132"),
    ]


KEYS = ["loai", "ma", "so", "kinh_gui", "nguon", "don_vi", "ngay", "mau", "tieu_de"]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", ["dot", "don-vi", "cong-van", "", "[1, 2]"])
def test_a_file_that_is_not_read_says_why(key: str, value: str, campaign: Path) -> None:
    """Whatever key of another kind of file is added, an error tells why nothing comes out."""
    for name, text in (("dot.yaml", sound.DOT), ("cong-van.yaml", sound.LETTER)):
        rest = "\n".join(row for row in text.splitlines() if not row.startswith(f"{key}:"))
        (campaign / name).write_text(f"{key}: {value}\n{rest}\n", "utf-8")
        read = read_file(campaign / name)
        assert read.value or any(each.severity is Severity.ERROR for each in read.problems)


def test_a_copy_waits_for_the_document_it_copies(campaign: Path) -> None:
    (campaign / "cong-van.yaml").write_text(sound.LETTER.replace("[^1],", ","), "utf-8")
    found = read_campaign(campaign)
    assert codes(campaign) == [("cong-van.yaml", "KD130"), ("sao-luc.yaml", "KD132")]
    assert found.problems[1].place.line == 3
    assert set(found.documents) == {"cong-van.yaml", "sao-luc.yaml"}


def test_a_warning_in_the_original_does_not_hold_the_copy_back(campaign: Path) -> None:
    (campaign / "cong-van.yaml").write_text(
        sound.LETTER.replace("14/11/2026", "14/11/2024"), "utf-8"
    )
    assert codes(campaign) == [("cong-van.yaml", "KD125")]


def test_two_copies_of_one_another_are_both_refused(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        lay_out(
            tmp_path, dot=sound.DOT, **{name: sound.COPY.replace("cong-van.yaml", f"{other}.yaml")}
        )
    wrong = [each for each in codes(tmp_path) if each[1] == "KD128"]
    assert wrong == [("a.yaml", "KD128"), ("b.yaml", "KD128")]


@pytest.mark.parametrize("kind", ["sao-y", "Sao y", "trich-sao", "ban-sao"])
def test_a_copy_called_by_its_form_is_told_how_copies_are_written(
    kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(sound.LETTER.replace("loai: cong-van", f"loai: {kind}"), "utf-8")
    (found,) = read_file(path).problems
    assert found.code == "KD032"
    assert "có phải ý" not in found.mend
    assert "loai: sao-luc" in found.mend


@pytest.mark.parametrize(
    ("first_line", "expected"),
    [
        ("loai: sao-luc", []),
        ("loai: sao lục", ["KD032"]),
        ("loại: sao-luc", ["KD101"]),
        ("Loai: sao-luc", ["KD101"]),
        ("loai:", ["KD031"]),
        ("# quên", ["KD031"]),
        ("loai: bảng lương", ["KD032"]),
    ],
)
def test_a_wrong_kind_hides_no_other_problem_and_makes_none(
    first_line: str, expected: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "sao.yaml"
    path.write_text(sound.COPY.replace("loai: sao-luc", first_line), "utf-8")
    assert [p.code for p in read_file(path).problems] == expected
    path.write_text(sound.COPY.replace("loai: sao-luc", first_line) + "dia_dan: x\n", "utf-8")
    more = [] if "bảng lương" in first_line else ["KD101"]
    assert [p.code for p in read_file(path).problems] == expected + more


def test_a_single_file_is_checked_by_itself(campaign: Path) -> None:
    assert read_file(campaign / "sao-luc.yaml").problems == ()
    late = sound.DOT.replace("15/12/2026", "15/12/2029")
    (campaign / "dot.yaml").write_text(late, "utf-8")
    found = read_file(campaign / "dot.yaml")
    assert isinstance(found.value, Dot)
    assert [(p.code, p.place.line, p.place.column) for p in found.problems] == [("KD126", 21, 11)]


def test_a_file_is_shown_as_the_user_named_it(campaign: Path) -> None:
    (campaign / "cong-van.yaml").write_text("loai: cong-van\n\tso: 1\n", "utf-8")
    (found,) = read_file(campaign / "cong-van.yaml", "kiem-diem-2026/cong-van.yaml").problems
    assert found.place.file == "kiem-diem-2026/cong-van.yaml"


@pytest.mark.skipif(os.name == "nt", reason="this name is not allowed on Windows")
def test_a_name_with_odd_characters_is_read_too(campaign: Path) -> None:
    other = sound.LETTER.replace("so: 608", "so: 609")
    (campaign / "công văn: số 2.yaml").write_text(other, "utf-8")
    assert read_campaign(campaign).problems == ()


def test_reading_twice_gives_equal_values(campaign: Path) -> None:
    assert read_campaign(campaign) == read_campaign(campaign)


def test_a_copy_finds_its_original_under_the_decomposed_name_of_a_mac(tmp_path: Path) -> None:
    lay_out(tmp_path, dot=sound.DOT, sao=sound.COPY.replace("cong-van.yaml", "kế hoạch.yaml"))
    name = unicodedata.normalize("NFD", "kế hoạch.yaml")
    (tmp_path / name).write_text(sound.LETTER, "utf-8")
    found = read_campaign(tmp_path)
    assert found.problems == ()
    assert found.documents["sao.yaml"].ban_goc == name
