"""Which language a text is in: stated codes checked against CLDR, unstated ones told by py3langid."""

from functools import cache

from babel import Locale
from babel.core import get_global
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from factkit.errors import ReadError, closest

_SAMPLE = 20_000  # characters looked at; more changes nothing but the time it takes
_SURE = 0.1  # of a probability shared by 140 languages; three words of news reach it, names and numbers alone don't


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, or None where there are too few words to tell.

    Any of the 97 languages with a two-letter code that the model knows may come out, with or without a language pack;
    the same text always gives the same answer.
    """
    ranked = _identifier().rank(text[:_SAMPLE])
    two_letters = [(code, probability) for code, probability in ranked if len(code) == 2]
    code, probability = two_letters[0]
    # A language without a two-letter code that is clearly ahead must not be passed off as its neighbour.
    return code if probability >= _SURE and probability >= ranked[0][1] / 2 else None


def language_code(value: str) -> str:
    """`value` ("ro", "RO", "ro-RO", "ron") as an ISO 639-1 code; what is no language is a `ReadError`."""
    code = value.strip().lower().replace("_", "-").partition("-")[0]
    code = str(get_global("language_aliases").get(code, code))
    names = _names()
    if code in names:
        return code
    named = [known for known, name in names.items() if name == value.strip().lower()]
    hint = f" Did you mean {named[0]!r}?" if named else closest(code, names)
    raise ReadError(f"language {value!r} is not an ISO 639-1 code such as 'en'.{hint}")


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    """English names of all languages with a two-letter code, in small letters."""
    return {code: name.lower() for code, name in Locale("en").languages.items() if len(code) == 2}
