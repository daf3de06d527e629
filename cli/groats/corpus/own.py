"""The names of what groats itself leaves beside pages, which is no page: a run's files, and a review's marks."""

import re

OWN_PREFIX = "groats-"

# As `Destination` makes them: a run's own, in a directory and beside a file of records.
_OWN = re.compile(
    r"groats-(?:(?:journal|marks|sites)\.jsonl|report\.json"
    r"|.+\.(?i:jsonl|jsonl\.gz|jsonl\.zst|parquet)-(?:journal\.jsonl|sites\.jsonl|report\.json|records\.spool))",
    re.DOTALL,
)


def is_own(name: str) -> bool:
    """Whether a file of that name is groats's own; a page may begin with the same word."""
    return _OWN.fullmatch(name) is not None
