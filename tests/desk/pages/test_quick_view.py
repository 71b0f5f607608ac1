"""The quick view: pages as they would print now, of what is saved and of what is being typed."""

import io
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.desk import quick_view
from generator.editing.applying import history
from generator.pdf.converting import Lost
from generator.pdf.quick import Looked, Page
from tests.desk.client import Answer, Client
from tests.desk.forms.filled import fields_of
from tests.desk.pages.sample import BASE, DATA, NAME, UNIT, folder_of, rewrite
from tests.desk.pages.test_letters import begun, form
from tests.pdf.printing import needs_office

LETTER = f"{BASE}/van-ban/xem/phan?tep=cong-van.yaml"


class Office:
    """Stands for LibreOffice: remembers what it was given; a page is its number of this file."""

    def __init__(self) -> None:
        self.given: list[bytes] = []
        self.homes: list[Path] = []
        self.fails: Lost | OSError | None = None

    def __call__(self, word: bytes, command: Path, home: Path) -> Looked:
        self.given.append(word)
        self.homes.append(home)
        if isinstance(self.fails, OSError):
            raise self.fails
        if self.fails:
            return Looked(lost=self.fails)
        number = f"{len(self.given)}"
        return Looked(
            b"%PDF " + number.encode(), (Page(f"t{number}", 10, 20, b"PNG" + number.encode()),)
        )


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    found = Office()
    monkeypatch.setattr(quick_view, "looked_at", found)
    monkeypatch.setattr(quick_view, "libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr("generator.desk.pages.quick_view.libreoffice", lambda: Path("soffice"))
    return found


def pages(desk: Client, answer: Answer) -> Answer:
    """Ask as the page does, until the pages are made."""
    assert answer.status == 200, answer.words[:300]
    while 'hx-trigger="every' in answer.text:
        address = answer.text.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")
        again = desk.get(address)
        answer = again if again.status == 200 else answer
        time.sleep(0.02)
    return answer


def printed(data: bytes) -> str:
    text = ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return text.replace("\u00a0", " ")


def test_the_pages_of_a_letter_are_shown_before_it_is_made(bare: Client, office: Office) -> None:
    answer = pages(bare, bare.get(LETTER))
    assert "Xem nhanh; in thật có thể lệch vài dòng" in answer.words
    assert "Xem nhanh · 1 trang" in answer.words
    picture = bare.get(f"{BASE}/xem/trang?ma=t1")
    assert (picture.headers["content-type"], picture.body) == ("image/png", b"PNG1")
    assert list(bare.desk.out.rglob("*.docx")) == []


def test_the_same_bytes_are_made_into_pages_once(bare: Client, office: Office) -> None:
    pages(bare, bare.get(LETTER))
    pages(bare, bare.get(LETTER))
    assert len(office.given) == 1


def test_while_new_pages_are_made_the_last_ones_stay_and_that_is_said(
    bare: Client, office: Office
) -> None:
    pages(bare, bare.get(LETTER))
    rewrite(
        folder_of(bare) / "cong-van.yaml", "loai: cong-van\n", "loai: cong-van\ndo_khan: Khẩn\n"
    )
    first = bare.get(LETTER)
    assert "ma=t1" in first.text
    assert "đang làm lại, dưới đây là bản trước" in first.words
    assert "ma=t2" in pages(bare, first).text


def test_a_file_that_cannot_be_turned_into_pages_is_told_with_the_reason(
    bare: Client, office: Office
) -> None:
    office.fails = Lost.KHONG_RA
    answer = pages(bare, bare.get(LETTER))
    assert (
        "Chưa xem nhanh được. Tệp Word vẫn tạo được. LibreOffice không đọc được tệp."
        in answer.words
    )
    assert bare.get(f"{BASE}/van-ban/xem.docx?tep=cong-van.yaml").body.startswith(b"PK")


def test_a_full_disk_is_told_and_the_next_look_goes_on(bare: Client, office: Office) -> None:
    office.fails = OSError(28, "No space left on device")
    assert "Chưa xem nhanh được" in pages(bare, bare.get(LETTER)).words
    office.fails = None
    rewrite(
        folder_of(bare) / "cong-van.yaml", "loai: cong-van\n", "loai: cong-van\ndo_khan: Khẩn\n"
    )
    assert "1 trang" in pages(bare, bare.get(LETTER)).words


def test_what_is_typed_is_seen_and_nothing_of_it_is_written(bare: Client, office: Office) -> None:
    before = (folder_of(bare) / "cong-van.yaml").read_bytes()
    fields = fields_of(form(bare, "cong-van.yaml").text)
    typed = fields | {"v:trich_yeu": "một điều chưa lưu"}
    pages(bare, bare.post(f"{BASE}/van-ban/xem/go", typed))
    assert "một điều chưa lưu" in printed(office.given[-1])
    assert (folder_of(bare) / "cong-van.yaml").read_bytes() == before
    assert history(folder_of(bare)) == []


def test_a_letter_that_was_just_begun_is_seen_with_marks_for_what_is_open(
    bare: Client, office: Office
) -> None:
    tep = begun(bare, loai="ke-hoach", trich_yeu="Kiểm tra")
    pages(bare, bare.get(f"{BASE}/van-ban/xem/phan?tep={tep}"))
    assert "KẾ HOẠCH" in printed(office.given[-1])


def test_what_keeps_a_letter_from_being_made_is_told_with_the_way_there(
    bare: Client, office: Office
) -> None:
    rewrite(folder_of(bare) / "cong-van.yaml", "10/11/2026", "31/02/2026")
    answer = bare.get(LETTER)
    assert "Chưa xem nhanh được. Cần sửa trước" in answer.words
    assert "31/02/2026" in answer.words
    assert "/nhap?tep=cong-van.yaml" in answer.text
    word = bare.get(f"{BASE}/van-ban/xem.docx?tep=cong-van.yaml")
    assert "Chưa tạo được tệp Word" in bare.followed(word).words


def test_without_libreoffice_the_word_file_itself_is_shown_and_offered(
    bare: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.desk.pages.quick_view.libreoffice", lambda: None)
    answer = bare.get(LETTER)
    assert f'src="{BASE}/xem/khung?giay=%2Fvan-ban%2Fxem.docx%3Ftep%3Dcong-van.yaml"' in answer.text
    assert f'href="{BASE}/van-ban/xem.docx?tep=cong-van.yaml"' in answer.text


def test_the_paper_of_a_person_is_seen_from_the_form(bare: Client, office: Office) -> None:
    page = bare.get(f"{BASE}/nhap?tep={DATA}&muc=ca_nhan.1")
    link = page.text.split(">Xem trang giấy<")[0].rpartition('href="')[2].split('"')[0]
    shown = bare.get(link.replace("&amp;", "&"))
    assert f'href="{BASE}/nhap?tep={DATA.replace("/", "%2F")}&amp;muc=ca_nhan.1"' in shown.text
    part = shown.text.split('id="xem-nhanh" hx-get="')[1].split('"')[0].replace("&amp;", "&")
    assert "1 trang" in pages(bare, bare.get(part)).words
    name = page.words.split(":")[0].split()[-1]
    assert name in printed(office.given[-1])


def test_a_paper_that_is_not_there_is_no_page(bare: Client) -> None:
    assert bare.get(f"{BASE}/xem?don-vi={UNIT}&khoa=khong-co").status == 404
    assert bare.get(f"{BASE}/van-ban/xem?tep=khong-co.yaml").status == 404
    assert bare.get(f"{BASE}/xem/trang?ma=t9").status == 404
    assert bare.get(f"{BASE}/xem/tep.pdf?ma=t9").status == 404


def test_what_was_only_needed_for_looking_is_gone_when_the_desk_closes(
    bare: Client, office: Office
) -> None:
    pages(bare, bare.get(LETTER))
    (home,) = office.homes
    assert home.is_dir()
    campaign = bare.desk.campaign(NAME)
    assert campaign is not None
    campaign.at_end[0]()
    assert not home.exists()


@needs_office
@pytest.mark.libreoffice
def test_libreoffice_draws_the_pages_and_their_pdf(bare: Client) -> None:
    answer = pages(bare, bare.get(LETTER))
    assert " trang" in answer.words
    address = answer.text.split('src="')[1].split('"')[0].replace("&amp;", "&")
    assert bare.get(address).body.startswith(b"\x89PNG")
    link = answer.text.split("/xem/tep.pdf")[1].split('"')[0]
    assert bare.get(f"{BASE}/xem/tep.pdf{link}").body.startswith(b"%PDF")
