"""Opening received files: nothing that comes in may hang, crash or deceive the program."""

import functools
import io
import os
import time
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.opening.content import REASONS, FileContent, Refusal
from generator.opening.open_file import open_file
from generator.opening.pool import open_files
from generator.received.subject import is_name, named_person
from tests.received.corpus import assets, package, review, scan, typed

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
HEAD = f'<w:document xmlns:w="{WORD}" xmlns:mc="{MC}"><w:body>'


def words(body: str, tmp_path: Path) -> tuple[str, ...]:
    path = tmp_path / "a.docx"
    path.write_bytes(package(f"{HEAD}{body}</w:body></w:document>".encode()))
    return open_file(path).lines


def p(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def t(text: str) -> str:
    return f"<w:t>{text}</w:t>"


CHOICE = f"<mc:Choice>{t('một')}</mc:Choice><mc:Fallback>{t('hai')}</mc:Fallback>"
TWICE = f"<mc:AlternateContent>{CHOICE}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (p(t("Họ và "), t("tên: An")), ("Họ và tên: An",)),
        (p(t("a"), "<w:br/>", t("b")), ("a", "b")),
        (p(t("Họ tên:"), "<w:tab/>"), ("Họ tên:\t",)),
        (f"<w:p><w:pPr><w:tabs><w:tab w:pos='1'/></w:tabs></w:pPr><w:r>{t('a')}</w:r></w:p>", ("a",)),
        (f"<w:tbl><w:tr><w:tc>{p(t('a'))}</w:tc><w:tc>{p(t('b'))}</w:tc></w:tr></w:tbl>", ("a", "b")),
        (p('<w:sym w:font="Wingdings" w:char="F0FE"/>', t(" Tốt")), ("☒ Tốt",)),
        (p('<w:sym w:font="Wingdings" w:char="F0A8"/>', t(" Kém")), ("☐ Kém",)),
        (p(t("☑ Tốt □ Kém")), ("☒ Tốt ☐ Kém",)),
        (f"<w:p><w:del><w:r>{t('bỏ')}</w:r></w:del><w:r>{t('giữ')}</w:r></w:p>", ("giữ",)),
        (p(TWICE), ("một",)),
        (f"<w:sdt><w:sdtContent>{p(t('trong ô'))}</w:sdtContent></w:sdt>", ("trong ô",)),
        (p(t("Hoa\u0300 bi\u0300nh")), ("Hoà bình",)),
        (p(t("  ")) + p(t("x")), ("x",)),
        (p(t("\u00a0 ")) + p(t("x")), ("x",)),
        (p(t("a"), "<w:cr/>", t("b")), ("a", "b")),
        (p(t("35"), "<w:noBreakHyphen/>", t("CV/ĐU")), ("35-CV/ĐU",)),
        (f"<w:p><w:moveFrom><w:r>{t('cũ')}</w:r></w:moveFrom><w:r>{t('mới')}</w:r></w:p>", ("mới",)),
        (p("<w:instrText>PAGE</w:instrText>", t("2")), ("2",)),
        (p("<w:t/>", t("x")), ("x",)),
        (p('<w:sym w:font="Wingdings"/>', t("x")), ("x",)),
        (p('<w:sym w:font="Symbol" w:char="F0B7"/>', t("x")), ("x",)),
        (p("<w:drawing/>", t("chữ và ảnh " * 25)), ("chữ và ảnh " * 25,)),
        (p(t("a"), f"<w:txbxContent>{p(t('trong hộp'))}</w:txbxContent>", t("b")),
         ("a", "trong hộp", "b")),
    ],
)  # fmt: skip
def test_a_word_file_is_read_as_it_is_seen(
    body: str, lines: tuple[str, ...], tmp_path: Path
) -> None:
    assert words(body, tmp_path) == lines


@pytest.mark.parametrize(
    ("codes", "box"),
    [
        ("F0A8 F06F F071 F072 F0A3 00A8 006F f0a8", "☐"),
        ("F0FE F0FD F0FC F0FB F078 F052 00FE 00FC f0fe", "☒"),
    ],
)
def test_every_box_of_the_wingdings_fonts_is_seen(codes: str, box: str, tmp_path: Path) -> None:
    for code in codes.split():
        assert words(p(f'<w:sym w:font="Wingdings" w:char="{code}"/>', t(" Tốt")), tmp_path) == (
            f"{box} Tốt",
        )


def test_every_box_and_tick_that_is_typed_is_seen(tmp_path: Path) -> None:
    assert words(p(t("□▢◻❏❐⬜☐")), tmp_path) == ("☐☐☐☐☐☐☐",)
    assert words(p(t("☑✓✔✅⊠▣■☓✗✘🗹🗷☒")), tmp_path) == ("☒" * 13,)


@pytest.mark.parametrize("picture", ["drawing", "pict", "object"])
def test_a_word_file_of_pictures_only_is_a_scan(picture: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(package(f"{HEAD}{p(f'<w:{picture}/>')}</w:body></w:document>".encode()))
    assert open_file(path) == FileContent("docx", scanned=True)


def test_a_word_file_nested_too_deep_is_refused_for_that(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        package(f"{HEAD}{'<w:p>' * 400}{'</w:p>' * 400}</w:body></w:document>".encode())
    )
    assert open_file(path).refusal == Refusal.LONG_SAU


def test_every_refusal_has_its_words() -> None:
    assert set(REASONS) == set(Refusal)
    assert all(":" in text or "nên" in text or "quyền" in text for text in REASONS.values())


def test_a_file_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    typed("x")(path)

    def refused(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert open_file(path).refusal == Refusal.KHONG_DOC_DUOC


def test_a_very_large_file_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(61 * 2**20)
    assert open_file(path).refusal == Refusal.QUA_LON


def test_a_picture_larger_than_any_sheet_is_not_unpacked(tmp_path: Path) -> None:
    from PIL import Image

    path = tmp_path / "a.png"
    Image.new("1", (20_000, 20_000)).save(path)
    begin = time.process_time()
    assert open_file(path).refusal == Refusal.NEN_BAT_THUONG
    assert time.process_time() - begin < 2


@functools.cache
def sound() -> list[bytes]:
    return [review("Nguyễn Văn An"), scan()]


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_damage_makes_opening_a_file_fail(tmp_path: Path, data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(["docx", "pdf", "xlsx", "png", "jpg"]))
    base = data.draw(st.sampled_from([*sound(), b""]))
    content = bytearray(base or data.draw(st.binary(max_size=300)))
    for _ in range(data.draw(st.integers(0, 6))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    path = tmp_path / f"a.{ending}"
    path.write_bytes(bytes(content[:cut] if data.draw(st.booleans()) else content))
    begin = time.process_time()
    seen = open_file(path)
    assert time.process_time() - begin < 5
    assert seen.refusal in {"", *Refusal}
    assert seen.refusal or seen.lines or seen.scanned


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(part=st.text("<>/w:ptr &;\"'=abđ\u0301\ud7ff", max_size=200))
def test_whatever_stands_in_the_body_is_read_or_refused(tmp_path: Path, part: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(package(f"{HEAD}{part}</w:body></w:document>".encode()))
    assert open_file(path).refusal in {"", *Refusal}


def some(folder: Path, count: int) -> list[Path]:
    paths = []
    for number in range(count):
        path = folder / f"{number}.docx"
        typed(*assets(), str(number))(path)
        paths.append(path)
    return paths


def test_files_opened_in_processes_say_the_same(tmp_path: Path) -> None:
    paths = some(tmp_path, 40)
    alone = dict(open_files(paths, 0, 10))
    assert dict(open_files(iter(paths), 2, 10)) == alone
    assert list(alone) == paths


def test_a_file_that_never_ends_takes_only_itself_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.opening import pool

    paths = some(tmp_path, 12)

    def slow(path: Path) -> FileContent:
        if path.name == "5.docx":
            time.sleep(60)
        return open_file(path)

    monkeypatch.setattr(pool, "open_file", slow)
    begin = time.monotonic()
    found = dict(open_files(paths, 2, 1))
    assert time.monotonic() - begin < 20
    assert found.keys() == set(paths)
    assert {path.name for path, seen in found.items() if seen.refusal} == {"5.docx"}
    assert found[paths[5]].refusal == Refusal.QUA_LAU


def test_a_file_that_kills_its_process_takes_only_itself_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.opening import pool

    paths = some(tmp_path, 12)

    def deadly(path: Path) -> FileContent:
        if path.name == "3.docx":
            os.kill(os.getpid(), 9)
        return open_file(path)

    monkeypatch.setattr(pool, "open_file", deadly)
    found = dict(open_files(paths, 2, 10))
    assert {path.name for path, seen in found.items() if seen.refusal} == {"3.docx"}


def test_whoever_stops_listening_leaves_no_process_behind(tmp_path: Path) -> None:
    import multiprocessing

    looking = open_files(some(tmp_path, 30), 2, 10)
    next(looking)
    looking.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Họ và tên: Nguyễn Văn An",), "Nguyễn Văn An"),
        (("Họ và tên: Nguyễn Văn An   Ngày sinh: 1/2/1980",), "Nguyễn Văn An"),
        (("Họ và tên: Nguyễn Văn An Ngày sinh: 1/2/1980",), "Nguyễn Văn An"),
        (("Họ và tên khai sinh: đồng chí Trần Thị Bình, Bí thư",), "Trần Thị Bình"),
        (("HỌ VÀ TÊN:  LÊ THU CÚC",), "LÊ THU CÚC"),
        (("Ho va ten: Nguyen Van An",), "Nguyen Van An"),
        (("Họ và tên:", "Nguyễn Văn An"), "Nguyễn Văn An"),
        (("Họ và tên: ………………",), ""),
        (("Họ và tên: \t",), ""),
        (("Họ tên (chữ in hoa): Lê Thu Cúc",), "Lê Thu Cúc"),
        (("Biên bản hội nghị",), None),
        (("x",) * 80 + ("Họ và tên: Nguyễn Văn An",), None),
    ],
)
def test_whom_a_form_says_to_be_about(lines: tuple[str, ...], name: str | None) -> None:
    assert named_person(lines) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nguyễn Văn An", True), ("Lê Thu Cúc ", True), ("Nguyễn An", True), ("An", False),
        ("BÍ THƯ", False), ("(Ký, ghi rõ họ tên)", False), ("Ngày 02 tháng 12", False),
        ("Hoàn thành tốt nhiệm vụ", False), ("……………", False), ("", False),
    ],
)  # fmt: skip
def test_what_is_a_name_below_a_signature(line: str, name: bool) -> None:
    assert is_name(line) is name


def test_an_archive_with_a_password_is_known(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = io.BytesIO()
    docx.Document().save(document)
    data = bytearray(document.getvalue())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        starts = [info.header_offset for info in archive.infolist()]
    for start in starts:
        data[start + 6] |= 1
    spot = data.find(b"PK\1\2")
    while spot >= 0:
        data[spot + 8] |= 1
        spot = data.find(b"PK\1\2", spot + 4)
    path.write_bytes(bytes(data))
    assert open_file(path).refusal == Refusal.MAT_KHAU
