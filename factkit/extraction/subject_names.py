"""What something is called or taken for, where the subject stands before its verb.

Positions are token numbers; nothing here knows a word.
"""

from factkit.extraction.clauses import Range
from factkit.extraction.drafts import Draft
from factkit.extraction.subject_markers import SubjectMarkers
from factkit.extraction.vocabulary import EDGE, Is

_NAMING = 24  # tokens from "was called" to "by" whom
_FRAMED = 14  # tokens from a verb to the "as" of what its object is taken for


class SubjectNames(SubjectMarkers):
    """Names and views of things, told in the active or the passive voice."""

    __slots__ = ()

    def _verb(self, number: int, stop: int, mask: int) -> Draft | None:
        raise NotImplementedError

    def _as_behind(self, number: int, stop: int) -> int | None:
        """The "as" with a noun phrase behind it that a verb of framing at `number` takes ("cast the vote | as a
        test")."""
        masks = self.masks
        if masks[number] & Is.AMBIGUOUS and self._is_noun(number, stop):
            return None
        ends = EDGE | Is.RELATIVE | Is.COMPLEMENTIZER | Is.AUXILIARY | Is.TO
        for ahead in range(stop, min(self.stop - 1, stop + _FRAMED)):
            mask = masks[ahead]
            if mask & Is.AS and not self.c.quoted[ahead]:
                passive = ahead == stop or masks[stop] & Is.BY
                return ahead if self._takes_noun(ahead + 1, passive=bool(passive)) else None
            if mask & ends and not self.c.quoted[ahead] and not mask & Is.DETERMINER:
                return None
        return None

    def _takes_noun(self, number: int, *, passive: bool) -> bool:
        """Whether a noun phrase follows "as" rather than a clause or a word of degree ("as well as", "as he left")."""
        mask = self.masks[number]
        if number in self.c.jump:
            return True
        if mask & (Is.SUBORDINATOR | Is.ADVERB) or (mask & Is.PRONOUN and not mask & Is.DETERMINER):
            return False
        ends = EDGE | Is.RELATIVE | Is.PREPOSITION | Is.PARTICIPLE | Is.TO
        stop = next((n for n in range(number + 1, self.stop) if self.masks[n] & ends or n in self.c.jump), self.stop)
        return passive or not self.c.has_verb(number, stop)

    def _framed(self, number: int, stop: int, taken: int) -> Draft | None:
        """What a verb of framing makes of its object, with the "as" at `taken`: 'cast the vote as a test'."""
        start = self.c.cue_start(number, self.first)
        by = bool(self.masks[stop] & Is.BY)
        if self.masks[max(start, number - 1)] & Is.PARTICIPLE:
            return None  # "being seen as"
        if by or (taken == stop and self._with_be(start, number, self.masks[max(start, number - 1)], 0)):
            return self._taken_for((start, stop), taken)
        if taken == stop and taken + 1 in self.c.jump and number > self.first:
            return self._taken_for((start, stop), taken)  # "an event billed as “…”"
        draft = self._verb(number, stop, Is.OBJECT | (self.masks[number] & (Is.PARTICIPLE | Is.FINITE)))
        if draft is None or draft.hull[1] > taken or draft.rule != "right":
            return draft
        return draft._replace(content=((draft.content[0][0], self.contents.end(taken, Is.OBJECT)),))

    def _taken_for(self, cue: Range, taken: int) -> Draft | None:
        """'was regarded by Y as a fool', 'is seen as a fool by Y': what something is taken for, and by whom if told."""
        start, stop = cue
        subject = self.c.source_left(start - (start > self.first and bool(self.masks[start - 1] & Is.COMMA)), self.first)
        if subject is None or (self.c.has_verb(*subject) and subject[1] - subject[0] > 1):
            return None
        end = self.contents.end(taken, Is.OBJECT)
        by = stop if taken > stop else next((n for n in range(taken, end) if self.masks[n] & Is.BY), None)
        source = self.c.source_right(by + 1, taken if by < taken else self.stop) if by is not None else None
        if source is not None and not self.c.can_speak(source):
            source = None
        if by == stop and source is None:
            return None
        end = by if by is not None and by > taken and source is not None else end
        return Draft((subject, (taken, end)), source, cue, Is.OBJECT, rule="taken-for")

    def _named_by(self, subject: Range, cue: Range, mask: int) -> Draft | None:
        """'X was called “a farce” by Y', 'X, described by Y as a farce': what X is called, and by whom."""
        number = cue[1]
        by = next((n for n in range(number, min(self.stop, number + _NAMING)) if self.masks[n] & Is.BY), None)
        if by is None or any(self.masks[n] & EDGE and not self.c.quoted[n] for n in range(number, by)):
            return None
        source = self.c.source_right(by + 1, self.stop)
        words = any(n in self.c.jump for n in range(number, by)) or self.masks[number] & (Is.AS | Is.A)
        if source is None or by == number or not words or not self.c.can_speak(source):
            return None
        return Draft((subject, (number, by)), source, cue, mask, rule="named-by")
