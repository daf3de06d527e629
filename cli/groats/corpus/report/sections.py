"""The sections of the report but the doubtful pages: a section without anything to say is left out."""

from collections.abc import Iterable, Sequence

from groats.corpus.report.charts import draw_bar, draw_histogram, draw_swatch
from groats.corpus.report.escape import escape
from groats.corpus.report.summary import Setting, Summary

_COLOURS = 8  # of labels, the largest first; all others share one
_MINUTE, _HOUR = 60, 3600  # seconds


def write_figures(summary: Summary) -> str:
    """The heading, and what a reader asks first."""
    warned = sum(summary.warnings.values())
    speed = f"{summary.pages / summary.seconds:,.1f} pages a second" if summary.seconds else ""
    figures = [
        ("", f"{summary.pages:,}", "page cleaned" if summary.pages == 1 else "pages cleaned"),
        ("", f"{_share_removed(summary):.0%}", "of the text removed"),
        ("doubt" if summary.empty else "", f"{summary.empty:,}", "without any text left"),
        ("bad" if summary.failed else "", f"{summary.failed:,}", "failed"),
        ("doubt" if warned else "", f"{warned:,}", "warning" if warned == 1 else "warnings"),
        ("", _say_time(summary.seconds), speed),
    ]
    cards = "".join(f'<div class="{kind}"><dd>{number}</dd><dt>{name}</dt></div>' for kind, number, name in figures)
    heading = f"<header><h1>Pages cleaned by groats</h1><p>{escape(summary.started)}</p></header>"
    return f'{heading}\n<dl class="figures">{cards}</dl>\n'


def write_removed(summary: Summary) -> str:
    """How much of the text stayed, and as what the rest was removed."""
    total = summary.kept + sum(summary.removed.values())
    if not total:
        return ""
    sizes = [(label, size) for label, size in summary.removed.items() if size]
    removed = sorted(sizes, key=lambda item: (-item[1], item[0]))
    parts = [("kept", "kept", summary.kept)]
    parts += [(f"colour-{min(n, _COLOURS)}", label.replace("_", " "), size) for n, (label, size) in enumerate(removed)]
    largest = max((size for _, size in removed), default=1)
    rows = "".join(
        f'<tr><th scope="row">{draw_swatch(colour)}{name}</th><td>{_say_share(size / total)}</td><td>{size:,}</td>'
        f'<td class="wide">{draw_bar([(colour, size / largest)]) if colour != "kept" else ""}</td></tr>'
        for colour, name, size in parts
    )
    heads = '<th scope="col">What</th><th scope="col">Share</th><th scope="col">Characters</th><th class="wide"></th>'
    return _section(
        "removed",
        "What was removed",
        draw_bar([(colour, size / total) for colour, _, size in parts])
        + f'<table class="numbers"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>',
    )


def write_confidence(summary: Summary) -> str:
    """How many pages are how sure."""
    if not any(summary.confidence):
        return ""
    return _section(
        "confidence",
        "How sure",
        "<p>Pages by confidence: the likelihood that what was kept is nine tenths right.</p>"
        + draw_histogram(summary.confidence, "Pages by confidence"),
    )


def write_failures(summary: Summary) -> str:
    """The pages that were not cleaned, with the reasons."""
    rows = _write_rows((failure.name, failure.reason) for failure in summary.failures)
    more = summary.failed - len(summary.failures)
    note = f"<p>{more:,} more are not listed here.</p>" if more > 0 else ""
    return _section("failures", "Failed", f"<table>{rows}</table>{note}") if summary.failed else ""


def write_warnings(summary: Summary) -> str:
    """What was wrong with how many pages."""
    often = sorted(summary.warnings.items(), key=lambda item: (-item[1], item[0]))
    rows = _write_rows((name.replace("_", " "), f"{count:,}") for name, count in often)
    return _section("warnings", "Warnings", f"<table>{rows}</table>") if often else ""


def write_slowest(summary: Summary) -> str:
    """The pages that took longest."""
    rows = _write_rows((page.name, f"{page.seconds:.2f} s") for page in summary.slowest)
    return _section("slowest", "Slowest pages", f"<table>{rows}</table>") if summary.slowest else ""


def write_settings(summary: Summary) -> str:
    """What the run was told."""
    said = [(name, _say_setting(value)) for name, value in summary.settings.items()]
    rows = _write_rows([*((name, words) for name, words in said if words), ("version", summary.version)])
    return _section("settings", "Settings", f"<table>{rows}</table>")


def _say_setting(value: Setting) -> str:
    """What an option was set to, in words; "" for nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else f"{value:,}"
    return value or ""


def _section(name: str, title: str, content: str) -> str:
    return f'<section id="{name}"><h2>{title}</h2>{content}</section>\n'


def _write_rows(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f'<tr><th scope="row">{escape(name)}</th><td>{escape(said)}</td></tr>' for name, said in rows)


def _share_removed(summary: Summary) -> float:
    removed = sum(summary.removed.values())
    return removed / (removed + summary.kept) if removed else 0.0


def _say_share(share: float) -> str:
    return f"{share:.1%}" if share >= 0.001 else "&lt; 0.1%"  # noqa: PLR2004 - what .1% shows


def _say_time(seconds: float) -> str:
    if seconds < _MINUTE:
        return f"{seconds:.1f} s"
    if seconds < _HOUR:
        return f"{seconds / _MINUTE:.0f} min"
    return f"{seconds / _HOUR:.1f} h"
