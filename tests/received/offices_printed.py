"""Files handed in as PDF: printed by LibreOffice, and scanned."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any

from tests.received.corpus import AN, ANH, CO, KY, SAI, XEM, Data, put
from tests.received.offices import HOA, IN_2025, OF_THE_UNIT, Case, own, typed
from tests.received.typed_forms import ANSWERS, OF_THE_HEAD, confirmations, form, report, undated
from tests.received.typed_papers import declaration, minutes, photographed, with_page
from tests.received.typed_word import SPACED, WHITE, block, looking, run, table

IN_WORDS = {
    "way": "chu", "level_way": None,
    "as_official": " Hoàn thành tốt nhiệm vụ", "as_member": " Hoàn thành tốt nhiệm vụ",
}  # fmt: skip
"""Only what was chosen is written: no box whose place in the text of a PDF could hide a fault."""

IN_WORDS_2025 = {"level_way": None, "proposed": ": Hoàn thành tốt nhiệm vụ"}
PARTY = confirmations(as_official=False)
ONE_CELL = [table([[
    ["THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "CHỦ TỊCH", "", "Phạm Văn Dũng"],
    ["NGƯỜI TỰ KIỂM ĐIỂM", "(Ký, ghi rõ họ tên)", "", AN],
]])]  # fmt: skip


def two_rows(superior: str, who: str, name: str) -> list[str]:
    """A block of two signatures, the titles in one row and the names in the next."""
    return [table([[superior, "NGƯỜI TỰ KIỂM ĐIỂM"], [who, name]])]


BESIDE = [*OF_THE_HEAD, *ONE_CELL]
HEAD = ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Phạm Văn Dũng")
CELL = ("T/M CHI ỦY (CHI BỘ)", "Phan Thị Thu")


def printed() -> Iterator[Case]:
    """Word files that LibreOffice has to print before they are handed in."""
    for each in (*_good(), *_good_in_words(), *_wrong(), *_wrong_in_words(), *_scanned()):
        yield each._replace(pdf=bytes)


def _case(nhom: str, la: str, blocks: list[str], *labels: Any, font: str = "Times New Roman",
          footer: str = "", header: list[str] | None = None, **more: Any) -> Case:  # fmt: skip
    ket, *also = labels or (CO,)
    ten = more.pop("ten", f"{more.get('muc', '1.1')} {more.get('ai', AN)}.pdf")
    make = typed(blocks, font=font, footer=footer, header=header or [])
    return Case(nhom, la, ten, make, ket, also, **more)


def _fine(la: str, blocks: list[str], *also: Any, **more: Any) -> Case:
    return _case("pdf-tot", la, blocks, CO, *also, **more)


def _good() -> Iterator[Case]:
    yield _fine("in tu Word", own())
    yield _fine("02A", form("2023A", ANH), ai=ANH)
    font = "DejaVu Math TeX Gyre"
    yield _fine("phong khong co dau tieng Viet", own(), XEM, font=font)
    yield _fine("phong OpenSymbol", own(), XEM, font="OpenSymbol")
    yield _fine("de muc hoa I-", own(number="-", capitals=True))
    yield _fine("content control checkbox", own(way="sdt"))
    yield _fine("wingdings sym", own(way="sym"))
    yield _fine("FORMCHECKBOX", own(way="ffld"), XEM)
    header = ["Hồ sơ kiểm điểm năm 2024"]
    yield _fine("dau trang chan trang lap lai", own(), header=header, footer="Trang 2/5")
    yield _fine("khoi ky bang 2 cot", own(signature=BESIDE, confirmed=PARTY))
    yield _fine("2025 2A", form("2025A", AN, 2025), muc="1", office=IN_2025)
    both = form("2025B", ANH, 2025, signature=two_rows(*CELL, ANH), confirmed=[])
    yield _fine("2025 bang ky 2 cot", both, ai=ANH, muc="1", office=IN_2025)
    yield _fine("ten hoa", own(sign="NGUYỄN VĂN AN"))
    narrow = [table([[f"Họ và tên: {AN}", "Ngày sinh: 12/3/1975"]])]
    yield _fine("ho ten va ngay sinh hai cot", own(about=narrow))
    yield _fine("ke khai", declaration(), muc="1.2")
    unit = {"muc": "3.3", "ai": OF_THE_UNIT, "phan": "Biên bản hội nghị"}
    yield _fine("bien ban", minutes(), ten="3.3 Biên bản.pdf", **unit)


def _good_in_words() -> Iterator[Case]:
    yield _fine("chi ghi muc da chon", own(**IN_WORDS | {"way": "mot"}))
    yield _fine("cap do ghi chu", own(**IN_WORDS))
    yield _fine("hop moi dong mot muc", own(way="hop_dong"))
    yield _fine("hop trong bang", own(way="bang_hop"))
    spaced = looking(own(**IN_WORDS), SPACED)
    yield _fine("gian chu 1,5 pt ca bai", spaced, XEM)
    torn = [_torn(block(each)) for each in own(**IN_WORDS)]
    yield _fine("chu co dau o phong khac, gian 1 pt", torn, XEM)
    one = own(**IN_WORDS, signature=BESIDE, confirmed=PARTY)
    yield _fine("khoi ky bang 2 cot cung o", one)
    two = own(**IN_WORDS, signature=[*OF_THE_HEAD, *two_rows(*HEAD, AN)], confirmed=PARTY)
    yield _fine("khoi ky bang 2 cot, 2 hang", two)
    both = form("2025B", ANH, 2025, **IN_WORDS_2025, signature=two_rows(*CELL, ANH), confirmed=[])
    yield _fine("2025 khoi ky 2 cot, ghi muc", both, ai=ANH, muc="1", office=IN_2025)
    nfd = [unicodedata.normalize("NFD", each) for each in own(**IN_WORDS)]
    yield _fine("ten NFD, dau to hop", nfd)
    unit = {
        "muc": "3.1",
        "ai": OF_THE_UNIT,
        "phan": "Báo cáo kiểm điểm",
        "ten": "3.1 Báo cáo BTV.pdf",
    }
    goals, duties = "Kết quả thực hiện các mục tiêu", "Trách nhiệm của tập thể lãnh đạo, quản lý"
    pages = _pages(189)
    long = _below(report(way="chu"), goals, pages)
    yield _fine("bao cao BTV 25 trang", long, **unit)
    late = _below(_below(report(way="chu"), goals, pages[:140]), duties, pages[140:])
    yield _fine("bao cao BTV 27 trang, de muc 4 o trang 20", late, **unit)


def _torn(xml: str) -> str:
    """What Word does with letters a font lacks: each is a run of its own in another font."""

    def cut(found: re.Match[str]) -> str:
        return "".join(
            run(piece, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/><w:spacing w:val="20"/>')
            for piece in re.findall(r"[ -~]+|[^ -~]+", found[1])
            for font in ["DejaVu Math TeX Gyre" if piece.isascii() else "DejaVu Serif"]
        )

    text = r'<w:r>(?:<w:rPr><w:b/></w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>'
    return re.sub(text, cut, xml)


def _pages(count: int) -> list[str]:
    """As many long paragraphs; seven fill a page."""
    words = "Thu ngân sách trên địa bàn phường đạt kế hoạch, kinh tế tiếp tục phát triển. " * 6
    return [f"{number}. {words}" for number in range(1, count + 1)]


def _below(blocks: list[str], heading: str, more: list[str]) -> list[str]:
    spot = next(index for index, each in enumerate(blocks) if heading in each) + 1
    return [*blocks[:spot], *more, *blocks[spot:]]


def _bad(la: str, blocks: list[str], *labels: Any, **more: Any) -> Case:
    return _case("pdf-sai", la, blocks, *labels, **more)


def _wrong() -> Iterator[Case]:
    half = {"pham_chat", "nhiem_vu", "lanh_dao", "han_che", "nguyen_nhan", "khac_phuc",
            "phuong_huong"}  # fmt: skip
    yield _bad("nua trong", own(blank=half), XEM)
    la = "chi co de muc, chan trang Trang x/y"
    yield _bad(la, own(blank=ANSWERS), XEM, footer="Trang 1/4")
    yield _bad("hai muc danh dau", own(level={0, 1}), XEM)
    yield _bad("ky ten nguoi khac", own(sign=HOA), SAI, XEM, KY)
    alone = form("2025B", ANH, 2025, signature=two_rows(*CELL, ""), confirmed=[])
    la = "2025 bang ky 2 cot, chi chi uy ky"
    yield _bad(la, alone, KY, ai=ANH, muc="1", office=IN_2025)
    yield _bad("chu trang", looking(own(), WHITE), XEM, None)
    dots = {"han_che": "……………………………………",
            "phuong_huong": "............................................"}  # fmt: skip
    yield _bad("cham lung", own(say=dots), XEM)
    yield _bad("khong ngay", own(date="", confirmed=undated()), KY)
    yield _bad("nam 2023", own(nam=2023), SAI)
    yield _bad("02B nop cho 02A khong ma", form("2023B", ANH, code="", subtitle=""), SAI, ai=ANH)
    yield _bad("khong ky", own(sign=""), KY)


def _wrong_in_words() -> Iterator[Case]:
    alone = form("2025B", ANH, 2025, **IN_WORDS_2025, signature=two_rows(*CELL, ""), confirmed=[])
    la = "ghi muc, 2025 khoi ky 2 cot, chi chi uy ky"
    yield _bad(la, alone, KY, ai=ANH, muc="1", office=IN_2025)
    unsigned = own(**IN_WORDS, signature=two_rows(*HEAD, ""), confirmed=PARTY)
    yield _bad("ghi muc, khoi ky 2 cot, nguoi viet khong ky", unsigned, KY)
    yield _bad("ghi muc, ky ten nguoi khac", own(**IN_WORDS, sign=HOA), SAI, XEM, KY)
    other = form("2023B", ANH, **IN_WORDS, code="", subtitle="")
    yield _bad("ghi muc, 02B nop cho 02A khong ma", other, SAI, ai=ANH)
    empty = own(**IN_WORDS, blank=ANSWERS)
    yield _bad("ghi muc, chi co de muc, chan trang Trang 1/4", empty, XEM, footer="Trang 1/4")
    yield _bad("ghi muc, chu trang", looking(own(**IN_WORDS), WHITE), XEM, None)
    la = "ghi muc, de muc truoc ngat trang de trong, so trang 2/3"
    half = form("2023A", ANH, **IN_WORDS, blank={"nguyen_nhan", "phuong_huong", "han_che"})
    yield _bad(la, half, XEM, ai=ANH, footer="2/3")


def _scanned() -> Iterator[Case]:
    """A picture of the page with the few words a scanner or a stamp adds."""
    stamp = "Người ký: Nguyễn Văn An\nNgày ký: 02-12-2024 08:15:22 +07:00"
    for la, words in (
        ("quet bang CamScanner (co chu cua phan mem)", "Scanned with CamScanner"),
        ("quet, co dau ky so la chu", stamp),
    ):
        yield Case("quet", la, f"1.1 {AN}.pdf", put(partial(with_page, words, wide=True)), XEM)


def scanned() -> Iterator[Case]:
    """Pictures of a page, under every name in which they come."""

    def case(la: str, ending: str, data: Data) -> Case:
        return Case("quet", la, f"1.1 {AN}.{ending}", put(data), XEM)

    yield case("quet pdf", "pdf", partial(photographed, "PDF"))
    yield case("quet jpg", "jpg", partial(photographed, "JPEG"))
    other = put(photographed)
    yield Case("quet", "quet png ten khac", "anh chup.png", other, None, (XEM,))
    yield case("heic", "heic", b"\x00\x00\x00\x18ftypheic" + bytes(100))
    yield case("webp", "webp", partial(photographed, "WEBP"))
    yield case("JPG hoa", "JPG", partial(photographed, "JPEG"))
