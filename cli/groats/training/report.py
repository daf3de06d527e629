"""The figures of a training run, as tables of means: by set and renderer, page type, language."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from groats.training.corpus import TEXT_RENDERERS
from groats.training.evaluate import Outcome

Table = dict[str, tuple[float, int]]


def tabulate(
    outcomes: Iterable[Outcome], group: Callable[[Outcome], str], value: Callable[[Outcome], float | None]
) -> Table:
    """For each group, in order of its name, the mean of a value over the pages that have one, and their number."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for outcome in outcomes:
        measured = value(outcome)
        if measured is not None:
            found[group(outcome)].append(measured)
    return {name: (round(fmean(values), 4), len(values)) for name, values in sorted(found.items())}


def tabulate_f1(outcomes: Iterable[Outcome]) -> Table:
    """For each set and renderer the mean word F1, and the number of its pages."""
    return tabulate(outcomes, lambda outcome: f"{outcome.sample.set} {outcome.sample.renderer}", _f1)


def tabulate_five(outcomes: Iterable[Outcome]) -> Table:
    """For each set the mean over the five renderers of text of their mean word F1, and the number of their pages.

    A renderer counts for as much as any other, however many of its pages were measured.
    """
    means = tabulate_f1(outcome for outcome in outcomes if outcome.sample.renderer in TEXT_RENDERERS)
    found: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for name, row in means.items():
        found[name.split()[0]].append(row)
    return {
        name: (round(fmean(mean for mean, _ in rows), 4), sum(count for _, count in rows))
        for name, rows in found.items()
    }


def write_report(outcomes: Sequence[Outcome], reliability: Sequence[tuple[int, int, float, float]]) -> str:
    """All tables as text."""
    chrome = [o for o in outcomes if o.sample.renderer == "chrome"]
    wcxb = [o for o in chrome if o.sample.set == "wcxb-dev"]
    sections = [
        ("word F1 by set and renderer", tabulate_f1(outcomes)),
        ("word F1, mean of the five renderers of text", tabulate_five(outcomes)),
        ("word F1 of title and text, chrome", tabulate(chrome, lambda o: o.sample.set, lambda o: o.f1_with_title)),
        ("precision, chrome", tabulate(chrome, lambda o: o.sample.set, lambda o: o.precision)),
        ("recall, chrome", tabulate(chrome, lambda o: o.sample.set, lambda o: o.recall)),
        ("word F1 by page type, wcxb-dev, chrome", tabulate(wcxb, lambda o: o.sample.type, _f1)),
        (
            "snippets that should be there, wcxb-dev, chrome",
            tabulate(wcxb, lambda o: o.sample.set, lambda o: o.with_share),
        ),
        (
            "snippets that should not, wcxb-dev, chrome",
            tabulate(wcxb, lambda o: o.sample.set, lambda o: o.without_share),
        ),
        ("word F1 by language, chrome", tabulate(chrome, lambda o: f"{o.sample.set} {o.sample.language}", _f1)),
    ]
    lines = []
    for heading, table in sections:
        lines += [heading, *(f"  {name:32} {mean:.4f} {count:6}" for name, (mean, count) in table.items())]
    lines += ["confidence, all renderers: given, pages, mean given, share with F1 of .9 or more"]
    lines += [f"  .{tenth} {count:6} {given:.3f} {good:.3f}" for tenth, count, given, good in reliability]
    return "\n".join(lines) + "\n"


def _f1(outcome: Outcome) -> float:
    return outcome.f1
