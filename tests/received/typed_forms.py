"""Review forms typed by hand from the guidances, never from the templates of this program."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from tests.received.typed_ticks import DEGREES, LEVELS, Chosen, choice
from tests.received.typed_word import bold, centred, line, paragraph, run, table


class Heading(NamedTuple):
    """A heading: its key, whether it is numbered I, II, III, its words, whether boxes follow."""

    khoa: str
    la_ma: bool
    chu: str
    cap_do: bool = False


def _chapter(khoa: str, chu: str, *, cap_do: bool = False) -> Heading:
    return Heading(khoa, la_ma=True, chu=chu, cap_do=cap_do)


def _rated(khoa: str, chu: str) -> Heading:
    return Heading(khoa, la_ma=False, chu=chu, cap_do=True)


def _free(khoa: str, chu: str) -> Heading:
    return Heading(khoa, la_ma=False, chu=chu)


_STRENGTHS = _chapter("uu_diem", "Ưu điểm, kết quả đạt được")
_MORALS = _rated(
    "pham_chat",
    "Về phẩm chất chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, "
    "lề lối làm việc",
)
_PLEDGE = _free("cam_ket", "Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm")
_DUTIES = _rated(
    "nhiem_vu",
    "Việc thực hiện nhiệm vụ, quyền hạn và kết quả thực hiện các chỉ tiêu, nhiệm vụ được giao "
    "trong năm",
)
_LEADING = [
    _rated(
        "lanh_dao",
        "Kết quả công tác lãnh đạo, chỉ đạo, quản lý, điều hành; thực hiện chức trách, nhiệm vụ; "
        "mức độ hoàn thành nhiệm vụ của các tổ chức, cơ quan, đơn vị thuộc quyền quản lý; khả năng "
        "quy tụ, xây dựng đoàn kết nội bộ",
    ),
    _rated(
        "trach_nhiem",
        "Trách nhiệm trong công việc; tinh thần năng động, đổi mới, sáng tạo, dám nghĩ, dám làm, "
        "dám chịu trách nhiệm; xử lý những vấn đề khó, phức tạp, nhạy cảm trong thực hiện nhiệm vụ",
    ),
    _rated(
        "neu_guong",
        "Trách nhiệm nêu gương của bản thân và gia đình; việc đấu tranh phòng, chống tham nhũng, "
        "tiêu cực, lãng phí; sự tín nhiệm của cán bộ, đảng viên",
    ),
]
_MORALS_2025 = _free(
    "pham_chat",
    "Về phẩm chất chính trị, đạo đức, lối sống; tinh thần đoàn kết, thống nhất trong nội bộ; ý "
    "thức tổ chức kỷ luật, trách nhiệm nêu gương, việc thực hiện những điều đảng viên không được "
    "làm; tác phong, lề lối làm việc. Liên hệ các biểu hiện về suy thoái, "
    '"tự diễn biến", "tự chuyển hoá"',
)
_DUTIES_2025 = _free(
    "nhiem_vu",
    "Việc thực hiện nhiệm vụ, quyền hạn và kết quả thực hiện các chỉ tiêu, nhiệm vụ được giao "
    "trong năm, gắn với hiệu quả, tiến độ, chất lượng công việc",
)
_RIGHTS_2025 = _free(
    "quyen",
    "Việc thực hiện quyền và nghĩa vụ của đảng viên theo các nhiệm vụ chính trị được cấp uỷ, chi "
    "bộ phân công",
)
_PLEDGE_2025 = _free(
    "cam_ket", "Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu của cá nhân theo quy định"
)
_LEADING_2025 = [
    _free(
        "lanh_dao",
        "Kết quả công tác lãnh đạo, chỉ đạo, quản lý, điều hành; thực hiện chức trách, nhiệm vụ; "
        "mức độ hoàn thành nhiệm vụ của các cấp uỷ, tổ chức đảng trực thuộc, địa phương, tổ chức, "
        "cơ quan, đơn vị thuộc quyền quản lý; khả năng quy tụ, xây dựng đoàn kết nội bộ",
    ),
    _free(
        "trach_nhiem",
        "Trách nhiệm trong công việc; tinh thần năng động, đổi mới sáng tạo, dám nghĩ, dám nói, dám "
        "làm, nói đi đôi với làm, dám chịu trách nhiệm, dám đương đầu với khó khăn, thử thách, dám "
        "hành động, dám hy sinh lợi ích cá nhân vì lợi ích chung; trách nhiệm trong xây dựng đội "
        "ngũ cán bộ, kiểm soát quyền lực, phòng, chống tiêu cực trong phạm vi chức trách, nhiệm vụ "
        "được giao; trách nhiệm trong lãnh đạo, chỉ đạo hoàn thiện thể chế góp phần phát triển khoa "
        "học, công nghệ, đổi mới sáng tạo và chuyển đổi số, về mở rộng hợp tác, hội nhập quốc tế, "
        "về đổi mới tư duy quản trị, tạo điều kiện phát triển kinh tế tư nhân; xử lý những vấn đề "
        "khó, phức tạp, nhạy cảm trong thực hiện nhiệm vụ",
    ),
    _free(
        "neu_guong",
        "Trách nhiệm nêu gương của bản thân và gia đình; việc đấu tranh phòng, chống tham nhũng, "
        "lãng phí, tiêu cực; sự tín nhiệm của cán bộ, đảng viên; việc xây dựng phong cách lãnh đạo "
        "đổi mới, gần dân, sát dân, trọng dân, thường xuyên nắm bắt tâm tư, nguyện vọng của Nhân "
        "dân",
    ),
]
_OF_COLLECTIVES = [
    _rated(
        "nguyen_tac",
        "Việc chấp hành nguyên tắc tổ chức và hoạt động, nhất là nguyên tắc tập trung dân chủ; "
        "thực hiện quy chế làm việc",
    ),
    _rated(
        "muc_tieu",
        "Kết quả thực hiện các mục tiêu, chỉ tiêu, nhiệm vụ được đề ra trong nghị quyết đại hội, kế "
        "hoạch, chương trình công tác năm được cấp có thẩm quyền giao, phê duyệt",
    ),
    _rated(
        "xay_dung_dang",
        "Công tác xây dựng, chỉnh đốn Đảng và hệ thống chính trị; trách nhiệm nêu gương; trách "
        "nhiệm giải trình; công tác đấu tranh phòng, chống tham nhũng, tiêu cực, lãng phí và ngăn "
        "chặn, đẩy lùi những biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống, "
        '"tự diễn biến", "tự chuyển hoá" trong nội bộ gắn với việc học tập và làm theo tư tưởng, '
        "đạo đức, phong cách Hồ Chí Minh; công tác kiểm tra, giám sát, kỷ luật đảng và giải quyết "
        "khiếu nại, tố cáo, kiến nghị, phản ánh của tổ chức, cá nhân",
    ),
    _rated(
        "chinh_tri",
        "Trách nhiệm của tập thể lãnh đạo, quản lý trong thực hiện nhiệm vụ chính trị của địa "
        "phương, tổ chức, cơ quan, đơn vị",
    ),
]
_CONTROL_2019 = _rated(
    "kiem_tra",
    "Kết quả lãnh đạo, chỉ đạo, thực hiện công tác kiểm tra, giám sát, kỷ luật đảng và thi đua, "
    "khen thưởng",
)
_WEAKNESSES = [
    _chapter("khuyet_diem", "Hạn chế, khuyết điểm và nguyên nhân"),
    _free("han_che", "Hạn chế, khuyết điểm"),
    _free("nguyen_nhan", "Nguyên nhân của hạn chế, khuyết điểm"),
    _chapter(
        "khac_phuc",
        "Kết quả khắc phục những hạn chế, khuyết điểm đã được cấp có thẩm quyền kết luận hoặc được "
        "chỉ ra ở các kỳ kiểm điểm trước",
        cap_do=True,
    ),
    _chapter("giai_trinh", "Giải trình những vấn đề được gợi ý kiểm điểm (nếu có)"),
]
_OWN_SHARE = _chapter(
    "cua_tap_the",
    "Làm rõ trách nhiệm của cá nhân đối với những hạn chế, khuyết điểm của tập thể (nếu có)",
)
_SHARES = _chapter("trach_nhiem_tap_the", "Trách nhiệm của tập thể, cá nhân")
_PLANS = _chapter("phuong_huong", "Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm")

_STRENGTHS_OF = {
    "2023A": [_STRENGTHS, _MORALS, _DUTIES, _PLEDGE],
    "2023B": [_STRENGTHS, _MORALS, _DUTIES, *_LEADING, _PLEDGE],
    "2019": [
        _chapter("uu_diem", "Ưu điểm, kết quả công tác"),
        _MORALS,
        _rated("nhiem_vu", "Về thực hiện chức trách, nhiệm vụ được giao"),
        _PLEDGE,
    ],
    "2025A": [_STRENGTHS, _MORALS_2025, _DUTIES_2025, *_LEADING_2025, _PLEDGE_2025],
    "2025B": [_STRENGTHS, _MORALS_2025, _DUTIES_2025, _PLEDGE_2025],
    "2025C": [_STRENGTHS, _MORALS_2025, _RIGHTS_2025, _PLEDGE_2025],
}

ANSWERS = {
    "pham_chat": "Bản thân luôn kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh; giữ gìn lối "
    "sống giản dị, đi làm đúng giờ, không có biểu hiện suy thoái.",
    "nhiem_vu": "Đã hoàn thành 14/14 nhiệm vụ được Đảng ủy phường giao, trong đó 06 nhiệm vụ xong "
    "trước hạn; giải ngân đầu tư công đạt 98,2%.",
    "lanh_dao": "Chỉ đạo 09 tổ dân phố hoàn thành thu quỹ, bàn giao mặt bằng dự án kè sông Cụt; "
    "nội bộ đoàn kết, không có đơn thư vượt cấp.",
    "trach_nhiem": "Chủ động đề xuất đặt hàng giải quyết 43 hồ sơ đất đai tồn đọng; trực tiếp đối "
    "thoại với các hộ dân tổ 5.",
    "neu_guong": "Gia đình chấp hành tốt chủ trương; kê khai tài sản đúng quy định; phiếu tín "
    "nhiệm cao đạt 92%.",
    "cam_ket": "Đã thực hiện đầy đủ các nội dung cam kết đăng ký đầu năm với chi bộ.",
    "quyen": "Tham gia đầy đủ sinh hoạt chi bộ, vận động 12 hộ hiến đất mở đường, đóng đảng phí "
    "đúng hạn.",
    "han_che": "Có lúc chưa kiên quyết trong xử lý vi phạm trật tự đô thị; việc học ngoại ngữ còn "
    "chậm.",
    "nguyen_nhan": "Do khối lượng công việc nhiều, bản thân chưa sắp xếp thời gian khoa học.",
    "khac_phuc": "Đã khắc phục xong 02/02 hạn chế nêu tại kỳ kiểm điểm trước.",
    "giai_trinh": "Không có gợi ý.",
    "cua_tap_the": "Nhận trách nhiệm với vai trò thành viên Ban Thường vụ về việc chậm sắp xếp tổ "
    "dân phố.",
    "phuong_huong": "Trong quý I sẽ rà soát toàn bộ vi phạm trật tự đô thị, giao ban hằng tuần với "
    "công an phường.",
    "nguyen_tac": "Ban Thường vụ giữ nghiêm nguyên tắc tập trung dân chủ, họp định kỳ 02 lần mỗi "
    "tháng, quy chế được bổ sung tháng 4.",
    "muc_tieu": "Thu ngân sách đạt 112% dự toán; 17/18 chỉ tiêu nghị quyết đạt và vượt.",
    "xay_dung_dang": "Kiểm tra 06 chi bộ, giám sát 04 chi bộ; không để xảy ra tham nhũng.",
    "chinh_tri": "Tập thể chịu trách nhiệm chỉ đạo giải phóng mặt bằng 03 dự án trọng điểm.",
    "kiem_tra": "Tổ chức 02 đợt thi đua, khen thưởng 35 cá nhân.",
    "trach_nhiem_tap_the": "Ban Thường vụ nhận trách nhiệm về tiến độ chuyển đổi số; đồng chí Phó "
    "Bí thư trực tiếp phụ trách.",
}
"""What is written below each heading, by its key."""

_CODES = {
    "2023A": "Mẫu 02A-HD KĐ.ĐG 2023",
    "2023B": "Mẫu 02B-HD KĐ.ĐG 2023",
    "2019": "Mẫu 02-HD KĐ.ĐG 2019",
    "2025A": "Mẫu 2A-HD KĐ.ĐG 2025",
    "2025B": "Mẫu 2B-HD KĐ.ĐG 2025",
    "2025C": "Mẫu 2C-HD KĐ.ĐG 2025",
}
_LEADERS = "(Cá nhân giữ chức vụ lãnh đạo, quản lý)"
_OTHERS = "(Cá nhân không giữ chức vụ lãnh đạo, quản lý)"
_OUTSIDE = "(Đảng viên không làm việc trong hệ thống chính trị)"
_FOR_WHOM = {
    "2023A": _OTHERS, "2023B": _LEADERS, "2019": "", "2025A": _LEADERS, "2025B": _OTHERS,
    "2025C": _OUTSIDE,
}  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_ASKS = "Tự đánh giá về cấp độ thực hiện:"


def dates(place: str = "Hồng Sơn", day: int = 2, month: int = 12, year: int = 2024) -> str:
    return f"{place}, ngày {day:02} tháng {month:02} năm {year}"


def form(
    kind: str,
    ten: str,
    nam: int = 2024,
    *,
    code: str | None = None,
    left: Sequence[str] = ("ĐẢNG BỘ PHƯỜNG HỒNG SƠN", "CHI BỘ CƠ QUAN"),
    date: str | None = None,
    title: Sequence[str] | None = None,
    subtitle: str | None = None,
    about: Sequence[str] | None = None,
    sign: str | None = None,
    signature: Sequence[str] | None = None,
    end_date: str = "",
    confirmed: Sequence[str] | None = None,
    **body: object,
) -> list[str]:
    """The blocks of a person's review form, complete unless something is left out or changed.

    Args:
        kind: the form: 2019, 2023A, 2023B, 2025A, 2025B or 2025C.
        ten: whose it is.
        nam: of which year.
        code: of the form, printed at the top; empty when it was left out.
        left: the lines at the top left.
        date: at the top right; empty when it stands at the end.
        title: its lines.
        subtitle: for whom the form is; empty when it was left out.
        about: what is said of the person, instead of the usual lines.
        sign: the name below the signature, instead of the person's.
        signature: the whole block of the signature, instead of the usual one.
        end_date: above the signature.
        confirmed: what superiors have written, instead of all their confirmations.
        body: what is written differently in between (see `_body`, `_rating`, `_rating_2025`).
    """
    of_2025 = kind.startswith("2025")
    code = _CODES[kind] if code is None else code
    date = dates(year=nam) if date is None else date
    usual = "BẢN KIỂM ĐIỂM, TỰ ĐÁNH GIÁ, XẾP LOẠI CÁ NHÂN" if of_2025 else "BẢN KIỂM ĐIỂM CÁ NHÂN"
    subtitle = _FOR_WHOM[kind] if subtitle is None else subtitle
    usually = [
        f"Họ và tên: {ten}\tNgày sinh: 12/3/1975", "Chức vụ Đảng: Ủy viên Ban Thường vụ",
        "Chức vụ chính quyền: Không", "Chức vụ đoàn thể: Không",
        "Đơn vị công tác: Đảng ủy phường Hồng Sơn\tChi bộ: Cơ quan",
    ]  # fmt: skip
    own = [centred("NGƯỜI TỰ KIỂM ĐIỂM"), centred("(Ký, ghi rõ họ tên)"), "", ""]
    name = ten if sign is None else sign
    return [
        *([paragraph(run(code), "right")] if code else []),
        table([[left, ["ĐẢNG CỘNG SẢN VIỆT NAM", *([date] if date else [])]]]),
        *map(centred, [usual, f"Năm {nam}"] if title is None else title),
        *([centred(subtitle)] if subtitle else []),
        *(usually if about is None else about),
        *_body(kind, **body),  # type: ignore[arg-type]
        *([end_date] if end_date else []),
        *((own + ([_centred(name)] if name else [])) if signature is None else signature),
        *(confirmations(nam, as_official=not of_2025) if confirmed is None else confirmed),
    ]


def _centred(name: str) -> str:
    return name if name.startswith("<w:") else centred(name)


def _plain_heading(text: str, *, chapter: bool) -> str:
    return bold(text) if chapter else line(text)


def _body(
    kind: str,
    *,
    number: str = ".",
    capitals: bool = False,
    heading: Callable[..., str] = _plain_heading,
    say: Mapping[str, str] | None = None,
    blank: Collection[str] = (),
    drop: Collection[str] = (),
    rename: Mapping[str, str] | None = None,
    way: str = "hop",
    degree: Chosen | Mapping[str, Chosen] = 1,
    label: str = _ASKS,
    level_way: str | None = "",
    level: Chosen = 1,
    **rating: object,
) -> list[str]:
    """What is numbered: headings, answers, boxes.

    Args:
        kind: the form.
        number: what stands behind the number of a chapter; «-» leaves the point behind others.
        capitals: whether chapters are in capitals.
        heading: how a heading is written.
        say: other answers, by the key of the heading.
        blank: keys of the headings with nothing below.
        drop: keys of the headings that are not there.
        rename: other words for a heading, by its key.
        way: in which the degrees are ticked.
        degree: the one that is chosen, or by the key of the heading those that are.
        label: before the degrees.
        level_way: in which the levels are ticked, if not as the degrees; None: no boxes.
        level: the one that is chosen.
        rating: what is written differently in the last chapter.
    """
    of_2025 = kind.startswith("2025")
    headings = [*_STRENGTHS_OF[kind], *_WEAKNESSES, _OWN_SHARE, _PLANS]
    blocks = [bold("A. NỘI DUNG KIỂM ĐIỂM")] if of_2025 else []
    chapter = below = 0
    for each in headings:
        if each.khoa in drop:
            continue
        words = (rename or {}).get(each.khoa, each.chu)
        if each.la_ma:
            chapter, below = chapter + 1, 0
            words = f"{_ROMAN[chapter - 1]}{number} {words.upper() if capitals else words}"
        else:
            below += 1
            words = f"{below}{'.' if number == '-' else number} {words}"
        blocks.append(heading(words, chapter=each.la_ma))
        answer = (ANSWERS | dict(say or {})).get(each.khoa, "")
        if answer and each.khoa not in blank:
            blocks.append(answer if answer.startswith("<w:") else f"- {answer}")
        if each.cap_do and not of_2025:
            chosen = degree.get(each.khoa, 1) if isinstance(degree, Mapping) else degree
            blocks += choice(DEGREES, chosen, way, label)
    if level_way == "":
        level_way = "hop" if way in {"mot", "chu"} else way
    levels = choice(LEVELS, level, level_way) if level_way else []
    if of_2025:
        return blocks + _rating_2025(levels, **rating)  # type: ignore[arg-type]
    title = heading(f"{_ROMAN[chapter]}{number} Tự nhận mức xếp loại chất lượng", chapter=True)
    return [*blocks, title, *_rating(levels, **rating)]  # type: ignore[arg-type]


def _rating(
    levels: list[str],
    *,
    as_official: str = "",
    as_member: str = "",
    member_boxes: bool = True,
    more: Sequence[str] = (),
) -> list[str]:
    """The level of 2023 and before, twice; it may be written behind the title of each."""
    return [
        f"1. Xếp loại cán bộ, công chức, viên chức:{as_official}", *levels,
        f"2. Xếp loại đảng viên:{as_member}", *(levels if member_boxes else []), *more,
    ]  # fmt: skip


def _rating_2025(
    levels: list[str],
    *,
    points: Sequence[str] = ("27", "58", "85"),
    proposed: str = ":",
    more: Sequence[str] = (),
) -> list[str]:
    """Points and level of 2025; the level may be written behind its title."""
    return [
        bold("B. NỘI DUNG TỰ ĐÁNH GIÁ, XẾP LOẠI"), "I. Đánh giá theo các nhóm tiêu chí",
        f"1. Nhóm tiêu chí chung: {points[0]}/30",
        f"2. Nhóm tiêu chí về kết quả thực hiện nhiệm vụ: {points[1]}/70",
        f"Tổng điểm: {points[2]}/100", f"II. Đề xuất xếp loại mức chất lượng{proposed}",
        *levels, *more,
    ]  # fmt: skip


OF_THE_HEAD = [
    bold("Đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức"),
    "- Nhận xét, đánh giá của người quản lý, sử dụng cán bộ: Hoàn thành tốt chức trách được giao.",
    "- Mức xếp loại chất lượng cán bộ, công chức, viên chức: Hoàn thành tốt nhiệm vụ",
]
"""What the head of the office writes above the signature."""


def confirmations(
    nam: int = 2024,
    *,
    as_official: bool = True,
    names: Sequence[str] = ("Phạm Văn Dũng", "Phan Thị Thu", "Bùi Quốc Tuấn"),
    titles: Sequence[str] = (
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
        "T/M CHI ỦY (CHI BỘ)",
        "T/M ĐẢNG ỦY (CHI ỦY)",
    ),
    posts: Sequence[str] = ("CHỦ TỊCH UBND PHƯỜNG", "BÍ THƯ", "BÍ THƯ"),
) -> list[str]:
    """What superiors write below a form.

    Args:
        nam: the year in which they do.
        as_official: whether the head of the office is among them.
        names: of who signs: head of the office, cell, party committee; empty: has not signed.
        titles: above their signatures.
        posts: below the titles.
    """  # fmt: skip
    day, later = f"Ngày 03 tháng 12 năm {nam}", f"Ngày 05 tháng 12 năm {nam}"
    to_sign = "(Xác lập thời điểm, ký, ghi rõ họ tên và đóng dấu)"

    def signed(who: int, note: str = to_sign) -> list[str]:
        return [*map(centred, (titles[who], note, posts[who])), "", centred(names[who])]

    head = [*OF_THE_HEAD, day, *signed(0)]
    return [
        *(head if as_official else []),
        bold("Đánh giá, xếp loại chất lượng đảng viên"),
        "- Nhận xét, đánh giá của chi ủy: Đồng chí gương mẫu, trách nhiệm.",
        "- Chi bộ đề xuất xếp loại mức chất lượng: Hoàn thành tốt nhiệm vụ",
        day, *signed(1, "(Xác lập thời điểm, ký, ghi rõ họ tên)"),
        "- Đảng ủy, chi ủy cơ sở xếp loại mức chất lượng: Hoàn thành tốt nhiệm vụ",
        later, *signed(2),
    ]  # fmt: skip


def undated() -> list[str]:
    """The confirmations without their days."""
    return [each for each in confirmations() if "Ngày 0" not in each]


_SIGNED = [table([[
    ["Nơi nhận:", "- Ban Tổ chức Thành ủy,", "- Lưu Văn phòng Đảng ủy."],
    ["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "(Ký, ghi rõ họ tên và đóng dấu)", "", "Bùi Quốc Tuấn"],
]])]  # fmt: skip


def report(
    *,
    of_2019: bool = False,
    code: str = "Mẫu 01-HD KĐ.ĐG 2023",
    who: str = "Ban Thường vụ Đảng ủy phường Hồng Sơn",
    opening: str = "Căn cứ kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị tại địa phương; "
    "tập thể Ban Thường vụ Đảng ủy phường Hồng Sơn kiểm điểm với các nội dung chủ yếu sau:",
    way: str = "hop",
    tail: Sequence[str] = _SIGNED,
) -> list[str]:
    """The blocks of a collective's report of 2024, on the form of 2023 or that of 2019."""
    own = [*_OF_COLLECTIVES, *([_CONTROL_2019] if of_2019 else [])]
    blocks = [
        *([code] if code else []),
        table([[["ĐẢNG BỘ THÀNH PHỐ SÔNG LAM", "ĐẢNG ỦY PHƯỜNG HỒNG SƠN", "*", "Số 45-BC/ĐU"],
                ["ĐẢNG CỘNG SẢN VIỆT NAM", dates()]]]),
        *map(centred, ("BÁO CÁO KIỂM ĐIỂM TẬP THỂ", who, "Năm 2024")), opening,
    ]  # fmt: skip
    chapter = below = 0
    for each in [_STRENGTHS, *own, *_WEAKNESSES, _SHARES, _PLANS]:
        if each.la_ma:
            chapter, below = chapter + 1, 0
        else:
            below += 1
        blocks.append(bold(f"{_ROMAN[chapter - 1] if each.la_ma else below}. {each.chu}"))
        if each.khoa in ANSWERS:
            blocks.append(f"- {ANSWERS[each.khoa]}")
        if each.cap_do:
            blocks += choice(DEGREES, 1, way, _ASKS)
    levels = choice(LEVELS, 1, way)
    return [*blocks, bold("VII. Đề nghị mức xếp loại chất lượng"), *levels, *tail]
