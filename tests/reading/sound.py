"""Data files that use every key of their model, as an office would fill them in."""

DOT = """\
# Đợt kiểm điểm năm 2026
ten: Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026 của Đảng bộ xã Tân Hòa
nam: 2026
co_quan:
  ten: Đảng ủy xã Tân Hòa
  cap_tren: Đảng bộ tỉnh Bình Minh
  khoi: dang
  ky_hieu: ĐU
  chu_the: Ban Thường vụ Đảng ủy
dia_danh: Tân Hòa
noi_nhan:
  - Như trên
  - Lưu Văn phòng Đảng ủy
ky:
  quyen_han: T/M Ban Thường vụ
  chuc_vu: Phó Bí thư
  kiem: Trưởng Ban Chỉ đạo
  ho_ten: Nguyễn Văn Mẫu
thoi_han:
  - viec: Gửi hồ sơ kiểm điểm của các chi bộ
    ngay: 15/12/2026
    ap_dung: Các chi bộ trực thuộc
    gui_ve: Ban Thường vụ Đảng ủy
    qua: Ban Xây dựng Đảng
    nguon: Công văn số 608-CV/ĐU, mục 2
  - viec: Báo cáo kết quả
    ngay: 2027-01-10
giu_nguyen_dau_cau: không
the_thuc:
  dau_cau:
    kinh_gui:
      cuoi: "."
"""

LETTER = """\
loai: cong-van
mau: cong-van
co_quan:
  ten: Đảng ủy xã Tân Hòa
  ky_hieu: ĐU
dia_danh: Tân Hòa
so: 608
ngay: 14/11/2026
tac_gia: của Ban Thường vụ Đảng ủy
trich_yeu: Kiểm điểm, đánh giá, xếp loại chất lượng năm 2026
do_khan: Thượng khẩn
pham_vi: Lưu hành nội bộ
du_thao: Dự thảo lần 2
kinh_gui:
  - Các chi bộ trực thuộc
  - Ủy ban nhân dân xã
can_cu:
  - Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị
chu_the: Ban Thường vụ Đảng ủy
noi_dung: |
  Thực hiện quy định của cấp trên[^1], Ban Thường vụ Đảng ủy yêu cầu:
  **1.** Tổ chức kiểm điểm trước ngày 15/12/2026.
  [^1]: Quy định số 124-QĐ/TW.
nguoi_soan: NguyenVanMau-26
lien_he: Văn phòng Đảng ủy, điện thoại 0912345678
noi_nhan:
  - Như trên
  - Lưu Văn phòng Đảng ủy
ky:
  quyen_han: T/M Ban Thường vụ
  chuc_vu: Phó Bí thư
  ho_ten: Nguyễn Văn Mẫu
giu_nguyen_dau_cau: có
phu_luc:
  - nhan: DANH MỤC HỒ SƠ
    tieu_de: Hồ sơ kiểm điểm của chi bộ
    kem_theo: (Kèm theo Công văn số 608-CV/ĐU)
    noi_dung: |
      1. Báo cáo kiểm điểm
      2. Biên bản họp
"""

COPY = """\
loai: sao-luc
hinh_thuc: sao lục
ban_goc: cong-van.yaml
co_quan:
  ten: Đảng ủy xã Tân Hòa
  ky_hieu: ĐU
dia_danh: Tân Hòa
so: 12
ngay: 20/11/2026
noi_nhan:
  - Các chi bộ trực thuộc
  - Lưu Văn phòng Đảng ủy
ky:
  quyen_han: T/L Ban Thường vụ
  chuc_vu: Chánh Văn phòng
  ho_ten: Trần Thị Thử
"""
