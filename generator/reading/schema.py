"""JSON Schemas of the data files for the clerk's editor (`# yaml-language-server: $schema=…`)."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from generator.model import CaNhanTep, DonViNam, Dot, SaoLuc, VanBan
from generator.model.base import Model
from generator.model.checklist import DanhMuc
from generator.model.kinds import LoaiGiayTo, LoaiVanBan
from generator.reading.kinds import data_models

FILES: dict[str, type[Model]] = {
    "dot.schema.json": Dot,
    "van-ban.schema.json": VanBan,
    "sao-luc.schema.json": SaoLuc,
    "don-vi.schema.json": DonViNam,
    "ca-nhan.schema.json": CaNhanTep,
    "danh-muc.schema.json": DanhMuc,
    "loai-van-ban.schema.json": LoaiVanBan,
    "loai-giay-to.schema.json": LoaiGiayTo,
}

TITLES = {
    "Dot": "Tệp chung của đợt (dot.yaml)",
    "VanBan": "Văn bản",
    "SaoLuc": "Bản sao",
    "CoQuan": "Cơ quan ban hành",
    "Ky": "Người ký",
    "ThoiHan": "Thời hạn",
    "PhuLuc": "Phụ lục",
    "TiepNhan": "Nơi tiếp nhận",
    "Bang": "Bảng",
    "CotBang": "Cột của bảng",
    "CaNhan": "Cá nhân",
    "CaNhanTep": "Tệp của một cá nhân",
    "CacXacNhan": "Các xác nhận",
    "ChapNhan": "Một cảnh báo đã chấp nhận",
    "ChamDiem": "Chấm điểm",
    "ChucVu": "Chức vụ",
    "ChuKyMuc": "Chữ ký phải có",
    "DanhMuc": "Danh mục hồ sơ",
    "DauVanBan": "Đầu văn bản",
    "DauVanBanLoai": "Đầu văn bản của một loại giấy tờ",
    "NhiemKy": "Nhiệm kỳ",
    "DiemGoiY": "Điểm gợi ý",
    "DiemTieuChi": "Điểm của một tiêu chí",
    "DoiTuongGoiY": "Đối tượng được gợi ý",
    "DonVi": "Đơn vị",
    "DonViPhuTrach": "Số đơn vị phụ trách theo mức xếp loại",
    "DonViNam": "Tệp của một đơn vị trong năm",
    "GiaiTrinh": "Giải trình",
    "GoiY": "Gợi ý kiểm điểm",
    "HanNop": "Hạn nộp",
    "HoiNghi": "Hội nghị",
    "KeHoachKhacPhuc": "Kế hoạch khắc phục",
    "KetQuaNhiemVu": "Số liệu thực hiện nhiệm vụ",
    "KetQuaPhieu": "Số phiếu của một đối tượng",
    "KetQuaQuy": "Kết quả quý",
    "KetQuaXepLoai": "Kết quả xếp loại",
    "KhacPhuc": "Khắc phục hạn chế kỳ trước",
    "KhieuNai": "Khiếu nại",
    "KiemPhieu": "Kiểm phiếu",
    "KyLuat": "Kỷ luật",
    "LoaiGiayTo": "Loại giấy tờ do cơ quan tự thêm",
    "LoaiVanBan": "Loại văn bản do cơ quan tự thêm",
    "LoaiTru": "Không kiểm điểm, không xếp loại",
    "MacDinh": "Điều chung của các cá nhân",
    "MucDanhMuc": "Một mục của danh mục",
    "MucKiemDiem": "Một đề mục",
    "MucNhanXet": "Một mục của phiếu nhận xét",
    "NguoiDu": "Người dự họp",
    "NhiemVu": "Nhiệm vụ",
    "NoiCuTru": "Nơi cư trú",
    "NopHoSo": "Một dòng của sổ nhận hồ sơ",
    "TapThe": "Tập thể lãnh đạo, quản lý",
    "ThanhPhan": "Vị trí trong hồ sơ, số bản in",
    "ThanhVien": "Thành viên",
    "VanBanMuc": "Một văn bản của mục",
    "Vang": "Người vắng",
    "ViecKhacPhuc": "Việc khắc phục",
    "XacNhan": "Xác nhận",
    "XacNhanNhanXet": "Xác nhận có nhận xét",
    "XepLoai": "Xếp loại",
    "XepLoaiLai": "Xếp loại lại",
    "YKien": "Ý kiến",
}

_DROPPED = frozenset({"title", "default"})
"""Titles generated from key names, and defaults that an editor would insert into the file."""

Schema = dict[str, Any]


def schemas() -> dict[str, Schema]:
    """Return the JSON Schema (draft 2020-12) of every kind of data file, by its file name.

    A schema accepts what the reader accepts: editors parse `608`, `1.10` and `true` as numbers and
    booleans, while our reader keeps them as text, and an empty key counts as absent.
    """
    found = {name: _schema(model) for name, model in FILES.items()}
    kind = found["van-ban.schema.json"]["properties"]["loai"]
    # An office may add kinds of letters: the shipped ones are suggested, others are accepted.
    letters = [name for name, model in data_models().items() if model is VanBan]
    own = {"type": kind.pop("type"), "pattern": kind.pop("pattern")}
    kind["anyOf"] = [{"enum": letters}, own]
    kind.pop("maxLength", None)
    return found


def _schema(model: type[Model]) -> Schema:
    raw = model.model_json_schema(mode="validation")
    parts = raw.pop("$defs", {})
    schema = {"$schema": GenerateJsonSchema.schema_dialect, **_object(raw, model.__name__)}
    if parts:
        schema["$defs"] = {name: _object(part, name) for name, part in parts.items()}
    return schema


def _object(raw: Schema, name: str) -> Schema:
    required = raw.get("required", [])
    properties = {
        key: _property(value, optional=key not in required)
        for key, value in raw["properties"].items()
    }
    # The docstring of a model is for engineers; its Vietnamese name replaces it.
    return {**raw, "title": TITLES[name], "description": TITLES[name], "properties": properties}


def _property(raw: Schema, *, optional: bool) -> Schema:
    schema = {key: value for key, value in raw.items() if key not in _DROPPED}
    if not optional or {"type": "null"} in schema.get("anyOf", ()):
        return schema
    described = {key: schema.pop(key) for key in ("description",) if key in schema}
    return {**described, "anyOf": [schema, {"type": "null"}]}
