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
        mask, by = Is.OBJECT | (self.masks[number] & (Is.PARTICIPLE | Is.FINITE)), bool(self.masks[stop] & Is.BY)
        if self.masks[max(start, number - 1)] & Is.PARTICIPLE:
            return None  # "being seen as"
        if by or (taken == stop and self._with_be(start, number, self.masks[max(start, number - 1)], 0)):
            return self._taken_for((start, stop), taken)
        if taken == stop and taken + 1 in self.c.jump and number > self.first:
            if self._object_last(self.c.jump[taken + 1]) and (source := self.c.source_left(start, self.first)):
                return Draft(((taken, self.contents.end(taken, Is.OBJECT)),), source, (start, stop), mask, rule="right")
            return self._taken_for((start, stop), taken)  # "an event billed as “…”"
        draft = self._verb(number, stop, mask)
        if draft is None or draft.hull[1] > taken or draft.rule != "right":
            return draft
        return draft._replace(content=((draft.content[0][0], self.contents.end(taken, Is.OBJECT)),))

    def _object_last(self, number: int) -> bool:
        """Whether the object stands behind the words it is taken for ("dismissed as “lies” | reports that …")."""
        ends = (
            EDGE | Is.AUXILIARY | Is.FINITE | Is.CONJUNCTION | Is.CONTRAST | Is.PREPOSITION | Is.SUBORDINATOR | Is.TIME
        )
        return number < self.stop and (not self.masks[number] & ends or bool(self.masks[number] & Is.DETERMINER))

    def _taken_for(self, cue: Range, taken: int) -> Draft | None:
        """'was regarded by Y as a fool', 'is seen as a fool by Y': what something is taken for, and by whom if told."""
        start, stop = cue
        subject = self._subject_of_name(start)
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

    def _subject_of_name(self, start: int) -> Range | None:
        """What is named by the words from `start` on, a comma or a dash between them put aside ("The plan, | called
        “…”")."""
        apart = start > self.first and self.masks[start - 1] & (Is.COMMA | Is.DASH)
        return self.c.source_left(start - bool(apart), self.first)

    def _done_by(self, cue: Range, group: int, mask: int) -> bool:
        """Whether the verb only describes a noun, with who did it behind ("the poem | read by the mayor")."""
        start, by = cue[0], cue[1]
        if not self.c.tells_clauses or mask & Is.PARTICIPLE or group & Is.AUXILIARY or by + 1 >= self.stop:
            return False
        if (
            not self.masks[by] & Is.BY
            or start == self.first
            or self.masks[start - 1] & (Is.PRONOUN | Is.RELATIVE | EDGE)
        ):
            return False
        doer = self.c.source_right(by + 1, self.stop)
        return doer is not None and not self.masks[by + 1] & Is.PARTICIPLE and self.c.can_speak(doer)

    def _set_apart(self, start: int, cue: Range, mask: int) -> Draft | None:
        """'The plan, called “…” by Y, …': what a thing is called, between commas or dashes behind it."""
        apart = start > self.first and self.masks[start - 1] & (Is.COMMA | Is.DASH)
        if not apart or not self.c.tells_clauses or not mask & Is.OBJECT or mask & Is.PARTICIPLE:
            return None
        name = cue[1] + bool(cue[1] < self.stop and self.masks[cue[1]] & (Is.DETERMINER | Is.AS))
        if name not in self.c.jump and name + 1 not in self.c.jump:
            return None
        subject = self._subject_of_name(start)
        draft = self._named_by(subject, cue, mask) if subject is not None else None
        return draft if draft is not None and draft.source is not None else None

    def _named_by(self, subject: Range, cue: Range, mask: int) -> Draft | None:
        """'X was called “a farce” by Y', 'X, described by Y as a farce': what X is called, and by whom."""
        number = cue[1]
        by = next((n for n in range(number, min(self.stop, number + _NAMING)) if self.masks[n] & Is.BY), None)
        if by is None or any(self.masks[n] & EDGE and not self.c.quoted[n] for n in range(number, by)):
            name = number + bool(number < self.stop and self.masks[number] & Is.DETERMINER)
            if name not in self.c.jump or cue[0] == number - 1:
                return None
            return Draft((subject, (number, self.c.jump[name])), None, cue, mask, rule="named-by")
        source = self.c.source_right(by + 1, self.stop)
        words = any(n in self.c.jump for n in range(number, by)) or self.masks[number] & (Is.AS | Is.A)
        if source is None or by == number or not words or not self.c.can_speak(source):
            return None
        return Draft((subject, (number, by)), source, cue, mask, rule="named-by")
