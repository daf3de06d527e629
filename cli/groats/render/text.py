"""An article as plain text."""

from groats.document import Article


def to_text(article: Article, *, title: bool = True) -> str:
    """The title (if `title`), a blank line, the paragraphs each after a blank line, a line feed; "" for no article."""
    if not article.text:
        return ""
    headline = find_headline(article) if title else None
    return without_surrogates(f"{headline}\n\n{article.text}\n" if headline else f"{article.text}\n")


def find_headline(article: Article) -> str | None:
    """The title as it stands above the text: not where it is all of that, nor where the user dropped the line.

    Of what was dropped for other reasons no line has a label that stays.
    """
    gone = [verdict.block.text for verdict in article.verdicts if not verdict.keep and verdict.label.is_kept]
    return None if article.title in {"", article.text, *gone} else article.title


def without_surrogates(text: str) -> str:
    """The text as UTF-8 can hold it: pairs of surrogates made one character, lone ones U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
