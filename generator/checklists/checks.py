"""Checks the content of a checklist, and the `dac_diem` (features) that the data declares."""

from collections.abc import Collection, Iterator

from generator.checklists.conditions import ConditionError, Fact, leaves, parse
from generator.checklists.facts import DECLARED, KNOWN, answerable
from generator.model.checklist import DanhMuc, MucDanhMuc
from generator.model.fields import due_date
from generator.model.unit import DonViNam
from generator.problems import DataPath, Place, Problem, problem
from generator.reading.suggest import nearest
from generator.regulations.regimes import load_regime, regime_codes

Placed = tuple[DataPath, MucDanhMuc]


def check_checklist(
    danh_muc: DanhMuc, nam: int | None = None, own: Collection[str] = ()
) -> list[Problem]:
    """Check a checklist for mistakes that would change what it requires.

    Args:
        danh_muc: the checklist.
        nam: the review year it is used for; None to check it on its own.
        own: codes of papers that the office added.

    Returns:
        Problems with paths in its file: duplicate item numbers (KD707), includes of unknown items
        (KD705) or in a cycle (KD706), conditions with syntax errors (KD702), unknown facts (KD703)
        or wrong values (KD704), papers that no regime has (KD708), deadlines in another year
        (KD709), and a checklist for other years (KD723).
    """
    placed = list(_placed(danh_muc.muc, ("muc",)))
    return [
        *_twice(placed),
        *_includes(placed),
        *(found for path, muc in placed for found in _conditions(danh_muc, path, muc)),
        *_papers(placed, own),
        *(_days(placed, nam) if nam else ()),
        *(_year(danh_muc, nam) if nam else ()),
    ]


def check_features(danh_muc: DanhMuc, nam: DonViNam) -> list[Problem]:
    """Report each unknown `dac_diem` of a unit, collective or person (KD710)."""
    known = DECLARED | danh_muc.dac_diem.keys()
    holders: list[tuple[DataPath, tuple[str, ...]]] = [(("don_vi",), nam.don_vi.dac_diem)]
    holders += [(("tap_the", i), each.dac_diem) for i, each in enumerate(nam.tap_the)]
    holders += [(("ca_nhan", i), each.dac_diem) for i, each in enumerate(nam.ca_nhan)]
    return [
        problem("KD710", Place(path=(*path, "dac_diem", i)), ten=name, goi_y=_hint(name, known))
        for path, names in holders
        for i, name in enumerate(names)
        if name not in known
    ]


def _placed(mucs: tuple[MucDanhMuc, ...], path: DataPath) -> Iterator[Placed]:
    for i, muc in enumerate(mucs):
        yield (*path, i), muc
        yield from _placed(muc.muc, (*path, i, "muc"))


def _twice(placed: list[Placed]) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, muc in placed:
        if muc.ma in seen:
            yield problem("KD707", Place(path=(*path, "ma")), ma=muc.ma)
        seen.add(muc.ma)


def _includes(placed: list[Placed]) -> Iterator[Problem]:
    by_code = {muc.ma: muc for _, muc in placed}
    for path, muc in placed:
        for i, name in enumerate(muc.gom):
            place = Place(path=(*path, "gom", i))
            if name not in by_code:
                yield problem("KD705", place, ma=name, goi_y=_hint(name, by_code))
            elif muc.ma in _reached(by_code, by_code[name], set()):
                yield problem("KD706", place, ma=muc.ma, gom=name)


def _reached(by_code: dict[str, MucDanhMuc], muc: MucDanhMuc, seen: set[str]) -> set[str]:
    """Return the numbers of the items reached from an item, itself included."""
    if muc.ma in seen:
        return seen
    seen.add(muc.ma)
    for each in (*muc.muc, *(by_code[name] for name in muc.gom if name in by_code)):
        _reached(by_code, each, seen)
    return seen


def _conditions(danh_muc: DanhMuc, path: DataPath, muc: MucDanhMuc) -> Iterator[Problem]:
    written: list[tuple[DataPath, str | None]] = [
        ((*path, "ap_dung"), muc.ap_dung),
        ((*path, "dieu_kien"), muc.dieu_kien),
    ]
    for i, doc in enumerate(muc.van_ban):
        written.append(((*path, "van_ban", i, "cua"), doc.cua))
        written.append(((*path, "van_ban", i, "dieu_kien"), doc.dieu_kien))
    for where, text in written:
        if text is not None:
            yield from _condition(danh_muc, Place(path=where), text)


def _condition(danh_muc: DanhMuc, place: Place, text: str) -> Iterator[Problem]:
    try:
        condition = parse(text)
    except ConditionError as error:
        stop = f"ở chữ «{error}»" if str(error) else "ở cuối"
        yield problem("KD702", place, dieu_kien=text, cho=stop)
        return
    known = [*KNOWN, *danh_muc.dac_diem]
    for asked in leaves(condition):
        if answerable(asked, danh_muc.dac_diem):
            continue
        if asked.ten not in known:
            yield problem("KD703", place, ten=asked.ten, goi_y=_hint(asked.ten, known))
            continue
        kind = KNOWN.get(asked.ten)
        values = kind.gia_tri if kind else ()
        given = () if isinstance(asked, Fact) else asked.gia_tri
        wrong = ", ".join(value for value in given if value not in values)
        yield problem(
            "KD704",
            place,
            ten=asked.ten,
            nhap=wrong or "không có giá trị",
            cac_gia_tri=", ".join(values) or "có hoặc không: viết riêng tên đặc điểm",
        )


def _papers(placed: list[Placed], own: Collection[str]) -> Iterator[Problem]:
    asked = {code for _, muc in placed for doc in muc.van_ban for code in doc.mau}
    known = {*own}
    for each in reversed(regime_codes()):
        if asked <= known:
            return
        known |= load_regime(each).thanh_phan.keys()
    for path, muc in placed:
        for i, doc in enumerate(muc.van_ban):
            for j, code in enumerate(doc.mau):
                if code not in known:
                    place = Place(path=(*path, "van_ban", i, "mau", j))
                    yield problem("KD708", place, ma=code, goi_y=_hint(code, known))


def _days(placed: list[Placed], nam: int) -> Iterator[Problem]:
    for path, muc in placed:
        if muc.thoi_han and due_date(muc.thoi_han.truoc_ngay, nam).year not in (nam, nam + 1):
            place = Place(path=(*path, "thoi_han", "truoc_ngay"))
            yield problem("KD709", place, ngay=muc.thoi_han.truoc_ngay, nam=nam)


def _year(danh_muc: DanhMuc, nam: int) -> Iterator[Problem]:
    first, last = danh_muc.tu_nam or nam, danh_muc.den_nam or nam
    if not first <= nam <= last:
        key = "tu_nam" if nam < first else "den_nam"
        place = Place(path=(key,))
        yield problem("KD723", place, ten=danh_muc.ten, nam=nam)


def _hint(word: str, known: Collection[str]) -> str:
    near = nearest(word, sorted(known))
    return (
        f"có phải ý đồng chí là «{near}»?"
        if near
        else f"dùng một trong: {', '.join(sorted(known))}"
    )
