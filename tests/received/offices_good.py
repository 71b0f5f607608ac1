"""Review forms that are as they should be, however they were typed."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Any

from PIL import Image, ImageDraw

from tests.received.corpus import AN, ANH, CO, KY, XEM, put
from tests.received.offices import (
    ANH_SAC,
    HOA,
    IN_2025,
    MO,
    SAME_NAMES,
    THO,
    Case,
    handed_in,
    own,
    typed,
)
from tests.received.typed_forms import ANSWERS, OF_THE_HEAD, confirmations, form, undated
from tests.received.typed_word import (
    block,
    bold,
    centred,
    control,
    deleted,
    in_pieces,
    inserted,
    line,
    paragraph,
    part,
    repacked,
    run,
    said,
    table,
    text_box,
    word,
)

IN_SHORT = {key: "Tốt." if key in {"pham_chat", "nhiem_vu"} else "Không có." for key in ANSWERS}
LAST_DAY = "Hồng Sơn, ngày 02 tháng 12 năm 2024"
nfd = partial(unicodedata.normalize, "NFD")


def good() -> Iterator[Case]:
    yield from _headings()
    yield from _about()
    yield from _letters()
    yield from _years()
    yield from _answers()
    yield from _strange_word()
    yield from _signatures()
    yield from _of_2025()
    yield from _same_names()


def _as_typed(la: str, **changes: Any) -> Case:
    return handed_in("tot-word", la, own(**changes))


def _headings() -> Iterator[Case]:
    yield _as_typed("thuong")
    yield handed_in("tot-word", "khong lanh dao", form("2023A", ANH), ai=ANH)
    yield _as_typed("de muc hoa, I-", number="-", capitals=True)
    yield _as_typed("de muc I/ 1/", number="/")
    yield _as_typed("1)", number=")")
    yield _as_typed(
        "de muc dam thuong, cat run", heading=lambda text, chapter: paragraph(in_pieces(text, 4))
    )
    yield _as_typed(
        "dau de muc trong bang",
        heading=lambda text, chapter: table([["Nội dung", text]]) if chapter else line(text),
    )
    yield _as_typed("khong ghi ma mau", code="")
    yield _as_typed("ma mau 02", code="Mẫu 02-HD KĐ.ĐG 2023")
    yield _as_typed(
        "nhieu dong dau",
        left=["ĐẢNG BỘ THÀNH PHỐ SÔNG LAM", "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "CHI BỘ CƠ QUAN", "*", "Số 01"],
        title=["", "BẢN KIỂM ĐIỂM", "CÁ NHÂN", "của Ủy viên Ban Thường vụ", "NĂM 2024"],
    )  # fmt: skip
    yield _as_typed("BAN TU KIEM DIEM", title=["BẢN TỰ KIỂM ĐIỂM CÁ NHÂN", "NĂM 2024"])
    paged = typed(own(), header=["Mẫu 02B", "Hồ sơ năm 2024"], footer="Trang 1")
    yield Case("tot-word", "chan trang, dau trang", f"1.1 {AN}.docx", paged)
    annex = [bold("PHỤ LỤC"), "Bảng đối chiếu 27 biểu hiện suy thoái"]
    signs = [f"{number}. Không có biểu hiện" for number in range(1, 28)]
    yield handed_in("tot-word", "phu luc sau chu ky", [*own(), *annex, *signs])


def _about() -> Iterator[Case]:
    """How the person is named at the top and below."""
    capitals = [
        "Họ và tên: NGUYỄN VĂN AN   Ngày sinh: 12/3/1975",
        "Đơn vị công tác: Đảng ủy phường",
    ]
    yield _as_typed("ten hoa dau va ky", about=capitals)
    yield _as_typed("ky ten HOA", sign="NGUYỄN VĂN AN")
    superiors = ("PHẠM VĂN DŨNG", "PHAN THỊ THU", "BÙI QUỐC TUẤN")
    yield _as_typed("xac nhan ten HOA", confirmed=confirmations(names=superiors))
    blanks = ["Họ  và  tên :   Nguyễn   Văn  An", "Sinh ngày 12/3/1975"]
    yield _as_typed("khoang trang thua trong ten", about=blanks, sign="Nguyễn  Văn   An")
    yield _as_typed("Ho, ten", about=["Họ, tên: Nguyễn Văn An", "Sinh ngày: 12/3/1975"])
    sentence = ["Tôi tên là: Nguyễn Văn An, sinh ngày 12/3/1975",
                "Sinh hoạt tại Chi bộ Cơ quan Đảng ủy phường Hồng Sơn"]  # fmt: skip
    yield _as_typed("Toi ten la", about=sentence)
    post = ["Họ và tên: Nguyễn Văn An - Phó Bí thư Thường trực Đảng ủy", "Ngày sinh: 12/3/1975"]
    yield _as_typed("ten kem chuc vu", about=post)
    cells = [["Họ và tên:", AN], ["Ngày sinh:", "12/3/1975"], ["Chức vụ:", "Phó Bí thư"]]
    yield _as_typed("ten trong bang", about=[table(cells)])


def _letters() -> Iterator[Case]:
    """The same words in other letters."""
    decomposed = f"1.1 {nfd(AN)}.docx"
    yield handed_in("tot-word", "NFD toan bo", list(map(nfd, own())), ten=decomposed)
    folder = nfd(f"{THO}/1.1 bản kiểm điểm.docx")
    theirs = form("2023A", THO)
    yield handed_in("tot-word", "ten tep NFD thu muc NFD", theirs, ai=THO, ten=folder)
    hers = form("2023B", "Trần Thị Hòa")
    yield handed_in("tot-word", "Hoa Hòa", hers, ai=HOA, ten="1.1 Trần Thị Hòa.docx")
    old = [
        each.replace("kỷ luật", "kỉ luật") for each in own(say={"pham_chat": "Chấp hành kỷ luật."})
    ]
    yield handed_in("tot-word", "kieu i ngan (ki luat)", old)
    eth = [each.replace("Đ", "Ð") for each in theirs]
    yield handed_in("tot-word", "chu Ð (U+00D0)", eth, ai=THO)
    between = [
        each.replace("khuyết điểm", "khuyết\u200b điểm").replace(
            "Phương hướng", "Phương\u00ad hướng"
        )
        for each in own()
    ]
    yield handed_in("tot-word", "ky tu rong U+200B giua tu", between)
    inside = [
        each.replace("Hạn chế", "Hạn ch\u00adế").replace(
            "Kết quả khắc phục", "Kết qu\u200bả khắc phục"
        )
        for each in own()
    ]
    yield handed_in("tot-word", "U+200B, U+00AD trong tu", inside)
    hard = [
        re.sub(r">[^<]*chế[^<]*<", lambda text: text[0].replace(" ", "\u00a0"), block(each))
        for each in own()
    ]
    yield handed_in("tot-word", "dau cach cung", hard)


def _years() -> Iterator[Case]:
    """Where the day and the year stand."""
    yield _as_typed("ngay o cuoi", date="", end_date=LAST_DAY)
    yield _as_typed("ngay so", date="Hà Tĩnh, ngày 02/12/2024")
    joined = [f"Họ và tên: {AN}", "Ngày sinh: 12/3/1975",
              "Ngày vào Đảng: ngày 19 tháng 5 năm 2004"]  # fmt: skip
    yield _as_typed("vao Dang ngay ... nam 2004", about=joined, date="", end_date=LAST_DAY)
    yield _as_typed(
        "khong ghi nam o tieu de, ngay o cuoi",
        title=["BẢN KIỂM ĐIỂM CÁ NHÂN"], date="", end_date=LAST_DAY,
        say={"nhiem_vu": "Trong năm 2024 hoàn thành 14/14 nhiệm vụ."},
    )._replace(cung=(XEM,))  # fmt: skip
    colon = ["BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm: 2024"]
    yield _as_typed("Nam: 2024", title=colon, date="", end_date=LAST_DAY)
    yield _as_typed("ngay 02.12.2024", date="Hồng Sơn, 02.12.2024")
    place = "Hương Sinh, ngày 02 tháng 12 năm 2024"
    yield _as_typed("dia danh co chu Sinh", date=place, confirmed=undated())


def _answers() -> Iterator[Case]:
    yield _as_typed("muc IV, V bo trong vi neu co", blank={"giai_trinh", "cua_tap_the"})
    yield _as_typed("cau tra loi ngan (Tot; Khong co)", say=IN_SHORT)
    for la, words in (
        ("co dau ... trong cau",
         "Tham mưu các lĩnh vực đất đai, môi trường, xây dựng... đạt kết quả tốt…"),
        ("noi dung neu vi du (khong phai mau)",
         ("Một số việc nổi bật, ví dụ giải phóng mặt bằng tuyến đường 26/3 và Trường mầm non.")),
        ("ten Nguyen Van A trong noi dung",
         ("Giúp đỡ hộ ông Nguyễn Văn Ánh thoát nghèo, trao nhà tình nghĩa cho bà Nguyễn Thị A.")),
    ):  # fmt: skip
        yield _as_typed(la, say={"nhiem_vu": words})


def _strange_word() -> Iterator[Case]:
    """Word files of which not every program makes sense."""

    def case(la: str, **changes: Any) -> Case:
        return handed_in("tot-word-la", la, own(**changes))

    def packed(la: str, data: bytes) -> Case:
        return Case("tot-word-la", la, f"1.1 {AN}.docx", put(data))

    yield case(
        "content control da dien",
        say={"nhiem_vu": paragraph(run("- ") + control(run(ANSWERS["nhiem_vu"])))},
        about=[paragraph(run("Họ và tên: ") + control(run(AN))), "Ngày sinh: 12/3/1975"],
    )
    level = "Hoàn thành tốt nhiệm vụ"
    changed = paragraph(deleted("Hoàn thành xuất sắc nhiệm vụ") + inserted(level))
    yield case("track changes sua muc", level_way=None, as_official=f" {level}", more=[changed])
    renamed = paragraph(run("Họ và tên: ") + deleted("Trần Thị Hoà") + inserted(AN))
    yield case("track changes xoa ten sai", about=[renamed])
    title = paragraph(text_box("BẢN KIỂM ĐIỂM CÁ NHÂN", "Năm 2024"))
    boxed = [title, *own(title=[])]
    yield handed_in("tot-word-la", "tieu de trong text box", boxed)
    frame = [table([["NỘI DUNG", "TỰ NHẬN XÉT"]]), *own()]
    yield handed_in("tot-word-la", "noi dung trong khung hai cot", frame)
    beside = _answers_beside(own())
    yield handed_in("tot-word-la", "de muc o cot trai, noi dung o cot phai", beside)
    data = word(own())
    yield packed("Strict Open XML", _strict(data))
    yield packed("word/document2.xml (Word Online)", _renamed(data))
    yield packed("document.xml UTF-16", repacked(data, change={"word/document.xml": _utf16}))
    yield packed("zip khong nen", repacked(data, method=zipfile.ZIP_STORED))


def _answers_beside(blocks: list[str]) -> list[str]:
    """Each heading left, what was written below it right: a table for each."""
    out: list[str] = []
    for each in blocks:
        if said(each).startswith("- ") and out and not out[-1].startswith("<w:tbl"):
            out.append(table([[out.pop(), each]]))
        else:
            out.append(each)
    return out


def _strict(data: bytes) -> bytes:
    def change(xml: bytes) -> bytes:
        for usual, strict in (
            (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
             b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
            (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
             b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
        ):  # fmt: skip
            xml = xml.replace(usual, strict)
        return xml

    return repacked(data, change={"word/document.xml": change, "_rels/.rels": change})


def _renamed(data: bytes) -> bytes:
    relations = "word/_rels/document.xml.rels"
    return repacked(
        data,
        change={
            each: lambda xml: xml.replace(b"word/document.xml", b"word/document2.xml")
            for each in ("_rels/.rels", "[Content_Types].xml")
        },
        drop={"word/document.xml"},
        add={
            "word/document2.xml": part(data),
            "word/_rels/document2.xml.rels": part(data, relations),
        },
    )


def _utf16(xml: bytes) -> bytes:
    text = xml.decode()
    assert "encoding='UTF-8'" in text
    return text.replace("encoding='UTF-8'", "encoding='UTF-16'").encode("utf-16")


def _signatures() -> Iterator[Case]:
    def case(la: str, **changes: Any) -> Case:
        return handed_in("tot-khoi-ky", la, own(**changes))

    party = confirmations(as_official=False)
    side_by_side = table([[
        ["THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "CHỦ TỊCH", "", "Phạm Văn Dũng"],
        ["NGƯỜI TỰ KIỂM ĐIỂM", "(Ký, ghi rõ họ tên)", "", AN],
    ]])  # fmt: skip
    yield case(
        "khoi ky bang 2 cot, ten cung o", signature=[*OF_THE_HEAD, side_by_side], confirmed=party
    )
    rows = [["THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "NGƯỜI TỰ KIỂM ĐIỂM"], ["Phạm Văn Dũng", AN]]
    two = [*OF_THE_HEAD, table(rows)]
    yield case("khoi ky bang 2 cot, ten hang duoi", signature=two, confirmed=party)
    for la, titles in (
        ("T/M CHI UY, T/M DANG UY", ("THỦ TRƯỞNG ĐƠN VỊ", "T/M CHI ỦY", "T/M ĐẢNG ỦY")),
        ("T/M CHI BO, BTV DANG UY",
         ("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG", "T/M CHI BỘ", "T/M BAN THƯỜNG VỤ ĐẢNG ỦY")),
        ("TM. kieu nha nuoc",
         ("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "TM. CHI ỦY (CHI BỘ)", "TM. ĐẢNG ỦY (CHI ỦY)")),
    ):  # fmt: skip
        yield case(la, confirmed=confirmations(titles=titles))
    title = centred("NGƯỜI TỰ KIỂM ĐIỂM")
    yield case("ky (da ky) ten", signature=[title, centred("(Đã ký)"), centred(AN)])
    yield case("ten (da ky)", sign=f"{AN} (đã ký)")
    writer = [centred("NGƯỜI VIẾT BẢN KIỂM ĐIỂM"), "", centred(AN)]
    yield case("NGUOI VIET BAN KIEM DIEM", signature=writer)
    small = [*map(centred, ("Người tự kiểm điểm", "Ký, ghi rõ họ tên", AN))]
    yield case("nguoi tu kiem diem thuong", signature=small)
    names = ("Phạm văn Dũng", "Phan thị Thu", "Bùi Quốc Tuấn")
    yield case(
        "Nguyễn văn An (chu dem thuong)",
        sign="Nguyễn văn An", confirmed=confirmations(names=names),
    )  # fmt: skip
    degrees = ("ThS. Phạm Văn Dũng", "Đ/c Phan Thị Thu", "TS Bùi Quốc Tuấn")
    yield case("ten nguoi xac nhan co hoc vi", confirmed=confirmations(names=degrees))
    stamp = "Ký bởi: Nguyễn Văn An\nThời gian ký: 02/12/2024 08:15:22"
    yield case("ky so", signature=[title, stamp, centred(AN)])
    ten = f"1.1 {AN}.docx"
    yield Case("tot-khoi-ky", "chu ky la anh, co ten", ten, typed(own(), after=_with_ink))
    nameless = typed(own(sign=""), after=_with_ink)
    yield Case("chua-ky", "chu ky la anh, khong ghi ten", ten, nameless, XEM, (KY, CO))


def _with_ink(document: Any) -> None:
    """Put a picture of a signature where the person signs."""
    ink = io.BytesIO()
    picture = Image.new("RGB", (300, 90), "white")
    stroke = [(10, 60), (80, 20), (150, 70), (260, 30)]
    ImageDraw.Draw(picture).line(stroke, fill="navy", width=4)
    picture.save(ink, "PNG")
    place = next(each for each in document.paragraphs if each.text == "(Ký, ghi rõ họ tên)")
    place.add_run().add_picture(ink)


def _of_2025() -> Iterator[Case]:
    def case(la: str, kind: str, ai: str = AN, ten: str = "", **changes: Any) -> Case:
        blocks = form(kind, ai, 2025, **changes)
        ten = ten or f"1 {ai}.docx"
        return handed_in("tot-2025", la, blocks, muc="1", ai=ai, ten=ten, office=IN_2025)

    yield case("2A", "2025A")
    yield case("2B", "2025B", ANH, f"Bản kiểm điểm - {ANH}.docx")
    yield case("2C", "2025C", MO, f"{MO} KĐ 2025.docx")
    proposed = ": tự xếp loại: Hoàn thành tốt nhiệm vụ"
    yield case("muc ghi chu thuong", "2025A", level_way=None, proposed=proposed)
    rows = [["T/M CHI ỦY (CHI BỘ)\nBÍ THƯ", "NGƯỜI TỰ KIỂM ĐIỂM"], ["Phan Thị Thu", AN]]
    yield case(
        "hoa, bang ky 2 cot", "2025A",
        capitals=True, number="-", signature=[table(rows)], confirmed=[],
    )  # fmt: skip
    yield case("diem viet 27 diem", "2025B", ANH, points=("28,5", "61,5", "90"))
    yield case("ky ten HOA", "2025B", ANH, sign="NGUYỄN VĂN ANH")


def _same_names() -> Iterator[Case]:
    """Three in one unit whose names differ by a letter and by an accent."""

    def case(la: str, ten: str, kind: str, ai: str) -> Case:
        return handed_in("tot-ten-giong", la, form(kind, ai), ai=ai, ten=ten, office=SAME_NAMES)

    yield case("Anh", f"1.1 {ANH}.docx", "2023A", ANH)
    yield case("Anh'", f"1.1 {ANH_SAC}.docx", "2023B", ANH_SAC)
    yield case("An", f"1.1 {AN}.docx", "2023B", AN)
    yield case("Anh', ten tep chung", "bản kiểm điểm.docx", "2023B", ANH_SAC)
    bare = "1.1 nguyen van anh.docx"
    yield case("Anh khong dau trong ten tep", bare, "2023A", ANH)._replace(cung=(XEM,))
