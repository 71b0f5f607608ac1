"""«Tổng hợp»: each number is the same in picture and table, and leads to those behind it."""

import re
from pathlib import Path

import pytest

from generator.building.folders import BuildRequest
from generator.summary.summed_up import summed_up
from generator.summary.units import counted
from tests.desk.client import Client
from tests.desk.pages.sample import (
    AFTER,
    BASE,
    DATA,
    NAME,
    UNIT,
    folder_of,
    opened,
    root_of,
)

PAGE = f"{BASE}/tong-hop"


def pieces(text: str) -> list[int]:
    """The numbers in the pieces of the bars."""
    chart = text[
        text.index('class="bieu-do"') : text.index("</svg>", text.index('class="bieu-do"'))
    ]
    return [int(each) for each in re.findall(r'text-anchor="middle">(\d+)<', chart)]


def test_the_levels_are_those_of_the_summary(bare: Client) -> None:
    page = bare.get(PAGE)
    found, _ = counted(BuildRequest(folder_of(bare), root_of(bare)))
    assert found
    whole = summed_up(found).tong_hop["theo_don_vi"][0]["tong"]
    assert pieces(page.text) == [whole["hoan_thanh_xuat_sac"], whole["hoan_thanh_tot"]]
    assert (
        f"Thôn Đoài {whole['hoan_thanh_xuat_sac']} {whole['hoan_thanh_tot']} 0 0 0 8" in page.words
    )


def test_the_page_says_of_which_step_the_level_is_counted(bare: Client) -> None:
    assert "8 người, theo mức cấp có thẩm quyền đã quyết định" in bare.get(PAGE).words
    file = folder_of(bare) / DATA
    decided = ", quyet_dinh: Hoàn thành tốt nhiệm vụ, ngay_quyet_dinh: 28/12/2026}"
    file.write_text(file.read_text("utf-8").replace(decided, "}", 1), "utf-8")
    words = bare.get(PAGE).words
    assert (
        "theo mức của bước sau cùng: 7 cấp có thẩm quyền đã quyết định, 1 chi bộ đề xuất" in words
    )


def test_a_number_leads_to_the_people_behind_it(bare: Client) -> None:
    page = bare.get(PAGE)
    (address,) = set(
        re.findall(rf'href="({PAGE}\?muc=hoan_thanh_xuat_sac&amp;don-vi={UNIT})#nguoi"', page.text)
    )
    behind = bare.get(address.replace("&amp;", "&"))
    assert "Hoàn thành xuất sắc nhiệm vụ · Chi bộ thôn Đoài: 1" in behind.words
    assert f'href="{BASE}/don-vi/{UNIT}?muc=nguoi"' in behind.text


@pytest.mark.parametrize(("query", "number"), [("nhom=ngoai_he_thong", 8), ("nhom=tap_the", 1), ("nhom=lanh_dao", 0), ("muc=hoan_thanh", 0), ("nhom=", 8)])  # fmt: skip
def test_those_behind_a_number_are_as_many_as_it_says(
    bare: Client, query: str, number: int
) -> None:
    page = bare.get(f"{PAGE}?{query}")
    section = page.text[page.text.index('id="nguoi"') : page.text.index("</section>")]
    assert len(re.findall(r'<th scope="row">', section)) == number


def test_what_the_dossiers_lack_is_counted_item_by_item_and_leads_to_the_units(
    bare: Client,
) -> None:
    page = bare.get(PAGE)
    assert "0 trong 1 đơn vị đã đủ mọi mục phải có" in page.words
    assert "bản kiểm điểm cá nhân 0 9 9" in page.words
    owing = bare.get(f"{PAGE}?con=1")
    assert "Mục 1 còn thiếu ở Chi bộ thôn Đoài : 9" in owing.words
    assert f"{BASE}/bang?o=1&amp;don-vi={UNIT}" in owing.text


def test_without_days_no_progress_is_invented(bare: Client) -> None:
    page = bare.get(PAGE)
    assert "Chưa đơn vị nào ghi ngày nộp hồ sơ tính đến hôm nay" in page.words
    assert "<polyline" not in page.text


def test_days_on_which_units_handed_in_make_a_line(tmp_path: Path) -> None:
    with opened(tmp_path, AFTER, built=False) as desk:
        file = folder_of(desk) / DATA
        text = re.sub(r"(?m)^ngay_nop_ho_so:.*\n", "", file.read_text("utf-8"))
        file.write_text(f"{text.rstrip()}\nngay_nop_ho_so: 19/12/2026\n", "utf-8")
        page = desk.get(PAGE)
    assert "<polyline" in page.text
    assert "19/12/2026 1" in page.words


def test_the_summaries_are_written_and_had_from_the_page(made: Client) -> None:
    made.post(f"{PAGE}/tao")
    assert re.match(r"Đã tạo \d tệp báo cáo tổng hợp", made.job_done(NAME))
    page = made.get(PAGE)
    assert "Tổng hợp kết quả xếp loại" in page.words
    addresses = re.findall(rf'href="({BASE}/tep\?ten=tong-hop[^"]+)"', page.text)
    assert len(addresses) == len(list((root_of(made) / "tong-hop").iterdir()))
    assert all(made.get(each).status == 200 for each in addresses)


def test_a_unit_that_cannot_be_read_is_said_to_be_left_out(bare: Client) -> None:
    broken = folder_of(bare) / "don-vi" / "hong.yaml"
    broken.write_text("loai: don-vi\ndon_vi: {ma: hong, ten: Chi bộ Hỏng}\nca_nhan: [\n", "utf-8")
    assert "Chưa gồm 1 đơn vị không đọc được" in bare.get(PAGE).words


def test_a_campaign_without_units_says_so_and_breaks_nothing(bare: Client) -> None:
    (folder_of(bare) / DATA).unlink()
    page = bare.get(PAGE)
    assert "Chưa có kết quả để tổng hợp" in page.words
    bare.post(f"{PAGE}/tao")
    assert "Chưa tạo được báo cáo tổng hợp" in bare.job_done(NAME)
