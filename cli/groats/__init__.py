"""groats strips a scraped page of its furniture and leaves the article."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from groats.document import Article, Label, Line, Options
    from groats.pipeline import clean

__all__ = ["Article", "Label", "Line", "Options", "clean"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a name of any kind
    """The public names, brought in when they are asked for: `groats --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'groats' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - see above

    return getattr(import_module("groats.pipeline" if name == "clean" else "groats.document"), name)
