"""Zstandard, which Python has from 3.14 on: `zstd` is its module, or the same one brought to earlier Pythons."""

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["zstd"]
