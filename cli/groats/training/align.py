"""How much of each block belongs to the reference text."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from groats.scoring.words import tokens

_LARGEST = 400_000_000  # token pairs: the alignment's memory grows with their number
_FOUND = 0.5  # the share from which a block is found
_SHORTEST = 4  # tokens: a shorter block stands in any text by chance, unless it stands in order


def block_shares(blocks: Sequence[str], reference: str) -> list[float] | None:
    """For each block the share (0 to 1) of its tokens that `reference` has; None for a page too large.

    First in the order of the page. What of the reference is left over then is looked for once more in the blocks that
    were not found: some references have a page's parts in another order. So of two copies the one in its place
    counts, and the other only if the reference has two.
    """
    page = [tokens(block) for block in blocks]
    gold = tokens(reference)
    if sum(map(len, page)) * len(gold) > _LARGEST:
        return None
    shares, left = _align(page, gold)
    again = [
        block if share < _FOUND and len(block) >= _SHORTEST else [] for block, share in zip(page, shares, strict=True)
    ]
    late, _ = _align(again, left)
    return [max(share, other) if other >= _FOUND else share for share, other in zip(shares, late, strict=True)]


def _align(page: Sequence[Sequence[str]], gold: Sequence[str]) -> tuple[list[float], list[str]]:
    """The share of each block that stands in `gold` in that order, and what of `gold` no found block has.

    The longest common subsequence of the tokens of all blocks and of the reference decides (rapidfuzz, bit-parallel).
    Matches that lie scattered over the reference are chance: of a block's only those count that stand together, in
    the stretch of reference of the block's own length that has the most of them.
    """
    whole = [token for block in page for token in block]
    place = [-1] * len(whole)
    for code in LCSseq.opcodes(whole, gold):
        if code.tag == "equal":
            place[code.src_start : code.src_end] = range(code.dest_start, code.dest_end)
    shares = []
    taken: set[int] = set()
    start = 0
    for block in page:
        matched = [position for position in place[start : start + len(block)] if position >= 0]
        start += len(block)
        shares.append(_most_within(matched, len(block)) / max(1, len(block)))
        if shares[-1] >= _FOUND:
            taken.update(matched)
    return shares, [token for position, token in enumerate(gold) if position not in taken]


def _most_within(positions: Sequence[int], length: int) -> int:
    """The most of the rising positions that lie in one stretch of that length."""
    most = first = 0
    for last, position in enumerate(positions):
        while position - positions[first] >= length:
            first += 1
        most = max(most, last - first + 1)
    return most
