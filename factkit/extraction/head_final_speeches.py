"""Words whose speaker a sentence of its own tells, where predicates end their clauses: '“…” 시장이 말했다.', '시장은
이렇게 말했다. “…”', '…한 것으로 확인됐다. 시장은 이같이 밝혔다.'

Positions are token numbers of a document whose particles stand apart (`particles.py`).
"""

from collections.abc import Callable
from typing import NamedTuple

from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.head_final_phrases import Phrases
from factkit.extraction.head_final_sources import Candidate, Sources
from factkit.extraction.vocabulary import Is

_NEAR = 3  # tokens from "thus" to its cue
_BESIDE = Is.ADVERB | Is.CONJUNCTION | Is.TIME | Is.COMMA


class Speech(NamedTuple):
    """Who speaks, the cue with its classes, and whether it points at what is said ("이렇게")."""

    source: Range
    cue: Range
    mask: int
    points: bool

    def of(self, first: int, stop: int) -> Draft:
        """The claim that tokens `first` to `stop` are what is said."""
        return Draft(((first, stop),), self.source, self.cue, self.mask, after=True, rule="speech")


def read_speech(
    phrases: Phrases, sources: Sources, first: int, stop: int, last_cue: Callable[[int, int], int | None]
) -> Speech | None:
    """The speech that the clause in tokens `first` to `stop` tells of without its words."""
    cue = last_cue(first, stop)
    if cue is None or not phrases.masks[cue] & Is.CLAUSE or phrases.masks[cue] & Is.PASSIVE:
        return None
    points = not phrases.facts.thus.isdisjoint(phrases.c.words[max(first, cue - _NEAR) : cue])
    candidates = [one for one in sources.candidates(first, cue) if sources.can_act(one.phrase)]
    chosen = _speaker(phrases, candidates)
    if chosen is None or not (points or _says_no_more(phrases, chosen, first, cue)):
        return None
    return Speech(chosen.phrase, (cue, phrases.c.after(cue)), phrases.masks[cue], points)


def _speaker(phrases: Phrases, candidates: list[Candidate]) -> Candidate | None:
    """The topic that can speak, else the subject."""
    speaking = [one for one in candidates if phrases.speaks(one.phrase)] or candidates[:1]
    return next((one for one in speaking if phrases.masks[one.particle] & Is.TOPIC), next(iter(speaking), None))


def _says_no_more(phrases: Phrases, one: Candidate, first: int, cue: int) -> bool:
    """Whether nothing but adverbs and times stands around the speaker."""
    around = (*range(first, one.phrase[0]), *range(one.particle + 1, cue))
    return all(phrases.masks[n] & _BESIDE or phrases.is_time(n) for n in around)


def said_before(speech: Speech, before: list[Draft], region: Range, *, quoted: bool) -> list[Draft] | None:
    """The claims of the sentence before (`region`), now with the speaker; None where the speech isn't about it.

    `quoted`: the sentence is nothing but a quotation.
    """
    if quoted and not any(draft.cue for draft in before):
        return [speech.of(*region)]
    if not speech.points:
        return None
    if not before:
        return [speech.of(*region)]
    if any(draft.source is not None for draft in before):
        return None
    return [draft._replace(source=speech.source, carried=False) for draft in before]
