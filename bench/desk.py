"""What the desk costs at 60 units of 40 people: `python bench/desk.py`, some two minutes.

A desk is started on a built campaign: until its first page answers, until the board is filled, the
board again, a field that is saved until the verdict on its unit is there. The cold check of the
command line in the same run is the measure.
"""

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))

from build import PEOPLE, UNITS, build
from campaigns import make
from check import cold
from ratios import Row, show

from tests.desk.forms.filled import fields_of

TIMES = 20


class Browser:
    """A browser without a window."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.host, self.cookie = parts.netloc, ""
        answer, _ = self.ask("GET", f"{parts.path}?{parts.query}")
        self.cookie = answer.headers["set-cookie"].split(";")[0]

    def ask(
        self, method: str, address: str, body: str = ""
    ) -> tuple[http.client.HTTPResponse, str]:
        line = http.client.HTTPConnection(self.host, timeout=60)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        line.request(method, address, body.encode() or None, headers)
        answer = line.getresponse()
        return answer, answer.read().decode()


def timed(browser: Browser, address: str) -> tuple[float, str]:
    start = time.perf_counter()
    answer, text = browser.ask("GET", address)
    assert answer.status == 200, (address, answer.status)
    return time.perf_counter() - start, text


def memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def saved(browser: Browser, base: str, unit: str, file: str, number: int) -> float:
    """Seconds from the save of a birthday to the page with the verdicts on the unit."""
    _, page = timed(browser, f"{base}/nhap?tep={quote(file)}")
    form = fields_of(page) | {"v:ngay_sinh": f"{1 + number:02}/03/1979"}
    start = time.perf_counter()
    answer, text = browser.ask("POST", f"{base}/nhap/ghi", urlencode(form))
    assert answer.status == 303, text[:500]
    timed(browser, f"{base}/bang/o?{urlencode({'don-vi': unit, 'muc': '1.2'})}")
    return time.perf_counter() - start


def rows() -> list[Row]:
    """Return all rows."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        data = work / "dot"
        make(data, UNITS, PEOPLE)
        build(data, work / "output", 2)
        whole, _ = cold(data, work / "output")
        start = time.perf_counter()
        desk = subprocess.Popen(
            [sys.executable, "-m", "generator", "open", str(data), "-o", str(work / "output"),
             "--no-browser", "--as-of", "01/12/2026"],
            stdout=subprocess.PIPE, text=True, env={"XDG_CONFIG_HOME": folder, "PATH": ""},
        )  # fmt: skip
        try:
            assert desk.stdout
            browser = Browser(desk.stdout.readline().strip())
            timed(browser, "/")
            first = time.perf_counter() - start
            base = f"/dot/{data.name}"
            timed(browser, f"{base}/bang")
            _, board = timed(browser, f"{base}/bang/phan?loc=tat-ca")
            filled = time.perf_counter() - start
            again = [timed(browser, f"{base}/bang/phan?loc=tat-ca")[0] for _ in range(TIMES)]
            unit = re.findall(rf'href="{base}/don-vi/([^"]+)"', board)[3]
            people = sorted((data / "don-vi" / unit / "ca-nhan").iterdir())
            names = [each.relative_to(data).as_posix() for each in people]
            forms = [timed(browser, f"{base}/nhap?tep={quote(each)}")[0] for each in names[:TIMES]]
            saves = [saved(browser, base, unit, names[each], each) for each in range(TIMES)]
            held = memory(desk.pid)
        finally:
            desk.terminate()
    same, save, form = map(statistics.median, (again, saves, forms))
    print(f"{UNITS} units of {PEOPLE} people; cold check {whole:.1f} s; first page {first:.2f} s, "
          f"board filled {filled:.2f} s, unchanged {same:.2f} s, form of a person {form:.2f} s, "
          f"save to verdict {save:.2f} s (at most {max(saves):.2f}); {held:.0f} MB")  # fmt: skip
    against = "cold check"
    return [
        Row("desk: first page, from the start of the process", against, [first / whole]),
        Row("desk: board filled, from the start", against, [filled / whole]),
        Row("desk: board, unchanged", against, [each / whole for each in again]),
        Row("desk: form of a person", against, [each / whole for each in forms]),
        Row("desk: a field saved until the verdict is shown", against, [s / whole for s in saves]),
    ]


def main() -> None:
    show(rows())


if __name__ == "__main__":
    main()
