"""Elements of which a parser gives no content made readable: a browser shows some, some hold a page's only copy."""

import re

TEMPLATE = "groats-template"  # what an opened <template> is called in the tree

_SHADOW = re.compile(r"<template(?=[^<>]*\sshadowroot(?:mode)?[\s=>])", re.IGNORECASE)
_TEMPLATE = re.compile(r"<(/?)(?:template|noframes|frameset)(?=[\s/>])", re.IGNORECASE)


def open_shadows(markup: str) -> str:
    """The markup with declarative shadow roots, which a browser shows, as elements of no meaning.

    Their end tags stay behind, and end nothing.
    """
    return _SHADOW.sub("<groats-shadow", markup) if "shadowroot" in markup else markup


def open_templates(markup: str) -> str:
    """The markup with every <template>, and what a page of frames says without them, as an element like any other."""
    return _TEMPLATE.sub(rf"<\1{TEMPLATE}", markup)
