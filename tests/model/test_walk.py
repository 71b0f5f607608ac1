"""Every model inside a value is met, with its path."""

from generator.model.walk import models_in
from tests.rules.build import AN, meeting, person, unit


def test_models_in_lists_and_mappings_are_met_with_their_paths() -> None:
    nam = unit(
        ca_nhan=[person(AN, uu_diem={"pham_chat": "Tốt."})],
        hoi_nghi=[meeting(vang=[{"ho_ten": AN, "ly_do": "ốm"}])],
        giay_to={"cam-ket": {"so": "1"}},
    )
    found = dict(models_in(nam))
    assert found[()] is nam
    assert found[("ca_nhan", 0, "uu_diem", "pham_chat")] == nam.ca_nhan[0].uu_diem["pham_chat"]
    assert found[("hoi_nghi", 0, "vang", 0)] == nam.hoi_nghi[0].vang[0]
    assert found[("giay_to", "cam-ket")] == nam.giay_to["cam-ket"]
