"""Findings as the page shows them: where they are, and the address where they are mended."""

from typing import NamedTuple

from generator.desk.addresses import query, quote
from generator.desk.campaigns import Open
from generator.desk.commands import as_buttons
from generator.desk.field_words import in_field_names
from generator.desk.muc import muc_of
from generator.desk.signs import UNFINISHED, Sign, of_severity
from generator.problems import Problem, Severity
from generator.problems.catalogue import entry

LACKING = "KD138"
"""A paper that its form has too little for yet: told beside the person and at «Văn bản»."""


class Found(NamedTuple):
    """A finding.

    `ten` is the short head of its kind, `o` where it is (file and line), `den` the address of the
    place, empty if nothing of the data is to be mended; `tep` and `muc` name the place;
    `goc` is the mend as the program says it, with the keys of the file.
    """

    sign: Sign
    muc_do: Severity
    ma: str
    ten: str
    cau: str
    sua: str
    o: str
    den: str
    tep: str
    muc: str
    don_vi: str = ""
    goc: str = ""

    @property
    def loi(self) -> bool:
        """Whether it is an error; what is only not written yet is none."""
        return self.muc_do is Severity.ERROR and self.ma != LACKING


def of_problem(opened: Open, each: Problem, unit: str = "") -> Found:
    """Return a finding as the page shows it; `unit` is the name of the unit it was found in."""
    place = each.place
    name = opened.name_of(place.file) if place.file else ""
    muc = muc_of(place.path)
    where = name + (
        f", dòng {place.line}" if place.line else f", {place.part}" if place.part else ""
    )
    den = ""
    if opened.data_file(name):
        address = query(tep=name, muc=muc, dong=place.line or None, ma=each.code)
        den = f"/dot/{quote(opened.ma)}/nhap{address}"
    lacking = each.code == LACKING
    return Found(
        UNFINISHED if lacking else of_severity(each.severity),
        each.severity,
        each.code,
        entry(each.code).ten,
        in_field_names(as_buttons(each.message), each.code, name, place.path),
        in_field_names(as_buttons(each.mend), each.code, name, place.path),
        where,
        den,
        name,
        muc,
        unit,
        each.mend,
    )


def of_job(opened: Open, *names: str) -> list[Found]:
    """Return the findings of the job that ended last, if it was one of these."""
    job = opened.job
    if job is None or job.ket is None or job.viec not in names:
        return []
    return [of_problem(opened, each) for each in job.ket.problems]
