"""The places where collectives lead are words of the form, for kinds of units that exist."""

from typing import get_args

from generator.model.person import Khoi
from generator.model.unit import DonVi
from generator.papers.choosing import _PLACE
from generator.regulations.workplaces import workplaces
from generator.wording.choices import alternatives


def test_the_data_name_words_of_the_form_and_kinds_that_exist() -> None:
    kinds = set(get_args(DonVi.model_fields["loai"].annotation))
    for each in workplaces():
        assert each.chu in alternatives(_PLACE)
        assert set(each.loai) <= kinds
        assert set(each.khoi) <= {"*", *get_args(Khoi)}


def test_the_last_place_is_that_of_every_unit_that_fits_none() -> None:
    last = workplaces()[-1]
    assert (last.loai, last.khoi, last.ten, last.sau) == ((), (), (), ())
