"""R15: attendance and ballot add up."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.levels import WORDS
from generator.model.meeting import KiemPhieu
from generator.rules.votes import ballot as disagreements
from tests.rules.build import AN, BINH, ballot, check, findings, meeting, regime, unit

PATH = "hoi_nghi.0.kiem_phieu"
ALL = ", ".join(f"«{words}»" for words in WORDS.values())


def votes(ten: str = AN, **phieu: int) -> dict[str, Any]:
    return {"doi_tuong": ten, "phieu": phieu}


GOOD = {"hoan_thanh_xuat_sac": 1, "hoan_thanh_tot": 5, "hoan_thanh": 1, "khong_hoan_thanh": 1}


@pytest.mark.parametrize(
    ("given_values", "expected"),
    [
        ({}, []),
        ({"khong_hop_le": "0", "hop_le": "9", "ket_qua": [votes(hoan_thanh_tot=9)]}, []),
        ({"phat_ra": "10"}, [f"KD438 lỗi {PATH}.phat_ra"]),
        ({"phat_ra": "8"}, [f"KD438 lỗi {PATH}.thu_ve"]),
        ({"thu_ve": "8"}, [f"KD439 lỗi {PATH}.hop_le"]),
        ({"thu_ve": "8", "hop_le": "7", "ket_qua": [votes(hoan_thanh_tot=7)]}, []),
        ({"hop_le": "9"}, [f"KD439 lỗi {PATH}.hop_le", f"KD440 lỗi {PATH}.ket_qua.0.phieu"]),
        ({"khong_hop_le": "2"}, [f"KD439 lỗi {PATH}.hop_le"]),
        ({"ket_qua": [votes(**GOOD), votes(BINH, hoan_thanh=8)]}, []),
        ({"ket_qua": [votes(**GOOD), votes(BINH, hoan_thanh=7)]},
         [f"KD440 lỗi {PATH}.ket_qua.1.phieu"]),
        ({"ket_qua": [votes(hoan_thanh=9)]}, [f"KD440 lỗi {PATH}.ket_qua.0.phieu"]),
        ({"ket_qua": [votes(hoan_thanh=7, chua_xep_loai=1)]}, []),
        ({"ket_qua": [votes(tot=8)]}, [f"KD442 lỗi {PATH}.ket_qua.0.phieu.tot"]),
        ({"ket_qua": []}, []),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ma", ["2019", "2023", "2025"])
def test_a_ballot_adds_up(ma: str, given_values: dict[str, Any], expected: list[str]) -> None:
    nam = unit(hoi_nghi=[meeting(kiem_phieu=ballot(**given_values))])
    assert check("R15", nam, regime(ma)) == expected


@pytest.mark.parametrize(
    ("trieu_tap", "co_mat", "vang", "found"),
    [(9, 9, 0, 0), (10, 9, 1, 0), (10, 9, 0, 1), (9, 9, 1, 1), (8, 9, 0, 1), (12, 9, 3, 0)],
)
def test_those_present_and_absent_are_those_called(
    trieu_tap: int, co_mat: int, vang: int, found: int
) -> None:
    absent = [{"ho_ten": f"Người {i}", "ly_do": "ốm"} for i in range(vang)]
    nam = unit(hoi_nghi=[meeting(), meeting(trieu_tap=trieu_tap, co_mat=co_mat, vang=absent)])
    assert check("R15", nam) == ["KD441 lỗi hoi_nghi.1.co_mat"] * found


def test_the_messages_show_the_sums() -> None:
    wrong = ballot(
        phat_ra="11", thu_ve="12", hop_le="8", khong_hop_le="1",
        ket_qua=[votes(hoan_thanh_tots=7)],
    )  # fmt: skip
    texts = [each.message for each in findings(
        "R15", unit(hoi_nghi=[meeting(trieu_tap="12", kiem_phieu=wrong)]))]  # fmt: skip
    start, end = "Hội nghị kiểm điểm: ", " (điều khoản R15)"
    assert [text.removeprefix(start).removesuffix(end) for text in texts] == [
        "có mặt 9 + vắng 0 không bằng triệu tập 12",
        "số phiếu phát ra là 11, nhiều hơn số người có mặt được biểu quyết là 9",
        "số phiếu thu về là 12, nhiều hơn số phiếu phát ra là 11",
        "8 phiếu hợp lệ + 1 phiếu không hợp lệ = 9, nhưng thu về 12",
        f"phiếu cho {AN} cộng lại là 7, nhưng có 8 phiếu hợp lệ",
        f"phiếu cho {AN} có mức «hoan_thanh_tots»",
    ]


@pytest.mark.parametrize(
    ("khoa", "gan"),
    [
        ("hoan_thanh_tots", "ghi «Hoàn thành tốt nhiệm vụ»"),
        ("Hoàn thành tốt", "ghi «Hoàn thành tốt nhiệm vụ»"),
        ("zz", f"ghi {ALL}"),
    ],
)  # fmt: skip
def test_the_nearest_key_is_offered(khoa: str, gan: str) -> None:
    wrong = ballot(ket_qua=[votes(**{khoa: 8})])
    found = findings("R15", unit(hoi_nghi=[meeting(kiem_phieu=wrong)]))
    assert [each.mend for each in found] == [gan]


NUMBER = st.integers(min_value=0, max_value=60)


@given(NUMBER, NUMBER, NUMBER, st.lists(NUMBER, min_size=1, max_size=4))
def test_a_ballot_counted_from_the_papers_always_agrees(
    more_present: int, kept: int, invalid: int, counts: list[int]
) -> None:
    keys = ["a", "b", "c", "d"]
    valid = sum(counts)
    counted = KiemPhieu.model_validate({
        "phat_ra": valid + invalid + kept, "thu_ve": valid + invalid, "hop_le": valid,
        "khong_hop_le": invalid,
        "ket_qua": [votes(**dict(zip(keys, counts, strict=False)))],
    })  # fmt: skip
    present = valid + invalid + kept + more_present
    assert disagreements(counted, present, keys) == []
    more = counted.model_copy(update={"hop_le": valid + 1})
    assert [each.code for each in disagreements(more, present, keys)] == ["KD439", "KD440"]
