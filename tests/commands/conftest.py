from pathlib import Path

import pytest
from batch_pages import write_pages
from running import Done, Run, clean_simply, inspect_simply

from groats.__main__ import main


@pytest.fixture
def simple(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cleans pages by `clean_simply`."""
    monkeypatch.setattr("groats.pipeline.clean", clean_simply)
    monkeypatch.setattr("groats.pipeline.inspect", inspect_simply)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `groats` in this process."""

    def run_main(*arguments: str) -> Done:
        code = main(arguments)
        out, words = capfdbinary.readouterr()
        assert b"Traceback" not in words
        return Done(code, out.decode("utf-8"), words.decode("utf-8"))

    return run_main


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with three pages."""
    return write_pages(tmp_path / "in", 3)
