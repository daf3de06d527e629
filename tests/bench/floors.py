"""The figures under which quality may not fall, and whether it has."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from groats.training.corpus import TEXT_RENDERERS
from groats.training.evaluate import Outcome
from groats.training.provenance import name_run
from groats.training.report import tabulate, tabulate_five

Figures = dict[str, dict[str, float]]
_PLACES = 1000


@dataclass(frozen=True, slots=True)
class Floors:
    """`floors` by part and name, and what they were measured with: corpus, sample of it, run of the training."""

    floors: Figures
    measured_with: dict[str, str]


def find_figures(outcomes: Iterable[Outcome]) -> Figures:
    """The mean word F1 by set, of text from Chrome, of HTML, and over the five renderers of text ("five")."""
    found = list(outcomes)
    figures: Figures = {
        renderer: {
            name: mean
            for name, (mean, _) in tabulate(
                (outcome for outcome in found if outcome.sample.renderer == renderer),
                lambda outcome: outcome.sample.set,
                lambda outcome: outcome.f1,
            ).items()
        }
        for renderer in (TEXT_RENDERERS[0], "html")
    }
    return figures | {"five": {name: mean for name, (mean, _) in tabulate_five(found).items()}}


def find_shortfalls(measured: Floors, pinned: Floors) -> list[str]:
    """A sentence for each figure under its floor, and for whatever cannot be compared; [] if all is well.

    Where less was measured than was pinned, whole parts may lack, but no figure of a part.
    """
    sentences = []
    for what, own in measured.measured_with.items():
        if own != pinned.measured_with.get(what):
            sentences.append(f"The {what} is {own}; the floors were pinned on {pinned.measured_with.get(what)}.")
    for part, row in measured.floors.items():
        floors = pinned.floors.get(part, {})
        sentences += [f"{part}: {name} has a floor and was not measured." for name in floors.keys() - row.keys()]
        for name, value in row.items():
            if name not in floors:
                sentences.append(f"{part}: {name} has no floor.")
            elif not value >= floors[name]:  # a figure that is no number falls short too
                sentences.append(f"{part}: {name} is {value:.4f}, under its floor of {floors[name]}.")
    return sentences


def find_better_rules(ours: dict[str, float], rules: Figures) -> list[str]:
    """A sentence for each simple rule that is as good as groats on some set; `rules` are by rule and set."""
    return [
        f"On {name}, {rule} ({value:.3f}) is as good as groats ({ours.get(name, math.nan):.3f})."
        for rule, row in rules.items()
        for name, value in row.items()
        if not ours.get(name, math.nan) > value
    ]


def find_strangers(packaged: Mapping[str, Any], folds: Sequence[Mapping[str, Any]]) -> list[str]:
    """A sentence for all that shows that weights were not fitted together, or were changed since; [] if all is well."""
    run = packaged.get("run")
    strangers = [
        f"The weights of fold {number} are of run {own.get('run')}, weights.json is of run {run}."
        for number, own in enumerate(folds)
        if own.get("run") != run
    ]
    if not strangers and (made := name_run([*folds, packaged])) != run:
        strangers.append(
            f"weights.json and the folds say that they are of run {run}, but make {made}: some were changed."
        )
    return strangers


def pin(measured: Floors, pinned: Floors, *, lower: bool) -> Floors:
    """The floors with the measured figures, rounded down to three places; the worse ones only if `lower`.

    A part that was not measured keeps its floors.
    """
    floors = dict(pinned.floors)
    for part, row in measured.floors.items():
        old = {} if lower else floors.get(part, {})
        floors[part] = old | {
            name: max(math.floor(value * _PLACES) / _PLACES, old.get(name, 0.0)) for name, value in row.items()
        }
    return Floors(floors, pinned.measured_with | measured.measured_with)
