"""Every error of a template at once, each where a person finds it in Word."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.engine import package as package_module
from generator.engine.richtext import paragraphs
from generator.problems import Problem
from tests.engine.build import compiled, docx, filled, p, table

SHAPE = {"ho_ten": None, "chuc_vu": None, "ky": {"ho_ten": None, "chuc_vu": None},
         "noi_nhan": [None], "ca_nhan": [{"ho_ten": None, "xep_loai": None}]}  # fmt: skip
ROW = ["{%tr for nguoi in ca_nhan %}"]


def found(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(each.code, each.place.part) for each in problems]


def test_all_errors_of_a_template_come_at_once_each_with_its_place(tmp_path: Path) -> None:
    body = (
        p("Kính gửi: {{ ho_ten")
        + p("Đồng chí {{ ho_tenn }}, {{ ky.chuc_vuu }}")
        + p("Phần II {%p for noi in noi_nhan %}")
        + p("{{ noi }}")
        + p("{%p endfor %}")
        + table(["a", "b"], ["{{ x.__class__ }}", "{{ ho_ten|nolietke }}"])
        + p("{% if ho_ten %}")
    )
    template, problems = compiled(docx(body, header=p("{% endif %}")), tmp_path, SHAPE)
    assert template is None
    assert found(problems) == [
        ("KD301", "thân văn bản, đoạn 1"),
        ("KD303", "thân văn bản, đoạn 3"),
        ("KD306", "thân văn bản, đoạn 6"),
        ("KD308", "thân văn bản, bảng 1, hàng 2, ô 1, đoạn 1"),
        ("KD308", "thân văn bản, bảng 1, hàng 2, ô 2, đoạn 1"),
        ("KD307", "đầu trang 1, đoạn 1"),
    ]
    assert {each.place.file for each in problems} == {"mau.docx"}
    assert "Kính gửi: {{ ho_ten" in problems[0].message
    assert "Phần II" in problems[1].message


def test_a_misspelt_field_is_named_with_path_and_nearest_name(tmp_path: Path) -> None:
    body = p("Đồng chí {{ ho_tenn }}, {{ ky.chuc_vuu }}") + table(
        ROW, ["{{ nguoi.xep_loaii }}", "{{ nguoi.ho_ten }}"], ["{%tr endfor %}"]
    )
    _, problems = compiled(docx(body), tmp_path, SHAPE)
    assert found(problems) == [
        ("KD310", "thân văn bản, đoạn 1"),
        ("KD310", "thân văn bản, đoạn 1"),
        ("KD310", "thân văn bản, bảng 1, hàng 2, ô 1, đoạn 1"),
    ]
    assert "«ho_ten»" in problems[0].mend
    assert "«ky.chuc_vuu»" in problems[1].message
    assert "«ky.chuc_vu»" in problems[1].mend
    assert "«ca_nhan[].xep_loaii»" in problems[2].message
    assert "«ca_nhan[].xep_loai»" in problems[2].mend


def test_fields_in_set_with_and_nested_loops_are_followed(tmp_path: Path) -> None:
    body = (
        p("{% set a = ky %}{{ a.ho_ten }}{{ a.khong }}")
        + p("{% with b = ca_nhan %}{% for c in b|sort(attribute='ho_ten') %}{{ c.khong }}"
            "{{ loop.index }}{% endfor %}{% endwith %}")
        + p("{{ ca_nhan[0].ho_ten }}{{ (ca_nhan|first).sai }}{{ ho_ten|upper }}")
    )  # fmt: skip
    _, problems = compiled(docx(body), tmp_path, SHAPE)
    named = [each.message.split("«")[1].split("»")[0] for each in problems]
    assert named == ["ky.khong", "ca_nhan[].khong", "ca_nhan[].sai"]


def test_a_template_lists_the_fields_it_prints(tmp_path: Path) -> None:
    body = p("{{ ky.ho_ten }}{% for noi in noi_nhan %}{{ noi }}{% endfor %}")
    template, problems = compiled(docx(body), tmp_path, SHAPE)
    assert problems == []
    assert template is not None
    assert {"ky.ho_ten", "noi_nhan[]"} <= template.fields
    assert "chuc_vu" not in template.fields


def test_everything_that_cannot_be_printed_is_reported_at_once(tmp_path: Path) -> None:
    body = (
        p("{{ khong_co }}, {{ ky.ho_tenn }}")
        + table(["{{ trong }}"], ["{{ danh_sach }}"])
        + p("{% for each in ca_nhan %}{{ each.ten }}{% endfor %}")
    )
    context = {"ky": {"ho_ten": "An"}, "trong": None, "danh_sach": ["a"], "ca_nhan": [{"ho": "x"}]}
    data, problems = filled(
        docx(body, footer=p("{{ dung_sai }}")), tmp_path, {**context, "dung_sai": True}
    )
    assert data is None
    assert found(problems) == [
        ("KD330", "thân văn bản, đoạn 1"),
        ("KD330", "thân văn bản, đoạn 1"),
        ("KD331", "thân văn bản, bảng 1, hàng 1, ô 1, đoạn 1"),
        ("KD333", "thân văn bản, bảng 1, hàng 2, ô 1, đoạn 1"),
        ("KD330", "thân văn bản, đoạn 2"),
        ("KD333", "chân trang 1, đoạn 1"),
    ]
    assert "«ho_ten»" in problems[1].mend


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (p("{{ ho_ten"), "KD301"),
        (p("ho_ten }}"), "KD302"),
        (p("a {%p if ho_ten %}") + p("{%p endif %}"), "KD303"),
        (p("{%p if ho_ten %}{%p endif %}"), "KD303"),
        (table(["{%tr if ho_ten %}", "chữ"], ["a", "b"], ["{%tr endif %}", ""]), "KD303"),
        (table(["{%tc if ho_ten %} chữ", "b", "{%tc endif %}"]), "KD303"),
        (p("{%tr if ho_ten %}") + p("{% endif %}"), "KD304"),
        (p("{% for a ho_ten %}{% endfor %}"), "KD305"),
        (p("{{ ho_ten + }}"), "KD305"),
        (p("{% endif a %}"), "KD307"),
        (p("{% if ho_ten %}"), "KD306"),
        (p("{% for a in noi_nhan %}{% endif %}{% endfor %}"), "KD307"),
        (p("{% else %}"), "KD307"),
        (p("{{ ho_ten.__class__ }}"), "KD308"),
        (p("{{p ho_ten }}"), "KD356"),
        (p("{{ ho_tem }}"), "KD310"),
        (p("{%p include ho_ten %}"), "KD311"),
        (p('{%p include "khoi/a.docx" %} chữ'), "KD311"),
        (p('{%p include "khoi/khong-co.docx" %}'), "KD312"),
        (p('{%p include "khoi/vong.docx" %}'), "KD313"),
        (p('{%p include "khoi/hinh.docx" %}'), "KD314"),
    ],
)
def test_each_mistake_in_a_template_has_its_code(tmp_path: Path, body: str, code: str) -> None:
    blocks = {
        "khoi/vong.docx": docx(p('{%p include "khoi/vong.docx" %}')),
        "khoi/hinh.docx": docx('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'),
        "khoi/a.docx": docx(p("a")),
    }
    template, problems = compiled(docx(body), tmp_path, SHAPE, blocks)
    assert template is None
    assert {each.code for each in problems} == {code}
    assert all(each.place.part for each in problems)


def test_a_tag_in_a_part_that_is_not_filled_is_refused(tmp_path: Path) -> None:
    data = docx(p("a"), extra={"word/endnotes.xml": "<a>{{ ho_ten }}</a>"})
    assert [each.code for each in compiled(data, tmp_path)[1]] == ["KD315"]


@pytest.mark.parametrize(
    ("body", "context", "code"),
    [
        (p("{{ a }}"), {}, "KD330"),
        (p("{{ a }}"), {"a": None}, "KD331"),
        (p("{{ a }}"), {"a": "x\x07y"}, "KD332"),
        (p("{{ a }}"), {"a": "x\ud800y"}, "KD332"),
        (p("{{ a }}"), {"a": 1.5}, "KD333"),
        (p("{{ a }}"), {"a": False}, "KD333"),
        (p("{{ a }}"), {"a": {"b": "c"}}, "KD333"),
        (
            p("{% for i in range(150000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"),
            {},
            "KD334",
        ),
        (p("{{ a + 1 }}"), {"a": "b"}, "KD335"),
        (p("{{ a }}"), {"a": paragraphs("chữ")[0]["chu"]}, "KD337"),
        (p("{{r a }}"), {"a": "chữ"}, "KD338"),
    ],
)
def test_each_value_that_cannot_be_printed_has_its_code(
    tmp_path: Path, body: str, context: dict[str, object], code: str
) -> None:
    data, problems = filled(docx(body), tmp_path, context)
    assert data is None
    assert [each.code for each in problems] == [code]
    assert problems[0].place.part == "thân văn bản, đoạn 1"


def test_a_footnote_in_a_header_is_refused(tmp_path: Path) -> None:
    note = paragraphs("chữ[^1]\n[^1]: chú thích")[0]["chu"]
    data, problems = filled(docx(p("a"), header=p("{{r a }}")), tmp_path, {"a": note})
    assert data is None
    assert [each.code for each in problems] == ["KD336"]


# --- packages ---------------------------------------------------------------------------------


def with_flag(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02") + 8
    return data[:at] + struct.pack("<H", 1) + data[at + 2 :]


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
        archive.writestr("word/document.xml", b" " * (40 * 2**20))
    return buffer.getvalue()


def torn() -> bytes:
    """A part whose packed bytes make no sense."""
    data = bytearray(docx(p("a")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = archive.getinfo("word/document.xml")
    data[info.header_offset + 30 + len(info.filename)] = 0xFF
    return bytes(data)


def large() -> bytes:
    return b"PK\x03\x04" + b"\0" * (21 * 2**20)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"khong phai tep Word", "KD324"),
        (b"", "KD324"),
        (docx(p("a"))[:-200], "KD324"),
        (torn, "KD324"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "KD323"),
        (with_flag(docx(p("a"))), "KD323"),
        (docx(p("a"), extra={"word/vbaProject.bin": b"x"}), "KD325"),
        (docx(p("a"), extra={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "KD326"),
        (docx(p("a"), extra={"word/document.xml": "<w:document"}), "KD316"),
        (bomb, "KD322"),
        (large, "KD322"),
    ],
    ids=[
        "text",
        "empty",
        "cut",
        "torn",
        "old Word",
        "encrypted",
        "macro",
        "DTD",
        "bad part",
        "bomb",
        "large",
    ],
)
def test_a_file_that_is_not_a_sound_template_is_named(
    tmp_path: Path, data: bytes | Callable[[], bytes], code: str
) -> None:
    template, problems = compiled(data() if callable(data) else data, tmp_path)
    assert template is None
    assert [each.code for each in problems] == [code]
    assert problems[0].place.file == "mau.docx"


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert package_module.read_package(tmp_path / "x.docx", "x.docx")[1][0].code == "KD320"
    assert package_module.read_package(tmp_path, "thu-muc")[1][0].code == "KD321"
