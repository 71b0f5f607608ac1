"""A register that is missing, empty or elsewhere is not begun anew without a word."""

from pathlib import Path

import pytest

from generator.model import CoQuan
from generator.problems import Problem, catalogue
from generator.register import backups, numbers, store, taking
from generator.register.paths import register_of
from generator.register.store import RegisterRefusedError
from generator.register.where import chosen
from tests.cli.run import kiemdiem
from tests.register.office import (
    BODY,
    LETTER,
    NAME,
    begun,
    campaign,
    letter,
    lines,
    register_at,
    target,
)
from tests.register.test_store import filled


def refusal(path: Path, *, looking: bool = False) -> Problem:
    with (
        pytest.raises(RegisterRefusedError) as error,
        store.read(path) if looking else store.opened(path, BODY),
    ):
        pass
    return error.value.problem


@pytest.mark.parametrize("how", ["gone", "empty"])
@pytest.mark.parametrize("looking", [True, False])
def test_a_lost_register_names_its_newest_copy(tmp_path: Path, how: str, looking: bool) -> None:
    path = tmp_path / "s.sqlite"
    filled(path)
    with store.opened(path, BODY):
        pass  # the first change of a day leaves a copy
    path.unlink() if how == "gone" else path.write_bytes(b"")
    found = refusal(path, looking=looking)
    assert found.code == "KD626"
    assert backups.backups(path)[-1].as_posix() in found.message
    assert "number audit" in found.mend
    assert path.exists() == (how == "empty")


def test_an_empty_file_without_a_copy_is_no_register_to_look_at(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    path.write_bytes(b"")
    assert refusal(path, looking=True).code == "KD602"
    assert path.read_bytes() == b""


def test_copies_of_another_register_do_not_count(tmp_path: Path) -> None:
    other = tmp_path / "a.b.sqlite"
    filled(other)
    with store.opened(other, BODY):
        pass
    assert backups.backups(other) != []
    assert backups.backups(tmp_path / "a.sqlite") == []


def test_a_new_register_is_told_with_those_beside_it(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    path = register_at(folder)
    told: list[Problem] = []
    for name in ("Chi bộ thôn Đông.sqlite", path.name):
        with store.opened(path.with_name(name), BODY, told):
            pass
    first, second = told
    assert (first.code, second.code) == ("KD613", "KD613")
    assert first.message.endswith("mọi dãy số chạy từ 01")
    assert second.message.endswith("trong thư mục này còn: Chi bộ thôn Đông.sqlite")
    with store.opened(path, BODY, told):
        assert len(told) == 2


def test_taking_a_number_tells_of_it(tmp_path: Path) -> None:
    folder = campaign(tmp_path)
    _, (found,) = taking.take(target(letter(folder)), None, None)
    assert found.code == "KD613"
    assert BODY.ten in found.message


def test_a_lost_register_stops_the_next_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path(campaign(tmp_path)).relative_to(tmp_path)
    for name in "abc":
        assert kiemdiem("number", "take", str(letter(folder, f"{name}.yaml"))).returncode == 0
    register_at(folder).unlink()
    done = kiemdiem("number", "take", str(letter(folder, "d.yaml")))
    assert done.returncode == 1
    assert "KD626" in done.stderr
    assert (folder / "d.yaml").read_text("utf-8") == LETTER
    assert not register_at(folder).exists()
    audited = kiemdiem("number", "audit", str(folder))
    assert audited.returncode == 1
    assert "KD629 lỗi: không thấy sổ của Đảng ủy xã Lộc Vân, trong khi 3 văn bản" in audited.stderr


def test_the_folder_of_the_registers_may_stand_in_the_data(tmp_path: Path) -> None:
    shared = tmp_path / "o-mang" / "so"
    folder = campaign(tmp_path, so_van_ban=shared.as_posix())
    found = chosen(folder, None)
    assert not isinstance(found, list)
    assert found.path == shared / NAME
    taking.take(target(letter(folder)), None, None)
    assert [each.so for each in lines(shared / NAME)] == [1]
    assert not register_at(folder).exists()


def test_a_folder_in_the_data_is_seen_from_the_campaign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = campaign(tmp_path, so_van_ban="so")
    monkeypatch.chdir(tmp_path)
    taking.take(target(letter(folder)), None, None)
    assert (folder / "so" / NAME).is_file()
    elsewhere = chosen(folder, tmp_path / "khac")
    assert not isinstance(elsewhere, list)
    assert elsewhere.path == tmp_path / "khac" / NAME


def test_nobody_is_told_to_begin_a_second_register() -> None:
    assert "--register" not in catalogue.entry("KD606").cach_sua


def test_a_body_under_another_superior_is_told_each_time_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    told: list[Problem] = []
    for name in (
        "Đảng bộ xã A",
        "Đảng bộ xã A",
        None,
        "ĐẢNG BỘ XÃ A",
        "Đảng bộ xã B",
        "Đảng bộ xã A",
    ):
        with store.opened(path, BODY.model_copy(update={"cap_tren": name}), told):
            pass
    _, first, second = told
    assert (first.code, second.code) == ("KD655", "KD655")
    assert "trước đây thuộc Đảng bộ xã A, nay tệp ghi Đảng bộ xã B" in first.message
    assert "trước đây thuộc Đảng bộ xã B, nay tệp ghi Đảng bộ xã A" in second.message


def test_a_register_keeps_the_name_it_was_begun_with(tmp_path: Path) -> None:
    folder = begun(campaign(tmp_path))
    other = BODY.model_copy(update={"ten": "Đảng uỷ xã Lộc Vân"})
    assert register_of(register_at(folder).parent, other) == register_at(folder)
    with store.read(register_at(folder)) as register:
        assert numbers.body_of(register).khoi == "dang"


def test_a_joint_document_is_numbered_in_the_register_of_the_lead(tmp_path: Path) -> None:
    joint = CoQuan(ten="Ban Tổ chức Tỉnh ủy Gia Lai - Ban Nội chính Tỉnh ủy Gia Lai")
    begun_with = tmp_path / "Ban Tổ chức.sqlite"
    assert register_of(tmp_path, joint).stem == "Ban Tổ chức Tỉnh ủy Gia Lai"
    for name in ("Ban Tổ chức", "Ban Nội chính", "Ban Tổ chức cán bộ"):
        (tmp_path / f"{name}.sqlite").touch()
    assert register_of(tmp_path, joint) == begun_with
    alone = CoQuan(ten="Ban Tổ chức Tỉnh ủy Gia Lai")
    assert register_of(tmp_path, alone) != begun_with
