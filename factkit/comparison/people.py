"""How likely two names are one person's, over spellings, name orders and scripts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from factkit.comparison import japanese, korean
from factkit.comparison.spellings import is_inflected, unexplained
from factkit.comparison.words import fold
from factkit.languages import read_section

SAME = 0.5  # names at least this similar are taken for the same
# A weakest token this similar makes names as likely the same as not; chosen on the even rows of lists of pairs.
_LETTERS = 0.72
_ACROSS = 0.62
_BONES = 0.55  # weight of the consonants in how a word sounds
_SURNAME_SOUND = 0.85  # a foreign surname in Hangul must sound this much like the one in letters
_SURNAME_ONLY = 0.55  # a surname alone: the same, as far as it goes
_GENERATIONS = 0.4  # one name has "Jr", the other none
_LONGEST_KOREAN = 5  # syllables of a Korean name, a double family name included
_HOPELESS = 0.3  # a word with no better partner than this settles the matter
_GENDERED = 0.4  # Robert and Roberta
_HALVES = 2
_SHORT_HALF = 4  # letters of a family name that can be told from a syllable
_DOUBLE = 0.6  # one name has both family names, the other one of them
_SURE = 0.85  # given and family name are the same
NEAR = 0.29  # alike, but told apart by letters that no habit of spelling exchanges
_HOPEFUL = 0.25  # names this alike are worth a look at their spelling
_RESPELLED = 0.8  # all words are one another's spellings, though they don't look or sound alike
_LONG = 8  # letters of a word in which one may differ
_WORDS = 3  # of a Chinese name, at most
_READ = 0.9  # letters that are a reading of a name's characters
_LATIN_BLOCKS = frozenset({0x00, 0x01, 0x02, 0x1E})
_CACHED = 262144


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sounds:
    onsets: dict[str, str]
    vowels: dict[str, str]
    codas: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    titles: str
    generations: str
    generation_same: dict[str, str]
    particles: str
    prefixes: str
    attached: str
    variants: tuple[str, ...]
    gendered: str
    katakana: str
    cyrillic: str
    schools: dict[str, str]
    hangul: _Sounds


class Token(NamedTuple):
    """One word of a name: `plain` in small letters of its script, `latin` in plain Latin ones; `whole` is false for
    scripts that leave vowels out.
    """

    plain: str
    latin: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, cut up: its tokens without titles, `core` those that aren't particles, its generation ("jr", ""
    if none). `script` is "hangul", "han" or "letters". `halves` are the two parts of a double family name.
    """

    tokens: tuple[Token, ...]
    core: tuple[Token, ...]
    generation: str
    script: str
    halves: tuple[Token, ...] = ()

    @property
    def joined(self) -> str:
        """The name's letters without spaces."""
        return "".join(token.plain for token in self.tokens)


@cache
def _words() -> _Words:
    return read_section(_Words, korean.data_file("names.toml"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold, _words().titles.split()))


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold, _words().particles.split()))


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(map(fold, _words().prefixes.split()))


@cache
def _generations() -> frozenset[str]:
    return frozenset(map(fold, _words().generations.split()))


@cache
def _variants() -> dict[str, int]:
    return {name: number for number, group in enumerate(_words().variants) for name in group.split()}


@cache
def _katakana() -> tuple[tuple[str, str], ...]:
    return tuple((kana, letters) for kana, _, letters in (rule.partition(">") for rule in _words().katakana.split()))


@cache
def _cyrillic() -> dict[int, str]:
    rules = (rule.partition(">") for rule in _words().cyrillic.split())
    return str.maketrans({letter: latin for letter, _, latin in rules})


@cache
def _schools() -> tuple[tuple[tuple[str, str], ...], ...]:
    rules = (tuple(rule.partition(">") for rule in school.split()) for school in _words().schools.values())
    return tuple(tuple((letters, sound) for letters, _, sound in school) for school in rules)


_GAP = re.compile(r"[\s,;·・]+")
_BRACKET = re.compile(r"[(\[（][^)\]）]*[)\]）]")
_OWNER = re.compile(r"['’]s\b")
_INITIALS = re.compile(r"^(\w)\.-\w$")  # of "J.-P.", the first
_MARKS = re.compile(r"[^\w]|_")


@lru_cache(maxsize=_CACHED)
def parse_name(text: str) -> Name:
    """`text` as a person's name: brackets, titles and particles are left out where anything else is left."""
    bare = _OWNER.sub("", _BRACKET.sub(" ", text)).strip() or text
    words = [_INITIALS.sub(r"\1", fold(word).strip(".")) for word in _GAP.split(bare)]
    generations = _generations()
    generation = next((word for word in words if word in generations), "")
    words = _untitled([word for word in words if word not in generations])
    tokens = tuple(
        token for word in words for part in _unprefixed(word) if (token := name_token(_MARKS.sub("", part))).plain
    )
    core = tuple(token for token in tokens if token.plain not in _particles())
    # "al" of "Al Smith" is no article: at least a given and a family name stay.
    core = core if len(core) > 1 else tokens
    same = _words().generation_same.get(generation, generation)
    return Name(tokens, core, same, _script(tokens), _halves(words[-1]) if len(core) > 1 else ())


def _halves(word: str) -> tuple[Token, ...]:
    """Both parts of "ionescu-popescu"; none where they are short, as syllables are."""
    parts = [name_token(_MARKS.sub("", part)) for part in word.split("-")]
    double = len(parts) == _HALVES and all(len(part.latin) >= _SHORT_HALF for part in parts)
    return tuple(parts) if double else ()


def _untitled(words: list[str]) -> list[str]:
    titles = _titles()
    first, stop = 0, len(words)
    while first < stop - 1 and words[first] in titles:
        first += 1
    while stop > first + 1 and words[stop - 1] in titles and korean.is_hangul(words[stop - 1]):
        stop -= 1
    return words[first:stop]


def _unprefixed(word: str) -> Iterable[str]:
    """The article of "al-assad" as a word of its own; any other hyphen joins syllables or names."""
    first, hyphen, rest = word.partition("-")
    if hyphen and first in _prefixes():
        return (first, rest)
    article = _words().attached
    return (word.removeprefix(article),) if len(word) > len(article) + 2 else (word,)


def _script(tokens: tuple[Token, ...]) -> str:
    joined = "".join(token.plain for token in tokens)
    return "hangul" if korean.is_hangul(joined) else "han" if korean.is_han(joined) else "letters"


_KATAKANA = re.compile("[ァ-ヺー]+")
_VOWELS = str.maketrans("", "", "aeiouw")
_REPEATED = re.compile(r"(.)\1+")
_FOREIGN = re.compile(r"[^a-z]+")


@lru_cache(maxsize=_CACHED)
def name_token(plain: str) -> Token:
    """A folded word of a name as a token."""
    written = plain
    if _KATAKANA.fullmatch(plain):
        for kana, letters in _katakana():
            written = written.replace(kana, letters)
    return Token(plain, _latin_of(written), not _leaves_vowels_out(plain))


def _latin_of(written: str) -> str:
    return _FOREIGN.sub("", anyascii(written).lower())


@lru_cache(maxsize=_CACHED)
def _sounds(token: Token) -> tuple[tuple[str, str], ...]:
    """How a word may sound, by each school of reading (Hangul has but one), each with and without vowels.

    Cyrillic letters are read as Russian by all schools, then as Ukrainian.
    """
    if korean.is_hangul(token.plain):
        sounds = [_hangul_sound(token.plain)]
    else:
        other = token.plain.translate(_cyrillic())
        spelled = [token.latin] if other == token.plain else [token.latin, _latin_of(other)]
        sounds = [_sound(latin, school) for latin in spelled for school in _schools()]
    short = [_REPEATED.sub(r"\1", sound) for sound in sounds]
    if not token.whole:  # two letters that are the same may stand in two syllables, whose vowels aren't written
        short += sounds
    return tuple((sound, sound.translate(_VOWELS)) for sound in short)


def _leaves_vowels_out(plain: str) -> bool:
    return bool(plain) and unicodedata.bidirectional(plain[0]) in ("R", "AL")


def _hangul_sound(plain: str) -> str:
    data = _words().hangul
    parts = (korean.jamo(c) for c in plain)
    return "".join(data.onsets[a] + data.vowels[b] + data.codas.get(c, "") for a, b, c in parts)


def _sound(latin: str, rules: tuple[tuple[str, str], ...]) -> str:
    text = f"^{latin}$"
    for letters, sound in rules:
        if letters in text:
            edges = ("^" if letters[0] == "^" else ""), ("$" if letters[-1] == "$" else "")
            text = text.replace(letters, edges[0] + sound + edges[1])
    return text[1:-1]


@lru_cache(maxsize=_CACHED)
def token_similarity(left: Token, right: Token) -> float:
    """How alike two words of names are, 0 to 1: by letters, by sound, by known variants; an initial fits its name."""
    if left.plain == right.plain:
        return 1.0
    if _has_initial(left, right):
        return 0.85 if _fits_initial(left, right) else 0.0
    if _same_variant(left, right):
        return 0.95
    vowels = left.whole and right.whole
    letters = Levenshtein.normalized_similarity(left.latin, right.latin) if vowels else 0.0
    if vowels and _tells_liquids(left) and _tells_liquids(right) and _liquids(left.latin) != _liquids(right.latin):
        return letters
    return max(letters, 0.97 * _sounding(left, right, vowels=vowels))


def _has_initial(left: Token, right: Token) -> bool:
    return min(len(left.latin), len(right.latin)) == 1 and left.whole and right.whole


def _fits_initial(left: Token, right: Token) -> bool:
    """Whether an initial is the other name's, in its own spelling: W. and Vladimir."""
    short, long = sorted((left.latin, right.latin), key=len)
    return short == long[:1] or (alphabet(left) != alphabet(right) and not unexplained(short, long[:1]))


def _same_variant(left: Token, right: Token) -> bool:
    group = _variants().get(left.latin)
    return group is not None and group == _variants().get(right.latin)


def _tells_liquids(token: Token) -> bool:
    """Whether the word's script tells l from r."""
    return not (korean.is_hangul(token.plain) or _KATAKANA.fullmatch(token.plain) or korean.is_han(token.plain))


def _liquids(latin: str) -> str:
    """The l and r of a word, in their order: two names that differ in them don't sound alike."""
    return _REPEATED.sub(r"\1", "".join(letter for letter in latin if letter in "lr"))


def _sounding(left: Token, right: Token, *, vowels: bool) -> float:
    # Two names in letters are read by the same school; Hangul has one reading, to be held against all of them.
    one, two = _sounds(left), _sounds(right)
    width = max(len(one), len(two))
    best = 0.0
    for (sound, bones), (other, other_bones) in set(
        zip(one * (width // len(one)), two * (width // len(two)), strict=True)
    ):
        score = Levenshtein.normalized_similarity(bones, other_bones) if bones and other_bones else 0.0
        if vowels:
            score = _BONES * score + (1 - _BONES) * Levenshtein.normalized_similarity(sound, other)
        best = max(best, score)
    return best


def person_similarity(left: Name, right: Name) -> float:
    """How likely the parsed names `left` and `right` are one person's, 0 to 1; at least `SAME` means they are.

    Spellings, order of given and family name, script and initials may differ; "Jr" and "Sr", or two different middle
    initials, tell people apart. Korean and Chinese names are compared syllable by syllable.
    """
    if not left.tokens or not right.tokens:
        return 0.0
    if left.generation and right.generation and left.generation != right.generation:
        return 0.0
    score = _by_script(left, right)
    return score if left.generation == right.generation else min(score, _GENERATIONS)


def _by_script(left: Name, right: Name) -> float:
    if left.script > right.script:  # one order: han, hangul, letters
        left, right = right, left
    if left.script == "han":
        return _from_han(left, right)
    if left.script == "hangul":
        return _two_hangul(left, right) if right.script == "hangul" else _hangul_letters(left, right)
    return _two_letters(left, right)


def _from_han(left: Name, right: Name) -> float:
    """A name in Chinese characters and another: the same sound in Mandarin, or its Korean reading."""
    if right.script == "han":
        return float(left.joined == right.joined or _latin(left) == _latin(right))
    reading = korean.hanja_to_hangul(left.joined)
    if right.script == "hangul":
        as_korean = _two_hangul(parse_name(reading), right) if reading else 0.0
        return max(as_korean, 0.9 * korean.chinese_fits(_latin(left), right.joined), _as_japanese(left, right))
    as_korean = _korean_score(reading, _plain(right)) if reading else 0.0
    if as_japanese := _as_japanese(left, right):
        return max(as_korean, as_japanese)
    if all(korean.is_pinyin(token.latin) for token in right.tokens):
        return max(as_korean, float(any("".join(words) == _latin(left) for words in _orders(_plain(right)))))
    sound = max(
        token_similarity(name_token(_latin(left)), name_token("".join(words))) for words in _orders(_plain(right))
    )
    return max(as_korean, _scaled(sound, _ACROSS))


def _as_japanese(han: Name, other: Name) -> float:
    """The score where the words of `other` are a Japanese reading of the name `han` or of its family name, else 0."""
    for order in _orders(_plain(other)):
        sounds = [_hangul_sound(word) for word in order if korean.is_hangul(word)]
        if japanese.is_reading(han.joined, order, sounds):
            return _READ
        if len(order) == 1 and any(
            japanese.is_reading(family, order, sounds) for family in japanese.families(han.joined)
        ):
            return _SURNAME_ONLY
    return 0.0


def _latin(name: Name) -> str:
    return "".join(token.latin for token in name.tokens)


def _plain(name: Name) -> list[str]:
    return [token.plain for token in name.tokens]


def _joined_similarity(left: Name, right: Name) -> float:
    """Of the names without spaces, in either order of the words."""
    latin = "".join(token.latin for token in left.tokens)
    orders = list(permutations(right.tokens)) if len(right.tokens) <= 3 else [right.tokens]
    return max(Levenshtein.normalized_similarity(latin, "".join(token.latin for token in order)) for order in orders)


def _two_hangul(left: Name, right: Name) -> float:
    one, two = sorted((left.joined, right.joined), key=len)
    if one == two or korean.initial_rule(one[0]) + one[1:] == korean.initial_rule(two[0]) + two[1:]:
        return 1.0
    if len(one) == 1:
        return _SURNAME_ONLY if korean.initial_rule(two[0]) == korean.initial_rule(one) else 0.0
    if len(left.tokens) > 1 or len(right.tokens) > 1 or max(len(one), len(two)) > 4:
        return _scaled(_weakest(left, right), _LETTERS)
    return 0.0


def _hangul_letters(hangul: Name, letters: Name) -> float:
    """A name in Hangul and one in letters: Korean, Chinese read either way, or foreign by its sound."""
    words = _plain(letters)
    if len(hangul.joined) <= _LONGEST_KOREAN:
        score = _korean_score(hangul.joined, words)
        if score >= SAME:
            return score
    if len(hangul.tokens) > 1 or len(letters.tokens) == 1:
        score = _weakest(hangul, letters)
        if len(hangul.tokens) != len(letters.tokens) > 1:
            score = max(score, token_similarity(name_token(hangul.joined), name_token(letters.joined)))
        return _scaled(score, _ACROSS)
    if any(korean.chinese_fits("".join(order), hangul.joined) for order in _orders(words)):
        return 0.9
    if token_similarity(name_token(hangul.joined), letters.core[-1]) >= _SURNAME_SOUND:
        return _SURNAME_ONLY
    if any(
        len(reading) == len(hangul.joined) or reading[0] == hangul.joined[0] for reading in korean_readings(letters)
    ):
        return 0.0  # Korean as well, but of other syllables
    return _scaled(max(_run_together(hangul.joined, order) for order in _orders(words)), _ACROSS)


def _run_together(hangul: str, words: list[str]) -> float:
    """How alike a name written without spaces sounds; where the family names agree, only the rest can tell."""
    if len(hangul) > 1 and korean.surname_cost(words[0], hangul[0]) < korean.IMPOSSIBLE:
        hangul, words = hangul[1:], words[1:]
        if korean.hangul_of("".join(words), len(hangul)):
            return 0.0  # it is Korean, but of other syllables
    return token_similarity(name_token(hangul), name_token("".join(words)))


def _orders(words: list[str]) -> list[list[str]]:
    return [words, words[-1:] + words[:-1]] if len(words) > 1 else [words]


def _korean_score(hangul: str, words: list[str]) -> float:
    """The best reading of `words` as the Korean name `hangul`, family name first or last."""
    if len(words) == 1:
        if len(hangul) == 1:
            return _SURNAME_ONLY if korean.surname_cost(words[0], hangul) < korean.LOOSE else 0.0
        if korean.surname_cost(words[0], hangul[:1]) == 0:
            return _SURNAME_ONLY
        return 1.0 - korean.spelling_cost(words[0], hangul)
    best = 0.0
    for family, *given in _orders(words):
        for cut in (1, 2) if len(hangul) > 3 else (1,):
            first = korean.surname_cost(family, hangul[:cut])
            if first < korean.IMPOSSIBLE and len(hangul) > cut:
                best = max(best, 1.0 - first - korean.spelling_cost("".join(given), hangul[cut:]))
    return best


def _two_letters(left: Name, right: Name) -> float:
    both = _both_korean(left, right)
    if both is not None:
        return both
    if _initials_clash(left.tokens, right.tokens):
        return 0.0
    score, fewest = _weakest(left, right), min(len(left.core), len(right.core))
    if len(left.core) != len(right.core) and fewest > 1:
        score = max(score, _joined_similarity(left, right))
    scaled = _scaled(score, _LETTERS)
    if fewest > 1 and scaled < SAME and (_doubled(left, right) or _doubled(right, left)):
        return _DOUBLE
    if fewest > 1 and _gendered(left.core, right.core):
        return min(scaled, _GENDERED)
    if scaled >= SAME and _spelled_apart(left, right):
        return NEAR
    if _HOPEFUL <= scaled < _RESPELLED and fewest > 1 and all(_is_spelling(*pair) for pair in _partners(left, right)):
        return _RESPELLED
    return min(scaled, _SURNAME_ONLY) if fewest == 1 and len(left.core) != len(right.core) else scaled


def _spelled_apart(left: Name, right: Name) -> bool:
    """Whether one word alone tells two names in one script apart, by letters that spellings don't exchange.

    Where the other words differ, too, the names are transcribed by different habits, and the sound has to decide.
    """
    if len({alphabet(token) for token in (*left.core, *right.core)}) > 1:
        return False
    other = [pair for pair in _partners(left, right) if pair[0].plain != pair[1].plain and not _has_initial(*pair)]
    return len(other) == 1 and not _one_spelling(*other[0])


def alphabet(token: Token) -> int:
    """A number for the script of a word in letters."""
    block = ord(token.plain[0]) >> 8
    return 0 if block in _LATIN_BLOCKS else block


def _is_spelling(left: Token, right: Token) -> bool:
    if left.plain == right.plain or _same_variant(left, right):
        return True
    if _has_initial(left, right):
        return _fits_initial(left, right)
    return left.whole and right.whole and not unexplained(left.latin, right.latin)


def _one_spelling(left: Token, right: Token) -> bool:
    if not (left.whole and right.whole) or is_inflected(left.plain, right.plain):
        return True
    if _same_variant(left, right):
        return True
    allowed = int(min(len(left.latin), len(right.latin)) >= _LONG)
    return unexplained(left.latin, right.latin) <= allowed


def _doubled(double: Name, single: Name) -> bool:
    """Whether the one bears two family names, and the other, with the same given name, either of them."""
    given = token_similarity(double.core[0], single.core[0]) >= _SURE
    family = any(_is_spelling(half, single.core[-1]) for half in double.halves)
    return given and family and not single.halves


def _gendered(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Whether given names are his and hers of one stem: Robert and Roberta. (Slavic cases change both names.)"""
    if left[-1].latin != right[-1].latin:
        return False
    one, two = left[0].latin, right[0].latin
    return any(_differ_by(one, two, *endings) or _differ_by(two, one, *endings) for endings in _gender_endings())


def _differ_by(his: str, hers: str, ending: str, other: str) -> bool:
    return his.endswith(ending) and hers == his.removesuffix(ending) + other


@cache
def _gender_endings() -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("/") for pair in _words().gendered.split())
    return tuple((his, hers) for his, _, hers in pairs)


def _both_korean(left: Name, right: Name) -> float | None:
    """The score where both names can be read as Korean ones, else None."""
    first, second = korean_readings(left), korean_readings(right)
    if not first or not second:
        return None
    shared = first.keys() & second.keys()
    return max((1.0 - first[name] - second[name] for name in shared), default=0.0)


@lru_cache(maxsize=_CACHED)
def korean_readings(name: Name) -> dict[str, float]:
    """Names in Hangul that a name in letters may spell, with the costs."""
    words = [token.plain for token in name.tokens]
    made: dict[str, float] = {}
    if not 2 <= len(words) <= 3:
        return made
    for family, *given in _orders(words):
        for surname in korean.surnames_spelled().get(family, ()):
            for count in (1, 2):
                for rest, cost in korean.hangul_of("".join(given), count).items():
                    made[korean.initial_rule(surname[0]) + surname[1:] + rest] = cost
    return made


def _weakest(left: Name, right: Name) -> float:
    """How well the shorter name's words all find a partner in the longer one: the weakest of them."""
    few, many = sorted((left.core, right.core), key=len)
    if len(few) == 1:
        return max(token_similarity(few[0], many[-1]), token_similarity(few[0], many[0]))
    weakest = 1.0
    for token, other in _partners(left, right):
        weakest = min(weakest, token_similarity(token, other))
        if weakest < _HOPELESS:
            break
    return weakest


def _partners(left: Name, right: Name) -> Iterator[tuple[Token, Token]]:
    """The words of the shorter name, each with the one of the longer name that is most like it."""
    few, many = sorted((left.core, right.core), key=len)
    free = list(many)
    for token in few:
        best = max(free, key=lambda other: token_similarity(token, other))
        free.remove(best)
        yield token, best


def _initials_clash(left: tuple[Token, ...], right: tuple[Token, ...]) -> bool:
    """Whether both names have middle initials, and different ones."""
    first, second = ([token.latin for token in name[1:-1] if len(token.latin) == 1] for name in (left, right))
    return bool(first and second) and first != second


def _scaled(score: float, middle: float) -> float:
    """`score` on a scale where `middle` is one half."""
    return 0.5 * score / middle if score < middle else 0.5 + 0.5 * (score - middle) / (1 - middle)


def block_keys(name: Name, length: int) -> set[str]:
    """Keys of which two names of one person, however spelled, share at least one (but for far-fetched spellings).

    Korean names: the family name in Hangul with the first sounds of the given name's syllables. Others: the first
    `length` consonants of the first and the last word, in either order, by several schools of reading.
    """
    keys: set[str] = set()
    if name.script == "han":
        reading = korean.hanja_to_hangul(name.joined)
        keys |= block_keys(parse_name(reading), length) if reading else set()
        for family, given in japanese.read_names(name.joined):
            for one, two in ((family, given), (family.replace("f", "h"), given.replace("f", "h"))):  # as in Hangul
                keys |= _pair_keys(name_token(one), name_token(two), length)
    if name.script == "hangul" and 1 < len(name.joined) <= _LONGEST_KOREAN:
        keys.add(_onsets(korean.initial_rule(name.joined[0]) + name.joined[1:], length))
    keys |= {_onsets(reading, length) for reading in korean_readings(name)}
    if len(name.core) > 1:
        keys |= _pair_keys(name.core[0], name.core[-1], length)
    return keys | _joined_keys(name, length)


def _pair_keys(first: Token, last: Token, length: int) -> set[str]:
    one, two = ({bones[:length] for bones in bone_keys(token)} for token in (first, last))
    return {"|".join(sorted((left, right))) for left in one for right in two}


def _joined_keys(name: Name, length: int) -> set[str]:
    """Keys of a name that Chinese characters or Hangul write without a space, and of pinyin, which may be the same."""
    if name.script != "letters":
        words = [[_latin(name)]] if name.script == "han" else [[name.joined]] if len(name.tokens) == 1 else []
    elif 1 < len(name.core) <= _WORDS and all(korean.is_pinyin(token.latin) for token in name.core):
        words = _orders([token.latin for token in name.core])
    else:
        words = []
    return {"=" + bones[: length + 1] for order in words for bones in bone_keys(name_token("".join(order)))}


def _onsets(hangul: str, length: int) -> str:
    """The family name and the sounds that `length` - 1 syllables of the given name begin with."""
    return hangul[0] + "".join(korean.jamo(syllable)[0] for syllable in hangul[1:length])


@lru_cache(maxsize=_CACHED)
def bone_keys(token: Token) -> frozenset[str]:
    """The consonants of a word, by the schools of reading; hissing sounds are one."""
    return frozenset((bones or sound).replace("C", "s") for sound, bones in _sounds(token))


def is_capitalised(text: str) -> bool:
    """Whether all words of a name begin with a capital letter, but for titles and particles; other scripts pass."""
    small = (word for word in _GAP.split(_BRACKET.sub(" ", text)) if word[:1].islower())
    return "/" not in text and all(
        fold(word).partition("-")[0] in _particles() or fold(word) in _titles() for word in small
    )


def surnames(name: Name) -> frozenset[Token]:
    """The words of a name that may be its surname: the last, and the first where the name can be Korean or Chinese."""
    first, last = name.core[0], name.core[-1]
    eastern = bool(korean_readings(name)) or all(korean.is_pinyin(token.latin) for token in name.core)
    return frozenset((first, last) if eastern else (last,))
