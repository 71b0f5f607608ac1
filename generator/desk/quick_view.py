"""The quick view: papers as they would print now, made beside the pages and kept by their bytes."""

import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.desk.campaigns import Open
from generator.files.atomic import failure
from generator.files.real_path import real_path
from generator.files.scratch import scratch
from generator.pdf.converting import SECONDS, digest
from generator.pdf.office import libreoffice
from generator.pdf.quick import Looked, Page, looked_at
from generator.problems import Place
from generator.setup.home import settings

KEPT = 24
"""Papers of which the pages stay in memory; a page takes about 60 kB."""

NO_OFFICE = "LibreOffice không chạy được trên máy này"


class View(NamedTuple):
    """What the quick view of a paper shows.

    `ma` names the bytes whose pages are shown, empty if none are; `dang` tells that newer ones are
    being made, `vi_sao` why there are none of the newest.
    """

    ma: str = ""
    trang: tuple[Page, ...] = ()
    dang: bool = False
    vi_sao: str = ""


class _Made(NamedTuple):
    looked: Looked
    vi_sao: str = ""


class QuickViews:
    """The quick views of a campaign: one is made at a time, on a thread of its own."""

    def __init__(self, home: Path) -> None:
        """Take a folder in which LibreOffice works; it is made when it is needed."""
        self._home = home
        self._line = ThreadPoolExecutor(1, thread_name_prefix="xem-nhanh")
        self._lock = threading.Lock()
        self._made: OrderedDict[str, _Made] = OrderedDict()
        self._coming: dict[str, Future[None]] = {}
        self._wanted: dict[str, str] = {}
        self._last: dict[str, str] = {}
        self._folder: Path | None = None
        self._stack = ExitStack()

    def look(self, paper: str, word: bytes) -> View:
        """Return what is there of a paper; what is missing is begun.

        Args:
            paper: which paper it is.
            word: its bytes as they would be made now.
        """
        ma = digest(word).hex()
        with self._lock:
            before = self._wanted.get(paper)
            self._wanted[paper] = ma
            if before not in (None, ma) and before not in self._others(paper):
                self._give_up(before)
            made = self._made.get(ma)
            if made is None and ma not in self._coming:
                self._coming[ma] = self._line.submit(self._make, ma, word)
            return self._view(paper, ma, made)

    def now(self, paper: str) -> View:
        """Return what is there of the bytes of a paper that were asked for last."""
        with self._lock:
            ma = self._wanted.get(paper, "")
            return self._view(paper, ma, self._made.get(ma))._replace(dang=ma in self._coming)

    def last(self, paper: str, why: str) -> View:
        """Return the last pages of a paper that cannot be made now, and why not."""
        with self._lock:
            ma = self._last.get(paper, "")
            made = self._made.get(ma)
            return View(ma, made.looked.trang, vi_sao=why) if made else View(vi_sao=why)

    def page(self, ma: str) -> bytes | None:
        """Return the picture of a page; None if it is not kept any more."""
        with self._lock:
            pages = [page for made in self._made.values() for page in made.looked.trang]
        return next((each.anh for each in pages if each.ma == ma), None)

    def pdf(self, ma: str) -> bytes | None:
        """Return the PDF of a paper's bytes (`View.ma`); None if it is not kept any more."""
        with self._lock:
            made = self._made.get(ma)
        return made.looked.pdf if made and made.looked.pdf else None

    def ended(self) -> None:
        """Stop, and delete what was only needed for looking."""
        self._line.shutdown(wait=True, cancel_futures=True)
        self._stack.close()

    def _others(self, paper: str) -> set[str]:
        return {ma for name, ma in self._wanted.items() if name != paper}

    def _give_up(self, ma: str | None) -> None:
        """Take back what nobody waits for any more, unless it is being made."""
        coming = self._coming.get(ma or "")
        if coming and coming.cancel():
            del self._coming[ma or ""]

    def _view(self, paper: str, ma: str, made: _Made | None) -> View:
        if made and made.looked.trang:
            self._last[paper] = ma
            self._made.move_to_end(ma)
            return View(ma, made.looked.trang)
        last = self._last.get(paper, "")
        before = self._made.get(last)
        pages = before.looked.trang if before else ()
        return View(last if pages else "", pages, made is None, made.vi_sao if made else "")

    def _make(self, ma: str, word: bytes) -> None:
        made = self._tried(word)
        with self._lock:
            self._made[ma] = made
            self._coming.pop(ma, None)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)

    def _tried(self, word: bytes) -> _Made:
        command = libreoffice()
        if command is None:
            return _Made(Looked(), NO_OFFICE)
        try:
            if self._folder is None or not self._folder.is_dir():
                self._folder = self._stack.enter_context(scratch(self._home))
            looked = looked_at(word, command, self._folder)
        except OSError as error:
            told = failure(error, Place(file=self._home.as_posix()))
            return _Made(Looked(), told.message)
        why = looked.lost.value.format(giay=f"{SECONDS:.0f}") if looked.lost else ""
        return _Made(looked, why)


def views_of(opened: Open) -> QuickViews:
    """Return the quick views of a campaign."""
    with _LOCK:
        found = opened.kept.get(_KEY)
        if not isinstance(found, QuickViews):
            mark = sha256(str(real_path(opened.root)).encode()).hexdigest()[:12]
            found = QuickViews(settings().parent / "xem-nhanh" / mark)
            opened.kept[_KEY] = found
            opened.at_end.append(found.ended)
        return found


_KEY = "xem-nhanh"
_LOCK = threading.Lock()
