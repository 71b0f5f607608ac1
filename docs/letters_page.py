"""The page that shows every kind of letter: which pictures it has, from which file each is made."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.model.kinds import LoaiVanBan
from generator.regulations.catalogue import paper_kinds
from generator.regulations.packs import letter_kinds, load_pack
from generator.shipped import DATA

PARTY, STATE, OLDER = "mau-van-ban", "mau-van-ban-nha-nuoc", "mau-van-ban-2025"
PACKS = {PARTY: "hd05", STATE: "nd30", OLDER: "hd36"}
COLUMNS = 4

ACTS = ("nghi-quyet", "quyet-dinh", "quy-dinh", "quy-che")
ADDRESSES = ("thu-cong", "loi-keu-goi", "tuyen-bo", "thong-cao")
REVIEW = {
    "giay-moi-hoi-nghi-kiem-diem": "Giấy mời hội nghị kiểm điểm",
    "chuong-trinh-hoi-nghi-kiem-diem": "Chương trình hội nghị kiểm điểm",
    "thong-bao-ket-luan-kiem-diem": "Thông báo kết luận hội nghị kiểm điểm",
    "quyet-dinh-cong-nhan-xep-loai": "Quyết định công nhận kết quả xếp loại",
    "to-trinh-khen-thuong": "Tờ trình đề nghị khen thưởng",
    "quyet-dinh-khen-thuong": "Quyết định khen thưởng",
    "phieu-gui-ho-so": "Phiếu gửi hồ sơ kiểm điểm",
    "giay-gioi-thieu": "Giấy giới thiệu về nơi cư trú (Quy định 213-QĐ/TW)",
}


class Shown(NamedTuple):
    """A letter on the page: its campaign, its file without «.yaml», the words below its picture."""

    campaign: str
    file: str
    title: str

    @property
    def picture(self) -> str:
        """The name of its picture."""
        before = {PARTY: "", STATE: "nha-nuoc-", OLDER: "2025-"}[self.campaign]
        return f"{before}{self.file}.png"


class OnRequest(NamedTuple):
    """A paper of a person that is made only where it is listed: the code of its kind."""

    ma: str

    @property
    def title(self) -> str:
        """Its name."""
        return paper_kinds()[self.ma].ten

    @property
    def picture(self) -> str:
        """The name of its picture."""
        return f"{self.ma}.png"


REVIEWED, UNIT = "xa-loc-van-2026", "chi-bo-tram-y-te"
"""The campaign and unit whose papers on request are shown."""
ON_REQUEST = tuple(map(OnRequest, ("cam-ket-tu-duong", "bo-sung-ho-so", "gioi-thieu-noi-cu-tru")))


class Structure(NamedTuple):
    """A mark of the text: what is typed (a part of a file), and of which kind of letter.

    `page` of the letter is shown: from the text to the signature, or from the signature on.
    """

    ma: str
    title: str
    kind: str
    typed: str
    signed: bool = False
    page: int = 1

    @property
    def picture(self) -> str:
        """The name of its picture."""
        return f"cau-truc-{self.ma}.png"


def composed(pack: str) -> list[LoaiVanBan]:
    """Return the kinds of letters that can be composed in a thể thức, in the catalogue's order."""
    named = load_pack(pack)
    return [
        kind
        for kind in letter_kinds().values()
        if kind.mau and (kind.ma in named.ten_loai or kind.bo_cuc == "sao")
    ]


def families() -> dict[str, list[Shown]]:
    """Return the letters of each part of the page."""
    party = {kind.ma: kind for kind in composed("hd05")}
    slips = [ma for ma in party if ma.startswith(("giay-", "phieu-"))]
    apart = {"cong-van", "bien-ban", "sao-luc", *slips, *ACTS, *ADDRESSES}
    state = [path.stem for path in sorted((DATA / STATE).glob("*.yaml")) if path.stem != "dot"]
    older = [path.stem for path in sorted((DATA / OLDER).glob("*.yaml")) if path.stem != "dot"]
    return {
        "Công văn": _shown(PARTY, ["cong-van"]),
        "Văn bản có tên loại": _shown(PARTY, [ma for ma in party if ma not in apart]),
        "Nghị quyết, quyết định, quy định, quy chế": _shown(PARTY, ACTS),
        "Giấy, phiếu": _shown(PARTY, slips),
        "Biên bản": _shown(PARTY, ["bien-ban"]),
        "Thư, lời kêu gọi, tuyên bố, thông cáo": _shown(PARTY, ADDRESSES),
        "Bản sao": _shown(PARTY, ["sao-luc"]),
        "Văn bản quanh việc kiểm điểm": [Shown(PARTY, *each) for each in REVIEW.items()],
        "Cơ quan nhà nước (Nghị định 30/2020/NĐ-CP)": _shown(STATE, state),
        "Văn bản của Đảng ký trước ngày 27/5/2026 (Hướng dẫn 36-HD/VPTW)": _shown(OLDER, older),
    }


def _shown(campaign: str, files: list[str] | tuple[str, ...]) -> list[Shown]:
    return [Shown(campaign, each, letter_kinds()[each].ten) for each in files]


STRUCTURES = (
    Structure(
        "chuong-dieu",
        "Chương, Mục, Điều, khoản, điểm",
        "quy-che",
        """\
noi_dung: |
  Chương I
  # QUY ĐỊNH CHUNG
  Điều 1. Quy chế này quy định việc tiếp nhận văn bản.
  Chương II
  # TIẾP NHẬN, XỬ LÝ VĂN BẢN
  Mục 1
  # VĂN BẢN ĐẾN
  ## Điều 2. Tiếp nhận và chuyển
  1. Văn thư vào sổ, trình Chánh Văn phòng ngay trong buổi làm việc.
  2. Chánh Văn phòng chuyển đến:
  a) Thường trực Đảng ủy, đối với văn bản cần chỉ đạo;
  b) Cơ quan chủ trì tham mưu, đối với văn bản khác.
""",
    ),
    Structure(
        "phan",
        "Phần, đề mục, chữ đậm, nghiêng",
        "de-an",
        """\
noi_dung: |
  Phần thứ nhất
  # SỰ CẦN THIẾT
  # I. Thực trạng
  ## 1. Ưu điểm
  Các chi bộ sinh hoạt **đủ kỳ**, gửi báo cáo *trước ngày 20 hằng tháng*.
""",
    ),
    Structure(
        "can-cu",
        "Căn cứ và lời quyết",
        "nghi-quyet",
        """\
chu_the: Ban Thường vụ Đảng ủy
can_cu:
  - Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã
  - Xét đề nghị của Ban Xây dựng Đảng
noi_dung: |
  # I. Mục tiêu
  Mọi chi bộ sinh hoạt đủ 12 kỳ mỗi năm.
""",
    ),
    Structure(
        "bang",
        "Bảng",
        "bao-cao",
        """\
noi_dung: |
  Kết quả chủ yếu:
  | TT | Chi bộ | Kết quả | Kết quả |
  |    |        | Điểm    | Mức     |
  |----|--------|--------:|---------|
  | **Khối nông thôn** |
  | 1 | Chi bộ thôn Thượng | 95,5 | Hoàn thành xuất sắc nhiệm vụ |
  | 2 | Chi bộ thôn Hạ | 68 | Hoàn thành nhiệm vụ |
""",
    ),
    Structure(
        "hai-co-quan",
        "Hai cơ quan cùng ban hành",
        "huong-dan",
        """\
noi_dung: |
  Hai cơ quan hướng dẫn như sau.
ky: {chuc_vu: Trưởng Ban Xây dựng Đảng, ho_ten: Đoàn Văn Lợi}
cung_ky:
  - {chuc_vu: Chánh Văn phòng Đảng ủy, ho_ten: Lương Văn Thành}
""",
        signed=True,
    ),
    Structure(
        "bien-ban",
        "Người ghi biên bản, chủ trì, người xác nhận chữ ký",
        "bien-ban",
        """\
noi_dung: |
  Hội nghị kết thúc lúc 10 giờ 15 phút cùng ngày.
ky: {chuc_vu: Chủ trì hội nghị, ho_ten: Ngô Quang Huy}
cung_ky:
  - {chuc_vu: Người ghi biên bản, ho_ten: Phan Thị Nhung}
xac_nhan: {quyen_han: T/L Ban Thường vụ, chuc_vu: Chánh Văn phòng, ho_ten: Lương Văn Thành}
""",
        signed=True,
    ),
    Structure(
        "tiep-nhan",
        "Phần nơi nhận giấy điền và ký",
        "giay-gioi-thieu",
        """\
kinh_gui: [Đảng ủy xã Bình Lạng]
noi_dung: |
  Giới thiệu đồng chí: **Phan Thị Nhung**
tiep_nhan:
  ten: Đảng ủy nơi cư trú
  noi_dung: [Tiếp nhận ngày …………………]
  ky: {quyen_han: T/M Đảng ủy, chuc_vu: Bí thư}
""",
        signed=True,
    ),
    Structure(
        "phu-luc-ngang",
        "Phụ lục in ngang, bảng có bề rộng cột",
        "ke-hoach",
        """\
noi_dung: |
  Phân công theo Phụ lục kèm theo.
phu_luc:
  - tieu_de: Phân công kiểm tra, giám sát quý IV năm 2026
    ngang: có
    bang:
      - cot: [TT, Chi bộ, {ten: Nội dung, rong: 110}, {ten: Từ ngày, nhom: Thời gian}, {ten: Đến ngày, nhom: Thời gian}]
        hang:
          - "**Kiểm tra**"
          - [1, Chi bộ thôn Thượng, Chế độ sinh hoạt chi bộ, 02/11/2026, 04/11/2026]
          - "**Giám sát**"
          - [2, Chi bộ Công an xã, Thực hiện kết luận sau kiểm tra, 16/11/2026, 17/11/2026]
""",  # noqa: E501 - as a clerk types it
        page=2,
    ),
)


def structure_campaign(folder: Path) -> None:
    """Write a campaign with a letter for every mark of the text."""
    folder.mkdir()
    (folder / "dot.yaml").write_text((DATA / PARTY / "dot.yaml").read_text("utf-8"), "utf-8")
    for number, each in enumerate(STRUCTURES, 1):
        head = f"loai: {each.kind}\nso: {number}\nngay: 12/10/2026\ntrich_yeu: ví dụ\n"
        (folder / f"{each.ma}.yaml").write_text(head + each.typed, "utf-8")


def page() -> str:
    """Return the page: each family with its pictures, then what is typed beside how it looks."""
    lines = [
        "# Các loại văn bản, kèm hình",
        "",
        "Mỗi hình là trang đầu của bản in thật từ tệp ghi bên dưới; chép tệp ấy về, thay lời là",
        "được một văn bản. Xã, tỉnh, người và số liệu trong các tệp đều không có thật. Nghĩa của",
        "từng khoá: [tu-dien-khoa.md](tu-dien-khoa.md); cách soạn:",
        "[huong-dan-su-dung.md](huong-dan-su-dung.md), phần 2. Dấu (\\*): ký hiệu suy ra hoặc lấy",
        "ở nơi khác, chưa đọc được trong văn bản quy định; `kiemdiem explain <loại>` nói rõ.",
        "",
        "Trang này ghi từ chương trình (`make docs`), hình từ bản in (`make pictures`).",
    ]
    for family, letters in families().items():
        lines += ["", f"## {family}", "", *_grid(letters)]
    lines += ["", "## Giấy tờ lập thêm cho từng đảng viên", "", *_on_request()]
    lines += ["", "## Gõ thế nào, in ra thế nào"]
    for each in STRUCTURES:
        lines += ["", f"### {each.title}", "", "```yaml", each.typed.rstrip(), "```", ""]
        lines.append(f"![{each.title}](hinh/{each.picture})")
    return "\n".join(lines) + "\n"


def _on_request() -> Iterator[str]:
    yield "Chỉ lập khi đợt hoặc đơn vị ghi ở `lap_them`; hình của một đảng viên ở"
    yield f"[{UNIT}.yaml](../{unit_file().relative_to(DATA.parent).as_posix()})."
    yield ""
    yield "|" + " |" * len(ON_REQUEST)
    yield "|" + "---|" * len(ON_REQUEST)
    yield from (
        f"| {' | '.join(cells)} |"
        for cells in (
            [f"![{each.title}](hinh/{each.picture})" for each in ON_REQUEST],
            [f"**{each.title}**<br>`lap_them: [{each.ma}]`" for each in ON_REQUEST],
        )
    )


def unit_file() -> Path:
    """Return the file of the unit whose papers on request are shown."""
    return DATA / REVIEWED / "don-vi" / f"{UNIT}.yaml"


def _grid(letters: list[Shown]) -> Iterator[str]:
    count = min(COLUMNS, len(letters))
    yield "|" + " |" * count
    yield "|" + "---|" * count
    for start in range(0, len(letters), count):
        row = letters[start : start + count]
        blank = " |" * (count - len(row))
        yield (
            "| "
            + " | ".join(f"![{each.title}](hinh/{each.picture})" for each in row)
            + f" |{blank}"
        )
        yield "| " + " | ".join(map(_below, row)) + f" |{blank}"


def _below(each: Shown) -> str:
    path = f"{each.campaign}/{each.file}.yaml"
    return f"**{each.title}**{_symbol(each)}<br>[{each.file}.yaml](../data/{path})"


def _symbol(each: Shown) -> str:
    found = load_pack(PACKS[each.campaign]).ky_hieu_van_ban.get(each.file)
    if found is None or not found.gia_tri:
        return ""
    return f", {found.gia_tri}" + ("" if found.nguon.startswith("V") else " (\\*)")


def pictures() -> set[str]:
    """Return the names of all pictures of the page."""
    shown = [each for letters in families().values() for each in letters]
    return {each.picture for each in (*shown, *ON_REQUEST, *STRUCTURES)}


def sample(each: Shown) -> Path:
    """Return the file that a letter on the page is made from."""
    return DATA / each.campaign / f"{each.file}.yaml"
