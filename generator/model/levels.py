"""The four levels of a rating: their codes, their words, and the one reader for both.

The words are the same in QĐ 132 Điều 12, QĐ 124 Điều 12 and QĐ 366 Điều 11; each regime
(`kiem-diem/*.yaml`) cites its source, and a test holds the two together.
"""

import unicodedata
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.fields import Chu, DemSo

KhoaMuc = Literal["hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh", "khong_hoan_thanh"]

NOT_RATED = "chua_xep_loai"
"""The code for «no level» in a ballot or a quarter (local texts of 2026)."""

WORDS: dict[str, str] = {
    "hoan_thanh_xuat_sac": "Hoàn thành xuất sắc nhiệm vụ",
    "hoan_thanh_tot": "Hoàn thành tốt nhiệm vụ",
    "hoan_thanh": "Hoàn thành nhiệm vụ",
    "khong_hoan_thanh": "Không hoàn thành nhiệm vụ",
    NOT_RATED: "Chưa đánh giá, xếp loại",
}
"""Words by code, the best level first."""

_CODES = {words: code for code, words in WORDS.items()}


def level_code(text: str) -> str:
    """Return the code of a level written as code or in words; any other text unchanged."""
    plain = unicodedata.normalize("NFC", text.strip())
    return _CODES.get(plain, plain if plain in WORDS else text)


def level_words(text: str) -> str:
    """Return the words of a level written as code or in words; any other text unchanged."""
    plain = text.strip()
    return WORDS.get(plain, text)


def _read(value: Any) -> Any:
    return level_words(value) if isinstance(value, str) else value


def _read_code(value: Any) -> Any:
    return level_code(value) if isinstance(value, str) else value


def _read_votes(value: Any) -> Any:
    """Bring the keys of a ballot to codes; a level given twice would lose one of its counts."""
    if not isinstance(value, dict):
        return value
    votes: dict[str, Any] = {}
    for key, number in value.items():
        code = level_code(str(key))
        if code in votes:
            raise PydanticCustomError("KD147", "level twice", {"muc": WORDS.get(code, code)})
        votes[code] = number
    return votes


MucXepLoai = Annotated[Chu, BeforeValidator(_read)]
"""A level, written in words or as its code; kept in words. Other texts are left to R01."""

MaMuc = Annotated[KhoaMuc, BeforeValidator(_read_code, json_schema_input_type=str)]
"""A level, written in words or as its code; kept as its code."""

SoPhieu = Annotated[
    dict[str, DemSo],
    BeforeValidator(_read_votes),
    WithJsonSchema({
        "type": "object",
        "additionalProperties": {"type": ["string", "integer"]},
        "examples": [{"Hoàn thành tốt nhiệm vụ": 7, "Hoàn thành nhiệm vụ": 1}],
    }),
]  # fmt: skip
"""Votes by level, written in words or as codes; kept by code. Unknown keys are left to R15."""
