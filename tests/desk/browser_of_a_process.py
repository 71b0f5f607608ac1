"""A browser without a window: asks a desk that runs in a process of its own."""

import http.client
import re
from html import unescape
from urllib.parse import quote, urlencode, urlsplit


class Browser:
    """Was let in by an opening link."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self.host, self.cookie = parts.netloc, ""
        self.ask("GET", f"{parts.path}?{parts.query}")

    def ask(self, method: str, address: str, **fields: str) -> tuple[int, str]:
        """Return status and text of an answer; its cookie is kept."""
        line = http.client.HTTPConnection(self.host, timeout=60)
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.host}",
                   "Content-Type": "application/x-www-form-urlencoded"}  # fmt: skip
        try:
            line.request(
                method, quote(address, safe="/?=&%"), urlencode(fields).encode() or None, headers
            )
            answer = line.getresponse()
            text = answer.read().decode()
        finally:
            line.close()
        if given := answer.getheader("set-cookie"):
            self.cookie = given.split(";")[0]
        return answer.status, text

    def form(self, address: str) -> dict[str, str]:
        """Return what the form of a place would send if nobody typed."""
        _, page = self.ask("GET", address)
        text = page[page.index("data-luu") :]
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', text)
        return {name: unescape(value) for name, value in found}
