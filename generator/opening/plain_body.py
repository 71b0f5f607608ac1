"""Reads the lines of a Word body that is made of paragraphs, texts and line breaks alone.

Most bodies are; their texts are cut out of the bytes, in a fraction of the time that walking the
tree takes. The lines are the same as those of the walk in `opening.word`, to which every body is
left that holds anything else, or that says the same in another way than Word and this program do.
"""

import re

_HEAD = b'<?xml version="1.0" encoding="UTF-8"'
_OURS = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMESPACE = b"/wordprocessingml/2006/main"

_ELSE = re.compile(
    rb"<(?:[\w.-]+:)?(?:sdt|sym|noBreakHyphen|ffData|altChunk|subDoc|Fallback|del|moveFrom|drawing"
    rb"|pict|object|tab)[\s/>]"
    rb"|<(?!w:)(?:[\w.-]+:)?t[\s/>]"  # a formula, whatever the prefix
    rb"|<[^\s>]*[\t\n\r]|<!|\r|='|\s=|=\s"
    rb"|xmlns[^=]*=\"[^\"]*&"
)
_PIECE = re.compile(r"<w:t(?: [^>]*)?(?<!/)>([^<]+)|</?w:(?:p|br|cr)[ />]")
_REFERENCE = re.compile("&([^;]*);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def plain_lines(data: bytes) -> list[str] | None:
    """Return the lines of a body, None if it has to be walked.

    Args:
        data: a well-formed part in which nothing is hidden and nothing is in Wingdings.
    """
    plain = (
        data.startswith(_HEAD)
        and data.count(b"<?") == 1
        and data.count(b"<") == data.count(b">")  # so none stands in a text or an attribute
        and data.count(_NAMESPACE) == data.count(b"xmlns:w=") == data.count(_OURS) == 1
        and not _ELSE.search(data)
    )
    if not plain:
        return None
    lines: list[str] = []
    now: list[str] = []
    for said in (*_PIECE.findall(data.decode()), ""):
        if said:
            now.append(_REFERENCE.sub(_meant, said) if "&" in said else said)
        elif now:
            line = "".join(now)
            now.clear()
            if line.strip(" \u00a0"):
                lines.append(line)
    return lines


def _meant(reference: re.Match[str]) -> str:
    name = reference[1]
    if not name.startswith("#"):
        return _NAMED[name]
    return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
