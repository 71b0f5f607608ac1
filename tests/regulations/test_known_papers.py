"""Papers that letters often cite."""

from generator.regulations.known_papers import known_papers


def test_papers_of_the_regimes_are_known_too_and_none_contradicts_another() -> None:
    papers = known_papers()
    assert {"05-HD/VPTW", "366-QĐ/TW", "43-HD/BTCTW"} <= papers.keys()
    for each in papers.values():
        assert len({(one.loai, one.ngay) for one in each}) == len({one.loai for one in each})


def test_what_replaces_a_paper_is_known_with_its_day() -> None:
    for each in known_papers().values():
        assert all((one.thay is None) == (one.tu is None) for one in each)
