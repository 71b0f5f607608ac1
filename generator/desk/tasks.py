"""What the help says: the tasks of every day with their clicks, what the signs mean."""

from typing import NamedTuple

from generator.desk.signs import Sign


class Task(NamedTuple):
    """A task: the page where it begins, what is done, the clicks from the board one by one."""

    den: str
    viec: str
    bam: tuple[str, ...]


TASKS = (
    Task("bang", "Làm việc gấp nhất", ("«Làm việc gấp nhất»",)),
    Task("bang", "Xem vì sao một ô còn thiếu, sai", ("ô đó trên Bảng",)),
    Task("bang", "Mở mẫu của một người (Ctrl K, gõ tên, Enter thì không phải bấm)",
         ("«Tìm»", "dòng có tên người ấy")),
    Task("van-de", "Sửa một lỗi có nút sửa ngay", ("«Vấn đề»", "nút sửa ở dòng lỗi")),
    Task("don-vi", "Dán danh sách người vào một đơn vị",
         ("tên đơn vị", "«Dán danh sách»", "«Ghi … người»")),
    Task("don-vi", "Nhập kiểm phiếu của một đơn vị",
         ("tên đơn vị", "«Hội nghị, kiểm phiếu»", "«Kiểm phiếu»", "«Lưu»")),
    Task("van-ban", "Tạo mọi văn bản còn thiếu, đã cũ",
         ("«Văn bản»", "«Tạo … văn bản còn thiếu, đã cũ»")),
    Task("ho-so-nhan", "Nhận các tệp gửi qua thư (mỗi tệp chưa chắc thêm một lần)",
         ("«Hồ sơ nhận»", "thả các tệp vào trang")),
    Task("so-van-ban", "Lấy số cho một văn bản", ("«Số văn bản»", "«Lấy số …»")),
    Task("in", "In một đơn vị",
         ("«In và nộp»", "tên đơn vị", "«Tạo PDF để in»", "«Mở PDF để in»")),
    Task("nop", "Đóng gói các đơn vị đã đủ rồi kiểm lại",
         ("«In và nộp»", "«Nộp»", "«Đóng gói … đơn vị»", "«Kiểm lại gói»")),
)  # fmt: skip
"""The tasks that are done most, as they are on the pages (`tests/desk/test_tasks.py`)."""

SIGNS = (
    (Sign("du", "Đủ, Đã có, Mới nhất"), "xong, không phải làm gì"),
    (Sign("thieu", "Thiếu"), "chưa có, đã quá hạn hoặc còn không quá 7 ngày"),
    (Sign("cho", "Hạn 20/12, Chưa có"), "chưa có nhưng chưa đến hạn"),
    (Sign("sai", "Lỗi, Sai mẫu"), "phải sửa mới nộp được"),
    (Sign("xem", "Cần xem lại"), "chưa chắc, cần người xem"),
    (Sign("chua-ky", "Chưa ký"), "đã có nhưng thiếu chữ ký, xác nhận"),
    (Sign("thieu-ban", "Thiếu bản"), "đã có nhưng chưa đủ số bản"),
    (Sign("muon", "Nộp muộn, Dữ liệu đã đổi"), "chậm hơn hạn, hoặc văn bản cũ hơn dữ liệu"),
    (Sign("canh-bao", "Cảnh báo"), "nộp được nếu ghi lý do"),
    (Sign("khong", "Không cần, Không có"), "không áp dụng"),
    (Sign("tren", "Cấp trên lập"), "nơi nhận lập, đơn vị không phải làm"),
)
"""The signs with what each means, in the order in which they ask for work."""
