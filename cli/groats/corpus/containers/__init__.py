"""Files that hold many pages, and pages that are packed: what is in them, one page after the other."""

from groats.corpus.containers.container import Container, Fields
from groats.corpus.containers.packed import read_source, unpack
from groats.corpus.containers.read import read_container
from groats.corpus.containers.recognise import is_container

__all__ = ["Container", "Fields", "is_container", "read_container", "read_source", "unpack"]
