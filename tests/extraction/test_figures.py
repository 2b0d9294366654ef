"""Figures in eight languages: what is one, what is stated of it, and what is said of it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factkit.dossier import MODALITIES, RELATIONS, ROLES
from factkit.extraction.figures import extract_figures
from factkit.extraction.model import Document, Figure
from factkit.languages import load_pack
from factkit.reading.segments import paragraphs, sentences, tokenize

LANGUAGES = ("de", "en", "es", "fr", "ko", "ro", "ru", "uk")


def document(text: str, language: str, published: date | None = date(2025, 9, 3)) -> Document:
    pack = load_pack(language)
    tokens, spans = tokenize(text, pack), paragraphs(text)
    return Document("a", text, pack, published, None, None, tokens, spans, sentences(text, tokens, spans, pack))


def figures(text: str, language: str) -> list[Figure]:
    return extract_figures(document(text, language))


def shown(text: str, figure: Figure) -> str:
    """A figure in short: "text relation role measure", without what is exact, a level or other."""
    words = [text[figure.start : figure.end]]
    words += [figure.relation] * (figure.relation != "exact") + [figure.role] * (figure.role != "level")
    words += [figure.unit] * (figure.unit != "count") + [figure.measure] * (
        figure.measure not in {"other", "money", "percent"}
    )
    return " ".join(words)


# Each line: a sentence, then its figures as `shown`; an empty list means that none of its numbers is a figure.
CASES: dict[str, list[tuple[str, list[str]]]] = {
    "en": [
        ("The van carried 49 migrants, three of whom died.", ["49", "three killed"]),
        ("At least 93 people were killed and more than 200 injured.", ["93 at_least killed", "200 more_than wounded"]),
        ("The Hawks lost 11 of 12 games.", ["11", "12"]),
        ("Another 4,100 were wounded.", ["4,100 increment wounded"]),
        ("Some 300 were killed and another 4,100 wounded.", ["300 about killed", "4,100 wounded"]),
        ("The death toll rose by 200 to 1,400.", ["200 change killed", "1,400 killed"]),
        ("Pyongyang plans to send another 6,000 soldiers.", ["6,000 increment planned_deployment"]),
        ("Rescuers pulled 12 people alive from the rubble.", ["12 rescued"]),
        ("One person was killed and two were missing.", ["One killed", "two missing"]),
        (
            "Unemployment fell by 0.3 percentage points to 5.2 percent.",
            ["0.3 change percentage_point", "5.2 share percent"],
        ),
        ("The plan would cost $2.5 billion.", ["2.5 billion USD"]),
        ("Prices rose 5% last year.", ["5 change percent"]),
        ("As many as 10,000 troops were deployed to Kursk.", ["10,000 up_to deployed"]),
        ("The Senate voted 52-48 to confirm her, and the House 220 to 213.", ["52", "48", "220", "213"]),
        ("The bill passed in a 51-49 vote.", ["51", "49"]),
        ("A grant of £5,000 is open to 25,000 households.", ["5,000 GBP", "25,000"]),
        ("It cost 300 million Danish crowns, or 20 Kuwaiti dinars a head.", ["300 million DKK", "20 KWD"]),
        ("It holds 3.5 cubic km of water.", ["3.5 km³"]),
        (
            "One index shed 1.9% to 38,471 and another lost 2.1% to 16,248.",
            ["1.9 change percent", "38,471", "2.1 change percent", "16,248"],
        ),
        ("The krone was 0.3% weaker at 93.20 on the dollar.", ["0.3 change percent", "93.20"]),
        ("Prices fell 6% from the prior month and 7% from a year ago.", ["6 change percent", "7 change percent"]),
        ("The court struck it down by 5 to 4.", ["5", "4"]),
        ("The party lost 60 seats while the Greens gained 12.", ["60", "12 change"]),
        ("Two brothers, 4 and 7, drowned.", ["Two killed"]),
        ("He is 6'4\" and she is 5'2\".", []),
        ("The bank cut its key rate 25 basis points.", ["25 change basis point"]),
        ("Its first half-point cut cost a half-million-dollar fee.", ["half change point", "a half-million USD"]),
        ("They won 3-1 at home and lost 2-0 away.", []),
        (
            "The Dow lost 1.2%, the Nasdaq 2.3% and the fund 0.4%.",
            ["1.2 change percent", "2.3 change percent", "0.4 change percent"],
        ),
        ("Rents grew 3% in Leeds and 4% in Hull.", ["3 change percent", "4 change percent"]),
        ("Sales rose 5%, and services made up 40% of them.", ["5 change percent", "40 share percent"]),
        ("Shares fell from a price of $12 to $10.", ["12 USD", "10 USD"]),
        ("Profit beat estimates by two cents.", ["two change cent"]),
        ("The index fell 34.5 points, or 0.4%, at 7,501.", ["34.5 change point", "0.4 change percent", "7,501 point"]),
        ("It rose to 45.20 euros on Tuesday, up from 43.70 on Monday.", ["45.20 EUR", "43.70 EUR"]),
        (
            "More than 300 houses were damaged and 45 destroyed.",
            ["300 more_than damaged_buildings", "45 collapsed_buildings"],
        ),
        ("Police arrested 55 demonstrators.", ["55 arrested"]),
        ("Some 380,000 people were moved to shelters.", ["380,000 about evacuated"]),
        ("The storm left 300,000 homes without power.", ["300,000 affected"]),
        ("Nearly 20,000 people marched through London.", ["20,000 nearly attendance"]),
        ("Some 4,000 residents were evacuated.", ["4,000 about evacuated"]),
        ("The army lost 4,000 men.", ["4,000 casualties"]),
        ("The army lost 4,000 men killed.", ["4,000 killed"]),
        (
            "The death toll from the flood that struck the north of the island on Friday has risen to 60.",
            ["60 killed"],
        ),
        ("The number of people missing after the ferry went down has fallen to 31.", ["31 missing"]),
        ("The army lost 4,000 men, killed a general and left.", ["4,000 casualties"]),
        ("Seoul put North Korean losses at 4,700, including 600 dead.", ["4,700 casualties", "600 killed"]),
        ("Losses exceeded 3,000.", ["3,000 more_than casualties"]),
        ("Hundreds of people fled their homes.", ["Hundreds vague displaced"]),
        ("One of the men is aged 25, the other is a 50-year-old.", []),
        ("An F-16 and a Boeing 737 flew over the G7 summit on Route 66.", []),
        ("Article 5 was invoked after 9/11.", []),
        ("The 7.8-magnitude quake struck at 4:17 a.m. on February 6, 2023.", []),
        ("They waited two weeks, then 111 hours.", []),
        ("Anna Weber, 34, lives in the 1990s house.", []),
        ("Call 1-800-273-8255 for help.", []),
        ("Covid-19 hit Brigade 810 hard.", []),
        ("It has a 12-cylinder engine and weighs 900kg.", ["900 kg"]),
    ],
    "ro": [
        (
            "Cel puțin 93 de oameni au murit și peste 200 au fost răniți.",
            ["93 at_least killed", "200 more_than wounded"],
        ),
        ("Încă un om a murit.", ["un increment killed"]),
        ("Legea a trecut cu 150 de voturi.", ["150"]),
        (
            "Rata a scăzut cu 0,4 puncte față de luna iunie, până la 5,1%.",
            ["0,4 change percentage_point", "5,1 share percent"],
        ),
        ("Phenianul intenționează să trimită încă 6.000 de soldați.", ["6.000 increment planned_deployment"]),
        ("Numărul morților a crescut cu 200, la 1.400.", ["200 change killed", "1.400 killed"]),
        ("Pierderile au depășit 3.000 de militari.", ["3.000 more_than casualties"]),
        ("Numărul lor se apropie de 31.000 de morți.", ["31.000 nearly killed"]),
        ("Pompierii au salvat 12 persoane, iar 340 au fost evacuate.", ["12 rescued", "340 evacuated"]),
        ("Proiectul costă 2,5 milioane de euro.", ["2,5 milioane EUR"]),
        ("Prețurile au crescut cu 5%.", ["5 change percent"]),
        ("Circa 20.000 de oameni au protestat la București.", ["20.000 about attendance"]),
        ("Peste 300 de case au fost avariate.", ["300 more_than damaged_buildings"]),
        ("Doi militari au fost capturați.", ["Doi captured"]),
        ("Un bărbat de 50 de ani a fost găsit după 111 ore.", []),
        ("Articolul 5 a fost invocat în 2001.", []),
        ("Brigada 810 a primit avioane F-16.", []),
        ("Cutremurul cu magnitudinea de 7,8 s-a produs la ora 4:17.", []),
    ],
    "de": [
        (
            "Mindestens 93 Menschen wurden getötet und mehr als 200 verletzt.",
            ["93 at_least killed", "200 more_than wounded"],
        ),
        ("Die Zahl der Toten stieg um 200 auf 1.400.", ["200 change killed", "1.400 killed"]),
        ("Zwischen 300 und 400 Häuser wurden zerstört.", ["300 und 400 between collapsed_buildings"]),
        ("Nordkorea will weitere 6.000 Soldaten schicken.", ["6.000 increment planned_deployment"]),
        ("Rund 20.000 Menschen demonstrierten in Berlin.", ["20.000 about attendance"]),
        ("Knapp 5.500 Wohnungen wurden beschädigt.", ["5.500 nearly damaged_buildings"]),
        ("Die Polizei nahm 55 Menschen fest.", ["55 arrested"]),
        ("Das Projekt kostet 2,5 Milliarden Euro.", ["2,5 Milliarden EUR"]),
        ("Die Preise stiegen um 5 Prozent.", ["5 change percent"]),
        ("Bis zu 10.000 Soldaten wurden entsandt.", ["10.000 up_to deployed"]),
        ("Die Verluste überstiegen 3.000 Mann.", ["3.000 more_than casualties"]),
        ("Ein 50-jähriger Mann starb am 3. Oktober 2023.", []),
        ("Die 28. Brigade flog mit F-16 nach Artikel 5.", []),
        ("Das Beben der Stärke 7,8 dauerte 45 Sekunden.", []),
    ],
    "fr": [
        (
            "Au moins 93 personnes ont été tuées et plus de 200 blessées.",
            ["93 at_least killed", "200 more_than wounded"],
        ),
        ("Le bilan a augmenté de 200 morts.", ["200 change killed"]),
        ("Le taux a reculé de 0,3 point, à 7,1 %.", ["0,3 change percentage_point", "7,1 share percent"]),
        ("L'équipe a pris 3 points.", ["3 point"]),
        ("L'immeuble de neuf étages s'est effondré, tuant 12 personnes.", ["neuf", "12 killed"]),
        ("Pyongyang prévoit d'envoyer 6 000 soldats supplémentaires.", ["6 000 increment planned_deployment"]),
        ("Jusqu'à 10 000 militaires ont été déployés.", ["10 000 up_to deployed"]),
        ("Une vingtaine de personnes ont été arrêtées.", ["Une vingtaine about arrested"]),
        ("Près de 20 000 manifestants ont défilé à Paris.", ["20 000 nearly attendance"]),
        ("Le projet coûte 2,5 milliards d'euros.", ["2,5 milliards EUR"]),
        ("Plus de 300 maisons ont été détruites.", ["300 more_than collapsed_buildings"]),
        ("Les pertes dépassent 3 000 hommes.", ["3 000 more_than casualties"]),
        ("Les secouristes ont sauvé 12 personnes.", ["12 rescued"]),
        ("Un homme de 50 ans a été retrouvé après 111 heures.", []),
        ("L'article 5 a été invoqué après un séisme de magnitude 7,8.", []),
        ("Le vol 370 était un Boeing 777.", []),
    ],
    "es": [
        ("El BCE subió los tipos medio punto porcentual.", ["medio change percentage_point"]),
        ("El precio es tres veces más alto.", ["tres times"]),
        ("Fue tres veces a París.", []),
        (
            "Al menos 23 personas murieron y más de 200 resultaron heridas.",
            ["23 at_least killed", "200 more_than wounded"],
        ),
        ("Los muertos son 2.000 o más.", ["2.000 at_least killed"]),
        ("En las tareas participan casi 40 bomberos.", ["40 nearly rescuers"]),
        ("Murieron 52 personas, 33 de ellas en un refugio de desplazados.", ["52 killed", "33 killed"]),
        ("Los datos de Sigma Dos publicados hoy dan un 20 %.", ["20 share percent"]),
        ("La ayuda llegó a las 2.000 familias a las 12.", ["2.000 deployed"]),
        (
            "El paro bajó 0,3 puntos en todo el país, hasta el 10,6 %.",
            ["0,3 change percentage_point", "10,6 share percent"],
        ),
        ("Pyongyang prevé enviar otros 6.000 soldados.", ["6.000 increment planned_deployment"]),
        ("Las pérdidas superan los 3.000 hombres.", ["3.000 more_than casualties"]),
        ("Unas 20.000 personas se manifestaron en Madrid.", ["20.000 about attendance"]),
        ("La policía detuvo a 55 personas.", ["55 arrested"]),
        ("El proyecto cuesta 2,5 millones de euros.", ["2,5 millones EUR"]),
        ("Los precios subieron un 5 %.", ["5 change percent"]),
        ("Más de 300 viviendas quedaron destruidas.", ["300 more_than collapsed_buildings"]),
        ("Unos 4.000 vecinos fueron evacuados.", ["4.000 about evacuated"]),
        ("Un hombre de 50 años fue hallado tras 111 horas.", []),
        ("El artículo 5 se invocó tras el terremoto de magnitud 7,8.", []),
    ],
    "ru": [
        ("Не менее 93 человек погибли, более 200 ранены.", ["93 at_least killed", "200 more_than wounded"]),
        ("Число погибших выросло до 139.", ["139 killed"]),
        ("Число погибших выросло на 12.", ["12 change killed"]),
        ("КНДР планирует отправить еще 6 тыс. солдат.", ["6 тыс. increment planned_deployment"]),
        ("Потери превысили 3000 человек.", ["3000 more_than casualties"]),
        ("Проект стоит 2,5 миллиона рублей.", ["2,5 миллиона RUB"]),
        ("Цены выросли на 5%.", ["5 change percent"]),
        ("Около 20 тысяч человек вышли на улицы.", ["20 тысяч about attendance"]),
        ("Полиция задержала 55 человек.", ["55 arrested"]),
        ("Спасатели спасли 12 человек.", ["12 rescued"]),
        ("Повреждены почти 5500 домов.", ["5500 nearly damaged_buildings"]),
        ("До 10 000 военных переброшены в область.", ["10 000 up_to deployed"]),
        ("Мужчина в возрасте 50 лет найден через 111 часов.", []),
        ("Землетрясение магнитудой 7,8 произошло в 4:17.", []),
        ("810-я бригада применила статью 5.", []),
    ],
    "uk": [
        ("Щонайменше 93 людини загинули, понад 200 поранено.", ["93 at_least killed", "200 more_than wounded"]),
        ("Кількість загиблих зросла до 139.", ["139 killed"]),
        ("КНДР планує відправити ще 6 тис. солдатів.", ["6 тис. increment planned_deployment"]),
        ("Втрати перевищили 3000 осіб.", ["3000 more_than casualties"]),
        ("Проєкт коштує 2,5 мільйона гривень.", ["2,5 мільйона UAH"]),
        ("Близько 20 тисяч людей вийшли на вулиці.", ["20 тисяч about attendance"]),
        ("Поліція затримала 55 осіб.", ["55 arrested"]),
        ("Рятувальники врятували 12 людей.", ["12 rescued"]),
        ("Пошкоджено майже 5500 будинків.", ["5500 nearly damaged_buildings"]),
        ("Чоловік віком 50 років знайдений через 111 годин.", []),
        ("Землетрус магнітудою 7,8 стався о 4:17.", []),
    ],
    "ko": [
        (
            "지수는 19.48포인트(0.88%) 내린 2,201.03에 마감했다.",
            ["19.48 change point", "0.88 change percent", "2,201.03 point"],
        ),
        ("응답자 1000명 중 62%가 반대했다.", ["1000", "62 share percent"]),
        ("최소 93명이 숨지고 200명 이상이 다쳤다.", ["93 at_least killed", "200 at_least wounded"]),
        ("북한군 사상자가 3천 명을 넘었다.", ["3천 more_than casualties"]),
        ("북한은 병력 6천 명을 추가로 파병할 계획이다.", ["6천 increment planned_deployment"]),
        ("시위에는 2만여 명이 모였다.", ["2만 about attendance"]),
        ("경찰은 55명을 체포했다.", ["55 arrested"]),
        ("소방당국은 12명을 구조했다.", ["12 rescued"]),
        ("사업비는 2억5000만 원이다.", ["2억5000만 KRW"]),
        ("주택 300채가 파손됐다.", ["300 damaged_buildings"]),
        ("최대 1만 명이 파병됐다.", ["1만 up_to deployed"]),
        ("규모 7.8의 지진이 2023년 2월 6일 오전 4시 17분에 발생했다.", []),
        ("50세 남성이 111시간 만에 발견됐다.", []),
        ("170㎜ 자주포가 810여단에 배치됐다.", []),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [pytest.param(code, text, want, id=f"{code}: {text[:40]}") for code, rows in CASES.items() for text, want in rows],
)
def test_figures(language: str, text: str, expected: list[str]) -> None:
    assert [shown(text, figure) for figure in figures(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("about 600 dead", (600.0, None, None)),
        ("600 dead", (600.0, None, None)),
        ("at least 600 dead", (None, 600.0, None)),
        ("more than 600 dead", (None, 600.0, None)),
        ("nearly 600 dead", (600.0, None, 600.0)),
        ("up to 600 dead", (None, None, 600.0)),
        ("fewer than 600 dead", (None, None, 600.0)),
        ("between 500 and 600 dead", (None, 500.0, 600.0)),
        ("several hundred dead", (None, None, None)),
    ],
)
def test_only_what_is_stated(text: str, stated: tuple[float | None, float | None, float | None]) -> None:
    (figure,) = figures(f"There were {text}.", "en")
    assert (figure.value, figure.low, figure.high) == stated


def test_a_recalled_figure_has_its_own_date() -> None:
    text = "În aprilie, numărul militarilor uciși era estimat la 600, dar acum cifrele indică aproximativ 2.000."
    recalled, current = figures(text, "ro")
    assert (recalled.as_of, current.as_of) == ("2025-04", None)
    assert current.measure == recalled.measure == "killed"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Peru 30 people died.", "Peru"),
        ("He won 33 percent to Vance's 20 percent.", None),
        ("He won 33 percent to Vance’s 20 percent.", None),
        ("Some 3,000 people have died in Peru's south.", "Peru"),
    ],
)
def test_an_owner_is_no_place_but_a_country_is(text: str, place: str | None) -> None:
    assert {figure.place for figure in figures(text, "en")} == {place}


PLACES = [
    ("en", "In the Gaza Strip, 30 people were killed on Monday.", ["Gaza Strip"]),
    ("en", "30 people were killed in the Turkish city of Antakya.", ["Antakya"]),
    ("en", "30 people were killed in the Donetsk region.", ["Donetsk"]),
    ("en", "The bill won 30 votes in the Senate.", [None]),
    ("en", "Agents caught 3,000 people at the U.S.-Mexico border.", [None]),
    ("en", "Some 3,000 women served in the U.S. military.", [None]),
    ("en", "Some 3,000 people died in the U.S. last year.", ["U.S."]),
    ("en", "More than 20,000 people have died in Turkey and Syria since Monday.", ["Turkey and Syria"]),
    ("en", "In Turkey and Syria 20,000 people have died.", ["Turkey and Syria"]),
    ("en", "Some 300 soldiers died in Turkey and Syria reported 20 wounded.", ["Turkey", "Turkey"]),
    ("en", "20,000 people have died in Turkey and 3,000 in Syria.", ["Turkey", "Syria"]),
    ("en", "In Turkey 76 people died and 440 were hurt.", ["Turkey", "Turkey"]),
    ("en", "Some 300 soldiers died and 2,700 were wounded in Kursk.", ["Kursk", "Kursk"]),
    ("de", "In der Türkei und in Syrien ist die Zahl der Toten auf über 20.000 gestiegen.", ["Türkei und in Syrien"]),
    ("de", "Bei dem Angriff in der Region Kursk starben 30 Menschen.", ["Kursk"]),
    ("de", "In Haft sitzen 30 Menschen.", [None]),
    ("fr", "Dans la bande de Gaza, 30 personnes ont été tuées.", ["Gaza"]),
    ("fr", "En Turquie et en Syrie, 20 000 personnes sont mortes.", ["Turquie et en Syrie"]),
    ("es", "En la ciudad de Antioquía murieron 30 personas.", ["Antioquía"]),
    ("es", "Murieron 30 personas, informó el Servicio Nacional de Emergencias.", [None]),
    ("es", "En Turquía y Siria murieron 20.000 personas.", ["Turquía y Siria"]),
    ("es", "Hay 30 heridos, informó el Ministerio de Salud.", [None]),
    ("es", "Hay 30 heridos en el puerto de Tarsa, según la Secretaría de la Mujer.", ["Tarsa"]),
    ("ro", "În Turcia au murit 76 de oameni și au fost răniți 440.", ["Turcia", "Turcia"]),
    ("ru", "В турецком городе Антакья погибли 30 человек.", ["Антакья"]),
    ("uk", "У місті Антак'я загинули 30 людей.", ["Антак'я"]),
    ("ko", "튀르키예와 시리아에서 2만 명이 숨졌다.", ["튀르키예와 시리아"]),
    ("ko", "부산에서 30명이 숨졌다.", ["부산"]),
]


@pytest.mark.parametrize(("language", "text", "places"), PLACES)
def test_places(language: str, text: str, places: list[str | None]) -> None:
    assert [figure.place for figure in figures(text, language)] == places


def test_reasons_point_at_their_words() -> None:
    text = "At least 93 people were killed in Turkey."
    (figure,) = figures(text, "en")
    words = {reason.field: text[reason.start : reason.end] for reason in figure.reasons}
    assert words["relation"] == figure.hedge == "At least"
    assert words["measure"] == "killed"
    assert figure.place == words["place"] == "Turkey"
    assert figure.counted == "people"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(max_size=120))
def test_any_text_gives_figures_inside_it(language: str, text: str) -> None:
    for figure in figures(text, language):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.relation in RELATIONS
        assert figure.role in ROLES
        assert figure.modality in MODALITIES


_PIECES = [word for rows in CASES.values() for text, _ in rows for word in text.split()]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from([*_PIECES, "$", "%", "(", ")", "-", "–", "1", "2.000"]), max_size=25),
)
def test_shuffled_words_never_raise(language: str, words: list[str]) -> None:
    text = " ".join(words)
    assert all(reason.end <= len(text) for figure in figures(text, language) for reason in figure.reasons)
