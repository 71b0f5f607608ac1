"""The examples of the catalogue are true: the wrong one gives its code, the right one does not."""

from pathlib import Path

import pytest

from generator.problems import Problem
from generator.problems.catalogue import entries, entry
from generator.reading.load import read_campaign
from generator.reading.yaml_text import parse
from tests.reading import sound

PROSE = {"KD023"}
"""Fifty brackets do not fit on a page."""

YAML = [code for code in sorted(entries()) if "KD009" <= code <= "KD029" and code not in PROSE]
YAML += ["KD041", "KD052"]
LETTER = ["KD031", "KD032", "KD101", "KD103", "KD104", "KD105", "KD106", "KD107", "KD108", "KD110",
          "KD111", "KD112", "KD113", "KD115", "KD121", "KD124", "KD129", "KD130", "KD131",
          "KD133", "KD055", "KD056", "KD057", "KD058", "KD062", "KD063", "KD066"]  # fmt: skip
WHOLE_LETTER = ["KD102", "KD120"]
CAMPAIGN = ["KD114", "KD126"]
WORDS = {"KD121", "KD024"}
"""The right example is said in words: leave it out, or write two files."""

HEAD = {
    "loai": "loai: cong-van\n",
    "trich_yeu": "trich_yeu: Kiểm điểm\n",
    "kinh_gui": "kinh_gui: [Các chi bộ trực thuộc]\n",
    "noi_dung": "noi_dung: Thực hiện.\n",
}


def with_head(example: str) -> str:
    """The example with the required keys it does not speak of."""
    named = {row.split(":")[0].replace("í", "i").replace("ế", "e") for row in example.split("\n")}
    return "".join(row for key, row in HEAD.items() if key not in named) + example + "\n"


def codes(folder: Path, **files: str) -> set[str]:
    for name, text in {"dot": sound.DOT, **files}.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return {problem.code for problem in read_campaign(folder).problems}


@pytest.mark.parametrize("code", YAML)
def test_the_wrong_yaml_is_refused_with_its_code(code: str) -> None:
    result = parse(entry(code).vi_du_sai)
    assert isinstance(result, Problem)
    assert result.code == code


@pytest.mark.parametrize("code", [code for code in YAML if code not in WORDS])
def test_the_right_yaml_is_read(code: str) -> None:
    assert isinstance(parse(entry(code).vi_du_dung), dict)


@pytest.mark.parametrize("code", LETTER)
def test_the_wrong_lines_in_a_letter_give_their_code(code: str, tmp_path: Path) -> None:
    example = entry(code).vi_du_sai
    text = with_head(example)
    if code == "KD031":
        text = text.removeprefix(HEAD["loai"])
    assert codes(tmp_path, thu=text) == {code}


@pytest.mark.parametrize("code", [code for code in LETTER if code not in WORDS])
def test_the_right_lines_in_a_letter_give_nothing(code: str, tmp_path: Path) -> None:
    assert codes(tmp_path, thu=with_head(entry(code).vi_du_dung)) == set()


@pytest.mark.parametrize("code", WHOLE_LETTER)
def test_a_missing_key_gives_its_code_and_the_whole_letter_nothing(
    code: str, tmp_path: Path
) -> None:
    missing = {"KD102": "trich_yeu", "KD120": "kinh_gui"}[code]
    text = with_head(entry(code).vi_du_sai).replace(HEAD[missing], "")
    assert codes(tmp_path, thu=text) == {code}
    assert codes(tmp_path, thu=with_head(entry(code).vi_du_dung)) == set()


@pytest.mark.parametrize("code", CAMPAIGN)
@pytest.mark.parametrize("right", [True, False])
def test_the_lines_of_a_campaign_file_do_the_same(code: str, right: bool, tmp_path: Path) -> None:
    example = entry(code).vi_du_dung if right else entry(code).vi_du_sai
    text = "ten: Đợt 2026\nco_quan: {ten: Đảng ủy xã Tân Hòa}\n" + example
    assert codes(tmp_path, dot=text) == (set() if right else {code})
