"""groats strips a scraped page of its furniture and leaves the article.

    from groats import Options, clean

    article = clean(raw, Options(explain=True))  # bytes or characters, text or HTML; no options are needed
    article.text, article.title  # the body, and the headline or None
    article.metadata.authors  # and whatever else `groats.document.Metadata` has
    [judged.reasons for judged in article.lines if not judged.keep]  # see `groats.document.JudgedLine`

`groats.render.text`, `.markdown` and `.json` write an article; `groats.rules` loads rules of one's own;
`groats.errors.UsageError` says which option cannot be used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from groats.document import Article, Label, Line, Options
    from groats.pipeline import clean

# Written out: to ask for the installed version takes a fourth of a start. A test compares the two.
__version__ = "0.1.0"
__all__ = ["Article", "Label", "Line", "Options", "clean"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a name of any kind
    """The public names, brought in when they are asked for: `groats --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'groats' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    return getattr(import_module("groats.pipeline" if name == "clean" else "groats.document"), name)


def __dir__() -> list[str]:
    """The public names, for those who look what there is."""
    return sorted({*globals(), *__all__})
