"""Where the files that come with the program are: templates and sample campaigns.

In a checkout they are the top-level folders; an installed wheel carries a copy inside the package.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_shipped"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

TEMPLATES = _ROOT / "templates"
DATA = _ROOT / "data"
