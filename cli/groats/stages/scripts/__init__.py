"""The scripts, style sheets and data of a page that a careless dump has among its text: nobody was meant to read them.

Such dumps take the tags off and leave what `script` and `style` held: `textContent`, `text_content`, `<[^>]+>`.
"""

from groats.stages.scripts.find import find_scripts
from groats.stages.scripts.part import part_scripts

__all__ = ["find_scripts", "part_scripts"]
