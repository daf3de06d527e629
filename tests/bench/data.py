"""Where the real pages with reference texts are, and samples of them that are the same on every machine."""

from collections.abc import Mapping
from pathlib import Path

from groats.training.corpus import SETS, Sample, pick_samples, read_samples

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
FOLDS = Path(__file__).parent / "folds"
WEIGHTS = ROOT / "cli" / "groats" / "data" / "weights.json"


def require_data() -> None:
    """Nothing, where the data is there; else the program ends with a sentence."""
    if not DATA.is_dir():
        raise SystemExit(
            "This bench reads ../shared/data beside the clone, and there is none. "
            "It holds real pages with reference texts, which are not part of the repository."
        )


def take_pages(counts: Mapping[str, int], sets: tuple[str, ...] = SETS) -> list[Sample]:
    """The first pages of each set by each renderer of `counts`, in an order as good as random that never changes."""
    return pick_samples(read_samples(DATA, sets, tuple(counts)), counts)
