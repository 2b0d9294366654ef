"""entities: what becomes one, what stays apart, what is left in doubt; ids that don't depend on the order."""

from collections import Counter
from hashlib import sha256

import pandas as pd
import pytest

from factkit.comparison.bodies import data_file, describe, load_bodies, read_aliases, role_id
from factkit.comparison.clusters import listed
from factkit.comparison.entities import entities, resolve, resolve_names
from factkit.comparison.estimates import estimates
from factkit.dossier import Dossier, empty, make_table
from factkit.errors import PackError
from factkit.extraction import extract
from factkit.reading import read_articles

ONE = [
    (
        "kr/intelligence",
        [
            "NIS",
            "the NIS",
            "National Intelligence Service",
            "National Intelligence Service (NIS)",
            "Serviciul Național de Informații",
            "Serviciului Național de Informații",
            "국정원",
            "국가정보원",
            "South Korean intelligence",
            "South Korea's spy agency",
            "serviciile de informații sud-coreene",
            "serviciul sud-coreean de spionaj",
            "le renseignement sud-coréen",
            "Südkoreas Geheimdienst",
            "der südkoreanische Geheimdienst",
            "spionajul de la Seul",
            "Национальная разведывательная служба",
            "Национальной разведывательной службы",
            "южнокорейская разведка",
            "la inteligencia surcoreana",
            "한국 정보당국",
        ],
    ),
    (
        "ru/defence-ministry",
        [
            "Russian Defence Ministry",
            "Russlands Verteidigungsministerium",
            "Минобороны РФ",
            "러시아 국방부",
            "ministerul rus al Apărării",
            "le ministère russe de la Défense",
            "Министерства обороны России",
        ],
    ),
    (
        "ua/military-staff",
        ["Генштаб ВСУ", "Генеральний штаб ЗСУ", "General Staff of Ukraine", "Ukraine's General Staff"],
    ),
    ("un", ["UN", "United Nations", "ONU", "Vereinten Nationen", "ООН", "유엔"]),
    ("tr/emergency", ["AFAD", "Turkey's disaster agency", "the Turkish disaster management agency"]),
    ("kp", ["Phenianul", "Pyongyang", "North Korea", "Nordkorea", "북한", "КНДР"]),
    ("kp/military", ["North Korea's military", "armata nord-coreeană", "북한군", "северокорейская армия"]),
    ("kr/president", ["the South Korean president", "președintele sud-coreean", "präsident Südkoreas"]),
]


@pytest.mark.parametrize("expected, names", ONE, ids=[case[0] for case in ONE])
def test_names_of_one_body(expected, names):
    ids = resolve_names(names).ids
    assert {name: ids[name] for name in names} == dict.fromkeys(names, expected)


PEOPLE = [
    ["Lee Seong-Kweun", "Lee Seong-kweun", "Seong-kwon Lee", "이성권", "Ли Сон Квон", "이성권 의원"],
    ["Kim Jong-un", "Kim Jong Un", "김정은", "Ким Чен Ын"],
    ["Kim Jong-il", "김정일", "Ким Чен Ир"],
    ["Lee Jae-myung", "이재명", "Ли Чжэ Мён"],
    ["Volodymyr Zelensky", "Zelenski", "Wolodymyr Selenskyj", "Володимир Зеленський", "Владимир Зеленский"],
    ["Recep Tayyip Erdoğan", "Erdogan", "Президент Эрдоган"],
    ["Lee Seong-kweun and Kim Byung-kee", "Lee Seong-kweun und Kim Byung-kee"],
    ["George W. Bush"],
    ["George H. W. Bush"],
    ["Donald Trump"],
    ["Donald Trump Jr."],
    ["Hafez al-Assad"],
    ["Xi Jinping", "习近平", "시진핑", "Си Цзиньпин"],
    ["Fumio Kishida", "岸田文雄", "기시다 후미오", "Фумио Кисида"],
    ["Thomas Müller", "Томас Мюллер"],
    ["Thomas Möller"],
    ["Karl Tester", "Finanzminister Karl Tester", "Wiens Finanzminister Karl Tester"],
    ["Ion Probescu", "Liderul opoziției Ion Probescu"],
    ["Bashar al-Assad", "بشار الأسد"],
]


def test_people_are_grouped_and_different_ones_stay_apart():
    resolution = resolve_names([name for group in PEOPLE for name in group])
    assert [sorted({resolution.ids[name] for name in group}) for group in PEOPLE] == [
        [resolution.ids[group[0]]] for group in PEOPLE
    ]
    assert len({resolution.ids[group[0]] for group in PEOPLE}) == len(PEOPLE)


BODIES_APART = [
    ("NIS", "NSA"),
    ("NIS", "FIS"),
    ("South Korean intelligence", "North Korean intelligence"),
    ("South Korean intelligence", "le renseignement ukrainien"),
    ("Ukraine's General Staff", "Russia's General Staff"),
    ("Yonhap", "Kyodo"),
    ("Gaza Health Ministry", "Israeli Health Ministry"),
    ("National Intelligence Service", "National Intelligence Council"),
    ("National Security Service", "National Security Agency"),
    ("South Korea", "South Korean military"),
]


@pytest.mark.parametrize("left, right", BODIES_APART)
def test_bodies_apart(left, right):
    ids = resolve_names([left, right]).ids
    assert ids[left] != ids[right]


KINDS = [
    ("NIS", "organisation"),
    ("Yonhap", "outlet"),
    ("Pyongyang", "state"),
    ("the South Korean president", "person"),
    ("ministère turc de la Santé", "organisation"),
    ("Lee Seong-kweun", "person"),
    ("an American official", "anonymous"),
    ("un deputat sud-coreean", "anonymous"),
]


@pytest.mark.parametrize("name, expected", KINDS)
def test_kind(name, expected):
    resolution = resolve_names([name])
    assert resolution.kinds[resolution.ids[name]] == expected


NOT_MERGED = [
    ("News1", "Hurriyet Daily News"),
    ("Korea Daily", "Korea JoongAng Daily"),
    ("Lee Seong-kweun / Park Sun-won", "Park Sun-won"),
    ("South Korean intelligence (AFP)", "AFP"),
    ("UK MoD update", "UK MoD intelligence update"),
    ("Unnamed diplomatic sources", "unnamed intelligence authorities"),
    ("Martin Griffiths", "Marten"),
]


@pytest.mark.parametrize("left, right", NOT_MERGED)
def test_what_merely_looks_alike_stays_apart(left, right):
    ids = resolve_names([left, right]).ids
    assert ids[left] != ids[right]


def test_a_surname_goes_to_the_only_one_who_bears_it():
    assert len(set(resolve_names(["Vladimir Putin", "Putin", "Путин"]).ids.values())) == 1


def test_a_surname_of_two_is_uncertain():
    resolution = resolve_names(["Lee Jae-myung", "Lee Seong-kweun", "Lee"])
    assert len(set(resolution.ids.values())) == 3
    assert resolution.uncertain[resolution.ids["Lee"]] == ("Lee Jae-myung", "Lee Seong-kweun")


def test_names_that_differ_by_a_letter_are_uncertain():
    resolution = resolve_names(["Luis Gómez", "Luis Gámez"])
    assert resolution.uncertain == {"luis-gomez": ("Luis Gámez",), "luis-gamez": ("Luis Gómez",)}


WHY = [
    (
        ["Shin Won-sik", "신원식", "Син Вон Сик"],
        "“Shin Won-sik”, “Син Вон Сик” and “신원식” are spellings of one name.",
    ),
    (["Rumänische Gendarmerie", "Jandarmeria Română"], "name the same kind of body of the same country."),
    (["Radu Mihăilă", "Radu Mihaila"], "differ only in case, accents, punctuation or title."),
    (["Vladimir Putin", "Putin"], "“Putin” can only be “Vladimir Putin”: nobody else here has that name."),
    (
        ["Interior Ministry", "Innenministerium"],
        "“Innenministerium” and “Interior Ministry” say the same of what they are.",
    ),
    (["Fish Landing Board (FLB)", "FLB"], "“Fish Landing Board (FLB)” introduces the abbreviation “FLB”."),
    (["Solidar", "Solidar union"], "“Solidar” is the name of “Solidar union”."),
]


@pytest.mark.parametrize("names, said", WHY, ids=[case[0][0] for case in WHY])
def test_why_names_were_joined_is_said_in_a_sentence(names, said):
    found = resolve_names(names)
    assert found.why[found.ids[names[0]]].endswith(said)


def test_of_very_many_names_a_sentence_lists_the_first():
    assert listed("abcdefgh") == "“a”, “b”, “c”, “d”, “e” and 3 more"
    assert listed("ab") == "“a” and “b”"
    assert listed("a") == "“a”"


@pytest.mark.parametrize(
    "names, expected",
    [
        (["Romanian gendarmerie", "gendarmería rumana", "Жандармерія Румунії", "루마니아 헌병대"], "ro/gendarmerie"),
        (["Guardia Civil", "Spanish Civil Guard", "Гражданская гвардия Испании"], "es/gendarmerie"),
        (["Генпрокуратура України", "Prosecutor General's Office of Ukraine"], "ua/prosecutor-general"),
        (["МВС України", "Innenministerium der Ukraine"], "ua/interior-ministry"),
        (["Минфин РФ", "Russian Finance Ministry"], "ru/finance-ministry"),
        (
            ["Bafin", "Bundesanstalt für Finanzdienstleistungsaufsicht", "German financial regulator"],
            "de/finance-supervision",
        ),
        (["US Indo-Pacific Command", "미 인도태평양사령부"], "us/indo-pacific-command"),
        (["ЕСПЧ", "CEDO", "European Court of Human Rights"], "echr"),
    ],
)
def test_bodies_of_other_kinds(names, expected):
    assert set(resolve_names(names).ids.values()) == {expected}


def test_what_a_generals_office_is_called_in_several_languages():
    same = ["Generalstaatsanwaltschaft", "parquet général", "Генпрокуратура", "Fiscalía General"]
    ids = resolve_names([*same, "prosecutor's office", "general staff"]).ids
    assert len({ids[name] for name in same}) == 1
    assert len(set(ids.values())) == 3


def test_an_abbreviation_introduced_in_brackets():
    ids = resolve_names(["Fish Landing Board (FLB)", "FLB"]).ids
    assert ids["FLB"] == ids["Fish Landing Board (FLB)"]


def hash_of(name, seed):
    return sha256(f"{seed}{name}".encode()).digest()


def test_an_abbreviation_behind_the_words_for_its_kind():
    ids = resolve_names(["syndicat CGT", "CGT", "UGT", "police UK", "UK"]).ids
    assert ids["syndicat CGT"] == ids["CGT"]
    assert len({ids[name] for name in ("CGT", "UGT", "police UK", "UK")}) == 4


def test_ids_do_not_depend_on_the_order():
    names = [name for group in (*PEOPLE, *(group for _, group in ONE)) for name in group] + ["Bush", "Lee"]
    expected = resolve_names(names)
    for seed in range(3):
        shuffled = sorted(names, key=lambda name: hash_of(name, seed))
        again = resolve_names(shuffled)
        assert again.ids == expected.ids
        assert again.why == expected.why
        assert again.uncertain == expected.uncertain


DESCRIBED = [
    ("Marina Ovsyannikova", None, "a person whose name holds a word"),
    ("American officials", None, "not one body"),
    ("a lawmaker in Seoul", None, "anybody"),
    ("le ministère turc de l'Intérieur", "tr/interior-ministry", "computed without the table"),
    ("die ukrainische Luftwaffe", None, "an unknown word"),
    ("полиция Румынии", "ro/police", "computed without the table"),
]


@pytest.mark.parametrize("text, expected, label", DESCRIBED, ids=[case[0] for case in DESCRIBED])
def test_role_id(text, expected, label):
    assert role_id(describe(text)) == expected


def test_every_listed_name_finds_its_body():
    bodies = load_bodies()
    for body in read_aliases(data_file("bodies.toml")).body:
        for name in (body.name, *body.names):
            assert bodies.find(name) == body.id, name


def claims(*pairs):
    return make_table(
        "claims",
        [
            {
                "claim_id": f"c{number}",
                "article_id": "a",
                "kind": "indirect",
                "content": "x",
                "start": 0,
                "end": 1,
                "spans": [[0, 1]],
                "modality": "asserted",
                "speaker": speaker,
                "origin": origin,
            }
            for number, (speaker, origin) in enumerate(pairs)
        ],
    )


def dossier(*pairs, sources=()):
    article = {"article_id": "a", "text": "x", "language": "en", "text_kind": "original"}
    made = make_table("articles", [article]), claims(*pairs), make_table("sources", sources), make_table("figures", [])
    return Dossier(*made)


def test_table():
    made = dossier(
        ("Lee Seong-Kweun", "NIS"),
        ("이성권", "국정원"),
        ("Lee Seong-Kweun", None),
        sources=[{"claim_id": "c0", "position": 0, "name": "Yonhap", "type": "outlet"}],
    )
    table = entities(made).set_index("entity_id")
    assert list(table.columns) == ["name", "forms", "count", "kind", "why", "uncertain"]
    assert table.loc["kr/intelligence", "forms"] == ["NIS", "국정원"]
    assert table.loc["kr/intelligence", "name"] == "National Intelligence Service"
    assert table.loc["kr/intelligence", "why"] == "“NIS” and “국정원” are listed as names of one body."
    lee = table.loc["lee-seongkweun"]
    assert (lee["count"], lee["kind"]) == (3, "person")
    assert "spellings of one name" in lee["why"]
    assert table.loc["yonhap", "kind"] == "outlet"


@pytest.mark.parametrize("names, shown", [(["Coreea de Nord", "Pjöngjang"], "North Korea"), (["Києва"], "Ukraine")])
def test_a_country_has_its_english_name(names, shown):
    found = resolve_names(names)
    assert {found.names[found.ids[name]] for name in names} == {shown}


def test_of_several_full_names_the_one_told_most_often_is_shown():
    told = Counter({"Volodimir Zelenski": 1, "Volodymyr Zelensky": 8, "Володимир Зеленський": 9, "Zelensky": 20})
    found = resolve_names(told)
    assert {found.names[entity] for entity in found.ids.values()} == {"Volodymyr Zelensky"}


def test_table_of_an_empty_dossier():
    assert len(entities(dossier())) == 0


def test_resolve_covers_every_name():
    made = dossier(("a man", "b"), ("…", "(x)"), (" ", "'s"))
    ids = resolve(made).ids
    assert set(ids) == {"a man", "b", "…", "(x)", " ", "'s"}
    assert all(ids.values())


def test_merge_and_split_of_the_user_stick(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'same = [["Fish Board", "Consiliul Peștilor"]]\napart = [["NIS", "국정원"], ["Kim Jong-un", "Kim Jong Un"]]\n'
        '[[body]]\nid = "lee"\nname = "Lee the Elder"\nkind = "person"\nnames = ["Old Lee"]\n',
        "utf-8",
    )
    names = ["Fish Board", "Consiliul Peștilor", "NIS", "국정원", "Kim Jong-un", "Kim Jong Un", "Old Lee"]
    resolution = resolve_names(names, aliases=path)
    ids = resolution.ids
    assert ids["Fish Board"] == ids["Consiliul Peștilor"]
    assert ids["NIS"] != ids["국정원"]
    assert ids["Kim Jong-un"] != ids["Kim Jong Un"]
    assert ids["Old Lee"] == "lee"
    assert resolution.kinds["lee"] == "person"


def test_a_wrong_key_in_the_users_file_is_named(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('[[body]]\nid = "x"\nname = "X"\nname_list = []\n', "utf-8")
    with pytest.raises(PackError, match=r"mine\.toml: body\.0\.name_list: unknown key"):
        resolve_names(["X"], aliases=path)


@pytest.mark.parametrize(
    "name, wanted",
    [
        ("управление по чрезвычайным ситуациям AFAD", "tr/emergency"),
        ("Weltgesundheitsorganisation WHO", "who"),
        ("Объединенный комитет начальников штабов Южной Кореи", "kr/joint-staff"),
        ("spy agency", None),
        ("foreign ministry", None),
        ("Defence Intelligence Agency of the army", None),
        ("Ukrainian intelligence", "ua/intelligence"),
        ("Kremlin et Pyongyang", None),
        ("North Korean authorities", None),
    ],
)
def test_a_description_names_a_body_only_where_it_can_mean_no_other(name, wanted):
    assert load_bodies().identify(name) == wanted


def story(*rows):
    """A dossier of claims, given as (article, speaker, origin)."""
    table = claims(*((speaker, origin) for _, speaker, origin in rows))
    homes = pd.Series([article for article, _, _ in rows], dtype="string")
    return Dossier(empty("articles"), table.assign(article_id=homes), empty("sources"), empty("figures"))


def test_a_countrys_service_is_the_one_that_is_named():
    nis = "South Korea's National Intelligence Service"
    one = resolve(story(("a", nis, nis), ("b", "serviciile sud-coreene", "serviciile sud-coreene")))
    assert one.of("b", "serviciile sud-coreene") == one.of("a", nis)
    several = ["Security Service of Ukraine", "State Emergency Service of Ukraine", "Ukrainian service"]
    two = resolve(story(*(("a", name, name) for name in several)))
    assert len({two.of("a", name) for name in several}) == 3
    assert len(two.uncertain[two.ids["Ukrainian service"]]) == 2


def test_the_police_of_two_countries_are_two():
    articles = [
        ("a", "fr", "En France, 20 personnes ont été arrêtées, a annoncé la police."),
        ("b", "de", "In Frankreich wurden 20 Menschen festgenommen, teilte die Polizei mit."),
        ("c", "en", "In India 30 people were arrested, police said."),
        ("d", "en", "Police said 40 people were arrested."),
    ]
    rows = [
        {"article_id": key, "language": language, "text": text, "published": "2024-03-01"}
        for key, language, text in articles
    ]
    made = extract(read_articles(rows), progress=False)
    ids = estimates(made).set_index("article_id")["origin_id"].to_dict()
    assert ids == {"a": "fr/police", "b": "fr/police", "c": "in/police", "d": "police"}
    assert {"fr/police", "in/police", "police"} == set(entities(made)["entity_id"])


def test_a_description_stands_for_the_body_that_its_article_names():
    dossier = story(
        ("a", "NIS", "NIS"), ("a", "the agency", "the agency"), ("b", "HUR", "HUR"), ("b", "Dienst", "Dienst")
    )
    found = resolve(dossier)
    assert found.of("a", "the agency") == found.of("a", "NIS")
    assert found.of("b", "Dienst") == found.ids["Dienst"]  # HUR is a directorate


def told(article, speaker, source, role=None):
    """A dossier of one article in which Ana Muster, minister of health, says something, and so does another."""
    table = claims(("Ana Muster", None), (speaker, None))
    table = table.assign(
        article_id=pd.Series([article, article], dtype="string"),
        source=pd.Series(["Ana Muster", source], dtype="string"),
    )
    links = [{"claim_id": "c0", "position": 0, "name": "Ana Muster", "role": role, "type": "person"}]
    return Dossier(empty("articles"), table, make_table("sources", links), empty("figures"))


def test_a_body_is_of_the_country_that_its_claim_names():
    found = resolve(told("a", "Election Commission", "the Moldovan Election Commission"))
    assert found.of("a", "Election Commission") == "md/commission-election"
    assert found.of("b", "Election Commission") != "md/commission-election"


@pytest.mark.parametrize(
    "description, role, is_she",
    [
        ("глава Минздрава", "министр здравоохранения", True),
        ("head of the health ministry", "Gesundheitsministerin", True),
        ("the health minister", "ministra de Salud", True),
        ("head of the finance ministry", "health minister", False),
        ("head of the health ministry", "the former mayor", False),
    ],
)
def test_an_office_stands_for_who_holds_it(description, role, is_she):
    found = resolve(told("a", description, description, role))
    assert (found.of("a", description) == found.ids["Ana Muster"]) == is_she


def test_the_beginning_of_a_name_stands_for_it():
    found = resolve(
        story(("a", "Joint Fish Committee of the Northern Towns", None), ("a", "Joint Fish Committee", None))
    )
    assert found.of("a", "Joint Fish Committee") == found.ids["Joint Fish Committee of the Northern Towns"]


def test_a_description_stands_for_the_body_whose_figures_its_speaker_passes_on():
    dossier = story(("a", "Lee Seong-kweun", "국정원"), ("b", "Lee Seong-kweun", "mismo servicio"))
    found = resolve(dossier)
    assert found.of("b", "mismo servicio") == found.ids["국정원"]


def test_a_description_that_fits_two_is_in_doubt():
    dossier = story(("a", "NIS", "NIS"), ("a", "SBU", "SBU"), ("a", "the service", "the service"))
    table = entities(dossier).set_index("name")
    assert table.loc["the service", "forms"] == ["the service"]
    assert len(table.loc["the service", "uncertain"]) == 2


def test_the_police_of_two_towns_are_not_taken_for_one_named_police():
    dossier = story(("a", "city police", "city police"), ("a", "police", "police"))
    assert resolve(dossier).meant == {}


def test_descriptions_that_say_the_same_in_several_languages_are_one():
    same = ["Interior Ministry", "Innenministeriums", "ministère de l'Intérieur", "Ministerio del Interior"]
    ids = resolve_names([*same, "Health Ministry", "Interior Ministry of Spain"]).ids
    assert len({ids[name] for name in same}) == 1
    assert len(set(ids.values())) == 3


def test_a_body_named_by_its_town_stands_for_itself_in_its_article():
    found = resolve(story(("a", "Staatsanwaltschaft Bernau", None), ("a", "Staatsanwaltschaft", None)))
    assert found.of("a", "Staatsanwaltschaft") == found.ids["Staatsanwaltschaft Bernau"]


@pytest.mark.parametrize(
    "other, expected",
    [("Austrian Finance Ministry", "at/prosecutor"), ("Munich prosecutors", None), ("BaFin", None)],
)
def test_the_only_country_spoken_of_is_not_that_of_a_body_beside_one_of_elsewhere(other, expected):
    figure = {"figure_id": "f", "article_id": "a", "text": "300", "start": 0, "end": 3, "counted": "Austrians"}
    figure |= {"relation": "exact", "role": "level", "unit": "count", "measure": "other", "modality": "asserted"}
    counted = make_table("figures", [figure])
    made = story(("a", other, None), ("a", "prosecutors", None))
    found = resolve(Dossier(made.articles, made.claims, made.sources, counted))
    assert found.meant.get(("a", "prosecutors")) == expected


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Wetterdienst Aemet", "es/weather"),
        ("Финансовый регулятор BaFin", "de/finance-supervision"),
        ("spokesman Aemet", None),
        ("Minister Bafin", None),
    ],
)
def test_a_name_behind_the_words_for_its_kind(name, expected):
    assert load_bodies().find(name) == expected


def test_a_union_is_one_in_several_languages_and_not_another_trade_s():
    same = ["metalworkers' union", "syndicat des métallurgistes", "sindicato de metalúrgicos", "профсоюз металлургов"]
    ids = resolve_names([*same, "teachers' union", "syndicat des cheminots", "police union"]).ids
    assert len({ids[name] for name in same}) == 1
    assert len(set(ids.values())) == 4


def test_a_union_is_known_by_its_name_alone():
    same = ["Solidar", "Solidar union", "профспілка Solidar", "sindicatul Solidar"]
    ids = resolve_names([*same, "Solidar Bank", "teachers' union"]).ids
    assert len({ids[name] for name in same[1:]}) == 1
    assert ids["Solidar"] not in {ids["Solidar union"], ids["Solidar Bank"]}  # it may be either
    ids = resolve_names([*same, "teachers' union"]).ids
    assert len({ids[name] for name in same}) == 1


def test_a_country_has_one_coastguard_and_many_polices():
    same = ["coastguard", "Küstenwache", "береговая охрана"]
    ids = resolve_names([*same, "police", "Polizei", "civil protection", "Zivilschutz"]).ids
    assert len({ids[name] for name in same}) == 1
    assert ids["police"] != ids["Polizei"]
    assert ids["civil protection"] == ids["Zivilschutz"]


def test_bodies_of_one_name_that_say_the_same_in_several_languages_are_one():
    names = ["Health Ministry of Zambara", "Gesundheitsministerium von Zambara", "ministère de la Santé du Zambara"]
    others = ["Health Ministry of Ruritania", "Zambara Police", "Interior Ministry of Zambara"]
    found = resolve_names([*names, *others]).ids
    assert len({found[name] for name in names}) == 1
    assert len(set(found.values())) == 4


@pytest.mark.parametrize(
    "country, forms",
    [
        ("GE", "Georgiei Грузии Грузії georgisches géorgien 조지아"),
        ("CZ", "Cehiei Чехии Чехії tschechisches tchèque чешский чеський"),
        ("EG", "Egiptului Египта Єгипту ägyptisches egipcio египетский"),
        ("IN", "Indiei Индии indisches indien indio"),
        ("TR", "Turciei Турции türkisches турецкий турецький"),
        ("US", "SUA США amerikanisches американский американський"),
        ("VE", "Venezuelei Венесуэлы venezolanisches venezolano"),
        ("ZA", "südafrikanisches ЮАР 남아공"),
    ],
)
def test_a_country_in_many_forms(country, forms):
    assert {form for form in forms.split() if describe(f"ministry {form}").countries != {country}} == set()


@pytest.mark.parametrize(
    "name, country",
    [
        ("Democratic Republic of the Congo", "CD"),
        ("République démocratique du Congo", "CD"),
        ("Republic of the Congo", "CG"),
        ("Ministerul Apărării al Republicii Moldova", "MD"),
        ("Republic of Korea Army", "KR"),
    ],
)
def test_the_country_of_a_republic(name, country):
    assert describe(name).countries == {country}
    assert not describe(name).rest
