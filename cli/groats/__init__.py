"""groats strips a scraped page of its furniture and leaves the article."""

from groats.document import Article, Label, Line, Options

__all__ = ["Article", "Label", "Line", "Options", "clean"]


def clean(raw: bytes | str, options: Options | None = None) -> Article:
    """An `Article`: the kept text, the metadata, and a verdict with its reasons on every line of `raw`.

    `raw` is a page as bytes of any encoding or as characters, text or HTML. Never raises on a page; raises
    `groats.errors.UsageError` if the options name an encoding that does not exist.
    """
    from groats.pipeline import clean as run  # noqa: PLC0415 - the stages load when a page comes, not at `--version`

    return run(raw, options)
