"""Files of others that the page loads: each is known by version, licence and hash."""

import hashlib
from importlib.resources import files

import yaml

OWN = {"desk.css", "desk.js", "nhap.js", "bieu-tuong.svg", "nguon.yaml", "giay-phep"}
HOME = files("generator.desk").joinpath("tinh")


def test_each_is_the_file_of_its_version_with_its_licence() -> None:
    known = yaml.safe_load(HOME.joinpath("nguon.yaml").read_text("utf-8"))
    assert {each.name for each in HOME.iterdir()} - OWN == set(known)
    for name, told in known.items():
        data = HOME.joinpath(name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == told["sha256"]
        assert f'version:"{told["phien_ban"]}"' in data.decode("utf-8")
        licence = HOME.joinpath("giay-phep", f"{name.partition('.')[0]}.txt").read_text("utf-8")
        assert {"0BSD": "Zero-Clause BSD"}[told["giay_phep"]] in licence


def test_no_page_names_another_address() -> None:
    pages = files("generator.desk").joinpath("trang")
    for page in pages.iterdir():
        text = page.read_text("utf-8")
        assert "http://" not in text
        assert "https://" not in text
        assert "style=" not in text, page.name
        assert "onclick" not in text
