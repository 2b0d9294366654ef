"""Words found again: exact, the same, nearly the same at one place; else a reason."""

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.extraction.anchors import Lost, Place, Searchable, Selector, find_again, make_selector

TEXT = (
    "The minister said on Monday that “the bridge – built in 1971 – won’t be closed before spring”, though engineers "
    "had warned of cracks. The mayor said nothing. Later the mayor said nothing again, and 600 workers went home. "
    "Another 600 workers stayed at the eastern gate until the night shift came."
)

FOUND = [
    ("the very words", "engineers had warned of cracks", "engineers had warned of cracks", 1.0),
    ("other quotation marks", '"the bridge - built in 1971', "“the bridge – built in 1971", 1.0),
    ("another apostrophe", "won't be closed", "won’t be closed", 1.0),
    ("other spaces", "had  warned\nof\u00a0cracks", "had warned of cracks", 1.0),
    ("other capitals", "THE MINISTER SAID", "The minister said", 1.0),
    ("a hidden hyphen", "engin\u00adeers had warned", "engineers had warned", 1.0),
    (
        "a word left out",
        "stayed at the gate until the night shift came",
        "stayed at the eastern gate until the night shift came",
        0.9,
    ),
    ("a word too many", "the bridge will not or won’t be closed before spring", None, 0),
    ("a word misspelt", "though enginers had warned of cracks", "though engineers had warned of cracks", 0.98),
    ("other words", "the harbour was opened by the president in autumn", None, 0),
    ("another number", "built in 1917 won't be closed before spring though engineers", None, 0),
    ("one word that isn't there", "harbour", None, 0),
    ("nothing", " … ", None, 0),
    ("the same words twice", "The mayor said nothing", "The mayor said nothing", 1.0),
    ("words twice", "mayor said nothing", None, 0),
    ("not within a word", "ay", None, 0),
]


@pytest.mark.parametrize("quote, expected, similarity", [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_words_are_found_at_one_place_or_not(quote, expected, similarity):
    found = find_again(Searchable(TEXT), Selector(quote))
    if expected is None:
        assert isinstance(found, Lost), TEXT[found.start : found.end]
        assert found.reason
    else:
        assert isinstance(found, Place), found
        assert TEXT[found.start : found.end] == expected
        assert found.similarity == pytest.approx(similarity, abs=0.04)


def shifted(change):
    """The second 600 of the text, looked for in a changed text."""
    start = TEXT.rindex("600")
    after = change(TEXT)
    return after, find_again(Searchable(after), make_selector(TEXT, start, start + 3))


CHANGES = [
    ("nothing changed", lambda text: text, 1),
    ("words put before", lambda text: "Updated at noon. " + text, 1),
    ("the other one gone", lambda text: text.replace("and 600 workers went", "and they went"), 0),
    ("itself gone, the other stays", lambda text: text.replace("Another 600 workers stayed", "Others stayed"), None),
    ("itself corrected", lambda text: text.replace("Another 600", "Another 650"), None),
    ("all gone", lambda text: text.replace("600", "many"), None),
]


@pytest.mark.parametrize("change, which", [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_short_words_stay_where_the_words_around_them_are(change, which):
    after, found = shifted(change)
    if which is None:
        assert isinstance(found, Lost)
    else:
        places = [n for n in range(len(after)) if after.startswith("600", n)]
        assert isinstance(found, Place)
        assert found.start == places[which]


def test_where_nothing_tells_them_apart_the_old_start_decides_and_else_nobody():
    text = "x y. " * 8
    assert find_again(Searchable(text), Selector("x", "x y. ", " y. x", 15)) == Place(15, 16, 1.0)
    assert isinstance(find_again(Searchable(text), Selector("x", "x y. ", " y. x", 14)), Lost)


@given(st.text(max_size=300), st.data())
def test_what_is_there_is_found_exactly_where_it_was(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = find_again(Searchable(text), make_selector(text, start, end))
    if any(map(str.isalnum, text[start:end])) and isinstance(found, Place):
        assert text[found.start : found.end] == text[start:end]


@given(st.text(max_size=300), st.text(max_size=60), st.text(max_size=10), st.text(max_size=10))
def test_any_text_and_any_quote_give_a_place_inside_or_a_reason(text, quote, prefix, suffix):
    found = find_again(Searchable(text), Selector(quote, prefix, suffix))
    if isinstance(found, Place):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < found.similarity <= 1
    else:
        assert found.reason


def long_text(words, seed=1):
    generator = random.Random(seed)  # noqa: S311
    vocabulary = ["".join(letters) for letters in itertools.product("aeiou", "bdfgklmnprst", "aeiou", "bdfgklmnpr")]
    return " ".join(generator.choices(vocabulary, k=words))


def seconds(words, quote_words=40):
    text = Searchable(long_text(words))
    asked = text.text.split()[words // 2 : words // 2 + quote_words]
    asked[7] = "slip"
    start = time.perf_counter()
    found = find_again(text, Selector(" ".join(asked)))
    taken = time.perf_counter() - start
    assert isinstance(found, Place)
    assert found.similarity < 1
    return taken


def test_the_work_grows_with_the_text_and_not_with_its_square():
    assert seconds(400_000) < 200 * max(seconds(20_000), 0.01)  # 20 times the text; its square would be 400


@pytest.mark.parametrize(
    "text, quote", [("a " * 100_000, "a " * 500 + "b"), ("ab" * 100_000, "ab" * 20), ("a" * 200_000, "a " * 9)]
)
def test_monotonous_texts_take_no_time(text, quote):
    start = time.perf_counter()
    assert isinstance(find_again(Searchable(text), Selector(quote.strip())), Lost)
    assert time.perf_counter() - start < 5
