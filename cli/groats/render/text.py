"""An article as plain text."""

from groats.document import Article


def to_text(article: Article, *, title: bool = True) -> str:
    """The title (if `title`), a blank line, the paragraphs each after a blank line, a line feed; "" for no article."""
    if not article.text:
        return ""
    headline = f"{article.title}\n\n" if title and article.title else ""
    return without_surrogates(f"{headline}{article.text}\n")


def without_surrogates(text: str) -> str:
    """The text as UTF-8 can hold it: pairs of surrogates made one character, lone ones U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
