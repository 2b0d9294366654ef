"""Drafts as attributions: their spans, kinds, parents, and the chain of those who pass a claim on."""

from bisect import bisect_left
from collections.abc import Sequence

from factkit.extraction.clauses import Clauses, Range
from factkit.extraction.drafts import Draft, find_parents
from factkit.extraction.model import Attribution, Link, Span
from factkit.extraction.parties import Party
from factkit.extraction.speakers import Speakers
from factkit.extraction.vocabulary import Is


def attributions(clauses: Clauses, drafts: Sequence[Draft], speakers: Speakers) -> list[Attribution]:
    """The drafts as attributions: spans of characters, speakers, parents and chains. Modality is left 'asserted'."""
    parties = speakers.resolve()
    parents = find_parents(drafts)
    chains = _chains(speakers, drafts, parties, parents)
    result = []
    for number, draft in enumerate(drafts):
        speaker, chain = parties[number], chains[number]
        relays = speaker is not None and (
            speaker.type == "outlet" or draft.mask & Is.RELAY or speakers.foreign(speaker) or _is_title(clauses, draft)
        )
        if relays and draft.passed_on is not None:
            speaker = speakers.cited(draft.passed_on)  # an outlet only carries the words of whom it cites
        carries = speaker is not None and speaker.type == "outlet" and draft.mask & Is.MARKER
        if carries and speaker is not None and speaker.name == chain[0].name:
            speaker = chain[-1]  # ... or of whoever speaks in what is "according to" it
        result.append(
            Attribution(
                spans=tuple([_span(clauses, piece) for piece in draft.content]),
                kind=_kind(clauses, draft),
                source=_span(clauses, draft.source) if draft.source else None,
                cue=_span(clauses, draft.cue) if draft.cue else None,
                modality="asserted",
                speaker=speaker.name if speaker else None,
                origin=chain[-1].name if chain else None,
                chain=tuple([_link(clauses, party) for party in chain]),
                parent=parents[number],
                plan=bool(draft.mask & Is.PLANNED),
            )
        )
    return result


def _is_title(clauses: Clauses, draft: Draft) -> bool:
    """Whether the source is nothing but a name in quotation marks."""
    return draft.source is not None and all(number in clauses.titles for number in range(*draft.source))


def _span(clauses: Clauses, tokens: Range) -> Span:
    return Span(clauses.starts[tokens[0]], clauses.ends[tokens[1] - 1])


def _link(clauses: Clauses, party: Party) -> Link:
    role = clauses.text[clauses.starts[party.role[0]] : clauses.ends[party.role[1] - 1]] if party.role else None
    return Link(party.name, _span(clauses, party.words) if party.words else None, role, party.type)


def _kind(clauses: Clauses, draft: Draft) -> str:
    """direct: nothing but quotations; mixed: some; indirect: none."""
    quoted = bare = False
    for first, stop in draft.content:
        number = first
        while number < stop:
            if number in clauses.jump:
                quoted = True
                number = clauses.jump[number]
                continue
            bare = bare or not clauses.masks[number] & (Is.COMMA | Is.TERMINAL | Is.QUOTE)
            number += 1
    if draft.depth:
        return "indirect"
    return "mixed" if quoted and bare else "direct" if quoted else "indirect"


def _chains(
    speakers: Speakers, drafts: Sequence[Draft], parties: Sequence[Party | None], parents: Sequence[int | None]
) -> list[list[Party]]:
    """For each draft who passes it on, from the one nearest the reader to the origin."""
    chains: list[list[Party]] = []
    for number, draft in enumerate(drafts):
        parent = parents[number]
        chain = list(chains[parent]) if parent is not None else []
        speaker = parties[number]
        if draft.relay is not None:
            chain.insert(0, speakers.carrier(speakers.party(draft.relay)))
        if speaker is not None and draft.passed_on is not None:
            speaker = speakers.carrier(speaker)
        if speaker is not None:
            chain = [party for party in chain if party.name != speaker.name] + [speaker]
        before = chains[-1] if chains and draft.source is None and draft.cue is None else []
        if speaker is not None and len(before) > 1 and before[-1].name == speaker.name and parent is None:
            chain = before[:-1] + chain  # who carried the sentence before carries the one that goes on from it
        for words in (draft.passed_on, *draft.beyond) if draft.passed_on is not None else ():
            origin = speakers.cited(words)
            chain = [party for party in chain if party.name != origin.name] + [origin]
        chains.append(chain)
    _hand_up(drafts, parents, chains)
    _keep_origins(speakers, drafts, parties, chains)
    return chains


def _keep_origins(
    speakers: Speakers, drafts: Sequence[Draft], parties: Sequence[Party | None], chains: list[list[Party]]
) -> None:
    """One who passes a body's figures on keeps doing so: later figures of the same speaker have the same origin."""
    origins: dict[str, Party] = {}
    numbers = speakers.c.classes.places(Is.NUMBER)
    for number in sorted(range(len(drafts)), key=lambda n: drafts[n].hull):
        speaker, chain = parties[number], chains[number]
        if speaker is None or not _has_number(numbers, drafts[number]):
            continue
        if chain[-1].name != speaker.name:
            origins[speaker.name] = chain[-1]
        elif chain[-1].name == speaker.name and speaker.name in origins and not drafts[number].mask & Is.MARKER:
            chain.append(origins[speaker.name])


def _has_number(numbers: list[int], draft: Draft) -> bool:
    """Whether one of the `numbers` (tokens, in order) stands in the content."""
    return any(bisect_left(numbers, first) < bisect_left(numbers, stop) for first, stop in draft.content)


def _hand_up(drafts: Sequence[Draft], parents: Sequence[int | None], chains: list[list[Party]]) -> None:
    """A claim that is nothing but someone else's claim has that one's origin ("the NIS estimates that …, X said")."""
    for number in range(len(drafts) - 1, -1, -1):
        parent = parents[number]
        if parent is None or not drafts[number].source or drafts[number].mask & (Is.PLANNED | Is.DENIED):
            continue
        child, outer = drafts[number], drafts[parent]
        told = [piece for piece in (child.hull, child.source, child.cue) if piece]
        first, stop = min(piece[0] for piece in told), max(piece[1] for piece in told)
        leads = first - outer.hull[0] <= 1
        covers = 2 * (stop - first) >= outer.hull[1] - outer.hull[0]
        if leads and covers and chains[number]:
            known = {party.name for party in chains[parent]}
            chains[parent] += [party for party in chains[number] if party.name not in known]
