"""Opens one received file of any kind."""

from collections.abc import Callable
from pathlib import Path

from generator.opening.content import FileContent, Refusal, RefusedFileError
from generator.opening.plain import kind_of, refused
from generator.opening.regular import is_not_fetched


def open_file(path: Path) -> FileContent:
    """Open a file and return its content; a failure is returned as a `Refusal`, never raised.

    Links and devices are not opened: a link may lead anywhere, a device may never end. Only
    work that `pool` does calls this: a reader may also hang, or end its process.
    """
    kind = kind_of(path)
    try:
        refusal = refused(path)
        return FileContent(kind, refusal) if refusal else reader(kind)(path)
    except RefusedFileError as error:
        return FileContent(kind, error.refusal)
    except OSError as error:
        return FileContent(kind, unread(error))
    except MemoryError:
        return FileContent(kind, Refusal.QUA_LAU)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - whatever a library trips over is the fault of the file
        return FileContent(kind, Refusal.HONG)


def unread(error: OSError) -> Refusal:
    """Return why the system did not give the content of a file."""
    if is_not_fetched(error):
        return Refusal.CHUA_TAI
    return Refusal.KHONG_DOC_DUOC if isinstance(error, PermissionError) else Refusal.HONG


def reader(kind: str) -> Callable[[Path], FileContent]:
    """Return the reader of a kind of file; its library is imported only when needed."""
    match kind:
        case "docx":
            from generator.opening.word import read_word  # noqa: PLC0415

            return read_word
        case "pdf":
            from generator.opening.pdf import read_pdf  # noqa: PLC0415

            return read_pdf
        case "xlsx":
            from generator.opening.sheet import read_sheet  # noqa: PLC0415

            return read_sheet
    from generator.opening.picture import read_picture  # noqa: PLC0415

    return read_picture
