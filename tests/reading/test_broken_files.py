"""Every broken file gives exactly its code at the exact line and column, in Vietnamese."""

import re
from pathlib import Path

import pytest
import yaml

from generator.problems import Place, Problem
from generator.problems.catalogue import FOLDER, entries
from generator.problems.text import line
from generator.reading import yaml_text
from generator.reading.load import read_campaign
from tests.reading.broken import AS_A_FILE, TABLE, Broken

ELSEWHERE = {
    "KD001": "test_text_file",
    "KD002": "test_text_file",
    "KD003": "test_text_file",
    "KD004": "test_text_file",
    "KD007": "test_text_file",
    "KD034": "test_load",
    "KD035": "test_load",
    "KD036": "test_units",
    "KD038": "test_kinds",
    "KD039": "test_kinds",
    "KD040": "test_kinds",
    **dict.fromkeys(("KD037", "KD042", "KD043", "KD044", "KD045"), "test_laid_out"),
    **dict.fromkeys(("KD053", "KD054", "KD073"), "../papers/test_own_templates"),
    **dict.fromkeys(("KD046", "KD047", "KD048", "KD049", "KD051"), "test_laid_out"),
    "KD067": "test_checks",
    "KD070": "../building/test_run",
    "KD069": "../papers/test_unit_papers",
    **dict.fromkeys((f"KD0{number}" for number in range(55, 63)), "test_cautions"),
    **dict.fromkeys(("KD144", "KD145", "KD146"), "../papers/test_own_kinds"),
    "KD071": "test_cautions",
    "KD072": "../acceptance/test_wrong_surroundings",
    "KD109": "test_validate",
    "KD132": "test_load",
    **dict.fromkeys((f"KD{number}" for number in range(136, 143)), "test_units"),
}

ENGLISH = re.compile(
    r"\b(expected|found|while|scanning|parsing|values?|valid|input|should|string|fields?|required"
    r"|mappings?|errors?|lines?|columns?|tokens?|characters?|unknown|missing|extra|permitted|keys?"
    r"|lists?|dict|tuple|none|true|false|document|stream|block|scalar|file|folder|type|allowed"
    r"|unexpected|invalid|must|not|and|the|with|of|is)\b",
    re.IGNORECASE,
)
VIETNAMESE = re.compile(
    r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


def assert_speaks_vietnamese(problem: Problem) -> None:
    for text in (problem.message, problem.mend):
        own = re.sub(r"«.*?»", "", text, flags=re.DOTALL)
        assert not ENGLISH.search(own), own
        assert VIETNAMESE.search(text), text
        assert "{" not in own


def lay_out(case: Broken, folder: Path) -> None:
    for name, data in case.on_disk().items():
        (folder / name).write_bytes(data)


def reported(folder: Path) -> list[tuple[str, str, int, int]]:
    problems = read_campaign(folder).problems
    return [(Path(p.place.file).name, p.code, p.place.line, p.place.column) for p in problems]


def test_the_table_is_as_large_as_promised() -> None:
    assert len(TABLE) >= 40
    assert len({str(case) for case in TABLE}) == len(TABLE)


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_a_broken_file_gives_its_code_at_its_place(case: Broken, tmp_path: Path) -> None:
    lay_out(case, tmp_path)
    assert reported(tmp_path) == [(case.at, case.code, *case.spot)]


@pytest.mark.parametrize("case", TABLE, ids=str)
def test_what_the_clerk_reads_is_one_vietnamese_line_with_the_place_first(
    case: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    (problem,) = read_campaign(Path()).problems
    assert_speaks_vietnamese(problem)
    written = line(problem)
    place = case.at + (":{}:{}".format(*case.spot) if case.spot[0] else "")
    assert written.startswith(f"{place}: {case.code} {problem.severity}: ")
    assert "\n" not in written
    assert " → " in written


@pytest.mark.parametrize("case", [c for c in TABLE if "KD009" < c.code < "KD030"], ids=str)
def test_without_libyaml_the_file_is_refused_too(
    case: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "Parser", yaml.BaseLoader)
    lay_out(case, tmp_path)
    (found,) = reported(tmp_path)
    if case.code != "KD010":
        assert found == (case.at, case.code, *case.spot)


@pytest.mark.parametrize("case", [c for c in TABLE if c not in AS_A_FILE], ids=str)
def test_windows_line_ends_and_a_byte_order_mark_move_nothing(case: Broken, tmp_path: Path) -> None:
    for name, data in case.on_disk().items():
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert reported(tmp_path) == [(case.at, case.code, *case.spot)]


def test_every_code_of_reading_has_a_broken_file() -> None:
    shown = {case.code for case in TABLE} | set(ELSEWHERE)
    mine = {
        code
        for name in ("doc-tep.yaml", "du-lieu.yaml")
        for code in re.findall(r"^(KD\d+):", (FOLDER / name).read_text("utf-8"), re.MULTILINE)
    }
    assert shown == mine
    assert mine <= set(entries())


def test_a_code_is_tested_where_this_file_says() -> None:
    for code, module in ELSEWHERE.items():
        assert code in (Path(__file__).parent / f"{module}.py").read_text("utf-8")


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "dot.yaml").write_text("ten: Đợt 2026\nnam: hai nghìn\nco_quan: Đảng ủy\n", "utf-8")
    (tmp_path / "a.yaml").write_text("loai: cong-vn\nngay: 31/2/2026\nkinhgui: [Các xã]\n", "utf-8")
    (tmp_path / "b.yaml").write_text("loai: cong-van\n\tso: 1\n", "utf-8")
    assert reported(tmp_path) == [
        ("dot.yaml", "KD113", 2, 6),
        ("dot.yaml", "KD108", 3, 10),
        ("a.yaml", "KD102", 1, 1),
        ("a.yaml", "KD102", 1, 1),
        ("a.yaml", "KD032", 1, 7),
        ("a.yaml", "KD112", 2, 7),
        ("a.yaml", "KD101", 3, 1),
        ("b.yaml", "KD011", 2, 1),
    ]


def test_a_problem_is_printed_with_the_path_as_the_user_gave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("dữ liệu") / "2026"
    folder.mkdir(parents=True)
    problems = read_campaign(folder).problems
    assert problems[0].place == Place(file="dữ liệu/2026/dot.yaml")
