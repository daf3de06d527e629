"""What the server that the workers are forked from imports beside them, and nobody else does."""

import sys
from types import TracebackType


def _be_quiet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Says nothing of a process whose run had ended before it had read what it is for: locks and pipes are gone."""
    if not issubclass(kind, OSError | EOFError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _be_quiet
