"""What a line of a page can be: a closed vocabulary."""

from enum import StrEnum


class Label(StrEnum):
    """What a line of a page is: a closed vocabulary, kept labels first."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"

    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    APP_STORE = "app_store"
    SHARE = "share"
    TAGS = "tags"
    BYLINE = "byline"
    DATE = "date"
    BIO = "bio"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    COMMENTS = "comments"
    CONSENT = "consent"
    PAYWALL = "paywall"
    LEGAL = "legal"
    MEDIA = "media"
    DUPLICATE = "duplicate"
    METADATA = "metadata"
    OTHER = "other"

    @property
    def is_kept(self) -> bool:
        """Whether lines of this label are part of the article unless the user says otherwise."""
        return self in KEPT_LABELS


KEPT_LABELS = frozenset(
    {
        Label.TITLE,
        Label.HEADING,
        Label.PARAGRAPH,
        Label.LIST,
        Label.QUOTE,
        Label.CODE,
        Label.TABLE,
        Label.CAPTION,
    }
)
