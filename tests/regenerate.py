"""Writes what groats now makes of each seed to tests/golden and says what changed, for the diff to be reviewed.

The labels are not written: a person decides what a line is.
"""

import sys
from pathlib import Path

import screens
from seed_pages import GOLDEN, SEEDS, compare, labels_of

from groats import Options, clean
from groats.render.json import to_json
from groats.render.text import to_text
from groats.training.seeds import read_table

FORMS = ("txt", "json")


def render_seed(seed: Path, form: str) -> str:
    """What `groats` prints of a seed: its text ("txt") or its JSON."""
    article = clean(seed.read_bytes())
    return to_text(article) if form == "txt" else to_json(article, f"seeds/{seed.name}").decode()


def regenerate_screens() -> list[str]:
    """Records what terminals get, and says which screens have changed."""
    changed = []
    for name, (columns, arguments) in screens.SCREENS.items():
        path = screens.FOLDER / f"{name}.ansi"
        new = screens.record(columns, arguments)
        if not path.exists() or path.read_bytes() != new:
            path.write_bytes(new)
            changed.append(f"changed recorded/{path.name}")
    return changed


def main() -> int:
    """0: the golden files are as groats makes them now."""
    changed, report = [], []
    for seed in SEEDS:
        for form in FORMS:
            path = GOLDEN / f"{seed.stem}.{form}"
            new, old = render_seed(seed, form), path.read_bytes().decode() if path.exists() else None
            if new != old:
                path.write_bytes(new.encode())
                changed.append(f"{'new    ' if old is None else 'changed'} {path.name}")
        if not labels_of(seed).exists():
            report.append(f"{seed.name} has no labels yet: {labels_of(seed).name} says what each of its lines is.")
            continue
        agreement = compare(clean(seed.read_bytes(), Options(explain=True)), read_table(labels_of(seed)))
        report += [f"{seed.name}, {miss}" for miss in agreement.misses]
    changed += regenerate_screens()
    sys.stdout.write("\n".join([*report, *(changed or ["No golden file changed."]), ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
