"""Sources resolved to speakers inside the article, and the chains of those who pass a claim on (English)."""

import pytest

from factkit.extraction.claims import extract_claims
from factkit.extraction.document import make_document
from factkit.languages import load_pack

CASES = [
    (
        "Lee Seong-kweun said 600 died. He added that 2,000 were hurt.",
        ["Lee Seong-kweun", "Lee Seong-kweun"],
        "pronoun",
    ),
    ("Paul Rider spoke. “We lost,” he said.", ["Paul Rider"], "pronoun for a name that said nothing before"),
    (
        "The Port Ministry said 600 died. The Ministry added that 2,000 were hurt.",
        ["Port Ministry", "Port Ministry"],
        "a kind of body with a capital",
    ),
    ("“It is over,” said Colonel Ray Marsh. “I am tired,” Marsh added.", ["Ray Marsh", "Ray Marsh"], "surname"),
    (
        "The lawmaker said 600 died. Lee Seong-kweun, a lawmaker, was briefed on Monday.",
        ["Lee Seong-kweun"],
        "description before the name",
    ),
    (
        "President Anna Petrie spoke. Petrie said the talks failed. The president added that she was tired.",
        ["Anna Petrie", "Anna Petrie"],
        "title",
    ),
    ("Rider, who built the dam, said it holds.", ["Rider"], "relative clause"),
    ("Police said the man fled. “He was fast,” they said.", ["Police", "Police"], "plural pronoun for a body"),
    (
        "Ann Lee said the plan was good. Bob Petrie left early, but on Monday he told reporters that he was ill.",
        ["Ann Lee", "Bob Petrie"],
        "whom the pronoun's own sentence is about",
    ),
    ("Bob Petrie said so. Ann Lee is a liar, he said.", ["Bob Petrie"], "but not inside what is said"),
    (
        "Bob Petrie said it was late. Ann Lee's eyes filled with tears. She said she would go.",
        ["Bob Petrie", "Ann Lee"],
        "whose eyes",
    ),
    (
        "The Dam Safety Board met in May to look at the old walls. On Friday the DSB said the dam holds.",
        ["Dam Safety Board"],
        "initials of a name in the article",
    ),
]

ELSEWHERE = [
    (
        "de",
        "Die SPD rügte den Plan. Die Polizei sagte, es sei ruhig. Die Partei forderte einen Stopp.",
        ["SPD", "Polizei", "SPD"],
        "a party is no authority",
    ),
    (
        "de",
        "Die Polizei sagte, es sei ruhig. Die Behörde sprach von einem Erfolg.",
        ["Polizei", "Polizei"],
        "an authority is one",
    ),
    (
        "de",
        "Die Gruppe „Freies Wort“ beklagte Zensur. Das Ministerium sagte, es prüfe. Die Gruppe sagte, es eile.",
        ["Freies Wort", "Ministerium", "Freies Wort"],
        "what was called so before",
    ),
    ("de", "„Es war sehr laut“, sagte eine Frau namens Eva Pohl.", ["Eva Pohl"], "called by name"),
    (
        "de",
        "Eine Sprecherin des Amtes sagte, es eile. Sprecher Jan Pohl sagte, man warte.",
        ["Sprecherin des Amtes", "Jan Pohl"],
        "a woman's role is no man's",
    ),
    (
        "de",
        "Kiel – Der Agent Jan Pohl hat sich gestellt. „Ich gehe“, sagte der frühere Mitarbeiter.",
        ["Jan Pohl"],
        "a role for the one whom the sentence before is about",
    ),
    (
        "de",
        "Die Bahngewerkschaft GDL sagte, es eile. Die Bahn erwiderte, man warte.",
        ["GDL", "Bahn"],
        "the first part of a compound is another word",
    ),
    (
        "de",
        "Minister Jan Pohl sagte, es eile. Der Ökonom Uwe Kern winkte ab. „Das hat Zeit“, sagte er.",
        ["Jan Pohl", "Uwe Kern"],
        "the one whom the sentence before is about",
    ),
    (
        "de",
        "Jan Pohl sagte, er sei froh. Seine Anwälte kündigten Berufung an. Sie rügten, dass Zeugen fehlten.",
        ["Jan Pohl", "Seine Anwälte", "Seine Anwälte"],
        "somebody's lawyers are not that somebody",
    ),
    (
        "de",
        "Gerhard Richter sagte, es sei Kunst. Das Bild sei fertig, sagte Richter am Montag.",
        ["Gerhard Richter", "Gerhard Richter"],
        "a family name that is a profession as well",
    ),
    (
        "de",
        "Das Magazin „Blick“ berichtete, er gehe. Der Vertrag sei gelöst, schrieb das Blatt.",
        ["Blick", "Blick"],
        "a paper's name in quotation marks",
    ),
    (
        "de",
        "Die Deutsche Moorstiftung warnte vor Bränden. Nach Angaben der Stiftung brannten 20 Hektar.",
        ["Deutsche Moorstiftung", "Deutsche Moorstiftung"],
        "the last part of a compound",
    ),
    (
        "de",
        "Nordwerft AG meldete Verluste. Der Zivilschutz sagte, es sei ruhig. Das Unternehmen kündigte an, zu sparen.",
        ["Nordwerft AG", "Zivilschutz", "Nordwerft AG"],
        "a company is no authority",
    ),
    (
        "de",
        "Trainer Jan Pohl sagte, er bleibe. Nach Ansicht der Experten war das Spiel schlecht.",
        ["Jan Pohl", "Experten"],
        "several in the genitive",
    ),
]

CHAINS = [
    (
        "Reuters reported that 600 people had been evacuated, citing two officials.",
        [["Reuters", "officials"]],
        "citing",
    ),
    (
        "Marsh said the health ministry estimates that 300 people are missing.",
        [["Marsh", "health ministry"], ["Marsh", "health ministry"]],
        "one inside another",
    ),
    ("Rider said it holds.", [["Rider"]], "nobody else"),
]


@pytest.mark.parametrize(("text", "expected", "label"), CASES, ids=[case[2] for case in CASES])
def test_speakers(text: str, expected: list[str], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack("en")))
    assert [claim.speaker for claim in found] == expected, label


# Whom a noun phrase names, and whom it only mentions.
NAMED = [
    ("The blast on Monday killed 30 people.", []),
    ("Ten died, the Justice Ministry said. Justice Minister Hugo Pike left.", ["Justice Ministry"]),
    ("The Fever Institute of Sorvenia will close in May, it said on Monday.", ["Fever Institute of Sorvenia"]),
    ("President Ann Pike will call up reserves, she said on Monday.", ["Ann Pike"]),
    ("Chief Dan Orr said the fire was out. Investors said they would wait.", ["Dan Orr", "Investors"]),
    (
        "Economist Lena Fisk said prices fell. Some liberal economists said they would rise.",
        ["Lena Fisk", "Some liberal economists"],
    ),
    ("Senator Ann Pike was calm. Aides said she had slept.", ["Aides"]),
    ("Anna Holt, an analyst at Birch, said sales rose. Analysts said it would end.", ["Anna Holt", "Analysts"]),
    ("One of the security guards said the door was open.", ["One of the security guards"]),
    ("One in four voters said they would stay home.", ["One in four voters"]),
    ("Six in 10 said they would stay home.", ["Six in 10"]),
    ("“It is late,” the congressman's spokesman said. Congressman Ned Vance left.", ["congressman's spokesman"]),
    ("Congressman Ned Vance's office said the letter was lost.", ["Congressman Ned Vance's office"]),
    ("A top adviser for President Marlow said talks would go on.", ["top adviser for President Marlow"]),
    (
        "A commission appointed by President Ida Marlow found that the dam was weak.",
        ["commission appointed by President Ida Marlow"],
    ),
    (
        "A spokesman for the senator said Mr. Pike was ill. Senator Ann Pike was away.",
        ["spokesman for the senator"],
    ),
    ("Northbridge Action Forum's Dan Holtz said the budget would hold.", ["Dan Holtz"]),
    ("Vance's deputy campaign manager, Ada Beeson, said the race was on.", ["Ada Beeson"]),
    ("France's far-left Unity Front party leader, Luc Pen, said the race was on.", ["Luc Pen"]),
    ("Birch's report said the wells were dry.", ["Birch"]),
    ("Peru's Health Ministry said 30 people had died.", ["Peru's Health Ministry"]),
    ("The unions UGT and CCOO said 30,000 people had come.", ["UGT and CCOO"]),
    ("The Israeli newspaper Maariv reported that talks had failed.", ["Maariv"]),
    ("The Turkish broadcaster NTV reported that 12 people had died.", ["NTV"]),
    ("The 140 House members said they would vote no.", ["140 House members"]),
    ("A new Super PAC said it would spend more.", ["new Super PAC"]),
    ("Mr. Lund and Senator Ida Marsh said they would vote no.", ["Mr. Lund and Senator Ida Marsh"]),
    ("Justice Department officials said the case was closed.", ["Justice Department officials"]),
    ("Vice President for sales and trade Dora Gorab said the shops were full.", ["Dora Gorab"]),
    ("Dora Klein runs a shop in Klein Tower. “It pays,” Klein said.", ["Dora Klein"]),
    ("Tom Bush came. Tom Bush and Ann W. Bush left. Tom Bush waved. “It pays,” Bush said.", ["Tom Bush"]),
    ("HP said sales fell. The HP Way Museum is closed.", ["HP"]),
    ("Amnesty International wrote a report. Amnesty said 40 people were held.", ["Amnesty International"]),
    ("Kim Dae-ho spoke on Monday. Kim said the plan was sound.", ["Kim Dae-ho"]),
    ("Sen. Ada Paul (R-Ky.) said she would vote no.", ["Ada Paul"]),
    ("Vermont Sen. Bob Sands said he would vote no.", ["Bob Sands"]),
    (
        "Counsel W. Neil Egger said the file was sealed. “It is closed,” Egger said.",
        ["W. Neil Egger", "W. Neil Egger"],
    ),
    (
        "Ned Vance came with Ida Vance. Mr. Vance said it rained. Mrs. Vance said it snowed.",
        ["Mr. Vance", "Mrs. Vance"],
    ),
    ("Ned Vance left. Mr. Vance said it rained. “Yes,” her father said.", ["Ned Vance", "her father"]),
    ("Mr. Lund and Mr. Orr said they left.", ["Mr. Lund and Mr. Orr"]),
    ("“It rains,” Representative Peter T. King, Republican of Ohio, said of life.", ["Peter T. King"]),
    ("It rains, said Senator Ann Bishop.", ["Ann Bishop"]),
    ("The Prime Minister said it rained.", ["Prime Minister"]),
    ("He is the manager. Sanders said it rained. Ann Sanders left.", ["Ann Sanders"]),
    (
        "Tom Reyes left. Mrs. Ann Holt said it snowed. Mr. Ned Vance said it froze. She said the road was closed.",
        ["Ann Holt", "Ned Vance", "Ann Holt"],
    ),
    ("An email sent by Marsh on Tuesday night warned that 14 votes would follow.", ["Marsh"]),
    ("Oslo (Reuters) - “It rains,” Marsh said. Oslo said the roads were closed.", ["Marsh", "Oslo"]),
    ("Local leaders — and, above all, the council's chair — said the plan would fail.", ["Local leaders"]),
    ("The Coastal Survey Service briefed deputies. The mapping agency said 6 were lost.", ["Coastal Survey Service"]),
    ("The Ministry of Health met the Audit Service. The ministry said it was late.", ["Ministry of Health"]),
    ("The Audit Service met the Air Service. The weather service said it would rain.", ["weather service"]),
    ("The Audit Service spoke. The Peruvian roads agency said it would rain.", ["Peruvian roads agency"]),
    (
        "Police said it was late. In a note, the Coastal Survey Service met them. It warned of floods.",
        ["Police", "Coastal Survey Service"],
    ),
    (
        "Orange voters like Ann Pike. Orange leaders do not. Orange Ann Pike said it was late. “No,” Ann Pike said.",
        ["Ann Pike", "Ann Pike"],
    ),
    (
        "There was Osman Abu Talib with his brothers, and Osman left soon. “It rains,” Abu Talib said.",
        ["Osman Abu Talib"],
    ),
    ("On Monday Ann Pike left the town for good. “It rains,” Pike said.", ["Ann Pike"]),
    ("Ann Pike left the town for good. Late Monday Pike said it was fine.", ["Ann Pike"]),
    ("The Sunday Times said on Sunday it was late.", ["Sunday Times"]),
    ("8 in 10 in Ohio said they were tired.", ["8 in 10 in Ohio"]),
    ("Eight of the 10 in Ohio said they were tired.", ["Eight of the 10 in Ohio"]),
    ("A poll by the union in March found it was late.", ["union"]),
]

# The same in other languages: complements, owners and several people are nobody whom the article names.
NAMED_ELSEWHERE = [
    ("ro", "Trei mii de oameni suferă, potrivit Programului Alimentar Mondial.", ["Programului Alimentar Mondial"]),
    ("de", "Ministerin Anna Holt wird 12 Millionen Euro freigeben, wie sie in Kehl sagte.", ["Anna Holt"]),
    ("de", "Das von der Union geführte Ministerium sagte, es regne.", ["von der Union geführte Ministerium"]),
    ("fr", "Les élus, qui tenaient compte du budget, affirment que tout va bien.", ["élus"]),
    (
        "fr",
        "Le maire Jean Roux a déclaré que la route était fermée. Des analystes ont affirmé que la crise durerait.",
        ["Jean Roux", "analystes"],
    ),
    ("fr", "Un des gardes a affirmé que la porte était ouverte.", ["Un des gardes"]),
    (
        "fr",
        "Le porte-parole du maire a affirmé que M. Roux était malade. Le maire Jean Roux était absent.",
        ["porte-parole du maire"],
    ),
    (
        "fr",
        "Un conseiller du président Marlow a affirmé que les discussions continueraient.",
        ["conseiller du président Marlow"],
    ),
    ("fr", "Jean Roux est parti. Son père a affirmé que tout allait bien.", ["Son père"]),
    ("fr", "Le quotidien israélien Maariv rapporte que les discussions ont échoué.", ["Maariv"]),
    ("fr", "M. Roux a affirmé qu'il pleuvait. Jean Roux est maire.", ["Jean Roux"]),
    (
        "es",
        "El alcalde Juan Rey afirmó que la carretera estaba cerrada. Los analistas afirmaron que la crisis seguiría.",
        ["Juan Rey", "analistas"],
    ),
    ("es", "Uno de los guardias afirmó que la puerta estaba abierta.", ["Uno de los guardias"]),
    (
        "es",
        "El portavoz del alcalde afirmó que Rey estaba enfermo. El alcalde Juan Rey no vino.",
        ["portavoz del alcalde"],
    ),
    (
        "es",
        "Un asesor del presidente Marlow afirmó que las conversaciones seguirían.",
        ["asesor del presidente Marlow"],
    ),
    ("es", "Juan Rey salió. Su padre afirmó que todo iba bien.", ["Su padre"]),
    ("es", "El diario israelí Maariv informó de que las conversaciones habían fracasado.", ["Maariv"]),
    ("es", "Varios economistas afirmaron que los precios subirían. La economista Ana Paz no opinó.", ["economistas"]),
    ("es", "Uno de cada cuatro votantes afirma que se quedará en casa.", ["Uno de cada cuatro votantes"]),
    (
        "ro",
        "Primarul Ion Rotaru a declarat că drumul este închis. Analiștii au afirmat că va dura.",
        ["Ion Rotaru", "Analiștii"],
    ),
    ("ro", "Unul dintre paznici a declarat că ușa era deschisă.", ["Unul dintre paznici"]),
    (
        "ro",
        "Purtătorul de cuvânt al primarului a declarat că Rotaru este bolnav. Primarul Ion Rotaru lipsea.",
        ["Purtătorul de cuvânt al primarului"],
    ),
    (
        "ro",
        "Un consilier al președintelui Marlow a declarat că discuțiile continuă.",
        ["consilier al președintelui Marlow"],
    ),
    ("ro", "Ion Rotaru a plecat. Tatăl său a declarat că totul este bine.", ["Tatăl său"]),
    ("ro", "Ziarul israelian Maariv a relatat că discuțiile au eșuat.", ["Maariv"]),
    ("ro", "Mai mulți economiști au declarat că prețurile vor crește. Economista Ana Pop a tăcut.", ["economiști"]),
    (
        "de",
        "Bürgermeister Jan Roth sagte, die Straße sei gesperrt. Analysten sagten, die Krise werde dauern.",
        ["Jan Roth", "Analysten"],
    ),
    (
        "de",
        "Der Sprecher des Bürgermeisters sagte, Roth sei krank. Bürgermeister Jan Roth fehlte.",
        ["Sprecher des Bürgermeisters"],
    ),
    ("de", "Jan Roth ging. Sein Vater sagte, alles sei gut.", ["Sein Vater"]),
    ("de", "Die israelische Zeitung Maariv berichtete, die Gespräche seien gescheitert.", ["Maariv"]),
    ("de", "Marlows Sprecherin Ida Holt sagte, es regne.", ["Ida Holt"]),
    (
        "ru",
        "Мэр Иван Рогов заявил, что дорога закрыта. Аналитики заявили, что кризис продолжится.",
        ["Иван Рогов", "Аналитики"],
    ),
    ("ru", "Один из охранников заявил, что дверь была открыта.", ["Один из охранников"]),
    ("ru", "Пресс-секретарь мэра заявил, что Рогов болен. Мэр Иван Рогов отсутствовал.", ["Пресс-секретарь мэра"]),
    ("ru", "Советник президента Марлова заявил, что переговоры продолжатся.", ["Советник президента Марлова"]),
    ("ru", "Иван Рогов ушел. Его отец заявил, что все хорошо.", ["Его отец"]),
    ("ru", "Израильская газета «Маарив» сообщила, что переговоры провалились.", ["Маарив"]),
    ("ru", "Несколько экономистов заявили, что цены вырастут. Экономист Анна Петрова молчала.", ["экономистов"]),
    (
        "uk",
        "Мер Іван Рогач заявив, що дорога закрита. Аналітики заявили, що криза триватиме.",
        ["Іван Рогач", "Аналітики"],
    ),
    ("uk", "Один з охоронців заявив, що двері були відчинені.", ["Один з охоронців"]),
    ("uk", "Речник мера заявив, що Рогач хворий. Мер Іван Рогач був відсутній.", ["Речник мера"]),
    ("uk", "Радник президента Марлова заявив, що переговори триватимуть.", ["Радник президента Марлова"]),
    ("uk", "Іван Рогач пішов. Його батько заявив, що все добре.", ["Його батько"]),
    ("uk", "Ізраїльська газета «Маарів» повідомила, що переговори провалилися.", ["Маарів"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[case[0][:40] for case in NAMED])
def test_who_is_named(text: str, expected: list[str]) -> None:
    found = extract_claims(make_document("case", text, load_pack("en")))
    assert [claim.speaker for claim in found] == expected


@pytest.mark.parametrize(("code", "text", "expected", "label"), ELSEWHERE, ids=[case[3] for case in ELSEWHERE])
def test_speakers_elsewhere(code: str, text: str, expected: list[str], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack(code)))
    assert [claim.speaker for claim in found] == expected, label


@pytest.mark.parametrize(("text", "expected", "label"), CHAINS, ids=[case[2] for case in CHAINS])
def test_chains(text: str, expected: list[list[str]], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack("en")))
    assert [[link.name for link in claim.chain] for claim in found] == expected, label
    assert all(claim.origin == chain[-1] for claim, chain in zip(found, expected, strict=True))


CHAINS_ELSEWHERE = [
    (
        "es",
        "Ardió una nave, informa EFE, que cita a un diputado informado por la Guardia Civil.",
        [["EFE", "diputado", "Guardia Civil"]],
        "an outlet, whom it cites, and whom that one cites",
    ),
    ("ro", "„Nu știm nimic”, a declarat Dan Manea pentru AFP.", [["AFP", "Dan Manea"]], "told after the subject"),
    (
        "fr",
        "Le pont a cédé, rapporte Belga, citant le préfet. Deux hommes sont morts, selon la même source.",
        [["Belga", "préfet"], ["préfet"]],
        "the same source",
    ),
]


@pytest.mark.parametrize(
    ("code", "text", "expected", "label"), CHAINS_ELSEWHERE, ids=[case[3] for case in CHAINS_ELSEWHERE]
)
def test_chains_elsewhere(code: str, text: str, expected: list[list[str]], label: str) -> None:
    found = extract_claims(make_document("case", text, load_pack(code)))
    assert [[link.name for link in claim.chain] for claim in found] == expected, label


@pytest.mark.parametrize(
    ("code", "text", "expected"), NAMED_ELSEWHERE, ids=[f"{case[0]}: {case[1][:40]}" for case in NAMED_ELSEWHERE]
)
def test_who_is_named_elsewhere(code: str, text: str, expected: list[str]) -> None:
    found = extract_claims(make_document("case", text, load_pack(code)))
    assert [claim.speaker for claim in found] == expected


def test_parents() -> None:
    text = "Marsh said the health ministry estimates that 300 people are missing."
    assert [claim.parent for claim in extract_claims(make_document("case", text, load_pack("en")))] == [None, 0]


def test_a_headline_lends_no_words_to_a_name() -> None:
    text = (
        "Ann Lindt Tells Council Bridge Repair Must Wait Another Year\n\nThe bridge is safe, Ann Lindt said on Friday."
    )
    claims = extract_claims(make_document("x", text, load_pack("en")))
    assert [claim.speaker for claim in claims if claim.source and claim.source.start > 60] == ["Ann Lindt"]
