"""<template> elements made readable: a browser shows some of them, and in some is the only copy of a page."""

import re

TEMPLATE = "groats-template"  # what an opened <template> is called in the tree

_SHADOW = re.compile(r"<template(?=[^<>]*\sshadowroot(?:mode)?[\s=>])", re.IGNORECASE)
_TEMPLATE = re.compile(r"<(/?)template(?=[\s/>])", re.IGNORECASE)


def open_shadows(markup: str) -> str:
    """The markup with declarative shadow roots, which a browser shows, as elements of no meaning.

    Their end tags stay behind, and end nothing.
    """
    return _SHADOW.sub("<groats-shadow", markup) if "shadowroot" in markup else markup


def open_templates(markup: str) -> str:
    """The markup with every <template> as an element that has its content as children, as the parser gives it none."""
    return _TEMPLATE.sub(rf"<\1{TEMPLATE}", markup)
