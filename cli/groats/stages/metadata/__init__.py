"""What is known of an article: title, authors, date, site, section, language, tags, copyright.

The evidence is what the page declares (HTML) and its judged lines: most of it stands on lines that were dropped.
Nothing is guessed: a value is text of the page, or None.
"""

from groats.stages.metadata.find import find_metadata

__all__ = ["find_metadata"]
