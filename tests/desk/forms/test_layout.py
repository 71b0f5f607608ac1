"""The layout of the forms: no key of the data is without a field, no field without its words."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest

from generator.desk.forms import kinds
from generator.desk.forms.layout import PARTS, form_at, label, layout, rare, unplaced
from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.reading.kinds import data_models
from generator.wording.choice_words import in_words

FILES: tuple[type[Model], ...] = (
    DonViNam, CaNhanTep, Dot, VanBan, SaoLuc, DanhMuc, LoaiVanBan, LoaiGiayTo,
)  # fmt: skip
FORMS = {
    **dict(PARTS.values()),
    **{form_at(model, ())[0]: model for model in FILES},  # type: ignore[index]
}


def inside(model: type[Model], seen: set[type[Model]]) -> Iterator[tuple[type[Model], str, Any]]:
    """Every key of a model and of the models below it, with its type."""
    if model in seen:
        return
    seen.add(model)
    for key, hint in kinds.hints(model).items():
        yield model, key, hint
        below = hint
        while get_origin(below) in (dict, tuple):
            below = kinds.plain(get_args(below)[-1 if get_origin(below) is dict else 0])
        if found := kinds.model_in(below):
            yield from inside(found, seen)


ALL = [each for model in FILES for each in inside(model, set())]


@pytest.mark.parametrize("name", FORMS)
def test_every_key_of_a_form_has_one_place_in_it(name: str) -> None:
    assert unplaced(name, FORMS[name]) == set()
    asked = [key for each in layout().bieu[name] for key in (*each.o, *each.it_dung)]
    assert len(asked) == len(set(asked))
    assert set(asked) <= set(kinds.hints(FORMS[name]))


def test_every_model_of_a_data_file_has_a_form() -> None:
    assert all(form_at(model, ()) for model in {Dot, *data_models().values()})


def test_every_key_is_typed_in_a_field_of_its_kind() -> None:
    """No key is left that only a text of the whole file could change."""
    strange = [
        f"{model.__name__}.{key}"
        for model, key, hint in ALL
        if hint is None
        or not (
            kinds.model_in(hint) or kinds.entries(hint) or get_origin(hint) is dict
            or kinds.kind(hint) in get_args(kinds.Kind)
        )
    ]  # fmt: skip
    assert strange == []
    assert len(ALL) > 300


def test_every_choice_is_read_in_words() -> None:
    codes = [
        f"{model.__name__}.{key}: {choice}"
        for model, key, hint in ALL
        for choice in kinds.choices(hint)
        if key != "loai" or model.__name__ == "DonVi"
        if "_" in in_words(key, choice) or (in_words(key, choice).isascii() and "-" in choice)
    ]
    assert codes == []


def test_no_name_of_a_field_is_a_key() -> None:
    keys = [
        f"{model.__name__}.{key}"
        for model, key, _ in ALL
        if label(model.__name__, key, model.model_fields[key].description or "")[0] == key
    ]
    assert keys == []


def test_keys_that_are_rarely_needed_are_keys_of_their_group() -> None:
    known = {model.__name__: model for model, _, _ in ALL}
    for name in layout().it_dung:
        assert set(rare(known[name])) < set(kinds.hints(known[name])), name


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ((), "don-vi"), (("don_vi", "ten"), "don-vi"), (("ca_nhan", 3), "ca-nhan"),
        (("ca_nhan", 3, "xep_loai", "tu_nhan"), "ca-nhan"), (("tap_the", 0, "ky"), "tap-the"),
        (("hoi_nghi", "+1"), "hoi-nghi"), (("goi_y", 0, "ca_nhan", 0), "goi-y"),
        (("ca_nhan",), "don-vi"),
    ],
)  # fmt: skip
def test_a_place_of_a_units_file_belongs_to_the_form_of_its_subject(path: Any, form: str) -> None:
    found = form_at(DonViNam, path)
    assert found
    assert found[0] == form
    assert found[1] == (path[:2] if form != "don-vi" else ())
