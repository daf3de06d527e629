"""The key of a run changes with everything but the page that its result depends on."""

import shutil
from pathlib import Path

import pytest

from groats.corpus.key import key_of
from groats.tables import DATA


@pytest.mark.parametrize("table", ["cues.jsonl", "weights.json", "tags.toml"])
def test_the_key_changes_with_the_tables_of_groats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    with monkeypatch.context() as patched:
        shutil.copytree(DATA, tmp_path / "data")
        patched.setattr("groats.corpus.key.DATA", tmp_path / "data")
        before = key_of("1", {}, [])
        (tmp_path / "data" / table).write_bytes((tmp_path / "data" / table).read_bytes() + b"\n")
        assert key_of("1", {}, []) != before
    assert key_of("1", {}, []) == before


def test_the_key_changes_with_the_settings_and_the_rules(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text("a")
    keys = {key_of(version, {"title": title}, [rules]) for version in ("1", "2") for title in (True, False)}
    rules.write_text("b")
    assert len(keys | {key_of("1", {"title": True}, [rules])}) == 5
