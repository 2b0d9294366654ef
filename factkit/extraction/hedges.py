"""What bounds a number, and by which words: about, at least, nearly, up to, and so on, on either side."""

from typing import NamedTuple

from factkit.extraction.counted import SUM
from factkit.extraction.model import Reason
from factkit.extraction.quantities import LIGHT, QUOTES, STRONG, Quantity, Scene, Word

_HYPHENS = frozenset("-‐‑")
_DASHES = _HYPHENS | frozenset("–—")
_FILLERS = 4  # words between a hedge and its number ("at least a total of 600")
_CHANGE_REACH = 14  # words between a verb of change and the preposition of the level reached
_VERB_REACH = 5  # words between a bounding verb and its number ("have passed, most likely, 3,000")


class Bound(NamedTuple):
    """A relation of the contract, with the words it rests on as characters (equal where it is plainly exact)."""

    relation: str
    start: int
    end: int
    rule: str


def read_bound(scene: Scene, quantity: Quantity) -> Bound:
    """The relation in which the number stands to what is counted."""
    number = quantity.number
    if number.value is not None and _in_pair(scene, quantity):
        return Bound("exact", number.start, number.start, "no hedge")
    hedge = _before(scene, quantity) or _verb(scene, quantity) or _after(scene, quantity)
    hedge = hedge or _glued(scene, quantity) or _inside(scene, quantity)
    if number.value is None:
        relation = "between" if number.low is not None and number.high is not None else "vague"
        return Bound(
            relation,
            *(hedge[1:3] if hedge else (number.start, number.start)),
            "range" if relation == "between" else "vague word",
        )
    return (
        hedge
        or _approximate(scene, quantity)
        or _rounded(scene, quantity)
        or Bound("exact", number.start, number.start, "no hedge")
    )


def _in_pair(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is one of two with a dash between, as votes are told: "passed 52-48"."""
    text, start, end = scene.document.text, quantity.number.start, quantity.number.end
    after = text[end : end + 1] in _DASHES and end < len(text) and text[end + 1 : end + 2].isdigit()
    return after or (start > 1 and text[start - 1] in _DASHES and text[start - 2].isdigit())


def _inside(scene: Scene, quantity: Quantity) -> Bound | None:
    """What rounds a number from inside it: "600|여|만"."""
    text, number = scene.document.text, quantity.number
    for word in scene.table.pack.numbers.rounders:
        if (place := text.find(word, number.start, number.end)) > number.start and not number.parts:
            return Bound("about", place, place + len(word), "hedge inside the number")
    return None


def stated(quantity: Quantity, relation: str) -> tuple[float | None, float | None, float | None]:
    """value, low and high as the contract states them for `relation`."""
    number = quantity.number
    if relation in {"between", "vague"}:
        return None, number.low, number.high
    value = number.value
    return {
        "at_least": (None, value, None),
        "more_than": (None, value, None),
        "nearly": (value, None, value),
        "up_to": (None, None, value),
        "less_than": (None, None, value),
    }.get(relation, (value, None, None))


def _bound(scene: Scene, word: Word, rule: str) -> Bound | None:
    if word.value == "exact":
        return Bound("exact", *scene.span(word.first, word.stop), rule)
    return Bound(word.value, *scene.span(word.first, word.stop), rule)


def _before(scene: Scene, quantity: Quantity) -> Bound | None:
    if not scene.has("before"):
        return None
    token = quantity.first
    for _ in range(_FILLERS + 1):
        word = scene.ending(token, "before")
        if word and _phrasal(scene, word):
            return None
        if word and word.first >= scene.first and not (_reached_level(scene, word) or _grows(scene, word, quantity)):
            return _bound(scene, word, "hedge before the number")
        step = _filler(scene, token)
        if step is None:
            return None
        token = step
    return None


def _phrasal(scene: Scene, word: Word) -> bool:
    """Whether the hedge is only the end of a longer word ("handed over $25 million")."""
    longer = scene.ending(word.stop, "stops")
    return longer is not None and longer.first < word.first


def _filler(scene: Scene, token: int) -> int | None:
    """Where what may stand between hedge and number, ending at `token`, starts."""
    if token <= scene.first:
        return None
    if scene.words[token - 1] in QUOTES:
        return token - 1
    if scene.words[token - 1] in LIGHT and (hedge := scene.ending(token - 1, "before")):  # "At least, | 15 people"
        apart = hedge.first == scene.first or scene.words[hedge.first - 1] in LIGHT
        return token - 1 if apart else None
    word = scene.ending(token, "fillers", "currencies", "more")
    return word.first if word else None


def _reached_level(scene: Scene, word: Word) -> bool:
    """Whether the preposition opens the level reached after a verb of change and bounds nothing ("выросло до 139",
    "edged up to 51", where the verb needs its "up"; "cut up to 30 jobs" has a bound).
    """
    if scene.at(word.first, "bare_changes") and scene.ending(word.stop, "to"):
        return scene.ending(word.first, "drifting") is not None
    opens = (hit for hit in scene.starting(word.first) if hit.stop >= word.stop)  # not the "al" of "al menos"
    if not any(hit.kind in {"to", "starts"} for hit in opens):
        return False
    if any(other.close == word.first and scene.ending(other.first, "starts") for other in scene.quantities):
        return True  # "from 4.3 % | to 3.8 %"
    for token in range(word.first - 1, max(scene.first, word.first - _CHANGE_REACH) - 1, -1):
        if scene.words[token] in STRONG and token + 1 < word.first:  # "rose by 0.3 points — to 4.1 %"
            return False
        if scene.at(token, "changes", "bare_changes"):
            return True
        if scene.at(token, "unit_changes") and any(token < other.first < word.first for other in scene.quantities):
            return True
    return False


def _grows(scene: Scene, word: Word, quantity: Quantity) -> bool:
    """Whether the preposition opens the clause of the verb of change behind the number ("До 14 выросло число …")."""
    opens = word.first == scene.first or scene.words[word.first - 1] in STRONG | QUOTES
    if not opens or not any(hit.kind == "to" and hit.stop == word.stop for hit in scene.starting(word.first)):
        return False
    after = max(quantity.noun_stop, quantity.close)
    return any(scene.at(token, "changes") for token in range(after, min(after + 2, scene.stop)))


def _verb(scene: Scene, quantity: Quantity) -> Bound | None:
    """A verb that bounds: "exceeded 3,000", "a depășit, se pare, 3.000"."""
    if quantity.tail[:1] in _HYPHENS:  # "crossed the 500-metre bridge"
        return None
    if not scene.has("verbs") or _in_a_phrase(scene, quantity):
        return None
    passed = 0
    for token in range(quantity.first, max(scene.first, quantity.first - _VERB_REACH - 3), -1):
        word = scene.ending(token, "verbs")
        if word:
            return None if _by_how_much(scene, word, quantity) else _bound(scene, word, "verb that bounds")
        before = scene.words[token - 1]
        if scene.ending(token, "comparisons"):
            return None  # "exceeding the forecast of | 51"
        if before in STRONG or any(hit.kind in ("noun", "verb", "things") for hit in scene.stopping(token)):
            return None
        if before[0].isdigit():
            return None
        passed += before not in LIGHT | QUOTES
        if passed > _VERB_REACH:
            return None
    return None


def _in_a_phrase(scene: Scene, quantity: Quantity) -> bool:
    """Whether a preposition stands before the number: "topped the charts in 12 countries", "passed with 61 votes". One
    that only links it to its noun is none: "passed the mark of 3,000".
    """
    before = scene.words[quantity.first - 1] if quantity.first > scene.first else ""
    if before not in scene.table.pack.grammar.prepositions:
        return scene.ending(quantity.first, "locatives") is not None
    return scene.ending(quantity.first, "links", "before", "to") is None


def _by_how_much(scene: Scene, verb: Word, quantity: Quantity) -> bool:
    """Whether the number says by how much something was passed, and not what was: "passed by 219 votes"."""
    by = scene.at(verb.stop, "by") if verb.value == "more_than" else None
    return by is not None and by.stop in {quantity.first, scene.opening(quantity)}


def _after(scene: Scene, quantity: Quantity) -> Bound | None:
    last = max(quantity.noun_stop, quantity.close) + 1
    kinds = ("after", "verbs") if scene.table.pack.figures.verb_final else ("after",)
    if not scene.has(*kinds):
        return None
    if quantity.close < scene.stop and scene.words[quantity.close] in scene.table.pack.figures.particles:
        last += 1  # one that stands apart from its sign: "15%를 훌쩍 넘는"
    for token in range(quantity.stop, min(scene.stop, last + 1)):
        word = scene.at(token, *kinds)
        if word is None and scene.words[token] in STRONG | LIGHT:
            return None
        if word is None and scene.at(token, "coordinators"):
            return None  # "16 men and at least twice as many women"
        longer = scene.at(token, "stops")
        if word and longer and longer.stop > word.stop:
            return None  # "2 percent plus or minus"
        if word and word.stop - word.first > 1 and (ahead := scene.at(word.stop - 1, "before")):
            if ahead.stop > word.stop:
                return None  # "12 died and more | than 4,000 fled"
        if word and (_adds_on(scene, quantity, word) or _is_margin(scene, quantity, word)):
            return None
        if word and not any(other.first == word.stop for other in scene.quantities):
            return _bound(scene, word, "hedge after the number")
        if scene.words[token][0].isdigit() or token in scene.inside:
            return None
    return None


def _adds_on(scene: Scene, quantity: Quantity, word: Word) -> bool:
    """Whether the word adds something to a sum, and bounds nothing: "2 terms plus 9 years"."""
    joint = scene.at(word.first, "coordinators")
    if joint is None or joint.stop != word.stop:
        return False
    digits = word.stop < scene.stop and scene.words[word.stop][0].isdigit()
    return digits or scene.ending(quantity.first, "currencies") is not None


def _is_margin(scene: Scene, quantity: Quantity, word: Word) -> bool:
    """Whether the number says by how much an object is passed: "전망치를 5% | 웃돌았다"."""
    if not scene.at(word.first, "margins") or word.first > quantity.close:
        return False
    objects = scene.table.pack.particles.object
    opening = scene.opening(quantity)
    return opening > scene.first and scene.words[opening - 1].endswith(objects) and not quantity.tail.endswith(objects)


def _glued_apart(scene: Scene, quantity: Quantity) -> Bound | None:
    """An ending of the counter or unit that stands apart ("3만 명가량이", "0.2%포인트가량")."""
    for token in range(quantity.stop, min(quantity.stop + 2, scene.stop)):
        word = scene.words[token]
        for ending, relation in scene.table.bounds:
            place = word.find(ending)
            if place >= 0 and len(ending) > 1 and scene.glued(word, "counters", "units", "currencies"):
                start = scene.span(token, token + 1)[0] + place
                return Bound(relation, start, start + len(ending), "ending of what is counted")
        if not scene.at(token, "units", "currencies"):
            return None
    return None


def _glued(scene: Scene, quantity: Quantity) -> Bound | None:
    number, text = quantity.number, scene.document.text
    if scene.table.pack.figures.counted_before and not quantity.tail and (apart := _glued_apart(scene, quantity)):
        return apart
    tail = quantity.tail
    for ending, relation in scene.table.bounds if tail else ():
        # a counter may stand between ("600명가량"), or the ending apart ("2천 여명")
        place = tail.find(ending)
        if place == 0 or (place > 0 and scene.glued(tail, "counters", "units", "currencies")):
            return Bound(relation, number.end + place, number.end + place + len(ending), "ending of the number")
    for relation, words in scene.table.pack.figures.sums.items() if tail and (number.value or 0) >= SUM else ():
        if tail in words and relation != "exact":
            return Bound(relation, number.end, number.end + len(tail), "ending of a sum")
    rest = text[number.end : number.end + 1]
    return Bound("at_least", number.end, number.end + 1, "plus sign") if rest == "+" else None


def _approximate(scene: Scene, quantity: Quantity) -> Bound | None:
    """Number words that are round by nature ("une vingtaine"), and hedges inside ("300 с лишним тысяч")."""
    if scene.has("after"):
        for token in range(quantity.first + 1, quantity.stop - 1):
            if word := scene.at(token, "after"):
                return _bound(scene, word, "hedge inside the number")
    if not scene.has("approximate"):
        return None
    for token in range(quantity.first, quantity.stop):
        if scene.at(token, "approximate"):
            return Bound("about", *scene.span(token, token + 1), "number word that is round by nature")
    return None


def _rounded(scene: Scene, quantity: Quantity) -> Bound | None:
    """The counted noun right before its number, where that makes it approximate ("человек двадцать")."""
    if not (quantity.bare and scene.has("rounding")):
        return None
    noun = scene.ending(quantity.first, "rounding")
    if noun is None or any(other.stop == noun.first for other in scene.quantities):
        return None
    return Bound("about", *scene.span(noun.first, noun.stop), "noun before its number")


def reason(bound: Bound) -> Reason | None:
    """The bound as a reason for `explain`; None where nothing said so."""
    return Reason("relation", bound.rule, bound.start, bound.end) if bound.end > bound.start else None
