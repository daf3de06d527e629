"""Characters of a kind that `str` and `re` do not tell, as what stands in a set of an expression, `[...]`.

The ranges are those of the Unicode Character Database, version 15: general categories Mn and Mc for signs, blocks for
ideographs and kana.
"""

# Accents set apart from their letters, and the points and hamzas of Hebrew and Arabic, which writers set or leave out.
ACCENTS = "\u0300-\u036f"
POINTS = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"  # Arabic
)
# Vowel signs, viramas and the like, which are no letters to `\w` and stand within words.
INDIC_SIGNS = (
    "\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963"  # Devanagari
    "\u0981-\u0983\u09bc\u09be-\u09cd\u09d7"  # Bengali
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71"  # Gurmukhi
    "\u0a81-\u0a83\u0abc\u0abe-\u0acd"  # Gujarati
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b4d\u0b56\u0b57"  # Odia
    "\u0b82\u0bbe-\u0bcd\u0bd7"  # Tamil
    "\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62\u0c63"  # Telugu
    "\u0c81-\u0c83\u0cbc\u0cbe-\u0cd6\u0ce2\u0ce3"  # Kannada
    "\u0d00-\u0d03\u0d3b\u0d3c\u0d3e-\u0d4d\u0d57"  # Malayalam
    "\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3"  # Sinhala
)
THAI_SIGNS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"

# Ideographs and kana, of which each counts as a word, and the syllables of Korean, which has spaces.
IDEOGRAPHS = "\u3005\u3040-\u30ff\u3400-\u9fff"
HANGUL = "\uac00-\ud7af"
EAST_ASIAN = "\u2e80"  # the first character from which on scripts write numbers and what is counted as one word
# Thai, Lao, Burmese and Khmer: no spaces between words either, but letters.
UNSPACED_LETTERS = "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1050-\u109d\u1780-\u17d3"

# What nobody sees, but for white space: C0 and C1; zero-width spaces, bidi controls, soft hyphens, byte order marks,
# annotations; and what a flag of a region is written with.
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
FORMATS = "\xad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
TAGS = "\U000e0000-\U000e007f"
# And what nobody sees though it may be meant: between two of these, letters and what emoji are composed of.
JOINERS = "\u200c\u200d"
JOINED = (
    "\u0600-\u07ff\u0860-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
    "\u203c\u2049\u20e3\u2122-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
)

# What ends a sentence before a space, and without one: also in Arabic, Urdu, Armenian, Hindi, Amharic, Burmese, Khmer.
STOPS, STOPS_ALONE = ".!?…؟।۔։።", "。！？။។"
