"""What a template's file may be, what it carries besides text, and what leaves with a document."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from generator.engine.relations import content_types, relations, type_of
from generator.problems import Problem
from tests.engine.build import HEAD, NS, O_NS, P_NS, compiled, docx, filled, p, run, table
from tests.engine.test_render import part, structure

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD}.document.main+xml"
CONTEXT = {"ten": "An"}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def changed(data: bytes, old: str, new: str) -> bytes:
    """Replace a text in every part and in the names of parts."""
    return packed({
        name.replace(old, new): text.replace(old.encode(), new.encode())
        for name, text in parts_of(data).items()
    })  # fmt: skip


def related(
    data: bytes, kind: str, target: str, *, external: bool = False, source: str = "document",
    extra: dict[str, bytes] | None = None, content_type: str = "",
) -> bytes:  # fmt: skip
    """Add a relationship to a part of a template, and what it leads to."""
    parts = parts_of(data)
    name = f"word/_rels/{source}.xml.rels"
    empty = f'<Relationships xmlns="{P_NS}/relationships"></Relationships>'.encode()
    mode = ' TargetMode="External"' if external else ""
    kind = kind if "/" in kind else f"{O_NS}/{kind}"
    line = f'<Relationship Id="rIdX" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    parts[name] = parts.get(name, empty).replace(b"</Relationships>", line.encode())
    for each in extra or {}:
        override = f'<Override PartName="/{each}" ContentType="{content_type}"/></Types>'
        if content_type:
            parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
                b"</Types>", override.encode()
            )
    return packed({**parts, **(extra or {})})


def found(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.place.part) for each in problems]


LETTER = docx(p("Đồng chí {{ ten }}"), header=p("{{ ten }}"), footnotes=p("Theo {{ ten }}"))


def moved(data: bytes) -> bytes:
    """The main part in another folder, with relationships that say where."""
    parts = parts_of(data)
    made = {}
    for name, text in parts.items():
        new = name.replace("word/document.xml", "noi-dung/chinh.xml").replace(
            "word/_rels/document.xml.rels", "noi-dung/_rels/chinh.xml.rels"
        )
        text = text.replace(b"word/document.xml", b"noi-dung/chinh.xml")  # noqa: PLW2901
        if new.startswith("noi-dung/_rels"):
            text = text.replace(b'Target="', b'Target="../word/')  # noqa: PLW2901
        made[new] = text
    return packed(made)


def utf16(data: bytes) -> bytes:
    parts = parts_of(data)
    text = parts["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    return packed({**parts, "word/document.xml": text.encode("utf-16")})


SAME: dict[str, bytes] = {
    "a .dotx": changed(LETTER, MAIN, f"{WORD}.template.main+xml"),
    "a .docm without macros": changed(LETTER, MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"),
    "a .dotm without macros": changed(LETTER, MAIN, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    "Word Online": changed(changed(LETTER, "document.xml", "document2.xml"), "styles.xml", "styles2.xml"),
    "footnotes of another name": changed(LETTER, "footnotes.xml", "footnotes1.xml"),
    "properties of another name": changed(LETTER, "docProps/core.xml", "docProps/core0.xml"),
    "a header of another name": changed(LETTER, "header1.xml", "headerFirst.xml"),
    "a header named by nobody": changed(LETTER, "header1.xml", "dau.xml"),
    "another folder": moved(LETTER),
    "a header in another folder": changed(changed(LETTER, "word/header1.xml", "khac/dau.xml"),
        'Target="header1.xml"', 'Target="../khac/dau.xml"'),
    "parts without their own type": packed({**parts_of(LETTER), "[Content_Types].xml": re.sub(
        rb"<Override[^>]*word/[^>]*>", b"", parts_of(LETTER)["[Content_Types].xml"])}),
    "absolute targets": changed(LETTER, 'Target="header1.xml"', 'Target="/word/header1.xml"'),
    "UTF-16": utf16(LETTER),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_a_template_of_another_make_gives_a_document_of_word(tmp_path: Path, name: str) -> None:
    data, problems = filled(SAME[name], tmp_path, CONTEXT)
    assert data is not None, problems
    assert problems == []
    parts = parts_of(data)
    types = content_types(parts)
    assert type_of("word/document.xml", types) == MAIN
    assert all(type_of(each, types) for each in parts if each != "[Content_Types].xml")
    led = [each for each in relations(parts) if not each.external]
    assert {each.target for each in led} <= parts.keys()
    assert {n.lower() for n in types[0]} <= {each.lower() for each in parts}
    header = next(each.target for each in led if each.kind == "header")
    assert structure(part(data, "word/document.xml")) == ["Đồng chí An"]
    assert "An" in "".join(part(data, header).itertext())
    assert "Theo An" in "".join(part(data, "word/footnotes.xml").itertext())


VBA = "application/vnd.ms-office.vbaProject"
RELS = "http://schemas.microsoft.com/office/2006/relationships"
REFUSED: dict[str, tuple[bytes, str]] = {
    "macro by content type": (related(LETTER, "x", "du-lieu.bin", extra={"word/du-lieu.bin": b"x"}, content_type=VBA), "KD325"),
    "macro by relationship": (related(LETTER, f"{RELS}/vbaProject", "anh.xml", extra={"word/anh.xml": b"<a/>"}), "KD325"),
    "macro data": (related(LETTER, f"{RELS}/wordVbaData", "a.xml", extra={"word/a.xml": b"<a/>"}), "KD325"),
    "a path out": (packed({**parts_of(LETTER), "../../evil.txt": b"x"}), "KD343"),
    "a path out, hidden": (packed({**parts_of(LETTER), "word/%2e%2e/%2e%2e/evil.xml": b"<a/>"}), "KD343"),
    "an absolute path": (packed({**parts_of(LETTER), "/etc/cron.xml": b"<a/>"}), "KD343"),
    "a path of Windows": (packed({**parts_of(LETTER), "word\\a.xml": b"<a/>"}), "KD343"),
    "a drive": (packed({**parts_of(LETTER), "C:/a.xml": b"<a/>"}), "KD343"),
    "two names that differ in case": (packed({**parts_of(LETTER), "WORD/Document.xml": b"<a/>"}), "KD343"),
    "a part without type": (packed({**parts_of(LETTER), "word/a.xyz": b"x"}), "KD344"),
    "Strict": (changed(LETTER, NS.split('"')[1], "http://purl.oclc.org/ooxml/wordprocessingml/main"), "KD345"),
    "a workbook": (changed(LETTER, "w:document", "w:workbook"), "KD324"),
    "the main part is missing": (changed(LETTER, 'officeDocument" Target="word/document.xml', 'officeDocument" Target="word/khac.xml'), "KD324"),
    "relationships that cannot be read": (packed({**parts_of(LETTER), "_rels/.rels": b"<a"}), "KD316"),
    "another encoding": (changed(LETTER, "UTF-8", "UTF-7"), "KD316"),
    "a DTD in UTF-16": (packed({**parts_of(LETTER), "word/x.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "KD326"),
    "a picture elsewhere": (related(LETTER, "image", "http://noi.khac/a.png", external=True), "KD340"),
    "a template elsewhere": (related(LETTER, "attachedTemplate", "file:///D:/a.dotm", external=True, source="settings"), "KD340"),
    "a linked object": (related(LETTER, "oleObject", "file:///D:/a.xlsx", external=True), "KD340"),
    "a link to a disk": (related(LETTER, "hyperlink", "file:///D:/DS.xlsx", external=True), "KD340"),
    "a link to a server": (related(LETTER, "hyperlink", r"\\may-chu\chung\a.docx", external=True), "KD340"),
    "a command as link": (related(LETTER, "hyperlink", "javascript:alert(1)", external=True), "KD340"),
    "an altChunk": (related(LETTER, "aFChunk", "a.html", extra={"word/a.html": b"{{ x }}"}, content_type="text/html"), "KD340"),
    "a sub-document": (related(LETTER, "subDocument", "a.docx", external=True), "KD340"),
    "ActiveX": (related(LETTER, "control", "a.xml", extra={"word/a.xml": b"<a/>"}), "KD340"),
    "a frame": (related(LETTER, "frame", "http://x/", external=True, source="webSettings"), "KD340"),
    "something new elsewhere": (related(LETTER, "moi", "http://x/", external=True), "KD340"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_document_or_reaches_outside_is_refused(tmp_path: Path, name: str) -> None:
    data, code = REFUSED[name]
    template, problems = compiled(data, tmp_path)
    assert template is None
    assert code in {each.code for each in problems}


def test_a_good_link_is_kept(tmp_path: Path) -> None:
    for target in ("https://dangcongsan.vn", "mailto:vp@x.vn", "tel:0123", ""):
        data = related(LETTER, "hyperlink", target, external=True)
        assert compiled(data, tmp_path)[1] == []


def field(code: str, *, split: int = 99) -> str:
    texts = "".join(
        f"<w:r><w:instrText>{code[i : i + split]}</w:instrText></w:r>"
        for i in range(0, len(code), split)
    )
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin") + texts + mark.format("separate") + run("x") + mark.format("end")
    )  # fmt: skip


FIELDS: dict[str, tuple[str, str]] = {
    "DDEAUTO": (field(' DDEAUTO c:\\\\a.exe "x" '), "KD340"),
    "in pieces": (field(" DDEAUTO c:\\\\a.exe ", split=3), "KD340"),
    "lower case": (field("dde a b"), "KD340"),
    "INCLUDETEXT": (field('INCLUDETEXT "http://x/a.docx"'), "KD340"),
    "INCLUDEPICTURE": (field('INCLUDEPICTURE "http://x/a.png"'), "KD340"),
    "simple field": ('<w:fldSimple w:instr=" DDE a b "/>', "KD340"),
    "a code made by another field": (
        field(" ").replace("<w:r><w:instrText> ", field("QUOTE 68 68 69") + "<w:r><w:instrText> "),
        "KD340",
    ),
    "inside another": (field("IF 1=1 ").replace("IF 1=1 ", "IF 1=1</w:instrText></w:r>"
        + field("LINK Excel.Sheet a") + "<w:r><w:instrText> "), "KD340"),
    "mail merge": (field(" MERGEFIELD ho_ten "), "KD339"),
    "mail merge, simple": ('<w:fldSimple w:instr="MERGEFIELD ho_ten"/>', "KD339"),
    "next record": (field("NEXT"), "KD339"),
    "a link to a disk": (field('HYPERLINK "file:///D:/a.docx"'), "KD340"),
    "a link to a server": (field(r'HYPERLINK "\\\\may-chu\\a.docx"'), "KD340"),
    "a link to a site": (field('HYPERLINK "https://x.vn/a" \\o "Xem"'), ""),
    "a link inside": (field('HYPERLINK \\l "chuong1"'), ""),
    "a packed program": (('<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        'Type="Embed" ProgID="Package"/></w:object></w:r>'), "KD340"),
    "page number": (field("PAGE"), ""),
    "a table of contents": (field('TOC \\o "1-3"'), ""),
    "a nested page number": (field("IF x").replace("IF x", "IF </w:instrText></w:r>" + field("PAGE")
        + "<w:r><w:instrText> = 1"), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("where", ["body", "header", "cell"])
def test_active_and_merge_fields_are_refused_with_their_place(
    tmp_path: Path, name: str, where: str
) -> None:
    xml, code = FIELDS[name]
    line = f"<w:p>{xml}</w:p>"
    body = table([line]) if where == "cell" else line
    data = docx(p("a"), header=line) if where == "header" else docx(p("a") + body)
    template, problems = compiled(data, tmp_path)
    if "OLEObject" in xml:
        assert code in {each.code for each in problems}
        return
    place = {"body": "thân văn bản, đoạn 2", "header": "đầu trang 1, đoạn 1",
             "cell": "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 1"}[where]  # fmt: skip
    assert set(found(problems)) == ({(code, place)} if code else set())
    assert (template is None) == bool(code)


def by(tag: str, inner: str = "") -> str:
    return f'<w:{tag} w:id="9" w:author="Lan" w:date="2026-01-01T00:00:00Z">{inner}</w:{tag}>'


def deleted(text: str) -> str:
    return by("del", f"<w:r><w:delText>{text}</w:delText></w:r>")


CHANGES: dict[str, tuple[str, list[object]]] = {
    "words": (f"<w:p>{run('a ')}{deleted('gấp ')}{by('ins', run('khẩn '))}{run('{{ ten }}')}</w:p>",
              ["a khẩn An"]),
    "a move": (f"<w:p>{by('moveFrom', run('x'))}{run('a')}</w:p><w:p>{by('moveTo', run('x'))}</w:p>",
               ["a", "x"]),
    "a paragraph": (p("a") + f"<w:p><w:pPr><w:rPr>{by('del')}</w:rPr></w:pPr>{deleted('b')}</w:p>" + p("c"),
                    ["a", "c"]),
    "the end of a paragraph": (f"<w:p><w:pPr><w:rPr>{by('del')}</w:rPr></w:pPr>{run('a ')}</w:p>" + p("b"),
                               ["a b"]),
    "a new paragraph": (f"<w:p><w:pPr><w:rPr>{by('ins')}</w:rPr></w:pPr>{by('ins', run('a'))}</w:p>",
                        ["a"]),
    "a format": ((f"<w:p><w:pPr>{by('pPrChange', '<w:pPr/>')}</w:pPr><w:r><w:rPr><w:b/>"
                 f"{by('rPrChange', '<w:rPr/>')}</w:rPr><w:t>a</w:t></w:r></w:p>"), ["a"]),
    "one in another": (f"<w:p>{by('ins', run('a') + deleted('b'))}</w:p>", ["a"]),
    "in a link": (f'<w:p><w:hyperlink w:anchor="x">{by("ins", run("a"))}{deleted("b")}</w:hyperlink></w:p>',
                  ["a"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_tracked_changes_are_accepted_and_told(tmp_path: Path, name: str) -> None:
    body, printed = CHANGES[name]
    template, problems = compiled(docx(body), tmp_path)
    assert template is not None, problems
    assert [each.code for each in problems] == ["KD341"]
    assert "Lan" in problems[0].message
    assert "đoạn" in problems[0].place.part
    data, _ = filled(docx(body), tmp_path, CONTEXT)
    assert data is not None
    assert structure(part(data, "word/document.xml")) == printed
    left = b"".join(parts_of(data).values())
    assert b"Lan" not in left
    assert not re.search(rb"<w:(ins|del|move|\w+Change)", left)


def test_a_deleted_row_goes_and_an_inserted_one_stays(tmp_path: Path) -> None:
    rows = table(["a"], ["b"], ["c"]).split("<w:tr>")
    rows[2] = f"<w:trPr>{by('del')}</w:trPr>" + rows[2]
    rows[3] = f"<w:trPr>{by('ins')}</w:trPr>" + rows[3]
    data, problems = filled(docx("<w:tr>".join(rows) + p("{{ ten }}")), tmp_path, CONTEXT)
    assert data is not None, problems
    assert "".join(part(data, "word/document.xml").itertext()) == "acAn"


SETTINGS = f"{HEAD}<w:settings {NS}>{{}}<w:zoom w:percent='100'/></w:settings>"
CARRIED: dict[str, tuple[str, str]] = {
    "mail merge": ('<w:mailMerge><w:connectString w:val="D:\\DS.xlsx"/></w:mailMerge>', "trộn thư"),
    "protection": ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', "bảo vệ"),
    "read only": ('<w:writeProtection w:recommended="1"/>', "bảo vệ"),
    "tracking": ("<w:trackRevisions/>", "Track Changes"),
    "rsids": ('<w:rsids><w:rsid w:val="00A1"/></w:rsids>', ""),
}


@pytest.mark.parametrize("name", CARRIED)
def test_settings_of_the_editing_are_removed_and_told(tmp_path: Path, name: str) -> None:
    inner, word = CARRIED[name]
    data = related(
        LETTER, "settings", "settings.xml", extra={"word/settings.xml": SETTINGS.format(inner).encode()},
        content_type=f"{WORD}.settings+xml",
    )  # fmt: skip
    data = related(data, "mailMergeSource", "file:///D:/DS.xlsx", external=True, source="settings")
    made, _ = filled(data, tmp_path, CONTEXT)
    _, problems = compiled(data, tmp_path)
    assert [each.code for each in problems] == (["KD342"] if word else [])
    assert all(word in each.message for each in problems)
    assert made is not None
    parts = parts_of(made)
    assert [child.tag.split("}")[1] for child in etree.fromstring(parts["word/settings.xml"])] == [
        "zoom"
    ]
    assert b"DS.xlsx" not in b"".join(parts.values())


def test_comments_are_removed_with_all_that_leads_to_them(tmp_path: Path) -> None:
    """A reviewer's comment may speak of a tag: it is not filled and does not stop the template."""
    body = (
        '<w:p><w:commentRangeStart w:id="1"/>' + run("{{ ten }}") + '<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )  # fmt: skip
    data = docx(body)
    for kind in ("comments", "commentsExtended", "people"):
        data = related(
            data, kind, f"{kind}.xml", content_type=f"{WORD}.{kind}+xml",
            extra={f"word/{kind}.xml": f"{HEAD}<w:{kind} {NS}>Ghi {{{{ ten }}}} nhé</w:{kind}>".encode()},
        )  # fmt: skip
    made, _ = filled(data, tmp_path, CONTEXT)
    _, problems = compiled(data, tmp_path)
    assert [each.code for each in problems] == ["KD342"]
    assert made is not None
    parts = parts_of(made)
    assert not [name for name in parts if "comment" in name or "people" in name]
    assert b"comment" not in b"".join(parts.values())
    assert structure(part(made, "word/document.xml")) == ["An"]


def test_comments_that_nothing_leads_to_are_removed_too(tmp_path: Path) -> None:
    words = f"{HEAD}<w:comments {NS}>Ghi {{{{ ten }}}} nhé</w:comments>".encode()
    data = docx(f"<w:p>{run('{{ ten }}')}</w:p>", extra={"word/comments.xml": words})
    made, _ = filled(data, tmp_path, CONTEXT)
    assert [each.code for each in compiled(data, tmp_path)[1]] == ["KD342"]
    assert made is not None
    assert not [name for name in parts_of(made) if "comment" in name]


def test_permissions_printers_and_signatures_do_not_go_out(tmp_path: Path) -> None:
    body = (
        '<w:p><w:permStart w:id="1" w:ed="lan@x.vn"/>'
        + run("{{ ten }}")
        + '<w:permEnd w:id="1"/></w:p>'
    )
    data = related(
        docx(body), "printerSettings", "printerSettings1.bin", content_type="application/x",
        extra={"word/printerSettings1.bin": b"may-in"},
    )  # fmt: skip
    data = related(data, "x", "/_xmlsignatures/sig1.xml", content_type="application/x",
                   extra={"_xmlsignatures/sig1.xml": b"<a/>"})  # fmt: skip
    made, _ = filled(data, tmp_path, CONTEXT)
    assert [each.code for each in compiled(data, tmp_path)[1]] == ["KD342"]
    assert made is not None
    parts = parts_of(made)
    assert not [name for name in parts if "printer" in name or "signature" in name]
    assert not re.search(rb"lan@|printer|signature", b"".join(parts.values()))


def test_who_wrote_the_template_does_not_go_out(tmp_path: Path) -> None:
    core = parts_of(docx(p("{{ ten }}")))["docProps/core.xml"].decode()
    lines = (
        "<dc:creator>{{ ten }}</dc:creator><dc:creator>Lan</dc:creator>"
        "<cp:lastModifiedBy>Lan</cp:lastModifiedBy><cp:revision>9</cp:revision>"
    )
    spoken = core.replace("</cp:core", f"{lines}</cp:core")
    data, problems = filled(
        docx(p("{{ ten }}"), extra={"docProps/core.xml": spoken}), tmp_path, CONTEXT
    )
    assert data is not None, problems
    made = part(data, "docProps/core.xml")
    assert [(each.tag.split("}")[1], each.text) for each in made] == [
        ("title", "Mẫu"),
        ("creator", "An"),
    ]


def test_a_shared_block_is_cleaned_and_judged_too(tmp_path: Path) -> None:
    letter = docx(p('{%p include "khoi/a.docx" %}'))
    block = docx(f"<w:p>{run('a ')}{deleted('b')}{by('ins', run('{{ ten }}'))}</w:p>")
    made, _ = filled(letter, tmp_path, CONTEXT, blocks={"khoi/a.docx": block})
    assert made is not None
    assert structure(part(made, "word/document.xml")) == ["a An"]
    active = docx(f"<w:p>{field('DDEAUTO a b')}</w:p>")
    template, problems = compiled(letter, tmp_path, None, {"khoi/a.docx": active})
    assert template is None
    assert [each.code for each in problems] == ["KD340"]


def test_a_picture_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    picture = related(
        LETTER, "image", "media/a.emf", extra={"word/media/a.emf": bytes(12 * 2**20)},
        content_type="image/x-emf",
    )  # fmt: skip
    template, problems = compiled(picture, tmp_path)
    assert template is not None, problems
