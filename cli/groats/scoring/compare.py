"""Each reference beside its output."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from groats.errors import InputError
from groats.scoring.measures import PageScore, score_page
from groats.scoring.metadata import Match, match_all
from groats.scoring.read import Texts
from groats.scoring.record import Text


@dataclass(frozen=True, slots=True)
class ScoredPage:
    """A page with its measures; one without an output is measured as an empty one.

    `fields` says of each field of metadata that both records have how the two compare.
    """

    id: str
    groups: Mapping[str, str]
    has_output: bool
    score: PageScore
    fields: Mapping[str, Match] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The pages in the order of the references, and the ids of outputs that have no reference."""

    pages: tuple[ScoredPage, ...]
    unmatched: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids of references that have no output."""
        return tuple(page.id for page in self.pages if not page.has_output)


def compare(references: Texts, outputs: Texts) -> Comparison:
    """Every reference scored; raises `InputError` if no output has a reference, or two outputs have the same."""
    if not references.by_id:
        raise InputError(f"There is no reference to measure against: {_explain_none(references)}")
    chosen: dict[str, str] = {}
    unmatched = []
    if (references.is_one or outputs.is_one) and len(references.by_id) == len(outputs.by_id) == 1:
        outputs = replace(outputs, by_id=dict(zip(references.by_id, outputs.by_id.values(), strict=True)))
    for id_ in outputs.by_id:
        page = _find_page(id_, references, is_path=id_ in outputs.paths)
        if page is None:
            unmatched.append(id_)
        elif page in chosen:
            raise InputError(f"The outputs {chosen[page]} and {id_} are both for {page}: leave one of them out.")
        else:
            chosen[page] = id_
    if not chosen:
        raise InputError(_explain_no_match(references, outputs, unmatched))
    found = {page: outputs.by_id[id_] for page, id_ in chosen.items()}
    pages = tuple(_score(page, reference, found.get(page)) for page, reference in references.by_id.items())
    return Comparison(pages, tuple(unmatched))


def _find_page(id_: str, references: Texts, *, is_path: bool) -> str | None:
    """The id of the reference for an output: the same, or for the name of a file the same below a folder."""
    while id_ not in references.by_id:
        _, slash, id_ = id_.partition("/")
        if not slash or not is_path:
            return None
    return id_


def _score(page: str, reference: Text, output: Text | None) -> ScoredPage:
    score = score_page(reference.text, output.text if output else "", reference.wanted, reference.unwanted)
    fields = match_all(reference.known, output.known if output else None)
    return ScoredPage(page, reference.groups, output is not None, score, fields)


def _explain_none(texts: Texts) -> str:
    if texts.failures:
        return "what was found cannot be used."
    return "a directory has to hold files of .txt, .md or .json."


def _explain_no_match(references: Texts, outputs: Texts, unmatched: list[str]) -> str:
    if not unmatched:
        return f"There is no output to measure: {_explain_none(outputs)}"
    first = next(iter(references.by_id))
    return f"No output has the id of a reference: the first of them are {unmatched[0]} and {first}."
