"""Figures: which numbers of a text count or measure something, and what is stated of each."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factkit.extraction.as_of import as_of, hearsay_date
from factkit.extraction.counted import compared, joined, read_counted, read_units
from factkit.extraction.dates import DateMention, find_times
from factkit.extraction.grammar import number_words
from factkit.extraction.hedges import Bound, read_bound, reason, stated
from factkit.extraction.measures import NEAR, OTHER, Evidence, Reading, figure_words, is_part, read_measure
from factkit.extraction.modality import ASSERTED, clause_modality
from factkit.extraction.model import Document, Figure, Reason, Span
from factkit.extraction.not_figures import figures_among
from factkit.extraction.numbers import Number, find_numbers
from factkit.extraction.places import known_places, read_places
from factkit.extraction.quantities import LIGHT, FigureWords, Quantity, Scene
from factkit.extraction.ratios import join_ratios
from factkit.extraction.roles import elliptic_change, opens_change, read_role, says_again
from factkit.extraction.vocabulary import VERB_CUE, vocabulary
from factkit.languages.schema import Measure

_SMALL_MONEY = frozenset({"cent", "penny", "kopek", "ban"})  # hundredths of a dollar, a pound, a rouble, a leu
_MONEY_LETTERS = 3  # an ISO 4217 code
_SHARES = frozenset({"percent", "percentage_point", "fraction"})
_COUNTING = frozenset({"more", "before", "more_after", "changes_after", "people", "noun", "units", "currencies"})
_ROW = (2, 3)  # tokens between the numbers of a row: a comma and what is counted
_OF_THEN, _OWNED = frozenset({"times", "fraction"}), 2  # units of what was before; characters from a date to them
_LIST_JOINT = 2  # words between the members of a list at most: ", and"
_MONEY = "money"
_HUNDRED_THOUSAND, _MILLION = 1e5, 1e6
_REMEMBERED = 2  # sentences after which a topic is forgotten
_NEVER = -_REMEMBERED - 1  # a sentence too far back for any


class _Topic(NamedTuple):
    """The last measure spoken of, and in which sentence; in which one money was, and which currency."""

    measure: str | None
    sentence: int
    paid: int
    currency: str


def extract_figures(document: Document, *, measures: Mapping[str, Measure] | None = None) -> list[Figure]:
    """Every quantity of the document, in text order. `measures` are a user's own, from `load_measures`."""
    table = figure_words(document.pack, tuple((measures or {}).items()))
    numbers = find_numbers(document.text, document.tokens, document.pack, document.look(number_words))
    times = find_times(document)
    figures: list[Figure] = []
    topic = _Topic(None, _NEVER, _NEVER, "count")
    # Times go first: in "on May 1 in 20 cities" there is no ratio.
    numbers = join_ratios(document.text, _timeless(numbers, times), document.pack)
    counting = [number for number in numbers if _may_count(document, table, number)]
    ranges = [number for number in counting if number.parts]
    dates = [
        mention
        for mention in times
        if mention.kind != "duration" and not any(_wider(number, mention) for number in ranges)
    ]
    for place, own in _by_sentence(document, counting):
        scene = _scene(document, table, place, own)
        if scene is None:
            continue
        found, measure = _read_scene(scene, topic, place, dates)
        figures += found
        if sums := [figure.unit for figure in found if figure.measure == _MONEY]:
            topic = topic._replace(paid=place, currency=sums[-1])
        topic = topic._replace(measure=measure, sentence=place) if measure else topic
    return figures


def _timeless(numbers: list[Number], times: Sequence[DateMention]) -> list[Number]:
    """The numbers that tell no time."""
    starts = [mention.start for mention in times]
    kept = []
    for number in numbers:
        place = bisect_right(starts, number.start) - 1
        around = [m for m in times[max(0, place) : place + 3] if m.start < number.end and number.start < m.end]
        if any(_tells_time(number, mention) for mention in around):
            continue
        ends = number.parts or (number,)
        if not (around and all(any(_tells_time(end, mention) for mention in around) for end in ends)):
            kept.append(number)
    return kept


def _tells_time(number: Number, mention: DateMention) -> bool:
    """Whether the number is in the time expression. "3분의 1" is a third, though "3분" alone is three minutes: the
    longer reading wins.
    """
    fraction = number.kind == "fraction" and (number.start, number.end) == (mention.start, mention.end)  # "one-quarter"
    return mention.start < number.end and number.start < mention.end and not (fraction or _wider(number, mention))


def _wider(number: Number, mention: DateMention) -> bool:
    """Whether the number holds all of the time expression and more."""
    inside = number.start <= mention.start and mention.end <= number.end
    return inside and number.end - number.start > mention.end - mention.start


def _may_count(document: Document, table: FigureWords, number: Number) -> bool:
    """A first look, for speed: most articles and pronouns have nothing around them that would make them figures."""
    if number.kind != "article":
        return number.kind != "quantifier"
    words = document.tokens.words
    around = table.kinds(words, max(0, number.first_token - 3), min(len(words), number.stop_token + 5))
    return not _COUNTING.isdisjoint(around)


def _by_sentence(document: Document, numbers: list[Number]) -> list[tuple[int, list[Number]]]:
    firsts = document.sentence_firsts
    result: dict[int, list[Number]] = {}
    for number in numbers:
        place = bisect_right(firsts, number.first_token) - 1
        if place >= 0 and number.stop_token <= document.sentences[place][1]:
            result.setdefault(place, []).append(number)
    return list(result.items())


def _scene(document: Document, table: FigureWords, place: int, numbers: list[Number]) -> Scene | None:
    """The sentence with its figures only: numbers that count nothing are put aside."""
    first, stop = document.sentences[place]
    scene = Scene(document, table, first, stop, numbers)
    if any(quantity.number.parts and opens_change(scene, quantity) for quantity in scene.quantities):
        numbers = [part for quantity in scene.quantities for part in _parts(scene, quantity)]
        scene = Scene(document, table, first, stop, numbers)
    kept = figures_among(scene)
    scene.keep(kept)
    return scene if kept else None


def _parts(scene: Scene, quantity: Quantity) -> tuple[Number, ...]:
    """The number, or both ends of what looks like a range but is a change and the level it leads to."""
    number = quantity.number
    return number.parts if number.parts and opens_change(scene, quantity) else (number,)


def _read_scene(
    scene: Scene, topic: _Topic, place: int, dates: Sequence[DateMention]
) -> tuple[list[Figure], str | None]:
    evidence = Evidence(scene)
    figures: list[Figure] = []
    earlier = topic.measure if place - topic.sentence <= _REMEMBERED else None
    currency = topic.currency if place - topic.paid <= _REMEMBERED else None  # that of the money spoken of
    here: str | None = None
    before: str | None = None
    passed: str | None = None  # what the next sentence goes on with: not a part of what is counted here
    whole = False
    shared: Bound | None = None
    units, places = read_units(scene), read_places(scene, dates)
    paid = scene.first  # where the last amount of money ends
    unlisted = False  # whether the count before is of something that no measure lists
    for index, quantity in enumerate(scene.quantities):
        bound = read_bound(scene, quantity)
        if shared and bound.relation == "exact" and joined(scene, scene.quantities[index - 1], quantity):
            bound = shared
        unit = units[index]
        of_others = before == OTHER and is_part(scene, quantity)
        passed_on = None if of_others else here or (OTHER if unlisted else earlier)
        reading = _measure(evidence, index, unit, passed_on, here=here is not None)
        if currency and unit == "count" and _sum_of_money(scene, quantity, reading, paid):
            reading = Reading(_MONEY, "carried on from the figure before", None)
        if reading.rule == NEAR and (
            (before == OTHER and _of_things(scene, index, reading.measure))
            or _verb_of_another(scene, index, units, reading)
        ):
            reading = Reading(OTHER, "goes on from what was counted before", None)
        told = _change_told(scene, index, unit, figures)
        figure, measure = _figure(scene, quantity, bound, unit, reading, here, earlier, told, dates, places[index])
        if reading.measure == _MONEY:
            currency = currency if unit == "count" and currency else unit
            figure, paid = replace(figure, unit=currency), quantity.stop
        figures.append(figure)
        shared = bound if bound.end > bound.start and quantity.bare else None
        unlisted = unit == "count" and reading.measure == OTHER and reading.word is not None
        if unit == "count":
            before, part = measure, is_part(scene, quantity)
            whole = whole or not part
            here = measure if measure != OTHER else here
            passed = here if not (part and whole) else passed
    return figures, passed


def _of_things(scene: Scene, index: int, measure: str) -> bool:
    """Whether a bare number of losses goes on from things: "the party lost 60 seats and the Greens gained | 12"."""
    known = scene.table.measures.get(measure)
    if not (index and known and known.together and scene.quantities[index].bare):
        return False
    before = scene.quantities[index - 1]
    return not before.bare and not _counts_people(scene, before)


def _verb_of_another(scene: Scene, index: int, units: Sequence[str], reading: Reading) -> bool:
    """Whether the word that tells the measure has a share beside it as its amount: "lost 2.1% to | 16,249"."""
    word = reading.word
    if word is None or not scene.quantities[index].bare:
        return False
    beside = range(max(0, index - 1), min(index + 2, len(units)))
    return any(units[n] in _SHARES and scene.opening(scene.quantities[n]) == word.stop for n in beside)


def _planned_apart(scene: Scene, reading: Reading, mood: Span) -> bool:
    """Whether only a relative clause behind what is told of the count is planned: "two arrested who will be tried"."""
    measure, words = scene.table.measures.get(reading.measure), scene.words
    if reading.word is None or measure is None or measure.planned:
        return False
    relatives = scene.table.pack.grammar.relatives
    for token in range(reading.word.stop, scene.stop):
        if scene.span(token, token + 1)[0] >= mood.start:
            return False
        if words[token] in relatives:
            return True
    return False


def _change_told(scene: Scene, index: int, unit: str, figures: list[Figure]) -> Reason | None:
    """Why the figure before is a change, where the next quantity says it again or goes on with it."""
    if not index or figures[-1].role != "change" or figures[-1].unit == unit == "count":
        return None
    left, right = scene.quantities[index - 1 : index + 1]
    alike = figures[-1].unit == unit and elliptic_change(scene, left, right)
    if not (alike or says_again(scene, left, right)):
        return None
    return next((reason for reason in figures[-1].reasons if reason.field == "role"), None)


def _measure(evidence: Evidence, index: int, unit: str, earlier: str | None, *, here: bool) -> Reading:
    if unit in _SHARES:
        return Reading("percent", "unit", None)
    if unit in _SMALL_MONEY or (unit.isupper() and len(unit) == _MONEY_LETTERS):
        return Reading(_MONEY, "unit", None)
    if unit != "count":
        return Reading(OTHER, "unit", None)
    scene, quantity = evidence.scene, evidence.scene.quantities[index]
    alone = quantity.bare and not _noun_before(scene, quantity) and (here or not _of_whole(scene, index))
    linked = alone or _carries_on(scene, quantity, here=here) or _listed(scene, index) or _in_row(scene, index)
    return read_measure(evidence, index, earlier, linked=linked)


def _sum_of_money(scene: Scene, quantity: Quantity, reading: Reading, paid: int) -> bool:
    """Whether a number with no noun is so large that it goes on from the money spoken of before it, where since that
    money, or in this sentence, no people are told ("users grew to | 317 million"), and nothing else counted."""
    word = reading.word
    of_money = word and scene.first < paid and (word.stop <= paid or "," in scene.words[word.stop : quantity.first])
    if word and not of_money:  # but "480 Millionen Euro verloren, nach | 310 Millionen"
        return False
    if any(paid <= hit.first < quantity.first for hit in scene.all_of("people", "everybody")):
        return False
    if any(not other.bare and paid <= other.first < quantity.first for other in scene.quantities):
        return False  # "shipped 7.4 million phones, down from | 10.6 million"
    small = reading.measure == OTHER and scene.has("money_words", "currencies")
    number, least = quantity.number, _HUNDRED_THOUSAND if small else _MILLION
    counted = quantity.tail or quantity.close > quantity.stop  # "1억7천만명": a classifier tells what
    return quantity.bare and not counted and max(number.value or 0, number.low or 0, number.high or 0) >= least


def _of_whole(scene: Scene, index: int) -> bool:
    """Whether the number is a part of the next one, whose noun says what of: "22 of the | 110 fugitives"."""
    mine, behind = scene.quantities[index], scene.quantities[index + 1 : index + 2]
    near = bool(behind) and behind[0].first - mine.stop <= _LIST_JOINT + 1 and not behind[0].bare
    return near and scene.at(mine.stop, "links") is not None


def _listed(scene: Scene, index: int) -> bool:
    """Whether people are counted in one list with those before: "12 men, 7 women and | three children"."""
    if not index:
        return False
    left, right = scene.quantities[index - 1], scene.quantities[index]
    between = range(left.noun_stop, right.first)
    if not 0 < len(between) <= _LIST_JOINT or not (_counts_people(scene, left) and _counts_people(scene, right)):
        return False
    return all(scene.words[token] in LIGHT or scene.at(token, "coordinators") is not None for token in between)


def _in_row(scene: Scene, index: int) -> bool:
    """Whether only a comma and a noun without a particle stand between two numbers with one counter: "사망자는 제철소
    3명, 조선소 2명".
    """
    if not index or not scene.table.pack.figures.counted_before:
        return False
    left, right = scene.quantities[index - 1], scene.quantities[index]
    between = scene.words[left.close : scene.opening(right)]
    row = len(between) in _ROW and between[0] in LIGHT and not any(map(scene.closed_by_particle, between[1:]))
    return row and bool(left.tail) and left.tail == right.tail[: len(left.tail)]


def _counts_people(scene: Scene, quantity: Quantity) -> bool:
    return any(scene.at(token, "people") is not None for token in range(quantity.stop, quantity.noun_stop))


def _carries_on(scene: Scene, quantity: Quantity, *, here: bool) -> bool:
    """Whether a number with a noun of its own still speaks of what the one before did, which stands `here`, in its
    sentence, or in the one before."""
    if compared(scene, quantity):
        return True
    stop = quantity.first if scene.table.pack.figures.counted_before else quantity.noun_stop + 1  # "135명이며 이 중 …"
    if any(hit.first < stop for hit in scene.all_of("partitives")):
        return True
    if _opens(scene, quantity):
        return False  # a sentence of its own: "Some 230 people were on board"
    if not here and not _led_to(scene, quantity):
        return False
    return any(scene.at(token, "everybody") for token in range(quantity.stop, quantity.noun_stop))


def _led_to(scene: Scene, quantity: Quantity) -> bool:
    """Whether a word that tells nothing leads to the number ("reported | 40 people", "spoke | of 40 people"), and no
    verb of its own ("moved 40 people")."""
    pack, token = scene.table.pack, quantity.first
    small = {*pack.grammar.prepositions, *pack.grammar.inner_prepositions}
    while token > scene.first and (word := scene.ending(token, "before", "fillers")):
        if scene.words[token - 1] in small:
            break
        token = word.first
    before = scene.words[token - 1]
    if before in pack.dates.of or scene.ending(token, "to", "state", "verbs", "changes", "heads", "more") is not None:
        return True
    verb = scene.words[token - 1 - (before in small)]  # nor one like "built for | 40 people"
    return bool(vocabulary(pack.code).class_of(verb) & VERB_CUE)


def _opens(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number opens its sentence, what bounds it put aside, and adds to none before."""
    token = quantity.first
    while token > scene.first and (word := scene.ending(token, "before", "fillers")):
        token = word.first
    return token == scene.first and scene.at(token, "more") is None


def _noun_before(scene: Scene, quantity: Quantity) -> bool:
    """Whether a noun of its own that no list knows stands right before the number, where nouns do."""
    token = scene.opening(quantity) - 1
    if not scene.table.pack.figures.counted_before or token < scene.first or scene.stopping(token + 1):
        return False
    word = scene.words[token]
    if word in known_places(scene.table.pack.code):
        return False  # "서울 8명"
    particles = scene.table.pack.particles
    tells = word.endswith((*particles.topic, *particles.subject))  # "환자가 500만명을 넘는다"
    return word.isalpha() and len(word) > 1 and (tells or not scene.closed_by_particle(word))


def _figure(
    scene: Scene,
    quantity: Quantity,
    bound: Bound,
    unit: str,
    reading: Reading,
    here: str | None,
    topic: str | None,
    told: Reason | None,
    dates: Sequence[DateMention],
    place: tuple[int, int] | None,
) -> tuple[Figure, str]:
    document, number = scene.document, quantity.number
    date = as_of(document, number.start, number.end, dates)
    modality, mood = clause_modality(document, number.start, number.end)
    if modality == "denied" and scene.at(quantity.close, "partitives") and scene.table.pack.figures.counted_before:
        modality, mood = ASSERTED, None  # "90명 중 30명은 돌아오지 못했다": the whole is told as it is
    if modality == "planned" and mood and _planned_apart(scene, reading, mood):
        modality, mood = ASSERTED, None
    if date and unit in _OF_THEN and scene.table.pack.figures.counted_before and number.start - date.end <= _OWNED:
        date = None  # "작년의 절반": half of what it was then
    if date and modality == "hedged":
        date = hearsay_date(date, document)
    role, role_reason = read_role(scene, quantity, unit, reading.measure, here, topic, told)
    measure = _intended(scene, quantity, reading.measure, modality)
    counted = read_counted(scene, quantity, unit, reading.word)
    value, low, high = stated(quantity, bound.relation)
    hedged = bound.end > bound.start
    reasons = (
        reason(bound),
        _measure_reason(scene, reading),
        role_reason,
        Reason("modality", modality, *mood) if mood else None,
        Reason("as_of", f"{date.kind} date", date.start, date.end) if date else None,
        Reason("place", "place after a preposition", *place) if place else None,
    )
    figure = Figure(
        start=number.start,
        end=number.end,
        value=value,
        low=low,
        high=high,
        relation=bound.relation,
        hedge=document.text[bound.start : bound.end] if hedged else None,
        role=role,
        counted=document.text[slice(*counted)] if counted else None,
        unit=unit,
        measure=measure,
        place=document.text[slice(*place)] if place else None,
        as_of=date.edtf if date else None,
        as_of_start=date.first_day if date else None,
        as_of_end=date.last_day if date else None,
        modality=modality,
        reasons=tuple(item for item in reasons if item),
    )
    return figure, reading.measure


def _measure_reason(scene: Scene, reading: Reading) -> Reason | None:
    word = reading.word
    return Reason("measure", reading.rule, *scene.span(word.first, word.stop)) if word else None


def _intended(scene: Scene, quantity: Quantity, measure: str, modality: str) -> str:
    """What the measure becomes where it is only planned."""
    known = scene.table.measures.get(measure)
    if known is None or not known.planned:
        return measure
    return known.planned if modality == "planned" or _intent_near(scene, quantity) else measure


def _intent_near(scene: Scene, quantity: Quantity) -> bool:
    """Whether a word of intention stands in the number's stretch between commas."""
    if not scene.has("intent"):
        return False
    first, stop = _stretch(scene, quantity)
    return any(first <= hit.first < stop and _intends(scene, hit.first) for hit in scene.all_of("intent"))


def _intends(scene: Scene, token: int) -> bool:
    """Whether the word is one of intention here: not "may have sent", not the month of May."""
    capital = scene.document.text[scene.span(token, token + 1)[0]].isupper()
    return not scene.at(token, "done") and not (capital and token > scene.first)


def _stretch(scene: Scene, quantity: Quantity) -> tuple[int, int]:
    first, stop = quantity.first, quantity.stop
    while first > scene.first and not _edge(scene, first - 1):
        first -= 1
    while stop < scene.stop and not _edge(scene, stop):
        stop += 1
    return first, stop


def _edge(scene: Scene, token: int) -> bool:
    return scene.words[token] in LIGHT or scene.words[token] in {";", ":", "(", ")"}
