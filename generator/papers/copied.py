"""What of an original stands above the block of its copy: all of it, a part, or nothing."""

from collections.abc import Sequence

from generator.model import Dot, SaoLuc, VanBan
from generator.papers.letter_values import VanBanIn
from generator.papers.letters import printed_letter
from generator.wording.extract import extracted


def part_of(original: VanBan, parts: Sequence[str]) -> VanBan:
    """Return a document with only the named parts of its text, without bases and appendices."""
    text, _ = extracted(original.noi_dung, parts)
    return original.model_copy(update={"noi_dung": text, "can_cu": (), "phu_luc": ()})


def nothing_printed(copy: SaoLuc, dot: Dot) -> VanBanIn:
    """Return the values of an original that is not printed: of another office, a file as it is."""
    empty = VanBan.model_construct(
        loai="cong-van", trich_yeu=copy.ban_goc, noi_dung="", co_quan=copy.co_quan
    )
    return {**printed_letter(empty, dot), "noi_dung": []}
