"""Modality of a figure's clause and of whole claims, in eight languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.dossier import MODALITIES
from factkit.extraction.document import make_document
from factkit.extraction.modality import clause_modality, stretch_modality
from factkit.languages import language_codes, load_pack


def document(language, text):
    return make_document("a", text, load_pack(language))


# Language, sentence with the figure between stars, modality of its clause.
CLAUSES = [
    # An aside between a number and its predicate, or before it, leaves the clause its mood.
    ("en", "It will send, she said, *5,000* soldiers.", "planned"),
    ("en", "Some *5,000* soldiers, according to her data, will be sent.", "planned"),
    ("en", "Some *300* sheep, the vet said, died and more may follow.", "asserted"),
    ("en", "Rain flooded *300* homes, the mayor said, and the dam may break.", "asserted"),
    ("fr", "Quelque *300* moutons, selon le vétérinaire, seraient morts.", "hedged"),
    ("es", "Unas *300* ovejas, dijo el veterinario, habrían muerto.", "hedged"),
    ("de", "Rund *300* Soldaten, so der Minister, sollen geschickt werden.", "planned"),
    ("ro", "Circa *300* de oi, potrivit medicului, ar fi murit.", "hedged"),
    ("ru", "Около *300* овец, по словам врача, якобы погибли.", "hedged"),
    ("uk", "Близько *300* солдатів, за її даними, відправлять у травні.", "planned"),
    ("it", "Circa *300* soldati, secondo il ministro, saranno inviati.", "planned"),
    ("en", "They left, but not before the mayor named the *49* people killed.", "asserted"),
    ("en", "The office predicted that unemployment would hit *16* percent.", "hedged"),
    ("en", "Output is forecast to grow by *3* percent.", "hedged"),
    ("en", "The rate fell to 4.1 percent, lower than the expected *4.3* percent.", "asserted"),
    ("en", "The board rejected an offer worth $*62* million.", "asserted"),
    ("en", "She leads by *3* points among likely voters.", "asserted"),
    ("en", "About *600* soldiers have been killed.", "asserted"),
    ("en", "Around *900* were believed to have drowned.", "hedged"),
    ("en", "The number of dead is estimated at *600*.", "asserted"),
    ("en", "As many as *600* may have died.", "hedged"),
    ("en", "It has highly likely suffered *6,000* casualties.", "hedged"),
    ("en", "Washington believes that *600* have died.", "hedged"),
    ("en", "Reportedly, *600* have died.", "hedged"),
    ("en", "Pyongyang plans to send *6,000* soldiers.", "planned"),
    ("en", "Pyongyang will send *6,000* soldiers.", "planned"),
    ("en", "The army denied that *600* had died.", "denied"),
    ("en", "The army did not send *600* soldiers.", "denied"),
    ("en", "No fewer than *600* soldiers have died.", "asserted"),
    ("fr", "La rupture du pont de Ribera a fait *60* morts.", "asserted"),
    ("fr", "Lundi, on ne comptait encore que *90* noyés.", "asserted"),
    ("ro", "Nu au fost găsite decât *12* trupuri.", "asserted"),
    ("es", "Hay *900* obreros eventuales que no se cuentan.", "asserted"),
    ("es", "Hasta *40* vecinos huyeron de presuntos ladrones.", "asserted"),
    ("ro", "Circa *900* de mineri ar urma să protesteze.", "planned"),
    ("en", "Not only did *600* die.", "asserted"),
    ("en", "In May *600* soldiers died.", "asserted"),
    ("en", "It may send 600 soldiers, but *300* have been killed.", "asserted"),
    ("en", "About 300 are dead, probably; *200* are missing.", "asserted"),
    ("ro", "Aproximativ *2.000* de militari ar fi fost uciși.", "hedged"),
    ("ro", "Aproximativ *2.000* de militari au fost uciși.", "asserted"),
    ("ro", "Vreo *9.000* de localnici ar fi fost evacuați, iar 310 au fost găsiți.", "hedged"),
    ("ro", "Vreo 9.000 de localnici ar fi fost evacuați, iar *310* au fost găsiți.", "asserted"),
    ("ro", "Numărul era estimat la *600*.", "asserted"),
    ("ro", "Phenianul intenționează să desfășoare încă *6.000* de soldați.", "planned"),
    ("ro", "Coreea va trimite *6.000* de soldați.", "planned"),
    ("ro", "Numărul lor a depășit, cel mai probabil, *2.500* de gospodării.", "hedged"),
    ("ro", "Armata neagă că *600* de soldați au murit.", "denied"),
    ("ro", "Nu au murit *600* de soldați.", "denied"),
    ("ro", "Nu mai puțin de *600* de soldați au murit.", "asserted"),
    ("ro", "S-ar afla acolo *600* de soldați.", "hedged"),
    ("ro", "Probabil *600* de soldați au murit.", "hedged"),
    ("ro", "Ar putea ajunge *600* de soldați.", "hedged"),
    ("ro", "Au murit *600* de soldați, a declarat el.", "asserted"),
    ("ro", "Urmează să sosească *600* de soldați.", "planned"),
    ("fr", "Quelque *600* militaires auraient été tués.", "hedged"),
    ("fr", "Quelque *600* militaires ont été tués.", "asserted"),
    ("fr", "L'explosion aurait fait *50* morts.", "hedged"),
    ("fr", "Les pertes s'élèvent à *600* hommes.", "asserted"),
    ("fr", "Séoul juge que *600* hommes sont morts.", "asserted"),
    ("fr", "Pyongyang prévoit d'envoyer *6000* hommes.", "planned"),
    ("fr", "Pyongyang a l'intention d'envoyer *6000* hommes.", "planned"),
    ("fr", "Pyongyang enverra *6000* hommes.", "planned"),
    ("fr", "L'armée dément que *600* hommes sont morts.", "denied"),
    ("fr", "L'armée n'a pas envoyé *600* hommes.", "denied"),
    ("fr", "Pas moins de *600* hommes sont morts.", "asserted"),
    ("fr", "Sans doute *600* hommes sont morts.", "hedged"),
    ("fr", "Le bilan pourrait atteindre *600* morts.", "hedged"),
    ("fr", "Le portrait de *600* hommes est là.", "asserted"),
    ("fr", "Il y aurait 600 morts, mais *300* sont identifiés.", "asserted"),
    ("es", "Habrían muerto *600* soldados.", "hedged"),
    ("es", "Murieron *600* soldados.", "asserted"),
    ("es", "Ya estarían en Rusia *600* soldados.", "hedged"),
    ("es", "Se cree que *600* soldados han muerto.", "hedged"),
    ("es", "Se calcula que *600* soldados han muerto.", "asserted"),
    ("es", "Pyongyang prevé enviar *6000* efectivos.", "planned"),
    ("es", "Pyongyang enviará *6000* efectivos.", "planned"),
    ("es", "Irán ha enviado *6000* efectivos; en Irán murieron 20.", "asserted"),
    ("es", "Los *6000* efectivos irán a Rusia.", "planned"),
    ("es", "Al parecer, *600* soldados han muerto.", "hedged"),
    ("es", "El ejército niega que *600* soldados hayan muerto.", "denied"),
    ("es", "No han muerto *600* soldados.", "denied"),
    ("es", "No menos de *600* soldados han muerto.", "asserted"),
    ("es", "La secretaría contó *600* muertos.", "asserted"),
    ("es", "La mayoría de los *600* soldados murió.", "asserted"),
    ("es", "Podrían morir 600, pero *300* han sido salvados.", "asserted"),
    ("es", "Presuntamente murieron *600* soldados.", "hedged"),
    ("de", "*471* Menschen sollen getötet worden sein.", "hedged"),
    ("de", "*471* Menschen seien getötet worden.", "asserted"),
    ("de", "Es gebe *600* Tote.", "asserted"),
    ("de", "Es dürften *600* Tote sein.", "hedged"),
    ("de", "Vermutlich sind *600* Menschen gestorben.", "hedged"),
    ("de", "Angeblich sind *600* Menschen gestorben.", "hedged"),
    ("de", "Pjöngjang wolle *6.000* Soldaten schicken.", "planned"),
    ("de", "Pjöngjang plant, *6.000* Soldaten zu schicken.", "planned"),
    ("de", "Pjöngjang wird *6.000* Soldaten schicken.", "planned"),
    ("de", "Hier wurden *6.000* Soldaten begraben.", "asserted"),
    ("de", "Die Armee bestreitet, dass *600* Soldaten starben.", "denied"),
    ("de", "Belege dafür, dass *600* Menschen dort gewesen seien, gebe es nicht.", "denied"),
    ("de", "Nicht weniger als *600* Menschen starben.", "asserted"),
    ("de", "Es könnten 600 sein, aber *300* sind gerettet.", "asserted"),
    ("de", "Die Zahl wird auf *600* geschätzt.", "asserted"),
    ("ru", "Погибли *600* военных.", "asserted"),
    ("ru", "Якобы погибли *600* военных.", "hedged"),
    ("ru", "Вероятно, погибли *600* военных.", "hedged"),
    ("ru", "Могли погибнуть *600* военных.", "hedged"),
    ("ru", "Потери оцениваются в *600* человек.", "asserted"),
    ("ru", "Пхеньян намерен отправить *6000* военных.", "planned"),
    ("ru", "Пхеньян планирует отправить *6000* военных.", "planned"),
    ("ru", "Пхеньян отправит *6000* военных.", "planned"),
    ("ru", "Армия отрицает, что *600* военных погибли.", "denied"),
    ("ru", "Не погибли *600* военных.", "denied"),
    ("ru", "Погибли не менее *600* военных.", "asserted"),
    ("ru", "Погибли не только *600* военных.", "asserted"),
    ("ru", "По слухам, *600* военных погибли.", "hedged"),
    ("ru", "Могут погибнуть 600, но *300* были спасены.", "asserted"),
    ("ru", "Ранены *300* военных, сообщил он.", "asserted"),
    ("uk", "Загинули *600* військових.", "asserted"),
    ("uk", "Нібито загинули *600* військових.", "hedged"),
    ("uk", "Ймовірно, загинули *600* військових.", "hedged"),
    ("uk", "Росія може перекинути *600* військових.", "hedged"),
    ("uk", "Втрати становлять *600* осіб.", "asserted"),
    ("uk", "Пхеньян має намір відправити *6000* військових.", "planned"),
    ("uk", "Пхеньян планує відправити *6000* військових.", "planned"),
    ("uk", "Пхеньян відправить *6000* військових.", "planned"),
    ("uk", "Армія заперечує, що *600* військових загинули.", "denied"),
    ("uk", "Не загинули *600* військових.", "denied"),
    ("uk", "Загинули не менше *600* військових.", "asserted"),
    ("uk", "Загинули не лише *600* військових.", "asserted"),
    ("uk", "За чутками, *600* військових загинули.", "hedged"),
    ("uk", "Можуть загинути 600, але *300* були врятовані.", "asserted"),
    ("uk", "Поранено *300* військових, повідомив він.", "asserted"),
    ("ko", "북한군 *600*명이 숨졌다.", "asserted"),
    ("ko", "북한군 *600*명이 숨진 것으로 보인다.", "hedged"),
    ("ko", "사상자는 *600*명으로 추산된다.", "asserted"),
    ("ko", "사상자는 *600*명을 넘을 수 있다.", "hedged"),
    ("ko", "북한은 *6000*명을 보낼 계획이다.", "planned"),
    ("ko", "북한은 *6000*명을 파병할 예정이라고 말했다.", "planned"),
    ("ko", "북한은 *6000*명을 보내겠다고 밝혔다.", "planned"),
    ("ko", "북한은 *600*명을 보내지 않았다.", "denied"),
    ("ko", "*600*명이 숨졌다는 것은 사실이 아니다.", "denied"),
    ("ko", "*600*명을 파병했고 추가로 1000명을 보낼 계획이다.", "asserted"),
    ("ko", "600명을 파병했고 추가로 *1000*명을 보낼 계획이다.", "planned"),
    ("ko", "사망자가 *600*명에 이를 가능성이 있다.", "hedged"),
    ("ko", "4월에는 *600*명으로 보고했으나 늘어날 수 있다.", "asserted"),
    ("ko", "*600*명이 모였다.", "asserted"),
    ("ko", "약 *600*명이 다친 것으로 집계됐다.", "asserted"),
]


@pytest.mark.parametrize(("language", "marked", "expected"), CLAUSES, ids=[case[1] for case in CLAUSES])
def test_clause_modality(language, marked, expected):
    text = marked.replace("*", "")
    modality, trigger = clause_modality(document(language, text), marked.index("*"), marked.rindex("*") - 1)
    assert modality == expected
    assert (trigger is None) == (expected == "asserted")


# Language, a claim's content, its modality.
CLAIMS = [
    ("en", "that Washington believes 10,000 have arrived", "asserted"),
    ("en", "that 600 soldiers may have died", "hedged"),
    ("en", "to send 6,000 soldiers", "planned"),
    ("en", "that the soldiers, who may be ill, were moved", "asserted"),
    ("en", "that there were no prisoners, but it may change", "asserted"),
    ("en", "that it was made of stone, not wood", "asserted"),
    ("en", "that it was not made of stone, as they thought", "denied"),
    ("en", "Without sounding rude, we did feel left out", "asserted"),
    ("ro", "că serviciile estimează că Phenianul intenționează să trimită trupe", "asserted"),
    ("ro", "să desfășoare încă 6.000 de soldați", "planned"),
    ("ro", "că le-ar fi ordonat marinarilor să se predea", "hedged"),
    ("fr", "que le total risque de grimper encore", "hedged"),
    ("es", "enviar otros 6000 efectivos", "planned"),
    ("es", "que ambas cifras no deben sumarse", "denied"),
    ("de", "dass es dort 600 Tote gebe", "asserted"),
    ("ru", "что число погибших может вырасти", "hedged"),
    ("uk", "що втрати становлять 4 тис.", "asserted"),
    ("ko", "늘어날 수 있다고", "hedged"),
    ("ko", "4월에는 600명으로 보고했으나 수치를 다시 산출했다고", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "expected"), CLAIMS, ids=[case[1] for case in CLAIMS])
def test_stretch_modality(language, text, expected):
    assert stretch_modality(document(language, text), 0, len(text))[0] == expected


def test_trigger_is_the_words():
    text = "Around 900 were believed to have drowned."
    _, trigger = clause_modality(document("en", text), 7, 12)
    assert text[trigger.start : trigger.end] == "were believed"


@given(st.sampled_from(language_codes()), st.text(max_size=60), st.data())
def test_any_text_has_a_modality(language, text, data):
    doc = document(language, f"may {text}, ar fi not 수 있다")
    start = data.draw(st.integers(0, len(doc.text)))
    end = data.draw(st.integers(start, len(doc.text)))
    for judge in (clause_modality, stretch_modality):
        modality, trigger = judge(doc, start, end)
        assert modality in MODALITIES
        assert trigger is None or 0 <= trigger.start < trigger.end <= len(doc.text)
