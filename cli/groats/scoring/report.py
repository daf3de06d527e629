"""What was measured, as JSON of the schema "groats-score/1"."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from groats.paths import mask_bytes
from groats.scoring.compare import Comparison, ScoredPage
from groats.scoring.metadata import count_matches
from groats.scoring.record import GROUPINGS
from groats.scoring.summary import RESAMPLES, Estimate, Group

DIGITS = 4  # of every measure: finer differences are noise on any set of pages


def to_json(
    comparison: Comparison,
    scores: dict[str, Estimate],
    groups: Sequence[Group],
    failures: Sequence[str] = (),
) -> bytes:
    """The report as indented JSON with a line feed at its end, in UTF-8; its keys are in the README.

    Keys may be added within groats-score/1, never renamed.
    """
    report = {
        "schema": "groats-score/1",
        "count": len(comparison.pages),
        "resamples": RESAMPLES,
        "scores": _round_all(scores),
        "groups": [
            {"by": group.by, "name": mask_bytes(group.name), "count": group.count, "scores": _round_all(group.scores)}
            for group in groups
        ],
        "metadata": [asdict(score) for score in count_matches(page.fields for page in comparison.pages)],
        "missing": list(map(mask_bytes, comparison.missing)),
        "unmatched": list(map(mask_bytes, comparison.unmatched)),
        "failures": list(map(mask_bytes, failures)),
        "pages": [_page(page) for page in comparison.pages],
    }
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"


def _page(page: ScoredPage) -> dict[str, Any]:
    groups = {by: mask_bytes(page.groups[by]) if by in page.groups else None for by in GROUPINGS}
    return {"id": mask_bytes(page.id), **groups, **_round(asdict(page.score)), "metadata": page.fields}


def _round_all(scores: dict[str, Estimate]) -> dict[str, dict[str, Any]]:
    return {name: _round(asdict(score)) for name, score in scores.items()}


def _round(values: dict[str, Any]) -> dict[str, Any]:
    return {name: round(value, DIGITS) if isinstance(value, float) else value for name, value in values.items()}
