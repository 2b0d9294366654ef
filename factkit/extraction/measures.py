"""What is said of a count: killed, wounded, deployed and so on, from the words around. The words are the packs'."""

import dataclasses
import math
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from factkit.errors import PackError
from factkit.extraction.breakdowns import is_in_breakdown, shared
from factkit.extraction.particles import is_adnominal
from factkit.extraction.quantities import LIGHT, QUOTES, STRONG, FigureWords, Quantity, Scene, Word
from factkit.languages import LanguagePack, read_section
from factkit.languages.schema import Measure, MeasureFile

OTHER = "other"
NEAR = "word near the number"
# What a word costs by what stands between it and the number; the cheapest word wins. Chosen on sentences of news.
_COMMA, _STRONG, _JOIN, _BREAK, _NUMBER, _CLAIMED, _WEAK, _THING, _HEADED = 3.0, 6.0, 3.0, 5.0, 4.0, 7.0, 8.0, 3.0, -6.0
_LIMIT = 13.0  # a word that costs more says nothing about the number
_LIMIT_UNKNOWN = 9.0  # the same where the number counts something of its own that no list knows
_OBJECT = 2  # words between a verb and the number of its object, at most ("detuvo | a 17")
_OF = 3  # words between a part and its whole ("of the")
_ASIDE = 8  # words of an aside, at most, and from a number to the aside about it
_NEAR = 8.0  # within the clause, roughly


class Reading(NamedTuple):
    """A measure, the rule that found it, and the word (None where inherited)."""

    measure: str
    rule: str
    word: Word | None


def load_measures(path: str | Path) -> dict[str, Measure]:
    """A user's own measures from a TOML file of the packs' form ([measures.NAME] with nouns, verbs, of, ...).

    A wrong key or value is a `PackError` that names file and key; so is a file that isn't there.
    """
    file = Path(path)
    if not file.is_file():
        raise PackError(f"{file}: no such file; give a TOML file with [measures.NAME] sections")
    return read_section(MeasureFile, file).measures


@lru_cache(maxsize=64)
def figure_words(pack: LanguagePack, extra: tuple[tuple[str, Measure], ...] = ()) -> FigureWords:
    """The figure vocabulary of `pack`, with a user's own measures joined in."""
    return FigureWords(pack, joined(pack.measures, dict(extra)))


def joined(measures: Mapping[str, Measure], extra: Mapping[str, Measure]) -> dict[str, Measure]:
    """`measures` with those of `extra` added; where both have one, its words are put together."""
    result = dict(measures)
    for name, measure in extra.items():
        known = result.get(name)
        result[name] = measure if known is None else _sum(known, measure)
    return result


def _sum(left: Measure, right: Measure) -> Measure:
    words = {
        key: (*getattr(left, key), *getattr(right, key))
        for key in ("nouns", "verbs", "of", "people", "also", "together", "over")
    }
    return dataclasses.replace(left, **words, weak=left.weak and right.weak, planned=right.planned or left.planned)


class Evidence:
    """The words of a sentence that tell measures, and which of them belong to one number's own phrase."""

    __slots__ = ("_asides", "_claimed", "scene", "words")

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = _merged(
            scene, _plain([hit for hit in scene.all_of("verb", "noun", "things") if _tells(scene, hit)])
        )
        self._claimed = {
            token: number
            for number, quantity in enumerate(scene.quantities)
            for token in range(_claim_start(scene, quantity), quantity.noun_stop)
        }
        self._asides = _asides(scene)

    def own(self, number: int) -> list[Word]:
        """The telling words inside the number's own noun phrase; right before it, where nouns stand before."""
        quantity = self.scene.quantities[number]
        own = [word for word in self.words if quantity.stop <= word.first < quantity.noun_stop]
        if not own and self.scene.table.pack.figures.counted_before:
            first = self.scene.opening(quantity)
            own = [word for word in self.words if word.stop == first and self._unmarked(first - 1)]
        return own

    def _unmarked(self, token: int) -> bool:
        """Whether the noun at `token` has no particle: it is one phrase with the number after it."""
        return not self.scene.words[token].endswith(self.scene.table.pack.figures.particles)

    def cost(self, word: Word, number: int) -> float:
        """How far `word` is from the number: words, marks, joints and other numbers between them."""
        scene, quantity = self.scene, self.scene.quantities[number]
        if word.first >= quantity.stop:
            span = range(min(quantity.noun_stop, word.first), word.first)
        elif word.stop <= quantity.first:
            span = range(word.stop, max(word.stop, scene.opening(quantity)))
        else:
            return 0.0
        aside = self._aside(quantity.stop)
        if aside and word.first in aside:
            return _LIMIT  # said of the part: "nine people, among them seven firemen, were hurt"
        cost = 0.0
        others = set()
        for token in span:
            if aside and token in aside:
                continue
            cost += self._step(token)
            owner = self._claimed.get(token)
            if owner is not None and owner != number:
                others.add(owner)
            if cost > _LIMIT:
                return cost
        cost += _NUMBER * len(others)
        owner = self._claimed.get(word.first)
        if owner is not None and owner != number:
            cost += _CLAIMED
        if word.kind == "noun" and scene.table.measures[word.value].weak:
            cost += _WEAK
        if word.kind == "things":
            cost += _THING
        if quantity.bare and word.kind != "verb" and word.stop <= quantity.first and _headed(scene, word):
            cost += _HEADED
        if word.kind == "verb" and word.stop <= quantity.first:
            manner = scene.table.pack.particles.manner  # "시위로": what came of it is told after the number
            if scene.ending(word.stop, "breaks") or (manner and scene.words[word.stop - 1].endswith(manner)):
                cost += _BREAK
        return cost

    def _aside(self, token: int) -> range | None:
        """The aside that begins right after the number before `token` and its noun."""
        return next((aside for aside in self._asides if token <= aside.start <= token + _ASIDE), None)

    def _step(self, token: int) -> float:
        scene = self.scene
        mark = scene.words[token]
        if mark in QUOTES:
            return 0.0
        if mark in STRONG:
            return 0.0 if self._around_one(token) else _STRONG
        if mark in LIGHT:
            return _COMMA
        if scene.at(token, "breaks"):
            return _BREAK
        return _JOIN if scene.at(token, "coordinators") else 0.6

    def _around_one(self, token: int) -> bool:
        """Whether the mark is one of two brackets around a single word: "agents of the river police (RP)"."""
        words = self.scene.words
        if words[token] == "(":
            return token + 2 < self.scene.stop and words[token + 2] == ")"
        return words[token] == ")" and token - 2 >= self.scene.first and words[token - 2] == "("


def _tells(scene: Scene, hit: Word) -> bool:
    """Whether the word can tell a measure: not a verb's stem that is a person here ("mobilised men"), nor one of change
    that leads to a number ("fallen to 31")."""
    if hit.kind == "verb":
        if scene.at(hit.first, "changes") and scene.at(hit.stop, "to"):
            return False
        return not scene.at(hit.first, "people") or hit.stop - hit.first > 1
    if hit.kind == "things" and hit.first > scene.first:
        return scene.words[hit.first - 1] not in scene.table.verbal  # "would ship about 6 million"
    return True


def _asides(scene: Scene) -> list[range]:
    """Where parts of what is counted are told between commas (", among them seven firemen,")."""
    asides = []
    for hit in scene.all_of("partitives"):
        if hit.first > scene.first and scene.words[hit.first - 1] == ",":
            stop = next((n for n in range(hit.stop, min(scene.stop, hit.stop + _ASIDE)) if scene.words[n] == ","), None)
            asides += [range(hit.first - 1, stop + 1)] if stop is not None else []
    return asides


def _claim_start(scene: Scene, quantity: Quantity) -> int:
    """The first token of the number with the noun right before it, if it is that noun's ("жертв понад 2 500")."""
    if not quantity.bare:
        return quantity.first
    token = quantity.first
    while token > scene.first and (word := scene.ending(token, "before", "fillers")):
        token = word.first
    noun = scene.ending(token, "noun")
    return noun.first if noun else quantity.first


def _headed(scene: Scene, word: Word) -> bool:
    """Whether "number of" or the like stands right before the word, or one word further."""
    return any(scene.ending(token, "heads") for token in range(word.first, max(scene.first, word.first - 2), -1))


def _plain(hits: list[Word]) -> list[Word]:
    """Without words inside a longer phrase of the same sentence."""
    result: list[Word] = []
    for hit in sorted(hits, key=lambda h: (h.first, -h.stop)):
        if not any(
            other.first <= hit.first and hit.stop <= other.stop and len_of(other) > len_of(hit) for other in result[-4:]
        ):
            result.append(hit)
    return result


def len_of(word: Word) -> int:
    """How many tokens a word takes."""
    return word.stop - word.first


def _merged(scene: Scene, words: list[Word]) -> list[Word]:
    """The words, with "killed, wounded or missing" as one word of the measure that its parts mean together."""
    result: list[Word] = []
    for word in words:
        last = result[-1] if result else None
        whole = _whole(scene, last, word) if last else None
        if last and whole:
            result[-1] = Word(last.first, word.stop, "noun", whole)
        else:
            result.append(word)
    return result


def _whole(scene: Scene, left: Word, right: Word) -> str | None:
    between = range(left.stop, right.first)
    if not 1 <= len(between) <= 3 or left.value == right.value or "things" in (left.kind, right.kind):
        return None
    if not all(scene.words[t] in LIGHT or scene.at(t, "coordinators", "fillers") for t in between):
        return None
    if scene.words[right.first - 1] in scene.table.pack.grammar.indefinite:
        return None  # "cinco muertos y un | herido"
    for name, measure in scene.table.measures.items():
        parts = {*measure.together, name}
        if measure.together and left.value in parts and right.value in parts:
            return name
    return None


def read_measure(evidence: Evidence, number: int, earlier: str | None, *, linked: bool) -> Reading:
    """The measure of the sentence's `number`th quantity.

    `earlier` is the measure of the figure before, if any; `linked` whether that figure is close enough to pass it on.
    """
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    own = evidence.own(number)
    noun = next((word for word in own if word.kind == "noun"), None)
    before = scene.table.measures.get(earlier) if earlier else None  # none for what no word lists ("money")
    if noun and earlier and before and linked and noun.value in before.over and is_part(scene, quantity):
        return Reading(earlier, "carried on from the figure before", None)
    if whole := _included(evidence, number, noun):
        return whole
    if noun and not scene.table.measures[noun.value].weak:
        return _overruled(evidence, number, noun) or Reading(noun.value, "counted noun", noun)
    if earlier and is_in_breakdown(scene, number) and not any(word.kind == "verb" for word in own):
        return Reading(earlier, "part of the figure before", None)
    if not own and (adjective := shared(scene, number)):
        return Reading(adjective.value, "said of the next figure, too", adjective)
    thing = _counted_thing(scene, quantity)
    found = _nearest(evidence, number, thing)
    if noun and found and found.kind == "verb" and _weaker(scene, found, noun):
        return Reading(noun.value, "counted noun", noun)
    if (not found or found.kind == "things") and (joint := _joint(evidence, number, thing)):
        return Reading(joint.value, "said of the next figure, too", joint)
    if found and (predicate := _predicate(evidence, number, found)):
        return Reading(predicate.value, "verb of the clause", predicate)
    if found and (exact := _told_behind(scene, quantity, found)):
        return Reading(exact.value, "said of the counted noun", exact)
    far = _subject(evidence, number) if not found or found.kind == "things" or found.value == OTHER else None
    if far:
        return Reading(far.value, "subject of the level told", far)
    if found and (found.value or not linked or quantity.bare):
        if found.kind == "things":
            return Reading(OTHER, "what is counted", found)
        over = found.kind == "noun" and scene.table.pack.figures.counted_before and is_part(scene, quantity)
        near = Reading(found.value, NEAR, found)
        return (_overruled(evidence, number, found) or near) if over else near
    if noun:
        return Reading(noun.value, "counted noun", noun)
    built = (before is None or bool(before.of)) and _person(scene, quantity)  # houses or money, not people
    if earlier and linked and not thing and not built:
        return Reading(earlier, "carried on from the figure before", None)
    return _presumed(scene, quantity) or Reading(OTHER, "no word tells", None)


def _joint(evidence: Evidence, number: int, thing: Word | None) -> Word | None:
    """The verb behind the next number's noun, where both are its subject: "ten men and 32 guards of the port | were
    killed"."""
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    behind = scene.quantities[number + 1 : number + 2]
    joins = scene.at(quantity.noun_stop, "coordinators") if behind and not quantity.bare else None
    if joins is None or behind[0].bare or scene.opening(behind[0]) != joins.stop:
        return None
    verb = _nearest(evidence, number + 1, _counted_thing(scene, behind[0]))
    if verb is None or verb.first < behind[0].noun_stop or not scene.at(verb.first, "verb"):
        return None
    return verb if _fits(scene, quantity, verb, _places(scene, quantity), thing) else None


def _predicate(evidence: Evidence, number: int, found: Word) -> Word | None:
    """The verb that closes the clause, where `found` only describes who is counted ("실종됐던 3명이 | 숨졌다")."""
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    takes = scene.table.pack.particles.object
    describes = scene.table.pack.figures.verb_final and found.kind == "verb" and found.stop <= quantity.first
    if not describes or not is_adnominal(scene.words[found.stop - 1]):
        return None
    edge = max(quantity.noun_stop, quantity.close, quantity.stop)
    for word in evidence.words:
        if word.kind != "verb" or word.first < edge or is_adnominal(scene.words[word.stop - 1]):
            continue
        objects = any(scene.words[token].endswith(takes) for token in range(edge, word.first))
        told = word.value not in {OTHER, found.value} and not objects and evidence.cost(word, number) < _NEAR
        return word if told else None
    return None


def _told_behind(scene: Scene, quantity: Quantity, total: Word) -> Word | None:
    """The word right behind the counted noun that says which part of a total it is: "lost 300 men killed"."""
    measure = scene.table.measures.get(total.value)
    if measure is None or not measure.together or total.first > quantity.first:
        return None
    behind = scene.at(quantity.noun_stop, "verb", "noun")
    return behind if behind and behind.value in measure.together else None


def _subject(evidence: Evidence, number: int) -> Word | None:
    """The noun far before the number that reaches it: "the death toll from the quake that struck … has risen to 60"."""
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    anybody = quantity.noun_stop - quantity.stop == 1 and scene.at(quantity.stop, "everybody")  # "до 35 человек"
    edge = _reached(scene, quantity) if quantity.bare or anybody else None
    if edge is None:
        return None
    nouns = [word for word in evidence.words if word.kind == "noun" and word.stop <= edge]
    if not nouns:
        return None
    between = range(nouns[-1].stop, edge)
    other = any(scene.at(token, "coordinators") for token in between[-_OF - 1 :])  # "and the index fell to"
    return None if other or any(scene.words[token] in STRONG for token in between) else nouns[-1]


def _reached(scene: Scene, quantity: Quantity) -> int | None:
    """Where the words begin that lead to a level: "stands at", "has risen to", "auf … gestiegen"."""
    token = quantity.first
    while (to := scene.ending(token, "to", "state")) is None:
        word = scene.ending(token, "before", "fillers", "more", "currencies")
        if word is None or token <= scene.first:
            return None
        token = word.first
    if to.kind == "state":
        return to.first
    before = next((verb for n in range(to.first, to.first - _OF, -1) if (verb := scene.ending(n, "changes"))), None)
    if before:
        return before.first
    edge = max(quantity.noun_stop, quantity.close)
    return to.first if any(scene.at(n, "changes") for n in range(edge, min(scene.stop, edge + _OF))) else None


def _weaker(scene: Scene, verb: Word, noun: Word) -> bool:
    """Whether the verb says less of what is counted than its noun does."""
    measure = scene.table.measures[verb.value]
    return measure.weak and noun.value not in measure.over


def _included(evidence: Evidence, number: int, noun: Word | None) -> Reading | None:
    """The measure of the total that a part is told before: "소방관 1명을 포함해 44명이 숨졌다"."""
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    if number + 1 == len(scene.quantities) or not scene.has("including"):
        return None
    verb = scene.ending(quantity.first, "verb") if quantity.bare else None
    if verb and scene.words[verb.stop - 1].endswith(scene.table.attributives):
        return None  # "숨진 | 5명을 포함해 20명이 다쳤다"
    behind = range(quantity.close, max(quantity.close, quantity.noun_stop) + 2)
    told = any(scene.at(token, "including") for token in behind)
    whole = read_measure(evidence, number + 1, None, linked=False) if told else None
    known = scene.table.measures.get(whole.measure) if whole else None
    return whole if known and (noun is None or noun.value in known.over) else None


def _presumed(scene: Scene, quantity: Quantity) -> Reading | None:
    """Soldiers at a place are deployed there, unless a word says otherwise."""
    first = scene.first if quantity.bare else quantity.stop
    for token in range(first, quantity.noun_stop):
        word = scene.at(token, "presumed")
        if word and any(scene.at(place, "locatives") for place in _around(scene, quantity)):
            return Reading(word.value, "counted noun at a place", word)
    return None


def _around(scene: Scene, quantity: Quantity) -> range:
    """Where a place may be told: behind the counted noun; before it, too, where its ending would tell another sense."""
    return range(scene.first if scene.table.pack.cases.endings else quantity.noun_stop, scene.stop)


def _counted_thing(scene: Scene, quantity: Quantity) -> Word | None:
    """The counted thing (no person) of the number's own phrase or classifier."""
    stop = max(quantity.noun_stop, quantity.close)
    if quantity.bare and scene.at(quantity.stop, "links"):  # "lost 11 of 12 | games"
        number = bisect_right(scene.quantities, quantity.first, key=lambda other: other.first)
        whole = scene.quantities[number] if number < len(scene.quantities) else None
        greater = whole is not None and (quantity.number.value or 0.0) <= (whole.number.value or 0.0)
        stop = whole.noun_stop if whole and greater and whole.first - quantity.stop <= _OF + 1 else stop
    head_first = scene.table.pack.grammar.head_first
    for token in range(quantity.stop, stop):
        word = scene.at(token, "things", "of")
        if word:
            return word
        if head_first and scene.at(token, "people"):
            break  # "deux femmes | du village"
        counter = scene.at(token, "counters")
        if counter and counter.value == "things":
            return counter
    glued = scene.glued(quantity.tail, "counters") if quantity.tail else None
    if glued and glued[2] == "things":
        return Word(quantity.first, quantity.stop, "things", "")
    return None


def _overruled(evidence: Evidence, number: int, noun: Word) -> Reading | None:
    """A verb that makes more of the counted: "rescued 10 wounded", or what may be a noun right before it: "killed 27
    inmates"."""
    measures = evidence.scene.table.measures
    opening = evidence.scene.opening(evidence.scene.quantities[number])
    options = [
        (evidence.cost(word, number), word)
        for word in evidence.words
        if (word.kind == "verb" or (word.kind == "noun" and word.stop == opening))
        and noun.value in measures[word.value].over
    ]
    cost, word = min(options, default=(_LIMIT, None), key=lambda option: option[0])
    return Reading(word.value, "verb over the counted noun", word) if word and cost <= _NEAR / 2 else None


def _nearest(evidence: Evidence, number: int, thing: Word | None) -> Word | None:
    """The cheapest telling word that can hold of what is counted."""
    scene, quantity = evidence.scene, evidence.scene.quantities[number]
    places = _places(scene, quantity)
    part = quantity.bare and is_part(scene, quantity)
    inside = not quantity.bare and scene.ending(quantity.first, "partitives") is not None
    others = _said_of_a_part(scene, number)
    best, lowest = None, _LIMIT if quantity.bare or _person(scene, quantity) or places else _LIMIT_UNKNOWN
    for word in _main_clause(evidence, number):
        if word.first in others or not _fits(scene, quantity, word, places, thing):
            continue
        if part and word.first >= quantity.stop and word.value and scene.table.measures[word.value].weak:
            continue  # only where it happened: "33 of them in a school for the displaced"
        if inside and any(scene.words[token] in LIGHT for token in range(quantity.noun_stop, word.first)):
            continue  # what comes next: "27 killed, among them three children, 117 wounded"
        if word.kind != "things" and _tells_of_next(scene, number, word):
            continue
        cost = evidence.cost(word, number)
        if cost < lowest or (cost == lowest and best is not None and best.value == OTHER):
            best, lowest = word, cost
    return best


def _tells_of_next(scene: Scene, number: int, verb: Word) -> bool:
    """Whether a verb opens the next clause, of another number: "received 214 reports and | arrested 17 people"."""
    mine, behind = scene.quantities[number], scene.quantities[number + 1 : number + 2]
    if not behind or not mine.stop <= verb.first < behind[0].first <= verb.stop + _OBJECT:
        return False
    return any(scene.at(token, "coordinators") for token in (verb.first - 1, verb.first - 2) if token >= mine.stop)


def _said_of_a_part(scene: Scene, number: int) -> range:
    """The tokens that tell of the next number only, a part of this one: "49 men, three of whom | died", but not "49
    men, three of them old, died".
    """
    mine, part = scene.quantities[number], scene.quantities[number + 1 : number + 2]
    if not part or scene.table.pack.figures.counted_before or not scene.at(part[0].stop, "partitives"):
        return range(0)
    if (mine.number.value or 0.0) <= (part[0].number.value or math.inf):
        return range(0)
    stop = part[0].stop
    while stop < scene.stop and scene.words[stop] not in LIGHT | STRONG:
        stop += 1
    return range(part[0].stop, stop)


def _main_clause(evidence: Evidence, number: int) -> list[Word]:
    """The words that can tell of the number. In "1,500 of the 15,000 sent have died", the 1,500 died: what follows the
    larger number first is said of that one.
    """
    quantities = evidence.scene.quantities
    if number + 1 == len(quantities) or not quantities[number].bare:
        return evidence.words
    mine, whole = quantities[number], quantities[number + 1]
    if _opens_as_whole(evidence.scene, mine, whole):
        return [word for word in evidence.words if word.first < whole.first]  # "of the 44 on board, | 39 died"
    if (mine.number.value or 0) > (whole.number.value or math.inf):
        if evidence.scene.table.pack.figures.counted_before and evidence.scene.at(mine.close, "partitives"):
            return [word for word in evidence.words if word.first < whole.first]  # "181명 중 179명이 숨졌다"
        return evidence.words  # the part comes last: "4,700, and of these 600 died"
    between = range(mine.stop, whole.first)
    if not 0 < len(between) <= _OF or not evidence.scene.at(mine.stop, "links", "partitives"):
        return evidence.words
    later = [word for word in evidence.words if word.first >= whole.stop and word.kind == "verb"]
    return later[1:] or later or evidence.words


def _opens_as_whole(scene: Scene, mine: Quantity, part: Quantity) -> bool:
    """Whether the first number is only the whole that the next, behind a comma, is a part of."""
    link = scene.ending(mine.first, "links")
    if link is None or (mine.number.value or 0.0) <= (part.number.value or math.inf):
        return False
    opens = link.first == scene.first or scene.words[link.first - 1] in LIGHT | STRONG
    return opens and any(scene.words[token] in LIGHT for token in range(mine.stop, part.first))


def is_part(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is told as a part of the one before ("dont 33", "33 de ellos")."""
    opens = scene.ending(quantity.first, "partitives") or scene.ending(scene.opening(quantity), "partitives")
    return (opens or scene.at(quantity.stop, "partitives")) is not None


def _person(scene: Scene, quantity: Quantity) -> bool:
    return any(
        scene.at(token, "people", "nations", "counters") for token in range(quantity.stop, quantity.noun_stop)
    ) or bool(quantity.tail)


def _places(scene: Scene, quantity: Quantity) -> set[str]:
    """The measures that hold for what is counted only: those of buildings for houses."""
    tokens = [hit for token in range(quantity.stop, quantity.noun_stop) for hit in scene.starting(token)]
    if scene.table.pack.figures.counted_before:
        before = scene.stopping(scene.opening(quantity))
        tokens += before
        for verb in before:  # "주택 침수는 120건": what happened stands between what is counted and the number
            tokens += [hit for hit in scene.stopping(verb.first) if hit.value == verb.value]
    return {hit.value for hit in tokens if hit.kind == "of"}


def _fits(scene: Scene, quantity: Quantity, word: Word, places: set[str], thing: Word | None) -> bool:
    if word.kind == "things":
        return quantity.bare and thing is None and word.stop <= quantity.first and not _people(scene, quantity)
    of = scene.table.measures[word.value].of
    if of and _people(scene, quantity):
        return False  # "주택 붕괴로 2명이 숨졌다": buildings fell, people died
    if places:
        return word.value in places
    if thing is not None:
        return False
    people = scene.table.measures[word.value].people
    if people and word.kind == "verb" and scene.words[word.first].startswith(people):
        return _person(scene, quantity) or (quantity.bare and not scene.has("of"))
    return (
        not of
        or (quantity.bare and word.kind == "verb" and _of_before(scene, quantity, word.value))
        or (word.kind == "noun")
    )


def _people(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number's counter is one of people, where a language has such."""
    if not scene.table.pack.figures.counted_before:
        return False
    glued = scene.glued(quantity.tail, "counters") if quantity.tail else None
    counter = scene.at(quantity.stop, "counters")
    return bool(glued and glued[2] == "people") or bool(counter and counter.value == "people")


def _of_before(scene: Scene, quantity: Quantity, measure: str) -> bool:
    """Whether the sentence speaks of what `measure` counts before the number: "320 houses damaged and 45 destroyed"."""
    return any(hit.value == measure and hit.first < quantity.first for hit in scene.all_of("of"))
