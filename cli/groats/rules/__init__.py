"""The user's own rules: lines that stay or go, whatever was decided.

A rule is a row of TOML in the format of the built-in cues, with a few keys more.
"""

from groats.rules.match import find_rulings
from groats.rules.read import load_rules
from groats.rules.rule import Rule, Rules

__all__ = ["Rule", "Rules", "find_rulings", "load_rules"]
