"""Limits the memory of a process that opens what others sent: on Linux and on Windows."""

import contextlib
import ctypes
import gc
import sys
from pathlib import Path

MEMORY = 400 * 2**20
"""Bytes a process may ask for beyond what it starts with, on systems that can enforce it.

With the program itself, which takes about 80 MB, one file never needs more than 500 MB.
"""


def limit_memory() -> None:
    """Limit this process to what it holds and `MEMORY` more; where that cannot be, do nothing."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        if sys.platform == "win32":
            limit_job(held_now() + MEMORY)
        else:
            _limit_addresses()


def _limit_addresses() -> None:
    import resource  # noqa: PLC0415 - does not exist on Windows

    # A forked process begins with all that its parent holds: that is no fault of the file. What of
    # it is garbage stays, or the file would get its room too.
    gc.freeze()
    held = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = held * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_U32, _U64 = ctypes.c_uint32, ctypes.c_uint64


class _Basic(ctypes.Structure):
    """`JOBOBJECT_BASIC_LIMIT_INFORMATION` (winnt.h)."""

    _fields_ = (
        ("process_time", _U64), ("job_time", _U64), ("flags", _U32), ("least", ctypes.c_size_t),
        ("most", ctypes.c_size_t), ("processes", _U32), ("affinity", ctypes.c_size_t),
        ("priority", _U32), ("scheduling", _U32),
    )  # fmt: skip


class _Limits(ctypes.Structure):
    """`JOBOBJECT_EXTENDED_LIMIT_INFORMATION` (winnt.h)."""

    _fields_ = (
        ("basic", _Basic), ("io", _U64 * 6), ("process", ctypes.c_size_t),
        ("job", ctypes.c_size_t), ("process_peak", ctypes.c_size_t), ("job_peak", ctypes.c_size_t),
    )  # fmt: skip


class _Counters(ctypes.Structure):
    """`PROCESS_MEMORY_COUNTERS` (psapi.h)."""

    _fields_ = (
        ("size", _U32), ("faults", _U32), ("peak_set", ctypes.c_size_t), ("set", ctypes.c_size_t),
        ("peak_paged", ctypes.c_size_t), ("paged", ctypes.c_size_t),
        ("peak_other", ctypes.c_size_t), ("other", ctypes.c_size_t), ("pages", ctypes.c_size_t),
        ("peak_pages", ctypes.c_size_t),
    )  # fmt: skip


_EXTENDED = 9
"""`JobObjectExtendedLimitInformation`."""

_PROCESS_MEMORY, _SILENT = 0x100, 0x400
"""`JOB_OBJECT_LIMIT_PROCESS_MEMORY`; and no window that asks what to do when a process dies."""


def held_now() -> int:
    """Return the bytes that this process has asked Windows for.

    Raises:
        OSError: Windows did not say.
    """
    found = _Counters(size=ctypes.sizeof(_Counters))
    kernel = _kernel()
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.K32GetProcessMemoryInfo(process, ctypes.byref(found), found.size):
        raise OSError(0, "K32GetProcessMemoryInfo")
    return int(found.pages)


def limit_job(limit: int) -> None:
    """Put this process into a job of Windows whose processes get no more than so many bytes.

    Raises:
        OSError: Windows refused.
    """
    limits = _Limits(process=limit)
    limits.basic.flags = _PROCESS_MEMORY | _SILENT
    kernel = _kernel()
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not (
        job
        and kernel.SetInformationJobObject(
            job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        and kernel.AssignProcessToJobObject(job, process)
    ):
        raise OSError(0, "AssignProcessToJobObject")


def _kernel() -> ctypes.CDLL:
    kernel: ctypes.CDLL = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    for name in ("GetCurrentProcess", "CreateJobObjectW"):
        getattr(kernel, name).restype = ctypes.c_void_p
    return kernel
