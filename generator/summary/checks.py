"""Checks that the figures of a campaign's summaries add up, and reports them if not.

The checks are arithmetic or inferred from the layout of the form (Biểu 6F is known from one copy),
so each problem is only a warning.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model.unit import CaNhan, TapThe
from generator.papers.form_6f import Bieu6FIn
from generator.papers.rating_lists import HangTongHopIn
from generator.papers.unit_year import latest
from generator.problems import Place, Problem, Severity, problem
from generator.reading.checks import nobody_receives
from generator.reading.folder_names import CAMPAIGN_FILE
from generator.summary.summed_up import (
    BY_COLLECTIVE,
    BY_PERSON,
    Summary,
    collectives_of,
    persons_of,
    together,
)
from generator.summary.units import Counted
from generator.wording.compare import same

LEVELS = ("hoan_thanh_xuat_sac", "hoan_thanh_tot", "hoan_thanh", "khong_hoan_thanh")
COLUMNS = {"tap_the": "tập thể", "dang_vien": "đảng viên"}
_SHOWN = 5


def check_summary(counted: Counted, summary: Summary, place: Place) -> list[Problem]:
    """Check the figures of all summaries of a campaign.

    Args:
        counted: the units that were summarised.
        summary: the printed values.
        place: the place of all problems, as no single file is at fault.

    Returns:
        Problems for levels that do not add up (KD522), persons without a group (KD523), rows of
        Biểu 6F (KD524, KD525, KD529), levels that are only proposed (KD526), and a notice that
        goes to nobody (KD123, in `dot.yaml`).
    """
    whole = together(counted.dot, counted.years)
    people, collectives = persons_of(whole), collectives_of(whole)
    known = [level.ten for level in counted.che_do.muc]
    found: list[Problem] = []
    members: dict[str, Sequence[CaNhan | TapThe]]
    members = {BY_COLLECTIVE: collectives, BY_PERSON: people}
    for table in summary.tong_hop["theo_don_vi"]:
        levels = [level for each in members[table["ten"]] if (level := latest(each))]
        odd = [level for level in levels if not any(same(level, name) for name in known)]
        found += check_counts({**table["tong"], "ten": table["ten"]}, len(levels), odd, place)
    found += _roles(people, place)
    found += check_6f(summary.bieu_6f, place)
    proposed = [sum(_is_proposed(each) for each in its) for its in members.values()]
    if any(proposed):
        found.append(problem("KD526", place, tap_the=proposed[0], ca_nhan=proposed[1]))
    if summary.thong_bao and not summary.thong_bao["noi_nhan"]:
        nobody = nobody_receives(counted.dot).at(Place(file=f"{place.file}/{CAMPAIGN_FILE}"))
        found.append(replace(nobody, severity=Severity.WARNING))
    return found


def check_counts(
    row: HangTongHopIn, rated: int, odd: Sequence[str], place: Place
) -> Iterator[Problem]:
    """Check that total = rated + unrated, and that the four levels add up to the rated.

    Args:
        row: the printed counts.
        rated: the number of subjects with a level.
        odd: levels that are none of the four.
        place: the place of a problem.
    """
    four = sum(_numbers(row, LEVELS))
    if row["tong"] != rated + row["chua_xep_loai"] or rated != four:
        hint = f"kiểm tra mức {_quoted(odd)}" if odd else "kiểm tra lại dữ liệu xếp loại"
        yield problem(
            "KD522",
            place,
            ten=row["ten"],
            tong=row["tong"],
            da_xep_loai=rated,
            bon_muc=four,
            chua_xep_loai=row["chua_xep_loai"],
            goi_y=hint,
        )


def _numbers(row: Mapping[str, object], keys: Iterable[str]) -> list[int]:
    return [number for key in keys if isinstance(number := row[key], int)]


def _quoted(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    return f"«{'», «'.join(every[:_SHOWN])}»" + (", …" if len(every) > _SHOWN else "")


def _roles(people: Sequence[CaNhan], place: Place) -> Iterator[Problem]:
    without = [person.ho_ten for person in people if person.vai_tro is None]
    if without:
        total, few = len(people), ", ".join(without[:_SHOWN])
        yield problem(
            "KD523",
            place,
            cong=total - len(without),
            tong=total,
            so=len(without),
            ten=f"{few}, …" if len(without) > _SHOWN else few,
        )


def _is_proposed(rated: CaNhan | TapThe) -> bool:
    return bool(latest(rated)) and not rated.xep_loai.quyet_dinh


def check_6f(form: Bieu6FIn, place: Place) -> Iterator[Problem]:
    """Check Biểu 6F: row 1 = 2 + 3; rows 3 and 4 are not less than the sums of their «trong đó».

    Separate problems report how many were not reviewed for a reason without a row (KD525), and how
    many got a gợi ý but have no known managing level (KD529).
    """
    inside = {
        "tap_the": form["moi_thanh_lap"],
        "dang_vien": form["moi_ket_nap"] + form["mien_sinh_hoat"] + form["dinh_chi"],
    }
    for column, name in COLUMNS.items():
        rows = {key: _cell(form, key, column) for key in _ROWS}
        left, own = rows["chua_kiem_diem"], inside[column]
        levels = form["goi_y_theo_cap"]
        managed = sum(each["tap_the" if column == "tap_the" else "dang_vien"] for each in levels)
        numbers = ", ".join(each["so"] for each in levels)
        done = rows["da_kiem_diem"] + left
        suggested = rows["duoc_goi_y"]
        checks = (
            ("dòng 1", rows["phai_kiem_diem"], "dòng 2 và dòng 3", done,
             rows["phai_kiem_diem"] == done),
            ("dòng 3", left, "các dòng «trong đó»", own, left >= own),
            ("dòng 4", suggested, f"các dòng {numbers}", managed, suggested >= managed),
        )  # fmt: skip
        for row, number, others, total, holds in checks:
            if not holds:
                yield problem(
                    "KD524", place, cot=name, dong=row, so=number, cac_dong=others, cong=total
                )
        if left > own:
            yield problem("KD525", place, cot=name, so=left, cong=own, con_lai=left - own)
        if suggested > managed:
            yield problem(
                "KD529", place, cot=name, so=suggested, cong=managed, con_lai=suggested - managed
            )


_ROWS = (
    "phai_kiem_diem",
    "da_kiem_diem",
    "chua_kiem_diem",
    "duoc_goi_y",
)


def _cell(form: Bieu6FIn, row: str, column: str) -> int:
    number: int = form[row][column]  # type: ignore[literal-required]
    return number
