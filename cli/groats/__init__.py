"""groats strips a scraped page of its furniture and leaves the article."""

from groats.document import Article, Label, Line, Options
from groats.pipeline import clean

__all__ = ["Article", "Label", "Line", "Options", "clean"]
