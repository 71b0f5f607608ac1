"""Reads a finished document back as a person would: words in order, what is bold, what is a note."""

import io
import re
import unicodedata
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def text(element: etree._Element) -> str:
    pieces = []
    for child in element.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}p", f"{W}noBreakHyphen"):
        if child.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        else:
            pieces.append(child.text or "" if child.tag == f"{W}t" else " ")
    return unicodedata.normalize("NFC", "".join(pieces))


def words(data: bytes) -> list[str]:
    """The words of the body, tables row by row, without what stands in footnotes."""
    return text(part(data, "word/document.xml")).split()


def footnotes(data: bytes) -> list[list[str]]:
    """The words of each real footnote, in order."""
    notes = part(data, "word/footnotes.xml").iter(f"{W}footnote")
    return [text(note).split() for note in notes if note.get(f"{W}type") is None]


def references(data: bytes) -> int:
    return len(list(part(data, "word/document.xml").iter(f"{W}footnoteReference")))


def marked(data: bytes, tag: str) -> str:
    """All text that prints bold (`b`) or italic (`i`), by its own run or by its style."""
    styles = part(data, "word/styles.xml")
    by_style = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}

    def styled(name: str | None) -> bool:
        while name in by_style:
            found = by_style[name].find(f"{W}rPr/{W}{tag}")
            if found is not None:
                return found.get(f"{W}val") not in {"0", "false"}
            based = by_style[name].find(f"{W}basedOn")
            name = None if based is None else based.get(f"{W}val")
        return False

    pieces = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        whole = styled(None if style is None else style.get(f"{W}val"))
        for run in paragraph.iter(f"{W}r"):
            own = run.find(f"{W}rPr/{W}{tag}")
            character = run.find(f"{W}rPr/{W}rStyle")
            if (
                whole
                or own is not None
                or (character is not None and styled(character.get(f"{W}val")))
            ):
                pieces.append(text(run))
        pieces.append(" ")
    return " ".join("".join(pieces).split())


def seed_words(raw: str) -> list[str]:
    """The words of a seed, Markdown marks aside: emphasis, heading and backslash marks."""
    clean = unicodedata.normalize("NFC", raw).replace("\\*", "＊")
    clean = re.sub(r"^\*$", "＊", clean, flags=re.MULTILINE)  # the star line of the header
    clean = re.sub(r"\*{1,2}", "", clean).replace("＊", "*")
    return re.sub(r"^#+ ", "", clean, flags=re.MULTILINE).split()


def seed_marked(raw: str, marks: str) -> list[str]:
    """The phrases that stand between `**` (bold) or single `*` (italic) in a seed."""
    pattern = r"\*\*(.+?)\*\*" if marks == "**" else r"(?<!\*)\*(?!\*)([^*\n]+?)\*(?!\*)"
    clean = unicodedata.normalize("NFC", raw).replace("\\*", "")
    return [" ".join(found.split()) for found in re.findall(pattern, clean, flags=re.DOTALL)]
