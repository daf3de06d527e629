"""The damage that text takes on its way out of a page, mended: small fixes, each a function from text to text.

A fix leaves alone what it cannot be sure of: words are mended, never added.
"""

from groats.stages.repair.page import repair_page

__all__ = ["repair_page"]
