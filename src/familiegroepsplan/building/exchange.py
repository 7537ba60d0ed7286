"""Two folders change places in one step, where the operating system can do that."""

import ctypes
import errno
import os
import sys
from pathlib import Path

RENAME_EXCHANGE = 2
"""Linux: renameat2(2); the same number is RENAME_SWAP of renamex_np(2) on macOS."""

AT_FDCWD = -100
CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places at one moment. False, and nothing changed, where that cannot be done.

    Raises OSError when it can be done and fails.
    """
    call = _call(os.fsencode(one), os.fsencode(other))
    if call is None:
        return False
    if call == 0:
        return True
    if call in CANNOT:
        return False
    raise OSError(call, os.strerror(call), str(other))


def _call(one: bytes, other: bytes) -> int | None:
    """The error number of the system call, 0 when it succeeded, None when there is no such call."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            result = library.renamex_np(one, other, RENAME_EXCHANGE)
        else:
            result = library.renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE)
    except (OSError, AttributeError, TypeError):
        return None
    return ctypes.get_errno() if result else 0


def flush(folder: Path) -> None:
    """Have everything written in the file system of `folder` on the disk, so that a power cut cannot halve it."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        descriptor = os.open(folder, os.O_RDONLY)
    except (OSError, TypeError):
        return
    try:
        if library.syncfs(descriptor):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
    except AttributeError:
        os.sync()
    finally:
        os.close(descriptor)
