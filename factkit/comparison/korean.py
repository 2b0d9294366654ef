"""Korean and Chinese syllables across scripts: which spelling can stand for which Hangul.

Nothing is transliterated one way: a syllable has many spellings, each with a cost (0 for those of a standard), and a
name fits when its letters can be cut into spellings of the syllables in order.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

from anyascii import anyascii

from factkit.languages import read_section

LOOSE = 0.2  # cost of a spelling that could as well mean another syllable
IMPOSSIBLE = 1.0
_LONGEST = 8  # letters of a syllable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mandarin:
    initials: dict[str, str]
    finals: dict[str, str]
    whole: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Korean:
    onsets: dict[str, str]
    vowels: dict[str, str]
    codas: dict[str, str]
    surnames: dict[str, str]
    family_readings: dict[str, str]
    mandarin: _Mandarin


_HANGUL = re.compile("[가-힣]+")
_HAN = re.compile("[㐀-鿿豈-﫿々]+")


def data_file(name: str) -> Path:
    """The path of a data file beside this module."""
    return Path(__file__).with_name(name)


@cache
def _data() -> _Korean:
    return read_section(_Korean, data_file("korean.toml"))


def is_hangul(text: str) -> bool:
    """Whether all letters of `text` are Hangul syllables."""
    return _HANGUL.fullmatch(text) is not None


def is_han(text: str) -> bool:
    """Whether all letters of `text` are Chinese characters."""
    return _HAN.fullmatch(text) is not None


def jamo(syllable: str) -> tuple[str, str, str]:
    """Onset, vowel and coda ("" if none) of a Hangul syllable, as compatibility jamo."""
    number = ord(syllable) - 0xAC00
    return _ONSETS[number // 588], _VOWELS[number // 28 % 21], _CODAS[number % 28].strip()


_ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_CODAS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def compose(onset: str, vowel: str, coda: str = "") -> str:
    """The Hangul syllable of these compatibility jamo."""
    return chr(0xAC00 + 588 * _ONSETS.index(onset) + 28 * _VOWELS.index(vowel) + _CODAS.index(coda or " "))


def _costs(listed: str) -> list[tuple[str, float]]:
    standard, _, loose = listed.partition("|")
    pairs = [(word.strip("_"), 0.0) for word in standard.split()]
    return pairs + [(word, LOOSE) for word in loose.split()]


@lru_cache(maxsize=11172)
def spellings(syllable: str) -> dict[str, float]:
    """All spellings of a Hangul syllable in Latin and Cyrillic letters, with their costs."""
    data = _data()
    onset, vowel, coda = jamo(syllable)
    # A coda that the table lacks is a cluster, which doesn't occur in names: its first consonant speaks for it.
    last = data.codas.get(coda) or data.codas.get(_decomposed(coda), "") if coda else "_"
    made: dict[str, float] = {}
    for parts in product(_costs(data.onsets[onset]), _costs(data.vowels[vowel]), _costs(last)):
        word = "".join(part for part, _ in parts)
        cost = sum(cost for _, cost in parts)
        if cost < made.get(word, IMPOSSIBLE):
            made[word] = cost
    return made


def _decomposed(coda: str) -> str:
    return {"ㄳ": "ㄱ", "ㄲ": "ㄱ", "ㄵ": "ㄴ", "ㄶ": "ㄴ", "ㄺ": "ㄱ", "ㄻ": "ㅁ", "ㅄ": "ㅂ", "ㅆ": "ㅅ"}.get(
        coda, "ㄹ"
    )


@cache
def _surname_spellings() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in _data().surnames.items()}


@cache
def hangul_surnames() -> frozenset[str]:
    """Korean family names in Hangul."""
    return frozenset(_surname_spellings())


@cache
def reading_of() -> dict[str, str]:
    """The Sino-Korean reading of each Chinese character in the table."""
    lines = data_file("hanja.csv").read_text("utf-8").splitlines()
    rows = (line.split(",") for line in lines if not line.startswith("#"))
    return {character: reading for reading, characters in rows for character in characters}


def initial_rule(syllable: str) -> str:
    """How a syllable is read at a name's beginning in South Korea: 리 as 이, 류 as 유, 로 as 노, 녀 as 여."""
    onset, vowel, coda = jamo(syllable)
    soft = vowel in "ㅑㅒㅕㅖㅛㅠㅣ"
    if onset == "ㄹ":
        return compose("ㅇ" if soft else "ㄴ", vowel, coda)
    return compose("ㅇ", vowel, coda) if onset == "ㄴ" and soft else syllable


@cache
def readings() -> dict[str, frozenset[str]]:
    """Pinyin syllables (without tones) and the Sino-Korean readings of the characters so pronounced."""
    made: dict[str, set[str]] = {}
    for character, reading in reading_of().items():
        made.setdefault(anyascii(character).lower(), set()).update((reading, initial_rule(reading)))
    return {pinyin: frozenset(found) for pinyin, found in made.items()}


@cache
def mandarin() -> dict[str, str]:
    """Pinyin syllables and how Korean writes their sound."""
    data = _data().mandarin
    made = {}
    for (initial, onset), (final, written) in product(data.initials.items(), data.finals.items()):
        first, _, second = written.partition("-")
        made[initial + final] = compose(onset, first[0], first[1:]) + second
    return made | data.whole


def hanja_to_hangul(text: str) -> str | None:
    """A name in Chinese characters read in the Korean way; None if one of them isn't in the table."""
    table = reading_of()
    plain = unicodedata.normalize("NFKC", text)
    if not all(c in table for c in plain):
        return None
    first = table[plain[0]]
    return _data().family_readings.get(first, initial_rule(first)) + "".join(table[c] for c in plain[1:])


@lru_cache(maxsize=262144)
def spelling_cost(letters: str, hangul: str) -> float:
    """How far `letters` are from a spelling of `hangul` by Korean romanisation; `IMPOSSIBLE` if they are none."""
    if len(hangul) == 1:
        return spellings(hangul).get(letters, IMPOSSIBLE)
    best, first = IMPOSSIBLE, spellings(hangul[0])
    for cut in range(1, min(len(letters) - len(hangul) + 2, _LONGEST + 1)):
        cost = first.get(letters[:cut])
        if cost is not None and cost < best:
            best = min(best, cost + spelling_cost(letters[cut:], hangul[1:]))
    return best


@lru_cache(maxsize=262144)
def surname_cost(letters: str, hangul: str) -> float:
    """As `spelling_cost`, for a family name, which often has spellings of its own (이: Lee, Yi, Rhee)."""
    known = _surname_spellings().get(hangul)
    return 0.0 if known and letters in known else spelling_cost(letters, hangul)


@lru_cache(maxsize=262144)
def chinese_fits(letters: str, hangul: str) -> bool:
    """Whether `letters` are pinyin of a name that Korean writes `hangul`, by its characters' readings or by sound."""
    return _reads(letters, hangul) or _sounds(letters, hangul)


@lru_cache(maxsize=65536)
def is_pinyin(letters: str) -> bool:
    """Whether `letters` can be cut into syllables of Mandarin."""
    table = readings()
    return not letters or any(
        letters[:cut] in table and is_pinyin(letters[cut:]) for cut in range(1, min(len(letters), 6) + 1)
    )


def _reads(letters: str, hangul: str) -> bool:
    if not hangul or not letters:
        return not hangul and not letters
    table = readings()
    return any(
        hangul[0] in table.get(letters[:cut], ()) and _reads(letters[cut:], hangul[1:])
        for cut in range(1, min(len(letters), 6) + 1)
    )


def _sounds(letters: str, hangul: str) -> bool:
    if not hangul or not letters:
        return not hangul and not letters
    table = mandarin()
    for cut in range(1, min(len(letters), 6) + 1):
        sound = table.get(letters[:cut])
        if sound and hangul.startswith(sound) and _sounds(letters[cut:], hangul[len(sound) :]):
            return True
    return False


@cache
def _syllables_spelled() -> dict[str, dict[str, float]]:
    """Every spelling of a syllable that occurs in Korean names, with the syllables that it may stand for."""
    used = {variant for reading in reading_of().values() for variant in (reading, initial_rule(reading))}
    made: dict[str, dict[str, float]] = {}
    for syllable in sorted(used):
        for letters, cost in spellings(syllable).items():
            made.setdefault(letters, {})[syllable] = cost
    return made


@lru_cache(maxsize=65536)
def hangul_of(letters: str, count: int) -> dict[str, float]:
    """The sequences of `count` Hangul syllables that `letters` may spell, with their costs."""
    table = _syllables_spelled()
    if count == 1:
        return table.get(letters, {})
    made: dict[str, float] = {}
    for cut in range(1, min(len(letters), _LONGEST + 1)):
        for first, cost in table.get(letters[:cut], {}).items():
            for rest, more in hangul_of(letters[cut:], count - 1).items():
                total = cost + more
                if total < made.get(first + rest, IMPOSSIBLE):
                    made[first + rest] = total
    return made


@cache
def surnames_spelled() -> dict[str, frozenset[str]]:
    """Every spelling of a Korean family name with the names in Hangul that it may stand for."""
    made: dict[str, set[str]] = {}
    for name, listed in _surname_spellings().items():
        for letters in listed | {word for word, cost in spellings(name[0]).items() if len(name) == 1 and not cost}:
            made.setdefault(letters, set()).add(name)
    return {letters: frozenset(names) for letters, names in made.items()}
