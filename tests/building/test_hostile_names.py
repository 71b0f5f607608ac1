"""Whatever stands in a data file, documents stay in their folder under names Windows accepts."""

import itertools
import json
import os
import random
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.building.build import build
from generator.building.executors import here
from generator.building.folder_work import Done
from generator.building.folders import BuildRequest
from generator.building.listing import rows
from generator.building.state import STATE_FILE
from generator.problems import Severity
from tests.building import big
from tests.papers.unit_data import COLLECTIVE, DOT, MEMBER, review

NAME = "xa"
YEAR = 2025
NFD = unicodedata.normalize("NFD", "Chi bộ thôn Đường Huế")
BIDI = "\u202e\u202d\u2066\u2069\u200f\u200e"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f"

NASTY = [
    ".", "..", "...", "../..", "../../x", "..\\..\\x", "/etc/x", "/", "//", "\\", "C:", "C:\\x",
    "c:x", "\\\\server\\share", "\\\\?\\C:\\x", "\\\\.\\COM1", "~", "~/x", "$HOME", "%TEMP%",
    "a/b", "a\\b", "a:b", "a:$DATA", 'a"b', "a<b>c", "a|b", "a?b*", "*", "?", "|", "<>", "::$DATA",
    "CON", "con", "con.txt", "Con.tar.gz", "con .txt", "PRN", "AUX", "aux.docx", "NUL", "nul.",
    "COM1", "com9.x", "COM0", "LPT1", "LPT¹", "com²", "COM³.txt", "lpt9 ", "CONIN$", "conout$",
    "con/", "../con", "con:", "CON\u200b", "\u200bCON", "con\u202e.txt", "c\u00adon", "nul\ufeff",
    ".con", " con", "con.", "con ", "x.", "x..", "x . .", "x ", " x", "x\u3000", "\u00a0x\u00a0",
    ".x", "..x", "-rf", "--clean", "@x", "#x", "=1+1", "'x", "x'", "{{ x }}", "{% x %}", "%s", "%n",
    "x" * 300, "Ế" * 300, "😀" * 300, "a\u0301" * 300, "x" * 59 + ". x", "x" * 60, "x" * 61,
    "x" * 58 + " .y", "x" * 104 + "😀", "..." + "x" * 300, "con." + "x" * 300, "ộ" * 59 + ".😀",
    NFD, unicodedata.normalize("NFC", NFD), NFD.upper(), NFD + "\u200b\u0301", "e\u200b\u0301",
    "o\u00ad\u0302\u0323", "\u0301x", "\u0301", "a\u200d\u0323b", "\u1100\u1161\u11a8", "Å", "A\u030a",
    "\u212b", "K", "\u212a", "ﬁ", "fi", "ß", "ss", "SS", "ſ", "İ", "i\u0307", "ı", "I", "Σ", "ς", "σ",
    f"abc{BIDI}def", BIDI, "\u202excod.exe", UNSEEN, f"a{UNSEEN}b", "👨‍👩‍👧", "😀", "\U0001f1fb\U0001f1f3",
    "\ue000", "\U000e0001x", "\ufffd", "\uffe5", "：", "／", "＼", "＂", "⁄", "∕", "․․", "‥", "…",
    "Hoà", "Hòa", "HÒA", "hoà", "Uỷ ban", "Ủy ban", "thuỷ", "thủy",
    "Chi bộ  1", "Chi bộ 1", "chi bộ 1", "CHI BỘ 1", "Chi bộ 1.", "Chi bộ/1", "Chi bộ:1", "Chi bộ 1 ",
    "Chi bộ 1 (2)", "Chi bộ\u20021", "Chi\u200b bộ 1", "x (2)", "X", "_", "__", "_con", "_ ",
    ".kiemdiem.sqlite", ".kiemdiem-0.tmp", "desktop.ini", "Thumbs.db", "~$x", "x.docx", "cong-van.docx",
    "a\tb", "a\nb", "a\r\nb", "\ta", "null", "true", "1", "1.10", "0x1", "2026-01-01", "[]", "{}", "&a",
    "*a", "!!python/object:os.system", "- x", "x: y", "x #y", "|", ">", "\\0", "\\x00", "%00", "..%2f",
]  # fmt: skip
REFUSED = [
    "\0", "a\0b", "../\0", "con\0.txt", *map(chr, (1, 2, 7, 8, 11, 12, 14, 27, 31, 0x7F)),
    "a\x1b[31mb", "\x80", "\x9f", "a\x85b", "a\u2028b", "a\u2029b", "\ufffe", "\uffff", "",
    " ", "   ", "\t", "\n", "\u3000", "\u00a0", "\ud800", "a\udfffb",
]  # fmt: skip
MANY = (300, pytest.param(500, marks=pytest.mark.soak))
"""Every name of the list and a hundred pairs; `make soak` tries three hundred pairs."""


def hostile(count: int) -> list[str]:
    """Every name of the list, then pairs of them, all different."""
    draw = random.Random(2026)
    found = dict.fromkeys(NASTY)
    joints = ("", " ", ".", "/", "\\", "\u200b", " - ", "\u0301")
    while len(found) < count:
        one, two = draw.choice(NASTY), draw.choice(NASTY)
        found[f"{one}{draw.choice(joints)}{two}"] = None
    return list(found)[:count]


def twice(names: list[str]) -> list[int]:
    """Return which names an earlier one equals once composed and stripped: one code, two units."""
    seen: set[str] = set()
    found = []
    for number, name in enumerate(names):
        composed = unicodedata.normalize("NFC", name).strip()
        found += [number] if composed in seen else []
        seen.add(composed)
    return found


NOTHING = {"giai_trinh": "Không có"}


def unit(code: str, name: str, people: list[str], group: str) -> dict[str, Any]:
    """The least a unit says so that every document of it is made."""
    text = "Đạt."
    return {
        "loai": "don-vi",
        "don_vi": {"ma": code, "ten": name, "loai": "chi_bo", "cap_tren": "Đảng bộ xã Tân Hòa"},
        "tap_the": [collective(group)],
        "ca_nhan": [
            {"ho_ten": each, "ngay_sinh": "05/02/1980", "vai_tro": "khong_lanh_dao",
             "noi_cu_tru": {"mien": "Đi học"}, **review(MEMBER, YEAR, text), **NOTHING}
            for each in people
        ],
    }  # fmt: skip


def collective(name: str) -> dict[str, Any]:
    return {"ten": name, **review(COLLECTIVE, YEAR, "Đạt."), **NOTHING}


def campaign(folder: Path, units: list[dict[str, Any]], ascii_only: bool = False) -> Path:
    """Write units as JSON, which is YAML too; some editors escape what is not ASCII."""
    (folder / "don-vi").mkdir(parents=True)
    write(folder / "dot.yaml", {**DOT, "nam": str(YEAR)})
    for number, each in enumerate(units):
        write(folder / "don-vi" / f"{number:04}.yaml", each, ascii_only=ascii_only)
    return folder


def write(path: Path, tree: dict[str, Any], *, ascii_only: bool = False) -> None:
    path.write_text(json.dumps(tree, ensure_ascii=ascii_only, indent=1), "utf-8")


def run(request: BuildRequest) -> list[Done]:
    done = [progress.done for progress in build(request, here)]
    assert [each.crash for each in done if each.crash] == []
    return done


def made(done: list[Done]) -> list[Path]:
    return [step.file for each in done for step in each.outcome.steps]


def errors(done: list[Done]) -> dict[str, list[str]]:
    """Return the codes of errors by the name of the file they are in."""
    found: dict[str, list[str]] = {}
    for each in itertools.chain.from_iterable(one.outcome.problems for one in done):
        if each.severity is Severity.ERROR:
            found.setdefault(Path(each.place.file).name, []).append(each.code)
    return found


def tree(folder: Path) -> dict[str, bytes | str | None]:
    """Return everything below a folder: what a file holds, where a link leads."""
    found: dict[str, bytes | str | None] = {}
    for home, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(home, name)
            held = str(path.readlink()) if path.is_symlink() else None
            found[str(path.relative_to(folder))] = (
                path.read_bytes() if held is None and path.is_file() else held
            )
    return found


DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    port + digit for port in ("COM", "LPT") for digit in "0123456789¹²³"
}


def refused_by_windows(name: str, longest: int) -> str:
    """Say why Windows, or a clerk, would not take a name; nothing when they would."""
    stem = name.partition(".")[0].rstrip(" ").upper()
    reasons = {
        "forbidden": set(name) & set('<>:"/\\|?*'),
        "control or unseen": [c for c in name if unicodedata.category(c) in {"Cc", "Cf", "Cs"}],
        "device": stem in DEVICES,
        "trailing": name[-1:] in {".", " "},
        "leading": name[:1] in {".", " "},
        "not NFC": unicodedata.normalize("NFC", name) != name,
        "too long": len(name) > longest,
        "too many bytes": len(name.encode()) > 255,
        "empty": not name,
    }
    return ", ".join(reason for reason, found in reasons.items() if found)


def names_are_fine(root: Path) -> None:
    """Hold every name below a folder against what Windows accepts."""
    for home, folders, files in os.walk(root):
        files = [each for each in files if each != STATE_FILE]  # noqa: PLW2901
        wrong = [(n, why) for n in folders if (why := refused_by_windows(n, 60))]
        wrong += [(n, why) for n in files if (why := refused_by_windows(n, 120))]
        assert wrong == [], home
        seen: dict[str, str] = {}
        for name in (*folders, *files):
            other = seen.setdefault(unicodedata.normalize("NFC", name.casefold()), name)
            assert other == name, (home, other)


def test_the_checker_refuses_what_windows_refuses() -> None:
    """A checker that lets everything pass proves nothing."""
    bad = [
        "a:b",
        "con",
        "CON .txt",
        "aux.docx",
        "x.",
        "x ",
        "LPT¹",
        "..",
        "",
        "a\u200bb",
        "a\tb",
        NFD,
    ]
    assert [name for name in bad if not refused_by_windows(name, 60)] == []
    assert refused_by_windows("x" * 61, 60) == "too long"
    assert refused_by_windows("Chi bộ thôn Đông (2)", 60) == ""


@pytest.mark.parametrize("many", MANY)
def test_hostile_codes_names_and_people_stay_in_the_folder_under_names_windows_accepts(
    tmp_path: Path, many: int
) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    names = [str(outside / "x"), f"{outside}/../y", *hostile(many - 2)]
    assert len(set(names)) == many
    draw = random.Random(366)
    others, people = draw.sample(names, many), draw.sample(names, many)
    units = [
        unit(code, others[number], [people[number]], others[number - 1])
        for number, code in enumerate(names)
    ]
    request = BuildRequest(campaign(tmp_path / "data" / NAME, units), tmp_path / "a" / "ra" / NAME)
    before = tree(tmp_path)
    done = run(request)
    after = tree(tmp_path)
    assert {name: after.get(name) for name in before} == before
    inside = str(request.root.relative_to(tmp_path))
    assert [
        n
        for n in after.keys() - before.keys() - {"a", "a/ra"}
        if not f"{n}/".startswith(f"{inside}/")
    ] == []
    files = made(done)
    assert len(files) == len(set(files)) == len(big.documents(request.root))
    assert {path.parent.name for path in files} == {each.name for each in done if each.name}
    assert errors(done) == {f"{number:04}.yaml": ["KD139"] for number in twice(names)}
    assert len({path.parent for path in files}) == many
    names_are_fine(request.root)
    assert big.files(request.root) == set()
    assert made(run(request)) == []


def test_the_plan_lists_the_names_that_are_made(tmp_path: Path) -> None:
    """Two people, collectives and meetings whose names meet get a file each."""
    people = hostile(250)[80:]
    one = unit("chi-bo", "Chi bộ", people, "Chi ủy")
    one["tap_the"] = [collective(each) for each in NASTY[:40]]
    one["hoi_nghi"] = [
        {"ten": each, "ngay": "10/12/2025", "trieu_tap": "3", "co_mat": "3",
         "chu_tri": {"ho_ten": people[1]}, "thu_ky": {"ho_ten": people[2]}}
        for each in NASTY[40:80]
    ]  # fmt: skip
    request = BuildRequest(campaign(tmp_path / "data" / NAME, [one]), tmp_path / "ra" / NAME)
    done = run(request)
    files = made(done)
    # Names that a reader takes for the same are told, and each still gets a file of its own.
    assert {code for codes in errors(done).values() for code in codes} <= {"KD162", "KD163"}
    assert len(files) == len(set(files)) == len(big.documents(request.root))
    assert {path.as_posix() for path in files} == {row.tep for row in rows(request)[0]}
    assert len(files) > len(people) + 80
    names_are_fine(request.root)
    assert big.files(request.root) == set()
    assert made(run(request)) == []


@pytest.mark.parametrize("ascii_only", [False, True], ids=["as it is", "escaped"])
@pytest.mark.parametrize("where", ["ma", "ten", "ho_ten"])
def test_what_no_document_can_hold_is_refused_with_a_code(
    tmp_path: Path, where: str, ascii_only: bool
) -> None:
    bad = [each for each in REFUSED if ascii_only or each.isascii() or each.isprintable()]
    bad += [] if ascii_only else [each for each in REFUSED if "\ud800" > each > "\x7f"]
    units = [
        unit(
            each if where == "ma" else f"chi-bo-{number}",
            each if where == "ten" else f"Chi bộ {number}",
            [each if where == "ho_ten" else "Nguyễn Văn Một"],
            "Chi ủy",
        )
        for number, each in enumerate(bad)
    ]
    units.append(unit("chi-bo-tot", "Chi bộ tốt", ["Nguyễn Văn Hai"], "Chi ủy"))
    data = campaign(tmp_path / "data" / NAME, units, ascii_only=ascii_only)
    request = BuildRequest(data, tmp_path / "ra" / NAME)
    done = run(request)
    found = errors(done)
    missed = [bad[n] for n in range(len(bad)) if not found.get(f"{n:04}.yaml")]
    assert missed == []
    assert all(re.fullmatch(r"KD\d{3}", code) for codes in found.values() for code in codes)
    assert {path.parent.name for path in made(done)} == {"chi-bo-tot"}
    assert [each.name for each in request.root.iterdir() if each.is_dir()] == ["chi-bo-tot"]


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    units = [unit(f"chi-bo-{n}", f"Chi bộ {n}", ["Nguyễn Văn Một"], "Chi ủy") for n in (1, 2)]
    return BuildRequest(campaign(tmp_path / "data" / NAME, units), tmp_path / "ra" / NAME)


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody else, with a note and a document of this program in it."""
    folder = tmp_path / "của người khác"
    folder.mkdir()
    (folder / "ghi chú.txt").write_text("của tôi", "utf-8")
    return folder


def codes(done: list[Done]) -> list[str]:
    return [each.code for one in done for each in one.outcome.problems]


@pytest.mark.parametrize("clean", [False, True])
def test_a_unit_folder_that_leads_elsewhere_changes_nothing_there(
    request_: BuildRequest, outside: Path, clean: bool
) -> None:
    (outside / ".kiemdiem-0123456789abcdef.tmp").write_text("không phải của chương trình", "utf-8")
    request_.root.mkdir(parents=True)
    (request_.root / "chi-bo-1").symlink_to(outside, target_is_directory=True)
    before = tree(outside)
    done = run(replace(request_, clean=clean))
    assert codes(done) == ["KD507"]
    assert tree(outside) == before
    assert {path.parent.name for path in made(done)} == {"chi-bo-2"}
    (request_.root / "chi-bo-1").unlink()
    assert codes(run(request_)) == []
    assert (request_.root / "chi-bo-1").is_dir()
    assert tree(outside) == before


@pytest.mark.parametrize("goal", ["..", "../../của người khác/chưa có", "chi-bo-1"])
def test_a_unit_folder_that_leads_up_nowhere_or_in_circles_changes_nothing(
    request_: BuildRequest, outside: Path, tmp_path: Path, goal: str
) -> None:
    request_.root.mkdir(parents=True)
    (request_.root / "chi-bo-1").symlink_to(goal)
    before = {name: held for name, held in tree(tmp_path).items() if not name.startswith("ra")}
    done = run(request_)
    assert len(codes(done)) == 1
    after = {name: held for name, held in tree(tmp_path).items() if not name.startswith("ra")}
    assert after == before
    assert {path.parent.name for path in made(done)} == {"chi-bo-2"}


def test_two_units_do_not_share_a_folder_through_a_link(request_: BuildRequest) -> None:
    request_.root.mkdir(parents=True)
    (request_.root / "chi-bo-2").mkdir()
    (request_.root / "chi-bo-1").symlink_to("chi-bo-2")
    done = run(request_)
    files = made(done)
    assert len({path.resolve() for path in files}) == len(files)
    assert codes(done) != []


def test_a_unit_that_is_gone_is_not_cleaned_through_a_link(
    request_: BuildRequest, outside: Path
) -> None:
    """The folder was moved to another place, which is no longer the program's."""
    run(request_)
    folder = request_.root / "chi-bo-1"
    for path in folder.iterdir():
        path.rename(outside / path.name)
    folder.rmdir()
    folder.symlink_to(outside, target_is_directory=True)
    before = tree(outside)
    (request_.campaign / "don-vi" / "0000.yaml").unlink()
    run(replace(request_, clean=True))
    assert tree(outside) == before


def test_a_campaign_folder_that_leads_elsewhere_changes_nothing_there(
    request_: BuildRequest, outside: Path
) -> None:
    """The output folder itself is the user's choice; what stands in it is not."""
    out = request_.root.parent
    out.mkdir()
    request_.root.symlink_to(outside, target_is_directory=True)
    before = tree(outside)
    done = big.run(request_.campaign, out, "--jobs", "1", "--quiet")
    assert tree(outside) == before
    assert done.returncode == 1
    assert "KD507" in done.stderr


@pytest.mark.parametrize("held", ["a note", "an earlier document", "nothing"])
def test_a_document_that_leads_elsewhere_changes_nothing_there(
    request_: BuildRequest, outside: Path, held: str
) -> None:
    first = made(run(request_))
    path = first[len(first) // 2]
    goal = outside / ("ghi chú.txt" if held == "a note" else "bản cũ.docx")
    if held == "an earlier document":
        goal.write_bytes(first[0].read_bytes())
    path.unlink()
    path.symlink_to(goal)
    before = tree(outside)
    run(request_)
    assert tree(outside) == before
    (request_.root / STATE_FILE).unlink()
    big.replaced(request_.campaign / "dot.yaml", "Tân Hòa", "Tân Thành")
    run(replace(request_, clean=True))
    assert tree(outside) == before


@pytest.mark.parametrize("held", ["a note", "an empty file", "nothing"])
def test_a_state_that_leads_elsewhere_changes_nothing_there(
    request_: BuildRequest, outside: Path, held: str
) -> None:
    names = {"a note": "ghi chú.txt", "an empty file": "trống", "nothing": "chưa có"}
    (outside / "trống").touch()
    request_.root.mkdir(parents=True)
    (request_.root / STATE_FILE).symlink_to(outside / names[held])
    before = tree(outside)
    run(request_)
    assert tree(outside) == before


def test_an_output_folder_that_the_user_names_may_be_a_link(
    request_: BuildRequest, tmp_path: Path
) -> None:
    disk = tmp_path / "ổ lớn"
    disk.mkdir()
    (tmp_path / "ra").symlink_to(disk, target_is_directory=True)
    first = run(request_)
    assert codes(first) == []
    assert len(big.documents(disk / NAME)) == len(made(first)) > 10
    assert made(run(request_)) == []
    done = big.run(request_.campaign, tmp_path / "ra", "--jobs", "1", "--quiet")
    assert (done.returncode, "giữ nguyên" in done.stderr) == (0, True)


def test_a_letter_and_a_unit_of_one_name_do_not_keep_each_other_from_being_made(
    request_: BuildRequest,
) -> None:
    """A unit's folder and a letter of the campaign stand side by side."""
    write(
        request_.campaign / "cong-van.yaml",
        {"loai": "cong-van", "trich_yeu": "kiểm điểm", "kinh_gui": ["Các chi bộ"],
         "noi_nhan": ["Như trên", "Lưu Văn phòng"], "noi_dung": "Thực hiện."},
    )  # fmt: skip
    write(
        request_.campaign / "don-vi" / "0002.yaml",
        unit("Cong-van.docx", "Chi bộ 3", ["Nguyễn Văn Ba"], "Chi ủy"),
    )
    done = run(request_)
    assert codes(done) == []
    names_are_fine(request_.root)
    assert len(made(done)) == len(big.documents(request_.root))
