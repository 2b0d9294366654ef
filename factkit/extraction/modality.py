"""Whether a clause asserts, hedges, plans or denies what it says, and by which words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from factkit.extraction.lexicon import Hit, Lexicon
from factkit.extraction.model import Document, Span
from factkit.languages import LanguagePack
from factkit.languages.schema import Mood

ASSERTED = "asserted"
_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "“", "”", "„", "«", "»", '"', ".", "!", "?", "…"})
_HARD = frozenset({";", ":", ".", "!", "?", "…"})
_ASIDE = 4  # a hedge of at most so many words between commas belongs to the clause around it

Verdict = tuple[str, Span | None]


def clause_modality(document: Document, start: int, end: int) -> Verdict:
    """Modality of the clause around `text[start:end]`, with the words that make it so (None if asserted).

    The stretch between two commas comes first. Without a verb of its own it shares the modality of the one before (or
    after, where verbs stand last); a short aside ("most likely") belongs to what it interrupts.
    """
    tools = _tools(document.pack)
    first, stop = _sentence(document, start)
    parts = _segments(document, tools, first, stop)
    number = bisect_right(document.tokens.starts, min(start, end)) - 1
    own = next((place for place, part in enumerate(parts) if part.first <= number < part.stop), None)
    if own is None:
        return ASSERTED, None
    here = parts[own]
    hit = (
        (_first(tools.triggers(document, number, here.stop)) if tools.predicate_last else None)
        or _first(tools.triggers(document, here.first, here.stop))
        or _relative(document, tools, parts, own)
        or _inherited(document, tools, parts, own)
        or _aside(document, tools, parts, own)
        or _denial(document, tools, parts, own)
    )
    return _verdict(document, hit)


def stretch_modality(document: Document, start: int, end: int) -> Verdict:
    """Modality of the claim `text[start:end]`: that of its main clause. Its words as for `clause_modality`.

    Verbs of belief are no hedge here: whoever "believes that" claims it.
    """
    tools = _tools(document.pack)
    starts = document.tokens.starts
    first, stop = bisect_left(starts, start), bisect_left(starts, end)
    planned = _opening(document, tools, first, stop)
    if planned:
        return "planned", planned
    parts = [part for part in _segments(document, tools, first, stop) if part.stop > part.first]
    if tools.predicate_last:
        parts.reverse()
    for place, part in enumerate(parts):
        inside = place and document.tokens.words[part.first] in tools.subordinators
        if inside and not tools.predicate_last:
            continue
        main = part if tools.predicate_last else _Segment(part.first, _main_stop(document, tools, part), part.fresh)
        hits = [hit for hit in tools.triggers(document, main.first, main.stop) if hit.label != "believing"]
        if hits:
            return _verdict(document, hits[-1] if tools.predicate_last else hits[0])
        if tools.has_verb(document, part):
            after = [] if tools.predicate_last else parts[place + 1 :]
            return _verdict(document, _verbless_hedge(document, tools, after))
    return ASSERTED, None


# ---- a clause's pieces ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Segment:
    """Tokens `first` to `stop` between two marks; `fresh`: it starts a clause with a modality of its own."""

    first: int
    stop: int
    fresh: bool


class _Tools:
    """A pack's words of modality, made ready; built once for each pack."""

    def __init__(self, pack: LanguagePack) -> None:
        words = pack.modality
        labels: dict[str, Iterable[str]] = {
            "hedged": words.hedged,
            "believing": words.believing,
            "planned": words.planned,
            "denied": words.denied,
            "denials": words.denials,
            "spared": words.spared,
        }
        self.lexicon = Lexicon(_filled(labels), pack)
        self.moods = [
            (mood, Lexicon({"word": mood.words}, pack), Lexicon({"tail": mood.tails}, pack)) for mood in words.moods
        ]
        self.breaks = Lexicon(_filled({"break": words.breaks}), pack)
        self.finite = Lexicon(_filled({"finite": words.finite}), pack)
        self.subordinators = frozenset(words.subordinators)
        self.openers = frozenset(words.openers)
        self.infinitives = words.infinitives
        self.predicate_last = words.predicate_last
        names = pack.dates.weak_months if pack.dates.capitals else ()
        self.names = frozenset(name.lower() for name in names if name[0].isupper())

    def triggers(self, document: Document, first: int, stop: int) -> list[Hit]:
        """What makes tokens `first` to `stop` hedged, planned or denied, in text order, without what is spared."""
        hits = [hit for hit in self.lexicon.find(document.tokens, first, stop) if hit.stop <= stop]
        spared = [hit for hit in hits if hit.label == "spared"]
        kept = [
            hit
            for hit in hits
            if hit.label != "spared"
            and not any(s.first < hit.stop and hit.first < s.stop for s in spared)
            and not self._is_name(document, hit, first)
        ]
        moods = (_mood_hits(document, mood, words, tails, range(first, stop)) for mood, words, tails in self.moods)
        return sorted([*chain.from_iterable(moods), *kept], key=lambda hit: (hit.first, -hit.stop))

    def has_verb(self, document: Document, part: _Segment) -> bool:
        """Whether the segment shows a verb of its own."""
        return bool(self.finite.find(document.tokens, part.first, part.stop))

    def _is_name(self, document: Document, hit: Hit, first: int) -> bool:
        """Whether the word is a month's name ("in May"), by its capital letter inside a sentence."""
        tokens = document.tokens
        return (
            hit.first > first
            and tokens.words[hit.first] in self.names
            and document.text[tokens.starts[hit.first]].isupper()
        )


def _filled(labels: Mapping[str, Iterable[str]]) -> dict[str, Iterable[str]]:
    return {label: words for label, words in labels.items() if words}


@cache
def _tools(pack: LanguagePack) -> _Tools:
    return _Tools(pack)


def _mood_hits(document: Document, mood: Mood, words: Lexicon, tails: Lexicon, clause: range) -> list[Hit]:
    found = words.find(document.tokens, clause.start, clause.stop)
    if not found:
        return []
    ends = [hit.first for hit in tails.find(document.tokens, clause.start, clause.stop)]
    return [
        Hit(hit.first, hit.stop, mood.label)
        for hit in found
        if any(hit.stop <= place < hit.stop + mood.within for place in ends)
    ]


def _sentence(document: Document, start: int) -> tuple[int, int]:
    """First token and one past the last of the sentence around character `start`."""
    number = max(bisect_right(document.tokens.starts, start) - 1, 0)
    place = bisect_right(document.sentences, number, key=lambda sentence: sentence[0]) - 1
    if place >= 0 and number < document.sentences[place][1]:
        return document.sentences[place]
    return number, min(number + 1, len(document.tokens.words))


def _segments(document: Document, tools: _Tools, first: int, stop: int) -> list[_Segment]:
    """The stretches between marks and before (or after, where verbs stand last) words that start a clause."""
    words = document.tokens.words
    if tools.predicate_last:
        cuts = {hit.stop for hit in tools.breaks.find(document.tokens, first, stop)}
    else:
        cuts = {hit.first for hit in tools.breaks.find(document.tokens, first, stop)}
    result: list[_Segment] = []
    begin, fresh = first, True
    for number in range(first, stop + 1):
        ends = number == stop
        mark = not ends and words[number] in _MARKS
        if not (ends or mark or number in cuts):
            continue
        if number > begin:
            result.append(_Segment(begin, number, fresh))
            fresh = False
        fresh = fresh or number in cuts or (mark and words[number] in _HARD)
        begin = number + 1 if mark else number
    return result


# ---- whose words count ----------------------------------------------------------------------------------------------


def _first(hits: list[Hit]) -> Hit | None:
    return hits[0] if hits else None


def _relative(document: Document, tools: _Tools, parts: list[_Segment], own: int) -> Hit | None:
    """The trigger of a relative clause whose verb stands after an aside ("of whom 1,000, engineers, may be there")."""
    here = parts[own]
    head = document.tokens.words[here.first : here.first + 3]
    if tools.predicate_last or tools.subordinators.isdisjoint(head) or tools.has_verb(document, here):
        return None
    for part in parts[own + 1 : own + 3]:
        hits = tools.triggers(document, part.first, part.stop)
        if hits or part.fresh or tools.has_verb(document, part):
            return _first(hits) if not part.fresh else None
    return None


def _inherited(document: Document, tools: _Tools, parts: list[_Segment], own: int) -> Hit | None:
    """The trigger of the nearest stretch with a verb, as long as none between has a verb and no clause starts."""
    step = 1 if tools.predicate_last else -1
    place = own
    while not tools.has_verb(document, parts[place]):
        if tools.predicate_last:
            place += step
            if place >= len(parts) or parts[place].fresh:
                return None
        else:
            if parts[place].fresh or place == 0:
                return None
            place += step
        hits = tools.triggers(document, parts[place].first, parts[place].stop)
        if hits:
            return hits[0]
    return None


def _aside(document: Document, tools: _Tools, parts: list[_Segment], own: int) -> Hit | None:
    """A hedge between commas beside the stretch, as long as it holds for no other figure."""
    words = document.tokens.words
    for place in (own - 1, own + 1):
        if 0 <= place < len(parts) and not parts[max(place, own)].fresh:
            part = parts[place]
            if part.stop - part.first > _ASIDE or any(word[0].isdigit() for word in words[part.first : part.stop]):
                continue
            hits = tools.triggers(document, part.first, part.stop)
            if hits and hits[0].label == "hedged" and not tools.has_verb(document, part):
                return hits[0]
    return None


def _main_stop(document: Document, tools: _Tools, part: _Segment) -> int:
    """Where a stretch's first clause stops: before the word that opens another inside it, once it has had its verb."""
    verbs = tools.finite.find(document.tokens, part.first, part.stop)
    if verbs:
        for number in range(verbs[0].stop, part.stop):
            if document.tokens.words[number] in tools.subordinators:
                return number
    return part.stop


def _verbless_hedge(document: Document, tools: _Tools, parts: list[_Segment]) -> Hit | None:
    """A hedge in the stretch just after the main clause, where it has no verb of its own."""
    if not parts or parts[0].fresh or tools.has_verb(document, parts[0]):
        return None
    if document.tokens.words[parts[0].first] in tools.subordinators:
        return None
    hits = tools.triggers(document, parts[0].first, parts[0].stop)
    return hits[0] if hits and hits[0].label == "hedged" else None


def _denial(document: Document, tools: _Tools, parts: list[_Segment], own: int) -> Hit | None:
    """A denial in the clause around the subordinate one."""
    if document.tokens.words[parts[own].first] not in tools.subordinators:
        return None
    for place in (own - 1, own + 1):
        if 0 <= place < len(parts) and not parts[max(place, own)].fresh:
            part = parts[place]
            for hit in tools.triggers(document, part.first, part.stop):
                if hit.label == "denials":
                    return hit
    return None


def _opening(document: Document, tools: _Tools, first: int, stop: int) -> Span | None:
    """A claim's first word that makes all of it a plan: a subjunctive's or infinitive's particle, or an infinitive."""
    words, starts = document.tokens.words, document.tokens.starts
    while first < stop and words[first] in _MARKS:
        first += 1
    if first >= stop or tools.lexicon.find(document.tokens, first, first + 1):
        return None
    word = words[first]
    infinitive = bool(tools.infinitives) and word.endswith(tools.infinitives) and document.text[starts[first]].islower()
    if word in tools.openers or infinitive:
        return Span(starts[first], document.tokens.ends[first])
    return None


_LABELS = {"believing": "hedged", "denials": "denied"}


def _verdict(document: Document, hit: Hit | None) -> Verdict:
    if hit is None:
        return ASSERTED, None
    tokens = document.tokens
    return _LABELS.get(hit.label, hit.label), Span(tokens.starts[hit.first], tokens.ends[hit.stop - 1])
