"""The content of a received file, as plain values that can be stored."""

from dataclasses import dataclass, field
from enum import StrEnum


class Refusal(StrEnum):
    """Why a file was not read."""

    RONG = "rong"
    HONG = "hong"
    MAT_KHAU = "mat-khau"
    DINH_DANG_CU = "dinh-dang-cu"
    KHONG_NHAN = "khong-nhan"
    NEN_LA = "nen-la"
    MACRO = "macro"
    QUA_LON = "qua-lon"
    NEN_BAT_THUONG = "nen-bat-thuong"
    O_XA = "o-xa"
    DTD = "dtd"
    LONG_SAU = "long-sau"
    QUA_LAU = "qua-lau"
    LIEN_KET = "lien-ket"
    KHONG_DOC_DUOC = "khong-doc-duoc"
    CHUA_TAI = "chua-tai"
    DINH_DANG_ODF = "dinh-dang-odf"
    ANH_KHAC = "anh-khac"
    MAT = "mat"


class Unread(StrEnum):
    """Why a file says more than was read of it."""

    DAI = "dai"
    CHEN = "chen"
    CONG_THUC = "cong-thuc"
    HINH = "hinh"
    NGOAI = "ngoai"
    KIEU_CHU = "kieu-chu"


REASONS: dict[str, str] = {
    Refusal.RONG: "tệp rỗng: đề nghị gửi lại",
    Refusal.HONG: "tệp hỏng hoặc không đúng loại như đuôi tệp: đề nghị gửi lại",
    Refusal.MAT_KHAU: "tệp có mật khẩu: đề nghị bỏ mật khẩu rồi gửi lại",
    Refusal.DINH_DANG_CU: "tệp kiểu cũ (.doc, .xls): mở bằng Word, Excel, lưu thành .docx, .xlsx",
    Refusal.KHONG_NHAN: "không nhận loại tệp này: chỉ nhận .docx, .pdf, .xlsx và ảnh",
    Refusal.NEN_LA: "tệp nén bằng cách không đọc được ở đây: giải nén, nén lại kiểu thường (.zip)",
    Refusal.MACRO: "tệp có macro nên không mở: lưu lại thành .docx, .xlsx không có macro",
    Refusal.QUA_LON: "tệp quá lớn nên không mở: giảm dung lượng ảnh rồi gửi lại",
    Refusal.NEN_BAT_THUONG: "tệp nén bất thường, có thể gây hại, nên không mở",
    Refusal.O_XA: (
        "có ô ở rất xa bảng (như XFD1048576) hoặc vùng gộp quá lớn nên không mở: nhấn Ctrl+End để"
        " thấy ô cuối, xoá các hàng, cột thừa rồi lưu lại"
    ),
    Refusal.DTD: "tệp chứa khai báo lạ (DTD), có thể gây hại, nên không mở",
    Refusal.LONG_SAU: "tệp lồng quá nhiều lớp, có thể gây hại, nên không mở",
    Refusal.QUA_LAU: "mở tệp quá lâu hoặc làm chương trình đọc dừng đột ngột, nên bỏ qua",
    Refusal.LIEN_KET: "không phải là tệp thường (đường dẫn tắt, thiết bị) nên không mở",
    Refusal.KHONG_DOC_DUOC: "không có quyền đọc tệp này",
    Refusal.CHUA_TAI: (
        "tệp còn ở trên mây (OneDrive), chưa tải về máy này: bấm chuột phải vào tệp, chọn «Luôn giữ"
        " trên thiết bị này», chờ tải xong"
    ),
    Refusal.DINH_DANG_ODF: "tệp LibreOffice (.odt, .ods): mở rồi lưu thành .docx, .xlsx hoặc .pdf",
    Refusal.ANH_KHAC: (
        "không mở được loại ảnh này (.heic, .webp, .gif…): chuyển thành .jpg, .png hoặc .pdf"
        " rồi gửi lại"
    ),
    Refusal.MAT: (
        "tệp ghi độ mật nên không đọc, không lưu, không đưa vào gói: chuyển khỏi máy này, xử lý"
        " theo quy định về bảo vệ bí mật nhà nước"
    ),
}
"""What is wrong and what to do, in words for the clerk."""

UNREAD: dict[str, str] = {
    Unread.DAI: "chưa đọc hết tệp vì tệp quá dài",
    Unread.CHEN: "nội dung là tệp khác được chèn vào (altChunk) nên chưa đọc hết",
    Unread.CONG_THUC: "nội dung là công thức (Equation) nên chưa đọc hết",
    Unread.HINH: "nội dung là hình, biểu đồ hoặc tệp nhúng nên không đọc được chữ",
    Unread.NGOAI: "chữ chỉ ở đầu trang, chân trang hoặc chú thích nên chưa đọc được",
    Unread.KIEU_CHU: "chữ không theo bảng mã Unicode (TCVN3, VNI) nên không đọc được",
}
"""What was not read, in words for the clerk: what such a file seems to lack may be there."""


SCANNED = "không đọc được chữ (ảnh chụp, bản quét, PDF vỡ chữ)"


def why_unread(seen: "FileContent") -> str:
    """Return why a file was not read, or not wholly; empty if it was."""
    return (
        REASONS.get(seen.refusal, "")
        or (SCANNED if seen.scanned else "")
        or UNREAD.get(seen.unread, "")
    )


class RefusedFileError(Exception):
    """A file cannot or must not be read; `refusal` is the reason."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True, slots=True)
class FileContent:
    """The content of a file.

    `kind` is `docx`, `pdf`, `xlsx`, `anh` or `khac`; `refusal` is a `Refusal`, empty when the file
    was read; `lines` are its paragraphs (table cells one after the other) as `boxes.tidy` returns
    them, with a tab or many blanks between columns; `around` those of headers and footers of a Word
    file; `body` is that of a Word file as it lies there, for whoever asks how a line is drawn, and
    leaves the process that read it as little as `lines` do; `scanned` is true for a picture or a
    file whose letters cannot be read.
    """

    kind: str
    refusal: str = ""
    lines: tuple[str, ...] = ()
    scanned: bool = False
    unread: str = ""
    pictures: bool = False
    signatures: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    body: bytes = field(default=b"", compare=False, repr=False)


FEW = 200
"""Fewer letters than this beside pictures (in a PDF: per page) are a caption or scanner's mark."""

MAX_LINES = 3_000
MAX_LETTERS = 200_000
"""No form is longer; these limits keep the stored content small."""


def text_lines(pieces: list[str]) -> tuple[str, ...]:
    """Return the pieces cut to `MAX_LINES` and `MAX_LETTERS`."""
    kept: list[str] = []
    room = MAX_LETTERS
    for piece in pieces[:MAX_LINES]:
        kept.append(piece[:room])
        room -= len(kept[-1])
        if room <= 0:
            break
    return tuple(kept)


def is_cut(pieces: list[str]) -> bool:
    """Return whether `text_lines` leaves anything of the pieces out."""
    return len(pieces) > MAX_LINES or sum(map(len, pieces)) > MAX_LETTERS
