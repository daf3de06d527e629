"""Where the real pages with reference texts are, and samples of them that are the same on every machine."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from groats import tables
from groats.training.corpus import SETS, Sample, read_samples

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
FOLDS = Path(__file__).parent / "folds"
WEIGHTS = tables.DATA / "weights.json"


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


def pick_samples(samples: Iterable[Sample], counts: Mapping[str, int]) -> list[Sample]:
    """The first so many pages of each set by each renderer that `counts` names, in the order of a hash of their ids.

    The order is as good as random, and the same for all renderers: the fewer pages are some of the more.
    """
    found: defaultdict[tuple[str, str], list[Sample]] = defaultdict(list)
    for sample in samples:
        if sample.renderer in counts:
            found[sample.set, sample.renderer].append(sample)
    for (_, renderer), own in found.items():
        own.sort(key=lambda sample: sha256(sample.id.encode()).digest())
        del own[counts[renderer] :]
    return [sample for own in found.values() for sample in own]
