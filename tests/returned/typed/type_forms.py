"""Types forms in LibreOffice Writer by keystrokes on a display of its own, and keeps them.

ASCII is typed by xdotool. Text with Vietnamese letters is pasted through the clipboard (xclip): as
keys, each would need a keyboard of its own, and letters get lost. A file in which an answer is not
found letter for letter is typed again, more slowly.
"""

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Self

from generator.opening.word import read_word
from tests.returned.answers import Truth, truth
from tests.returned.blanks import blanks
from tests.returned.typed.steps import Find, Keys, Step, Type, steps

FOLDER = Path(__file__).parent
CASES = FOLDER / "cases.json"
EDITIONS = (
    "02B/2025", "02A/2023", "02/2019", "02C/2025", "01/2025", "02A/2025", "02B/2023", "01/2023",
    "bang-cham-diem/2025", "phu-luc-ket-qua/2025", "02C/2025", "01/2019", "bien-ban-kiem-phieu/2025",
    "phieu-nhan-xet/2025", "02B/2025", "phieu-phan-tich-03/2019", "02A/2025", "02B/2023", "02/2019",
    "02C/2025", "phieu-nhan-xet/2019", "02A/2023", "bang-cham-diem-tap-the/2025", "02B/2025",
    "phu-luc-ket-qua/2025", "01/2025", "02A/2025", "bien-ban-kiem-phieu/2023", "02A/2023",
    "phieu-phan-tich-04/2019",
)  # fmt: skip
"""The form of each file, by its number."""
MOST = 260
"""Letters of an answer: keys take time."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="WarnAlienFormat"
 oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay"
 oor:op="fuse"><value>false</value></prop></item>
</oor:items>"""


def answers(edition: str, seed: int) -> Truth:
    """Return answers that are short, and some prose left out."""
    chance = random.Random(seed)
    said = {}
    for path, value in truth(edition, seed).items():
        short = "\n".join(value.split("\n")[:2])
        if len(short) > 60 and chance.random() < 0.35:
            continue
        said[path] = short if len(short) <= MOST else short.split("\n")[0]
    return said


def main(numbers: list[int]) -> None:
    for number in numbers or range(1, len(EDITIONS) + 1):
        for pause in (0.18, 0.3, 0.5):
            if _typed(number, pause):
                break
        else:
            print(f"{number}: answers got lost", flush=True)
    keep_truths()


def keep_truths() -> None:
    """Write the truths of the files that are there."""
    cases = {}
    for number, edition in enumerate(EDITIONS, 1):
        if _file(number).exists():
            blank = blanks()[edition]
            said = answers(edition, number)
            cases[_file(number).name] = {"edition": edition, "person": blank.subject, "truth": said}
    CASES.write_text(json.dumps(cases, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _file(number: int) -> Path:
    return FOLDER / f"{number:02}.docx"


def _typed(number: int, pause: float) -> bool:
    """Type one form; return whether all its answers are in the file."""
    blank = blanks()[EDITIONS[number - 1]]
    said = answers(blank.edition, number)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place) / "bieu-mau.docx"
        work.write_bytes(blank.data)
        with Writer(work, 90 + number, pause) as writer:
            for step in steps(blank, said, number):
                writer.take(step)
            writer.save()
        gone = lost(work.read_bytes(), said)
        print(
            f"{number} {blank.edition}: {time.monotonic() - began:.0f} s, lost {gone}", flush=True
        )
        if not gone:
            shutil.copy(work, _file(number))
    return not gone


def lost(data: bytes, said: Truth) -> list[str]:
    read = " ".join(" ".join(read_word(io.BytesIO(data)).lines).replace("\xa0", " ").split())
    dates = [path for path in said if path.endswith(("ngay", "ngay_nhan_xet"))]
    texts = {
        path: "ngày {} tháng {} năm {}".format(*value.split("/")) if path in dates else value
        for path, value in said.items()
        if not path.startswith(("phan_tich", "xep_loai"))
    }
    return [path for path, value in texts.items() for part in value.split("\n") if part not in read]


class Writer:
    """A window of Writer with one document on a display of its own."""

    def __init__(self, file: Path, display: int, pause: float) -> None:
        self.file, self.display, self.pause = file, f":{display}", pause
        self.profile = Path(tempfile.mkdtemp(prefix="writer-"))
        self.started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _open(self) -> None:
        (self.profile / "user").mkdir()
        (self.profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        self._start("Xvfb", self.display, "-screen", "0", "1280x1000x24", "-nolisten", "tcp")
        time.sleep(0.7)
        self._start(
            "soffice", f"-env:UserInstallation=file://{self.profile}", "--norestore", "--nologo",
            "--nofirststartwizard", "--writer", str(self.file),
        )  # fmt: skip
        ends = time.monotonic() + 60
        while not self._x("search", "--name", self.file.name):
            assert time.monotonic() < ends, "Writer did not open"
            time.sleep(0.5)
        time.sleep(3)
        self._x("mousemove", "600", "860", "click", "1")
        time.sleep(0.5)

    def __exit__(self, *_: object) -> None:
        for each in reversed(self.started):
            os.killpg(each.pid, signal.SIGTERM)
            each.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def _start(self, *command: str) -> None:
        told = {**os.environ, "DISPLAY": self.display, "SAL_USE_VCLPLUGIN": "gen"}
        null = subprocess.DEVNULL
        self.started.append(
            subprocess.Popen(command, env=told, stdout=null, stderr=null, start_new_session=True)
        )

    def _x(self, *command: str) -> str:
        told = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            ["xdotool", *command], env=told, capture_output=True, text=True
        ).stdout

    def take(self, step: Step) -> None:
        match step:
            case Find(words, count):
                self._x("key", "ctrl+f")
                time.sleep(self.pause)
                self._letters(words)
                for _ in range(count):
                    self._x("key", "Return")
                    time.sleep(self.pause)
                self._x("key", "Escape")
            case Keys(key, count):
                self._x("key", "--delay", "25", "--repeat", str(count), key)
            case Type(text):
                for number, line in enumerate(text.split("\n")):
                    if number:
                        self._x("key", "Return")
                    self._letters(line)
        time.sleep(self.pause)

    def _letters(self, text: str) -> None:
        if text.isascii():
            self._x("type", "--delay", str(int(self.pause * 40)), text)
        else:
            told = {**os.environ, "DISPLAY": self.display}
            copy = ["xclip", "-selection", "clipboard", "-in"]
            null = subprocess.DEVNULL
            subprocess.run(
                copy, env=told, input=text.encode(), stdout=null, stderr=null, check=True
            )
            self._x("key", "ctrl+v")
        time.sleep(self.pause)

    def save(self) -> None:
        before = self.file.stat().st_mtime_ns
        self._x("key", "ctrl+s")
        ends = time.monotonic() + 30
        while self.file.stat().st_mtime_ns == before and time.monotonic() < ends:
            time.sleep(0.3)
        time.sleep(1.5)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
