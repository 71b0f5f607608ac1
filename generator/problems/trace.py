"""A traceback of a program error that holds no data, so that a clerk can send it to support."""

from pathlib import Path


def way(error: BaseException) -> str:
    """Format the type of an error and the code lines it passed through, outermost first.

    Message and values are left out: they could contain personal names from the data.
    """
    lines = [type(error).__name__]
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return "\n".join(lines)
