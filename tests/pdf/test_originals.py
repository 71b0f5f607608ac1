"""A copy of another office's file: its pages as they are, the block of the copy behind them.

And a kind that an office added itself: composed, numbered, built, printed.
"""

import datetime as dt
import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from generator.building.executors import here
from generator.building.folders import BuildRequest
from generator.building.run import run
from generator.pdf.originals import originals, pages_of
from generator.pdf.run import Printed, make_pdfs
from generator.register import acts
from tests.engine.build import docx, p
from tests.opening.test_pool import pdf
from tests.pdf.printing import needs_office, pages

DOT = """ten: Đợt
nam: 2026
dia_danh: Tân Hòa
co_quan:
  ten: Đảng ủy xã Tân Hòa
  cap_tren: Đảng bộ tỉnh Bình Minh
  ky_hieu: ĐU
  nhiem_ky: [{ten: 2025-2030, be_mac_dai_hoi: 30/6/2025}]
ky: {quyen_han: T/M Ban Thường vụ, chuc_vu: Phó Bí thư, ho_ten: Lê Thị Mẫu}
noi_nhan: [Các chi bộ trực thuộc, Lưu Văn phòng Đảng ủy]
"""
COPY = "loai: sao-luc\nhinh_thuc: sao y\nban_goc: {}\nso: {}\nngay: 12/12/2026\n"
FILES = {
    "cong-van.pdf": pdf("Trang mot", "Trang hai"),
    "ket-luan.docx": docx(p("KẾT LUẬN CỦA CẤP TRÊN")),
}


def picture(frames: int = 1) -> bytes:
    out = io.BytesIO()
    drawn = [Image.new("L", (300, 200), 200) for _ in range(frames)]
    drawn[0].save(out, "TIFF", save_all=True, append_images=drawn[1:])
    return out.getvalue()


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    home = tmp_path / "dot"
    home.mkdir()
    (home / "dot.yaml").write_text(DOT, "utf-8")
    return BuildRequest(home, tmp_path / "output" / "dot")


def put(request: BuildRequest, **files: bytes) -> None:
    for number, (name, data) in enumerate(files.items(), 1):
        (request.campaign / name).write_bytes(data)
        text = COPY.format(name, number)
        (request.campaign / f"sao-{number}.yaml").write_text(text, "utf-8")


def made(request: BuildRequest) -> Printed:
    run([request], here)
    return make_pdfs([request])


def printed(request: BuildRequest, number: int) -> list[str]:
    (file,) = (request.root / "pdf").glob(f"*/sao-{number}.pdf")
    return pages(file)


def test_a_campaign_knows_the_files_that_it_copies(request_: BuildRequest) -> None:
    put(request_, **FILES)
    assert originals(request_.campaign) == {
        f"sao-{n}.docx": request_.campaign / name for n, name in enumerate(FILES, 1)
    }


@pytest.mark.parametrize("frames", [1, 3])
def test_each_picture_is_a_page_of_a4(tmp_path: Path, frames: int) -> None:
    (tmp_path / "a.tif").write_bytes(picture(frames))
    read = PdfReader(io.BytesIO(pages_of(tmp_path / "a.tif")))
    assert len(read.pages) == frames
    assert {round(float(each.mediabox.width)) for each in read.pages} == {595}


@needs_office
@pytest.mark.libreoffice
def test_the_block_of_a_copy_stands_behind_the_pages_of_its_original(
    request_: BuildRequest,
) -> None:
    put(request_, **FILES, **{"anh.tif": picture(2)})
    result = made(request_)
    assert [each.code for each in result.problems] == []
    assert [len(printed(request_, n)) for n in (1, 2, 3)] == [3, 2, 3]
    first, second, block = printed(request_, 1)
    assert ("Trang mot" in first, "Trang hai" in second) == (True, True)
    assert "BẢN SAO VĂN BẢN" in block
    assert "KẾT LUẬN CỦA CẤP TRÊN" in printed(request_, 2)[0]
    assert "BẢN SAO VĂN BẢN" in printed(request_, 2)[1]


@needs_office
@pytest.mark.libreoffice
def test_another_original_is_another_pdf_and_the_same_is_kept(request_: BuildRequest) -> None:
    put(request_, **FILES)
    made(request_)
    assert made(request_).made == 0
    (request_.campaign / "cong-van.pdf").write_bytes(pdf("Trang moi"))
    assert made(request_).made == 1
    assert "Trang moi" in printed(request_, 1)[0]


@needs_office
@pytest.mark.libreoffice
def test_an_original_that_is_gone_costs_its_copy_and_no_other(request_: BuildRequest) -> None:
    put(request_, **FILES)
    run([request_], here)
    (request_.campaign / "cong-van.pdf").write_bytes(b"%PDF-1.4 cut")
    result = make_pdfs([request_])
    assert "KD181" in {each.code for each in result.problems} or "KD593" in {
        each.code for each in result.problems
    }
    assert not list((request_.root / "pdf").glob("*/sao-1.pdf"))


OWN_KIND = """loai: loai-van-ban
ma: thu-ngo
ten: Thư ngỏ
bo_cuc: ten-loai
mau: thu-ngo
ky_hieu: TN
"""
OWN_LETTER = """loai: thu-ngo
trich_yeu: gửi đảng viên
ngay: 12/2026
noi_dung: |
  Kính gửi các đồng chí.

  | TT | Việc |
  |----|------|
  | 1 | Học tập |
cung_ky: [{chuc_vu: Chủ tịch, ho_ten: Trần Văn Bình}]
"""


@needs_office
@pytest.mark.libreoffice
def test_a_kind_of_the_office_is_composed_numbered_built_and_printed(
    request_: BuildRequest,
) -> None:
    home = request_.campaign
    for folder in ("loai", "mau"):
        (home / folder).mkdir()
    (home / "loai/thu-ngo.yaml").write_text(OWN_KIND, "utf-8")
    shared = ("dau-van-ban", "ten-loai", "noi-dung", "noi-nhan-ky")
    own = "".join(p(f'{{%p include "khoi/{name}.docx" %}}') for name in shared)
    (home / "mau/thu-ngo.docx").write_bytes(docx(own))
    letter = home / "thu.yaml"
    letter.write_text(OWN_LETTER, "utf-8")
    taken, problems = acts.take(letter, None, None, dt.date(2026, 11, 30), None)
    assert taken is None, "a paper of December gets no number of another month"
    letter.write_text(OWN_LETTER.replace("12/2026", "05/12/2026"), "utf-8")
    taken, problems = acts.take(letter, None, None, None, None)
    assert taken, problems
    result = made(request_)
    assert [each.code for each in result.problems] == []
    (text,) = pages(next((request_.root / "pdf").glob("*/thu.pdf")))
    for words in (
        "THƯ NGỎ",
        "Số 01-TN/ĐU",
        "ngày 05 tháng 12 năm 2026",
        "Học tập",
        "CHỦ TỊCH",
        "Trần Văn Bình",
    ):
        assert words in text.replace("\u00a0", " ")
