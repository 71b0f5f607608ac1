"""Small checklists, written as an office would."""

from typing import Any

from generator.model.checklist import DanhMuc


def checklist(*muc: dict[str, Any], **given: Any) -> DanhMuc:
    """A checklist with the given items; by default one item of the unit."""
    return DanhMuc.model_validate(
        {
            "loai": "danh-muc",
            "ten": "Danh mục hồ sơ kiểm điểm của Thành ủy Sông Lam",
            "can_cu": "Công văn số 12-CV/ThU, ngày 10/11/2024 của Ban Thường vụ Thành ủy",
            "muc": list(muc) or [item("1")],
            **given,
        }
    )


def item(ma: str, **given: Any) -> dict[str, Any]:
    return {"ma": ma, "ten": f"Thành phần {ma}", **given}


def doc(ma: str, **given: Any) -> dict[str, Any]:
    return {"ma": ma, "ten": f"Văn bản {ma}", **given}
