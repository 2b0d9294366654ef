"""Which of a sentence's dates a figure holds for: how far each one reaches, and what sets it apart."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from factkit.extraction.date_grammar import cut_phrase
from factkit.extraction.dates import BREAKS, ENDS, OPENS, DateMention, find_dates
from factkit.extraction.edtf import resolve
from factkit.extraction.model import Document
from factkit.languages import LanguagePack
from factkit.reading.segments import CLOSERS

_PAUSES = frozenset({",", "("})  # marks before a relative clause
_QUOTES = frozenset('«»„“”"‚‘›‹')
_NAME = 4  # tokens of a name in quotation marks before the day in it
_YEAR_DIGITS = re.compile(r"\d{4}")
_BRACKET = 8  # words in brackets behind a date
_EVENT = 4  # words between a date and the postposition after its event
_PAIR = 2
_ONE_BESIDE = 3  # tokens of a number, its unit and what joins it to the next
_TO_THE_HOUR = 4  # tokens from a day to the word for "as of" behind its hour
_ASIDE_WORDS = 3  # words between commas that interrupt a clause at most
_HEDGES = 3  # words between a contrast and its number: "up from the 8,000"
_OWN_CLAUSE = 4  # tokens from a date in a relative clause to a number that is hardly in it
_OF = 5  # tokens from a number for comparison to the date of what it was ("27% at the election of 2021")
_COARSE = frozenset({"month", "year", "season", "quarter", "decade"})
_CLOSING = 8  # words between a number and the date that closes its sentence
_LEAD = 5  # words from the start of a clause to the date that opens it: "in the three months to March"

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scope:
    """Words that steer the reach of a date: prepositions by class ("at", "since", "apart", "of"), and single words."""

    prepositions: dict[_Phrase, str]
    openers: dict[_Phrase, str]
    longest: int
    postpositions: frozenset[str]
    determiners: frozenset[str]
    contrasts: dict[_Phrase, str]
    contrast_ends: frozenset[str]
    relatives: frozenset[str]
    thats: frozenset[str]
    articles: frozenset[str]
    than: frozenset[str]
    percents: frozenset[str]
    owning: frozenset[str]
    coordinators: frozenset[str]
    now: frozenset[str]
    bare: frozenset[str]
    phases: frozenset[str]
    markers: frozenset[_Phrase]
    starts: frozenset[str]
    levels: frozenset[str]
    attributives: tuple[str, ...]  # tails of verbs before a noun that no particle has
    periods: tuple[str, ...]  # what a change is measured from, where the word for that follows it
    steps: frozenset[str]  # "by" and "to", before a change and the level it reached


@cache
def _scope(pack: LanguagePack) -> _Scope:
    words = pack.dates

    def phrases(**classes: Iterable[str]) -> dict[_Phrase, str]:
        return {cut_phrase(entry, pack): name for name, entries in classes.items() for entry in entries}

    def single(entries: Iterable[str]) -> frozenset[str]:
        return frozenset(word for entry in entries for word in cut_phrase(entry, pack))

    prepositions = phrases(at=(*words.at, *words.until), since=words.since, apart=words.apart, of=words.of)
    # "from" and the like open lengths of time, but stand before a lot else: they set only their own date apart.
    openers = phrases(apart=(*words.apart, *(word for word in words.since if word not in words.between)))
    contrasts = phrases(contrast=words.contrasts)
    longest = max(map(len, (*prepositions, *contrasts)), default=0)
    sources = (*pack.markers.before, *pack.markers.whole, *pack.markers.own)
    markers = frozenset(cut_phrase(entry, pack)[:2] for entry in sources)
    relatives, articles = (
        single(words.relatives),
        single(pack.grammar.relatives if pack.grammar.nouns_capitalised else ()),
    )
    periods = (word for unit in words.relative_units.values() for word in unit)
    levels = (*pack.figures.to, *pack.figures.along)
    owners = (*pack.grammar.owning, *(word.replace("'", "’") for word in pack.grammar.owning))
    return _Scope(
        prepositions, openers, longest, single((*words.since_after, *words.apart_after)), single(words.determiners),
        contrasts, frozenset(phrase[-1] for phrase in contrasts), relatives,
        frozenset(pack.grammar.complementizers) & frozenset(pack.grammar.relatives), relatives & articles,
        single(words.than), single(pack.figures.units.get("percent", ())), frozenset(owners),
        single(words.coordinators),
        single(words.now), frozenset(words.bare), single(word for entries in words.phases.values() for word in entries),
        markers, frozenset(pack.figures.starts), frozenset(cut_phrase(entry, pack)[0] for entry in levels),
        tuple(t.strip("~") for t in pack.particles.attributives if t.strip("~") not in pack.particles.topic),
        tuple(single((*words.apart_after, *words.units.get("quarter", ()), *periods)))
        if words.particles
        else (),
        frozenset(cut_phrase(entry, pack)[0] for entry in (*pack.figures.by, *pack.figures.to)),
    )  # fmt: skip


def _ending(table: dict[_Phrase, str], longest: int, words: list[str], stop: int) -> str:
    """The class of the longest phrase in `table` that ends just before token `stop`, or ""."""
    for length in range(min(longest, stop), 0, -1):
        found = table.get(tuple(words[stop - length : stop]))
        if found:
            return found
    return ""


def _contrasted(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a contrast ("but", "up from") stands in tokens `first` to `stop`, other than what a change is measured
    against ("im April gegenüber März um | 200")."""
    between = words[first:stop]
    if scope.contrast_ends.isdisjoint(between):
        return False
    return any(
        _ending(scope.contrasts, scope.longest, between, end + 1)
        and not (word in scope.than and not scope.steps.isdisjoint(between[end + 1 :]))
        and not (end and scope.periods and between[end - 1].startswith(scope.periods))  # "전년 동기 | 대비"
        for end, word in enumerate(between)
    )


def _compared(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a comparison in several words ("up from") stands in tokens `first` to `stop`."""
    between = tuple(words[first:stop])
    phrases = (phrase for phrase in scope.contrasts if len(phrase) > 1)
    return any(between[place : place + len(phrase)] == phrase for phrase in phrases for place in range(len(between)))


def as_of(
    document: Document, start: int, end: int, mentions: Sequence[DateMention] | None = None
) -> DateMention | None:
    """The date for which the figure at `text[start:end]` holds, or None where its sentence names none.

    A date in the figure's own stretch between commas comes first, then one that opens the sentence or a clause and
    whose reach no contrast has ended, then the day on which it was told. The day of publication itself dates nothing,
    nor does what sets another event in time ("since", "after", "which began in"). Of an interval, its end counts.
    `mentions` are `find_dates(document)`, in order, if at hand.
    """
    known = find_dates(document) if mentions is None else mentions
    if not known:
        return None
    starts = document.tokens.starts
    place = bisect_right(starts, start) - 1
    first, stop = document.sentence_at(start) or (max(place, 0), max(place, 0) + 1)
    low = bisect_left(known, starts[first], key=lambda mention: mention.start)
    options: list[tuple[int, int, DateMention]] = []
    for number in range(low, len(known)):
        mention = known[number]
        if mention.start > document.tokens.ends[stop - 1]:
            break
        if mention.end <= start or mention.start >= end:
            rank = _reach(document, mention, place, first)
            if rank is not None:
                options.append((*rank, mention))
    if not options:
        return None
    best = min(options, key=lambda option: (option[0], option[1], option[2].start))[2]
    return _dating(best, document.published, stated=_is_stated(document, best))


def _is_stated(document: Document, mention: DateMention) -> bool:
    """Whether a word says that counts are as of the date, be it today ("이날 오전 8시 현재", "올해 들어")."""
    marks, tokens = document.pack.dates.at_after, document.tokens
    number = bisect_left(tokens.starts, mention.end)
    if not marks:
        return False
    tails = tuple(mark[1:] for mark in marks if mark[0] == "~")
    if tokens.words[number - 1].endswith(tails):
        return True
    for word in tokens.words[number : number + _TO_THE_HOUR]:
        if word in marks or word.endswith(tails):
            return True
        if not (word in document.pack.dates.parts or word[0].isdigit() or word in "()"):
            return False
    return False


def _reach(document: Document, mention: DateMention, place: int, first: int) -> tuple[int, int] | None:
    """How near `mention` dates the token `place` (rank, distance; small is near), or None if it doesn't."""
    scope = _scope(document.pack)
    words, starts = document.tokens.words, document.tokens.starts
    opens, closes = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
    leading = closes <= place
    low, high = (closes, place) if leading else (place + 1, opens)
    between = words[low:high]
    if mention.kind == "clock" or ";" in between or "…" in between or _contrasted(scope, words, low, high):
        return None
    if leading and _told_of_the_next(document, words, low, high):
        return None
    if leading and len(between) >= _OWN_CLAUSE and _relative_before(scope, words, max(first, opens - 5), opens):
        return None  # "the quake that struck on Sunday in the east killed 1,400"
    if not leading and (_dates_the_start(scope, words, low, opens) or _owns_the_next(scope, words, closes)):
        return None
    near = not leading and (
        len(between) <= 2 or (len(between) <= _OF and _compared(scope, words, max(first, place - _HEDGES), place))
    )
    near = near or (leading and mention.grain in _COARSE and len(between) <= _OWN_CLAUSE and opens - first <= _OF)
    if not _dates_clause(document, mention, opens, closes, place, near=near):
        return None
    commas = 0 if not leading and _aside(words, low, high) else sum(word in BREAKS for word in between)
    if commas > 1 and "(" in between and ")" in between:  # "신속지원군(RSF)의": an aside ends no clause
        commas -= 2 * min(between.count("("), between.count(")"))
    if leading:
        return _leading_rank(document, mention, (opens, place), first, commas=commas)
    if between[:1] and between[0] in scope.percents and not scope.starts.isdisjoint(between[1:2]):
        return None  # "a decline of | 10.1 percent from the profit of a year ago"
    if any(word in scope.starts and _counts_soon(words, n) for n, word in enumerate(between, low + 1)):
        return None  # "to 7.8 from | 8.1 in March", "from | $22 billion a year ago"
    # "up from the 8,000 that he gave last week" tells when it was given.
    if mention.grain == "week" and len(between) > 1 and _compared(scope, words, max(first, place - _HEDGES), place):
        return None
    if any(word in scope.coordinators for word in words[max(place + 1, opens - 2) : opens]):
        return None
    if not commas:  # where verbs stand last, what follows is rather the day on which it was told
        listed = any(word[0].isdigit() for word in between)  # one of its own is told of the number in between
        return 2 if document.pack.grammar.cue_position == "last" else int(listed), len(between)
    if _has_relative(scope, words, low, high):
        return None
    if document.pack.grammar.cue_position == "last" and _dates_the_next(document, closes):
        return None
    if (
        mention.grain == "week" or mention.grain in _COARSE
    ):  # only what closes the sentence: "…, to 7 percent, in March."
        ends = words[closes] in ENDS if closes < len(words) else True
        return (3, len(between)) if ends and len(between) <= _CLOSING and _after_mark(words, opens) else None
    return 3, len(between)


def _dates_the_start(scope: _Scope, words: list[str], low: int, opens: int) -> bool:
    """Whether the date that opens at `opens`, behind a comma, is that of what a count began with: "lost 500 since the
    start of the invasion, on | 24 February 2022"."""
    mark = next((number for number in range(opens - 1, max(low, opens - _PAIR) - 1, -1) if words[number] == ","), low)
    for end in range(mark, max(low, mark - _CLOSING), -1):
        if words[end - 1] in BREAKS or words[end - 1][0].isdigit():
            return False
        if _ending(scope.prepositions, scope.longest, words, end) == "since":
            return True
    return False


def _owns_the_next(scope: _Scope, words: list[str], closes: int) -> bool:
    """Whether the date is the owner of what a number behind it tells: "Friday's closing price of | 410p"."""
    if closes >= len(words) or words[closes] not in scope.owning:
        return False
    return any(word[0].isdigit() for word in words[closes + 1 : closes + 1 + _OF])


def _counts_soon(words: list[str], place: int) -> bool:
    """Whether a number stands at `place`, maybe behind the sign of its currency."""
    if not words[place][0].isalnum() and place + 1 < len(words):
        place += 1
    return words[place][0].isdigit()


def _told_of_the_next(document: Document, words: list[str], low: int, high: int) -> bool:
    """Whether a verb before its noun stands right behind the date, and another number is that noun: "지난 7월 발표한
    2.8%에서 | 2.7%로".
    """
    if high - low <= 1 or not words[low].endswith(_scope(document.pack).attributives):
        return False
    first = next((number for number in range(low, high) if words[number][0].isdigit()), high)
    return high - first > _ONE_BESIDE


def _dates_the_next(document: Document, closes: int) -> bool:
    """Whether a number follows the date that closes before token `closes`: "70명이 왔고, 20일 기준 | 9명이 남았다"."""
    sentence = document.sentence_at(document.tokens.starts[closes]) if closes < len(document.tokens.words) else None
    return sentence is not None and any(word[0].isdigit() for word in document.tokens.words[closes : sentence[1]])


def _aside(words: list[str], low: int, high: int) -> bool:
    """Whether the only marks in tokens `low` to `high` are commas around a few words: "250 men, it seems, left in"."""
    marks = [place for place in range(low, high) if words[place] in BREAKS]
    if len(marks) != _PAIR or words[marks[0]] != "," or words[marks[1]] != ",":
        return False
    inside = words[marks[0] + 1 : marks[1]]
    return 0 < len(inside) <= _ASIDE_WORDS and not any(word[0].isdigit() for word in inside)


def _after_mark(words: list[str], opens: int) -> bool:
    """Whether nothing but a preposition stands between the last mark and the date."""
    return any(word in BREAKS for word in words[max(0, opens - 2) : opens])


def _relative_before(scope: _Scope, words: list[str], first: int, opens: int) -> bool:
    """Whether a relative clause with its verb stands before the date that opens at `opens`."""
    while opens > first and (words[opens - 1] in scope.determiners or (words[opens - 1],) in scope.prepositions):
        opens -= 1
    return _has_relative(scope, words, first, opens - 1)


def _has_relative(scope: _Scope, words: list[str], first: int, stop: int) -> bool:
    """Whether a relative pronoun stands in tokens `first` to `stop`: right behind a comma, if it may be an article."""
    if scope.relatives.isdisjoint(words[first : max(first, stop)]):
        return False
    return any(
        words[n] in scope.relatives and (words[n] not in scope.articles or (n > 0 and words[n - 1] in _PAUSES))
        for n in range(first, stop)
    )


def _leading_rank(
    document: Document, mention: DateMention, stretch: tuple[int, int], first: int, *, commas: int
) -> tuple[int, int] | None:
    """The rank of a date before the number: `stretch` is from its first token to the number."""
    scope = _scope(document.pack)
    words = document.tokens.words
    (opens, place), closes = stretch, bisect_left(document.tokens.starts, mention.end)
    distance = place - closes
    back = opens - 1
    while back >= first and words[back] not in BREAKS and opens - back <= _LEAD:
        back -= 1
    opening = back < first or words[back] in BREAKS
    if not commas:
        return 1, distance
    if opening and (commas <= 3 or mention.grain == "day"):
        return 2, distance
    if commas == 1 and _reaches(scope, words, place):
        return 2, distance
    if mention.grain == "day" and commas == 1 and not _has_relative(scope, words, max(first, opens - 6), opens):
        return 4, distance
    return None


def _reaches(scope: _Scope, words: list[str], place: int) -> bool:
    """Whether the number at `place` is the level that a change before a comma led to ("…, to 430 million"), or what it
    came with ("…, avec 663 000 naissances")."""
    comma = next((n for n in range(place - 1, place - _HEDGES - 2, -1) if words[n] == ","), None)
    return comma is not None and words[comma + 1] in scope.levels


def _dates_clause(document: Document, mention: DateMention, opens: int, closes: int, place: int, *, near: bool) -> bool:
    """Whether the date at tokens `opens` to `closes` dates its clause, by the words on either side of it.

    "of April" belongs to the noun before it, which may be the figure itself (`near`: "600 in place of those of April").
    """
    scope = _scope(document.pack)
    words = document.tokens.words
    behind = _past_bracket(words, closes, place)
    after = words[behind] if behind < len(words) else ""
    if not scope.than.isdisjoint(words[max(0, opens - 2) : opens]) or _named_after(words, opens, closes):
        return False
    if after in scope.postpositions or _glued_apart(document, closes) or _apart_soon(document, closes):
        return False
    kind = _ending(scope.prepositions, scope.longest, words, opens)
    if not kind and opens and words[opens - 1] in scope.determiners:
        kind = _ending(scope.prepositions, scope.longest, words, opens - 1) or "of"
    if kind == "since" and mention.grain != "week" and mention.edtf and "/" in mention.edtf:
        return True  # "from May to July": its end counts
    if kind in ("since", "apart") or _clause_apart(words, opens, scope, place):
        return False
    if kind:
        return near if kind == "of" else True
    grain = "relative" if mention.kind == "relative" else mention.grain
    if "phase" in scope.bare and words[opens] in scope.phases:
        return True
    return grain in scope.bare or opens == 0 or words[opens - 1] in BREAKS or words[opens - 1] in OPENS


def _past_bracket(words: list[str], closes: int, place: int) -> int:
    """Past brackets behind a date that don't hold the token `place`: "전날(70명)|보다 | 9명"."""
    if closes >= len(words) or words[closes] != "(":
        return closes
    near = range(closes + 1, min(len(words), closes + _BRACKET))
    closing = next((number for number in near if words[number] == ")"), None)
    return closes if closing is None or closes < place < closing else closing + 1


def _named_after(words: list[str], opens: int, closes: int) -> bool:
    """Whether the date closes a name in quotation marks («NZZ am Sonntag»)."""
    if closes >= len(words) or words[closes] not in CLOSERS:
        return False
    return not _QUOTES.isdisjoint(words[max(0, opens - _NAME) : opens])


def _glued_apart(document: Document, closes: int) -> bool:
    """Whether the date's own token ends in a postposition that opens a length of time (4월부터)."""
    if not closes:
        return False
    word = document.tokens.words[closes - 1]
    apart = (*document.pack.dates.since_after, *document.pack.dates.apart_after)
    return bool(document.pack.dates.particles) and word.endswith(apart)


def _apart_soon(document: Document, closes: int) -> bool:
    """Whether another event that the date tells ends soon in a postposition ("2023년 10월 전쟁 발발 이후")."""
    dates, words = document.pack.dates, document.tokens.words
    if not dates.since_after:
        return False
    near = words[closes : closes + _EVENT]
    stop = next((n for n, word in enumerate(near) if word in BREAKS or word[0].isdigit()), len(near))
    return any(word in dates.since_after for word in near[1:stop])


def _clause_apart(words: list[str], opens: int, scope: _Scope, place: int) -> bool:
    """Whether the stretch before the date, back to a comma, opens another event's clause ("since the war began in").
    What may be a conjunction opens what is said, where the token `place` is in its clause ("afirma, en cambio, que …").
    """
    for back in range(opens - 1, max(-1, opens - 12), -1):
        word = words[back]
        if word in BREAKS or word in OPENS:
            return False
        if (
            _ending(scope.openers, scope.longest, words, back + 1)
            and tuple(words[back : back + 2]) not in scope.markers
            and not back < place < opens
            and not (back + 2 < opens and words[back + 1][0].isdigit() and not words[back + 2].isalpha())
        ):  # "after 0.7 % in May", "before settling at 4.3 percent in June" set no event apart from their own number
            return True
        if (
            word in scope.relatives
            and back > 0
            and words[back - 1] in (_PAUSES if word in scope.articles else BREAKS)
            and not (word in scope.thats and back < place)
        ):
            return True
    return False


def _dating(mention: DateMention, published: date | None, *, stated: bool) -> DateMention | None:
    """`mention` as a figure's date: its end where it is an interval; None where it is unresolved or says "today", if
    not `stated` as what counts are as of.
    """
    if mention.edtf is None or mention.last_day is None or mention.first_day is None:
        return None
    if published and not stated and mention.first_day == mention.last_day == published:
        return None
    if published and not stated and mention.kind == "relative" and mention.first_day <= published <= mention.last_day:
        return None
    if "/" in mention.edtf and mention.grain != "week":
        return mention._replace(edtf=mention.edtf.partition("/")[2])
    return mention


def hearsay_date(mention: DateMention, document: Document) -> DateMention:
    """The date of something hedged: "sollen im Februar getötet worden sein" looks ahead by its words, and is past.

    A month or day without a year is then the nearer one of this year's and the last.
    """
    first, last, published = mention.first_day, mention.last_day, document.published
    told_year = _YEAR_DIGITS.search(document.text, mention.start, mention.end)
    if not (published and first and last and mention.edtf) or first <= published or told_year:
        return mention
    if mention.kind != "explicit" or mention.grain not in {"month", "day"} or "/" in mention.edtf:
        return mention
    parts = {"YEAR": first.year - 1, "MONTH": first.month} | ({"DAY": first.day} if mention.grain == "day" else {})
    past = resolve(parts, published, future=False)
    if past is None or first - published <= published - past.first:
        return mention
    return mention._replace(edtf=past.edtf, first_day=past.first, last_day=past.last)
