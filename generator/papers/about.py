"""The subjects of a unit's papers: collectives, persons, meetings, with facts about them.

The facts are those of checklists (`checklists.facts`) and a few used only by papers; the
catalogue's conditions (`dieu_kien` of a kind) refer to them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.checklists.conditions import Facts, Value
from generator.checklists.facts import (
    FactKind,
    collective_facts,
    meeting_facts,
    person_facts,
    unit_facts,
)
from generator.model.base import Model
from generator.model.kinds import LoaiGiayTo
from generator.model.unit import CaNhan, TapThe
from generator.papers.unit_year import UnitYear
from generator.problems import DataPath
from generator.regulations.che_do import BieuMau, CheDo
from generator.regulations.regimes import form_for
from generator.rules.subjects import takes_part
from generator.wording.positions import comrade

LISTED = "lap_them"
"""The fact that campaign or unit lists the kind of paper, which is not made otherwise."""

OWN_FACTS: dict[str, FactKind] = {
    "de_trong": FactKind("in mẫu để trống", "in văn bản hoàn chỉnh"),
    LISTED: FactKind("ghi ở lap_them", "không ghi ở lap_them"),
    "da_ghi": FactKind("dữ liệu đã ghi đầu văn bản", "dữ liệu chưa ghi đầu văn bản"),
    "moi_thanh_lap": FactKind("mới thành lập, chưa kiểm điểm", "không phải mới thành lập"),
    "duoc_kiem_diem": FactKind("được kiểm điểm trong năm", "không kiểm điểm trong năm"),
    "phu_luc_tieu_chi": FactKind("mẫu có bảng tiêu chí", "mẫu không có bảng tiêu chí"),
    "phu_luc_ket_qua": FactKind("mẫu có phụ lục kết quả", "mẫu không có phụ lục kết quả"),
    "co_nhiem_vu": FactKind("có nhiệm vụ trong năm", "chưa ghi nhiệm vụ"),
    "co_tu_danh_gia": FactKind("có tự đánh giá của quý", "chưa có tự đánh giá của quý"),
    "hoi_noi_cu_tru": FactKind("phải hỏi nơi cư trú", "không phải hỏi nơi cư trú"),
    "co_kiem_phieu": FactKind("có kiểm phiếu", "không có kiểm phiếu"),
    "co_giai_trinh": FactKind("có giải trình gợi ý", "chưa có giải trình gợi ý"),
    "co_nguoi_khong_kiem_diem": FactKind(
        "có người không kiểm điểm", "mọi người đều được kiểm điểm"
    ),
}
"""The facts that only conditions of kinds of papers may use."""


@dataclass(frozen=True, slots=True)
class About:
    """The subject of one paper: its path in the unit's data, its name, facts about it.

    `form` and `key` are the regime's form for a collective or person, if there is one.
    """

    path: DataPath
    ten: str
    facts: Facts
    key: str = ""
    form: BieuMau | None = None

    @property
    def index(self) -> int:
        """The index of the collective, person, meeting or letter in its list."""
        return int(self.path[1])


def person_form(che_do: CheDo, person: CaNhan) -> str | None:
    """Return the key of a person's form, determined by the role; None without a role.

    A code written in `mau` is only compared with it (R10).
    """
    return form_for(che_do, person.vai_tro) if person.vai_tro else None


def report_form(che_do: CheDo) -> str | None:
    """Return the key of the form of collectives' review reports; None if there is none."""
    return next(
        (
            key
            for key, form in che_do.bieu_mau.items()
            if form.dung_cho == "tap_the" and form.loai == "bao-cao-kiem-diem"
        ),
        None,
    )


class Subjects:
    """All subjects of papers of a unit's year, each list computed once."""

    def __init__(self, year: UnitYear) -> None:
        self.year = year

    def of(self, kind: LoaiGiayTo) -> list[About]:
        """Return the subjects of a kind of paper, before its condition is evaluated.

        The subject of a paper with a letter head in the unit's data (`van_ban.ghi_o`) is that head.
        """
        where = kind.van_ban.ghi_o if kind.van_ban else None
        if kind.cho == "don_vi" and where:
            path = tuple(where.split("."))
            facts = {**self._unit_facts, "da_ghi": at(self.year.data, path) is not None}
            return [About(path, self.year.data.don_vi.ten, facts)]
        found: list[About] = getattr(self, kind.cho, [])
        return found

    @cached_property
    def _unit_facts(self) -> dict[str, Value]:
        people = self.year.data.ca_nhan
        return {
            **unit_facts(self.year.data),
            "de_trong": self.year.de_trong,
            "co_nguoi_khong_kiem_diem": not all(takes_part(self.year.che_do, p) for p in people),
        }

    @cached_property
    def don_vi(self) -> list[About]:
        """The unit itself."""
        return [About(("don_vi",), self.year.data.don_vi.ten, self._unit_facts)]

    @cached_property
    def cac_ca_nhan(self) -> list[About]:
        """The persons of the unit as one list."""
        return [About(("ca_nhan",), self.year.data.don_vi.ten, self._unit_facts)]

    @cached_property
    def tap_the(self) -> list[About]:
        """Each collective, with the form of its report."""
        key = report_form(self.year.che_do)
        form = self.year.che_do.bieu_mau[key] if key else None
        return [
            About(
                ("tap_the", i),
                each.ten,
                {
                    **collective_facts(self.year.data, each),
                    **self._form_facts(each, form),
                    "moi_thanh_lap": each.thanh_lap_moi,
                    "duoc_kiem_diem": not each.thanh_lap_moi,
                },
                key or "",
                form,
            )
            for i, each in enumerate(self.year.data.tap_the)
        ]

    @cached_property
    def ca_nhan(self) -> list[About]:
        """Each person, with the form determined by the role."""
        return list(self._persons())

    def _persons(self) -> Iterator[About]:
        che_do = self.year.che_do
        for i, each in enumerate(self.year.data.ca_nhan):
            key = person_form(che_do, each)
            form = che_do.bieu_mau[key] if key else None
            reviewed = takes_part(che_do, each)
            # QĐ 213 and HD 33 apply to working members, not to those outside the political system.
            asked = reviewed and each.noi_cu_tru and each.vai_tro != "ngoai_he_thong"
            facts = {
                **person_facts(self.year.data, each),
                **self._form_facts(each, form),
                "duoc_kiem_diem": reviewed,
                "hoi_noi_cu_tru": bool(asked),
            }
            yield About(("ca_nhan", i), each.ho_ten, facts, key or "", form)

    def _form_facts(self, subject: CaNhan | TapThe, form: BieuMau | None) -> dict[str, Value]:
        return {
            "de_trong": self.year.de_trong,
            "phu_luc_tieu_chi": bool(form and form.phu_luc_tieu_chi),
            "phu_luc_ket_qua": bool(form and form.phu_luc_ket_qua),
            "co_nhiem_vu": bool(subject.nhiem_vu),
        }

    @cached_property
    def kiem_diem(self) -> list[About]:
        """Each collective and person that is reviewed and has a form."""
        both = (*self.tap_the, *self.ca_nhan)
        return [each for each in both if each.form and each.facts["duoc_kiem_diem"]]

    @cached_property
    def quy(self) -> list[About]:
        """Each quarter of each person."""
        people = self.year.data.ca_nhan
        return [
            About(
                (*each.path, "quy", which),
                each.ten,
                {**each.facts, "co_tu_danh_gia": bool(given.tu_danh_gia)},
            )
            for each in self.ca_nhan
            for which, given in enumerate(people[each.index].quy)
        ]

    @cached_property
    def hoi_nghi(self) -> list[About]:
        """Each meeting."""
        return [
            About(
                ("hoi_nghi", i),
                each.ten,
                {
                    **meeting_facts(self.year.data, each),
                    "de_trong": self.year.de_trong,
                    "co_kiem_phieu": each.kiem_phieu is not None,
                },
            )
            for i, each in enumerate(self.year.data.hoi_nghi)
        ]

    @cached_property
    def goi_y(self) -> list[About]:
        """Each gợi ý, named after its recipients."""
        data = self.year.data
        answered = any(each.giai_trinh for each in (*data.tap_the, *data.ca_nhan))
        return [
            About(
                ("goi_y", i),
                ", ".join(
                    [
                        *(to.danh_xung or to.ten for to in each.tap_the),
                        *(to.danh_xung or comrade(to.ten) for to in each.ca_nhan),
                    ]
                ),
                {**self._unit_facts, "co_giai_trinh": answered},
            )
            for i, each in enumerate(data.goi_y)
        ]

    @cached_property
    def xep_loai_lai(self) -> list[About]:
        """Each decision on a new rating."""
        return [
            About(("xep_loai_lai", i), each.doi_tuong, self._unit_facts)
            for i, each in enumerate(self.year.data.xep_loai_lai)
        ]


def at(data: Model, path: DataPath) -> object:
    """Return the value at a path in typed data; None if there is none."""
    found: object = data
    for step in path:
        if found is None:
            return None
        if isinstance(step, int):
            found = found[step] if isinstance(found, tuple) and step < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else getattr(found, step, None)
    return found
