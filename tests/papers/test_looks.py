"""A shipped template is drawn as the pack of the day says; an office's own stays as it is."""

import shutil
from pathlib import Path

import pytest

from generator import shipped
from generator.engine.render import render
from generator.engine.styles import Styles
from generator.model import SaoLuc
from generator.papers.kinds import shapes
from generator.papers.letter_papers import SHAPES, letter_names, letter_paper
from generator.papers.looks import look_of
from generator.papers.paper import made
from generator.papers.templates import search_path
from generator.reading.load import read_campaign
from generator.regulations.components import components
from generator.regulations.packs import load_pack, pack_codes
from generator.regulations.the_thuc import TheThuc
from generator.setup.drawn_otherwise import drawn_otherwise
from tests.acceptance.reading_back import part
from tests.regulations.test_every_value import whole

LETTERS = sorted(path.stem for path in shipped.TEMPLATES.glob("*.docx"))
FORMS = [name for name in shapes() if not name.startswith("dot/")]


def drawn(name: str, pack: TheThuc) -> bytes:
    template, problems = search_path().template(name, SHAPES[SaoLuc], look_of(pack))
    assert template is not None, problems
    data, problems = render(template, dict(whole(pack.ma)))
    assert data is not None, problems
    return data


@pytest.mark.parametrize("ma", pack_codes())
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_drawn_by_the_pack_of_its_side_and_day(name: str, ma: str) -> None:
    data = drawn(name, load_pack(ma))
    styles, body = part(data, "word/styles.xml"), part(data, "word/document.xml")
    found = drawn_otherwise(styles, body, Path(name), [load_pack(ma)], load_pack(ma).khoi)
    assert [each.message for each in found] == []


@pytest.mark.parametrize("ma", pack_codes())
def test_every_component_has_a_style_that_follows_its_pack(ma: str) -> None:
    """A pack is data only: with other sizes, every style has them, and nothing else was changed."""
    pack = load_pack(ma)
    tree = pack.model_dump(mode="json")
    for number, rule in enumerate(each for each in tree["co_chu"].values() if each):
        rule["gia_tri"]["co"] = str(40 + number)
    made_up = TheThuc.model_validate(tree)
    styles = Styles(part(drawn("sao-luc", made_up), "word/styles.xml"))
    mapped = {name: getattr(made_up.co_chu, each) for name, each in components(pack).items()}
    sizes = {name: float(rule.gia_tri.co.tu) for name, rule in mapped.items() if rule}
    assert {name: styles.size(styles.names[name]) for name in sizes} == sizes
    with_style = {*components(pack).values(), "ban_sao"}
    named = {key for key, rule in pack.co_chu if rule is not None}
    assert named - with_style == set()


@pytest.mark.parametrize("name", FORMS)
def test_templates_that_fit_the_pack_stay_byte_for_byte(name: str) -> None:
    as_made, _ = search_path().template(name, shapes()[name])
    dressed, _ = search_path().template(name, shapes()[name], look_of(load_pack("hd05")))
    assert as_made is not None
    assert dressed is not None
    assert dressed.digest == as_made.digest


def office(folder: Path) -> Path:
    (folder / "dot.yaml").write_text(
        "ten: Đợt\nnam: 2026\ndia_danh: Điện Biên\n"
        "co_quan: {ten: Ủy ban nhân dân xã A, khoi: nha_nuoc, ky_hieu: UBND}\n"
        "ky: {quyen_han: TM. Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: A B}\n"
        'noi_nhan: ["Lưu: VT"]\n',
        "utf-8",
    )
    (folder / "bao-cao.yaml").write_text(
        "loai: bao-cao\nso: 1\nngay: 03/6/2026\ntrich_yeu: Kết quả\nnoi_dung: Một.\n"
        "pham_vi: Lưu hành nội bộ\n",
        "utf-8",
    )
    return folder


def styles_in(folder: Path) -> Styles:
    campaign = read_campaign(folder)
    assert campaign.dot is not None
    paper = letter_paper(campaign, "bao-cao.yaml", letter_names(campaign)["bao-cao.yaml"])
    data, problems = made(paper, search_path(folder))
    assert data is not None, problems
    return Styles(part(data, "word/styles.xml"))


def test_a_state_letter_has_the_sizes_of_the_state(tmp_path: Path) -> None:
    styles = styles_in(office(tmp_path))
    assert styles.size(styles.names["Phạm vi lưu hành"]) == 13
    assert styles.size(styles.names["Thông tin liên hệ"]) == 11
    assert styles.word(styles.names["Nội dung"], "spacing", "lineRule") == "auto"


def test_an_offices_own_template_stays_as_it_made_it(tmp_path: Path) -> None:
    own = tmp_path / "mau" / "bao-cao.docx"
    own.parent.mkdir()
    shutil.copy(shipped.TEMPLATES / "bao-cao.docx", own)
    styles = styles_in(office(tmp_path))
    assert styles.size(styles.names["Phạm vi lưu hành"]) == 12  # its own, of the Party
    assert styles.size(styles.names["Nơi nhận - từ"]) == 12  # from a shipped block


def test_one_pack_gives_one_look() -> None:
    assert look_of(load_pack("hd05")) is look_of(load_pack("hd05"))
    assert look_of(load_pack("hd05")) is not look_of(load_pack("hd36"))
