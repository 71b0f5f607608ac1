"""A file that somebody edited may hold anything: nothing of it is fetched or run."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from PIL import Image

from generator.pdf import office
from tests.pdf.printing import needs_office, pages

pytestmark = [needs_office, pytest.mark.libreoffice]


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What is asked of a web server of this machine; its port comes first."""
    seen: list[str] = []

    class Server(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - names of the library

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
        seen.append(str(server.server_address[1]))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield seen
        server.shutdown()


def test_a_picture_on_the_net_is_not_fetched(tmp_path: Path, asked: list[str]) -> None:
    (port,) = asked
    Image.new("RGB", (50, 50), "red").save(tmp_path / "anh.png")
    document = docx.Document()
    document.add_paragraph("Văn bản có ảnh ở nơi khác")
    document.add_picture(str(tmp_path / "anh.png"))
    address = f"http://127.0.0.1:{port}/anh.png"
    link = document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    (picture,) = document.element.body.xpath(".//a:blip")
    del picture.attrib[qn("r:embed")]
    picture.set(qn("r:link"), link)
    document.save(str(tmp_path / "1.docx"))
    command = office.libreoffice()
    assert command is not None
    call = office.begun(command, tmp_path / "ho-so", tmp_path, ["1.docx"], "ra")
    assert call.wait(120) == 0
    assert pages(tmp_path / "ra" / "1.pdf") == ["Văn bản có ảnh ở nơi khác"]
    assert asked == [port]
