"""On how many pages cleaning the cleaned text again changes nothing: every seed, and 300 real pages as Chrome's text.

The bounds are all seeds and 97 of 100 pages. The pages that change are named.
"""

import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

from data import DATA, take_pages

from groats import clean
from groats.render.text import to_text

sys.path.append(str(Path(__file__).parents[1]))
from seed_pages import SEEDS

PAGES_A_SET = 75
BOUND = 0.97
SHOWN = 3


def print_changes(inputs: Iterable[tuple[str, bytes | str]]) -> float:
    """The share of the inputs whose text output stays as it is; names the others with their first changes."""
    stable = count = 0
    for name, raw in inputs:
        once = to_text(clean(raw))
        twice = to_text(clean(once))
        count += 1
        stable += once == twice
        if once != twice:
            changes = list(difflib.unified_diff(once.splitlines(), twice.splitlines(), lineterm="", n=0))[2:]
            print(f"{name} changes:")
            print("\n".join(f"    {line[:100]}" for line in changes if not line.startswith("@@"))[: SHOWN * 105])
    return stable / count if count else 1.0


def main() -> int:
    """0 if both shares are within their bounds, else 1."""
    seeds = print_changes((path.name, path.read_bytes()) for path in SEEDS)
    print(f"seeds: {seeds:.3f} of {len(SEEDS)} stay as they are (bound 1)\n")
    if not DATA.is_dir():
        print("../shared/data is not there: only the seeds were measured.")
        return int(seeds < 1)
    pages = take_pages({"chrome": PAGES_A_SET})
    share = print_changes((page.id, page.raw) for page in pages)
    print(f"pages: {share:.3f} of {len(pages)} stay as they are (bound {BOUND})")
    return int(seeds < 1 or share < BOUND)


if __name__ == "__main__":
    sys.exit(main())
