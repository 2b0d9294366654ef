"""What a number is to an earlier one: a level, an increment on top of it, a change of it, or a share."""

from bisect import bisect_right

from factkit.extraction.counted import read_unit
from factkit.extraction.model import Reason
from factkit.extraction.not_figures import of_a_vote, votes_told
from factkit.extraction.numbers import Number
from factkit.extraction.quantities import LIGHT, STRONG, Quantity, Scene, Word

_OF_RAIN = frozenset({"mm", "cm", "l", "l/m²"})
_OF_PERCENT = frozenset({"percent", "percentage_point", "basis point"})
_FINE = frozenset({"percent", "percentage_point", "basis point", "point", "cent", "penny", "kopek", "ban"})
_FAR_APART = 3  # the ends of a range are rarely so many times as far apart
_LISTED = 3  # amounts in a row that one verb of change holds for
_GAME = range(1, 10)  # so many points are won and lost in games; an index gains and loses others
_DASHES = frozenset("—–-")
_ELLIPSIS = 9  # words between a change and the next by the same verb
_OWN_TELLING = frozenset(
    {"state", "changes", "bare_changes", "unit_changes", "starts", "to", "comparisons", "verbs", "margins"}
)
_REACH = 4  # words between a verb of change and its amount


def opens_change(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number follows a verb of change and its preposition: in "rose by 200 to 1,400", it is no range.

    Nor is it one where such a verb follows: "12명에서 15명으로 늘었다".
    """
    if scene.table.pack.figures.verb_final:
        return _leads_up(scene, quantity)
    if _no_range(scene, quantity):
        return True
    if not scene.has("changes", "bare_changes", "unit_changes"):
        return False
    if _leads_to_level(scene, quantity):
        return True
    sign = scene.ending(quantity.first, "currencies")  # "from $3 to $4"
    token = sign.first if sign else quantity.first
    start = scene.ending(token, "starts")
    edge = scene.ending(token, "by") or start
    if start and (risen := scene.ending(token, "comparisons")) and risen.first < start.first:
        return scene.at(risen.first, "bare_changes") is not None  # "edging up from 5.1% to 5.2%"
    if edge and not start and _one_unit(quantity):
        return False
    return edge is not None and _change_before(scene, edge.first) is not None


def _no_range(scene: Scene, quantity: Quantity) -> bool:
    """Whether the word between both ends only leads from one level to the next: "von 42.000 | auf | 55.000"."""
    parts, words = quantity.number.parts, scene.table.pack
    if not parts or parts[1].first_token - parts[0].stop_token != 1:
        return False
    joint = scene.words[parts[0].stop_token]
    return joint in words.figures.to and joint not in words.numbers.to and bool(scene.ending(quantity.first, "starts"))


def _one_unit(quantity: Quantity) -> bool:
    """Whether both ends share the unit after them and are near: "could rise by 0.3 to 0.9 metres" is one change."""
    parts = quantity.number.parts
    near = bool(parts) and _FAR_APART * (parts[0].value or 0.0) > 0.99 * (parts[1].value or 0.0)
    return near and (
        quantity.close > quantity.stop or quantity.tail != "" or parts[0].kind == parts[1].kind == "fraction"
    )


def _leads_to_level(scene: Scene, quantity: Quantity) -> bool:
    """Whether what looks like a range is an amount and the level it leads to: "rose 12.3 to 4,300", but not "rose 2 to
    3 percent", where both ends share a unit.
    """
    parts, sign = quantity.number.parts, scene.ending(quantity.first, "currencies")
    if parts and _FAR_APART * (parts[0].value or 0.0) < (parts[1].value or 0.0) and _both_told(parts):
        token = sign.first if sign else quantity.first
        if joint := scene.ending(token, "coordinators"):  # "rose 13 percent, or $3 to $25"
            return joint.first > scene.first and scene.words[joint.first - 1] in LIGHT
        return scene.ending(token, "bare_changes", "unit_changes") is not None  # "rose 0.3% to 5.4%", "fell $9 to $310"
    if not parts or quantity.close > quantity.stop or not quantity.bare or quantity.tail:
        return False
    return scene.at(parts[0].stop_token, "to") is not None and scene.ending(quantity.first, "bare_changes") is not None


def _leads_up(scene: Scene, quantity: Quantity) -> bool:
    """Whether a range told in words ends in a level that a verb of change leads to."""
    low, high = quantity.number.parts[:2]
    joint = scene.document.text[low.end : high.start].rstrip()
    endings = scene.table.pack.figures.level_endings
    close = quantity.close + (quantity.close < scene.stop and scene.words[quantity.close] in endings)  # "0.9%로"
    if not joint or not joint[-1].isalpha() or not scene.words[close - 1].endswith(endings):
        return False
    change = scene.at(close, "changes_after") or scene.at(close + 1, "changes_after")
    return change is not None or _tells_how_much(scene, quantity, close)


def _tells_how_much(scene: Scene, quantity: Quantity, close: int) -> bool:
    """Whether the verb of change stands behind the amount of it: "47억원에서 114억원으로 | 142% 늘었다"."""
    amount = next((other for other in scene.quantities if other.first > quantity.first), None)
    if amount is None or not close <= amount.first <= close + 1:
        return False
    edge = max(amount.close, amount.noun_stop)
    return any(scene.at(token, "changes_after") for token in range(amount.stop, edge + 2))


def _both_told(parts: tuple[Number, ...]) -> bool:
    """Whether the lower end has a unit of its own, too."""
    return parts[1].first_token - parts[0].stop_token > 1


def read_role(
    scene: Scene,
    quantity: Quantity,
    unit: str,
    measure: str,
    here: str | None,
    topic: str | None,
    told: Reason | None,
) -> tuple[str, Reason | None]:
    """Role and reason; `here` is the measure of the figure before in the sentence, `topic` that of earlier ones; `told`
    why the figure before is a change, if this one says the same change in another unit.
    """
    if unit == "count" and votes_told(scene) and of_a_vote(scene, quantity):
        return "level", None
    change = _change(scene, quantity, unit)
    if change:
        return "change", _reason(scene, "amount of a change", change)
    if told is not None:
        return "change", told
    more = _more(scene, quantity)
    if more and unit == "count" and not _further_category(scene, quantity, measure, here, topic):
        return "increment", _reason(scene, "on top of an earlier number", more)
    if unit in {"percent", "fraction"}:
        return "share", None
    return "level", None


def _further_category(scene: Scene, quantity: Quantity, measure: str, here: str | None, topic: str | None) -> bool:
    """Whether "another 4,100 wounded" follows the dead: a category beside the one before, and no growth of it; or the
    death of one who isn't counted ("a man died, and another two were hurt")."""
    if here is not None:
        return here != measure
    told = [word.value for word in scene.all_of("verb", "noun") if word.stop <= quantity.first]
    before = {topic, *told[-1:]} - {None, measure}
    return any(measure in whole.together and before & {*whole.together} for whole in scene.table.measures.values())


def _reason(scene: Scene, rule: str, word: Word) -> Reason:
    return Reason("role", rule, *scene.span(word.first, word.stop))


def _more(scene: Scene, quantity: Quantity) -> Word | None:
    if not scene.has("more", "more_after", "more_near"):
        return None
    token = quantity.first
    for _ in range(_REACH):
        word = scene.ending(token, "more")
        if word:
            return None if scene.ending(word.first, "rest") else word
        passable = scene.ending(token, "before", "fillers", "currencies", "links")
        if passable is None or token <= scene.first:
            break
        token = passable.first
    for token in range(quantity.stop, min(quantity.noun_stop + 1, scene.stop)):
        word = scene.at(token, "more_after")
        if not word or scene.ending(token, "coordinators"):  # not "50 or more workers"
            continue
        if scene.ending(quantity.first, "rest"):
            return None  # "les 36 autres"
        if not scene.at(token, "before"):  # "4 millones gastan | más de la mitad"
            return word
    return _more_near(scene, quantity)


def _more_near(scene: Scene, quantity: Quantity) -> Word | None:
    """A word of increase anywhere in the clause ("추가로", "additionally"), where no other number stands between."""
    if not scene.has("more_near"):
        return None
    for step, edge in ((-1, quantity.first - 1), (1, quantity.stop)):
        token = edge
        for _ in range(2 * _REACH):
            if not scene.first <= token < scene.stop or scene.words[token] in STRONG | LIGHT:
                break
            if any(other.first <= token < other.stop for other in scene.quantities):
                break
            if scene.at(token, "breaks", "fillers"):  # "추가로 발생해 | 총 54명"
                break
            word = scene.at(token, "more_near")
            if word:
                ahead = step > 0 and any(scene.opening(other) == word.stop for other in scene.quantities)
                return None if ahead else word  # "두 곳이 추가로 | 7천만원을": the next number's
            token += step
    return None


def says_again(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether the second amount follows the first as another way to say it, or the next: "lost 5 points, or 3 %"."""
    between = range(_past_rate(scene, left), scene.opening(right))
    alone = (
        right.close == right.stop and right.number.kind != "fraction" and not scene.ending(right.first, "currencies")
    )
    if not 0 < len(between) <= _REACH or alone:
        return False
    close = right.close
    if len(between) == 1 and scene.words[between[0]] == "(":  # "rose $3 (2 percent)"
        return close < scene.stop and scene.words[close] == ")"
    if len(between) == 1 and scene.words[between[0]] in LIGHT:  # "rose 5 points, 0.3 percent, to 1,570"
        return close < scene.stop and scene.at(close + (scene.words[close] in LIGHT), "to") is not None
    first = between[0] + (scene.words[between[0]] in LIGHT)
    joint = scene.at(first, "coordinators", "again")
    return joint is not None and joint.stop == between.stop


def _past_rate(scene: Scene, quantity: Quantity) -> int:
    """One past what the amount is for: "$310 | a ton, or", "12 cents | per share, or"."""
    token = quantity.close
    if token + 1 < scene.stop and scene.words[token] in scene.table.per and scene.words[token + 1].isalpha():
        return token + 2
    return token


def _change(scene: Scene, quantity: Quantity, unit: str) -> Word | None:
    if not scene.has("changes", "bare_changes", "unit_changes", "changes_after", "margins"):
        return None
    if unit in _OF_RAIN and scene.has("unless"):
        return None  # "150㎜의 비가 내릴": what falls
    token = quantity.first
    while (
        (word := scene.ending(token, "before", "fillers", "currencies", "more"))
        and word.first >= scene.first
        and not _opens_change(scene, token)
    ):
        token = word.first
    bare = scene.ending(token, "bare_changes")
    if bare is not None and (longer := scene.ending(token, "unit_changes")) and longer.first < bare.first:
        bare = None  # "picked up"
    if bare is not None and unit == "fraction" and scene.at(quantity.close, "links"):
        return None  # "grows nine-tenths of the cocoa"
    if bare is None and not scene.at(quantity.close, "links"):  # not "lost 60 percent of the crop"
        bare = scene.ending(token, "unit_changes")
        fine = unit in _FINE and not (unit == "point" and (quantity.number.value or 0.0) in _GAME)
        if bare is not None and not (fine or _told_in_percent(scene, quantity) or _leads_to_next(scene, quantity)):
            bare = None
    if bare and (scene.at(token, "crossing") or (token < quantity.first and scene.at(token, "to"))):
        return None  # "fell below 30", "sube a 900 euros"
    if bare:
        idiom = scene.ending(token, "stops")  # "make up 7 %" is no change
        return None if idiom and idiom.first < bare.first else bare
    whole = unit in _OF_PERCENT and not scene.ending(quantity.first, "starts") and not _level_reached(scene, quantity)
    if whole and (verb := _after_object(scene, token) if unit == "percent" else _after_rate(scene, quantity.first)):
        return verb
    by = scene.ending(token, "by")
    if by and scene.ending(quantity.first, "starts") and _leads_on(scene, quantity):
        return None
    if by:
        found = _change_before(scene, by.first, by)
        inner = scene.words[by.first] in scene.table.pack.grammar.inner_prepositions  # "a grant of $5 | to 20 people"
        if not found and not inner and not scene.ending(quantity.first, "starts") and _before_level(scene, quantity):
            return by  # "ging um 3 auf 20 zurück"
        if not found and not scene.ending(quantity.first, "starts"):
            found = _change_behind(scene, quantity)
        return found or (_change_after(scene, quantity) if not _level_reached(scene, quantity) else None)
    times = unit == "times" and not scene.table.pack.figures.verb_final  # "three times | higher" is a level of another
    return None if times or _level_reached(scene, quantity) else _change_after(scene, quantity)


def _leads_to_next(scene: Scene, quantity: Quantity) -> bool:
    """Whether the level that the amount leads to stands right behind it: "added $12 to $1,584"."""
    later = next((other for other in scene.quantities if other.first > quantity.first), None)
    if later is None or not later.bare:
        return False
    sign = scene.ending(later.first, "currencies")
    to = scene.ending(sign.first if sign else later.first, "to")
    return to is not None and 0 <= to.first - max(quantity.close, quantity.noun_stop) <= 1


def _told_in_percent(scene: Scene, quantity: Quantity) -> bool:
    """Whether the amount is said again in percent, as only changes are: "lost $3, or 2 percent"."""
    later = next((other for other in scene.quantities if other.first > quantity.first), None)
    return later is not None and says_again(scene, quantity, later) and read_unit(scene, later) == "percent"


def _after_object(scene: Scene, stop: int) -> Word | None:
    """The verb of change whose object stands right before a percentage: "cut emissions 50 percent"."""
    if not scene.table.pack.figures.head_last or scene.stopping(stop):
        return None
    for token in range(stop - 1, max(scene.first, stop - 1 - _REACH), -1):
        if scene.words[token] in STRONG | LIGHT or scene.at(token, "stops") is not None:
            return None
        verb = scene.ending(token, "changes")
        if verb:
            return verb if scene.ending(verb.first, "fillers") is None else None  # "the cut last year"
    return None


def _after_rate(scene: Scene, stop: int) -> Word | None:
    """The verb of change whose object, an article and a noun or two, stands right before points of a percentage: "cut
    its key rate | 25 basis points", "subió los tipos | un cuarto de punto".
    """
    if scene.table.pack.figures.verb_final:
        return None
    for token in range(stop, max(scene.first, stop - 1 - _REACH), -1):
        if token < stop and (verb := scene.ending(token, "changes", "bare_changes")):
            return verb if scene.ending(verb.first, "fillers") is None else None  # "the rise last year"
        word = scene.words[token - 1]
        if word in STRONG | LIGHT or word in scene.table.prepositions or word in scene.table.verbal:
            return None
    return None


def _before_level(scene: Scene, quantity: Quantity) -> bool:
    """Whether the next number is a level that something reaches."""
    later = next((other for other in scene.quantities if other.first > quantity.first), None)
    return later is not None and later.first - quantity.stop <= _REACH and _level_reached(scene, later)


def _leads_on(scene: Scene, quantity: Quantity) -> bool:
    """Whether the next number is the level that the change leads to ("von 600 auf 2.000")."""
    later = [other for other in scene.quantities if other.first > quantity.first]
    if not _before_level(scene, quantity):
        return False
    if any(scene.words[token] in LIGHT for token in range(quantity.stop, later[0].first)):  # "de 0,3 point, à 7 %"
        return False
    # "de 3,5 % à 45 euros" is a change and a level: a level that it sets out from has the unit of the level reached.
    return read_unit(scene, quantity) in {"count", read_unit(scene, later[0])}


def _level_reached(scene: Scene, quantity: Quantity) -> bool:
    """Whether a preposition of the level reached stands before the number ("auf 2921 gestiegen")."""
    token = quantity.first
    while token > scene.first:
        if scene.ending(token, "to"):
            return True
        word = scene.ending(token, "before", "fillers", "currencies")
        if word is None:
            return False
        token = word.first
    return False


def _opens_change(scene: Scene, token: int) -> bool:
    """Whether a word that takes an amount ends at `token`, and no longer filler does ("a total of")."""
    edge, filler = scene.ending(token, "by", "bare_changes"), scene.ending(token, "before", "fillers")
    return edge is not None and (filler is None or filler.first >= edge.first)


def _change_before(scene: Scene, stop: int, by: Word | None = None) -> Word | None:
    """The verb of change before `stop`, but none with an amount of its own that isn't told in the same way, `by` the
    same word: "jumped 28 percent, beating estimates of | 25". "By" alone, and no "of", leads from one of margins."""
    of = by is None or scene.words[by.first] in scene.table.pack.grammar.inner_prepositions
    kinds = ("changes", "bare_changes") if of else ("changes", "bare_changes", "margins")
    for token in range(stop, max(scene.first, stop - 2 * _REACH), -1):
        word = scene.ending(token, *kinds)
        if word:
            if scene.at(word.first, "comparisons") or _sets_out(scene, word.stop, stop):
                return None  # "down from a peak of | 9,000", "fell from a profit of | $5"
            return word
        apart = scene.words[token - 1] in STRONG and not (token == stop and scene.words[token - 1] in _DASHES)
        if apart or (by is not None and _other_amount(scene, token, by)):
            return None
    return None


def _sets_out(scene: Scene, first: int, stop: int) -> bool:
    """Whether words from `first` up to an amount at `stop` tell the level set out from: "from a profit of", in which
    the last word is no "by" but belongs to the noun."""
    indefinite = scene.table.pack.numbers.indefinite
    return any(
        scene.at(token, "starts") and scene.words[token + 1] in indefinite
        for token in range(max(first, stop - _REACH), stop - 1)
    )


def elliptic_change(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether the right amount is a change by the left one's verb: "the Dow lost 1.2%, the Nasdaq | 2.3%", "fell 3% in
    May and | 4% in June".
    """
    first, stop = max(left.close, left.stop), scene.opening(right)
    if not 1 < stop - first <= _ELLIPSIS or right.close == right.stop:
        return False
    by, before = scene.ending(stop, "by"), scene.ending(scene.opening(left), "by")
    if by and (before is None or scene.words[by.first : by.stop] != scene.words[before.first : before.stop]):
        return False
    last = by.first if by else stop
    last -= scene.words[last - 1] in _DASHES
    if last <= first or _tells_itself(scene, first, last, by) or scene.at(right.close, "links", "partitives"):
        return False
    if scene.words[first] in LIGHT or scene.at(first, "coordinators"):
        after = right.close < scene.stop and scene.at(right.close, "verb", "changes_after", "comparisons", "state")
        return not after and last - first > 1
    joint, apart = scene.ending(last, "coordinators"), scene.table.no_adjective  # "in", "this", "from"
    return (
        joint is not None
        and right.close < scene.stop
        and apart.issuperset((scene.words[first], scene.words[right.close]))
    )


def _tells_itself(scene: Scene, first: int, stop: int, by: Word | None) -> bool:
    """Whether what stands in tokens `first` to `stop`, between two amounts, tells of the second one: a verb, a word of
    change or of a state, something new ("a rise of 3% and a margin of | 4%"), or a preposition of its own.
    """
    table, words = scene.table, scene.words
    lead = first + (words[first] in LIGHT) + 1
    new = by is not None and words[by.first] in table.pack.grammar.inner_prepositions
    if new and any(words[token] in table.pack.grammar.indefinite for token in range(lead, stop)):
        return True
    for token in range(first + (words[first] in table.prepositions), stop):
        if words[token] in table.verbal or not scene.kinds_at(token).isdisjoint(_OWN_TELLING):
            return True
        if token >= lead and by is None and words[token] in table.prepositions:
            return True
    return False


def _other_amount(scene: Scene, stop: int, by: Word) -> bool:
    """Whether a quantity that another word than `by` leads to ends at `stop`."""
    if stop - 1 not in scene.inside:
        return False
    other = next(quantity for quantity in scene.quantities if quantity.first < stop <= quantity.stop)
    leads = scene.ending(scene.opening(other), "by")
    return leads is None or scene.words[leads.first : leads.stop] != scene.words[by.first : by.stop]


def _change_behind(scene: Scene, quantity: Quantity) -> Word | None:
    """A verb of change right behind the amount that "by" opens: "soll um 13 Prozent sinken", where a verb closes its
    clause."""
    if scene.table.pack.grammar.cue_position != "second":
        return None
    edge = max(quantity.noun_stop, quantity.close, quantity.stop)
    words = (scene.at(token, "changes", "changes_after") for token in range(edge, min(scene.stop, edge + 2)))
    return next((word for word in words if word), None)


def _past_bracket(scene: Scene, token: int) -> int:
    """Past brackets around or after a number before its verb: "290원(2.9%) 오른 금액"."""
    if not scene.table.pack.figures.verb_final or token >= scene.stop:
        return token
    if scene.words[token] == "(":
        token = next((n for n in range(token, min(token + _REACH + 2, scene.stop)) if scene.words[n] == ")"), token)
    return token + (scene.words[token] == ")")


def _change_after(scene: Scene, quantity: Quantity, listed: int = 0) -> Word | None:
    """The verb of change behind the amount, or behind those listed after it."""
    figures = scene.table.pack.figures
    edge = max(quantity.close, quantity.stop)
    last = scene.words[edge - 1]
    if any(last.endswith(ending) for ending in figures.level_endings):
        return None
    last_token = max(quantity.noun_stop, edge)
    if scene.table.pack.figures.verb_final and (bound := scene.at(last_token, "after")):
        last_token = bound.stop  # "5% 넘게 뛰었다"
        if scene.words[bound.stop - 1].endswith(figures.level_endings):
            return None  # "330명 이상으로 늘었다"
    last_token = _past_bracket(scene, last_token)
    if figures.verb_final and (small := scene.at(last_token, "fillers", "more")):
        last_token = small.stop  # "2%, 9% 각각 늘었다", "0.3%포인트 더 내렸다"
    closed = figures.verb_final and scene.closed_by_particle(last)
    if figures.verb_final and figures.links and last.endswith(figures.links):
        last_token = edge  # "265억원의 이익을 올려"
    for token in range(quantity.stop, min(scene.stop, last_token + 1)):
        word = scene.at(token, "changes_after")
        if word:
            noun = closed and scene.closed_by_particle(scene.words[word.stop - 1])
            return None if noun else word  # "5명이 인상에 반대했다"
    if not figures.verb_final or listed == _LISTED:
        return None
    number = bisect_right(scene.quantities, quantity.first, key=lambda other: other.first)
    after = scene.quantities[number] if number < len(scene.quantities) else None  # "각각 2%, 9% 늘었다"
    if after is None or not _next_alike(scene, quantity, after, edge):
        return None
    return _change_after(scene, after, listed + 1)


def _next_alike(scene: Scene, quantity: Quantity, after: Quantity, edge: int) -> bool:
    """Whether `after` is the next of a list that one verb holds for, each with what it is compared to: "2%와 9%",
    "전년 대비 2%, 전월 대비 9%".
    """
    pack, between = scene.table.pack, scene.words[edge : after.first]
    if not between or len(between) > _REACH + 1 or after.tail != quantity.tail:
        return False
    joined = between[0] in LIGHT or between[0] in pack.particles.joining
    compared = len(between) == 1 or between[-1].endswith(pack.figures.comparisons)
    return joined and compared and _same_unit(scene, quantity, after)


def _same_unit(scene: Scene, left: Quantity, right: Quantity) -> bool:
    """Whether the two are told with the same word for what they count."""
    return scene.words[left.stop : left.close] == scene.words[right.stop : right.close]
