"""The dictionary of keys: what every key of every data file means, how it is written, an example."""

import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model import Dot, VanBan, unit
from generator.model.base import Model
from generator.model.campaign import CoQuan
from generator.reading.schema import FILES
from generator.setup.key_examples import example
from generator.setup.key_uses import printed_on
from generator.setup.keys import Group, Key, groups, models_in, values_of
from generator.setup.telling_keys import nearest_key, papers_said, tell_key

KEYS = [(group, key) for group in groups() for key in group.keys]
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "tu-dien-khoa.md").read_text("utf-8")


def key(model: str, name: str) -> Key:
    return next(each for _, each in KEYS if (each.model, each.name) == (model, name))


def test_every_key_of_every_model_has_a_row_in_the_group_it_stands_in() -> None:
    models: list[type[Model]] = list(FILES.values())
    for model in models:
        models += [
            inner
            for field in model.model_fields.values()
            for inner in models_in(field.annotation)
            if inner not in models
        ]
    wanted = {(model.__name__, name) for model in models for name in model.model_fields}
    assert {(each.model, each.name) for _, each in KEYS} == wanted
    for group in groups():
        section = PAGE.partition(f"\n## {group.title}\n")[2].partition("\n## ")[0]
        rows = re.findall(r"(?m)^\| (?:\*\*)?`(\w+)`", section)
        assert rows == [each.name for each in group.keys], group.title


@pytest.mark.parametrize(("group", "each"), KEYS, ids=lambda x: getattr(x, "name", ""))
def test_a_key_has_a_meaning_a_way_to_write_it_and_an_example(group: Group, each: Key) -> None:
    assert re.search(r"[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", each.meaning, re.IGNORECASE)
    assert not each.meaning.startswith("«"), "an example is no meaning"
    assert each.meaning != each.name
    assert each.values
    assert "«»" not in each.values
    assert example(each)
    assert group.places or each.model in {model.__name__ for model in FILES.values()}


@pytest.mark.parametrize(
    ("model", "name", "said"),
    [
        (Dot, "nam", "năm, ghi 2026"),
        (Dot, "ten", "chữ"),
        (Dot, "giu_nguyen_dau_cau", "có hoặc không"),
        (Dot, "noi_nhan", "danh sách: chữ"),
        (Dot, "co_quan", "nhóm khoá «Cơ quan ban hành»"),
        (Dot, "thoi_han", "danh sách: nhóm khoá «Thời hạn»"),
        (VanBan, "ngay", "ngày, ghi 14/11/2026"),
        (CoQuan, "khoi", "dang, nha_nuoc"),
        (unit.DonViNam, "giay_to", "nhóm khoá tự đặt; mỗi khoá: nhóm khoá «Đầu văn bản»"),
    ],
)
def test_what_may_be_written_is_said_in_words(model: type[Model], name: str, said: str) -> None:
    assert values_of(model.model_fields[name]) == said


def test_the_example_of_a_single_value_is_accepted_by_the_model() -> None:
    models = {model.__name__: model for model in FILES.values()}
    models |= {each.__name__: each for model in models.values() for each in _inside(model)}
    refused = []
    for _, each in KEYS:
        told = example(each)
        if each.inside or told.endswith("…") or told[0] in "[{(":
            continue
        field = models[each.model].model_fields[each.name]
        kind = field.rebuild_annotation()
        try:
            TypeAdapter(kind).validate_python(told)
        except ValidationError:
            refused.append((each.model, each.name, told))
    assert refused == []


def _inside(model: type[Model]) -> list[type[Model]]:
    found: list[type[Model]] = []
    todo = [model]
    while todo:
        for field in todo.pop().model_fields.values():
            new = [each for each in models_in(field.annotation) if each not in found]
            found += new
            todo += new
    return found


def test_a_key_is_printed_where_a_template_or_a_form_has_it() -> None:
    assert "Công văn" in printed_on(key("VanBan", "trich_yeu"))
    assert "Mẫu 02A-HD KĐ.ĐG 2025" in printed_on(key("CaNhan", "ngay_sinh"))
    assert "Mẫu 01-HD KĐ.ĐG 2025" in printed_on(key("TapThe", "han_che"))
    assert "Mẫu 01-HD KĐ.ĐG 2025" not in printed_on(key("CaNhan", "han_che"))
    assert printed_on(key("Dot", "so_van_ban")) == []
    assert "không có thẻ cùng tên" in papers_said(key("Dot", "so_van_ban"))


def test_a_name_that_means_many_things_is_printed_only_under_its_own_group() -> None:
    assert "Công văn" in printed_on(key("CoQuan", "ten"))
    assert printed_on(key("DanhMuc", "ten")) == []


def test_a_key_is_told_wherever_it_stands() -> None:
    told = "\n".join(tell_key("ky") or ())
    assert "Tệp chung của đợt (dot.yaml)\n    Người ký mặc định" in told
    assert "gồm: quyen_han, chuc_vu, kiem, ho_ten" in told


def test_keys_above_a_key_choose_which_is_told() -> None:
    told = "\n".join(tell_key("don_vi.ten") or ())
    assert "Đơn vị (don_vi của" in told
    assert "Cơ quan ban hành" not in told
    assert tell_key("thoi_han.ten") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ngay-sinh", "ngay_sinh"),
        ("chuc_vụ", "chuc_vu"),
        ("xep_loai.tu_nhận", "tu_nhan"),
        ("hội nghị", "hoi_nghi"),
        ("Ngày sinh", "ngay_sinh"),
        ("zzz", ""),
    ],
)
def test_a_misspelt_key_is_guessed(typed: str, meant: str) -> None:
    assert tell_key(typed) is None
    assert nearest_key(typed) == meant
