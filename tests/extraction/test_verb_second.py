"""Sentences whose finite verb stands second: who says what, by construction; and that no text breaks the reading."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

PACK = load_pack("de")


def claims(text):
    """(source, content's pieces) of each claim."""
    document = make_document("a", text, PACK)
    return [
        (text[slice(*claim.source)] if claim.source else None, [text[slice(*span)] for span in claim.spans])
        for claim in extract_claims(document)
    ]


CASES = [
    (
        "a passive with its agent",
        "Gelobt wurde von Trainer Pohl auch der Rat: „Das habt ihr gut gemacht.“",
        "Trainer Pohl",
        None,
    ),
    (
        "the subject behind the verb goes on",
        "Mehr wollte sie nicht verraten, stellte aber klar: „Wir gehen jetzt.“",
        "sie",
        ["„Wir gehen jetzt.“"],
    ),
    ("a plan with 'also'", "Der Rat will auch 20 Bäume pflanzen.", "Der Rat", ["20 Bäume pflanzen"]),
    (
        "a compound with an adjective",
        "Nach örtlichen Behördenangaben brannte es lange.",
        "örtlichen Behördenangaben",
        ["brannte es lange"],
    ),
    (
        "'von' with a number",
        "Die Stadt wurde laut Wehr von 50 Booten erreicht.",
        "Wehr",
        ["Die Stadt wurde", "von 50 Booten erreicht"],
    ),
    ("a second marker", "In Kiel waren es laut Verein 70, in Jena laut Polizei 60.", "Polizei", ["in Jena", "60"]),
    (
        "told a paper that no list has",
        "„Es wird hier sehr eng“, sagte Chefin Eva Roth der Zeitwoche.",
        "Chefin Eva Roth",
        None,
    ),
    (
        "a list before an infinitive",
        "Der Rat sagte zu, in den Orten Kiel, Jena und Ulm Stellen zu schaffen.",
        "Der Rat",
        ["in den Orten Kiel, Jena und Ulm Stellen zu schaffen"],
    ),
    (
        "a question behind a preposition",
        "Pohl sagte aber, an welchen Orten es fehle, stehe nicht fest.",
        "Pohl",
        ["an welchen Orten es fehle, stehe nicht fest"],
    ),
    ("two participles", "Der Rat hat Haft gefordert und Sperren beantragt.", "Der Rat", ["Haft"]),
    ("the second of two participles", "Der Rat hat Haft gefordert und Sperren beantragt.", "Der Rat", ["Sperren"]),
    ("a dative before its object", "Der Verein sagte dem Land Hilfe zu.", "Der Verein", ["Hilfe"]),
    (
        "with more numbers",
        "Der Rat fordert 5 Prozent, mindestens aber 2 Euro.",
        "Der Rat",
        ["5 Prozent, mindestens aber 2 Euro"],
    ),
    ("a date and a place first", "27.09.2019 - Kiel (dpa) - Es sei spät, sagte Pohl.", "Pohl", ["Es sei spät"]),
    (
        "a document with adjectives",
        "Nach einer ersten Schätzung der Wehr brannten zwei Häuser.",
        "der Wehr",
        ["brannten zwei Häuser"],
    ),
    (
        "how somebody is",
        "„Es geht nicht um mich“, war Trainer Pohl sauer.",
        "Trainer Pohl",
        ["„Es geht nicht um mich“"],
    ),
    (
        "behind a preposition",
        "Für Richterin Pohl ist alles klar: „Der Mann wollte es so haben.“",
        "Richterin Pohl",
        ["„Der Mann wollte es so haben.“"],
    ),
    (
        "a name behind a role",
        "Es eile, sagte die Ministerin de Vries: „Wir gehen jetzt gleich.“",
        "die Ministerin de Vries",
        None,
    ),
    (
        "an adjunct behind an apposition",
        "Es sei gut, sagte Jan Pohl, Chef der Bank, nach dem Treffen.",
        "Jan Pohl, Chef der Bank",
        ["Es sei gut"],
    ),
    ("a firm with '&'", "Laut Krug & Wolf sinkt der Kurs.", "Krug & Wolf", ["sinkt der Kurs"]),
    ("a refusal to speak", "Der Rat wollte den Fall nicht kommentieren.", "Der Rat", ["den Fall nicht kommentieren"]),
    ("led by a clause", "Nachdem es brannte, forderte der Rat mehr Wasser.", "der Rat", ["mehr Wasser"]),
    ("led by a clause, no article", "Als es brannte, forderte der Rat Hilfe vom Land.", "der Rat", ["Hilfe vom Land"]),
    ("the main clause resumes", "Weil der Rat den Plan ablehnte, brach der Streit aus.", "der Rat", ["den Plan"]),
    ("object in a relative clause", "Der Arzt, der vor Glätte warnte, ging.", "der", ["Glätte"]),
    ("this shows", "Jeder Zweite friert, das zeigt eine Studie.", "eine Studie", ["Jeder Zweite friert"]),
    ("written so", "Jeder Zweite friert. So steht es im Bericht.", "Bericht", ["Jeder Zweite friert"]),
    ("owner before a colon", "Pohls Fazit: Der Plan ist tot.", "Pohls", ["Der Plan ist tot"]),
    ("a paper's kind before a colon", "Studie: Jeder Zweite friert", "Studie", ["Jeder Zweite friert"]),
    ("'and' of the main clause", "Pohl versprach, zu gehen, und verließ das Haus.", "Pohl", ["zu gehen"]),
    ("on behalf of", "„Wir prüfen das“, hieß es vonseiten der Bahn.", "der Bahn", ["„Wir prüfen das“"]),
    ("a dative age", "Die Anklage legt dem 40-Jährigen Mord zur Last.", "Die Anklage", ["Mord"]),
    (
        "letter with a relative clause",
        "In einem Brief an den Rat, aus dem der Arzt las, heißt es, das Bein sei gebrochen.",
        "einem Brief",
        ["das Bein sei gebrochen"],
    ),
    (
        "who, in reported speech",
        "Es eile, sagte Pohl, wer lüge, müsse gehen.",
        "Pohl",
        ["Es eile", "wer lüge, müsse gehen"],
    ),
    (
        "spoke of, and went on",
        "Der Arzt sprach von Ruhe, es habe keine Not gegeben.",
        "Der Arzt",
        ["Ruhe, es habe keine Not gegeben"],
    ),
    (
        "shared last part",
        "Jan Pohl vom Rat der Kinder- und Jugendärzte lobte den Plan.",
        "Jan Pohl vom Rat der Kinder- und Jugendärzte",
        ["den Plan"],
    ),
    ("not believed in", "Der Arzt glaubt nicht an ein Ende der Not.", "Der Arzt", ["ein Ende der Not"]),
    ("a name before a body", "Jensen lobte die Regierung für den Plan.", "Jensen", ["die Regierung für den Plan"]),
    (
        "things before a verb in the singular",
        "Berichte über Lücken wies der Rat zurück.",
        "der Rat",
        ["Berichte über Lücken"],
    ),
    ("ordered", "Der Rat dankte allen und ordnete Hilfe an.", "Der Rat", ["Hilfe"]),
    (
        "called by name",
        "„Es war sehr laut“, sagte eine Frau namens Eva Pohl.",
        "eine Frau namens Eva Pohl",
        ["„Es war sehr laut“"],
    ),
    ("called for", "Die Ärzte riefen zu Spenden auf.", "Die Ärzte", ["Spenden"]),
    ("called out to", "„Kommt her“, rief Jan Pohl den Fans in Kiel zu.", "Jan Pohl", ["„Kommt her“"]),
    ("narration before a semicolon", "Der Rat tagte; Pohl sagte, es eile.", "Pohl", ["es eile"]),
    ("insertion with so", "Der Rat habe, so heißt es in dem Brief, versagt.", "dem Brief", ["Der Rat habe", "versagt"]),
    ("content around its cue", "Die Firma, sagte der Arzt, habe versagt.", "der Arzt", ["Die Firma", "habe versagt"]),
    ("possessive object", "Der Arzt kündigte seinen Rücktritt an.", "Der Arzt", ["seinen Rücktritt"]),
    ("accused of", "Der Rat wirft der Regierung Versagen vor.", "Der Rat", ["Versagen"]),
    (
        "relative clause after what a paper shows",
        "Wie aus einem Papier hervorgeht, das dem Rat vorliegt, fehlt Geld.",
        "einem Papier",
        ["fehlt Geld"],
    ),
    ("quoted by a paper, passive", "„Das war gut“, wird Pohl von der „Post“ zitiert.", "Pohl", ["„Das war gut“"]),
    ("quoted, passive", "Jan Pohl wird mit den Worten zitiert: „Das war gut.“", "Jan Pohl", ["„Das war gut.“"]),
    ("object behind a dative", "Der Arzt bescheinigte dem Mann eine Störung.", "Der Arzt", ["eine Störung"]),
    ("not expected", "Der Arzt rechnet nicht mit Folgen für die Stadt.", "Der Arzt", ["Folgen für die Stadt"]),
    ("so and a neuter", "Es sei „gut“, so das Unternehmen.", "das Unternehmen", ["Es sei „gut“"]),
    ("acronym before the object", "Die Ministerin forderte von den USA Hilfe.", "Die Ministerin", ["Hilfe"]),
    ("asked of somebody, with an infinitive", "Der Rat appellierte an alle, zu sparen.", "Der Rat", ["zu sparen"]),
    (
        "name with small words",
        "„Das ist gut“, sagte Jan van der Hoog am Montag.",
        "Jan van der Hoog",
        ["„Das ist gut“"],
    ),
    ("surname with small words", "Von der Hoog fügte hinzu, es eile.", "Von der Hoog", ["es eile"]),
    ("whom something is asked of", "Am Montag verlangte Jan Pohl von Kiel mehr Geld.", "Jan Pohl", ["mehr Geld"]),
    ("subject stressed", "Jan Pohl selbst bestritt die Vorwürfe.", "Jan Pohl", ["die Vorwürfe"]),
    (
        "verb of another frame",
        "„Wir brauchen Zelte“, appellierte der Arzt an den Rat.",
        "der Arzt",
        ["„Wir brauchen Zelte“"],
    ),
    (
        "verb after a quotation",
        "Der Arzt nannte den Rat „dumm“ und löste damit Ärger aus.",
        "Der Arzt",
        ["den Rat „dumm“"],
    ),
    ("marker after a colon", "Das Bild ist klar: Laut dem Arzt sank das Fieber.", "dem Arzt", ["sank das Fieber"]),
    (
        "past or reported, after a cue",
        "Der Arzt sagte, die Schulen blieben zu.",
        "Der Arzt",
        ["die Schulen blieben zu"],
    ),
    ("called to something", "Der Minister rief die Fans in Kiel zur Ruhe auf.", "Der Minister", ["Ruhe"]),
    ("object with a preposition", "Der Arzt wies auf die Gefahr hin.", "Der Arzt", ["die Gefahr"]),
    ("asked", "Auf die Frage, ob er gehe, sagte der Arzt: „Nein, ich bleibe.“", "der Arzt", ["„Nein, ich bleibe.“"]),
    ("verdict in a clause", "Die Bahn stand still, was der Arzt als „Unsinn“ rügte.", "der Arzt", ["als „Unsinn“"]),
    (
        "reported after a colon",
        "Der Arzt setzte eine Frist: Wer nicht zahle, müsse gehen.",
        "Der Arzt",
        ["Wer nicht zahle, müsse gehen"],
    ),
    (
        "verb of two words",
        "Das Bein ist gebrochen, wie der Arzt am Abend bekannt gab.",
        "der Arzt",
        ["Das Bein ist gebrochen"],
    ),
    ("plural of a verb in -ern", "Die Ärzte fordern mehr Geld.", "Die Ärzte", ["mehr Geld"]),
    ("value in words", "Den Schaden bezifferte er auf rund zehn Euro.", "er", ["Den Schaden", "auf rund zehn Euro"]),
    (
        "that, after a dateline",
        "Kiel (dpa) – Das Haus ist abgebrannt. Das teilte die Polizei mit.",
        "die Polizei",
        ["Das Haus ist abgebrannt"],
    ),
    (
        "verb that no list has",
        "In dem Brief heißt es, die Kosten beliefen sich auf 80 Euro im Jahr.",
        "dem Brief",
        ["die Kosten beliefen sich auf 80 Euro im Jahr"],
    ),
    (
        "infinitive behind a preposition",
        "Er forderte die Firma auf, mit dem Rat zu reden.",
        "Er",
        ["mit dem Rat zu reden"],
    ),
    (
        "infinitive with a participle",
        "Der Mann räumte ein, Geld angenommen zu haben.",
        "Der Mann",
        ["Geld angenommen zu haben"],
    ),
    (
        "object and value",
        "Den Schaden schätzte ein Polizist auf 200 Euro.",
        "ein Polizist",
        ["Den Schaden", "auf 200 Euro"],
    ),
    ("attribute denied", "Der nicht beteiligte Arzt sagte, es regne.", "Der nicht beteiligte Arzt", ["es regne"]),
    ("object with a verdict", "Der Arzt hält den Eingriff für unnötig.", "Der Arzt", ["den Eingriff für unnötig"]),
    (
        "who is heard, before a colon",
        "Kritik kam vom Rat: Es sei zu teuer, so der Arzt.",
        "der Arzt",
        ["Es sei zu teuer"],
    ),
    ("that, on a document's authority", "Er hat gelogen. Das geht aus Akten hervor.", "Akten", ["Er hat gelogen"]),
    ("noun with an infinitive", "Die Drohung des Arztes, zu gehen, half.", "des Arztes", ["zu gehen"]),
    ("quoted by the paper", "Es regne, zitiert die Zeitung den Arzt.", "den Arzt", ["Es regne"]),
    ("subject first", "Der Arzt sagte, das Bein sei gebrochen.", "Der Arzt", ["das Bein sei gebrochen"]),
    ("adjunct first", "Am Abend sagte der Arzt, dass es regne.", "der Arzt", ["dass es regne"]),
    ("content first", "Das Bein sei gebrochen, sagte der Arzt.", "der Arzt", ["Das Bein sei gebrochen"]),
    ("interrupted", "Das Bein, sagte der Arzt, sei gebrochen.", "der Arzt", ["Das Bein", "sei gebrochen"]),
    ("quotation", "„Das Bein ist gebrochen“, sagte der Arzt.", "der Arzt", ["„Das Bein ist gebrochen“"]),
    ("quotation after a colon", "Der Arzt sagte: „Es ist gebrochen.“", "Der Arzt", ["„Es ist gebrochen.“"]),
    ("verb in two pieces", "Der Arzt gab am Abend bekannt, dass es regne.", "Der Arzt", ["dass es regne"]),
    ("perfect", "Der Arzt hat am Abend erklärt, dass es regne.", "Der Arzt", ["dass es regne"]),
    ("verb last", "Wie der Arzt mitteilte, ist das Bein gebrochen.", "der Arzt", ["ist das Bein gebrochen"]),
    ("relative clause", "Ein Arzt, der sagte, dass es regne, ging.", "der", ["dass es regne"]),
    ("infinitive", "Der Arzt versprach, bald zu kommen.", "Der Arzt", ["bald zu kommen"]),
    ("infinitive with the particle inside", "Der Arzt drohte, alles abzubrechen.", "Der Arzt", ["alles abzubrechen"]),
    ("preposition", "Die Polizei sprach von 200 Toten.", "Die Polizei", ["200 Toten"]),
    ("preposition and perfect", "Die Polizei hatte von 200 Toten gesprochen.", "Die Polizei", ["200 Toten"]),
    ("object", "Die Partei lehnte den Vorschlag ab.", "Die Partei", ["den Vorschlag"]),
    ("joined", "Die Partei lehnte den Plan ab und sagte, er sei teuer.", "Die Partei", ["er sei teuer"]),
    (
        "insertion",
        "Der Arzt, ein Freund der Familie, sagte, es regne.",
        "Der Arzt, ein Freund der Familie",
        ["es regne"],
    ),
    (
        "if-clause before",
        "Wenn es regne, sagte der Arzt, werde es kalt.",
        "der Arzt",
        ["Wenn es regne", "werde es kalt"],
    ),
    ("addressee", "Der Arzt sagte der Zeitung, das Bein sei gebrochen.", "Der Arzt", ["das Bein sei gebrochen"]),
    ("attribute before the noun", "Das teile das von Rebellen geführte Ministerium mit, sagte er.", "er", None),
    ("agentless passive", "Aus Mali werden 30 Tote gemeldet.", None, ["Aus Mali", "30 Tote"]),
]


def test_reported_speech_goes_on_behind_a_semicolon():
    text = "Der Arzt sagte, es sei kalt. Die Maschinen flogen; Schäden seien keine entstanden."
    assert claims(text)[1:] == [(None, ["Schäden seien keine entstanden"])]


def test_an_age_in_the_passive_is_no_estimate():
    assert claims("Der 32-Jährige wurde von einem Zug erfasst.") == []


def test_past_tense_after_a_claim_is_narration():
    assert claims("Der Arzt sagte, es sei kalt. Die Schulen blieben zu.") == [("Der Arzt", ["es sei kalt"])]


def test_he_in_reported_speech_is_no_new_source():
    text = "Der Arzt sagte, es sei kalt. Er plane, zu gehen."
    assert claims(text) == [("Der Arzt", ["es sei kalt"]), (None, ["Er plane, zu gehen"])]


@pytest.mark.parametrize("text, source, content", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_construction_gives_source_and_content(text, source, content):
    found = claims(text)
    assert any(have == source and content in (None, pieces) for have, pieces in found), found


NOTHING = [
    ("negated", "Der Arzt sagte nicht, dass es regne."),
    ("modal", "Der Arzt wollte nicht sagen, ob es regne."),
    ("first person", "Ich sagte, dass es regne."),
    ("what cannot speak", "Der Sturm forderte mehrere Opfer."),
    ("noun like a verb", "Die Berichte lagen auf dem Tisch."),
]


@pytest.mark.parametrize("text", [case[1] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_nothing_is_attributed(text):
    assert claims(text) == []


WORDS = st.sampled_from(
    "der die das ein Polizei Minister sagte teilte mit gab an sei habe dass wie laut so nach Angaben und aber , . "
    ": ; – "
    "„ “ ( ) von 200 Tote wird gemeldet zitiert heißt es zu gehen er sie Müller , , .".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
@example("von die 200 wird gemeldet ) nach".split())
@example(") gemeldet „ 200 ,".split())
def test_any_text_is_read(words):
    text = " ".join(words)
    document = make_document("a", text, PACK)
    for claim in extract_claims(document):
        assert claim.spans
        assert all(0 <= span.start < span.end <= len(text) for span in claim.spans)
        assert all(one.end <= two.start for one, two in zip(claim.spans, claim.spans[1:], strict=False))
