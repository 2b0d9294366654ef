"""Tokens, sentences and paragraphs in eight languages."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.languages import language_codes, load_pack
from factkit.reading.segments import lower, paragraphs, sentences, tokenize

# A bar stands where one sentence ends and the next starts.
SENTENCES = [
    ("en", "Mr. Smith met Gen. Lee.| He left."),
    ("en", "J. K. Rowling spoke.| He left."),
    ("en", "The U.S. Army said 20 died.| It left."),
    ("en", "He lives in the U.S.| It is big."),
    ("en", '"It was bad."| He left.'),
    ("en", 'He said: "It was bad."| She left.'),
    ("en", "Wait... what?| No."),
    ("en", "He said … nothing.| No."),
    ("en", "At 5 p.m. Monday it began.| It ended at 6 p.m.| The rest left."),
    ("en", "It rose 3.5 percent.| No."),
    ("en", "(He left.)| She stayed."),
    ("en", '"Is it?" he asked.| No.'),
    ("en", "He left.|She stayed."),
    ("en", "Visit example.com today.| No."),
    ("en", "Yahoo! said so.| No."),
    ("en", "He took vitamin A.| He left."),
    ("en", "''It was bad.''| He left."),
    ("en", "No. 5 is alive.| The answer is no.| He left."),
    ("en", "It was bad.”| “Yes.”"),
    ("en", "Hello World\n\n|He left.\n|She stayed."),
    ("en", "Was it “bad?”| Yes."),
    ("en", "It ended Jan. 5 in Washington, D.C.| But he left."),
    ("en", "He said “no!” — and left.| Good."),
    ("en", "20 died.| 30 were hurt."),
    ("en", "The answer is no.| Smith left."),
    ("en", "She was ill.| Smith went to Peoria, Ill., and left."),
    ("fr", "« C'est faux. »| Il est parti."),
    ("fr", "« C'est vrai ! » a dit M. Dupont.| Il est parti."),
    ("fr", "Est-ce vrai ?| Oui."),
    ("fr", "L'Afad, p. 5, dit non.| Oui."),
    ("fr", "«\u00a0C'est faux.\u00a0»| Il est parti."),
    ("fr", "«\u202fC'est faux\u202f!\u202f», dit Mme Roux.| Il part."),
    ("fr", "Le n. 5 est mort vers 2000 av. J.-C.| Il est connu."),
    ("de", "Am 3. September starben 20.| Er ging."),
    ("de", "Der 2. Weltkrieg endete.| Er ging."),
    ("de", "z. B. Berlin ist groß.| Er ging."),
    ("de", "Er sagte: „Es war schlimm.“| Dann ging er."),
    ("de", "Rund 5 Mio. Euro wurden gezahlt.| Er ging."),
    ("de", "Es waren 20.| Er ging."),
    ("de", "Er ging.| »Das ist schlimm.«| Gut."),
    ("de", "Das war 2024.| Putin sagte nichts."),
    ("de", "Prof. Dr. Meier kommt.| „Gut!“, sagte er."),
    ("ro", "Potrivit dl. Popescu, nr. 5 a fost ucis.| El a plecat."),
    ("ro", "„A fost rău.”| El a plecat."),
    ("ro", "„A fost rău”.| El a plecat."),
    ("ro", "– Nu! – a strigat el.| – Ba da."),
    ("es", "¿Qué pasó?| Nada.| ¡No!"),
    ("es", "EE. UU. envió tropas.| El Sr. Pérez salió."),
    ("es", "Murió en EE. UU.| El presidente calló."),
    ("es", "«¡No!» —gritó el Dr. Ruiz—.| Salió."),
    ("ru", "В 2024 г. погибли 5 тыс. человек.| Он ушёл."),
    ("ru", "«Это плохо».| Он ушёл."),
    ("ru", "А. С. Пушкин родился в 1799 г.| Он умер."),
    ("ru", "Погибли 5 тыс.| Он ушёл."),
    ("ru", "«Это плохо!» — сказал В. В. Путин.| Он ушёл."),
    ("ru", "Это стоит 5 млн руб. в год и т.д.| Но он ушёл."),
    ("uk", "У 2024 р. загинуло 5 тис. осіб.| Він пішов."),
    ("uk", "П'ять осіб загинуло.| Він пішов."),
    ("uk", "«Погано!» — сказав він.| Так."),
    ("ko", "국정원이 밝혔다.| 그는 떠났다."),
    ("ko", "“나쁘다.”| 그는 말했다."),
    ("ko", "그는 “나쁘다.”고 말했다.| 끝."),
    ("ko", "그는 “나쁘다.” 라고 말했다.| 끝."),
    ("ko", "밝혔다.|이어 말했다."),
    ("ko", "2025. 9. 3. 발표했다.| 끝."),
    ("ko", "1.5%다.| 끝."),
    ("ko", "약 1만 5천 명이다.| “정말?”| 그렇다."),
]


def cut(text, code):
    pack = load_pack(code)
    tokens = tokenize(text, pack)
    return [
        text[tokens.starts[first] : tokens.ends[last - 1]]
        for first, last in sentences(text, tokens, paragraphs(text), pack)
    ]


@pytest.mark.parametrize("code, marked", SENTENCES)
def test_sentences(code, marked):
    assert cut(marked.replace("|", ""), code) == [part.strip() for part in marked.split("|")]


TOKENS = [
    ("en", "Korea's 10,000-strong force didn't leave", "korea 's 10,000-strong force didn't leave"),
    ("en", "“No,” he said...", "“ no , ” he said ..."),
    ("fr", "L'agence d’État n'a pas", "l' agence d’ état n' a pas"),
    ("ro", "s-a întâlnit L’Orient 2.000", "s-a întâlnit l’orient 2.000"),
    ("uk", "П'ять об’єктів", "п'ять об’єктів"),
    ("ko", "1만 5천명이 “나쁘다”고", "1만 5천명이 “ 나쁘다 ” 고"),
    ("de", "U.S.-Truppen, 3,5 Mio.", "u.s. - truppen , 3,5 mio ."),
]


@pytest.mark.parametrize("code, text, words", TOKENS)
def test_tokens(code, text, words):
    assert tokenize(text, load_pack(code)).words == words.split()


WRAPPED = """North Korea has sent more soldiers to Russia, the South
Korean intelligence service told lawmakers in Seoul on
Tuesday, and about 2,000 of them are thought to have been
killed, Lee Seong-kweun said.

He spoke after a closed-door briefing by the National
Intelligence Service."""
PARAGRAPHS = [
    ("blank lines", "One.\n\nTwo.\n \n\nThree.", ["One.", "Two.", "Three."]),
    ("single breaks", "A headline\nOne.\nTwo.", ["A headline", "One.", "Two."]),
    ("small letter goes on", "A line that\ngoes on.\nNext.", ["A line that\ngoes on.", "Next."]),
    ("wrapped by hand", WRAPPED, [part.strip() for part in WRAPPED.split("\n\n")]),
    (
        "headline above",
        "Seoul: thousands were killed and wounded near Kursk in spring\nLee said so.\n\nHe left.",
        ["Seoul: thousands were killed and wounded near Kursk in spring", "Lee said so.", "He left."],
    ),
    ("carriage returns", "One.\r\n\r\nTwo.\r\nThree.\r", ["One.", "Two.", "Three."]),
    ("space around", "  One. \n\n\t Two.\n", ["One.", "Two."]),
    ("nothing", " \n ", []),
]


@pytest.mark.parametrize("label, text, parts", PARAGRAPHS, ids=[case[0] for case in PARAGRAPHS])
def test_paragraphs(label, text, parts):
    assert [text[start:end] for start, end in paragraphs(text)] == parts


@pytest.mark.parametrize("code", language_codes())
def test_every_language_ends_a_sentence_where_the_next_starts(code):
    pack = load_pack(code)
    assert pack.text.starters or pack.text.continuers


TEXTS = st.text(st.sampled_from("aAéİßЖж김다12 .,!?…:;-—'\"“”«»„()\n\r\u00a0") | st.characters(), max_size=120)


@pytest.mark.parametrize("code", language_codes())
@given(text=TEXTS)
def test_tokens_cut_out_their_words(code, text):
    tokens = tokenize(text, load_pack(code))
    small = lower(text)
    assert len(small) == len(text)
    assert [small[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert all(tokens.words)
    assert tokens.starts == sorted(tokens.starts)
    covered = {i for a, b in zip(tokens.starts, tokens.ends, strict=True) for i in range(a, b)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(text=TEXTS)
def test_paragraphs_hold_everything_but_space(text):
    spans = paragraphs(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b and text[a:b] == text[a:b].strip() for a, b in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize("code", language_codes())
@given(text=TEXTS)
def test_sentences_partition_the_paragraphs_tokens(code, text):
    pack = load_pack(code)
    tokens, spans = tokenize(text, pack), paragraphs(text)
    ranges = sentences(text, tokens, spans, pack)
    assert [number for first, last in ranges for number in range(first, last)] == list(range(len(tokens.words)))
    homes = [next(span for span in spans if span[0] <= tokens.starts[first] < span[1]) for first, _ in ranges]
    assert all(tokens.ends[last - 1] <= home[1] for (_, last), home in zip(ranges, homes, strict=True))


def test_tokens_outside_the_spans_are_in_no_sentence():
    text, pack = "By John Smith\n\nHe left. She stayed.\n\nTags: war", load_pack("en")
    tokens = tokenize(text, pack)
    spans = paragraphs(text)[1:2]
    assert [tokens.words[a:b] for a, b in sentences(text, tokens, spans, pack)] == [
        ["he", "left", "."], ["she", "stayed", "."]
    ]  # fmt: skip


@pytest.mark.parametrize("piece", [" ", "\n", "a\n", " \n", "x" * 80 + "\n", ".", "« ", "A.", "foto: ", "<", "1,", "'"])
def test_time_grows_with_length_only(piece):
    pack = load_pack("en")

    def seconds(text):
        began = perf_counter()
        tokens = tokenize(text, pack)
        sentences(text, tokens, paragraphs(text), pack)
        return perf_counter() - began

    assert seconds(piece * (100_000 // len(piece))) < 2  # quadratic would be a minute


def test_a_sentence_without_end_is_cut_at_a_pause():
    text, pack = "one two three four, " * 200, load_pack("en")
    tokens = tokenize(text, pack)
    found = sentences(text, tokens, paragraphs(text), pack)
    assert found[0][0] == 0
    assert found[-1][1] == len(tokens.words)
    assert all(one[1] == two[0] for one, two in pairwise(found))
    assert {tokens.words[stop - 1] for _, stop in found} == {","}
    assert max(stop - first for first, stop in found) <= 400
