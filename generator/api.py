"""What other programs may call: everything the command line does, as functions of values.

All else in the package is internal and may change. `docs/api.md` says what each takes and returns.
"""

from generator.building.executors import executor, here
from generator.building.folders import BuildRequest, requests
from generator.building.listing import Row, all_rows
from generator.building.render import render_path
from generator.building.run import Built, run
from generator.dossier.check import Answer, CheckRequest, checked
from generator.dossier.reports.saving import Saved, save
from generator.dossier.results import UnitResult
from generator.dossier.totals import Totals, is_good, totals
from generator.handover.verify import Verified, verify
from generator.handover.write import write_pack
from generator.papers.plan import Selection
from generator.papers.validation import check_paths
from generator.problems import Place, Problem, Severity
from generator.register.acts import bring_in, cancel, cancel_number, preview, set_next, take
from generator.register.looking import export, inspect, listing
from generator.register.where import Register, chosen, series_meant
from generator.setup.machine import Finding, examine
from generator.setup.scaffold import start_campaign, write_schemas
from generator.setup.telling import tell
from generator.setup.template_check import check_templates
from generator.summary.write import write_summary

__all__ = [
    "Answer", "BuildRequest", "Built", "CheckRequest", "Finding", "Place", "Problem", "Register",
    "Row", "Saved", "Selection", "Severity", "Totals", "UnitResult", "Verified", "all_rows",
    "bring_in", "cancel", "cancel_number", "check_paths", "check_templates", "checked", "chosen",
    "examine", "executor", "export", "here", "inspect", "is_good", "listing", "preview",
    "render_path", "requests", "run", "save", "series_meant", "set_next", "start_campaign",
    "take", "tell", "totals", "verify", "write_pack", "write_schemas", "write_summary",
]  # fmt: skip
