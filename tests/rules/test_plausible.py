"""All checks of likelihood run, and what an unread person could explain is not said."""

from generator.rules.plausible import check_plausible
from tests.rules.build import AN, BINH, campaign, meeting, person, regime, unit

BROKEN = unit(
    ca_nhan=[person(AN, ngay_sinh="1065"), person(BINH), person(BINH)],
    hoi_nghi=[meeting(chu_tri={"ho_ten": "Đỗ Mạnh Khôi"})],
    goi_y=[{"ngay": "18/11/2026", "han_gui": "10/11/2026"}],
)


def test_every_check_runs() -> None:
    codes = {each.code for each in check_plausible(BROKEN, campaign(), regime())}
    assert codes == {"KD153", "KD155", "KD160", "KD163"}


def test_nobody_is_called_unknown_while_a_person_could_not_be_read() -> None:
    codes = {each.code for each in check_plausible(BROKEN, campaign(), regime(), whole=False)}
    assert codes == {"KD153", "KD155", "KD163"}
