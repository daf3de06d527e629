"""How much of each block belongs to the reference text."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from groats.score import tokens

_LARGEST = 400_000_000  # token pairs: the alignment's memory grows with their number


def block_shares(blocks: Sequence[str], reference: str) -> list[float] | None:
    """For each block the share (0 to 1) of its tokens that `reference` has in that order; None for a page too large.

    The longest common subsequence of the tokens of all blocks and of the reference decides (rapidfuzz, bit-parallel).
    Matches that lie scattered over the reference are chance: of a block's only those count that stand together, in
    the stretch of reference of the block's own length that has the most of them.
    """
    spans = []
    page: list[str] = []
    for block in blocks:
        found = tokens(block)
        spans.append((len(page), len(page) + len(found)))
        page += found
    gold = tokens(reference)
    if len(page) * len(gold) > _LARGEST:
        return None
    place = [-1] * len(page)
    for code in LCSseq.opcodes(page, gold):
        if code.tag == "equal":
            for offset in range(code.src_end - code.src_start):
                place[code.src_start + offset] = code.dest_start + offset
    shares = []
    for start, end in spans:
        matched = [position for position in place[start:end] if position >= 0]
        shares.append(_most_within(matched, end - start) / max(1, end - start))
    return shares


def _most_within(positions: Sequence[int], length: int) -> int:
    """The most of the rising positions that lie in one stretch of that length."""
    most = first = 0
    for last, position in enumerate(positions):
        while position - positions[first] >= length:
            first += 1
        most = max(most, last - first + 1)
    return most
