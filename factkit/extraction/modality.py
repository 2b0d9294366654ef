"""Whether a clause asserts, hedges, plans or denies what it says, and by which words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from factkit.extraction.lexicon import Hit, Lexicon, Memory
from factkit.extraction.model import Document, Span
from factkit.languages import LanguagePack
from factkit.languages.schema import Mood

ASSERTED = "asserted"
_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "“", "”", "„", "«", "»", '"', ".", "!", "?", "…"})
_MARK_BYTE = re.compile(b"[\x02\x03\x06\x07]")
_SOUGHT_BYTE = re.compile(b"[\x05\x07]")
_TRIGGERS = frozenset({"hedged", "believing", "planned", "denied", "denials", "spared"})
_HARD = frozenset({";", ":", ".", "!", "?", "…"})
_PREDICATE = 4  # words of a predicate at the end of its clause, at most ("보낼 준비를 하고 있다")
_INTERRUPTION = 8  # words between commas that interrupt a clause before its verb, at most
_ASIDE = 4  # a hedge of at most so many words between commas belongs to the clause around it

Verdict = tuple[str, Span | None]


def clause_modality(document: Document, start: int, end: int) -> Verdict:
    """Modality of the clause around `text[start:end]`, with the words that make it so (None if asserted).

    The stretch between two commas comes first. Without a verb of its own it shares the modality of the one before (or
    after, where verbs stand last); a short aside ("most likely") belongs to what it interrupts.
    """
    number = bisect_right(document.tokens.starts, min(start, end)) - 1
    sentence = document.sentence_at(start) or (max(number, 0), number + 1)
    clauses = document.once(_Sifted).clauses(*sentence)
    if clauses is None:
        return ASSERTED, None
    parts = clauses.segments
    own = next((place for place, part in enumerate(parts) if part.first <= number < part.stop), None)
    if own is None:
        return ASSERTED, None
    here = parts[own]
    hit = (
        (_first(clauses.triggers(number, here.stop)) if clauses.tools.predicate_last else None)
        or _first(_own_triggers(clauses, here, number))
        or _relative(clauses, parts, own)
        or _inherited(clauses, parts, own)
        or _aside(clauses, parts, own)
        or _resumed(clauses, parts, own)
        or _denial(clauses, parts, own)
    )
    return _verdict(document, hit)


def stretch_modality(document: Document, start: int, end: int) -> Verdict:
    """Modality of the claim `text[start:end]`: that of its main clause. Its words as for `clause_modality`.

    Verbs of belief are no hedge here: whoever "believes that" claims it.
    """
    sifted = document.once(_Sifted)
    tools, words, starts = sifted.tools, document.tokens.words, document.tokens.starts
    first, stop = bisect_left(starts, start), bisect_left(starts, end)
    planned = _opening(sifted, first, stop)
    if planned:
        return "planned", planned
    clauses = sifted.clauses(first, stop)
    if clauses is None:
        return ASSERTED, None
    parts = clauses.segments
    if tools.predicate_last:
        parts = parts[::-1]
    for place, part in enumerate(parts):
        inside = place and words[part.first] in tools.subordinators
        if inside and not tools.predicate_last:
            continue
        last = part.stop if tools.predicate_last else _main_stop(clauses, part)
        begin = max(part.first, last - _PREDICATE) if tools.predicate_last else part.first
        hits = [hit for hit in clauses.triggers(begin, last) if hit.label != "believing"]
        if hits and hits[0].label == "denied" and _only_inside(clauses, begin, hits[0].first):
            hits = []
        if hits and hits[0].label == "denied" and _corrects(clauses, hits[0], begin):
            hits = hits[1:]
        if hits and len(parts) > 1 and hits[0].label == "denied" and hits[0].first == part.first:
            hits = hits if clauses.has_verb(part) else hits[1:]  # "…, not wood": set apart, it denies nothing else
        if hits:
            return _verdict(document, hits[-1] if tools.predicate_last else hits[0])
        if clauses.has_verb(part):
            after = [] if tools.predicate_last else parts[place + 1 :]
            return _verdict(document, _verbless_hedge(clauses, after))
    return ASSERTED, None


# ---- a clause's pieces ----------------------------------------------------------------------------------------------


class _Segment(NamedTuple):
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
            "break": words.breaks,
            "finite": (*words.finite, *_saying(pack)),
            "lookalike": words.lookalikes,
        }
        self.moods = words.moods
        for number, mood in enumerate(self.moods):
            labels |= {f"mood {number}": mood.words, f"tail {number}": mood.tails}
        known = {label: found for label, found in labels.items() if found}
        self.lexicon = Lexicon(known, pack, _MARKS, frozenset(label for label in known if _makes(label)))
        triggers = [entry for label in _TRIGGERS for entry in known.get(label, ())]
        capitals = pack.grammar.nouns_capitalised
        self.endings = (
            () if capitals else tuple(entry[1:] for entry in triggers if entry[0] == "~" and " " not in entry)
        )
        self.whole = frozenset(entry for entry in triggers if "~" not in entry)
        self.subordinators = frozenset(words.subordinators)
        self.coordinators = frozenset(pack.dates.coordinators)
        self.openers = frozenset(words.openers)
        self.joints = frozenset(word for word in pack.figures.coordinators if " " not in word)
        self.infinitives = words.infinitives
        self.predicate_last = words.predicate_last
        self.quotative = pack.particles.quotative
        self.commas = pack.grammar.cue_position == "second"  # set every clause apart, so that articles open none
        names = pack.dates.weak_months if pack.dates.capitals else ()
        self.names = frozenset(name.lower() for name in names if name[0].isupper())
        nations = (name for listed in pack.groups.nations.values() for name in listed)
        self.nations = frozenset(name.lower() for name in nations if name[0].isupper() and " " not in name)

    def only_ends(self, word: str) -> bool:
        """Whether the word tells a mood by its ending alone, in a language in which names alone have capitals."""
        return word.endswith(self.endings) and word not in self.whole


def _makes(label: str) -> bool:
    """Whether a word of the class may hedge, plan or deny, or spare from that."""
    return label in _TRIGGERS or label.startswith("mood ")


def _saying(pack: LanguagePack) -> list[str]:
    """The forms of cues that can only be finite verbs, where the pack doesn't list finite ones."""
    cues = pack.cues
    if not pack.grammar.head_first:
        return []
    other = {*cues.ambiguous, *cues.needs_auxiliary, *cues.participles}
    endings = tuple(entry[1:] for entry in other if entry[0] == "~")
    verbs = {word for word in (*cues.clause, *cues.object, *cues.figure) if " " not in word}
    return sorted(word for word in verbs - other if not word.endswith(endings or ("\0",)))


@cache
def _tools(pack: LanguagePack) -> _Tools:
    return _Tools(pack)


def modal_words(pack: LanguagePack) -> Memory[str, int]:
    """What a word may be to modality, as its lexicon says."""
    return _tools(pack).lexicon.sorts


class _Group:
    """Hits of one sort in text order."""

    __slots__ = ("firsts", "hits")

    def __init__(self, hits: list[Hit]) -> None:
        self.hits = hits
        self.firsts = [hit.first for hit in hits]

    def within(self, first: int, stop: int) -> list[Hit]:
        """Those that start in tokens `first` to `stop`."""
        return self.hits[bisect_left(self.firsts, first) : bisect_left(self.firsts, stop)]


class _Sifted:
    """A document's tokens with what each may be by itself: a first look, so that only what holds a word of modality is
    read closely."""

    __slots__ = ("_bytes", "_known", "text", "tokens", "tools")

    def __init__(self, document: Document) -> None:
        self.text, self.tokens, self.tools = document.text, document.tokens, _tools(document.pack)
        self._bytes = document.look(modal_words)
        self._known: dict[tuple[int, int], _Clauses | None] = {}

    def clauses(self, first: int, stop: int) -> "_Clauses | None":
        """The clauses in tokens `first` to `stop`; None where no word can hedge, plan or deny anything."""
        if not _SOUGHT_BYTE.search(self._bytes, first, stop):
            return None
        if (first, stop) not in self._known:
            found = _Clauses(self, self._bytes[first:stop], first)
            self._known[first, stop] = found if found.words.hits or found.moods else None
        return self._known[first, stop]

    def starts_word(self, number: int) -> bool:
        """Whether a word that can hedge, plan or deny starts at token `number`."""
        found = self.clauses(number, number + 1)
        return found is not None and bool(found.words.hits)


class _Clauses:
    """The words of modality in a stretch of tokens from `first` on; every question is about a part of it."""

    __slots__ = ("breaks", "finite", "moods", "segments", "text", "tokens", "tools", "words")

    def __init__(self, sifted: _Sifted, known: bytes, first: int) -> None:
        self.text, self.tokens, self.tools = sifted.text, sifted.tokens, sifted.tools
        sorts: dict[str, list[Hit]] = {}
        words: list[Hit] = []
        for hit in self.tools.lexicon.read(self.tokens.words, known, first):
            if hit.label in _TRIGGERS:
                words.append(hit)
            else:
                sorts.setdefault(hit.label, []).append(hit)
        self.words = _Group(words)
        lookalikes = {hit.first for hit in sorts.get("lookalike", ())}
        self.finite = _Group([hit for hit in sorts.get("finite", ()) if hit.first not in lookalikes])
        self.breaks = sorts.get("break", [])
        self.moods = [
            (mood, _Group(sorts[f"mood {number}"]), _Group(sorts[f"tail {number}"]))
            for number, mood in enumerate(self.tools.moods)
            if f"mood {number}" in sorts and f"tail {number}" in sorts
        ]
        marks = [first + found.start() for found in _MARK_BYTE.finditer(known)]
        self.segments = self._segments(marks, first, first + len(known))

    def triggers(self, first: int, stop: int) -> list[Hit]:
        """What makes tokens `first` to `stop` hedged, planned or denied, in text order, without what is spared."""
        near = self.words.within(first, stop)
        if not (near or self.moods):
            return []
        hits = [hit for hit in near if hit.stop <= stop]
        moods = [hit for mood in self.moods for hit in _mood_hits(*mood, first, stop)]
        spared = [hit for hit in (*hits, *moods) if hit.label == "spared"]
        kept = [
            hit
            for hit in hits
            if hit.label != "spared"
            and not any(s.first < hit.stop and hit.first < s.stop for s in spared)
            and not self._is_name(hit, first)
        ]
        moods = [hit for hit in moods if hit.label != "spared"]
        return sorted([*moods, *kept], key=lambda hit: (hit.first, -hit.stop)) if moods or len(kept) > 1 else kept

    def is_told(self, hit: Hit, number: int) -> bool:
        """Whether what stands before the token `number` is denied there, or planned in the words of a verb between."""
        if hit.label == "planned":
            return hit.stop < number and self.tokens.words[hit.stop - 1].endswith(self.tools.quotative)
        return hit.label == "denied"

    def has_verb(self, part: _Segment) -> bool:
        """Whether the segment shows a verb of its own."""
        place = bisect_left(self.finite.firsts, part.first)
        return place < len(self.finite.firsts) and self.finite.firsts[place] < part.stop

    def _segments(self, marks: list[int], first: int, stop: int) -> list[_Segment]:
        """The stretches between marks and before (or after, where verbs stand last) words that start a clause."""
        words = self.tokens.words
        cuts = {hit.stop for hit in self.breaks} if self.tools.predicate_last else {hit.first for hit in self.breaks}
        result: list[_Segment] = []
        begin, fresh = first, True
        for number in sorted({*cuts, *marks, stop}) if cuts else [*marks, stop]:
            if number > begin:
                result.append(_Segment(begin, number, fresh))
                fresh = False
            if number >= stop:
                break
            mark = words[number] in _MARKS
            fresh = fresh or number in cuts or (mark and words[number] in _HARD)
            begin = number + 1 if mark else number
        return result

    def _is_name(self, hit: Hit, first: int) -> bool:
        """Whether a capital makes the word a name: a country's ("Irán"), inside a sentence a month's ("May"), or one
        that only ends like a verb ("Ribera")."""
        word = self.tokens.words[hit.first]
        inside = hit.first > first
        name = word in self.tools.nations or (inside and (word in self.tools.names or self.tools.only_ends(word)))
        return name and self.text[self.tokens.starts[hit.first]].isupper()


def _mood_hits(mood: Mood, words: _Group, tails: _Group, first: int, stop: int) -> list[Hit]:
    found = words.within(first, stop)
    if not found:
        return []
    ends = [hit.first for hit in tails.within(first, stop)]
    # "sollen 30 Soldaten, 20 Polizisten und vier Kinder getötet [worden sein]": two words are nobody else's.
    ends += [hit.first for hit in tails.within(stop, stop + mood.within) if hit.stop - hit.first > 1]
    return [
        Hit(hit.first, hit.stop, mood.label)
        for hit in found
        if any(hit.stop <= place < hit.stop + mood.within for place in ends)
    ]


# ---- whose words count ----------------------------------------------------------------------------------------------


def _first(hits: list[Hit]) -> Hit | None:
    return hits[0] if hits else None


def _own_triggers(clauses: _Clauses, part: _Segment, number: int) -> list[Hit]:
    """The triggers of the stretch around the token `number`, without what is only denied in a clause that follows it
    ("800,000 that don't count"), or what a second verb tells ("sent 500 and plans to send more")."""
    hits = clauses.triggers(part.first, part.stop)
    if clauses.tools.predicate_last:  # "받지 못한 노동자 3천명": what stands before the number denies its own verb
        return [hit for hit in hits if hit.first > number or not clauses.is_told(hit, number)]
    if hits and hits[0].label in ("denied", "denials") and hits[0].stop < number:
        hits = [hit for hit in hits if hit.stop > number or not _taken_up(clauses, hit.stop, number)]
    if not hits or hits[-1].first <= number:
        return hits
    words, tools = clauses.tokens.words, clauses.tools
    opens = next((n for n in range(number + 1, part.stop) if words[n] in tools.subordinators), part.stop)
    joint = next((n for n in range(number + 1, part.stop) if words[n] in tools.joints), part.stop)
    second = part.stop if not clauses.finite.within(part.first, joint) else joint
    return [hit for hit in hits if hit.first < second and (hit.label != "denied" or hit.first < opens)]


def _taken_up(clauses: _Clauses, first: int, number: int) -> bool:
    """Whether a second verb behind "and" tells the token `number`, not the one that ends before `first` ("deny it and
    speak of | 300")."""
    words, joints = clauses.tokens.words, clauses.tools.joints
    return any(words[n] in joints and clauses.finite.within(n + 1, n + 2) for n in range(first, number - 1))


def _relative(clauses: _Clauses, parts: list[_Segment], own: int) -> Hit | None:
    """The trigger of a relative clause whose verb stands after an aside ("of whom 1,000, engineers, may be there")."""
    here = parts[own]
    head = clauses.tokens.words[here.first : here.first + 3]
    if clauses.tools.predicate_last or clauses.tools.subordinators.isdisjoint(head) or clauses.has_verb(here):
        return None
    for part in parts[own + 1 : own + 3]:
        hits = clauses.triggers(part.first, part.stop)
        if hits or part.fresh or clauses.has_verb(part):
            return _first(hits) if not part.fresh else None
    return None


def _inherited(clauses: _Clauses, parts: list[_Segment], own: int) -> Hit | None:
    """The trigger of the nearest stretch with a verb, as long as none between has a verb and no clause starts."""
    step = 1 if clauses.tools.predicate_last else -1
    place = own
    while not clauses.has_verb(parts[place]):
        if clauses.tools.predicate_last:
            place += step
            if place >= len(parts) or parts[place].fresh:
                return None
        else:
            if parts[place].fresh or place == 0:
                return None
            place += step
            if place == own - 1 and place and not parts[place].fresh and _is_aside(clauses, parts[place]):
                place += step  # "it will send, she said, 300 men"
        hits = clauses.triggers(parts[place].first, parts[place].stop)
        if hits:
            return hits[0]
    return None


def _is_aside(clauses: _Clauses, part: _Segment) -> bool:
    """Whether the stretch is short and counts nothing: "she said", "according to her data"."""
    words = clauses.tokens.words[part.first : part.stop]
    return len(words) <= _INTERRUPTION and not any(word[0].isdigit() for word in words)


def _aside(clauses: _Clauses, parts: list[_Segment], own: int) -> Hit | None:
    """A hedge between commas beside the stretch, as long as it holds for no other figure."""
    words = clauses.tokens.words
    for place in (own - 1, own + 1):
        if 0 <= place < len(parts) and not parts[max(place, own)].fresh:
            part = parts[place]
            if part.stop - part.first > _ASIDE or any(word[0].isdigit() for word in words[part.first : part.stop]):
                continue
            hits = clauses.triggers(part.first, part.stop)
            if hits and hits[0].label == "hedged" and not clauses.has_verb(part):
                return hits[0]
    return None


def _resumed(clauses: _Clauses, parts: list[_Segment], own: int) -> Hit | None:
    """The trigger of a clause whose verb stands behind an aside ("1,000 more, he said, will be sent")."""
    words, tools = clauses.tokens.words, clauses.tools
    if tools.predicate_last or own + 2 >= len(parts) or clauses.has_verb(parts[own]):
        return None
    aside, rest = parts[own + 1], parts[own + 2]
    if aside.fresh or rest.fresh or not _is_aside(clauses, aside):
        return None
    opens = words[rest.first]
    if opens in tools.subordinators or opens in tools.coordinators:
        return None
    if any(word[0].isdigit() for word in words[rest.first : rest.stop]):
        return None
    hit = _first(clauses.triggers(rest.first, rest.stop))
    verbs = clauses.finite.within(rest.first, hit.first) if hit else []
    return None if verbs else hit


def _main_stop(clauses: _Clauses, part: _Segment) -> int:
    """Where a stretch's first clause stops: before the word that opens another inside it, once it has had its verb."""
    verbs = [] if clauses.tools.commas else clauses.finite.within(part.first, part.stop)
    if verbs:
        words, subordinators = clauses.tokens.words, clauses.tools.subordinators
        for number in range(verbs[0].stop, part.stop):
            if words[number] in subordinators:
                return number
    return part.stop


def _only_inside(clauses: _Clauses, first: int, place: int) -> bool:
    """Whether a denial stands in a clause of its own ("we close wards because | nobody is left")."""
    tools, words = clauses.tools, clauses.tokens.words
    if tools.predicate_last or tools.commas:
        return False
    opens = next((n for n in range(first + 2, place) if words[n] in tools.subordinators), None)
    return opens is not None and not clauses.finite.within(opens, place)


def _corrects(clauses: _Clauses, hit: Hit, first: int) -> bool:
    """Whether a denial only sets a number aside that another replaces ("14 hurt and not 10", "no 10 sino 14")."""
    words = clauses.tokens.words
    if hit.stop >= len(words) or not words[hit.stop][0].isdigit():
        return False
    instead = any(hit.stop < turn.first < hit.stop + _PREDICATE for turn in clauses.breaks)
    return instead or (hit.first > first and words[hit.first - 1] in clauses.tools.joints)


def _verbless_hedge(clauses: _Clauses, parts: list[_Segment]) -> Hit | None:
    """A hedge in the stretch just after the main clause, where it has no verb of its own."""
    if not parts or parts[0].fresh or clauses.has_verb(parts[0]):
        return None
    if clauses.tokens.words[parts[0].first] in clauses.tools.subordinators:
        return None
    hits = clauses.triggers(parts[0].first, parts[0].stop)
    return hits[0] if hits and hits[0].label == "hedged" else None


def _denial(clauses: _Clauses, parts: list[_Segment], own: int) -> Hit | None:
    """A denial in the clause around the subordinate one, or a belief in the one before it; a plan or promise that ends
    right before it ("expects | that …")."""
    if clauses.tokens.words[parts[own].first] not in clauses.tools.subordinators:
        return None
    for place in (own - 1, own + 1):
        if 0 <= place < len(parts) and not parts[max(place, own)].fresh:
            part = parts[place]
            for hit in clauses.triggers(part.first, part.stop):
                before = hit.label == "believing" or (hit.label == "planned" and hit.stop == part.stop)
                if hit.label == "denials" or (before and place < own):
                    return hit
    return None


def _opening(clauses: _Sifted, first: int, stop: int) -> Span | None:
    """A claim's first word that makes all of it a plan: a subjunctive's or infinitive's particle, or an infinitive."""
    words, starts, tools = clauses.tokens.words, clauses.tokens.starts, clauses.tools
    while first < stop and words[first] in _MARKS:
        first += 1
    if first >= stop:
        return None
    word = words[first]
    infinitive = bool(tools.infinitives) and word.endswith(tools.infinitives) and clauses.text[starts[first]].islower()
    if (word in tools.openers or infinitive) and not clauses.starts_word(first):
        return Span(starts[first], clauses.tokens.ends[first])
    return None


_LABELS = {"believing": "hedged", "denials": "denied"}


def _verdict(document: Document, hit: Hit | None) -> Verdict:
    if hit is None:
        return ASSERTED, None
    tokens = document.tokens
    return _LABELS.get(hit.label, hit.label), Span(tokens.starts[hit.first], tokens.ends[hit.stop - 1])
