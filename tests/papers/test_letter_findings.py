"""What is told of a letter as a whole: every rule of wording is asked of it."""

import pytest

from generator.papers.letter_findings import campaign_findings, findings
from tests.papers.test_letters import campaign, letter

RECIPIENTS = ["Như trên", "Lưu Văn phòng Đảng ủy"]


def test_a_kind_that_the_guidance_does_not_have_is_told_alone() -> None:
    told = findings(letter(loai="giay-phep", noi_nhan=[]), campaign())
    assert [each.code for each in told] == ["KD246"]


def test_each_part_of_a_letter_is_looked_at() -> None:
    gone = letter(
        trich_yeu="Kiểm điểm.",
        kinh_gui=["Huyện ủy Thanh Giang"],
        noi_dung="Gửi trước ngày 10/11/2026.",
        noi_nhan=RECIPIENTS,
    )
    told = {each.place.path[0] for each in findings(gone, campaign())}
    assert {"trich_yeu", "kinh_gui", "noi_dung"} <= told


def test_a_letter_in_order_is_told_nothing() -> None:
    assert findings(letter(noi_nhan=RECIPIENTS), campaign()) == []


def test_the_signer_of_the_campaign_is_looked_at_once_for_all_letters() -> None:
    wrong = campaign(ky={"quyen_han": "TM. Ban Thường vụ", "chuc_vu": "Bí thư", "ho_ten": "Lê An"})
    assert {each.place.path[0] for each in campaign_findings(wrong)} == {"ky"}


@pytest.mark.parametrize(
    ("body", "recipients", "expected"),
    [
        ("Điều 1. Một.\nĐiều 2. Hai.", ["Như Điều 2"], []),
        ("Điều 1. Một.\nĐiều 3. Ba.", ["Như Điều 3"], [("KD243", ("noi_dung", 1, 0))]),
        ("Điều 1. Một.\nĐiều 2. Hai.", ["Tỉnh ủy", "Như Điều 4"], [("KD244", ("noi_nhan", 1))]),
        ("Điều 1. Một.\n  **Điều 2a.** Hai.", [], [("KD243", ("noi_dung", 1, 4))]),
        ("Đề nghị thực hiện.", ["Như Điều 3"], []),
    ],
)
def test_articles_run_on_and_recipients_cite_one_of_them(
    body: str, recipients: list[str], expected: list[tuple[str, tuple[str | int, ...]]]
) -> None:
    given = {"loai": "quyet-dinh", "kinh_gui": [], "can_cu": ["Điều lệ Đảng"], "noi_dung": body}
    document = letter(**given, noi_nhan=[*recipients, "Lưu Văn phòng Đảng ủy"])
    found = [(each.code, each.place.path) for each in findings(document, campaign())]
    assert [each for each in found if each[0] in {"KD243", "KD244"}] == expected


def test_an_annex_is_counted_by_itself() -> None:
    annex = {"tieu_de": "Quy chế", "noi_dung": "Điều 1. Một.\nĐiều 1. Hai."}
    document = letter(noi_dung="Điều 1. Một.\nĐiều 2. Hai.", phu_luc=[annex])
    found = [each.place.path for each in findings(document, campaign()) if each.code == "KD243"]
    assert found == [("phu_luc", 0, "noi_dung", 1, 0)]
