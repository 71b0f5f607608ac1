"""What a clerk reads about a received file, line by line: what is missing, and where to look."""

from dataclasses import replace

import pytest

from generator.model.checklist import ChuKyMuc
from generator.model.verdict import Ket
from generator.opening.content import REASONS, FileContent, Refusal
from generator.received.expected import Expected
from generator.received.filled import unfilled
from generator.received.form_match import wrong_form
from generator.received.judge import judge
from generator.received.signed import not_signed
from generator.received.ticks import ticks
from generator.received.years import wrong_year
from generator.regulations.regimes import regime_for

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
REGIME = regime_for(2024)
PAPER = Expected(2024, REGIME, titles=("Bản kê khai tài sản",))
FORM = Expected(2024, REGIME, form="02B", ten=AN)
COLLECTIVE = Expected(2024, REGIME, form="01", ten="Ban Thường vụ")
BOXES = "Tự đánh giá về cấp độ thực hiện: ☐ Xuất sắc ☒ Tốt ☐ Trung bình ☐ Kém"
LEVELS = (
    "☐ Hoàn thành xuất sắc nhiệm vụ ☒ Hoàn thành tốt nhiệm vụ ☐ Hoàn thành nhiệm vụ "
    "☐ Không hoàn thành nhiệm vụ"
)


def seen(*lines: str, kind: str = "docx") -> FileContent:
    return FileContent(kind, lines=lines)


def said(check: object, due: Expected, *lines: str) -> list[str]:
    return [each.ly_do for each in check(seen(*lines), due)]  # type: ignore[operator]


def form(
    due: Expected = FORM, *, below: dict[str, str] | None = None, without: tuple[str, ...] = ()
) -> list[str]:
    """A form as it should be: each heading, what was written below, and the boxes."""
    answers = {"xep_loai": LEVELS, "": ""} | (below or {})
    lines = []
    parts = REGIME.bieu_mau[due.form or ""].phan
    asking = [part.khoa for part in parts].index("xep_loai")
    for number, part in enumerate(parts):
        if part.khoa in without:
            continue
        # The level stands below the headings under «Tự nhận mức xếp loại», where there are any.
        key = "" if asking == number < len(parts) - 1 else part.khoa
        key = "xep_loai" if number > asking else key
        lines += [part.tieu_de, answers.get(key, "Đã làm tốt.")]
        if part.cap_do:
            lines.append(BOXES)
    return lines


class TestFilledIn:
    """Whether something is written where the form leaves room."""

    @pytest.mark.parametrize(
        "line",
        ["Quê quán: .....", "Quê quán: ……", "Quê: _____", "Ghi: . . . . ", "\t", "Quê:\t \t",
         "Ghi _ _ _ _ _", "\t\t", "Số: …., ngày……"],
    )  # fmt: skip
    def test_a_dotted_line_is_counted(self, line: str) -> None:
        assert said(unfilled, PAPER, "Đủ.", line, line) == ["còn 2 dòng chấm chưa điền"]

    @pytest.mark.parametrize(
        "line", ["Và các việc khác...", "Họ tên:\tAn", "v.v…", "1. 2. 3.", "a_b_c", "Số 12.5.2024"]
    )
    def test_three_dots_or_a_tab_are_none(self, line: str) -> None:
        assert said(unfilled, PAPER, line) == []

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ("Ví dụ: thửa đất số 12", "Ví dụ:"),
            ("VD: thửa đất số 12", "VD:"),
            ("vi du : thua dat", "vi du :"),
            ("Thành tích (nêu rõ năm)", "(nêu rõ"),
            ("Lý do ( ghi rõ )", "( ghi rõ"),
            ("Nội dung [Nhập tại đây]", "[Nhập"),
            ("Tài khoản xxx", "xxx"),
            ("Đồng chí <họ và tên> báo cáo", "<họ và tên>"),
            ("Đồng chí Nguyễn Văn A báo cáo", "Nguyễn Văn A"),
            ("Kết quả […]", "[…]"),
            ("Thu 12 tỷ (bổ sung số liệu sau)", "(bổ sung số liệu sau)"),
            ("(Phần này điền sau)", "(Phần này điền sau)"),
            ("Kết quả [ ... ]", "[ ... ]"),
        ],
    )
    def test_words_of_a_sample_are_shown(self, line: str, word: str) -> None:
        assert f"còn chữ của bản mẫu: «{word}»" in said(unfilled, PAPER, line)

    @pytest.mark.parametrize("line", ["Nguyễn Văn An", "Nêu rõ trách nhiệm.", "xx", "a < b"])
    def test_words_that_only_look_like_it_are_none(self, line: str) -> None:
        assert said(unfilled, PAPER, line) == []

    def test_a_full_form_has_nothing_to_look_at(self) -> None:
        assert said(unfilled, FORM, *form()) == []

    @pytest.mark.parametrize("nothing", ["", "-", "x", "1.", "a) ", "……", "II. ", "☐ tot"])
    def test_a_heading_without_an_answer_is_named(self, nothing: str) -> None:
        lines = form(below={"han_che": nothing})
        assert said(unfilled, FORM, *lines) == ["chưa ghi nội dung mục «Hạn chế, khuyết điểm»"]

    @pytest.mark.parametrize("answer", ["Có", "Tốt.", "ít"])
    def test_two_letters_are_an_answer(self, answer: str) -> None:
        assert said(unfilled, FORM, *form(below={"han_che": answer})) == []

    def test_what_the_form_hints_at_is_no_answer(self) -> None:
        hint = " ".join(
            hint
            for part in REGIME.bieu_mau["02B"].phan
            if part.khoa == "uu_diem.pham_chat"
            for hint in part.goi_y
        )
        assert said(unfilled, FORM, *form(below={"uu_diem.pham_chat": hint})) == [
            "chưa ghi nội dung mục «Về phẩm chất chính trị; phẩm chất đạo…»"
        ]

    def test_boxes_are_no_answer(self) -> None:
        found = said(unfilled, FORM, *form(below={"uu_diem.neu_guong": ""}))
        assert found == ["chưa ghi nội dung mục «Trách nhiệm nêu gương của bản thân và…»"]

    def test_three_headings_are_shown_and_the_others_counted(self) -> None:
        four = {"uu_diem.pham_chat": "", "han_che": "", "nguyen_nhan": "", "khac_phuc": ""}
        three = dict(list(four.items())[1:])
        assert said(unfilled, FORM, *form(below=four)) == [
            (
                "chưa ghi nội dung mục «Về phẩm chất chính trị; phẩm chất đạo…», «Hạn chế, khuyết "
                "điểm», «Nguyên nhân của hạn chế, khuyết điểm» và 1 mục khác"
            )
        ]
        (found,) = said(unfilled, FORM, *form(below=three))
        assert "mục khác" not in found

    def test_what_need_not_be_written_may_stay_empty(self) -> None:
        assert said(unfilled, FORM, *form(below={"giai_trinh": "", "trach_nhiem": ""})) == []

    def test_the_last_heading_counts_like_the_others(self) -> None:
        lines = form(COLLECTIVE, below={"phuong_huong": ""}, without=("xep_loai",))
        assert said(unfilled, COLLECTIVE, *lines) == [
            "chưa ghi nội dung mục «Phương hướng, biện pháp khắc phục hạn chế,…»"
        ]

    def test_dots_below_the_signature_are_for_the_superiors(self) -> None:
        lines = [*form(), "NGƯỜI TỰ KIỂM ĐIỂM", AN, "Nhận xét: ……………"]
        assert said(unfilled, FORM, *lines) == []
        above = ["Chi bộ: ……………", *lines]
        assert said(unfilled, FORM, *above) == ["còn 1 dòng chấm chưa điền"]


class TestTicks:
    """Whether each set has one tick."""

    def test_one_tick_in_each_set_is_right(self) -> None:
        assert said(ticks, FORM, *form()) == []

    @pytest.mark.parametrize(
        ("old", "new", "told"),
        [
            ("☒ Tốt ☐", "☐ Tốt ☐", "6 chỗ chưa đánh dấu cấp độ thực hiện"),
            ("☐ Kém", "☒ Kém", "6 chỗ đánh dấu quá một ô cấp độ thực hiện"),
            ("☒ Hoàn", "☐ Hoàn", "không rõ mức tự xếp loại"),
            ("☐ Không", "☒ Không", "không rõ mức tự xếp loại"),
            (BOXES, "", "không đọc được ô đánh dấu cấp độ thực hiện ở 6 mục"),
            (LEVELS, "", "không rõ mức tự xếp loại"),
        ],
    )
    def test_a_set_that_is_not_is_told(self, old: str, new: str, told: str) -> None:
        assert said(ticks, FORM, *(line.replace(old, new) for line in form())) == [told]

    def test_a_name_before_its_box_is_read_too(self) -> None:
        lines = [line.replace("☐ Xuất sắc ☒ Tốt ☐ Trung bình ☐ Kém",
                              "Xuất sắc ☐ Tốt ☒ Trung bình ☒ Kém ☐") for line in form()]  # fmt: skip
        assert said(ticks, FORM, *lines) == ["6 chỗ đánh dấu quá một ô cấp độ thực hiện"]

    def test_degrees_may_be_written_in_words(self) -> None:
        typed = "Tự đánh giá về cấp độ thực hiện: Tốt"
        lines = [typed if line == BOXES else line for line in form()]
        assert said(ticks, FORM, *lines) == []
        lines[lines.index(typed)] = "Tự đánh giá về cấp độ thực hiện: được"
        assert said(ticks, FORM, *lines) == ["không đọc được ô đánh dấu cấp độ thực hiện ở 1 mục"]

    @pytest.mark.parametrize(
        ("level", "clear"),
        [
            ("Hoàn thành tốt nhiệm vụ", True),
            ("Không hoàn thành nhiệm vụ", True),
            ("", False),
            ("Tốt", False),
            (LEVELS.replace("☐", "").replace("☒", ""), False),
        ],
    )
    def test_the_level_may_be_written_below_its_heading(self, level: str, clear: bool) -> None:
        lines = form(below={"xep_loai": level, "nguyen_nhan": "Nay hoàn thành nhiệm vụ."})
        told = said(ticks, FORM, *lines, "NGƯỜI TỰ KIỂM ĐIỂM", AN, "Hoàn thành tốt nhiệm vụ")
        assert told == ([] if clear else ["không rõ mức tự xếp loại"])

    def test_on_any_other_paper_the_boxes_of_a_line_are_one_choice(self) -> None:
        lines = ("☐ Có ☐ Không", "☒ Có ☐ Không", "☒ Có ☒ Không", "☐ Tôi cam đoan", "☐ A ☐ B")
        assert said(ticks, PAPER, *lines) == [
            "2 dòng chưa đánh dấu ô nào", "1 dòng đánh dấu quá một ô",
        ]  # fmt: skip


DAY = "Hồng Sơn, ngày 02 tháng 12 năm 2024"
SIGNED = (DAY, "NGƯỜI KÊ KHAI", AN)


class TestSigning:
    """Day, names and confirmations."""

    def test_a_day_and_a_name_are_enough_for_a_paper(self) -> None:
        assert said(not_signed, PAPER, *SIGNED) == []

    @pytest.mark.parametrize(
        ("day", "there"),
        [
            ("ngày 2 tháng 12 năm 2024", True), ("Ngày 02 tháng 12, năm 2024", True),
            ("02/12/2024", True), ("2.12.2024", True), ("02-12-2024", True),
            ("ngày … tháng … năm 2024", False), ("tháng 12 năm 2024", False), ("", False),
            ("Sinh ngày 05/02/1980", False), ("Ngày sinh: 05/02/2001", False),
            ("02/12", False), ("năm 2024", False),
        ],
    )  # fmt: skip
    def test_a_day_is_a_day_month_and_year(self, day: str, there: bool) -> None:
        told = [] if there else ["chưa ghi ngày, tháng, năm"]
        assert said(not_signed, PAPER, day, "NGƯỜI KÊ KHAI", AN) == told

    def test_a_name_far_above_the_end_signs_nothing(self) -> None:
        lines = (DAY, AN, *["Nội dung đã ghi."] * 25)
        assert said(not_signed, PAPER, *lines) == ["chưa ghi họ tên người ký ở cuối"]
        assert said(not_signed, PAPER, *lines[:-1]) == []

    def test_a_table_needs_no_name_below(self) -> None:
        found = not_signed(seen(DAY, "Biểu 6A", kind="xlsx"), PAPER)
        assert list(found) == []

    def test_what_is_handed_in_if_there_is_any_needs_no_signature(self) -> None:
        assert said(not_signed, replace(PAPER, signed=False), "Quyết định khen thưởng") == []

    def test_a_confirmation_is_looked_for_by_its_word(self) -> None:
        due = replace(PAPER, blocks=("cấp ủy", "nơi cư trú"))
        told = ["chưa có xác nhận của cấp ủy, nơi cư trú"]
        assert said(not_signed, due, *SIGNED) == told
        assert said(not_signed, due, *SIGNED, "XÁC NHẬN", "(đã ký)") == told
        assert said(not_signed, due, *SIGNED, "XÁC NHẬN CỦA CHI ỦY", BINH) == []

    @pytest.mark.parametrize(
        ("lines", "told"),
        [
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN, "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", BINH), []),
            (("NGƯỜI TỰ KIỂM ĐIỂM", "(Ký, ghi rõ họ tên)", "", AN,
              "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "(Xác lập thời điểm)", BINH), []),
            # Two titles side by side, but one name: whoever it is, the other has not signed.
            (("NGƯỜI TỰ KIỂM ĐIỂM", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", BINH),
             [f"dưới «NGƯỜI TỰ KIỂM ĐIỂM» thấy tên «{BINH}», không thấy {AN}",
              "chưa có chữ ký, họ tên dưới «THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ»"]),
            (("NGƯỜI TỰ KIỂM ĐIỂM", "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", AN, BINH), []),
            (("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ\tNGƯỜI TỰ KIỂM ĐIỂM", f"{BINH}\t{AN}"), []),
            (("NGƯỜI TỰ KIỂM ĐIỂM", BINH, "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", BINH),
             [f"dưới «NGƯỜI TỰ KIỂM ĐIỂM» thấy tên «{BINH}», không thấy {AN}"]),
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN.upper(), "Thủ trưởng đơn vị", f"ThS. {BINH} (đã ký)"), []),
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN, "CHỦ TỊCH UBND PHƯỜNG", "Trần thị Bình"), []),
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN, "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", "Chủ Tịch"),
             ["chưa có chữ ký, họ tên dưới «THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ»"]),
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN, "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"),
             ["chưa có chữ ký, họ tên dưới «THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ»"]),
            (("NGƯỜI TỰ KIỂM ĐIỂM", AN),
             ["không thấy chỗ ký «THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ»"]),
            (("NGƯỜI TỰ KIỂM ĐIỂM", *["1"] * 7, AN, "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ", *["1"] * 10, BINH),
             ["chưa có chữ ký, họ tên dưới «THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ»"]),
        ],
    )  # fmt: skip
    def test_each_block_of_the_form_has_its_own_name(
        self, lines: tuple[str, ...], told: list[str]
    ) -> None:
        due = replace(FORM, blocks=("THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",))
        assert said(not_signed, due, DAY, *lines) == told

    def test_a_collective_signs_at_the_end(self) -> None:
        assert said(not_signed, COLLECTIVE, DAY, "T/M BAN THƯỜNG VỤ", "BÍ THƯ", AN) == []
        assert said(not_signed, COLLECTIVE, DAY, "T/M BAN THƯỜNG VỤ") == [
            "chưa có chữ ký, họ tên dưới «T/M BAN THƯỜNG VỤ (TẬP THỂ LÃNH ĐẠO, QUẢN LÝ)»"
        ]

    @pytest.mark.parametrize(
        ("lines", "stamp", "told"),
        [
            (("BÍ THƯ", AN), False, []),
            (("Lê Thu", "BÍ THƯ", "(đã ký)"), False, ["chưa có chữ ký, họ tên dưới «Bí thư»"]),
            (("CHỦ TỌA", AN), False, ["không thấy chỗ ký «Bí thư»"]),
            (("BÍ THƯ", AN), True, ["«Bí thư» phải đóng dấu"]),
            (("BÍ THƯ",), True,
             ["chưa ghi họ tên người ký ở cuối", "chưa có chữ ký, họ tên dưới «Bí thư»"]),
        ],
    )  # fmt: skip
    def test_a_signature_the_checklist_asks_for_is_looked_for(
        self, lines: tuple[str, ...], stamp: bool, told: list[str]
    ) -> None:
        signer = ChuKyMuc(chuc_danh="Bí thư", dong_dau="có" if stamp else "không")
        assert sorted(said(not_signed, replace(PAPER, signers=(signer,)), DAY, *lines)) == sorted(
            told
        )

    def test_a_stamp_is_something_to_look_at(self) -> None:
        due = replace(PAPER, signers=(ChuKyMuc(chuc_danh="Bí thư", dong_dau="có"),))
        (found,) = not_signed(seen(DAY, "BÍ THƯ", AN), due)
        assert found.ket is Ket.CAN_XEM_LAI
        assert found.viec == "mở xem đã đóng dấu chưa, đúng thì ghi da_xem trong ho_so"


class TestYear:
    """Whether the file is of the review year."""

    @pytest.mark.parametrize(
        ("lines", "told"),
        [
            (("BÁO CÁO", "Năm 2024"), []),
            (("BÁO CÁO", "kiểm điểm năm 2023"), ["đầu tệp ghi năm 2023, không phải năm 2024"]),
            (("so sánh năm 2022 và năm 2023",),
             ["đầu tệp ghi năm 2022, 2023, không phải năm 2024"]),
            (("so sánh năm 2023 và năm 2024",), []),
            (("Vinh, ngày 02 tháng 12 năm 2024",), []),
            (("Vinh, ngày 02 tháng 01 năm 2025",), []),
            (("Vinh, ngày 02 tháng 01 năm 2026",),
             ["ngày ký 02/01/2026 không phải của đợt năm 2024"]),
            (("Vinh, ngày 02 tháng 12 năm 2023",),
             ["ngày ký 02/12/2023 không phải của đợt năm 2024"]),
            (("Năm 2024", "Vinh, ngày 02 tháng 12 năm 2023"),
             ["ngày ký 02/12/2023 không phải của đợt năm 2024"]),
            (("Năm 2024", *["x"] * 40, "Vinh, 02/12/2023"),
             ["ngày ký 02/12/2023 không phải của đợt năm 2024"]),
            (("Năm 2024", "Vinh, ngày 31 tháng 5 năm 2024"),
             ["ngày ký 31/5/2024 không phải của đợt năm 2024"]),
            (("Năm 2024", "Vinh, ngày 01 tháng 6 năm 2024"), []),
            (("Năm 2024", "Vinh, ngày 30 tháng 6 năm 2025"), []),
            (("Năm 2024", "Vinh, ngày 01 tháng 7 năm 2025"),
             ["ngày ký 01/7/2025 không phải của đợt năm 2024"]),
            (("Năm 2024", "Vinh, ngày 32 tháng 13 năm 2024"),
             ["ngày ký 32/13/2024 không phải của đợt năm 2024"]),
            (("NĂM 2023", "(theo Kế hoạch kiểm điểm năm 2024 của Đảng ủy)"),
             ["đầu tệp ghi năm 2023, không phải năm 2024"]),
            (("Năm: 2024", "so với năm 2023, đạt 98%"), []),
            (("Mẫu 02B-HD KĐ.ĐG 2023", "Năm 2024"), []),
            (("Theo Quy định số 124-QĐ/TW, ngày 04 tháng 10 năm 2023", "Năm 2024"), []),
            (("BÁO CÁO",), ["không thấy ghi năm 2024"]),
            ((*["x"] * 13, "Năm 2023"), ["đầu tệp ghi năm 2023, không phải năm 2024"]),
            ((*["x"] * 14, "Năm 2023"), ["không thấy ghi năm 2024"]),
        ],
    )  # fmt: skip
    def test_the_head_says_of_which_year_it_is(
        self, lines: tuple[str, ...], told: list[str]
    ) -> None:
        assert said(wrong_year, PAPER, *lines) == told

    def test_what_bears_no_title_needs_no_year(self) -> None:
        assert said(wrong_year, replace(PAPER, titles=()), "Giấy khen") == []

    def test_a_day_that_does_not_fit_the_year_is_only_looked_at(self) -> None:
        (found,) = wrong_year(seen("Năm 2024", "Vinh, ngày 02 tháng 12 năm 2023"), PAPER)
        assert found.ket is Ket.CAN_XEM_LAI


def headings(key: str, regime: int = 2024) -> list[str]:
    return [part.tieu_de for part in regime_for(regime).bieu_mau[key].phan]


class TestForm:
    """Whether it is the prescribed form."""

    @pytest.mark.parametrize(
        ("head", "told"),
        [
            ("Mẫu 02B-HD KĐ.ĐG 2023", []),
            ("Mẫu số 02 B - HD KD.DG 2023", []),
            ("Mẫu 02-HD KĐ.ĐG 2023", []),
            ("", []),
            ("Mẫu 02A-HD KĐ.ĐG 2023",
             ["tệp là Mẫu 02A-HD KĐ.ĐG 2023, vai trò này phải dùng Mẫu 02B-HD KĐ.ĐG 2023"]),
            ("Mẫu 02-HD KĐ.ĐG 2019",
             ["tệp là Mẫu 02-HD KĐ.ĐG 2019, phải dùng Mẫu 02B-HD KĐ.ĐG 2023"]),
            ("(Đối với cá nhân không giữ chức vụ lãnh đạo)",
             [("tệp là mẫu của cá nhân không giữ chức vụ lãnh đạo, quản lý, vai trò này phải dùng "
              "Mẫu 02B-HD KĐ.ĐG 2023")]),
            ("Cá nhân là đảng viên không giữ chức vụ",
             [("tệp là mẫu của cá nhân không giữ chức vụ lãnh đạo, quản lý, vai trò này phải dùng "
              "Mẫu 02B-HD KĐ.ĐG 2023")]),
            ("Đảng viên không làm việc trong hệ thống chính trị",
             [("tệp là mẫu của đảng viên không làm việc trong hệ thống chính trị, vai trò này phải "
              "dùng Mẫu 02B-HD KĐ.ĐG 2023")]),
            ("(Đối với cá nhân giữ chức vụ lãnh đạo)", []),
        ],
    )  # fmt: skip
    def test_its_code_or_role_stands_at_the_head(self, head: str, told: list[str]) -> None:
        assert said(wrong_form, FORM, head, *headings("02B")) == told

    def test_the_other_way_round_the_role_is_told_too(self) -> None:
        due = replace(FORM, form="02A")
        assert said(wrong_form, due, "(Cá nhân giữ chức vụ)", *headings("02A")) == [
            (
                "tệp là mẫu của cá nhân giữ chức vụ lãnh đạo, quản lý, vai trò này phải dùng "
                "Mẫu 02A-HD KĐ.ĐG 2023"
            )
        ]

    def test_a_code_further_down_is_only_mentioned(self) -> None:
        lines = [*["x"] * 12, "Mẫu 02A-HD KĐ.ĐG 2023", *headings("02B")]
        assert said(wrong_form, FORM, *lines) == []
        told = said(wrong_form, FORM, *lines[1:])
        assert told == ["tệp là Mẫu 02A-HD KĐ.ĐG 2023, vai trò này phải dùng Mẫu 02B-HD KĐ.ĐG 2023"]

    def test_headings_that_are_not_there_are_named(self) -> None:
        lines = headings("02B")
        one = [line for line in lines if line != "Xếp loại đảng viên"]
        assert said(wrong_form, FORM, *one) == ["thiếu đề mục của mẫu: «Xếp loại đảng viên»"]
        assert said(wrong_form, FORM, *lines[:-3]) == [
            (
                "thiếu đề mục của mẫu: «Tự nhận mức xếp loại chất lượng», «Xếp loại cán bộ, công chức, "
                "viên chức», «Xếp loại đảng viên»"
            )
        ]
        assert said(wrong_form, FORM, *lines[:-4])[0].endswith("và 1 đề mục khác")

    def test_headings_have_their_order(self) -> None:
        lines = headings("02B")
        assert said(wrong_form, FORM, lines[-1], *lines[:-1]) == [
            "thiếu đề mục của mẫu: «Xếp loại đảng viên»"
        ]

    def test_another_form_is_named_where_it_can_be_told(self) -> None:
        assert said(wrong_form, FORM, *headings("01")) == [
            "không theo đề mục của Mẫu 02B-HD KĐ.ĐG 2023; giống Mẫu 01-HD KĐ.ĐG 2023"
        ]
        assert said(wrong_form, FORM, "Trong năm tôi đã cố gắng.") == [
            "không theo đề mục của Mẫu 02B-HD KĐ.ĐG 2023"
        ]

    def test_a_paper_without_a_form_has_no_headings(self) -> None:
        assert said(wrong_form, PAPER, "Mẫu 02A-HD KĐ.ĐG 2019") == []


class TestJudge:
    """All of it together."""

    @pytest.mark.parametrize("refusal", list(Refusal))
    def test_a_refused_file_says_only_why(self, refusal: Refusal) -> None:
        (found,) = judge(FileContent("docx", refusal), FORM)
        assert (found.ket, found.ly_do) == (Ket.CAN_XEM_LAI, REASONS[refusal])

    def test_a_scan_has_to_be_looked_at(self) -> None:
        (found,) = judge(FileContent("pdf", scanned=True), FORM)
        assert found.ly_do == "không đọc được chữ (ảnh chụp, bản quét, PDF vỡ chữ)"
        assert found.viec == "mở xem, đúng thì ghi da_xem trong ho_so"

    def test_something_else_altogether_says_only_that(self) -> None:
        (found,) = judge(seen("GIẤY MỜI", "Kính gửi: ……………"), PAPER)
        assert found.ly_do == "không thấy tên «Bản kê khai tài sản» ở đầu tệp"

    @pytest.mark.parametrize(
        ("line", "ket", "told"),
        [
            (f"Họ và tên: {AN}", None, ""),
            (f"Họ và tên: {AN.upper()}", None, ""),
            ("Họ và tên:", Ket.CAN_XEM_LAI, "chưa ghi họ và tên"),
            (f"Họ và tên: {BINH}", Ket.SAI_MAU,
             f"họ tên trong tệp là «{BINH}», không phải {AN}"),
            ("Họ và tên: Nguyễn Văn Ân", Ket.CAN_XEM_LAI,
             f"họ tên trong tệp là «Nguyễn Văn Ân», không phải {AN}"),
            ("Kính gửi: chi bộ", Ket.CAN_XEM_LAI, f"không thấy tên {AN} trong tệp"),
            (f"Tôi là {AN}, chi bộ", None, ""),
        ],
    )  # fmt: skip
    def test_the_name_in_the_file_is_whose_it_has_to_be(
        self, line: str, ket: Ket | None, told: str
    ) -> None:
        due = replace(PAPER, ten=AN, others=(BINH,))
        found = judge(seen("Bản kê khai tài sản", "Năm 2024", line, DAY, "Người ký", "Lê Thu"), due)
        assert [(each.ket, each.ly_do) for each in found] == ([(ket, told)] if ket else [])

    @pytest.mark.parametrize("name", ["Đảng ủy phường Hồng Sơn", "Thành ủy Sông Lam", "Phường Tân"])
    def test_a_paper_of_the_unit_names_the_unit(self, name: str) -> None:
        due = replace(PAPER, noi=("Đảng ủy phường Hồng Sơn", "Thành ủy Sông Lam"))
        found = judge(seen("Bản kê khai tài sản", "Năm 2024", name, DAY, "Người ký", "Lê Thu"), due)
        told = ["không thấy tên Đảng ủy phường Hồng Sơn trong tệp"]
        assert [each.ly_do for each in found] == (told if name == "Phường Tân" else [])
