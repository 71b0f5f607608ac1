"""The schemas an editor reads accept what the reader accepts and refuse what it refuses."""

import json
import re
from typing import Any

import jsonschema
import pytest
import yaml

from generator import shipped
from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.reading.schema import schemas
from generator.reading.validate import validate
from generator.reading.yaml_text import parse
from tests.papers import unit_data
from tests.reading import sound

MODELS = {
    "dot.schema.json": Dot,
    "van-ban.schema.json": VanBan,
    "sao-luc.schema.json": SaoLuc,
    "don-vi.schema.json": DonViNam,
    "ca-nhan.schema.json": CaNhanTep,
    "danh-muc.schema.json": DanhMuc,
    "loai-van-ban.schema.json": LoaiVanBan,
    "loai-giay-to.schema.json": LoaiGiayTo,
}
SAMPLES = [
    *sorted(shipped.DATA.glob("*/**/*.yaml")),
    *sorted(shipped.TEMPLATES.glob("khoi-tao*/**/*.yaml")),
    *sorted(shipped.TEMPLATES.glob("danh-muc/*.yaml")),
]


class EditorLoader(yaml.SafeLoader):
    """Reads scalars as an editor does: numbers, booleans and null by YAML 1.2, dates as text."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false|True|False|TRUE|FALSE", "tTfF"),
    ("null", r"~|null|", "~n"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.[0-9]+", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}",
        re.compile(rf"^(?:{_pattern})$"),
        [*_first, *([""] * (_tag == "null"))],
    )
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def accepts(name: str, text: str) -> bool:
    validator = jsonschema.Draft202012Validator(schemas()[name])
    return validator.is_valid(yaml.load(text, Loader=EditorLoader))  # noqa: S506


def objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [schema, *schema.get("$defs", {}).values()]


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_valid_and_says_its_draft(name: str) -> None:
    schema = schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schema)) == schema


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert list(schemas()) == list(MODELS)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_shipped_file_is_accepted_by_the_schema_it_names(path: Any) -> None:
    text = path.read_text("utf-8")
    named = re.search(r"\$schema=\S*?([\w-]+\.schema\.json)", text)
    assert named is not None
    assert accepts(named[1], text)


@pytest.mark.parametrize(
    ("name", "text"), [("dot.schema.json", sound.DOT), ("van-ban.schema.json", sound.LETTER),
                       ("sao-luc.schema.json", sound.COPY)],
)  # fmt: skip
def test_a_file_with_every_key_is_accepted(name: str, text: str) -> None:
    assert accepts(name, text)


@pytest.mark.parametrize("year", [2021, 2024, 2026])
@pytest.mark.parametrize("size", unit_data.SIZES)
def test_a_unit_of_any_size_is_accepted(size: str, year: int) -> None:
    text = json.dumps(unit_data.SIZES[size](year), ensure_ascii=False)
    assert accepts("don-vi.schema.json", text)


@pytest.mark.parametrize(
    "more",
    [
        "so: 608", "so: '608'", "so:", "ngay: 2026-11-14", "ngay: 14/11/2026", "ngay:", "ky:",
        "noi_nhan:", "phu_luc:", "dia_danh: 1.10", "lien_he: 0912345678", "giu_nguyen_dau_cau: true",
        "giu_nguyen_dau_cau: có", "giu_nguyen_dau_cau: no", "noi_nhan: [Như trên, 1, true]",
        "do_khan:", "co_quan: {ten: Đảng ủy, khoi: }", "chu_the: true",
        # and what both refuse
        "so: [1]", "kinhgui: [VP]", "noi_nhan: VP", "ky: Mẫu", "do_khan: khan", "ky: {ten: Mẫu}",
        "co_quan: {ky_hieu: ĐU}", "phu_luc: [{tieu_de: A}]", "loai_van_ban: a", "ngay: [1]",
        "phu_luc: [{tieu_de: , noi_dung: b}]", "dia_danh: ''", "co_quan: {khoi: dang}",
    ],
)  # fmt: skip
def test_schema_and_reader_agree(more: str) -> None:
    text = f"loai: cong-van\ntrich_yeu: Kiểm điểm\nnoi_dung: Thực hiện.\n{more}\n"
    tree = parse(text)
    assert isinstance(tree, dict)
    assert accepts("van-ban.schema.json", text) == (validate(tree, VanBan)[0] is not None)


@pytest.mark.parametrize("name", MODELS)
def test_every_key_has_a_vietnamese_description_and_no_made_up_title(name: str) -> None:
    schema = schemas()[name]
    for part in objects(schema):
        assert re.search(r"[à-ỹđ]", part["title"])
        assert part["description"] == part["title"]
        for key, value in part["properties"].items():
            assert value.get("description"), key
            assert not {"title", "default"} & set(value)


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_knows_exactly_the_keys_of_its_model(name: str) -> None:
    schema = schemas()[name]
    assert set(schema["properties"]) == set(MODELS[name].model_fields)
    assert all(part["additionalProperties"] is False for part in objects(schema))
