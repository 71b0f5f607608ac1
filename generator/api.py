"""What other programs may call: everything the command line does, as functions of values.

All else in the package is internal and may change. `docs/api.md` says what each takes and returns.
"""

from generator.at_work.accepting import accepting
from generator.at_work.board import Board
from generator.at_work.campaign import AtWork
from generator.at_work.papers import PaperSeen, made_old
from generator.at_work.unit import UnitSeen
from generator.building.executors import executor, here
from generator.building.folders import BuildRequest, requests
from generator.building.listing import Row, all_rows
from generator.building.render import render_path
from generator.building.run import Built, run
from generator.dossier.check import Answer, CheckRequest, checked
from generator.dossier.reports.saving import Saved, save
from generator.dossier.results import UnitResult
from generator.dossier.totals import Totals, is_good, totals
from generator.editing.applying import Applied, applied, history, recovered, undone
from generator.editing.changes import (
    ChangeSet,
    DeleteFile,
    NewFile,
    Origin,
    Wanted,
    change_set,
    diff,
)
from generator.editing.edits import Insert, Move, Remove, Set
from generator.editing.spoiling import spoiled
from generator.handover.verify import Verified, verify
from generator.handover.write import write_pack
from generator.papers.plan import Selection
from generator.papers.validation import check_paths
from generator.pdf.office import libreoffice
from generator.pdf.run import Printed, make_pdfs
from generator.problems import Place, Problem, Severity
from generator.register.acts import cancel, cancel_number, set_next, take
from generator.register.bringing import bring_in, preview
from generator.register.looking import export, inspect, listing
from generator.register.where import Register, chosen, series_meant
from generator.setup.machine import Finding, examine
from generator.setup.scaffold import start_campaign, write_schemas
from generator.setup.telling import tell
from generator.setup.template_check import check_templates
from generator.summary.write import write_summary

__all__ = [
    "Answer", "Applied", "AtWork", "Board", "BuildRequest", "Built", "ChangeSet", "CheckRequest",
    "DeleteFile", "Finding", "Insert", "Move", "NewFile", "Origin", "PaperSeen", "Place", "Printed",
    "Problem", "Register", "Remove", "Row", "Saved", "Selection", "Set", "Severity", "Totals",
    "UnitResult", "UnitSeen", "Verified", "Wanted", "accepting", "all_rows", "applied", "bring_in",
    "cancel", "cancel_number", "change_set", "check_paths", "check_templates", "checked", "chosen",
    "diff", "examine", "executor", "export", "here", "history", "inspect", "is_good", "libreoffice",
    "listing", "made_old", "make_pdfs", "preview", "recovered", "render_path", "requests", "run",
    "save", "series_meant", "set_next", "spoiled", "start_campaign", "take", "tell", "totals",
    "undone", "verify", "write_pack", "write_schemas", "write_summary",
]  # fmt: skip
