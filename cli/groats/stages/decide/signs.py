"""What speaks against a single block (furniture, a date, a link), and for the page as an article."""

from groats.document import KEPT_LABELS, Block, CueHit, Evidence, Label, is_price

_DATE_WORDS = 9.0  # a line with a date in it and no more says when, not what
_LINK_SHARE = 0.8
_OF_SHOPS = {Label.OTHER, Label.PAYWALL}  # the labels of cues that are prices
_OF_ITEMS = {Label.DATE, Label.METADATA, Label.BYLINE}  # of what is said of one thing of many
_FEWEST_ITEMS = 3
_ARTICLE_LEAD = 0.5
_OPENING = ("![", "[")


def is_cue_alone(evidence: Evidence, n: int) -> bool:
    """Whether a cue of furniture is all that the block says; "7. Contact" is a numbered section, not a menu's item."""
    if not evidence.cues[n] or evidence.page.blocks[n].marker[:1].isdigit():
        return False
    return any(hit.whole for hit in furniture(evidence, n))


def furniture(evidence: Evidence, n: int) -> list[CueHit]:
    """The cues of furniture in the block; a single word that ends a sentence is an answer ("No.") and has none."""
    if not evidence.cues[n] or (evidence.shapes[n].ends_sentence and len(evidence.shapes[n].words) == 1):
        return []
    return [hit for hit in evidence.cues[n] if hit.label not in KEPT_LABELS]


def is_price_alone(evidence: Evidence, n: int) -> bool:
    """Whether all that speaks against the block is that it is a price: a list of goods has one beside each name."""
    if not is_price(evidence.page.blocks[n].text) or evidence.shapes[n].has_date:
        return False
    return all(hit.label in _OF_SHOPS for hit in furniture(evidence, n))


def is_of_item(evidence: Evidence, n: int) -> bool:
    """Whether all that speaks against the block is what a list says of each item: when it is of, its number, by whom.

    Only in HTML unlike an article, and of something that several lines say: a page has one date of its own.
    """
    if evidence.page.kind != "html" or reads_like_article(evidence):
        return False
    said = furniture(evidence, n)
    return all(hit.label in _OF_ITEMS and evidence.cued[hit.label] >= _FEWEST_ITEMS for hit in said)


def reads_like_article(evidence: Evidence) -> bool:
    """Whether the words of the page speak so much for an article that it is no list, and says twice what it will."""
    return evidence.lead >= _ARTICLE_LEAD


def is_date_alone(evidence: Evidence, n: int) -> bool:
    """Whether the block says when and hardly more."""
    return evidence.shapes[n].has_date and evidence.shapes[n].size <= _DATE_WORDS


def is_link(evidence: Evidence, n: int) -> bool:
    """Whether the block is a link or an image and nothing else."""
    hints = evidence.page.blocks[n].hints
    return hints is not None and hints.link_share > _LINK_SHARE


def is_wordless(block: Block) -> bool:
    """Whether a block of Markdown is images and links without words, which the line stage leaves as they are."""
    return (
        block.hints is not None
        and block.hints.link_share == 1.0
        and block.text.startswith(_OPENING)
        and "](" in block.text
    )
