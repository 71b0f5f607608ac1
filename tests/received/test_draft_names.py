"""Which names of files call them drafts, and which only seem to."""

import unicodedata

import pytest

from generator.received.draft_names import draft_mark

AN = "Nguyễn Văn An"


@pytest.mark.parametrize(
    "name",
    [
        "1.1 Nguyễn Văn An (dự thảo).docx",
        "1.1 Nguyen Van An - du thao.docx",
        "1.1_NguyenVanAn_DU_THAO.docx",
        "DỰ THẢO 1.1 Nguyễn Văn An.docx",
        "Dự thảo Báo cáo kiểm điểm BTV.docx",
        "3.1 Dự thảo báo cáo kiểm điểm.docx",
        "3.1 Báo cáo kiểm điểm BTV dự thảo lần 2.docx",
        "1.1 BKĐ dự thảo Nguyễn Văn An.docx",
        "1.1 Nguyễn Văn An DT.docx",
        "1.1 Nguyễn Văn An DT2.docx",
        "1.1 Nguyễn Văn An_DT lần 3.docx",
        "1.1 Nguyễn Văn An dt lan 2.docx",
        "1.1 Nguyễn Văn An (DT).docx",
        "DT 1.1 Nguyễn Văn An.docx",
        "DT-Bao cao kiem diem.docx",
        "1.1 Nguyễn Văn An bản nháp.docx",
        "1.1 An ban nhap 2.docx",
        "1.1 An nháp.pdf",
        "1.1 An bản thảo.docx",
        "1.1 An draft v2.docx",
        "Dự thảo/1.1 Nguyễn Văn An.docx",
        "1.1 Nguyễn Văn An dự thảo ngày 20.11.docx",
    ],
)
def test_a_name_that_says_so(name: str) -> None:
    assert draft_mark(name, [AN])
    assert draft_mark(unicodedata.normalize("NFD", name), [AN])


@pytest.mark.parametrize(
    "name",
    [
        "1.1 Nguyễn Văn An.docx",
        "3.3 Biên bản góp ý dự thảo nghị quyết.docx",
        "Biên bản thông qua dự thảo báo cáo.docx",
        "Tổng hợp ý kiến vào dự thảo văn kiện.docx",
        "Tong hop y kien gop y du thao bao cao chinh tri.docx",
        "Công văn về dự thảo Kế hoạch.docx",
        "1.1 Nguyễn Văn An - Ban DT.docx",
        "1.1 Nguyễn Văn An Trường PTDTNT.docx",
        "1.1 Nguyễn Văn An - ĐT 0912345678.docx",
        "1.1 Nguyễn Văn An ĐT.docx",
        "Báo cáo sáp nhập thôn.docx",
        "Nhập ngũ.docx",
        "du thaoluan.docx",
        "Hội thảo.docx",
        "Biểu 6A.xlsx",
    ],
)
def test_a_name_that_does_not(name: str) -> None:
    assert not draft_mark(name, [AN])


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("1.1 Tran Du Thao.docx", "Trần Du Thảo"),
        ("1.1 Dự Thảo.docx", "Hồ Dự Thảo"),
        ("1.1 Trần DT.docx", "Trần Duy Thanh"),
        ("1.1 Dieu Nháp.docx", "Điểu Nháp"),
    ],
)
def test_what_is_part_of_a_name(name: str, who: str) -> None:
    assert not draft_mark(name, [who])
    assert draft_mark(name.replace(".docx", " (dự thảo).docx"), ["Lê Thu"])
