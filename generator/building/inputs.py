"""The digest of all inputs of a folder of documents; if it is unchanged, nothing is due."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from generator.building.folders import BuildRequest
from generator.building.program import program_digest
from generator.checklists import load as checklists
from generator.files.digests import files_digest, folder_digest
from generator.papers.templates import search_path
from generator.reading.folder_files import data_files
from generator.reading.folder_names import CAMPAIGN_FILE, KINDS
from generator.reading.table_files import table_files
from generator.reading.units import UnitSource


class Shared(NamedTuple):
    """Digests of the inputs shared by all folders of a campaign: only templates, and everything."""

    templates: str
    everything: str


def shared_inputs(request: BuildRequest) -> Shared:
    """Return the digests of the shared inputs: `dot.yaml`, kinds, checklists, templates, paths."""
    templates = folder_digest(search_path(request.campaign, request.templates).folders)
    own = data_files(request.campaign / KINDS)
    # The checklist numbers the papers; which one that is stands in `dot.yaml`.
    lists = checklists.names(request.campaign).values()
    everything = files_digest(
        [request.campaign / CAMPAIGN_FILE, *own, *lists],
        program_digest().hex(),
        templates,
        request.campaign.as_posix(),
        request.root.as_posix(),
    )
    return Shared(templates, everything)


def folder_inputs(request: BuildRequest, source: UnitSource | None, shared: Shared) -> str:
    """Return the digest of all inputs of one unit, or of the letters of the campaign (None)."""
    return files_digest(_files(request.campaign, source), shared.everything)


def _files(campaign: Path, source: UnitSource | None) -> Iterable[Path]:
    if source:
        return source.file, *source.persons()
    return *data_files(campaign), *table_files(campaign)
