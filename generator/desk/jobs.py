"""Long work beside the page: one job a campaign, with progress, a way to stop it, and its end."""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.problems import Problem
from generator.problems.trace import way


@dataclass
class Ended:
    """What a job came to: a sentence, its problems, and an address to go to."""

    loi: str
    problems: tuple[Problem, ...] = ()
    den: str = ""


@dataclass
class Job:
    """Work that goes on while pages are used.

    `viec` is what it does, in words; `xong` of `tong` steps are done; `ket` is what it came to.
    """

    viec: str
    work: Callable[["Job"], Ended]
    tu: dt.datetime = field(default_factory=lambda: dt.datetime.now().astimezone())
    xong: int = 0
    tong: int = 0
    stopping: bool = False
    ket: Ended | None = None
    seen: bool = False

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, name=self.viec, daemon=True).start()

    @property
    def running(self) -> bool:
        """Whether it is not at its end."""
        return self.ket is None

    def stop(self) -> None:
        """Ask it to end after the step it is at."""
        self.stopping = True

    def step(self, done: int, of: int) -> None:
        """Note a step.

        Raises:
            KeyboardInterrupt: it was asked to stop; what runs ends as after Ctrl-C, whole.
        """
        self.xong, self.tong = done, of
        if self.stopping:
            raise KeyboardInterrupt

    def _run(self) -> None:
        try:
            self.ket = self.work(self)
        except KeyboardInterrupt:
            self.ket = Ended("Đã dừng theo yêu cầu. Làm lại thì làm tiếp phần còn lại.")
        except Exception as error:  # noqa: BLE001 - a bug in the work must not end the desk
            self.ket = Ended(
                f"Việc «{self.viec}» hỏng giữa chừng: lỗi của chương trình ({way(error)[-200:]})."
            )
