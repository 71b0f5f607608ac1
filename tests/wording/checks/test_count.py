"""People, ballots and votes that a text counts add up, shares are those of their counts."""

import pytest

from generator.wording.checks.count import check_counts


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("có mặt 25/27 đồng chí; vắng 02 đồng chí (có lý do).", []),
        ("có mặt 25/27 đồng chí; vắng 03 đồng chí.", ["KD293"]),
        ("tổng số đảng viên 42 đồng chí (chính thức 40, dự bị 02); có mặt 38 đồng chí; vắng 05 đồng chí", ["KD293"]),
        ("tổng số 42 đảng viên, có mặt 40, vắng 01 có lý do, 01 không có lý do", []),
        ("được triệu tập 152 đại biểu, có mặt 153 đại biểu", ["KD293"]),
        ("Triệu tập ngày 05/11/2026, có mặt 38 đồng chí, vắng 02", []),
        ("có mặt 38 đồng chí, vắng 02", []),
        ("có mặt 96%, vắng 4%", []),
        ("tán thành 35/36 đồng chí; không tán thành 02 đồng chí", ["KD293"]),
        ("tán thành 35/36 đồng chí; không tán thành 01 đồng chí", []),
        ("đồng ý 23/24 phiếu, không đồng ý 01; đồng ý 20/24 phiếu, không đồng ý 04", []),
        ("nhất trí 37/36", ["KD293"]),
        ("không đồng ý 02/36, đồng ý 34/36", []),
        ("Phát ra 25 phiếu; thu về 25 phiếu; hợp lệ 24 phiếu; không hợp lệ 01 phiếu", []),
        ("- Số phiếu phát ra: 152 phiếu; số phiếu thu về: 150 phiếu.\n- Hợp lệ: 149 phiếu; không hợp lệ: 03 phiếu.", ["KD293"]),
        ("phát ra 25 phiếu, thu vào 26 phiếu", ["KD293"]),
        ("phát ra/thu về: 152/150; hợp lệ 149, không hợp lệ 01", []),
        ("phát ra: 20, thu về: 20, hợp lệ: 20\nphát ra: 30, thu về: 30, hợp lệ: 31", ["KD293"]),
        ("phiếu hợp lệ, không đồng ý 01 phiếu", []),
        ("45/50 đảng bộ trực thuộc hoàn thành chỉ tiêu, đạt 95%.", ["KD294"]),
        ("45/50 đảng bộ trực thuộc hoàn thành chỉ tiêu (đạt 90%).", []),
        ("2/3 chi bộ, chiếm 66,6%; 2/3 chi bộ, chiếm 66,7%; 2/3 chi bộ, chiếm 67%", []),
        ("45/50 đảng bộ, đạt 104% kế hoạch; ngày 03/02, đạt 10%", []),
        ("1.842 đảng viên, đạt 102,3% chỉ tiêu", []),
        ("6.215/8.300 tỷ đồng, đạt 84,9% kế hoạch", ["KD294"]),
        ("6.215/8.300 tỷ đồng, đạt 74,9% kế hoạch", []),
        ("14/21 thôn có nhà văn hóa (76,7%)", ["KD294"]),
        ("14/21 thôn có nhà văn hóa (66,7%), 17/17 đảng viên (100%)", []),
    ],
)  # fmt: skip
def test_counts_add_up(text: str, codes: list[str]) -> None:
    assert [each.code for each in check_counts(text, ("noi_dung",))] == codes


def test_the_message_names_the_counts() -> None:
    (found,) = check_counts("phát ra 25 phiếu, thu về 26 phiếu", ("noi_dung",))
    assert "phát ra 25 phiếu, thu về 26 phiếu" in found.message
    (found,) = check_counts("45/50 chi bộ, đạt 95%", ("noi_dung",))
    assert "45/50 là 90%" in found.message
