"""The nouns of groats, all frozen: what flows from stage to stage."""

from groats.document.article import Article, Explain, Inspection, JudgedLine, Metadata
from groats.document.evidence import (
    WALL_SHARE,
    CueHit,
    Decision,
    Doubt,
    Evidence,
    Ruling,
    Shape,
    Verdict,
    Vocabulary,
    is_gate,
    is_price,
)
from groats.document.label import KEPT_LABELS, Label
from groats.document.options import Options, Profile
from groats.document.page import Block, Element, Form, Hints, Kind, Line, Link, Mark, Page, Source, make_all

__all__ = [
    "KEPT_LABELS",
    "WALL_SHARE",
    "Article",
    "Block",
    "CueHit",
    "Decision",
    "Doubt",
    "Element",
    "Evidence",
    "Explain",
    "Form",
    "Hints",
    "Inspection",
    "JudgedLine",
    "Kind",
    "Label",
    "Line",
    "Link",
    "Mark",
    "Metadata",
    "Options",
    "Page",
    "Profile",
    "Ruling",
    "Shape",
    "Source",
    "Verdict",
    "Vocabulary",
    "is_gate",
    "is_price",
    "make_all",
]
