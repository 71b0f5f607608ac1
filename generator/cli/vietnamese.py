"""Click's own messages in Vietnamese, regardless of the language of the machine.

Click looks its messages up through `gettext` when it shows them, so this works whether it is called
before or after click is imported. The catalogue is `ngon-ngu/vi/LC_MESSAGES/messages.po`;
`messages.mo` is its compiled form.
"""

import gettext
import os
from pathlib import Path
from typing import Any

import click

from generator.cli.unfinished import settle

FOLDER = Path(__file__).with_name("ngon-ngu")
_DOMAIN = "messages"


def speak_vietnamese() -> None:
    """Switch click's help, prompts and errors to Vietnamese in this process."""
    gettext.bindtextdomain(_DOMAIN, str(FOLDER))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = "vi"  # takes precedence over all other language settings


class VnCommand(click.Command):
    """A command whose usage line contains no English word."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TUỲ CHỌN]", **more})

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, once no change of data files is left half made."""
        settle(ctx.params.values())
        return super().invoke(ctx)


class VnGroup(click.Group):
    """A group whose usage line contains no English word."""

    def __init__(self, *args: Any, **more: Any) -> None:
        words = {"options_metavar": "[TUỲ CHỌN]", "subcommand_metavar": "LỆNH [THAM SỐ]..."}
        super().__init__(*args, **{**words, **more})
