"""Which of the encodings from before UTF-8 a page was written in, from its bytes alone."""

import codecs
import re

from groats.stages.decode.names import extend
from groats.stages.decode.plausibility import plausibility

# What the web still holds, after https://encoding.spec.whatwg.org/#names-and-labels. Of equals the first wins: the
# stricter ones stand first, because text of another encoding seldom passes for them.
_CANDIDATES = (
    *("gb18030", "cp932", "big5hkscs", "cp949", "euc_jp"),
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8-r", "koi8-u", "iso8859-2", "iso8859-5", "iso8859-7", "cp866", "cp874"),
)

# A declaration, or the statistics of letter pairs, may be this much less plausible than the best candidate.
_TRUSTED = 0.05
_EQUAL = 0.01

# Fewer bytes than these say too little of how often letters follow each other.
_FEW = 16

_SAMPLE = 6000
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes(range(0x80, 0xA0))  # ISO 8859 has control characters there, of which pages make no use
_SPACE = re.compile(rb"[\t-\r ]")
_AROUND = 64
_LONGEST = 4096


def detect_legacy(raw: bytes, declared: str | None) -> str:
    """The codec in which `raw`, which is no UTF-8, reads best; `declared` wins where it reads as well as any.

    chardet knows the letter pairs of languages, which tells Central from Western European and Korean from Chinese,
    but takes signs of several bytes for Latin letters: its answer stands only where the text it gives is plausible.
    """
    sample = take_sample(raw)
    is_iso = len(raw.translate(None, _CONTROLS)) == len(raw)
    candidates = [codec for codec in _CANDIDATES if is_iso or not codec.startswith("iso8859")]
    scores = {codec: _score(sample, codec) for codec in (*candidates, *([declared] if declared else []))}
    best = max(scores.values())
    if declared and scores[declared] >= best - _TRUSTED:
        return declared
    guess = _guess(sample, candidates)
    if scores.get(guess, _score(sample, guess)) >= best - _TRUSTED:
        return guess
    return next(codec for codec, score in scores.items() if score >= best - _EQUAL)


def take_sample(raw: bytes) -> bytes:
    """The first stretches of `raw` that are not ASCII, each with the words around it, at most some 10,000 bytes.

    Stretches end at white space, which is part of no character in any candidate.
    """
    pieces: list[bytes] = []
    size = end = 0
    while size < _SAMPLE and (high := _HIGH.search(raw, end)):
        start = max(end, high.start() - _AROUND)
        stop = high.end() + _AROUND
        space = _SPACE.search(raw, stop, stop + _LONGEST)
        pieces.append(b"\n" if start > end else b"")
        end = space.start() if space else stop + _LONGEST
        pieces.append(raw[start:end])
        size += end - start
    return b"".join(pieces)


def _score(sample: bytes, codec: str) -> float:
    return plausibility(sample.decode(codec, "replace"))


def _guess(sample: bytes, candidates: list[str]) -> str:
    if len(_HIGH.findall(sample)) < _FEW:
        return "cp1252"
    from chardet import detect  # noqa: PLC0415 - it takes 90 ms to load, and one page in a hundred comes here

    # It is too ready to see the line drawing of DOS; Russian from there is told by its score.
    known = [codec.replace("_", "-") for codec in candidates if codec != "cp866"]
    answer = detect(sample, include_encodings=known)
    return extend(codecs.lookup(answer["encoding"] or "cp1252").name)
