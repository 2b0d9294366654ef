"""Language packs: what a broken one is told, and what every pack holds."""

from dataclasses import fields

import pytest

from factkit.errors import FactkitError, PackError
from factkit.languages import language_codes, load_pack, read_pack

SMALLEST = """\
code = "xx"
name = "Test"
native_name = "Test"
[text]
[quotes]
pairs = ["“ ”"]
[paradigms]
s = ["{}", "{}s"]
"""


def pack(tmp_path, more="", old="", new=""):
    """The smallest pack with a change, as a file."""
    path = tmp_path / "xx.toml"
    path.write_text(SMALLEST.replace(old, new) + more, "utf-8")
    return path


def test_the_smallest_pack_is_read(tmp_path):
    made = read_pack(pack(tmp_path, '[modality]\nhedged = ["may|s be", "may", "perhaps"]\n'))
    assert made.code == "xx"
    assert made.modality.hedged == ("may be", "mays be", "may", "perhaps")
    assert made.examples == ()


BROKEN = [
    ("not TOML", {"more": "= 3"}, "xx.toml: "),
    ("unknown section", {"more": "[numbres]\n"}, "xx.toml: numbres: unknown key. Did you mean 'numbers'?"),
    ("unknown key", {"more": '[modality]\nhegded = ["may"]\n'}, "modality.hegded: unknown key. Did you mean 'hedged'?"),
    ("missing key", {"old": 'native_name = "Test"\n'}, "xx.toml: top level: key 'native_name' is missing"),
    ("missing section", {"old": '[quotes]\npairs = ["“ ”"]\n'}, "xx.toml: top level: key 'quotes' is missing"),
    ("word for a list", {"more": '[modality]\nhedged = "may"\n'}, "xx.toml: modality.hedged: 'may' must be a list"),
    ("number for a word", {"more": "[modality]\nhedged = [3]\n"}, "xx.toml: modality.hedged.0: 3 must be a non-empty"),
    ("empty word", {"more": '[modality]\nhedged = ["a", ""]\n'}, "xx.toml: modality.hedged.1: '' must be a non-empty"),
    ("word for a switch", {"more": '[modality]\npredicate_last = "no"\n'}, "predicate_last: 'no' must be of type bool"),
    ("list for a table", {"more": 'measures = ["killed"]\n', "old": "[text]\n"}, "xx.toml: "),
    ("unknown paradigm", {"more": '[modality]\nhedged = ["a|ss"]\n'}, "'a|ss': no paradigm 'ss'. Did you mean 's'?"),
    ("paradigms no table", {"old": '[paradigms]\ns = ["{}", "{}s"]\n', "new": ""}, "key 'paradigms' is missing"),
    (
        "wrong apostrophe type",
        {"old": "[text]\n", "new": "[text]\napostrophe = 3\n"},
        "text.apostrophe: 3 must be of type",
    ),
]


@pytest.mark.parametrize("change, message", [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_broken_pack_is_told_file_and_key(change, message, tmp_path):
    with pytest.raises(PackError) as refused:
        read_pack(pack(tmp_path, **change))
    assert message in str(refused.value)


def test_a_pack_that_is_no_text_or_not_there_is_told(tmp_path):
    (tmp_path / "xx.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PackError, match=r"xx\.toml"):
        read_pack(tmp_path / "xx.toml")
    with pytest.raises(PackError, match=r"nowhere\.toml"):
        read_pack(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("code, said", [("fx", "no language pack 'fx'"), ("", "no language pack ''"), ("EN", "'EN'")])
def test_an_unknown_language_is_told_which_there_are(code, said):
    with pytest.raises(FactkitError, match=said):
        load_pack(code)


# --- every pack


@pytest.mark.parametrize("code", language_codes())
def test_a_pack_is_loaded_once_and_is_what_its_file_is_called(code):
    assert load_pack(code) is load_pack(code)
    assert load_pack(code).code == code


@pytest.mark.parametrize("code", language_codes())
@pytest.mark.parametrize("section", ["cues", "markers", "numbers", "dates", "modality", "figures", "measures"])
def test_a_pack_has_every_section(code, section):
    """A language that is half there would be found to say little, silently."""
    words = getattr(load_pack(code), section)
    assert words if isinstance(words, dict) else any(getattr(words, field.name) for field in fields(words))
