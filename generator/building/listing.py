"""Lists the documents of a campaign's plan with path, template and copies."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from generator.building.folders import BuildRequest, Folder, folders, readable
from generator.building.run import place_of
from generator.checklists.load import asked_in
from generator.model import Dot
from generator.papers.at_work import open_unit
from generator.papers.letter_papers import letter_names, template_of
from generator.papers.plan import Planned
from generator.papers.unit_year import UnitYear
from generator.problems import Problem, has_errors, problem
from generator.reading.load import read_top
from generator.regulations.in_force import regime_of
from generator.wording.draft import ENDING

LETTER_COPIES = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A document of the plan; `ca_nhan` is empty for papers that are not about one person."""

    don_vi: str
    muc: str
    ten: str
    ca_nhan: str
    ma: str
    mau: str
    so_ban: int
    tep: str

    def as_json(self) -> dict[str, object]:
        """Return the row as a dictionary of plain values."""
        return asdict(self)


def rows(request: BuildRequest) -> tuple[list[Row], list[Problem]]:
    """List the documents that a build would keep up to date, in printing order.

    The letters of the campaign come first, then each unit in the order of the dossier. A unit that
    cannot be read is skipped; `build` reports why.

    Returns:
        The documents, and the problems of the campaign or of the request.
    """
    dot, problems = readable(request.campaign)
    if dot is None:
        return [], problems
    wanted, problems = folders(request, dot)
    return list(_rows(request, dot, wanted)), problems


def all_rows(requests: Iterable[BuildRequest]) -> tuple[list[Row], list[Problem]]:
    """List the documents of several campaigns, one after the other, as `rows` does.

    Returns:
        The documents, and the problems; KD531 if there is not one document to print.
    """
    requests = list(requests)
    found = [rows(request) for request in requests]
    problems = [each for _, its in found for each in its]
    if not (any(its for its, _ in found) or has_errors(problems)):
        problems.append(problem("KD531", place_of(requests), viec="in"))
    return [row for its, _ in found for row in its], problems


def _rows(request: BuildRequest, dot: Dot, wanted: Iterable[Folder]) -> Iterator[Row]:
    regime, _ = regime_of(dot)
    asking = asked_in(request.campaign, dot, regime)
    for folder in wanted:
        home = request.root / folder.name
        if folder.source is None:
            yield from _letters(request)
            continue
        work, _ = open_unit(folder.source, dot, asking, request.wanted)
        if work is not None:
            for planned in work.plan:
                yield _row(work.year, planned, (home / planned.ten_tep).as_posix())


def _letters(request: BuildRequest) -> Iterator[Row]:
    if request.wanted.narrowed():
        return
    campaign, _ = read_top(request.campaign)
    for name, file in letter_names(campaign).items():
        document = campaign.documents[name]
        template = document.mau or template_of(document.loai, campaign.dot)
        path = (request.root / file).as_posix()
        title = file.removesuffix(".docx")
        yield Row("", "", title, "", document.loai, template, LETTER_COPIES, path)


def _row(year: UnitYear, planned: Planned, path: str) -> Row:
    document = planned.document
    match document.path:
        case ("ca_nhan", int(index), *_):
            person = year.data.ca_nhan[index].ho_ten
        case _:
            person = ""
    return Row(
        don_vi=year.data.don_vi.ten,
        muc=planned.muc,
        ten=f"{document.ten}{ENDING if planned.sai else ''}",
        ca_nhan=person,
        ma=document.ma,
        mau=document.mau,
        so_ban=planned.so_ban,
        tep=path,
    )
