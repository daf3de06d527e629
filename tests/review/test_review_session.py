"""What a person does with doubtful pages, without a screen."""

from pathlib import Path

import pytest
from articles import MARKED
from reviewed import open_session

from groats.corpus.listing import ListedPage
from groats.errors import GroatsError, OutputError
from groats.review.marks import read_marks
from groats.review.session import Session, rule_names


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A session with three pages: one to read, one that is gone, one without an article."""
    (tmp_path / "a.txt").write_text(MARKED, encoding="utf-8")
    (tmp_path / "c.txt").write_text("Home\nNews\nJobs\n", encoding="utf-8")
    return open_session([ListedPage(name, tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")], tmp_path)


def kept(session: Session) -> list[bool]:
    assert session.page
    return [session.page.keeps(n) for n in range(len(session.page.verdicts))]


def test_the_first_page_is_open_and_others_can_be(session: Session) -> None:
    assert kept(session) == [False, True, True, True, False]
    session.open(99)
    assert (session.at, kept(session)) == (2, [False, False, False])
    session.open(-1)
    assert session.at == 0


def test_a_page_that_cannot_be_read_says_so_and_others_stay_open_to_reading(session: Session) -> None:
    session.open(1)
    assert session.page is None
    assert "b.txt: it cannot be read: no such file" in session.problem
    session.toggle_right()
    with pytest.raises(GroatsError):
        session.mark(0, "keep")
    session.open(0)
    assert (session.page is not None, session.problem) == (True, "")


def test_measuring_puts_the_doubtful_first_and_those_that_cannot_be_read_last(session: Session) -> None:
    assert list(session.measure()) == [1, 2, 3]
    session.sort()
    assert [page.name for page in session.pages] == ["c.txt", "a.txt", "b.txt"]
    assert session.at == 0
    assert session.page
    assert session.page.name == "c.txt"


def test_sorting_leaves_the_page_open_on_which_something_was_marked(session: Session) -> None:
    session.mark(0, "keep")
    list(session.measure())
    session.sort()
    assert (session.at, kept(session)[0]) == (1, True)
    assert session.undo() == 0
    assert kept(session)[0] is False


def test_a_mark_is_made_taken_away_and_undone(session: Session) -> None:
    session.mark(0, "keep")
    session.mark(1, "drop")
    session.mark(0, "drop")
    session.mark(1, "drop")
    assert session.page
    assert dict(session.page.marks) == {0: False}
    assert [session.undo() for _ in range(5)] == [1, 0, 1, 0, None]
    assert dict(session.page.marks) == {}
    assert read_marks(session.marks.path.parent).lines == {}


def test_undoing_goes_back_to_the_page(session: Session) -> None:
    session.mark(4, "keep")
    session.open(2)
    session.mark(1, "keep")
    session.open(0)
    assert (session.undo(), session.at) == (1, 2)
    assert (session.undo(), session.at) == (4, 0)


def test_what_could_not_be_saved_was_not_done(session: Session) -> None:
    session.marks.path = session.marks.path / "no"
    with pytest.raises(OutputError):
        session.mark(0, "keep")
    assert (kept(session)[0], session.undo()) == (False, None)


def test_a_page_is_right_until_it_is_not(session: Session) -> None:
    session.toggle_right()
    assert read_marks(session.marks.path.parent).right == {"a.txt"}
    session.toggle_right()
    assert read_marks(session.marks.path.parent).right == set()


def test_rules_from_marks_are_cleaned_by_at_once_and_not_suggested_again(session: Session) -> None:
    session.mark(4, "keep")
    (suggestion,) = session.suggest()
    assert suggestion.phrases == ("share this article",)
    session.add_rules('[[rule]]\nname = "keep-share"\naction = "keep"\nphrases = ["share this article"]\n')
    assert session.page
    assert session.page.verdicts[4].keep
    assert session.page.inspection.explain(4)[0].startswith('your rule "keep-share" in ')
    assert session.suggest() == []
    assert rule_names(session.load_options().rules) == ["keep-share"]


def test_rules_are_not_added_to_a_file_that_cannot_be_read(session: Session) -> None:
    session.rules_path.write_bytes(b"\xff")
    with pytest.raises(OutputError, match="cannot be added to"):
        session.add_rules("")
