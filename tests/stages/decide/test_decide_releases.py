"""The notes of releases stay, mere links and all; what only looks like a version does not keep anything."""

import pytest

from groats import Options, clean

NOTES = """\
# Changelog

## [2.3.0](https://git.example/kettle/compare/v2.2.1...v2.3.0) (2025-11-04)

### Features

* [Log in with a certificate](https://git.example/kettle/pull/390)
* [Settings by variables](https://git.example/kettle/pull/397)

## [2.2.1](https://git.example/kettle/compare/v2.2.0...v2.2.1) (2025-09-12)

### Bug Fixes

* [Home](https://git.example/kettle/pull/380)
* **http:** close idle connections ([#401](https://git.example/kettle/issues/401))

## v2.2 (2025-08-01)

* [Show all jobs](https://git.example/kettle/pull/392)

[Contact](https://git.example/contact)
"""


def test_the_notes_of_releases_stay_down_to_mere_links() -> None:
    text = clean(NOTES).text
    kept = ["2.3.0 (2025-11-04)", "* Log in with a certificate", "* Settings by variables", "v2.2 (2025-08-01)"]
    assert [line for line in kept if line not in text.splitlines()] == []
    assert "* Show all jobs" in text
    assert "Contact" not in text


@pytest.mark.parametrize("heading", ["11.07.2025", "12.30 p.m.", "2.5 million", "3. Wheels"])
def test_dates_times_and_numbers_are_no_versions(heading: str) -> None:
    notes = NOTES.replace("2.3.0", heading).replace("2.2.1", heading).replace("v2.2 ", f"{heading} ")
    reasons = {reason for line in clean(notes, Options(explain=True)).lines for reason in line.reasons}
    assert "it is of the notes of a release" not in reasons
    reasons = {reason for line in clean(NOTES, Options(explain=True)).lines for reason in line.reasons}
    assert "it is of the notes of a release" in reasons
