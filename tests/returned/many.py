"""A campaign of many people, each of whom sent a form back in a habit of their own."""

import json
import random
from pathlib import Path
from typing import Any

from tests.papers import unit_data
from tests.returned.answers import answered
from tests.returned.blanks import MEMBER, YEARS, blanks
from tests.returned.habits import HABITS, Habit
from tests.returned.word import opened, saved, text_of

EDITION = "02B/2025"
YEAR = YEARS["2025"]
DECIDES = "- Đảng ủy, chi ủy cơ sở xếp loại mức chất lượng:"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES = ("Văn", "Thị", "Đức", "Hồng", "Minh", "Quang")
GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh")


def name(number: int) -> str:
    parts = (
        FAMILIES[number % 10],
        MIDDLES[number // 10 % 6],
        GIVEN[number // 60 % 11],
        GIVEN[number // 660 % 11],
    )
    return " ".join(parts)


def unit(number: int, people: int) -> dict[str, Any]:
    head = {**unit_data.UNIT, "ma": f"chi-bo-{number}", "ten": f"Chi bộ thôn {number}"}
    persons = [
        {"ho_ten": name(number * people + each), "ngay_sinh": "17/11/1987", "vai_tro": MEMBER}
        for each in range(people)
    ]
    return {"loai": "don-vi", "don_vi": head, "ky": unit_data.SIGNER, "ca_nhan": persons}


def habits() -> list[Habit]:
    """The usual habits of this form, but those that need another program."""
    blank = blanks()[EDITION]
    return [
        each
        for each in HABITS.values()
        if each.kind == "usual" and not each.through and each.suits(blank)
    ]


def sent(folder: Path, units: int, people: int, levels: tuple[str, ...] = ()) -> Path:
    """Write the campaign with a form of everybody.

    Args:
        folder: where.
        units: how many units.
        people: how many in each.
        levels: what the superior decided, one person after the other; none: nothing yet.
    """
    unit_data.campaign(folder, YEAR, unit(0, people))
    for each in (folder / "don-vi").iterdir():
        each.unlink()
    blank, known = blanks()[EDITION], habits()
    chance = random.Random(1)
    for number in range(units):
        told = json.dumps(unit(number, people), ensure_ascii=False, indent=1)
        (folder / "don-vi" / f"chi-bo-{number}.yaml").write_text(told, "utf-8")
        home = folder / "da-nhan" / f"chi-bo-{number}"
        home.mkdir(parents=True)
        for each in range(people):
            seed, whole = chance.randrange(10**6), number * people + each
            data = known[whole % len(known)].written(blank.data, answered(blank, seed), seed)
            level = levels[whole % len(levels)] if levels else ""
            done = signed(data, blank.subject, name(whole), level)
            if name(whole) not in "".join(text_of(each) for each in opened(done).body.iter("{*}p")):
                # A hand that types the letters apart; here any other does.
                plain = known[0].written(blank.data, answered(blank, seed), seed)
                done = signed(plain, blank.subject, name(whole), level)
            (home / f"02B {whole:04}.docx").write_bytes(done)
    return folder


def signed(data: bytes, old: str, new: str, level: str) -> bytes:
    """The form of somebody else, with the level that was decided."""
    docx = opened(data)
    for each in docx.body.iter("{*}t"):
        each.text = (each.text or "").replace(old, new).replace(old.replace(" ", "\u00a0"), new)
    for each in docx.body.iter("{*}p"):
        if level and text_of(each).startswith(DECIDES):
            texts = list(each.iter("{*}t"))
            texts[0].text = f"{DECIDES} {level}"
            for other in texts[1:]:
                other.text = ""
    return saved(docx)
