"""How furniture is told from furniture: a softmax over named hints, fitted on the seeds' tables of labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from groats.document import Decision, Evidence, Label
from groats.pipeline import build_evidence, read_page, without_aside
from groats.stages.cues import find_all_cues
from groats.stages.features import find_situations, name_hints, read_shapes
from groats.stages.label import Packed, add_up, beside, likeliest, pack
from groats.training.corpus import FOLDS
from groats.training.seeds import Seed, read_labelled_seeds

# Of the penalty on leaving what is believed: from .5 to 8 seeds held out come out alike, here those seen come out best.
_STRENGTH = 0.1
_ROUNDS = 3  # of choosing among labels that are equally right
_SMALLEST = 0.05  # weights nearer to nothing are left out

# What is believed before any seed is seen: a hint that names a label speaks for it by so much, and a few looks do for
# the label that everybody would give. The seeds move the weights from there.
_NAMING = {
    "cue {}": 1.0,
    "cue {} whole": 3.0,
    "cue first {}": 2.0,
    "zone {}": 6.0,
    "zone {} near 0": 4.0,
    "zone {} near 1": 3.0,
    "above {} opens": 1.0,
    "menu {}": 3.0,
    "previous is {}": 0.7,
    "next is {}": 0.5,
}
_LOOKS = {
    "always": (Label.OTHER, 0.5),
    "date alone": (Label.DATE, 3.0),
    "copyright": (Label.LEGAL, 6.0),
    "long copy of kept": (Label.DUPLICATE, 4.0),
    "name below it": (Label.BYLINE, 2.0),
    "name above it": (Label.BIO, 2.0),
    "numbers": (Label.METADATA, 1.0),
    "consent wall": (Label.CONSENT, 2.0),
    "menu": (Label.NAVIGATION, 1.0),
    "place below size 4": (Label.RELATED, 0.5),
    "place below size 3": (Label.RELATED, 0.5),
    "place above size 1": (Label.NAVIGATION, 1.0),
    "size 0": (Label.NAVIGATION, 0.5),
    "size 1": (Label.NAVIGATION, 0.5),
}
_LABELS = tuple(label for label in Label if not label.is_kept)

Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A dropped block: its hints, those that its neighbours' labels give, and the labels that are right."""

    hints: Sequence[str]
    neighbours: Sequence[str]
    right: tuple[Label, ...]
    page: str


def read_cases(seeds: Path, tables: Path) -> list[Case]:
    """Every dropped block of the seeds that have a table of labels."""
    cases = []
    for seed in read_labelled_seeds(seeds, tables):
        evidence, decisions, right = _read_seed(seed)
        situations = find_situations(evidence, decisions)
        truth = [None, *(labels[0] for labels in right), None]
        cases += [
            Case(name_hints(situation), beside(truth[n], truth[n + 2]), labels, seed.name)
            for n, (situation, labels, decision) in enumerate(zip(situations, right, decisions, strict=True))
            if not decision.keep
        ]
    return cases


def fit_labels(cases: Sequence[Case]) -> dict[str, Packed]:
    """For each hint how far it speaks for each label, packed as `groats.stages.label` reads it.

    Each case stands twice among the examples, with and without its neighbours' labels, because it is judged so. Where
    a table allows several labels, the one that the last round found likeliest is learnt.
    """
    named = {hint.format(label) for hint in _NAMING for label in _LABELS}
    hints = sorted({hint for case in cases for hint in (*case.hints, *case.neighbours)} | named | _LOOKS.keys())
    place = {hint: n for n, hint in enumerate(hints)}
    rows = np.zeros((2 * len(cases), len(hints)))
    for n, case in enumerate(cases):
        rows[np.ix_([n, n + len(cases)], [place[hint] for hint in case.hints])] = 1.0
        rows[n + len(cases), [place[hint] for hint in case.neighbours]] = 1.0
    allowed = np.array([[label in case.right for label in _LABELS] for case in [*cases, *cases]], float).reshape(
        -1, len(_LABELS)
    )
    believed = _believe(place)
    weights = believed
    for _ in range(_ROUNDS):
        weights = _fit_softmax(rows, _choose(allowed, rows @ weights), believed)
    weights[np.abs(weights) < _SMALLEST] = 0.0
    packed = {hint: pack(dict(zip(_LABELS, weights[place[hint]].tolist(), strict=True))) for hint in hints}
    return {hint: weight for hint, weight in packed.items() if weight}


def held_out_accuracy(cases: Sequence[Case]) -> float:
    """The share of the cases that are labelled right by weights fitted on the other seeds, without their neighbours.

    0 where there are too few seeds to hold any out.
    """
    pages = sorted({case.page for case in cases})
    right = 0
    for fold in range(FOLDS):
        held = set(pages[fold::FOLDS])
        learnt = [case for case in cases if case.page not in held]
        weights = fit_labels(learnt) if learnt else {}
        right += sum(likeliest(add_up(case.hints, weights)) in case.right for case in cases if case.page in held)
    return right / max(1, len(cases))


def _believe(place: Mapping[str, int]) -> Table:
    """The weights before any seed was seen."""
    weights = np.zeros((len(place), len(_LABELS)))
    for hint, weight in _NAMING.items():
        for column, label in enumerate(_LABELS):
            weights[place[hint.format(label)], column] = weight
    for hint, (label, weight) in _LOOKS.items():
        weights[place[hint], _LABELS.index(label)] = weight
    return weights


def _choose(allowed: Table, scores: Table) -> Table:
    """For each case the likeliest of its allowed labels; all of them alike where nothing was learnt yet."""
    likely = allowed * np.exp(scores - scores.max(axis=1, keepdims=True))
    chosen = likely / likely.sum(axis=1, keepdims=True)
    return np.asarray(chosen, float)


def _fit_softmax(rows: Table, wanted: Table, believed: Table) -> Table:
    """The weights under which the wanted labels are likeliest, with a penalty on leaving what is believed (L-BFGS)."""

    def loss(flat: Table) -> tuple[float, Table]:
        weights = flat.reshape(believed.shape)
        moved = weights - believed
        scores = rows @ weights
        scores -= scores.max(axis=1, keepdims=True)
        likely = np.exp(scores)
        likely /= likely.sum(axis=1, keepdims=True)
        value = -float((wanted * np.log(likely + 1e-12)).sum()) + _STRENGTH * float((moved**2).sum())
        slope = rows.T @ (likely - wanted) + 2 * _STRENGTH * moved
        return value, slope.ravel()

    found = minimize(loss, believed.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(found.x, float).reshape(believed.shape)


def _read_seed(seed: Seed) -> tuple[Evidence, list[Decision], list[tuple[Label, ...]]]:
    """A seed's evidence as if every score were right, its true decisions, and the labels allowed for each block."""
    page = without_aside(read_page(seed.raw, seed.kind))
    allowed = {line.number: line.labels for line in seed.lines}
    right = [allowed.get(block.lines[0].number, (Label.OTHER,)) for block in page.blocks]
    decisions = [Decision(labels[0].is_kept) for labels in right]
    shapes, _ = read_shapes(page.blocks)
    cues = find_all_cues([block.text for block in page.blocks])
    title = next((n for n, labels in enumerate(right) if labels[0] is Label.TITLE), None)
    evidence = build_evidence(page, shapes, cues, [float(decision.keep) for decision in decisions], title)
    return evidence, decisions, right
