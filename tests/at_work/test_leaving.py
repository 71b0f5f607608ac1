"""What names a person who leaves a unit, and which of it can be taken out."""

from typing import Any

from generator.at_work.leaving import mentions
from tests.rules.build import AN, BINH, ballot, collective, meeting, person, unit


def told(**given: Any) -> dict[str, tuple[bool, bool]]:
    """Whether each place that names An can be taken out, and goes at first."""
    people = given.pop("ca_nhan", [person(AN), person(BINH)])
    found = mentions(unit(ca_nhan=people, **given), 0)
    return {".".join(map(str, each.muc)): (each.bo is not None, each.san) for each in found}


def test_who_belongs_to_a_collective_goes_with_it() -> None:
    found = told(tap_the=[collective(thanh_vien=[{"ho_ten": AN}, {"ho_ten": BINH}])])
    assert found["tap_the.0.thanh_vien.0.ho_ten"] == (True, True)
    assert not any("thanh_vien.1" in each for each in found)


def test_what_was_said_of_the_year_before_goes_too() -> None:
    assert told(han_che_ky_truoc={AN: ["Chậm"]}) == {f"han_che_ky_truoc.{AN}": (True, True)}


def test_a_vote_can_be_taken_out_and_stays_at_first() -> None:
    votes = ballot(ket_qua=[{"doi_tuong": each, "phieu": {"hoan_thanh": "8"}} for each in (AN, BINH)])  # fmt: skip
    found = told(hoi_nghi=[meeting(kiem_phieu=votes)])
    assert found["hoi_nghi.0.kiem_phieu.ket_qua.0.doi_tuong"] == (True, False)


def test_who_led_a_meeting_or_signs_must_be_named_anew() -> None:
    signer = {"quyen_han": "T/M Chi bộ", "chuc_vu": "Bí thư", "ho_ten": AN}
    found = told(hoi_nghi=[meeting(chu_tri={"ho_ten": AN})], ky=signer)
    assert found["hoi_nghi.0.chu_tri.ho_ten"] == (False, False)
    assert found["ky.ho_ten"] == (False, False)


def test_a_meeting_about_one_person_does_not_come_to_be_about_all() -> None:
    assert told(hoi_nghi=[meeting(doi_tuong=[AN])])["hoi_nghi.0.doi_tuong.0"] == (False, False)
    both = told(hoi_nghi=[meeting(doi_tuong=[AN, BINH])])
    assert both["hoi_nghi.0.doi_tuong.0"] == (True, False)


def test_a_received_file_keeps_its_line() -> None:
    rows = [{"muc": "1", "ai": AN, "so_ban": "1"}, {"muc": "1", "ai": AN, "tep": "a.pdf"}]
    assert told(ho_so=rows) == {"ho_so.0.ai": (True, True), "ho_so.1.ai": (True, False)}


def test_of_namesakes_nothing_is_taken_out() -> None:
    found = told(
        ca_nhan=[person(AN), person(AN)],
        tap_the=[collective(thanh_vien=[{"ho_ten": AN}])],
    )
    assert found["tap_the.0.thanh_vien.0.ho_ten"] == (False, False)
