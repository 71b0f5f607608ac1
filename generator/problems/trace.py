"""The way an error of the program took through its code, fit to be sent to somebody."""

from pathlib import Path


def way(error: BaseException) -> str:
    """Write the kind of an error and the lines it passed.

    Never its message or values: these could carry names from the data.
    """
    lines = [type(error).__name__]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
