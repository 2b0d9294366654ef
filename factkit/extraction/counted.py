"""What a number counts: its unit, and the noun phrase as written."""

from factkit.extraction.quantities import LIGHT, MARKS, POINT, QUOTES, STRONG, Quantity, Scene, Word
from factkit.reading.segments import lower

_PERSONS = frozenset({"people", "noun"})
_WHOLE = 100  # percent
_OF_OTHERS = frozenset({"count", "percent", "percentage_point", "basis point", "fraction", "times", "cent", "penny"})
_OWNER = 4  # words between "of" and the number that a part is taken of
_DAY_BETWEEN = 6  # words from a level, with its day, to the one that it is compared to
_AGAIN = 3  # words from "or" to the percent sign
_MILLION = 1e6
SUM = 1e8  # from which a sum without a currency may have one
_DASHES = frozenset({"—", "–", "-", "--"})
_FAR = 9  # words between a noun and a bare number after it ("the number of dead rose yesterday to 600")


def read_unit(scene: Scene, quantity: Quantity) -> str:
    """`count`, `percent`, `percentage_point`, an ISO 4217 code, `fraction`, or the unit's name."""
    unit, before = _unit_told(scene, quantity), scene.opening(quantity) - 1
    if scene.table.speeds and before >= scene.first:
        return scene.table.speeds.get((scene.words[before], unit), unit)  # "시속 120km"
    return unit


def _unit_told(scene: Scene, quantity: Quantity) -> str:
    if quantity.number.kind == "ratio":
        return "fraction"
    if quantity.tail and not (quantity.number.kind == "fraction" and scene.closed_by_particle(f" {quantity.tail}")):
        glued = scene.unit_glued(quantity)
        if glued and glued[0] in scene.table.pack.figures.points and _points_of_percent(scene, quantity):
            return "percentage_point"
        if glued:
            return _money_or_unit(scene, quantity, glued[2], quantity.stop)
    sign = scene.currency_glued(quantity)
    if sign:
        return sign
    short, unit = scene.at(quantity.stop, "points"), scene.at(quantity.stop, "units")
    whole = short is not None and (unit is None or unit.stop <= short.stop)  # not "25 punti base"
    if whole and _points_of_percent(scene, quantity):
        return "percentage_point"
    parts = quantity.number.parts
    for token in range(parts[0].stop_token if parts else quantity.stop, quantity.close):
        word = scene.at(token, "units", "currencies")
        if word:
            return _money_or_unit(scene, quantity, word.value, word.stop)
    currency = _currency_before(scene, quantity)
    if currency:
        return currency
    link = scene.at(quantity.stop, "links")
    token = link.stop if link else quantity.stop
    if quantity.number.kind == "fraction" and token + 1 < scene.stop:
        token += scene.words[token] in scene.table.pack.numbers.indefinite  # "half a mile", "two-tenths of a point"
        if scene.at(token, "points") and _points_of_percent(scene, quantity):
            return "percentage_point"
    word = scene.at(token, "currencies", "units") if token > quantity.stop else None
    if word:
        return _money_or_unit(scene, quantity, word.value, word.stop)
    if currency := _unsaid_currency(scene, quantity):
        return currency
    return "fraction" if quantity.number.kind in {"fraction", "ratio"} else "count"


def _unsaid_currency(scene: Scene, quantity: Quantity) -> str:
    """The currency of a sum so large that it goes without saying: "200억대 사기", "예산 120억을"."""
    figures = scene.table.pack.figures
    if not figures.unsaid_currency or (quantity.number.value or 0.0) < SUM or quantity.close > quantity.stop:
        return ""
    if quantity.tail and quantity.tail not in figures.particles:
        return figures.unsaid_currency if any(quantity.tail in words for words in figures.sums.values()) else ""
    return figures.unsaid_currency if scene.has("money_words") else ""


def _points_of_percent(scene: Scene, quantity: Quantity) -> bool:
    """Whether "points" are those of a percentage, which the sentence tells or speaks of. In "lost 120 points, or 0.7
    percent", they are those of an index.
    """
    if (quantity.number.value or 0.0) >= _WHOLE:
        return False
    if scene.has("point_topics"):
        return True
    told = {hit.first for hit in scene.all_of("units") if hit.value == "percent"}
    if not told or scene.has("game_words"):
        return False
    if _tells_change_again(scene, quantity, told):
        return False
    comma = quantity.close < scene.stop and scene.words[quantity.close] == ","
    again = scene.at(quantity.close + comma, "coordinators")
    token = again.stop if again else quantity.close + comma
    if (again or comma) and token < scene.stop and scene.words[token][0].isdigit():  # "5.5 points, 0.3 percent"
        return told.isdisjoint(range(token + 1, token + 1 + _AGAIN))
    return not (again and not told.isdisjoint(range(token + 1, token + 1 + _AGAIN)))


def _tells_change_again(scene: Scene, quantity: Quantity, told: set[int]) -> bool:
    """Whether a change in percent stands right before the points: "added 0.4 percent, | 27.2 points", but not "rose to
    4.1 percent, 0.3 points more"."""
    mark = quantity.first - 1
    if mark - 1 not in told or scene.words[mark] not in LIGHT:
        return False
    before = next((other for other in scene.quantities if other.close == mark), None)
    return before is not None and scene.ending(before.first, "bare_changes", "unit_changes") is not None


def _money_or_unit(scene: Scene, quantity: Quantity, unit: str, stop: int) -> str:
    """The unit, or the currency of the same name where money is spoken of: "30 million pounds"."""
    currency = scene.table.pack.figures.money_units.get(unit)
    if currency is None or scene.at(stop, "links"):  # "500 pounds of flour"
        return unit
    number = quantity.number
    unstated = number.value is None and number.low is None and number.high is None
    if unstated or (number.value or 0.0) >= _MILLION:  # "thousands of pounds": what is weighed is weighed more exactly
        return currency
    told = {hit.value for hit in scene.all_of("currencies")}
    if not currency.isupper():  # a coin, written small: "earned $240 million, or 11c a share", but not "at 35C"
        small = scene.surface(quantity.first, stop)[-1:].islower()
        return currency if small and (told or scene.has("money_words")) else unit
    money = currency in told or (scene.has("money_words") and not told)  # "1.1 pounds for $499" weighs
    return currency if money else unit


def _currency_before(scene: Scene, quantity: Quantity) -> str | None:
    word = scene.ending(quantity.first, "currencies")
    if word is None:
        return scene.currency_glued(quantity)
    written = lower(scene.surface(word.first, word.stop))
    if word.stop - word.first > 1 and not written[-1].isalnum() and written not in scene.table.signs:
        word = scene.at(word.stop - 1, "currencies") or word  # "a $5 fine" is none in "A$"
    return word.value


def read_units(scene: Scene) -> list[str]:
    """The unit of every quantity; a bare number shares that of the next ("7, 8, 10 percent", "von 7 auf 9 Prozent")."""
    units = [read_unit(scene, quantity) for quantity in scene.quantities]
    for index in range(len(units) - 2, -1, -1):
        left, right = scene.quantities[index], scene.quantities[index + 1]
        if (
            units[index] == "count"
            and units[index + 1] not in {"count", "fraction"}
            and left.bare
            and not left.tail
            and not _said_again(scene, left, right)
            and (joined(scene, left, right) or leads_to(scene, left, right))
        ):
            units[index] = units[index + 1]
    if POINT in units:
        units = [
            POINT if unit == "count" and _of_an_index(quantity) else unit
            for unit, quantity in zip(units, scene.quantities, strict=True)
        ]
    for index in range(1, len(units)):
        left, right = scene.quantities[index - 1], scene.quantities[index]
        if units[index] != "count":
            continue
        if _compared_to(scene, left, right) or _level_of(scene, units[index - 1], left, right):
            units[index] = units[index - 1]
        elif index > 1 and units[index - 2] == POINT and units[index - 1] == "percent" and _reached(scene, left, right):
            units[index] = POINT  # "rose 28 points, or 1.3 percent, to | 2,070"
        elif units[index - 1] == "percent" and _elliptic(scene, left, right):
            units[index] = "percent"
    return units


def _of_an_index(quantity: Quantity) -> bool:
    """Whether a mere number with decimals is the level of an index, where points are told: "to | 2,201.03"."""
    value = quantity.number.value or 0.0
    return value > _WHOLE and not value.is_integer() and quantity.bare and quantity.close == quantity.stop


def _said_again(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether the right one tells in another unit how far the left one, a level reached or a change, is: "to 57, or 39
    percent", "rose 44, or 0.4 percent"."""
    between = scene.words[left.stop : right.first]
    reached = scene.ending(scene.opening(left), "to", "bare_changes") is not None or bool(left.number.parts)
    return reached and len(between) > 1 and between[0] in LIGHT and scene.at(left.stop + 1, "coordinators") is not None


def _elliptic(scene: Scene, left: Quantity, quantity: Quantity) -> bool:
    """Whether a bare number after a percentage is one, too: "23.6 percent, the greens 6.1", "against — 38"; but not
    the level that a change in percent leads to: "rose 0.4 percent to 51.3".
    """
    value, opening = quantity.number.value, scene.opening(quantity)
    if not quantity.bare or quantity.tail or (value or 0.0) > _WHOLE or scene.ending(opening, "to"):
        return False
    before, apart = scene.words[opening - 1], scene.words[scene.opening(left) - 1]
    if before != apart and before in scene.table.prepositions:
        return False  # "0.3% weaker at 93.20"
    broken = value is not None and not float(value).is_integer()
    return broken or scene.words[scene.opening(quantity) - 1] in _DASHES


def _compared_to(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether a bare number is the level before the other: "to 9.3 million barrels from | 9.1 million", "at 4 percent,
    up from | 3.8". After a change ("rose 4 percent from 30"), it has a unit of its own.
    """
    if not right.bare or right.tail or right.first - left.close > _DAY_BETWEEN:
        return False
    word, opening = compared(scene, right), scene.opening(left)
    if word is None or scene.ending(opening, "bare_changes", "unit_changes", "by"):
        return False
    if scene.ending(opening, "to"):  # "to 9.3 million barrels a day from"
        return not any(scene.words[token] in STRONG for token in range(left.close, word.first))
    return word.first - left.close <= (scene.words[left.close] in LIGHT)


def _level_of(scene: Scene, unit: str, left: Quantity, right: Quantity) -> bool:
    """Whether a bare number right behind an amount is the level that it leads to: "by 4 million barrels to | 428",
    "gained 24 points to | 3,821"."""
    leads = ("by", "bare_changes", "unit_changes") if unit == POINT else ("by",)
    if unit in _OF_OTHERS or not right.bare or right.tail or not scene.ending(left.first, *leads):
        return False
    to = scene.ending(scene.opening(right), "to") or scene.ending(right.first, "to")
    return to is not None and 0 <= to.first - left.close <= (scene.words[left.close] in LIGHT)


def _reached(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether a bare number is a level that words right behind the left one lead to."""
    if not right.bare or right.tail:
        return False
    between = [word for word in scene.words[left.close : right.first] if word not in LIGHT]
    if len(between) == 1 and between[0] in scene.table.prepositions:
        return (right.number.value or 0.0) > _WHOLE  # "down 34 points, or 0.4%, at 7,501"
    to = scene.ending(right.first, "to")
    return to is not None and 0 <= to.first - left.close <= (scene.words[left.close] in LIGHT)


def compared(scene: Scene, quantity: Quantity) -> Word | None:
    """The word of comparison before the quantity and its hedges: "up from | the 8,000"."""
    if not scene.has("comparisons"):
        return None
    token = quantity.first
    while token > scene.first:
        found = scene.ending(token, "comparisons")
        step = scene.ending(token, "before", "fillers", "currencies")
        if found or step is None:
            return found
        token = step.first
    return None


def joined(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether nothing but "and", "or" or commas stands between two quantities."""
    between = range(left.stop, right.first)
    return 0 < len(between) <= 2 and all(
        scene.words[token] in LIGHT or scene.at(token, "coordinators") is not None for token in between
    )


def leads_to(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether only a word for the level reached, or left, stands between two quantities: "von 7 | auf 9", "to 0.5 |
    from 0.75"."""
    word = scene.at(left.stop, "to") or scene.at(left.stop, "starts")
    return word is not None and word.stop == right.first


def read_counted(scene: Scene, quantity: Quantity, unit: str, told: Word | None) -> tuple[int, int] | None:
    """The counted noun phrase as characters, None where none is told or the unit is all there is."""
    if unit not in {"count", "fraction"} and unit != "percent":
        return None
    if unit == "count" and quantity.tail and scene.glued(quantity.tail, "compounds"):
        return quantity.number.end + 1, quantity.number.end + len(quantity.tail)
    if not quantity.bare and unit == "count" and scene.words[quantity.noun_stop - 1] in scene.table.owns:
        return _owned(scene, quantity)
    if not quantity.bare and unit == "count":
        opening = quantity.close
        while opening < quantity.noun_stop - 1 and scene.words[opening] in QUOTES:
            opening += 1  # "une « dizaine » | de militaires"
        start, end = scene.span(scene.past_links(opening), quantity.noun_stop)
        if scene.table.pack.grammar.nouns_capitalised and scene.document.text[start:end].islower():
            return None  # "Tausende | sitzen fest"
        return _stripped(scene, start, end)
    if unit != "count":
        return None
    if scene.at(quantity.stop, "partitives"):
        return _of_those(scene, quantity)
    whole = _whole_of(scene, quantity) or _same_as_before(scene, quantity)
    if whole is not None:
        return whole
    if told is None:
        return _noun_before(scene, quantity)
    if scene.at(told.first, "participles") and told.stop == scene.opening(quantity):
        return None  # "killed 1,000"
    ahead = told.stop <= quantity.first
    if scene.table.pack.figures.counted_before and (noun := _noun_right_before(scene, quantity)):
        return noun  # the verb that tells stands behind: "소방관 | 2명이 다쳤다"
    if ahead and told.kind in {"noun", "things"} and not _owns(scene, told.stop):
        return _widened(scene, told)
    return _noun_before(scene, quantity) if ahead else None


def _owned(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """What the number after an owner counts: "two of the firm's five | directors"."""
    whole = next((other for other in scene.quantities if other.first == quantity.noun_stop), None)
    return None if whole is None or whole.bare else _stripped(scene, *scene.span(whole.close, whole.noun_stop))


def _of_those(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """What the number before counts, of which this one is a part: "43 | people, 16 of them minors"."""
    before = [other for other in scene.quantities if other.first < quantity.first]
    if not before or before[-1].bare:
        return None
    return _stripped(scene, *scene.span(scene.past_links(before[-1].close), before[-1].noun_stop))


def _same_as_before(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """What the number counts that this one is compared with: "3,000 | vacancies, up from 2,400"."""
    word = compared(scene, quantity) if quantity.bare and not quantity.tail else None
    if word is None or word.stop - word.first == 1:  # "from" alone leads to what is taken away
        return None
    before = [other for other in scene.quantities if other.first < word.first]
    if not before or before[-1].bare or not 0 <= word.first - before[-1].noun_stop <= _AGAIN:
        return None
    return _stripped(scene, *scene.span(scene.past_links(before[-1].close), before[-1].noun_stop))


def _whole_of(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """What the greater number counts that this one is a part of: "55 of the 200 | protesters"."""
    link = scene.at(quantity.stop, "links")
    if link is None:
        return None
    token = link.stop
    while token < scene.stop and token - link.stop < _OWNER and (word := scene.at(token, "fillers", "before", "stops")):
        token = word.stop  # "six of their last eight games"
    whole = next((other for other in scene.quantities if other.first == token), None)
    if whole is None or whole.bare or (whole.number.value or 0.0) <= (quantity.number.value or 0.0):
        return None
    return _stripped(scene, *scene.span(whole.close, whole.noun_stop))


def _noun_before(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """The noun that a bare number counts, before it: "число погибших выросло до 139", "사상자 4,000여 명"."""
    taken = {t for other in scene.quantities if other is not quantity for t in range(other.first, other.noun_stop)}
    for token in range(quantity.first - 1, max(scene.first, quantity.first - _FAR) - 1, -1):
        if (
            token in taken
            or scene.words[token] in STRONG
            or (scene.words[token] in LIGHT and token < quantity.first - 1)
        ):
            return None
        if _owns(scene, token + 1):
            continue
        if scene.words[token - 1] in scene.table.verbal:
            continue  # "would ship about 6 million"
        noun = scene.at(token, "noun", "things") or (
            scene.at(token, "people")
            if not scene.table.pack.figures.head_last
            and _adjoins(scene, token, quantity)
            and not scene.closed_by_particle(scene.words[token])
            else None
        )
        if noun:
            plural = scene.words[token].endswith(scene.table.pack.figures.plural_endings)
            return (
                None if scene.at(token, "votes") and not plural else _widened(scene, noun)
            )  # "passed the bill | 52-48"
    return None


def _noun_right_before(scene: Scene, quantity: Quantity) -> tuple[int, int] | None:
    """The noun without a particle that nothing but hedges parts from the number behind it."""
    token = scene.opening(quantity) - 1
    if token < scene.first or scene.closed_by_particle(scene.words[token]):
        return None
    noun = scene.at(token, "people", "noun", "things")
    return _widened(scene, noun) if noun else None


def _owns(scene: Scene, token: int) -> bool:
    """Whether the mark of an owner stands at `token`: in "the shop's rating fell to 3.9", no shop is counted."""
    return scene.words[token] in scene.table.owns


def _widened(scene: Scene, noun: Word) -> tuple[int, int]:
    """The noun with what belongs to it before."""
    first = noun.first
    while first > scene.first and _modifier(scene, first - 1):
        first -= 1
    return _stripped(scene, *scene.span(first, scene.head_stop(noun.stop)))


def _adjoins(scene: Scene, token: int, quantity: Quantity) -> bool:
    """Whether nothing but hedges stands between the word at `token` and the number."""
    place = quantity.first
    while place > token + 1 and (word := scene.ending(place, "before", "fillers")):
        place = word.first
    return place == token + 1


def _modifier(scene: Scene, token: int) -> bool:
    if scene.words[token] in MARKS or scene.closed_by_particle(scene.words[token]):
        return False
    if not _PERSONS.isdisjoint(scene.kinds_at(token)):
        return True
    capital = scene.document.text[scene.span(token, token + 1)[0]].isupper()
    return scene.at(token, "nations") is not None and not (capital and scene.table.pack.figures.name_capitals)


def _stripped(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """Without the particles of the last word."""
    text = scene.document.text
    for particle in sorted(scene.table.pack.figures.particles, key=len, reverse=True):
        if text.endswith(particle, start, end) and end - len(particle) > start + 1:
            return start, end - len(particle)
    return start, end
