"""What the form of a page sends if nobody types: its fields by name, as a browser reads them."""

from html.parser import HTMLParser


class _Reader(HTMLParser):
    """Reads the fields of the form; patterns of further rows are not part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._in_form = False
        self._patterns = 0
        self._text = self._list = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "template":
            self._patterns += 1
        elif tag == "form":
            self._in_form = "data-nhap" in said
        if not self._in_form or self._patterns:
            return
        name = said.get("name", "")
        if tag == "input" and name and (said.get("type") != "checkbox" or "checked" in said):
            self.fields[name] = said.get("value", "on" if "checked" in said else "")
        elif tag == "textarea":
            self._text = name
            self.fields[name] = ""
        elif tag == "select":
            self._list = name
            self.fields[name] = ""
        elif tag == "option" and "selected" in said:
            self.fields[self._list] = said.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._patterns -= 1
        elif tag == "form":
            self._in_form = False
        elif tag == "textarea" and self._text:
            self.fields[self._text] = self.fields[self._text].removeprefix("\n")
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.fields[self._text] += data


def fields_of(page: str) -> dict[str, str]:
    """Return the fields of the form of a page."""
    reader = _Reader()
    reader.feed(page)
    return reader.fields
