"""Time expressions in eight languages: what is found, what it means, and which one dates a figure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factkit as fk
from factkit.extraction.as_of import as_of
from factkit.extraction.dates import find_dates, find_times
from factkit.extraction.document import make_document
from factkit.extraction.edtf import resolve
from factkit.languages import language_codes, load_pack

PUBLISHED = date(2025, 9, 3)  # a Wednesday


def document(language, text, published=PUBLISHED):
    return make_document("a", text, load_pack(language), published=published)


CASES = [
    # en
    ("en", "In April it was 600.", [("April", "2025-04", "explicit")]),
    ("en", "They sold 300 two weeks ago.", [("two weeks ago", "2025-08-20~", "relative")]),
    ("en", "On Sept. 3, 2025 they met.", [("Sept. 3, 2025", "2025-09-03", "explicit")]),
    ("en", "About 1,000 died by mid-January.", [("mid-January", "2025-01", "explicit")]),
    ("en", "As of March 25 it stood at 139.", [("March 25", "2025-03-25", "explicit")]),
    ("en", "They met at 11:50 p.m. on Monday.", [("11:50 p.m. on Monday", "2025-09-01", "relative")]),
    ("en", "It began in the 1990s.", [("1990s", "199X", "explicit")]),
    ("en", "A man in his early 40s fell.", []),
    ("en", "A 50-year-old man fell.", [("50-year-old", None, "duration")]),
    ("en", "He left three days ago.", [("three days ago", "2025-08-31", "relative")]),
    ("en", "Two weeks ago they came.", [("Two weeks ago", "2025-08-20~", "relative")]),
    ("en", "A week ago there were 40.", [("A week ago", "2025-08-27~", "relative")]),
    ("en", "It fell last weekend.", [("last weekend", "2025-08-30/2025-08-31", "relative")]),
    ("en", "It fell over the weekend.", [("the weekend", "2025-08-30/2025-08-31", "relative")]),
    ("en", "It will fall this weekend.", [("this weekend", "2025-09-06/2025-09-07", "relative")]),
    ("en", "It fell two weekends ago.", [("two weekends ago", "2025-08-23/2025-08-24", "relative")]),
    ("en", "On Monday (August 11) 300 came.", [("Monday (August 11)", "2025-08-11", "explicit")]),
    ("ru", "В понедельник (11 августа) пришли 300.", [("понедельник (11 августа)", "2025-08-11", "explicit")]),
    ("de", "Am Montag (11. August) kamen 300.", [("Montag (11. August)", "2025-08-11", "explicit")]),
    (
        "de",
        "Am Montag (siehe 11. August) kamen 300.",
        [("Montag", "2025-09-01", "relative"), ("11. August", "2025-08-11", "explicit")],
    ),
    ("de", "Am Wochenende kamen 300.", [("Am Wochenende", "2025-08-30/2025-08-31", "relative")]),
    ("fr", "Le week-end dernier, ils sont venus.", [("Le week-end dernier", "2025-08-30/2025-08-31", "relative")]),
    ("ko", "지난 주말 300명이 왔다.", [("지난 주말", "2025-08-30/2025-08-31", "relative")]),
    ("en", "It fell last week.", [("last week", "2025-08-25/2025-08-31", "relative")]),
    ("en", "Late in 2024-2025 it rose.", [("2024-2025", "2024/2025", "explicit")]),
    ("en", "From January to March 2024 it rose.", [("January to March 2024", "2024-01/2024-03", "explicit")]),
    ("en", "On 3-5 May it rained.", [("3-5 May", "2025-05-03/2025-05-05", "explicit")]),
    ("en", "It rose in the second quarter of 2024.", [("second quarter of 2024", "2024-34", "explicit")]),
    ("es", "El paro bajó en el cuarto trimestre.", [("cuarto trimestre", "2024-36", "explicit")]),
    ("es", "El paro va a bajar en el cuarto trimestre.", [("cuarto trimestre", "2025-36", "explicit")]),
    ("en", "It was hot in the summer of 2024.", [("summer of 2024", "2024-22", "explicit")]),
    ("en", "He died at the end of 2024.", [("end of 2024", "2024-12", "explicit")]),
    ("en", "It took 48 hours.", [("48 hours", None, "duration")]),
    ("en", "They arrived yesterday.", [("yesterday", "2025-09-02", "relative")]),
    ("en", "The Oct. 7 attack came first.", [("Oct. 7", "2024-10-07", "explicit")]),
    ("en", "Soldiers may march 600 km.", []),
    ("en", "They took 2000 rifles.", []),
    ("en", "It was the first time.", []),
    # ro
    ("ro", "În aprilie erau 600.", [("aprilie", "2025-04", "explicit")]),
    ("ro", "La 3 septembrie 2025 au plecat.", [("3 septembrie 2025", "2025-09-03", "explicit")]),
    ("ro", "Au plecat duminică seară.", [("duminică seară", "2025-08-31", "relative")]),
    ("ro", "Au venit pe 9 mai.", [("9 mai", "2025-05-09", "explicit")]),
    ("ro", "În mai 2024 erau 20.", [("mai 2024", "2024-05", "explicit")]),
    ("ro", "În anii '90 era altfel.", [("anii '90", "199X", "explicit")]),
    ("ro", "Anul trecut erau 10.", [("Anul trecut", "2024", "relative")]),
    ("ro", "Luna trecută au plecat.", [("Luna trecută", "2025-08", "relative")]),
    ("ro", "A durat 111, respectiv 112 ore.", [("111, respectiv 112 ore", None, "duration")]),
    ("ro", "Un bărbat de 50 de ani a murit.", [("50 de ani", None, "duration")]),
    ("ro", "A plecat acum trei luni.", [("acum trei luni", "2025-06~", "relative")]),
    ("ro", "Acum o lună erau 40.", [("Acum o lună", "2025-08~", "relative")]),
    ("ro", "Cu o săptămână în urmă erau 40.", [("Cu o săptămână în urmă", "2025-08-27~", "relative")]),
    ("ro", "Bilanțul s-a schimbat în urma ploilor de luni.", [("luni", "2025-09-01", "relative")]),
    ("ro", "S-a oprit la ora 11.50.", [("ora 11.50", None, "clock")]),
    ("ro", "La mijlocul lunii ianuarie erau 5.", [("mijlocul lunii ianuarie", "2025-01", "explicit")]),
    ("ro", "Săptămâna trecută au murit 5.", [("Săptămâna trecută", "2025-08-25/2025-08-31", "relative")]),
    ("ro", "Din 3.09.2025 e pace.", [("3.09.2025", "2025-09-03", "explicit")]),
    ("ro", "Până la sfârșitul anului 2024 erau 3.", [("sfârșitul anului 2024", "2024-12", "explicit")]),
    ("ro", "În mai multe sate, mai mult de 5.", []),
    ("ro", "Cele 2000 de case au ars.", []),
    ("ro", "A doua oară au venit.", []),
    ("ro", "În ultimii ani au murit 5.", [("ultimii ani", None, "relative")]),
    # fr
    ("fr", "En avril ils étaient 600.", [("avril", "2025-04", "explicit")]),
    ("fr", "Le 3 septembre 2025 ils partent.", [("Le 3 septembre 2025", "2025-09-03", "explicit")]),
    ("fr", "Le 1er mai ils partent.", [("Le 1er mai", "2025-05-01", "explicit")]),
    ("fr", "À la mi-avril ils étaient 5.", [("mi-avril", "2025-04", "explicit")]),
    ("fr", "L'an dernier ils étaient 5.", [("L'an dernier", "2024", "relative")]),
    ("fr", "C'était à 15h30.", [("15h30", None, "clock")]),
    ("fr", "Il y a trois jours, ils sont partis.", [("Il y a trois jours", "2025-08-31", "relative")]),
    ("fr", "Un homme âgé de 50 ans est mort.", [("âgé de 50 ans", None, "duration")]),
    ("fr", "Dans les années 1990 ils étaient 5.", [("les années 1990", "199X", "explicit")]),
    ("fr", "Fin 2024 ils étaient 5.", [("Fin 2024", "2024-12", "explicit")]),
    ("fr", "Jusqu'à lundi soir ils étaient 5.", [("lundi soir", "2025-09-01", "relative")]),
    ("fr", "Il est parti hier.", [("hier", "2025-09-02", "relative")]),
    ("fr", "La semaine dernière ils étaient 5.", [("La semaine dernière", "2025-08-25/2025-08-31", "relative")]),
    ("fr", "Au printemps 2024 ils étaient 5.", [("printemps 2024", "2024-21", "explicit")]),
    ("fr", "Cela dure 48 heures.", [("48 heures", None, "duration")]),
    ("fr", "Ils étaient 2000 soldats.", []),
    ("fr", "Il a été tué.", []),
    ("fr", "La planète Mars brille.", []),
    # es
    ("es", "En abril eran 600.", [("abril", "2025-04", "explicit")]),
    ("es", "El 3 de septiembre de 2025 salieron.", [("3 de septiembre de 2025", "2025-09-03", "explicit")]),
    ("es", "A mediados de enero eran 5.", [("mediados de enero", "2025-01", "explicit")]),
    ("es", "El año pasado eran 5.", [("año pasado", "2024", "relative")]),
    ("es", "Hace tres días eran 5.", [("Hace tres días", "2025-08-31", "relative")]),
    ("es", "En los años 90 eran 5.", [("los años 90", "199X", "explicit")]),
    ("es", "A las 15.30 horas salieron.", [("A las 15.30 horas", None, "clock")]),
    ("es", "Llegaron el sábado.", [("sábado", "2025-08-30", "relative")]),
    ("es", "Un hombre de 50 años murió.", [("50 años", None, "duration")]),
    ("es", "El fin de semana eran 5.", [("El fin de semana", "2025-08-30/2025-08-31", "relative")]),
    ("fr", "Le week-end dernier, ils étaient 5.", [("Le week-end dernier", "2025-08-30/2025-08-31", "relative")]),
    ("ro", "În weekend erau 5.", [("În weekend", "2025-08-30/2025-08-31", "relative")]),
    ("es", "La semana pasada eran 5.", [("semana pasada", "2025-08-25/2025-08-31", "relative")]),
    ("es", "En 2024 eran 5.", [("2024", "2024", "explicit")]),
    ("es", "A finales de 2024 eran 5.", [("finales de 2024", "2024-12", "explicit")]),
    ("es", "El pasado 4 de abril eran 5.", [("pasado 4 de abril", "2025-04-04", "explicit")]),
    ("es", "Duró 48 horas.", [("48 horas", None, "duration")]),
    ("es", "Salió ayer.", [("ayer", "2025-09-02", "relative")]),
    ("es", "En la primavera de 2024 eran 5.", [("primavera de 2024", "2024-21", "explicit")]),
    ("es", "Eran 2000 soldados.", []),
    ("es", "Lo hizo por segunda vez.", []),
    # de
    ("de", "Im April waren es 600.", [("April", "2025-04", "explicit")]),
    ("de", "Am 3. September 2025 gingen sie.", [("3. September 2025", "2025-09-03", "explicit")]),
    ("de", "Mitte Januar waren es 5.", [("Mitte Januar", "2025-01", "explicit")]),
    ("de", "Im Vorjahr waren es 5.", [("Vorjahr", "2024", "relative")]),
    ("de", "Vor drei Tagen waren es 5.", [("Vor drei Tagen", "2025-08-31", "relative")]),
    ("de", "In den 1990er Jahren war es so.", [("1990er Jahren", "199X", "explicit")]),
    ("de", "Um 15.30 Uhr gingen sie.", [("Um 15.30 Uhr", None, "clock")]),
    ("de", "Am Sonntagabend gingen sie.", [("Sonntagabend", "2025-08-31", "relative")]),
    ("de", "Ein 50-jähriger Mann starb.", [("50-jähriger", None, "duration")]),
    ("de", "Es dauerte 48 Stunden.", [("48 Stunden", None, "duration")]),
    ("de", "Vergangene Woche waren es 5.", [("Vergangene Woche", "2025-08-25/2025-08-31", "relative")]),
    ("de", "Im Herbst 2024 waren es 5.", [("Herbst 2024", "2024-23", "explicit")]),
    ("de", "Ende 2024 waren es 5.", [("Ende 2024", "2024-12", "explicit")]),
    ("de", "In der Nacht auf Dienstag gingen sie.", [("Nacht auf Dienstag", "2025-09-02", "relative")]),
    ("de", "Er ging gestern.", [("gestern", "2025-09-02", "relative")]),
    ("de", "Im zweiten Quartal 2024 waren es 5.", [("zweiten Quartal 2024", "2024-34", "explicit")]),
    ("de", "Es gab 2921 Tote.", []),
    ("de", "Zum zweiten Mal kam er.", []),
    # ru
    ("ru", "По состоянию на 25 марта их 139.", [("25 марта", "2025-03-25", "explicit")]),
    ("ru", "Это было 3 сентября 2025 года.", [("3 сентября 2025 года", "2025-09-03", "explicit")]),
    ("ru", "В январе-мае 2025 года их было 600.", [("январе-мае 2025 года", "2025-01/2025-05", "explicit")]),
    ("ru", "В апреле их было 600.", [("апреле", "2025-04", "explicit")]),
    ("ru", "К середине января их 5.", [("середине января", "2025-01", "explicit")]),
    ("ru", "В прошлом году их было 5.", [("прошлом году", "2024", "relative")]),
    ("ru", "Три дня назад их было 5.", [("Три дня назад", "2025-08-31", "relative")]),
    ("ru", "В 1990-х годах было так.", [("1990-х годах", "199X", "explicit")]),
    ("ru", "Это было в 15:30.", [("15:30", None, "clock")]),
    ("ru", "Умер 50-летний мужчина.", [("50-летний", None, "duration")]),
    ("ru", "За 48 часов погибли 5.", [("48 часов", None, "duration")]),
    ("ru", "На прошлой неделе их 5.", [("прошлой неделе", "2025-08-25/2025-08-31", "relative")]),
    ("ru", "В 2024 году их 5.", [("2024 году", "2024", "explicit")]),
    ("ru", "Весной 2024 года их 5.", [("Весной 2024 года", "2024-21", "explicit")]),
    ("ru", "В конце 2024 года их 5.", [("конце 2024 года", "2024-12", "explicit")]),
    ("ru", "Они ушли в понедельник вечером.", [("понедельник вечером", "2025-09-01", "relative")]),
    ("ru", "Они ушли вчера.", [("вчера", "2025-09-02", "relative")]),
    ("ru", "Сгорело 2000 домов.", []),
    ("ru", "Он пришел второй раз.", []),
    # uk
    ("uk", "Станом на 25 березня їх 139.", [("25 березня", "2025-03-25", "explicit")]),
    ("uk", "Станом на 11:50 їх 139.", [("11:50", None, "clock")]),
    ("uk", "Це було 3 вересня 2025 року.", [("3 вересня 2025 року", "2025-09-03", "explicit")]),
    ("uk", "У квітні їх було 600.", [("квітні", "2025-04", "explicit")]),
    ("uk", "До середини січня їх 5.", [("середини січня", "2025-01", "explicit")]),
    ("uk", "Торік їх було 5.", [("Торік", "2024", "relative")]),
    ("uk", "Три дні тому їх було 5.", [("Три дні тому", "2025-08-31", "relative")]),
    ("uk", "У 1990-х роках було так.", [("1990-х роках", "199X", "explicit")]),
    ("uk", "Помер 50-річний чоловік.", [("50-річний", None, "duration")]),
    ("uk", "За 48 годин загинули 5.", [("48 годин", None, "duration")]),
    ("uk", "Минулого тижня їх 5.", [("Минулого тижня", "2025-08-25/2025-08-31", "relative")]),
    ("uk", "У 2024 році їх 5.", [("2024 році", "2024", "explicit")]),
    ("uk", "Навесні 2024 року їх 5.", [("Навесні 2024 року", "2024-21", "explicit")]),
    ("uk", "Наприкінці 2024 року їх 5.", [("Наприкінці 2024 року", "2024-12", "explicit")]),
    ("uk", "Вони пішли в понеділок увечері.", [("понеділок увечері", "2025-09-01", "relative")]),
    ("uk", "Вони пішли вчора.", [("вчора", "2025-09-02", "relative")]),
    ("uk", "Згоріло 2000 будинків.", []),
    ("uk", "Він лютий ворог.", []),
    # ko
    ("ko", "지난해 12월 14일 20만 명이 모였다.", [("지난해 12월 14일", "2024-12-14", "explicit")]),
    ("ko", "올해 1~2월 3,000명을 보냈다.", [("올해 1~2월", "2025-01/2025-02", "explicit")]),
    ("ko", "4월 기준 600명이다.", [("4월", "2025-04", "explicit")]),
    ("ko", "2025년 9월 3일 떠났다.", [("2025년 9월 3일", "2025-09-03", "explicit")]),
    ("ko", "오후 3시 떠났다.", [("오후 3시", None, "clock")]),
    ("ko", "지난 4월에는 600명이었다.", [("지난 4월에는", "2025-04", "explicit")]),
    ("ko", "어제 떠났다.", [("어제", "2025-09-02", "relative")]),
    ("ko", "지난주 떠났다.", [("지난주", "2025-08-25/2025-08-31", "relative")]),
    ("ko", "3일부터 떠났다.", [("3일부터", "2025-09-03", "explicit")]),
    ("ko", "50세 남성이 죽었다.", [("50세", None, "duration")]),
    ("ko", "3년 만에 떠났다.", [("3년", None, "duration")]),
    ("ko", "48시간 동안 떠났다.", [("48시간", None, "duration")]),
    ("ko", "1990년대 떠났다.", [("1990년대", "199X", "explicit")]),
    ("ko", "지난달 30일 떠났다.", [("지난달 30일", "2025-08-30", "explicit")]),
    ("ko", "2022년 2월 이후 떠났다.", [("2022년 2월", "2022-02", "explicit")]),
    ("ko", "2분기 떠났다.", [("2분기", "2025-34", "explicit")]),
    ("ko", "2천여 명이 떠났다.", []),
    ("ko", "15 명이 두 차례 떠났다.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[case[1] for case in CASES])
def test_times(language, text, expected):
    found = find_times(document(language, text))
    assert [(text[m.start : m.end], m.edtf, m.kind) for m in found] == expected


def test_without_a_day_of_publication_only_absolute_dates_resolve():
    found = find_dates(document("en", "In April, on Monday, in May 2024, on 2025-09-03.", None))
    assert [m.edtf for m in found] == [None, None, "2024-05", "2025-09-03"]


def test_durations_are_time_but_no_dates():
    doc = document("en", "It took 48 hours in April.")
    assert len(find_times(doc)) == 2
    assert [m.edtf for m in find_dates(doc)] == ["2025-04"]


AS_OF = [
    ("en", "On Monday, officials said more than *300* sheep had died.", "2025-09-01"),
    ("es", "El 5 ene. 2024 murieron *300* personas.", "2024-01-05"),
    ("it", "Il 5 gen. 2024 sono morte *300* persone.", "2024-01-05"),
    ("ro", "Pe 5 ian. 2024 au murit *300* de oameni.", "2024-01-05"),
    ("ru", "5 янв. 2024 погибли *300* человек.", "2024-01-05"),
    ("uk", "5 січ. 2024 загинули *300* людей.", "2024-01-05"),
    ("fr", "Le 27 janv. 2024, *300* femmes sont mortes.", "2024-01-27"),
    ("fr", "Il y a sept navires et *30* bateaux.", None),
    ("fr", "L'orage qui a frappé dimanche le nord de l'île a fait *14* noyés.", None),
    ("fr", "L'orage qui a fait dimanche *14* noyés est passé.", "2025-08-31"),
    ("es", "En la plaza de Santo Domingo cayó un muro: *12* heridos.", None),
    ("es", "El alcalde, Julio Mora, contó *34* heridos.", None),
    ("ro", "S-au pierdut *500* de oi de la începutul iernii, pe 24 februarie 2022.", None),
    ("es", "La producción de julio fue de *300* barcos.", "2025-07"),
    ("de", "In dem 2022 begonnenen Krieg starben *300* Menschen.", None),
    ("de", "Bei dem im Februar begonnenen Streik gab es *12* Verletzte.", None),
    ("it", "Nella guerra iniziata nel 2022 sono morte *300* persone.", None),
    ("ru", "В начавшейся в 2022 году войне погибли *300* человек.", None),
    ("ko", "2022년에 시작된 전쟁에서 *300*명이 숨졌다.", None),
    ("en", "Some *30* soldiers were captured last week.", "2025-08-25/2025-08-31"),
    ("en", "Some *250* soldiers, officials believe, were sent in April.", "2025-04"),
    ("ru", "Ещё *250* солдат, как полагают, были отправлены в апреле.", "2025-04"),
    ("fr", "Quelque *250* soldats, semble-t-il, ont été envoyés en avril.", "2025-04"),
    ("en", "Now there are 40, up from the *30* that the mayor gave last week.", None),
    ("en", "In April it was *600*, but now it is 2,000.", "2025-04"),
    ("en", "In April it was 600, but now it is *2,000*.", None),
    ("en", "As of March 25, *139* people had died.", "2025-03-25"),
    ("en", "By December the army wants *3,000* recruits.", "2025-12"),
    ("en", "By December, *30* miners had died.", "2024-12"),
    ("en", "In October, *200* troops will arrive.", "2025-10"),
    ("en", "In October, he said the army will send *200* troops.", "2024-10"),
    ("en", "In the year to July, prices rose *1.1* percent.", "2025-07"),
    ("de", "Bis Dezember will die Armee *3.000* Rekruten.", "2025-12"),
    ("es", "Para diciembre el ejército quiere *3.000* reclutas.", "2025-12"),
    ("ro", "Până în decembrie armata vrea *3.000* de recruți.", "2025-12"),
    ("uk", "До грудня армія хоче *3 000* новобранців.", "2025-12"),
    ("en", "Unemployment fell, to *7.1* percent, in March.", "2025-03"),
    ("fr", "Le chômage a reculé de 0,3 point, à *7,1* %, en mars.", "2025-03"),
    ("en", "From May to July, *33* boats were lost.", "2025-07"),
    ("en", "The firm, founded in 1998, has *12,000* staff.", None),
    ("en", "In fiscal 2015, it earned *$30 million*.", "2015"),
    ("fr", "L'usine, fondée en 1998, compte *300* machines.", None),
    ("ro", "Fabrica, înființată în 1998, are *300* de mașini.", None),
    ("ru", "Завод, основанный в 1998 году, имеет *300* станков.", None),
    ("en", "The minister said on Monday that *139* people had died.", "2025-09-01"),
    ("en", "The minister said on Wednesday that *139* people had died.", None),
    ("en", "Since April, *139* people have died.", None),
    ("en", "The war, which began in 2022, has killed *70,000* people.", None),
    ("en", "*600* died in April and 700 in May.", "2025-04"),
    ("en", "It carried *300* passengers, more than a year earlier.", None),
    ("en", "The 2024/25 season saw *1,026* goals.", "2025"),
    ("en", "Brent for June delivery rose to *82* dollars.", None),
    ("en", "Wheat futures for December closed at *540* cents.", None),
    ("en", "The bid of *3 billion* is a third above Friday's closing price of 410 pence.", None),
    ("en", "Profit fell *7* percent from $22 billion a year earlier.", None),
    ("en", "Profit fell to $20 billion from *22* in the same quarter a year ago.", "2024~"),
    ("en", "It was a drop of *7* percent from the level of last year.", None),
    ("en", "It rose to 4.5 percent in May before settling at *4.3* in June.", "2025-06"),
    ("en", "600 died in April and *700* in May.", "2025-05"),
    ("ro", "În aprilie erau *600*, dar acum sunt 2.000.", "2025-04"),
    ("ro", "În aprilie erau 600, dar acum sunt *2.000*.", None),
    ("ro", "Ofensiva lansată în 2022 continuă. Au murit *600*.", None),
    ("fr", "En avril, ils en comptaient *600*.", "2025-04"),
    ("fr", "Le bilan est de *600* morts depuis avril.", None),
    ("es", "Son 2.000, frente a los *600* de abril.", "2025-04"),
    ("es", "En 2024 fueron enviados *10.000*.", "2024"),
    ("de", "Noch im April waren es *600*.", "2025-04"),
    ("de", "Im Vorjahr waren es *600*.", "2024"),
    ("de", "Bis Sonntag stieg die Zahl auf *600*.", "2025-08-31"),
    ("de", "Kiel – Die Bank hat im April *600* Kredite vergeben.", "2025-04"),
    ("de", "Der Chef sagte der „Post am Sonntag“, man prüfe *vier* Stoffe.", None),
    ("de", "Im Mai waren es *600* mehr als im April.", "2025-05"),
    ("de", "Die Marine hat nach eigenen Angaben allein im Mai *600* Boote gestoppt.", "2025-05"),
    ("ru", "По состоянию на 25 марта погибли *139* человек.", "2025-03-25"),
    ("ru", "В августе было *1187* человек против 1140 в июле.", "2025-08"),
    ("ru", "В августе было 1187 человек против *1140* в июле.", "2025-07"),
    ("ru", "С начала войны погибли *1187* человек.", None),
    ("uk", "Станом на 25 березня загинули *139* людей.", "2025-03-25"),
    ("uk", "Станом на 11:50 загинули *139* людей.", None),
    ("ko", "지난 4월에는 *600*명으로 보고했다.", "2025-04"),
    ("ko", "북한이 올해 1~2월 *3,000*명을 보냈다.", "2025-02"),
    ("ko", "지난 4월부터 *600*명이 떠났다.", None),
    ("ko", "2022년 4월 파업 시작 이후 떠난 직원은 *310*명이다.", None),
]


@pytest.mark.parametrize(("language", "marked", "expected"), AS_OF, ids=[case[1] for case in AS_OF])
def test_as_of(language, marked, expected):
    start = marked.index("*")
    text = marked.replace("*", "")
    end = marked.rindex("*") - 1
    found = as_of(document(language, text), start, end)
    assert (found.edtf if found else None) == expected


def test_hearsay_is_past() -> None:
    """ "sollen" looks ahead, unless it tells what others say."""
    text = "Im Juli sollen 40 Häuser zerstört worden sein. Im Oktober sollen 40 Häuser gebaut werden."
    articles = fk.read_articles([{"text": text, "language": "de", "published": "2025-09-03"}])
    assert list(fk.extract(articles, progress=False).figures["as_of"]) == ["2025-07", "2025-10"]


def test_impossible_dates_do_not_resolve():
    assert resolve({"MONTH": 2, "DAY": 30, "YEAR": 2024}, None) is None
    assert resolve({"YEAR": 0}, None) is None


PIECES = st.sampled_from(
    (
        *("in", "April", "3", "2025", "May", "last", "week", ",", ".", "31", "12", "1990s", "11:50", "지난", "4월"),
        *("1~2월", "le", "1er", "mai", "luni", "anii", "'90", "1990-х", "годах", "25-го", "vor", "drei", "Tagen", "3."),
        *("hace", "día", "–", "to", "and", "99:99", "2025-13-45", "-", "’", "0", "1e9", "9" * 40, "from"),
        *("between", "²", "½"),
    )
)


@given(st.sampled_from(language_codes()), st.lists(PIECES | st.text(max_size=4), max_size=25), st.booleans())
def test_any_text_gives_mentions_inside_it(language, pieces, dated):
    text = " ".join(pieces)
    doc = document(language, text, PUBLISHED if dated else None)
    last = 0
    for mention in find_times(doc):
        assert last <= mention.start < mention.end <= len(text)
        assert (mention.edtf is None) == (mention.first_day is None) == (mention.last_day is None)
        assert mention.edtf is None or mention.first_day <= mention.last_day
        last = mention.end
    for start in range(0, len(text), 7):
        as_of(doc, start, min(start + 3, len(text)))
