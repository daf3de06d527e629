"""Bytes of any encoding into characters: marks, declarations and strict UTF-8 first, statistics last."""

from groats.stages.decode.read import decode

__all__ = ["decode"]
