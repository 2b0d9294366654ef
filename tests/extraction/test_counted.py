"""What a number counts: the noun phrase, without its verb, its owner or what follows it."""

import pytest

import factkit as fk

COUNTED = [
    ("en", "The line cancelled 300 domestic and foreign trips.", "300", "domestic and foreign trips"),
    ("en", "The firm owns 35 coal-fired kilns.", "35", "coal-fired kilns"),
    ("en", "The flat has three parking spaces.", "three", "parking spaces"),
    ("en", "Of 30 men, 12 suffered burns.", "12", None),
    ("en", "There are 3,000 vacancies, up from 2,400.", "2,400", "vacancies"),
    ("en", "He has 2 brothers and sisters.", "2", "brothers"),
    ("en", "It has 7 million domestic streaming subscribers.", "7 million", "domestic streaming subscribers"),
    ("en", "Lomax would ship about 6,400 as it prepares a sale.", "6,400", None),
    ("en", "Some 40,000 formerly striking drivers went back.", "40,000", "formerly striking drivers"),
    ("en", "The two probes found nothing.", "two", "probes"),
    ("en", "Panels on 9,000 roofs produce power.", "9,000", "roofs"),
    ("en", "Two gunmen killed three guards.", "Two", "gunmen"),
    ("en", "Detectives recovered 36 shell casings.", "36", "shell casings"),
    ("en", "The strike stranded 300 sports fans.", "300", "sports fans"),
    ("en", "They lost six of their last eight games.", "six", "games"),
    ("en", "Officers detained 43 people, 16 of them minors.", "16", "people"),
    ("en", "Car thefts more than doubled, to 3,900.", "3,900", "Car thefts"),
    ("en", "The law covers firms with 50 or more workers.", "50", "workers"),
    ("en", "Twenty-one hikers were airlifted.", "Twenty-one", "hikers"),
    ("en", "It won two of the district's votes.", "two", "district's votes"),
    ("en", "Two of the firm's five directors left.", "Two", "directors"),
    ("en", "The cyclone killed 1,000.", "1,000", None),
    ("en", "The shop's rating fell to 3.9.", "3.9", None),
]


@pytest.mark.parametrize(("language", "text", "number", "counted"), COUNTED)
def test_counted(language, text, number, counted):
    figures = fk.extract(fk.read_articles([{"text": text, "language": language}]), progress=False).figures
    (found,) = figures.loc[figures["text"] == number, "counted"]
    assert (found if isinstance(found, str) else None) == counted
