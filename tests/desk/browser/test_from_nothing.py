"""A whole campaign from nothing to the pack, in a real browser, without one line of YAML typed."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect

from generator.editing.edited import content
from tests.desk.browser.conftest import Desk, needs_chromium
from tests.desk.browser.test_letters import paste, previewed
from tests.desk.browser.test_received import LONG, drop, encoded

pytestmark = needs_chromium

UNITS = ("Chi bộ thôn Đông", "Chi bộ thôn Tây")
PEOPLE = {
    "chi-bo-thon-dong": ("Tạ Xuân Hải", "Lê Thị Hạnh", "Trần Văn Bền", "Nguyễn Thị Sen"),
    "chi-bo-thon-tay": ("Phạm Thị Oanh", "Vũ Thị Dung", "Hoàng Thị Lý", "Đinh Trọng Tài"),
}
GOOD = "Hoàn thành tốt nhiệm vụ"
TEXTS = {
    "uu_diem.pham_chat": "Chấp hành nghiêm chủ trương, nghị quyết.\nGiữ nếp sống giản dị.",
    "uu_diem.nhiem_vu": "Hoàn thành các việc được chi bộ giao.",
    "uu_diem.cam_ket": "Đã thực hiện các nội dung cam kết.",
    "han_che": "Còn ngại phát biểu trong sinh hoạt.", "nguyen_nhan": "Chưa mạnh dạn.",
    "trach_nhiem": "Không có.", "phuong_huong": "Mỗi kỳ sinh hoạt phát biểu ít nhất một lần.",
    "cham_diem.chung": "26", "cham_diem.nhiem_vu": "56", "ket_qua.tong": "8",
    "ket_qua.hoan_thanh": "8", "ngay": "30/11/2026", "ngay_sinh": "12/4/1966",
    "xac_nhan.chi_uy.nhan_xet": "Nhất trí với bản tự kiểm điểm.",
    "xac_nhan.chi_uy.ngay": "08/12/2026", "xac_nhan.chi_uy.chuc_vu": "Phó Bí thư",
    "xac_nhan.chi_uy.ho_ten": "Lê Văn Phó", "xac_nhan.dang_uy.ngay": "28/12/2026",
    "xac_nhan.dang_uy.chuc_vu": "Bí thư Đảng ủy", "xac_nhan.dang_uy.ho_ten": "Ngô Quang Huy",
    "xep_loai.ngay_quyet_dinh": "28/12/2026",
}  # fmt: skip


def filled(window: Page, own: str, fields: dict[str, str]) -> None:
    """Type into the fields of a form by the place they are of."""
    for key, said in fields.items():
        field = window.locator(f'[name="v:{own}.{key}"]' if own else f'[name="v:{key}"]')
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=said)
        else:
            field.fill(said)


def saved(window: Page) -> None:
    window.keyboard.press("Control+s")
    expect(window.get_by_text(re.compile("^Đã lưu"))).to_be_visible()


def opened_rare(window: Page) -> None:
    """Open what is rarely needed, so that it can be typed into."""
    window.evaluate("document.querySelectorAll('details').forEach((each) => each.open = true)")


def test_a_campaign_is_made_from_nothing_to_the_pack(desk: Desk, window: Page) -> None:
    window.goto(f"{desk.address}/dot-moi")
    window.get_by_label("1. Cơ quan nào chủ trì?").fill("Đảng ủy xã Minh Khê")
    window.get_by_label("2. Thuộc cấp nào").fill("Đảng bộ tỉnh Trường Giang")
    window.get_by_label("3. Kiểm điểm năm nào?").fill("2026")
    window.get_by_label("4. Địa danh").fill("Minh Khê")
    window.get_by_label("5. Những đơn vị nào?").fill("\n".join(UNITS))
    window.get_by_label("6. Ai ký").fill("Ngô Quang Huy")
    expect(window.get_by_text("Nhận ra 2 đơn vị")).to_be_visible()
    window.get_by_role("button", name="Tạo đợt, rồi ghi danh sách người").click()
    expect(window.get_by_role("link", name=UNITS[0]).first).to_be_visible()
    folder = desk.folder / "kiem-diem-2026"
    base = f"{desk.address}/dot/kiem-diem-2026"

    window.get_by_role("link", name="thông tin đợt").click()
    window.locator('button[data-them="thoi_han"]').click()
    filled(window, "thoi_han.+101", {"viec": "Gửi hồ sơ kiểm điểm", "ngay": "20/12/2026"})
    opened_rare(window)
    filled(window, "", {"mac_dinh.vai_tro": "Ngoài hệ thống chính trị (hưu trí, nông dân…)",
                        "co_quan.ky_hieu": "ĐU"})  # fmt: skip
    saved(window)

    for unit, people in PEOPLE.items():
        unit_filled(window, base, unit, people)
    letters_written(window, base)
    built(window, base)
    received(window, base, desk.folder / "output" / folder.name)
    handed_in(window, base, folder, desk)


def unit_filled(window: Page, base: str, unit: str, people: tuple[str, ...]) -> None:
    """Fill in a unit: its people pasted, their forms, the meeting with its votes."""
    file = f"don-vi/{unit}.yaml"
    window.goto(f"{base}/don-vi/{unit}/them-nguoi")
    window.locator("textarea").first.fill("\n".join(people))
    window.get_by_role("button", name=re.compile("Ghi 4 người")).click()
    expect(window.get_by_text("Đã thêm 4 người")).to_be_visible()
    for index, name in enumerate(people):
        window.goto(f"{base}/nhap?tep={file}&muc=ca_nhan.{index}")
        expect(window.get_by_role("heading", level=1)).to_contain_text(name)
        own = f"ca_nhan.{index}"
        filled(window, own, TEXTS)
        for step in ("tu_nhan", "chi_uy", "chi_bo", "quyet_dinh"):
            filled(window, own, {f"xep_loai.{step}": GOOD})
        window.locator(f'[name="k:{own}.khac_phuc"]').check()
        window.locator(f'[name="k:{own}.giai_trinh"]').check()
        saved(window)
    window.goto(f"{base}/nhap?tep={file}")
    filled(window, "", {"ky.quyen_han": "T/M Chi bộ", "ky.chuc_vu": "Bí thư", "ky.ho_ten": people[0],
                        "ket_qua.quyet_dinh.so": "12", "ket_qua.quyet_dinh.ngay": "28/12/2026",
                        "ket_qua.quyet_dinh.noi_nhan": "Đảng ủy xã\nLưu Chi bộ"})  # fmt: skip
    saved(window)
    window.goto(f"{base}/nhap?tep={file}&muc=hoi_nghi.%2B1")
    own = "hoi_nghi.+1"
    filled(window, own, {
        "ten": "Hội nghị kiểm điểm chi bộ", "ngay": "7/12", "gio_bat_dau": "19 giờ 30",
        "gio_ket_thuc": "22 giờ 00", "dia_diem": "Nhà văn hóa thôn", "trieu_tap": "4", "co_mat": "4",
        "chu_tri.ho_ten": people[0], "chu_tri.chuc_vu": "Bí thư Chi bộ", "thu_ky.ho_ten": people[1],
        "dien_bien": "Từng đồng chí đọc bản kiểm điểm; chi bộ góp ý.",
        "ket_luan": "Các đồng chí nghiêm túc tự phê bình.",
        "kiem_phieu.phat_ra": "4", "kiem_phieu.thu_ve": "4", "kiem_phieu.hop_le": "4",
        "noi_dung": "Kiểm điểm cá nhân",
    })  # fmt: skip
    for list_, rows in (("kiem_phieu.to_kiem_phieu", people[1:4]),):
        for step, name in enumerate(rows, window.evaluate("number") + 1):
            window.locator(f'button[data-them="{own}.{list_}"]').click()
            filled(window, f"{own}.{list_}.+{step}", {"ho_ten": name})
    window.locator(f'button[data-them="{own}.y_kien"]').click()
    step = window.evaluate("number")
    filled(
        window, f"{own}.y_kien.+{step}", {"nguoi": "Đồng chí " + people[2], "noi_dung": "Nhất trí."}
    )
    for row in range(1, 5):
        filled(window, f"{own}.kiem_phieu.ket_qua.+{row}", {"phieu.hoan_thanh_tot": "4"})
    saved(window)


def letters_written(window: Page, base: str) -> None:
    """Write three letters of different kinds, one with a table, one with an annex; look at each."""
    for kind, about in (
        ("Công văn", "gửi hồ sơ kiểm điểm"), ("Thông báo", "lịch kiểm điểm"),
        ("Kế hoạch", "kiểm điểm năm 2026"),
    ):  # fmt: skip
        window.goto(f"{base}/van-ban/soan")
        window.get_by_label("Loại văn bản").select_option(label=kind)
        window.get_by_label("Trích yếu").fill(about)
        window.get_by_role("button", name="Soạn", exact=True).click()
        expect(window.get_by_role("heading", level=1)).to_contain_text(about)
        filled(window, "", {"noi_dung": "Đề nghị các chi bộ thực hiện như sau:\nĐúng hạn, đủ hồ sơ.",
                            "ngay": "10/11/2026"})  # fmt: skip
        if kind == "Công văn":
            filled(window, "", {"kinh_gui": "Các chi bộ trực thuộc"})
        if kind == "Thông báo":
            window.get_by_role("button", name="Chèn bảng").first.click()
            window.get_by_role("button", name="Chèn", exact=True).click()
            table = "TT\tChi bộ\tNgày\n1\tThôn Đông\t05/12\n2\tThôn Tây\t06/12"
            grid = "table[data-luoi] thead input:not([type=hidden]) >> nth=0"
            paste(window, grid, "text/plain", table)
        if kind == "Kế hoạch":
            window.get_by_role("button", name="Thêm phụ lục").click()
            annex = window.locator('[data-noi="phu_luc"] > [data-dong]')
            annex.get_by_label("Tiêu đề của phụ lục").fill("Phân công")
            annex.get_by_label("Nội dung", exact=True).fill("Tổ 1: các chi bộ thôn.")
        saved(window)
        previewed(window)


def built(window: Page, base: str) -> None:
    """See no error and make all papers."""
    window.goto(f"{base}/van-de?loc=loi")
    expect(window.locator("#bang-van-de tbody tr")).to_have_count(0)
    window.goto(f"{base}/van-ban")
    window.get_by_role("button", name=re.compile("Tạo .* văn bản")).click()
    expect(
        window.get_by_role("status").get_by_text(re.compile(r"Đã tạo \d+ văn bản"))
    ).to_be_visible(timeout=60_000)
    window.wait_for_timeout(1000)  # the page reads itself again


def received(window: Page, base: str, out: Path) -> None:
    """Drop twenty files as they come by e-mail; each is a row with its verdict."""
    papers = sorted((each for each in out.rglob("*.docx") if "chi-bo" in str(each)), key=str)[:20]
    assert len(papers) == 20
    window.goto(f"{base}/ho-so-nhan")
    drop(window, [(f"Tệp {number}.docx", encoded(each)) for number, each in enumerate(papers)])
    expect(window.locator("#nhan-bang")).to_contain_text("Tệp 19.docx", timeout=LONG)
    rows = window.locator("#nhan-bang tbody tr")
    expect(rows).to_have_count(20, timeout=LONG)
    expect(window.locator("#viec")).to_contain_text(
        re.compile(r"Đã xếp \d+ / 20 tệp"), timeout=LONG
    )


def handed_in(window: Page, base: str, folder: Path, desk: Desk) -> None:
    """Pack, verify; the command line makes nothing again."""
    window.goto(f"{base}/nop")
    window.get_by_role("button", name=re.compile("Đóng gói 2")).click()
    expect(window.get_by_text(re.compile("Đã đóng gói")).first).to_be_visible(timeout=60_000)
    packs = list((desk.folder / "output" / folder.name / "nop").glob("*.zip"))
    assert len(packs) == len(UNITS)
    for pack in packs:
        verified = subprocess.run(
            [sys.executable, "-m", "generator", "verify", str(pack)],
            capture_output=True, encoding="utf-8",
        )  # fmt: skip
        assert verified.returncode == 0, verified.stderr
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", folder.name, "--quiet"],
        cwd=desk.folder, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert "Đã tạo 0 văn bản" in done.stderr
    assert content((folder / "dot.yaml").read_text("utf-8"))
