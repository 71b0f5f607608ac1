"""Makes large campaigns of people who do not exist, the same for the same seed.

`python bench/campaigns.py FOLDER --units 60 --people 40`

Texts are those of the sample campaign, dealt out anew; names, birthdays and figures are drawn. Each
person has a file, as in a unit where several clerks type at once. What a person has beside the
review form differs, so that a unit of 40 gives about 120 documents.
"""

import argparse
import random
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.reading.yaml_text import parse

SAMPLE = ROOT / "data" / "xa-loc-van-2026"
FAMILY = "Nguyễn,Trần,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý,Đinh,Trịnh"
MIDDLE = "Văn,Thị,Đức,Hữu,Ngọc,Thanh,Minh,Quốc,Xuân,Đình,Thu,Kim,Bích,Thế,Trọng,Hồng"
GIVEN = (
    "An,Bình,Châu,Dũng,Đạt,Giang,Hà,Hạnh,Hải,Hiếu,Hòa,Hùng,Hương,Khánh,Lan,Lâm,Linh,Long,Mai,"
    "Mạnh,Nam,Nga,Nhung,Oanh,Phong,Phúc,Quân,Quyên,Sơn,Tài,Tâm,Thảo,Thắng,Thủy,Tiến,Trang,Tuấn,"
    "Tú,Uyên,Vân,Việt,Vinh,Yến"
)
PLACES = "An,Bình,Cẩm,Đông,Hòa,Kỳ,Lộc,Mỹ,Ninh,Phú,Quang,Sơn,Tân,Thạch,Trung,Vĩnh,Xuân,Yên"


def one_of(draw: random.Random, words: str) -> str:
    return draw.choice(words.split(","))


class _Dumper(yaml.CSafeDumper):
    """Several lines as a block, as a clerk writes them."""


def _text(dumper: yaml.Dumper, value: str) -> yaml.Node:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def write(path: Path, tree: dict) -> None:
    text = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, "utf-8")


def sample_people() -> list[dict]:
    """Everybody of the sample campaign who is reviewed by the common rules, without names."""
    files = sorted(SAMPLE.glob("don-vi/**/*.yaml"))
    trees = [parse(file.read_text("utf-8")) for file in files]
    people = [each for tree in trees for each in tree.get("ca_nhan", [])]
    people += [tree for tree in trees if tree["loai"] == "ca-nhan"]
    plain = ("loai_tru", "ky_luat", "giai_trinh", "quy", "mau")
    return [
        {key: value for key, value in each.items() if key not in {"loai", "ho_ten", "nhom"}}
        for each in people
        if not any(each.get(key, "Không có") != "Không có" for key in plain)
        and each["xep_loai"]["quyet_dinh"] == "Hoàn thành tốt nhiệm vụ"
    ]


def person(draw: random.Random, pool: list[dict], number: int) -> dict:
    """One person: a number behind the middle name keeps names apart within a unit."""
    base = dict(draw.choice(pool))
    name = f"{one_of(draw, FAMILY)} {one_of(draw, MIDDLE)} {one_of(draw, GIVEN)}"
    born = f"{draw.randint(1, 28):02}/{draw.randint(1, 12):02}/{draw.randint(1962, 2000)}"
    base |= {"ho_ten": name, "ngay_sinh": born}
    if number % 3 and "noi_cu_tru" in base:
        base["noi_cu_tru"] = {"mien": "Học tập trung 12 tháng"}
    return {"loai": "ca-nhan", **base}


def unit(draw: random.Random, number: int, names: list[str], sample: dict) -> dict:
    """A chi bộ with its committee, its conference and the count of a secret ballot."""
    place = f"{one_of(draw, PLACES)} {one_of(draw, PLACES)} {number}"
    about = dict(sample["don_vi"], ma=f"chi-bo-{number:04}", ten=f"Chi bộ {place}")
    about["cap_uy"] = f"Chi ủy Chi bộ {place}"
    members = [{"ho_ten": names[0], "chuc_vu": "Bí thư", "dung_dau": "có"}]
    members += [{"ho_ten": each, "chuc_vu": "Chi ủy viên"} for each in names[1:3]]
    committee = dict(sample["tap_the"][0], ten=about["cap_uy"], thanh_vien=members)
    meeting = dict(sample["hoi_nghi"][0], ten=f"Hội nghị kiểm điểm Chi bộ {place}")
    present = str(len(names))
    meeting |= {"trieu_tap": present, "co_mat": present}
    meeting["chu_tri"] = {"ho_ten": names[0], "chuc_vu": "Bí thư Chi bộ"}
    meeting["thu_ky"] = {"ho_ten": names[1]}
    meeting["y_kien"] = [
        dict(each, nguoi=f"Đồng chí {name}")
        for each, name in zip(meeting["y_kien"], names[1:], strict=False)
    ]
    meeting.pop("vang", None)
    decision = dict(sample["ket_qua"]["quyet_dinh"], so=str(1000 + number))
    meeting["kiem_phieu"] = {
        "to_kiem_phieu": [{"ho_ten": each} for each in names[1:4]],
        "phat_ra": present, "thu_ve": present, "hop_le": present, "khong_hop_le": "0",
        "ket_qua": [{"doi_tuong": each, "phieu": {"hoan_thanh_tot": present}} for each in names],
    }  # fmt: skip
    return {
        "loai": "don-vi",
        "don_vi": about,
        "ky": {"quyen_han": "T/M Chi ủy", "chuc_vu": "Bí thư", "ho_ten": names[0]},
        "noi_nhan": ["Đảng ủy xã", "Lưu Chi bộ"],
        "mac_dinh": dict(sample["mac_dinh"], nhom=f"đảng viên Chi bộ {place}"),
        "tap_the": [committee],
        "hoi_nghi": [meeting],
        "ket_qua": {**sample["ket_qua"], "quyet_dinh": decision},
        "ngay_nop_ho_so": sample["ngay_nop_ho_so"],
    }


def make(folder: Path, units: int, people: int, seed: int = 366) -> Path:
    """Write a campaign of `units` units with `people` persons each; return its folder."""
    draw = random.Random(seed)
    pool = sample_people()
    sample = parse((SAMPLE / "don-vi" / "chi-bo-ubnd" / "don-vi.yaml").read_text("utf-8"))
    folder.mkdir(parents=True)
    (folder / "dot.yaml").write_bytes((SAMPLE / "dot.yaml").read_bytes())
    for number in range(1, units + 1):
        home = folder / "don-vi" / f"chi-bo-{number:04}"
        (home / "ca-nhan").mkdir(parents=True)
        members: dict[str, dict] = {}
        while len(members) < people:
            one = person(draw, pool, len(members))
            members.setdefault(one["ho_ten"], one)
        for index, one in enumerate(members.values(), 1):
            write(home / "ca-nhan" / f"{index:03}.yaml", one)
        write(home / "don-vi.yaml", unit(draw, number, list(members), sample))
    return folder


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--units", type=int, default=60)
    arguments.add_argument("--people", type=int, default=40)
    arguments.add_argument("--seed", type=int, default=366)
    given = arguments.parse_args()
    make(given.folder, given.units, given.people, given.seed)


if __name__ == "__main__":
    main()
