"""All benchmarks in one table: `python bench/all.py`, which `make bench` runs on a quiet machine.

Each can be run alone. What they print on the way belongs to the machine; the ratios of the table,
each of two things of the same run, are what `docs/performance.md` keeps.
"""

import at_work
import build
import check
import desk
import engines
import excel
import foreign
import forms
import pdf
from ratios import Row, show


def main() -> None:
    rows: list[Row] = []
    rows += engines.rows()
    rows += build.rows(large=True)
    for each in (check, foreign, at_work, desk, pdf, excel, forms):
        print(f"\n{each.__name__}", flush=True)
        rows += each.rows()
    show(rows)


if __name__ == "__main__":
    main()
