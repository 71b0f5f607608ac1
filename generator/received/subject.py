"""Finds the person that a received file is about, and recognises lines that are names."""

import re

from generator.opening.remembered import remembered

_LABEL = re.compile(
    r"(?:(?:họ\s+và\s+tên|họ\s+tên|họ,\s+tên|ho\s+va\s+ten|ho\s+ten)"
    r"(?: khai sinh| người kê khai| đảng viên)?"
    r"(?:\s*\([^)]*\))?\s*(?::|\s{4,}|$)"
    r"|(?<!\w)(?:tôi tên là|tên tôi là|nhận xét về đảng viên|đối với đồng chí)(?!\w)\s*:?)"
    r"[\s.…_]*(?:đồng chí\s+)?(?:(?:gs|pgs|tskh|ts|ths|bs|ks|cn|thạc sĩ|tiến sĩ)[.\s]+)*"
    r"(?P<ten>[^:;,(\t.…_]*)",
    re.IGNORECASE,
)
"""A label, what is left of its dotted line, a degree, and the name."""

_OTHER_FIELD = re.compile(
    r"(?:ngày|năm sinh|sinh (?:ngày|năm)|giới tính|bí danh|chức vụ|nam/nữ)\b", re.IGNORECASE
)
"""What stands behind the dots of a name that was not filled in."""

_NEXT_FIELD = re.compile(
    r"\s{5,}|\s+[-–]\s|\s+(?:ngày (?:tháng năm )?sinh|ngày$|sinh ngày|năm sinh|nam/nữ"
    r"|giới tính|bí danh|như sau)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 60
_WORDS = re.compile(r"^[^\W\d_]+(?:[ '’‘ʼ-][^\W\d_]+)*$")
_AROUND = re.compile(
    r"^(?:(?:gs|pgs|ts|ths|bs|ks|cn|đ/c|đồng chí|ông(?! ích)|bà"
    r"|(?:đại|thượng|trung|thiếu|hạ) (?:tướng|tá|úy|uý|sĩ|sỹ))\b[.\s]*)+"
    r"|\s*\((?:đã ký|đã kí)\)\s*$"
    r"|\s*[-–,;(]\s*(?:s?đt|điện thoại)?[\s.:]*0\d[\d .]{7,12}\)?\s*$",
    re.IGNORECASE,
)
"""Degree, rank or form of address before a name, and «(đã ký)» or a telephone number after it."""

_POSTS = frozenset(
    "bí thư phó chủ tịch trưởng ban giám đốc hiệu chánh văn phòng ủy uỷ viên đảng chi bộ thường vụ"  # noqa: SIM905 - a list of words, read as a text
    " trực ký kí đã thủ cơ quan đơn vị người tự kiểm điểm kê khai nhận nơi phụ lục xác biểu lập"
    " nhân dân hội tài sản thu nhập viết đồng phường xã thành huyện tỉnh thay mặt tập thể lãnh đạo"
    " quản lý chủ trì tọa hội nghị cá hồ sơ tổ chức kiểm tra tuyên giáo vận nội chính mặt trận tổ"
    " quốc đoàn thanh niên phụ nữ cựu chiến binh nông công".split()
)
"""Words of posts and headings; a line of only these is no name."""

_FAMILY = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh mai đào"  # noqa: SIM905 - a list of words, read as a text
    " đoàn lâm phùng hà cao lương lưu tạ tô trương châu quách thái vương chu đàm kiều tống triệu"
    " nông bế ma lò quàng cầm sùng giàng thào vàng hầu bàn đường tăng khuất nghiêm ninh thạch kim"
    " hứa lục mạc mã ông doãn cù diệp giáp khổng lã lại nhâm ksor rơ siu đậu thân thiều ứng bạch"
    " cấn chử cung âu lữ vừ tôn từ phí vi lô sầm lầu danh ung".split()
)
"""Family names; a line in capitals is a name only if it begins with one of these."""


def named_person(lines: tuple[str, ...]) -> str | None:
    """Find the name after «Họ và tên:» at the beginning of a form.

    Returns:
        The name as written; empty when the label has no name, None when there is no label.
    """
    for index, line in enumerate(lines[:_LOOKED_AT]):
        name = _labelled(line)
        if name is None:
            continue
        if not name and index + 1 < len(lines):
            # In a table the name may be in the next cell.
            after = lines[index + 1].strip()
            name = after if is_name(after) or _is_one(after) else ""
        return " ".join(name.split())
    return None


@remembered
def _labelled(line: str) -> str | None:
    found = _LABEL.search(line)
    if not found:
        return None
    name = _NEXT_FIELD.split(found["ten"])[0].strip()
    return "" if _OTHER_FIELD.match(name) else name


def is_name(line: str) -> bool:
    """Return whether a line is a person's name: two to seven capitalised words.

    A name in capitals («NGUYỄN VĂN AN»), with a lower-case word («Nguyễn văn An») or made of words
    of posts («Hồ Văn Thành») must begin with a family name. Place names do not count.
    """
    name = signed_name(line)
    words = name.split()
    if not 2 <= len(words) <= 7 or not _WORDS.match(name) or _PLACE.match(name):
        return False
    family = words[0].casefold() in _FAMILY and words[0][0].isupper() and words[-1][0].isupper()
    if is_post(name):
        return family and not name.isupper() and len(words) > 2
    if all(word[0].isupper() for word in words) and not name.isupper():
        return True
    return family


_PLACE = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|ủy ban|đảng ủy|đảng bộ|chi bộ|trưởng|phó"
    r"|hồ sơ)\s",
    re.IGNORECASE,
)


def is_post(line: str) -> bool:
    """Return whether a line consists only of words of posts and headings."""
    words = line.split()
    return bool(words) and all(word.casefold() in _POSTS for word in words)


def _is_one(text: str) -> bool:
    """Return whether a cell after «Họ và tên» may be a name in capitals with any family name."""
    fits = text.isupper() and len(text.split()) <= 7 and bool(_WORDS.match(text))
    return fits and not is_post(text)


def signed_name(line: str) -> str:
    """Return a name without degree, rank and form of address before it and «(đã ký)» after it."""
    return _AROUND.sub("", " ".join(line.split())).strip(" .")
