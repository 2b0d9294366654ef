"""Numbers that are no figures: names, ages, times, ordinals, scores, list numbers, articles. Each test says why."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Callable

from factkit.extraction.counted import joined
from factkit.extraction.numbers import Number
from factkit.extraction.quantities import LIGHT, MARKS, QUOTES, STRONG, Quantity, Scene, Word
from factkit.reading.segments import TERMINALS, lower

_OLDEST = 120  # nobody is older
_PAIR = 2
_FEET = frozenset("'’′")
_AGED = 6  # people at most whose ages follow in a row
_VOTE_JOINTS = frozenset("-‐‑–—:")
_NEAR_VOTE, _BEHIND_VOTE = 12, 4  # tokens from a word of voting to the vote's two numbers, and from them to one
_GROUPED = 1000  # from here on digits are grouped
_PERCENT = frozenset({"percent", "percentage_point"})
_GREAT = 100  # from here on nobody numbers generations
_HALF = 0.5
_TENTH = 10  # the smallest part written with a stroke
_NEAR_CHANGE = 5  # words between a verb of change and its amount at most
_STREET_WORDS = 5  # words of a street's name at most
_TITLE = 4  # tokens of a name in quotation marks before its number
_NAME_DIGITS = 4  # a name's number has at most so many digits, ungrouped
_CALIBRE = 4  # millimetres; no weapon is smaller
_COMPOUND = re.compile(r"[-‐‑]\w+[-‐‑]\w")
_PART = 24  # letters of a compound's part looked at
_CODE_LETTERS = 2
_SHARE_CODE = 6  # digits
_SIGNS = frozenset("-‐‑/.:_#@\\=&+·")
_YEARS = range(1900, 2050)
_HOURS, _MINUTES = 24, 2  # hours of a day, digits of its minutes
_BASES = frozenset({1e3, 1e4, 1e5, 1e6})  # so many people a rate is told for
_DECADES_OF_AGE = range(10, 100, 10)


def figures_among(scene: Scene) -> list[Quantity]:
    """The scene's quantities that count or measure something. What makes a number none reaches the next in a list:
    "magnitudes 7.8 and 7.5".
    """
    kept: list[Quantity] = []
    before: Quantity | None = None  # the last that a word before made no figure
    close = 0
    votes = votes_told(scene)
    for quantity in scene.quantities:
        if votes and of_a_vote(scene, quantity):
            kept.append(quantity)
            continue
        if quantity.first < close:  # inside the unit before: "400 parts per million"
            continue
        below = scene.at(quantity.close, "below_zero")
        close = below.stop if below else quantity.close
        listed = before is not None and joined(scene, before, quantity) and not _known_noun(scene, quantity)
        if listed or (_may_be_listed(scene, quantity) and not is_figure(scene, quantity)):
            before = quantity
        elif is_figure(scene, quantity):
            kept.append(_negative(quantity) if below else quantity)
    return kept


def _may_be_listed(scene: Scene, quantity: Quantity) -> bool:
    """Whether what makes the number none would hold for the next in a list, too."""
    if scene.ending(quantity.first, "not_before"):
        return True
    if not quantity.bare:
        return False
    if quantity.number.kind == "digits" and scene.ending(quantity.first, "names"):
        return True  # "under articles 109 and 219"
    if not 0 < (quantity.number.value or 0.0) <= _OLDEST:
        return False
    return any(test(scene, quantity) for test in (_age_told, _age_aside, _age_in_a_list))


def _negative(quantity: Quantity) -> Quantity:
    """The number of degrees below zero."""
    value = quantity.number.value
    return quantity if value is None else quantity._replace(number=quantity.number._replace(value=-value))


def _known_noun(scene: Scene, quantity: Quantity) -> bool:
    return any(
        scene.at(token, "people", "noun", "things", "of", "units", "currencies")
        for token in range(quantity.stop, max(quantity.noun_stop, quantity.close))
    )


def is_figure(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number counts or measures something."""
    for test in _TESTS:  # noqa: SIM110 - a loop of its own costs less than `any` with a generator
        if test(scene, quantity):
            return False
    return True


def _part_of_a_name(scene: Scene, quantity: Quantity) -> bool:
    """F-16, G7, Covid-19, 9/11, 1-800-273: letters, digits or signs are glued to it."""
    number, text = quantity.number, scene.document.text
    before, after = scene.before(number), text[number.end : number.end + 2]
    last = before[-1:]
    if last.isalnum() and not scene.table.pack.numbers.glued and not _is_currency(scene, quantity):
        return True
    if len(before) == 2 and last in "-‐‑" and before[0].isalpha() and text.startswith("%", number.end):
        return False  # "a near-15% rise"
    if last in _SIGNS and last and len(before) == 2 and before[0].isalnum():
        listed = last == "·" and scene.table.pack.numbers.glued and before[0].isalpha()  # "8명 사망·12명 부상"
        return not (listed or (last in "-‐‑" and _is_currency(scene, quantity)))
    if last in _FEET and len(before) == _PAIR and before[0].isdigit():
        return True  # 6'4"
    if (last and last in "#@_") or before in {'="', "='"}:
        return True
    if len(after) < 2:
        return False
    return (after[0] in "-‐‑/:.·+'’′" and after[1].isdigit()) or (after[0] == "(" and after[1].isalpha())


def votes_told(scene: Scene) -> bool:
    """Whether the sentence speaks of a vote, and of two numbers at least."""
    return len(scene.quantities) > 1 and scene.has("votes") and not scene.has("game_words")


def of_a_vote(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is one of two numbers, glued by a dash or with "to" between, that tell a vote: "voted 52-48"."""
    bare = quantity.bare or scene.at(quantity.close, "votes") is not None  # "a 51-49 vote"
    if quantity.number.kind != "digits" or not bare or (quantity.number.value or 0.0) % 1:
        return False
    place = bisect_left(scene.quantities, quantity.first, key=lambda other: other.first)
    pairs = (scene.quantities[max(0, place - 1) : place + 1], scene.quantities[place : place + _PAIR])
    return any(len(pair) == _PAIR and _voted(scene, *pair) for pair in pairs)


def _voted(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether a dash or "to" joins the two numbers, nothing else is glued to them, and a word of voting is near."""
    text, start, end = scene.document.text, left.number.start, right.number.end
    word = scene.at(left.stop, "to")
    if text[left.number.end : right.number.start] not in _VOTE_JOINTS and not (word and word.stop == right.first):
        return False
    if (start and text[start - 1] not in " (") or text[end : end + 1].isalnum() or scene.ending(left.first, "starts"):
        return False
    if text[end : end + 1] in _VOTE_JOINTS and text[end + 1 : end + 2].isdigit():
        return False  # "5-4-1"
    near = range(max(scene.first, left.first - _NEAR_VOTE), right.stop + _BEHIND_VOTE)
    return any(hit.first in near for hit in scene.all_of("votes"))


def _name_glued(scene: Scene, quantity: Quantity) -> bool:
    """제5조, 코로나19, 서해3 다리: a word that makes names, or a name that goes on, is written onto it, where letters
    may stand right before digits.
    """
    prefix = scene.prefix(quantity)
    if not prefix or not scene.table.pack.numbers.glued:
        return False
    goes_on = len(prefix) > 1 and not quantity.tail and quantity.close == quantity.stop < scene.stop
    named = goes_on and prefix.isalpha() and scene.words[quantity.stop].isalpha()
    return prefix in scene.table.names or (named and scene.table.glued(prefix) is None)


def _part_of_a_code(scene: Scene, quantity: Quantity) -> bool:
    """030 1234567: digits that begin with nought count nothing, nor do those next to them."""
    if not scene.noughts or _starts_with_nought(scene, quantity):
        return scene.noughts
    index = scene.quantities.index(quantity)
    for group in (reversed(scene.quantities[:index]), scene.quantities[index + 1 :]):
        last = quantity
        for other in group:
            if not _adjacent(scene, last, other):
                break
            if _starts_with_nought(scene, other):
                return True
            last = other
    return False


def _share_code(scene: Scene, quantity: Quantity) -> bool:
    """한빛전자(012340): six digits alone in brackets, written onto a name."""
    text, start, end = scene.document.text, quantity.number.start, quantity.number.end
    alone = end - start == _SHARE_CODE and text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return alone and text[start:end].isdigit() and text[max(0, start - 2)].isalpha()


def _starts_with_nought(scene: Scene, quantity: Quantity) -> bool:
    start, end = quantity.number.start, quantity.number.end
    digits = scene.document.text[start:end]
    return end - start > 1 and digits[0] == "0" and (digits.isdigit() or digits[1].isdigit())  # 007, "в 09.10"


def _adjacent(scene: Scene, one: Quantity, other: Quantity) -> bool:
    left, right = sorted((one.number, other.number))
    return scene.document.text[left.end : right.start] in {" ", "-", "/"}


def _year_before_a_noun(scene: Scene, quantity: Quantity) -> bool:
    """The 2000 presidential nominee: what would be counted is no plural."""
    if not scene.table.pack.figures.plural_endings or quantity.bare or quantity.number.value not in _YEARS:
        return False
    plain = scene.document.text[quantity.number.start : quantity.number.end].isdigit()
    return plain and not _counts_several(scene, quantity) and not _known_noun(scene, quantity)


def _counts_several(scene: Scene, quantity: Quantity) -> bool:
    """Whether a noun in the plural is counted, where an ending tells."""
    endings = scene.table.pack.figures.plural_endings
    return not quantity.bare and scene.words[quantity.noun_stop - 1].endswith(endings)


def _decade_of_age(scene: Scene, quantity: Quantity) -> bool:
    """30대 여성: a woman in her thirties."""
    endings = scene.table.pack.figures.decades_of_age
    number = quantity.number  # "20~30대 남성", too
    ends = {number.low, number.high} if number.parts else {number.value}
    if quantity.tail not in endings or not ends.issubset(_DECADES_OF_AGE):
        return False
    counted = any(other.first == quantity.stop for other in scene.quantities)  # "10대 | 2명"
    return counted or scene.at(quantity.stop, "people") is not None


def _house_number(scene: Scene, quantity: Quantity) -> bool:
    """10 Downing Street, "ул. Садовая, 10": a name that ends in a word for a street follows, or one that opens with
    such a word stands before the comma."""
    streets = scene.table.pack.figures.streets
    if not streets or quantity.number.kind != "digits":
        return False
    name = quantity.first - 1
    if name > scene.first + 1 and scene.words[name] == "," and not scene.at(quantity.stop, "people"):
        named = itertools.takewhile(scene.upper, range(name - 1, max(scene.first, name - _STREET_WORDS) - 1, -1))
        before = name - 1 - sum(1 for _ in named)
        if before < name - 1 and scene.words[before - (scene.words[before] == ".")] in streets:
            return True
    for token in range(quantity.stop, min(quantity.stop + _STREET_WORDS, scene.stop)):
        if not scene.document.text[scene.span(token, token + 1)[0]].isupper():
            return False
        if token > quantity.stop and scene.words[token] in streets:
            return True
    return False


def _is_currency(scene: Scene, quantity: Quantity) -> bool:
    return scene.ending(quantity.first, "currencies") is not None or scene.currency_glued(quantity) is not None


def _glued_letters(scene: Scene, quantity: Quantity) -> bool:
    """5G, 747s, 19th, 3차, 50-year-old: what is glued to its end is no unit, no counter and no particle."""
    tail = quantity.tail
    if not tail or quantity.number.kind == "ratio":
        return False
    if tail[0] in "-‐‑" and (scene.glued(tail, "compounds") or _is_currency(scene, quantity)):
        return False  # a 12-member panel, a $25-a-month fee
    small = scene.table.pack.figures.not_glued_small
    if small and tail.startswith(small) and (quantity.number.value or 0.0) < _GREAT:
        return True
    end = quantity.number.end  # with the word after it: "2도 화상"
    if scene.glued(tail, "not_glued") or scene.glued(lower(scene.document.text[end : end + _PART]), "not_glued"):
        unit = scene.unit_glued(quantity)
        return unit is None or " " not in unit[0]  # "45호" numbers a thing, "45호주 달러" is money
    if scene.glued(tail, "calibres"):
        return not _measured(scene, quantity)
    if scene.glued(tail, "glued", "counters", "units", "currencies"):
        return False
    return tail[0] in "-‐‑" or (tail[0].isascii() and tail[0].isalpha() and quantity.number.kind == "digits")


def _measured(scene: Scene, quantity: Quantity) -> bool:
    """Whether the length measures something: a word says so, or no weapon is as small."""
    return (quantity.number.value or 0.0) < _CALIBRE or scene.has("unless")


def _calibre(scene: Scene, quantity: Quantity) -> bool:
    """A length that names a weapon: 170 mm, but not "170 mm per hour"."""
    length = scene.at(quantity.stop, "calibres")
    if length is None or _measured(scene, quantity):
        return False
    unit = scene.at(quantity.stop, "units")
    return unit is None or unit.stop <= length.stop


def _words_around(scene: Scene, quantity: Quantity) -> bool:
    """Ages, magnitudes, ranks, clock times: a word before or after says so."""
    share = scene.at(quantity.stop, "units")
    percent = share is not None and share.value in _PERCENT  # "오전 24.9%": no hour
    hedge = scene.ending(quantity.first, "before")  # "of magnitude above 4"
    rank = scene.ending(quantity.first, "not_before") or (hedge and scene.ending(hedge.first, "not_before"))
    if rank and not _thousands(scene, quantity) and not percent:
        return True
    token = quantity.stop
    if token < scene.stop and scene.words[token] in {"-", "‐", "‑"}:
        token += 1
    link = scene.at(token, "links")
    after = (scene.at(place, "not_after") for place in ((token, link.stop) if link else (token,)))
    unit = scene.at(token, "units")  # "three times as many", but not "three times"
    return any(hit is not None and (unit is None or unit.stop <= hit.stop) for hit in after)


def _described_time(scene: Scene, quantity: Quantity) -> bool:
    """Three remarkable weeks: a time with an adjective before it."""
    period, table = quantity.stop + 1, scene.table
    if period >= scene.stop or scene.words[period] not in table.periods or not scene.words[quantity.stop].isalpha():
        return False
    capital = scene.document.text[scene.span(quantity.stop, period)[0]].isupper()
    if capital or scene.words[quantity.stop] in table.no_adjective:  # "300 | last year"
        return False
    if scene.at(quantity.stop, "people", "noun", "things", "of", "units", "currencies", "partitives", "coordinators"):
        return False
    if table.pack.figures.head_last:
        return not scene.words[quantity.stop].endswith(table.pack.figures.plural_endings)  # "300 copies | weeks later"
    return period + 1 == scene.stop or scene.words[period + 1] not in table.ago


def _clock_time(scene: Scene, quantity: Quantity) -> bool:
    """Until 11.30, at 18.00: hours and minutes behind a preposition, where a point makes no decimals."""
    numbers, number = scene.table.pack.numbers, quantity.number
    if numbers.decimal == "." or numbers.either or quantity.close > quantity.stop or quantity.tail:
        return False
    hours, _, minutes = scene.document.text[number.start : number.end].partition(".")
    if not (hours.isdigit() and minutes.isdigit() and len(minutes) == _MINUTES) or not int(hours) <= _HOURS:
        return False
    return int(minutes) < 60 and scene.words[quantity.first - 1] in scene.table.pack.grammar.prepositions


def _thousands(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is written with one grouping mark ("las 19.000"): no hour, age or magnitude."""
    number, value = quantity.number, quantity.number.value or 0.0
    digits = scene.document.text[number.start : number.end]
    return number.kind == "digits" and _GROUPED <= value < _GROUPED**2 and not digits.isdigit()


def _named_by_word(scene: Scene, quantity: Quantity) -> bool:
    """Article 5, Brigade 810, Boeing 737: the word before makes it a name's number."""
    number = quantity.number
    if number.value is None and number.kind == "vague":
        return False
    word = scene.ending(quantity.first, "names")
    hedge = scene.ending(quantity.first, "before")
    if word is not None and hedge is not None and (hedge.first < word.first or _counts_several(scene, quantity)):
        return False  # "under 4,000 ballots", but not "the under 21 team"
    if word is None and number.kind == "digits" and scene.table.pack.figures.name_capitals:
        return _named_by_capital(scene, quantity)
    if word is None or scene.at(quantity.stop, "people", "noun", "units"):
        return False
    dates, before = scene.table.pack.dates, scene.words[word.first - 1] if word.first > scene.first else ""
    return quantity.bare or before not in dates.last + dates.this + dates.next  # "last week 40 barns burned"


def _named_by_capital(scene: Scene, quantity: Quantity) -> bool:
    """Falcon 9, Studio 54: a capitalised word inside the sentence before, and nothing counted after."""
    number, first = quantity.number, quantity.first
    text = scene.document.text
    digits = text[number.start : number.end]
    if first - 1 <= scene.first or not digits.isdigit() or len(digits) > _NAME_DIGITS:
        return False
    start, end = scene.span(first - 1, first)
    if end + 1 != number.start or not text[start].isupper() or scene.stopping(first):
        return False
    if quantity.bare and end - start > 1 and text[start:end].isupper():
        return True
    after = scene.words[quantity.stop] if quantity.stop < scene.stop else "."
    return (
        after in STRONG | LIGHT | QUOTES | TERMINALS or text[scene.span(quantity.stop, quantity.stop + 1)[0]].isupper()
    )


def _closes_title(scene: Scene, quantity: Quantity) -> bool:
    """„Aurora 3“: digits that close a short quotation behind a capital, or open one, are part of a name."""
    number, first, stop = quantity.number, quantity.first, quantity.stop
    digits = scene.document.text[number.start : number.end]
    if not digits.isdigit() or len(digits) > _NAME_DIGITS or stop >= scene.stop:
        return False
    if first > scene.first and scene.words[first - 1] in QUOTES and scene.upper(stop):
        return stop + 1 < scene.stop and scene.words[stop + 1] in QUOTES  # „112 Україна“
    if scene.words[stop] not in QUOTES:
        return False
    low = max(scene.first, first - _TITLE)
    opens = next((token for token in range(first - 1, low - 1, -1) if scene.words[token] in QUOTES), None)
    if opens is None or opens == first - 1 or scene.stopping(first):
        return False
    return all(scene.upper(token) for token in range(opens + 1, first))


def _compound_name(scene: Scene, quantity: Quantity) -> bool:
    """Sieben-Tage-Inzidenz, Zwei-Prozent-Ziel: the number opens a compound of nouns, where those have capitals. A sum
    of money stays one (50-Euro-Schein).
    """
    if not scene.table.pack.grammar.nouns_capitalised:
        return False
    text, end = scene.document.text, quantity.number.end
    return bool(_COMPOUND.match(text, end)) and scene.glued(lower(text[end : end + _PART]), "currencies") is None


def _code_letters(scene: Scene, quantity: Quantity) -> bool:
    """LH 402, A 7: a letter or two before a bare number, where nouns have capitals."""
    number, first = quantity.number, quantity.first
    if not scene.table.pack.grammar.nouns_capitalised or first <= scene.first or scene.upper(quantity.stop):
        return False
    text = scene.document.text
    start, stop = scene.span(first - 1, first)
    digits = text[number.start : number.end]
    short = stop - start <= _CODE_LETTERS and text[start:stop].isalpha() and text[start:stop].isupper()
    return short and stop + 1 == number.start and digits.isdigit() and len(digits) <= _NAME_DIGITS


def _capital_word(scene: Scene, quantity: Quantity) -> bool:
    """Sigma Dos: a number word with a capital after another that is no known word, and small letters behind."""
    number, first, stop, text = quantity.number, quantity.first, quantity.stop, scene.document.text
    if not text[number.start].isupper() or not scene.table.pack.figures.name_capitals or first - 1 <= scene.first:
        return False
    if scene.at(stop, "links") and stop + 1 < scene.stop and scene.upper(stop + 1) and scene.words[first - 1].isalpha():
        return True  # "plaza Dos de Mayo"
    if not text[scene.span(first - 1, first)[0]].isupper() or scene.stopping(first):
        return False
    return stop >= scene.stop or not text[scene.span(stop, stop + 1)[0]].isupper()


def _age_aside(scene: Scene, quantity: Quantity) -> bool:
    """An age after a name, between commas or in brackets: "Anna Weber, 25, said", "Weber (25)"."""
    number, first, stop = quantity.number, quantity.first, quantity.stop
    if number.kind != "digits" or number.value is None or not 0 < number.value <= _OLDEST or quantity.tail:
        return False
    if first <= scene.first or stop >= scene.stop:
        return False
    around = scene.words[first - 1], scene.words[stop]
    if around == ("(", ")") or (around[0] == "(" and around[1] in {"·", ","} and scene.table.pack.numbers.glued):
        return True
    if around == (",", ")") and scene.table.pack.numbers.glued and "(" in scene.words[max(0, first - 4) : first - 1]:
        return True  # "박모 씨(여, 34)"
    if around == ("(", ",") and stop + 1 < scene.stop:
        return scene.document.text[scene.span(stop + 1, stop + 2)[0]].isupper()  # "Anna Weber (25, CDU)"
    if around not in {(",", ","), (",", "."), (",", ";")} or first - 2 < scene.first:
        return False
    if scene.ending(first - 1, "people") or scene.words[first - 2] in scene.table.roles:
        return True
    return scene.document.text[scene.span(first - 2, first - 1)[0]].isupper() and scene.table.pack.figures.name_capitals


def _age_told(scene: Scene, quantity: Quantity) -> bool:
    """She was 45, he would have been 80: a mere number that somebody is."""
    if not quantity.bare or quantity.tail or not 0 < (quantity.number.value or 0.0) <= _OLDEST:
        return False
    token = scene.opening(quantity) - 1
    if token <= scene.first or quantity.close > quantity.stop or scene.words[token] not in scene.table.be:
        return False
    while token > scene.first and scene.words[token] in scene.table.verbal:
        token -= 1
    if scene.at(quantity.stop, "links"):
        return False
    return scene.words[token] in scene.table.somebody or scene.at(token, "kin") is not None


def _age_opening(scene: Scene, quantity: Quantity) -> bool:
    """At 19, he left; now 62, she runs a farm; he died at 83: a mere number behind a word that opens an age."""
    word = scene.ending(quantity.first, "age_openers")
    if word is None or not quantity.bare or quantity.tail or not 0 < (quantity.number.value or 0.0) <= _OLDEST:
        return False
    after = scene.words[quantity.stop] if quantity.stop < scene.stop else "."
    if quantity.close > quantity.stop or after not in LIGHT | TERMINALS:
        return False
    opens = word.first == scene.first or scene.words[word.first - 1] in LIGHT | QUOTES
    return word.stop - word.first > 1 or (opens and after in LIGHT)


def _age_in_a_list(scene: Scene, quantity: Quantity) -> bool:
    """Aged 4, 7 and 11; between the ages of 18 and 29: the first, which tells that they are ages, is read as a time."""
    if not (scene.has("not_before") and quantity.bare) or quantity.tail or quantity.close > quantity.stop:
        return False
    if not 0 < (quantity.number.value or 0.0) <= _OLDEST:
        return False
    token = quantity.first
    while token - 1 > scene.first and token - 1 not in scene.inside and _joins(scene, token - 1):
        token -= 1
        if scene.words[token - 1].isdigit() and token - 1 not in scene.inside:
            token -= 1
            if scene.ending(token, "not_before"):
                return True
    return False


def _age_of_each(scene: Scene, quantity: Quantity) -> bool:
    """Two teenagers, 15 and 17: so many bare numbers behind a comma as people are told of."""
    if not _may_be_an_age(quantity):
        return False
    place = bisect_left(scene.quantities, quantity.first, key=lambda other: other.first)
    first, last = place, place
    while (
        first
        and _may_be_an_age(scene.quantities[first - 1])
        and joined(scene, *scene.quantities[first - 1 : first + 1])
    ):
        first -= 1
    after = scene.quantities[last : last + _AGED]
    while len(after) > 1 and _may_be_an_age(after[1]) and joined(scene, *after[:2]):
        after, last = after[1:], last + 1
    whole = scene.quantities[first - 1] if first else None
    if whole is None or whole.number.value != last - first + 1 or whole.noun_stop + 1 != scene.quantities[first].first:
        return False
    people = any(scene.at(token, "people", "kin") for token in range(whole.stop, whole.noun_stop))
    return people and scene.words[whole.noun_stop] == ","


def _may_be_an_age(quantity: Quantity) -> bool:
    number = quantity.number
    alone = quantity.bare and not quantity.tail and quantity.close == quantity.stop
    return alone and number.kind == "digits" and 0 < (number.value or 0.0) <= _OLDEST


def _joins(scene: Scene, token: int) -> bool:
    return scene.words[token] in LIGHT or scene.at(token, "coordinators") is not None


def _age_of_people(scene: Scene, quantity: Quantity) -> bool:
    """An age that bounds people: "children under 5", "those over 65"."""
    if not scene.has("of_age") or not quantity.bare or not 0 < (quantity.number.value or 0.0) <= _OLDEST:
        return False
    word = scene.ending(quantity.first, "of_age")
    if word is None or quantity.close > quantity.stop or _is_currency(scene, quantity):
        return False
    who = scene.words[word.first - 1] if word.first > scene.first else ""
    people = who in scene.table.pack.people.anonymous or scene.ending(word.first, "people", "everybody") is not None
    return people and scene.ending(word.first, "verb") is None


def _list_number(scene: Scene, quantity: Quantity) -> bool:
    """List numbers ("1. ", "2) ") at a sentence's start, and ordinals ("28. Brigade": the stop ends no sentence)."""
    first, stop = quantity.first, quantity.stop
    if quantity.number.kind != "digits" or stop >= scene.stop or scene.words[stop] not in {".", ")"}:
        return False
    at_start = first == scene.first or (first == scene.first + 1 and scene.words[scene.first] in {"(", "#"})
    if scene.words[stop] == ")":
        return at_start
    if stop + 1 >= scene.stop:
        return at_start and stop == scene.stop - 1
    return scene.words[stop + 1] not in QUOTES


def _score(_scene: Scene, quantity: Quantity) -> bool:
    """54-45, 3:1: a range that falls is a score."""
    number = quantity.number
    return number.low is not None and number.high is not None and number.low >= number.high


def _tally(scene: Scene, quantity: Quantity) -> bool:
    """A vote or odds told by both numbers, the greater first: "52 to 48", "3 to 1"."""
    if not (scene.at(quantity.stop, "to") or scene.ending(quantity.first, "to")):
        return False
    pairs = zip(scene.quantities, scene.quantities[1:], strict=False)
    return any(quantity in pair and _falls(scene, *pair) for pair in pairs)


def _falls(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether nothing but "to" stands between two mere numbers, the second of them smaller, and no "from" before."""
    word = scene.at(left.stop, "to")
    if word is None or word.stop != right.first or left.tail or scene.ending(scene.opening(left), "starts"):
        return False
    near = range(max(scene.first, left.first - _NEAR_CHANGE), left.first)
    if scene.has("changes", "bare_changes") and any(scene.at(token, "changes", "bare_changes") for token in near):
        return False  # "fell by 300 to 200"
    return (left.number.value or 0.0) > (right.number.value or 0.0) and right.close == right.stop


def _type_number(scene: Scene, quantity: Quantity) -> bool:
    """The 747, a 737: a number that names a kind of thing by itself."""
    types = scene.table.pack.figures.types
    if not types or _folded(scene, quantity.number) not in types or _known_noun(scene, quantity):
        return False
    return scene.ending(quantity.first, "fillers") is not None


def _homograph(scene: Scene, quantity: Quantity) -> bool:
    """The scores were level: a vague number word that is another noun unless what it counts follows."""
    if _folded(scene, quantity.number) not in scene.table.pack.figures.homographs:
        return False
    if scene.at(quantity.stop, "links", "more_after") or scene.ending(quantity.first, "verb"):
        return False
    return scene.ending(quantity.first, "fillers") is not None or scene.at(quantity.stop, "people", "noun") is None


def _dated_fraction(scene: Scene, quantity: Quantity) -> bool:
    """9/11, 24/7: digits over digits that nobody would call a part."""
    number = quantity.number
    top, stroke, bottom = scene.document.text[number.start : number.end].partition("/")
    return bool(stroke) and top.isdigit() and bottom.isdigit() and (int(bottom) > _TENTH or int(top) >= int(bottom))


def _third_party(scene: Scene, quantity: Quantity) -> bool:
    """Ordinals that look like fractions: right before a noun ("a third party"), or next in a row ("two died, a third
    escaped").
    """
    number = quantity.number
    if number.kind != "fraction" or number.value is None or not 0 < number.value < _HALF:
        return False
    if quantity.bare and not _next_in_row(scene, quantity, 1 / number.value):
        return False
    linked = scene.at(quantity.stop, "links") is not None or quantity.close > quantity.stop
    return bool(scene.table.pack.numbers.indefinite) and not linked


def _next_in_row(scene: Scene, quantity: Quantity, place: float) -> bool:
    """Whether the sentence has counted to just below `place` before the quantity."""
    before = (other.number.value for other in scene.quantities if other.first < quantity.first)
    return any(value is not None and round(value) == value == round(place) - 1 for value in before)


def _folded(scene: Scene, number: Number) -> str:
    return scene.document.text[number.start : number.end].casefold()


def _article(scene: Scene, quantity: Quantity) -> bool:
    """Articles and pronouns ("one", "un", "o"), unless one counts with them ("one person", "încă un om")."""
    number = quantity.number
    if number.kind != "article":
        return False
    if scene.at(quantity.stop, "links"):
        return True
    more = scene.at(quantity.stop, "changes_after", "more_after")
    if more and scene.table.pack.grammar.nouns_capitalised and scene.upper(more.first):
        return True  # "einen Rückgang"
    if more:
        return any(other.first == more.stop for other in scene.quantities)  # "eine weitere Million"
    if hedge := scene.ending(quantity.first, "more", "before"):
        place = any(hit.first == hedge.first for hit in scene.stopping(quantity.first) if hit.kind == "stops")
        told = hedge.kind == "more" and not place
        if not quantity.bare and (told or _known_noun(scene, quantity)):
            return False  # "încă un om", "more than a bridge", but not "peste o piață", "more than a signal"
    if _folded(scene, number) not in scene.table.pack.figures.pronouns:
        return True
    if scene.table.pack.cases.finite and _happened_to_one(scene, quantity, hedge):
        return False
    return not any(
        scene.at(token, "people", "noun", "units", "currencies") for token in range(quantity.stop, quantity.noun_stop)
    )


def _happened_to_one(scene: Scene, quantity: Quantity, hedge: Word | None) -> bool:
    """Whether a verb that tells a measure stands beside a pronoun that adds to others: "ещё один | ранен", "ранили ещё
    одного", "двое погибли и один | пропал"."""
    behind = scene.at(quantity.stop, "verb")
    if hedge is not None and hedge.kind == "more":
        return bool(behind or scene.ending(hedge.first, "verb"))
    listed = scene.words[quantity.first - 1] in LIGHT or scene.ending(quantity.first, "coordinators")
    return bool(behind and listed) and quantity is not scene.quantities[0]


def _base_of_a_rate(scene: Scene, quantity: Quantity) -> bool:
    """12 cas pour 100 000 habitants: a round number right after what is told of so many. Where the word is a mere
    preposition, too, it is one of people.
    """
    value = quantity.number.value
    if value not in _BASES or not scene.has("rates"):
        return False
    word = scene.ending(quantity.first, "rates")
    if word is None:
        return False
    mere = scene.words[word.first] in scene.table.pack.grammar.prepositions and word.stop - word.first == 1
    if not mere and scene.table.pack.figures.head_last:
        return True
    if mere and not any(scene.at(token, "people") for token in range(quantity.stop, quantity.noun_stop)):
        return False
    return any(other.stop <= word.first <= max(other.noun_stop, other.close) for other in scene.quantities)


def _repeated_mark(scene: Scene, quantity: Quantity) -> bool:
    """A number alone in its sentence, without any word: a page or list number."""
    return (
        quantity.number.kind == "digits"
        and all(
            scene.words[token] in MARKS
            for token in range(scene.first, scene.stop)
            if not quantity.first <= token < quantity.stop
        )
        and not scene.at(quantity.stop, "units", "currencies")
        and not quantity.tail
    )


_TESTS: tuple[Callable[[Scene, Quantity], bool], ...] = (
    _dated_fraction,
    _third_party,
    _article,
    _part_of_a_name,
    _name_glued,
    _part_of_a_code,
    _share_code,
    _year_before_a_noun,
    _decade_of_age,
    _house_number,
    _glued_letters,
    _calibre,
    _words_around,
    _clock_time,
    _described_time,
    _named_by_word,
    _capital_word,
    _compound_name,
    _closes_title,
    _code_letters,
    _age_aside,
    _age_told,
    _age_opening,
    _age_in_a_list,
    _age_of_each,
    _age_of_people,
    _list_number,
    _score,
    _tally,
    _type_number,
    _homograph,
    _base_of_a_rate,
    _repeated_mark,
)
