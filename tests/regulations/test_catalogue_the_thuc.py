"""The catalogue of thể thức problems: complete, Vietnamese, used by the code and nothing else."""

import re
from pathlib import Path

import pytest

import generator
from generator.problems.catalogue import entries

ROOT = Path(generator.__file__).parent
CODES = sorted(code for code in entries() if code.startswith("KD2"))
FIELDS = re.compile(r"\{(\w+)\}")


def used_codes():
    sources = ROOT.rglob("*.py")
    return {
        code for file in sources for code in re.findall(r'"(KD2\d\d)"', file.read_text("utf-8"))
    }


def test_the_code_uses_exactly_the_codes_of_the_catalogue():
    assert used_codes() == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_with_a_wrong_and_a_right_example(code):
    found = entries()[code]
    assert found.muc_do in {"loi", "canh_bao"}
    assert found.ten[0].isupper()
    assert found.giai_thich.endswith(".")
    assert found.vi_du_sai
    assert found.vi_du_dung
    assert found.vi_du_sai != found.vi_du_dung


@pytest.mark.parametrize("code", CODES)
def test_messages_are_one_line_and_leave_the_stop_to_the_reader(code):
    found = entries()[code]
    for text in (found.thong_bao, found.cach_sua):
        assert "\n" not in text
        assert not text.endswith(".")
        assert FIELDS.sub("", text).count("«") == FIELDS.sub("", text).count("»")
