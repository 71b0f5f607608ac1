"""Every command means the same series and the same register as taking a number does."""

from pathlib import Path

import pytest
import yaml

from generator.register.series import Series
from tests.cli.run import Done, kiemdiem
from tests.register.office import LETTER, NAME, campaign, letter, lines, refused, register_at

TERMS = [{"ten": "2020-2025", "be_mac_dai_hoi": "20/8/2020"},
         {"ten": "2025-2030", "chi_dinh_tu": "01/7/2025"}]  # fmt: skip
BODY = {"ten": "Đảng ủy xã Lộc Vân", "ky_hieu": "ĐU", "nhiem_ky": TERMS}
BRANCH = """loai: don-vi
don_vi:
  {ma: dong, ten: Chi bộ thôn Đông, loai: chi_bo, cap_tren: Đảng bộ xã Lộc Vân,
   cap_uy: Chi ủy Chi bộ thôn Đông, ky_hieu: CB,
   nhiem_ky: [{ten: 2025-2027, chi_dinh_tu: 01/7/2025}]}
ca_nhan:
  - {ho_ten: Lê Văn Bình, vai_tro: ngoai_he_thong, xep_loai: {quyet_dinh: Hoàn thành tốt nhiệm vụ}}
ket_qua:
  thong_bao: {ngay: 14/11/2026, noi_nhan: [Các đảng viên], ky: {chuc_vu: Bí thư, ho_ten: Lê Văn Bình}}
"""
BRANCH_REGISTER = "Chi bộ thôn Đông.sqlite"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    campaign(tmp_path, co_quan=BODY)
    return Path("data/loc-van")


def number(command: str, *words: object) -> Done:
    return kiemdiem("number", command, *map(str, words))


def series_of(path: Path) -> list[Series]:
    return [Series(each.loai, each.ky) for each in lines(path)]


@pytest.mark.parametrize("term", ["2025-2030", "2025–2030", " 2025 - 2030 "])
def test_a_term_is_one_however_it_is_typed(folder: Path, term: str) -> None:
    number("take", letter(folder, "a.yaml"))
    assert number("take", letter(folder, "b.yaml"), "--term", term).returncode == 0
    assert [(each.ky, each.so) for each in lines(register_at(folder))] == [
        ("2025-2030", 1), ("2025-2030", 2)
    ]  # fmt: skip


def test_an_earlier_term_is_numbered_by_itself(folder: Path) -> None:
    number("take", letter(folder, "a.yaml"))
    done = number("take", letter(folder, "b.yaml"), "--term", "2020-2025")
    assert "số 01, ngày 14/11/2026, Công văn 2020-2025" in done.stdout


@pytest.mark.parametrize("term", ["khoá XX", "2025", "2015-2020", "2030-2025", "2025/2030"])
def test_a_term_nobody_knows_is_refused(folder: Path, term: str) -> None:
    path = letter(folder)
    done = number("take", path, "--term", term)
    assert done.returncode == 1
    assert "KD650" in done.stderr
    assert "2020-2025, 2025-2030" in done.stderr
    assert path.read_text("utf-8") == LETTER
    assert not register_at(folder).exists()


@pytest.mark.parametrize(
    ("term", "code"), [("2026", ""), ("2027", ""), ("26", "KD650"), ("2025-2030", "KD650")]
)
def test_a_state_body_numbers_by_year(folder: Path, term: str, code: str) -> None:
    body = {"ten": "Ủy ban nhân dân xã Lộc Vân", "khoi": "nha_nuoc", "ky_hieu": "UBND"}
    campaign(folder.parents[1], co_quan=body)
    text = LETTER.replace("Lưu Văn phòng Đảng ủy", "'Lưu: VT'")
    done = number("take", letter(folder, text=text), "--term", term)
    assert (code in done.stderr) if code else (f"Công văn {term}" in done.stdout)
    assert done.returncode == bool(code)


def test_a_congress_has_one_series_whatever_is_said(folder: Path) -> None:
    body = {"ten": "Đại hội đại biểu Đảng bộ xã Lộc Vân", "ky_hieu": "ĐH"}
    campaign(folder.parents[1], co_quan=body)
    for name, words in (("a", ()), ("b", ("--term", "2025-2030"))):
        assert number("take", letter(folder, f"{name}.yaml"), *words).returncode == 0
    register = folder.parent / "so-van-ban" / "Đại hội đại biểu Đảng bộ xã Lộc Vân.sqlite"
    assert series_of(register) == [Series("dai-hoi", "dai-hoi")] * 2


@pytest.mark.parametrize("name", ["nhiệm kỳ XX", "2025", "2030-2025", "2025-2030-2035"])
def test_the_name_of_a_term_is_two_years(folder: Path, name: str) -> None:
    body = {**BODY, "nhiem_ky": [{"ten": name, "chi_dinh_tu": "01/7/2025"}]}
    campaign(folder.parents[1], co_quan=body)
    done = number("take", letter(folder))
    assert done.returncode == 1
    assert "KD143" in done.stderr
    assert "dot.yaml:" in done.stderr


def test_a_term_respelt_in_the_data_goes_on_where_it_was(folder: Path) -> None:
    number("take", letter(folder, "a.yaml"))
    terms = [{"ten": "2025 – 2030", "chi_dinh_tu": "01/7/2025"}]
    campaign(folder.parents[1], co_quan={**BODY, "nhiem_ky": terms})
    assert "số 02" in number("take", letter(folder, "b.yaml")).stdout


@pytest.mark.parametrize(
    ("kind", "series"),
    [
        ("sao-luc", "Bản sao 2025-2030"), ("sao-y", "Bản sao 2025-2030"),
        ("ban-sao", "Bản sao 2025-2030"), ("dai-hoi", "Đại hội"),
        ("Quy định", "Quy định 2025-2030"),
    ],
)  # fmt: skip
def test_set_next_goes_on_with_the_series_documents_are_numbered_in(
    folder: Path, kind: str, series: str
) -> None:
    words = ("--type", kind, "--term", "2025-2030", "--number", 40, "--reason", "sổ giấy")
    done = number("set-next", folder, *words)
    assert done.stdout == f"Đảng ủy xã Lộc Vân, {series}: số tiếp theo là 40 (trước đó: 01)\n"
    assert f"{series} (số tiếp theo: 40)" in number("list", folder, "--type", kind).stdout


def test_a_copy_is_numbered_behind_those_of_the_paper_register(folder: Path) -> None:
    words = ("--type", "sao-luc", "--number", 40, "--reason", "sổ giấy")
    number("set-next", folder, *words)
    letter(folder)
    copy = letter(
        folder, "sao.yaml",
        "loai: sao-luc\nban_goc: cong-van.yaml\nngay: 15/11/2026\nnoi_nhan: [Lưu Văn phòng Đảng ủy]\n",
    )  # fmt: skip
    assert "số 40, ngày 15/11/2026, Bản sao 2025-2030" in number("take", copy).stdout


def test_a_slip_of_the_pen_can_be_taken_back(folder: Path) -> None:
    words = ("--type", "cong-van", "--reason", "sổ giấy", "--number")
    number("set-next", folder, *words, 4000)
    done = number("set-next", folder, *words, 40)
    assert done.returncode == 0
    assert "số tiếp theo là 40 (trước đó: 4000)" in done.stdout
    assert "01-39  trên sổ giấy: sổ giấy" in number("list", folder).stdout
    assert "số 40" in number("take", letter(folder)).stdout
    # Behind a number that was given nothing is taken back.
    number("set-next", folder, *words, 900)
    assert number("set-next", folder, *words, 40).returncode == 1
    assert number("set-next", folder, *words, 41).returncode == 0
    assert number("audit", folder).returncode == 0
    assert "số 41" in number("take", letter(folder, "b.yaml")).stdout


def test_a_number_entered_inside_the_passed_ones_stays(folder: Path) -> None:
    words = ("--type", "cong-van", "--reason", "sổ giấy", "--number")
    number("set-next", folder, *words, 40)
    number("take", letter(folder, text=LETTER.replace("ngay:", "so: 12\nngay:")))
    assert number("set-next", folder, *words, 12).returncode == 1
    assert number("set-next", folder, *words, 20).returncode == 0
    assert "01-19  trên sổ giấy" in number("list", folder).stdout
    assert number("audit", folder).returncode == 0


class TestAUnitWithItsOwnNumbers:
    """A file below don-vi/ stands for the register of that unit."""

    @pytest.fixture
    def unit(self, folder: Path) -> Path:
        (folder / "don-vi").mkdir()
        return letter(folder / "don-vi", "dong.yaml", BRANCH)

    def test_its_paper_register_is_gone_on_with_before_the_first_number(
        self, folder: Path, unit: Path
    ) -> None:
        words = ("--type", "thong-bao", "--number", 8, "--reason", "sổ giấy")
        done = number("set-next", unit, *words)
        assert done.stdout == (
            "Chi bộ thôn Đông, Thông báo 2025-2027: số tiếp theo là 08 (trước đó: 01)\n"
        )
        assert [each.name for each in Path("data/so-van-ban").glob("*.sqlite")] == [BRANCH_REGISTER]
        assert "số 08" in number("take", unit).stdout
        assert not register_at(folder).exists()

    def test_every_command_names_whose_register_it_is(self, folder: Path, unit: Path) -> None:
        number("take", unit)
        number("take", letter(folder))
        assert "Sổ văn bản đi của Chi bộ thôn Đông" in number("list", unit).stdout
        exported = number("export", unit, "-o", "so.xlsx")
        assert "Đã xuất sổ của Chi bộ thôn Đông" in exported.stderr
        brought = number("import", unit, "so.xlsx")
        assert "0 dòng trong sổ của Chi bộ thôn Đông" in brought.stderr
        assert "Sổ văn bản đi của Đảng ủy xã Lộc Vân" in number("list", folder).stdout

    def test_a_number_is_cancelled_in_its_register(self, folder: Path, unit: Path) -> None:
        number("take", unit)
        words = ("--type", "thong-bao", "--term", "2025-2027", "--number", 1, "--reason", "x")
        assert number("cancel", unit, *words).returncode == 0
        assert "so: \n" in unit.read_text("utf-8") or "so: ," in unit.read_text("utf-8")

    def test_the_file_of_a_person_is_nobody_s_register(self, folder: Path, unit: Path) -> None:
        person = letter(folder / "don-vi", "an.yaml", "loai: ca-nhan\nho_ten: Lê Văn An\n")
        done = number("list", person)
        assert done.returncode == 1
        assert "KD622" in done.stderr
        assert "(ca-nhan)" in done.stderr

    @pytest.mark.parametrize(
        ("twice", "same_name", "at"),
        [
            ("ten: Chi bộ thôn Đông", "ten: Chi bộ 1", "3:19"),
            ("loai: chi_bo, cap_tren: Đảng bộ xã Lộc Vân,\n   cap_uy: Chi ủy Chi bộ thôn Đông",
             "loai: dang_bo_bo_phan, cap_tren: Đảng bộ xã Lộc Vân,\n   cap_uy: Đảng ủy bộ phận",
             "4:12"),
        ],
        ids=["chi bộ", "đảng ủy"],
    )  # fmt: skip
    def test_two_units_whose_bodies_have_one_name_are_refused(
        self, folder: Path, unit: Path, twice: str, same_name: str, at: str
    ) -> None:
        text = BRANCH.replace(twice, same_name)
        east = letter(folder / "don-vi", "dong.yaml", text)
        letter(folder / "don-vi", "tay.yaml", text.replace("ma: dong", "ma: tay"))
        done = number("take", east)
        assert done.returncode == 1
        assert f"don-vi/dong.yaml:{at}: KD653" in done.stderr
        name = same_name.rpartition(": ")[2]
        assert f"data/loc-van/don-vi/tay.yaml cũng ghi cơ quan ban hành là «{name}»" in done.stderr
        assert not (folder.parent / "so-van-ban").exists()
        letter(folder / "don-vi", "dong.yaml", BRANCH)
        assert number("take", east).returncode == 0

    def test_a_unit_that_cannot_be_read_says_why(self, folder: Path, unit: Path) -> None:
        unit.write_text("loai: don-vi\n", "utf-8")
        done = number("list", unit)
        assert done.returncode == 1
        assert "don-vi/dong.yaml" in done.stderr


def test_a_document_of_another_body_stands_for_that_body(folder: Path) -> None:
    other = "co_quan: {ten: Ủy ban Kiểm tra Đảng ủy xã Lộc Vân, ky_hieu: UBKTĐU}\nngay:"
    path = letter(folder, "kt.yaml", LETTER.replace("ngay:", other))
    words = ("--type", "cong-van", "--term", "2025-2030", "--number", 5, "--reason", "sổ giấy")
    assert number("set-next", path, *words).stdout.startswith("Ủy ban Kiểm tra Đảng ủy xã Lộc Vân,")


def test_a_register_named_by_its_file_knows_whose_it_is(folder: Path) -> None:
    number("take", letter(folder))
    words = ("--type", "cong-van", "--number", 9, "--reason", "sổ giấy")
    done = number("set-next", register_at(folder), *words)
    assert done.returncode == 1
    assert "KD600" in done.stderr
    assert number("set-next", register_at(folder), *words, "--term", "2025-2030").returncode == 0


def test_what_is_listed_is_what_was_asked_for(folder: Path) -> None:
    number("take", letter(folder, "a.yaml"))
    number("take", letter(folder, "b.yaml"), "--term", "2020-2025")
    decision = yaml.safe_load(LETTER)
    decision.pop("kinh_gui")
    text = yaml.safe_dump({**decision, "loai": "quyet-dinh"}, allow_unicode=True, sort_keys=False)
    number("take", letter(folder, "qd.yaml", text))
    whole = number("list", folder)
    assert whole.stdout.count("số tiếp theo") == 3
    assert "Có 3 số" in whole.stderr
    old = number("list", folder, "--type", "cong-van", "--term", "2020 - 2025")
    assert old.stdout.count("số tiếp theo") == 1
    assert "Công văn 2020-2025" in old.stdout
    assert "Có 1 số" in old.stderr
    wrong = number("list", folder, "--type", "xyz")
    assert wrong.returncode == 2
    assert "cong-van" in wrong.stderr


def test_what_is_held_is_listed_with_its_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.editing import changes

    number("take", letter(folder, "a.yaml"))
    with monkeypatch.context() as patch:
        patch.setattr(changes, "edited", refused)
        number("take", letter(folder, "b.yaml"))
    done = number("list", folder, "--open")
    assert "  02  14/11/2026" in done.stdout
    assert "[đang giữ, chưa ghi vào văn bản] loc-van/b.yaml" in done.stdout
    assert "  01  " not in done.stdout
    assert "Có 1 số" in done.stderr


def test_several_files_of_which_one_has_its_number(folder: Path) -> None:
    a, b = letter(folder, "a.yaml"), letter(folder, "b.yaml")
    number("take", a)
    done = number("take", a, b)
    assert "Đã lấy số cho 1 văn bản, 1 văn bản đã có số: không có lỗi." in done.stderr
    assert len(lines(register_at(folder).with_name(NAME))) == 2
