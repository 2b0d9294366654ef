"""Counts of several sources in one sentence: each number belongs to the claim of whoever gives it."""

import pytest

import factkit as fk

# language, text, and who gives each number, in the order of the text
CASES = [
    ("en", "The organisers spoke of 4,500 walkers, the police of 2,840.", ["organisers", "police"]),
    ("en", "4,500 people walked according to the organisers, 2,840 according to the police.", ["organisers", "police"]),
    (
        "en",
        "The bank said it would cut 300 jobs, the airline 20 and the carmaker 150.",
        ["bank", "airline", "carmaker"],
    ),
    ("en", "The organisers said 4,500 people walked; the police said 2,840.", ["organisers", "police"]),
    ("en", "According to the union, 4,500 walked, and according to the company, 2,840.", ["union", "company"]),
    ("es", "Los organizadores hablaron de 4.500 caminantes; la policía, de 2.840.", ["organizadores", "policía"]),
    ("es", "Según el sindicato, marcharon 4.500 personas y 2.840 según la empresa.", ["sindicato", "empresa"]),
    ("es", "Marcharon 4.500 personas según el sindicato y 2.840 según la empresa.", ["sindicato", "empresa"]),
    (
        "es",
        "La alcaldía dijo que fueron 4.500 y el Ministerio del Interior, que 2.840.",
        ["alcaldía", "Ministerio del Interior"],
    ),
    ("fr", "Les organisateurs parlent de 4 500 marcheurs, la police de 2 840.", ["organisateurs", "police"]),
    ("fr", "Ils étaient 4 500 selon le syndicat et 2 840 selon la préfecture.", ["syndicat", "préfecture"]),
    ("fr", "Selon le syndicat, 4 500 personnes ont marché, 2 840 selon la préfecture.", ["syndicat", "préfecture"]),
    ("de", "Die Gewerkschaft zählte 4.500 Teilnehmer, die Polizei nur 2.840.", ["Gewerkschaft", "Polizei"]),
    (
        "de",
        "Nach Angaben der Gewerkschaft kamen 4.500 Menschen, nach Angaben der Polizei 2.840.",
        ["Gewerkschaft", "Polizei"],
    ),
    ("de", "4.500 Menschen kamen laut dem Verein, 2.840 laut der Polizei.", ["Verein", "Polizei"]),
    ("ro", "Sindicatul a vorbit de 4.500 de participanți, iar poliția de 2.840.", ["Sindicatul", "poliția"]),
    (
        "ro",
        "Au venit 4.500 de oameni, potrivit sindicatului, și 2.840, potrivit poliției.",
        ["sindicatului", "poliției"],
    ),
    ("ru", "Организаторы сообщили о 4500 участников, полиция — о 2840.", ["Организаторы", "полиция"]),
    ("ru", "По данным профсоюза, вышли 4500 человек, по данным полиции — 2840.", ["профсоюза", "полиции"]),
    ("uk", "Профспілка повідомила про 4500 учасників, компанія — про 2840.", ["Профспілка", "компанія"]),
    ("uk", "За даними профспілки, вийшли 4500 людей, за даними поліції — 2840.", ["профспілки", "поліції"]),
    ("ko", "노조는 4500명이 모였다고 밝혔지만 경찰은 2840명으로 추산했다.", ["노조", "경찰"]),
    # Nobody else's count
    ("en", "The ministry said 45 people died, the police chief among them, and 28 were hurt.", ["ministry"] * 2),
    ("en", "The paper put Hall at 40 percent, Marsh at 12 percent.", ["paper"] * 2),
    (
        "en",
        "The council said it took in $21 million, bringing its total for the campaign to $95 million.",
        ["council"] * 2,
    ),
    ("en", "Vole said it would fall to 17 or 18 percent, according to the paper.", ["Vole"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), CASES)
def test_each_number_belongs_to_its_own_source(language, text, speakers):
    dossier = fk.extract(fk.read_articles([{"article_id": "a", "text": text, "language": language}]), progress=False)
    told = dossier.figures.merge(dossier.claims, on="claim_id", how="left").speaker
    assert told.fillna("").to_list() == speakers
