"""Claims of a document: attributions with speakers, chains and modality."""

from dataclasses import replace

from factkit.extraction.attributions import find_drafts
from factkit.extraction.chains import attributions
from factkit.extraction.drafts import Draft
from factkit.extraction.head_final import find_head_final
from factkit.extraction.head_final_speakers import HeadFinalSpeakers
from factkit.extraction.modality import stretch_modality
from factkit.extraction.model import Attribution, Document
from factkit.extraction.speakers import Speakers
from factkit.extraction.vocabulary import Is


def extract_claims(document: Document) -> list[Attribution]:
    """Who says what in the document, in text order; a claim inside a claim names its parent's place in the list."""
    if document.pack.grammar.cue_position == "last":
        drafts, clauses, apart = find_head_final(document)
        found = attributions(clauses, drafts, HeadFinalSpeakers(apart, clauses, drafts))
    else:
        drafts, _, clauses = find_drafts(document)
        found = attributions(clauses, drafts, Speakers(document, clauses, drafts))
    return [_in_its_mood(document, draft, claim) for draft, claim in zip(drafts, found, strict=True)]


def _in_its_mood(document: Document, draft: Draft, claim: Attribution) -> Attribution:
    modality = _modality(document, draft, claim)
    return claim if claim.modality == modality else replace(claim, modality=modality)


def _modality(document: Document, draft: Draft, claim: Attribution) -> str:
    """The cue's own modality (a plan, a denial, a belief), else that of the content's main clause."""
    for flag, modality in ((Is.DENIED, "denied"), (Is.PLANNED, "planned"), (Is.HEDGED, "hedged")):
        if draft.mask & flag:
            return modality
    return stretch_modality(document, claim.start, claim.end)[0]
