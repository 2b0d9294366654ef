"""Errors: one to catch them all, and messages that name the nearest right thing."""

import pytest

import factkit as fk
from factkit.errors import FactkitError, PackError, ReadError, TableError, closest


@pytest.mark.parametrize("kind", [ReadError, TableError, PackError])
def test_one_error_catches_every_kind(kind):
    with pytest.raises(fk.FactkitError, match=r"^here$"):
        raise kind("here")


def test_it_is_a_value_error_for_those_who_catch_that():
    assert issubclass(FactkitError, ValueError)


@pytest.mark.parametrize(
    "word, options, expected",
    [
        ("asertd", ["asserted", "denied"], " Did you mean 'asserted'?"),
        ("xyz", ["b", "a"], " Known: a, b."),
        ("xyz", iter(["b", "a"]), " Known: a, b."),
        ("", ["a"], " Known: a."),
        ("a", [], " Known: ."),
        ("xyz", [f"{number:04}" for number in range(99)], ""),
    ],
    ids=["near", "far", "any iterable", "nothing said", "nothing known", "too many to list"],
)
def test_closest_names_the_nearest_or_all(word, options, expected):
    assert closest(word, options) == expected


@pytest.mark.parametrize("name", ["extarct", "Extract", "no_such_call"])
def test_a_public_name_that_is_none_is_an_attribute_error(name):
    with pytest.raises(AttributeError, match=name):
        getattr(fk, name)
