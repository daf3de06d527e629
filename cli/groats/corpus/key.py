"""What the result of a page depends on besides the page, as a key for the journal."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path

from groats.tables import DATA


def key_of(version: str, settings: Mapping[str, object], rules: Iterable[Path]) -> str:
    """The same string for the same groats, settings, rules of the user, and tables of groats: cues, weights and all.

    Of the cues those count that are compiled, in cues.jsonl: a run reads no others.
    """
    digest = blake2b(repr((version, sorted(settings.items()))).encode("utf-8", "backslashreplace"), digest_size=8)
    for file in rules:
        digest.update(file.read_bytes())
    for table in sorted(DATA.iterdir()):
        if table.suffix in {".json", ".jsonl", ".toml"}:
            digest.update(table.read_bytes())
    return digest.hexdigest()
