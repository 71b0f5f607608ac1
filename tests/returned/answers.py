"""What a person answers on a form: by seed, each value as it should stand in the YAML."""

import random
from collections.abc import Iterator

from tests.returned import phrases
from tests.returned.blanks import Blank, blanks
from tests.returned.places import Cell, Choice, Count, Day, Line, Place, Points, Section, places
from tests.returned.word import opened, text_of

Truth = dict[str, str]

_BY_HEADING = {
    "pham_chat": phrases.VIRTUE,
    "nhiem_vu": phrases.WORK,
    "chi_tieu": phrases.WORK,
    "lanh_dao": phrases.LEADING,
    "trach_nhiem_cong_viec": phrases.LEADING,
    "neu_guong": phrases.EXAMPLE,
    "cam_ket": phrases.PROMISE,
    "han_che": phrases.WEAKNESS,
    "nguyen_nhan": phrases.CAUSE,
    "khac_phuc": phrases.MENDED,
    "giai_trinh": phrases.EXPLAINED,
    "trach_nhiem": phrases.DUTY,
    "phuong_huong": phrases.AHEAD,
    "nhan_xet": phrases.REMARK,
}
"""By the key of the heading; any other is one of a collective."""
_OFTEN_NONE = {"khac_phuc": 0.3, "giai_trinh": 0.5, "trach_nhiem": 0.3}
_LEFT_BLANK = 0.08
_OF_LEVELS = (3, 8, 3, 1)


def truth(form: str, seed: int) -> Truth:
    """Return the answers to a form by seed; a path that is absent was left blank."""
    return answered(blanks()[form], seed)


def answered(blank: Blank, seed: int) -> Truth:
    chance = random.Random(f"{blank.edition} {seed}")
    found = places(opened(blank.data), blank)
    said: Truth = {}
    for place in found:
        if not isinstance(place, Points | Count | Cell) and chance.random() >= _LEFT_BLANK:
            said[place.path] = _said(place, blank, chance)
    said.update(_points(found, chance))
    if blank.form == "phu-luc-ket-qua":
        said.update(_tasks(chance))
    if blank.form == "bien-ban-kiem-phieu":
        said.update(_votes(found, chance))
    return said


def _said(place: Place, blank: Blank, chance: random.Random) -> str:
    match place:
        case Section(path):
            return _prose(path, chance)
        case Choice(_, _, options):
            weights = _OF_LEVELS[: len(options)]
            return chance.choices([each.words for each in options], weights)[0]
        case Day():
            month, day = chance.choice(((11, 28), (12, 5), (12, 12), (11, 9)))
            return f"{day:02}/{month}/{blank.year}"
        case Line(path):
            known = {"chinh_quyen": phrases.POSTS, "doan_the": phrases.UNIONS}
            return chance.choice(known.get(path.rpartition(".")[2], phrases.OFFICES))
    raise TypeError(place)


def _prose(path: str, chance: random.Random) -> str:
    parts = path.split(".")
    key = parts[1] if parts[0] == "uu_diem" else parts[0]
    if chance.random() < _OFTEN_NONE.get(key, 0):
        return chance.choice((phrases.NONE, f"{phrases.NONE}.", "Không"))
    known = _BY_HEADING.get(key, phrases.GROUP)
    many = chance.choice((1, 1, 2, 2, 3, 4, 5))
    return "\n".join(
        " ".join(_filled(each, chance) for each in part)
        for part in _in_parts(chance.sample(known, min(many, len(known))), chance)
    )


def _in_parts(sentences: list[str], chance: random.Random) -> Iterator[list[str]]:
    """Yield sentences as paragraphs, mostly of one sentence."""
    while sentences:
        take = 2 if chance.random() < 0.2 else 1
        yield sentences[:take]
        sentences = sentences[take:]


def _filled(sentence: str, chance: random.Random) -> str:
    numbers = {"n": chance.randint(10, 48), "m": chance.randint(2, 9), "p": chance.randint(61, 99)}
    return sentence.format(**numbers)


def _points(found: list[Place], chance: random.Random) -> Truth:
    """Return points, in quarters: the total is the sum, criteria share by what each may have."""
    asked = [each for each in found if isinstance(each, Points)]
    if not asked:
        return {}
    groups = {
        "cham_diem.chung": chance.randint(88, 116),
        "cham_diem.nhiem_vu": chance.randint(208, 270),
    }
    quarters = {**groups, "cham_diem.tong": sum(groups.values())}
    for begins, group in (("I.", "cham_diem.chung"), ("II.", "cham_diem.nhiem_vu")):
        parts = [each for each in asked if each.path.startswith(f"cham_diem.chi_tiet.{begins}")]
        quarters |= _shared(groups[group], {each.path: _most(each) for each in parts})
    return {
        each.path: _decimal(quarters[each.path])
        for each in asked
        if chance.random() >= _LEFT_BLANK / 2
    }


def _most(place: Points) -> int:
    """Return the maximum of a criterion: it is in the cell before that of the points."""
    before = place.paragraph.getparent().getprevious()
    return int(text_of(before))


def _shared(whole: int, most: dict[str, int]) -> dict[str, int]:
    total = sum(most.values())
    shares = {path: whole * each // total for path, each in most.items()}
    left = whole - sum(shares.values())
    return {path: each + (number < left) for number, (path, each) in enumerate(shares.items())}


def _decimal(quarters: int) -> str:
    return f"{quarters / 4:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _tasks(chance: random.Random) -> Truth:
    said = {}
    tasks = chance.sample(phrases.TASKS, chance.randint(1, len(phrases.TASKS)))
    for number, task in enumerate(tasks):
        row = {
            "noi_dung": task,
            "thoi_han": chance.choice(phrases.LIMITS),
            "tinh_hinh": _filled(chance.choice(phrases.STATES), chance),
            "san_pham": _filled(chance.choice(phrases.PRODUCTS), chance),
            "tien_do": chance.choice(phrases.PACES),
            "ghi_chu": chance.choice((*phrases.NOTES, "", "", "")),
        }
        said |= {f"nhiem_vu.{number}.{key}": value for key, value in row.items() if value}
    return said


def _votes(found: list[Place], chance: random.Random) -> Truth:
    """Return the counts of a ballot of which every level adds up."""
    given = chance.randint(3, 40)
    bad = chance.choice((0, 0, 0, 1))
    counts = {"phat_ra": given, "thu_ve": given, "hop_le": given - bad, "khong_hop_le": bad}
    said = {f"kiem_phieu.{key}": str(value) for key, value in counts.items()}
    rows = sorted({each.path.split(".")[2] for each in found if isinstance(each, Cell)})
    for row in rows:
        best = chance.randint(0, given - bad)
        good = chance.randint(0, given - bad - best)
        votes = (best, good, given - bad - best - good, 0, 0)
        cells = [
            each for each in found if isinstance(each, Cell) and each.path.split(".")[2] == row
        ]
        for cell, count in zip(cells, votes, strict=True):
            if count or chance.random() < 0.5:
                said[cell.path] = str(count)
    return said


def named(blank: Blank) -> list[str]:
    """Return whom the rows of the minutes are about, in their order."""
    found = [each for each in places(opened(blank.data), blank) if isinstance(each, Cell)]
    rows = dict.fromkeys(each.paragraph.getparent().getparent() for each in found)
    return [text_of(row[2 if row[0].tag.endswith("trPr") else 1]) for row in rows]
