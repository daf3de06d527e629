"""How plain text is laid out, for the stages that read it and for the one that writes what is read in the same way."""

NARROWEST_MARGIN = 50  # columns: terminals and mail wrap between 60 and 100; below this a "margin" is that of a menu
NARROWEST_COLUMN = 30  # columns: the margin of one of several columns of text that stand side by side
LONGEST_ROW = 1_000  # characters of a row of a table
# A line that begins with one of these may go on with the sentence above, broken off at a link.
CLOSING = ",.;:)]!?%’”»、。，；：）】」』！？؟،؛'\""
# What follows the words of a link in Markdown, an address and maybe a title: "(/tar_(computing) 'tar (a program)')". It
# cannot run past the next bracket of its own kind, so a hostile line costs linear time.
TARGET = r"\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)"
