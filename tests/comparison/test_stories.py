"""Stories: which articles tell of one event, and which bodies and places are one in it."""

import pandas as pd
import pytest
from comparison_factories import estimate as e
from comparison_factories import table

import factkit as fk
from factkit.comparison.stories import same_town, settled
from factkit.comparison.things import things

DAY = {"day": "2024-05-10", "counted": "people", "speaker_id": pd.NA, "speaker_name": pd.NA}


def told(article, origin, number=2738, place=None, **given):
    return e(
        number, article_id=article, origin_id=origin, origin_name=origin, place_id=place or pd.NA, **{**DAY, **given}
    )


LINKED = [
    ("the same telling number", told("a", "police", 2738), told("b", "fire brigade", 2738), True),
    ("a round number", told("a", "police", 2000), told("b", "fire brigade", 2000), False),
    ("a telling number of something else", told("a", "x"), told("b", "y", measure="evacuated"), True),
    ("its digits in another order", told("a", "x"), told("b", "y", 2783), True),
    ("a factor of ten", told("a", "x"), told("b", "y", 27380), True),
    ("one place", told("a", "x", 20, "valdoria"), told("b", "y", 30, "valdorie"), True),
    ("two places", told("a", "x", 20, "valdoria"), told("b", "y", 30, "ruritania"), False),
    ("weeks apart", told("a", "x", 20, "valdoria"), told("b", "y", 30, "valdoria", day="2024-06-10"), False),
    ("one named body", told("a", "Ishikawa prefecture", 20), told("b", "préfecture d'Ishikawa", 30), True),
    (
        "one named body in two scripts",
        told("a", "Health Ministry of Zambara", 20),
        told("b", "잠바라 보건부", 30),
        True,
    ),
    (
        "two named bodies",
        told("a", "Health Ministry of Zambara", 20),
        told("b", "Gesundheitsministerium Lurien"),
        False,
    ),
    (
        "one person's same number",
        told("a", "Ines Brandt", 7500, measure="other", counted="jobs"),
        told("b", "Ines Brandt", 7500, measure="other", counted="Brunnen", language="de"),
        True,
    ),
    ("any police", told("a", "police", 20), told("b", "police", 30), False),
    ("a toll of any police", told("a", "police", 240), told("b", "police", 240, measure="casualties"), True),
    ("one town told of", told("a", "police", 20, towns=("orvalle",)), told("b", "x", 30, towns=("orvalle",)), True),
    (
        "one town in two scripts",
        told("a", "police", 20, towns=("orvalle",)),
        told("b", "x", 30, towns=("орваллє",), language="uk"),
        True,
    ),
    ("two towns told of", told("a", "x", 20, towns=("orvalle",)), told("b", "y", 30, towns=("tisbury",)), False),
    ("two names", told("a", "x", 20, names=("aurel", "merid")), told("b", "y", 30, names=("merid", "aurel")), True),
    ("one name", told("a", "x", 20, names=("aurel",)), told("b", "y", 30, names=("aurel", "merid")), False),
    ("a name and a number", told("a", "x", 240, names=("aurel",)), told("b", "y", 24, names=("aurel",)), False),
    (
        "two names a week apart",
        told("a", "x", 20, names=("aurel", "merid")),
        told("b", "y", 30, names=("aurel", "merid"), day="2024-05-20"),
        False,
    ),
    (
        "a noun that may be no town",
        told("a", "x", 20, towns=("angst",), language="de"),
        told("b", "y", 30, towns=("angst",), language="de"),
        False,
    ),
]


@pytest.mark.parametrize("one, other, expected", [row[1:] for row in LINKED], ids=[row[0] for row in LINKED])
def test_one_story(one, other, expected):
    _, story = settled(things(table(one, other)))
    assert (story[0] == story[1]) == expected


def test_a_story_without_places_is_in_the_town_that_all_its_articles_tell_of():
    rows = (
        told("a", "police", 20, towns=("lipova", "orvalle")),
        told("b", "x", 30, towns=("орваллє",), language="uk"),
        told("c", "x", 40, towns=("tisbury",), day="2024-09-01"),
    )
    made, _ = settled(things(table(*rows)))
    assert made.place[0] == made.place[1] > 0
    assert made.place[2] == 0
    assert made.named.tolist()[:2] == [True, True]


BODIES = [
    ("the same kind in two languages", "servicio de emergencias de Valencia", "служба спасения Валенсии", True),
    ("one without its town", "servicio de emergencias de Valencia", "emergency services", True),
    ("another kind", "servicio de emergencias de Valencia", "Valencia police", False),
    ("another town", "Valencia police", "Alicante police", False),
    ("another country", "French police", "spanische Polizei", False),
    ("a name with what it is, and without", "préfecture d'Ishikawa", "Ishikawa", True),
    ("two people", "Ana Petrov", "Ivan Sorel", False),
    ("relief and protection are one work", "Katastrophenschutz", "disaster agency", True),
]


@pytest.mark.parametrize("one, other, expected", [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_one_body(one, other, expected):
    made, _ = settled(things(table(told("a", one), told("b", other))))
    assert (made.origin[0] == made.origin[1]) == expected


def test_bodies_that_an_article_names_side_by_side_are_two():
    rows = table(told("a", "Valencia police"), told("a", "police", 30), told("b", "policía de Valencia"))
    made, _ = settled(things(rows))
    assert made.origin[0] == made.origin[2] != made.origin[1]


def test_a_bare_description_that_fits_two_is_neither():
    rows = table(told("a", "French interior ministry"), told("b", "Ministerio del Interior"))
    more = table(*rows.to_dict("records"), told("c", "Spanish interior ministry"))
    made, _ = settled(things(rows))
    assert made.origin[0] == made.origin[1]
    made, _ = settled(things(more))
    assert len(set(made.origin.tolist())) == 3


def test_names_that_are_one_in_a_story_are_one_in_all():
    rows = table(
        told("a", "Health Ministry of Zambara"),
        told("b", "잠바라 보건부"),
        told("c", "Health Ministry of Zambara", 30, day="2024-07-10"),
        told("d", "잠바라 보건부", 40, day="2024-09-10"),
    )
    made, story = settled(things(rows))
    assert len(set(story.tolist())) == 3
    assert len(set(made.origin.tolist())) == 1


@pytest.mark.parametrize(
    "name, apart", [("police", True), ("official", True), ("interior ministry", False), ("Valencia police", False)]
)
def test_what_picks_out_nobody_is_another_one_in_every_story(name, apart):
    rows = table(told("a", name, 20), told("a", name, 25), told("b", name, 30, day="2024-07-10"))
    made, _ = settled(things(rows))
    assert made.origin[0] == made.origin[1]
    assert (made.origin[0] != made.origin[2]) == apart


COUNTS = {"counted": "people"}
MEASURES = [
    ("under two measures", told("b", "police", 6400, measure="evacuated", **COUNTS), True),
    ("under none that the words tell", told("b", "police", 6400, measure="other", **COUNTS), True),
    ("of the dead", told("b", "police", 6400, measure="killed", **COUNTS), False),
    ("of another party", told("b", "fire brigade", 6400, measure="evacuated", **COUNTS), False),
]


@pytest.mark.parametrize("row, same", [row[1:] for row in MEASURES], ids=[row[0] for row in MEASURES])
def test_one_party_s_number_in_one_story_is_one_count(row, same):
    more = told("a", "x", 2738), told("b", "x", 2738)
    made, _ = settled(things(table(told("a", "police", 6400, measure="displaced", **COUNTS), row, *more)))
    assert (made.topic[0] == made.topic[1]) == same


def test_what_an_article_tells_apart_is_two_counts():
    displaced, evacuated = {"measure": "displaced", **COUNTS}, {"measure": "evacuated", **COUNTS}
    rows = (
        told("a", "police", 6400, **displaced),
        told("b", "police", 6400, **evacuated),
        told("b", "police", 9100, **displaced),
    )
    made, _ = settled(things(table(*rows)))
    assert made.topic[0] != made.topic[1]


def test_two_numbers_in_common_make_one_story():
    rows = (told("a", "x", 640), told("a", "x", 212, measure="wounded"))
    others = (told("b", "y", 640, measure="other"), told("b", "z", 212, measure="arrested"), told("c", "v", 640))
    _, story = settled(things(table(*rows, *others)))
    assert story[0] == story[2] != story[4]


def test_a_percentage_with_a_decimal_is_one_of_two_numbers():
    rates = [told(name, name, rate, measure="percent", unit="percent") for name, rate in (("a", 47.3), ("b", 47.3))]
    whole = [told(name, name, 47, measure="percent", unit="percent") for name in "cd"]
    counts = [told(name, name, 41, measure="killed" if name in "ac" else "other") for name in "abcd"]
    _, story = settled(things(table(*rates, *whole, *counts)))
    assert story[0] == story[1]
    assert story[2] != story[3]


def test_nouns_of_two_languages_with_one_party_s_number_are_one():
    wells = {"measure": "other", "counted": "wells"}
    rows = table(
        told("a", "Ines Brandt", 7500, **wells),
        told("b", "Ines Brandt", 7500, measure="other", counted="Brunnen", language="de"),
        told("b", "Ines Brandt", 7500, measure="other", counted="Häuser", language="de", day="2024-08-10"),
        told("c", "Ivan Sorel", 7500, measure="other", counted="puits", language="fr"),
    )
    made, _ = settled(things(rows))
    assert made.topic[0] == made.topic[1]
    assert len(set(made.topic.tolist())) == 3


TOWNS = [
    ("genoa", "genes", True), ("genoa", "genua", True), ("kharkiv", "харьков", True), ("kharkiv", "jarkov", True),
    ("valdoria", "valdorie", True), ("kursk", "kupiansk", False), ("lyon", "london", False),
]  # fmt: skip


@pytest.mark.parametrize("one, other, expected", TOWNS)
def test_one_town(one, other, expected):
    assert same_town(one, other) == expected


def alarms(*articles):
    """The checks that raise an alarm over articles, given as (language, day, text)."""
    rows = [
        {"article_id": f"a{number}", "text": text, "language": language, "published": day, "outlet": f"Paper {number}"}
        for number, (language, day, text) in enumerate(articles)
    ]
    found = fk.check(fk.extract(fk.read_articles(rows), progress=False))
    wrong = found[found["verdict"].isin(["refuted", "conflicting", "outdated"]) | found["check"].eq("attribution_lost")]
    return list(wrong["check"])


STORIES = [
    (
        "a factor of ten that nobody is named for",
        [
            ("de", "2025-02-03", "Eine Lawine tötete in Karvien 27 Menschen. 1.460 Skifahrer wurden evakuiert."),
            ("en", "2025-02-03", "An avalanche in Karvia killed 27 people. Rescuers evacuated 1,460 skiers."),
            ("fr", "2025-02-03", "Une avalanche a fait 27 morts en Karvie. 14 600 skieurs ont été évacués."),
        ],
        ["number_slip"],
    ),
    (
        "jobs to be cut told as cut",
        [
            ("de", "2025-02-12", "Velmar werde 7.500 Stellen streichen, sagte Konzernchefin Ines Brandt."),
            ("en", "2025-02-12", "Velmar plans to cut 7,500 jobs, chief executive Ines Brandt said."),
            ("fr", "2025-02-12", "Velmar a supprimé 7 500 emplois, a déclaré sa directrice générale Ines Brandt."),
        ],
        ["modality_changed"],
    ),
    (
        "a factor of ten, the country spelt another way",
        [
            ("en", "2024-05-10", "The flood in Valdoria killed 230 people, the Interior Ministry said on Friday."),
            ("fr", "2024-05-10", "En Valdorie, 2 300 morts, a annoncé le ministère de l'Intérieur."),
            ("es", "2024-05-10", "La riada en Valdoria dejó 230 muertos, informó el Ministerio del Interior."),
        ],
        ["number_slip"],
    ),
    (
        "swapped digits, nobody's country named",
        [
            ("ko", "2024-08-05", "재난관리청은 5일 이번 홍수로 3만1428명이 대피했다고 밝혔다."),
            ("en", "2024-08-05", "The disaster agency said on Monday that 31,428 people had been evacuated."),
            ("de", "2024-08-05", "Die Katastrophenschutzbehörde teilte mit, 31.482 Menschen seien evakuiert worden."),
        ],
        ["number_slip"],
    ),
    (
        "the neighbour's figure, the agency's country spelt another way",
        [
            ("en", "2024-03-01", "12,391 people were hurt and 158,165 evacuated, Ruritania's disaster agency said."),
            ("ro", "2024-03-01", "Cutremurul a rănit 158.165 de oameni, a spus agenția pentru dezastre a Ruritaniei."),
        ],
        ["number_slip"],
    ),
    (
        "two numbers of one briefing, both about",
        [
            ("en", "2024-03-01", "About 15,000 workers were sent abroad, Ana Petrov said, citing the spy agency."),
            ("es", "2024-03-01", "Unos 18.000 trabajadores fueron enviados, según la diputada Ana Petrov."),
        ],
        ["same_briefing"],
    ),
    (
        "a morning's count and an evening's, by the words alone",
        [
            ("en", "2024-03-01", "The storm killed 37 people, Poland's interior ministry said on Friday morning."),
            ("de", "2024-03-01", "52 Menschen starben, teilte das polnische Innenministerium am Abend mit."),
        ],
        [],
    ),
    (
        "casualties told as deaths, in an article without a date",
        [
            ("en", None, "North Korea has suffered 4,700 deaths in Kursk, lawmaker Ana Petrov said."),
            ("en", "2025-04-30", "North Korea has 4,700 casualties in Kursk and 600 killed, lawmaker Ana Petrov said."),
        ],
        ["measure_confusion"],
    ),
    (
        "two who speak as one, by their family names alone elsewhere",
        [
            ("en", "2025-04-30", "Lee Seong-kweun and Kim Byung-kee said 31,428 workers had been sent to Russia."),
            ("en", "2025-04-30", "Lee and Kim said 31,482 workers had been sent to Russia."),
            ("de", "2025-04-30", "31.428 Arbeiter sind in Russland, sagten Lee Seong-kweun und Kim Byung-kee."),
        ],
        ["number_slip"],
    ),
    (
        "the source named in another sentence",
        [
            ("en", "2024-03-01", "Police in Iran arrested 7,134 people, the group HRANA said on Friday."),
            ("es", "2024-03-01", "En Irán hay 7.134 detenidos. HRANA publicó la lista el viernes."),
        ],
        [],
    ),
    (
        "police of a town, the town told of in another sentence",
        [
            ("es", "2024-03-01", "Hubo disturbios en Orvalle. La policía detuvo a 152 personas, según la policía."),
            ("es", "2024-03-01", "152 personas fueron detenidas en Orvalle, según la policía."),
            ("ru", "2024-03-01", "Ночью в Орвалле были беспорядки. Задержаны 187 человек, сообщила полиция."),
        ],
        ["same_briefing"],
    ),
    (
        "police of two towns",
        [
            ("es", "2024-03-01", "Hubo disturbios en Orvalle. Según la policía, hay 152 detenidos."),
            ("ru", "2024-03-01", "Ночью в Тисбери были беспорядки. Задержаны 187 человек, сообщила полиция."),
        ],
        [],
    ),
    (
        "a plan for a later year, told as done",
        [
            ("en", "2024-03-01", "Carmaker Ostal plans to cut 2,700 jobs by 2027, spokeswoman Ines Brandt said."),
            ("de", "2024-03-01", "Der Autobauer Ostal hat 2.700 Stellen gestrichen, sagte Sprecherin Ines Brandt."),
        ],
        ["modality_changed"],
    ),
    (
        "a factor of ten, whoever says it",
        [
            ("en", "2024-03-01", "Rescuers evacuated 1,246 tourists from Orvalle, the navy said."),
            ("fr", "2024-03-01", "Les pompiers indiquent que 1 246 touristes ont été évacués d'Orvalle."),
            ("es", "2024-03-01", "Según el ayuntamiento, 12.460 turistas fueron evacuados de Orvalle."),
        ],
        ["number_slip"],
    ),
    (
        "a count below the usual one",
        [
            ("en", "2024-03-01", "The fire in Orvalle killed 17 people, mayor Ines Brandt said."),
            ("de", "2024-03-01", "Bei dem Brand in Orvalle starben 17 Menschen, sagte Bürgermeisterin Ines Brandt."),
            ("en", "2024-03-03", "The fire in Orvalle killed 14 people, mayor Ines Brandt said."),
        ],
        ["falling_count"],
    ),
    (
        "a measured amount with two digits swapped",
        [
            ("en", "2024-03-01", "The tanker has lost 4,160 tonnes of oil off Orvalle, the port authority said."),
            ("es", "2024-03-01", "Un petrolero perdió 4.160 toneladas en Orvalle, según la autoridad portuaria."),
            ("de", "2024-03-01", "In Orvalle liefen 4.610 Tonnen Öl aus, teilte die Hafenbehörde mit."),
        ],
        ["number_slip"],
    ),
    (
        "a plan for schools, told as done in another language",
        [
            ("en", "2024-03-01", "The ministry plans to close 46 schools in Orvalle next year, Ines Brandt says."),
            ("fr", "2024-03-01", "L'État a fermé 46 écoles à Orvalle, a déclaré la ministre Ines Brandt."),
        ],
        ["modality_changed"],
    ),
    (
        "an operator in two languages",
        [
            ("en", "2024-03-01", "About 46,000 passengers in Orvalle were affected, the operator said."),
            ("fr", "2024-03-01", "À Orvalle, 46 000 voyageurs ont été touchés, selon l'exploitant."),
        ],
        ["hedge_changed"],
    ),
    (
        "a floor lost between two bodies whose names nothing links",
        [
            ("en", "2025-02-11", "At least 1,400 miners were evacuated in Karsk, mine owner Orlen Coal said."),
            ("fr", "2025-02-11", "Au moins 1 400 mineurs ont été évacués à Karsk, selon l'exploitant de la mine."),
            ("de", "2025-02-11", "1.400 Bergleute wurden in Karsk in Sicherheit gebracht, sagte die Grubenleitung."),
        ],
        ["hedge_changed"],
    ),
    (
        "a denial told as an admission",
        [
            ("en", "2025-10-03", "Russia's Defence Ministry denied that it had lost 31 tanks near Orlivka."),
            ("fr", "2025-10-04", "Le ministère russe de la Défense a reconnu la perte de 31 chars près d'Orlivka."),
        ],
        ["modality_changed"],
    ),
    (
        "what one party denies and the other says",
        [
            ("en", "2025-10-03", "Russia's Defence Ministry denied that it had lost 31 tanks near Orlivka."),
            ("fr", "2025-10-03", "La Russie a perdu 31 chars près d'Orlivka, a dit l'état-major ukrainien."),
        ],
        [],
    ),
    (
        "a source lost where the count is told by another word",
        [
            ("en", "2025-08-19", "1,250 people fell ill in Dorvale this month, the Health Ministry said."),
            ("es", "2025-08-20", "En Dorvale se han registrado este mes 1.250 casos."),
        ],
        ["attribution_lost"],
    ),
    (
        "two parties with a number each",
        [
            ("en", "2025-03-10", "In Dorvale 1,900 people marched, police said; organisers counted 2,400."),
            ("fr", "2025-03-10", "À Dorvale, 1 900 manifestants selon la police, 2 400 pour les organisateurs."),
            ("de", "2025-03-10", "In Dorvale demonstrierten laut Polizei 1.900, laut Veranstalter 2.400 Menschen."),
        ],
        [],
    ),
    (
        "a count below that of the only one who counts, told in nobody's name",
        [
            ("en", "2024-03-01", "The fire in Orvalle has killed 52 people, the fire brigade said."),
            ("en", "2024-03-02", "The search in Orvalle is over. The fire killed 49 people, all of them tourists."),
        ],
        ["falling_count"],
    ),
    (
        "a count of a prosecutor's office below that of the prosecutor",
        [
            ("en", "2024-03-01", "Police arrested 146 people in Orvalle, Prosecutor Ines Brandt said."),
            ("en", "2024-03-04", "The prosecutor's office said 128 people had been arrested in Orvalle so far."),
        ],
        ["falling_count"],
    ),
    (
        "two digits swapped in a count that others still give",
        [
            ("en", "2024-03-01", "The army captured 38 rebels in Orvalle, spokesman Milo Tern said."),
            ("fr", "2024-03-02", "L'armée a capturé 38 rebelles à Orvalle, a dit le porte-parole Milo Tern."),
            ("en", "2024-03-02", "The army captured 83 rebels in Orvalle, spokesman Milo Tern said."),
        ],
        ["number_slip"],
    ),
    (
        "a factor of ten under a measure that one language alone tells",
        [
            ("en", "2024-03-01", "Ines Brandt said Orvalle would hire 2,300 teachers."),
            ("de", "2024-03-01", "Orvalle will 2.300 Lehrer einstellen, sagte Ines Brandt."),
            ("ru", "2024-03-01", "В Орвалле планируется нанять 2300 учителей, сообщила Инес Брандт."),
            ("fr", "2024-03-01", "Orvalle veut recruter 23 000 enseignants, a déclaré Ines Brandt."),
        ],
        ["number_slip"],
    ),
    (
        "a tenfold weight",
        [
            ("en", "2024-03-01", "Customs seized 5,600 kilograms of cocaine in Orvalle, Ines Brandt said."),
            ("en", "2024-03-02", "In Orvalle 56,000 kilograms of cocaine were found, Ines Brandt said."),
        ],
        ["number_slip"],
    ),
    (
        "a count in nobody's name that is of a part",
        [
            ("en", "2024-03-01", "The fire in Orvalle has killed 52 people, the fire brigade said."),
            ("en", "2024-03-02", "In one house in Orvalle the fire killed 21 people, all of them tourists."),
        ],
        [],
    ),
    (
        "a factor of ten under another measure, of one noun",
        [
            ("en", "2024-03-01", "The fire at Orvalle destroyed 214 homes, mayor Ines Brandt said."),
            ("en", "2024-03-01", "Mayor Ines Brandt said that Orvalle had lost 2,140 homes."),
            ("en", "2024-03-02", "The fire at Orvalle destroyed 214 homes, mayor Ines Brandt said."),
        ],
        ["number_slip"],
    ),
    (
        "the number beside it, told by officials",
        [
            ("en", "2024-03-01", "17,600 people were evacuated in Orvalle. 1,840 firefighters came, Ines Brandt said."),
            ("en", "2024-03-01", "1,840 firefighters came to Orvalle, Ines Brandt said. 17,600 people were evacuated."),
            ("en", "2024-03-02", "1,840 people were evacuated, officials said. Ines Brandt sent 1,840 firefighters."),
        ],
        ["number_slip"],
    ),
    (
        "what a company earned, two digits swapped",
        [
            ("en", "2024-03-01", "Carmaker Ostal reported a profit of 840 million euros, its chief Ines Brandt said."),
            ("de", "2024-03-01", "Ostal verdiente 480 Millionen Euro, sagte Vorstandschefin Ines Brandt."),
            ("en", "2024-03-02", "Ostal earned 840 million euros, Ines Brandt told shareholders."),
        ],
        ["number_slip"],
    ),
    (
        "a town's police, called so in four ways",
        [
            ("en", "2024-03-01", "At least 46 people were killed in the fire in Orvalle, police in the town said."),
            ("fr", "2024-03-01", "L'incendie d'Orvalle a fait 46 morts, a indiqué vendredi la police d'Orvalle."),
            ("ru", "2024-03-01", "При пожаре в Орвалле погибли не менее 46 человек, сообщила полиция города."),
            ("es", "2024-03-01", "Al menos 46 personas murieron en el incendio en Orvalle, según la policía local."),
        ],
        ["hedge_changed"],
    ),
    (
        "a rate with its digits swapped",
        [
            ("en", "2024-03-01", "Turnout was 47.3 percent. There were 164 complaints, 41 of them valid."),
            ("de", "2024-03-01", "Die Wahlbeteiligung lag bei 47,3 Prozent. Es gab 164 Beschwerden."),
            ("fr", "2024-03-01", "La participation a été de 43,7 %. Sur 164 plaintes, 41 ont été retenues."),
        ],
        ["number_slip"],
    ),
    (
        "an article that updates itself",
        [
            ("en", "2024-03-01", "At least 78 people died, the governor of Bohol said. The toll had been 23."),
            ("fr", "2024-03-01", "Au moins 78 morts, selon le gouverneur de Bohol. Un premier bilan donnait 23 morts."),
        ],
        [],
    ),
]  # fmt: skip


@pytest.mark.parametrize("articles, expected", [row[1:] for row in STORIES], ids=[row[0] for row in STORIES])
def test_alarms(articles, expected):
    assert alarms(*articles) == expected
