"""What is running text and what is the page's furniture, in eight languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factkit.languages import language_codes, load_pack
from factkit.reading.furniture import running_text
from factkit.reading.segments import paragraphs

FURNITURE = [
    ("en", "Photo: Reuters"),
    ("en", "Photo by John Smith/AFP via Getty Images"),
    ("en", "(Photo: AFP)"),
    ("en", "AP Photo/Jane Doe"),
    ("en", "By John Smith"),
    ("en", "By John Smith and Ana de la Cruz, BBC News"),
    ("en", "By Jane Doe | 3 September 2025"),
    ("en", "John Smith, Reuters"),
    ("en", "Staff Writer"),
    ("en", "Read also: North Korea sends more troops to Russia"),
    ("en", "Read more"),
    ("en", "READ MORE: Why the toll rose"),
    ("en", "► Related stories"),
    ("en", "See also Seoul Says Thousands Were Wounded"),
    ("en", "We use cookies to improve your experience. By continuing you agree to this."),
    ("en", "Sign up for our newsletter and never miss a story."),
    ("en", "Follow us on Facebook, X and Instagram"),
    ("en", "Tags: Russia, North Korea, war"),
    ("en", "Advertisement"),
    ("en", "Updated 3 September 2025, 14:30 GMT"),
    ("en", "Published: 2025-09-03"),
    ("en", "Home | News | World | Asia"),
    ("en", "#russia #northkorea"),
    ("en", "https://example.org/news/1"),
    ("en", "desk@example.org"),
    ("ro", "Foto: Profimedia"),
    ("ro", "Foto: Profimedia Images / AFP"),
    ("ro", "Sursa foto: Inquam Photos"),
    ("ro", "De Ana Popescu"),
    ("ro", "Autor: Ion Popescu"),
    ("ro", "Citește și: Putin, mesaj pentru soldații nord-coreeni"),
    ("ro", "Citeşte şi Câți soldați au murit la Kursk"),
    ("ro", "Acest site folosește cookie-uri pentru a vă oferi o experiență mai bună."),
    ("ro", "Urmărește-ne pe Google News"),
    ("ro", "Publicat la 03.09.2025, 12:45"),
    ("ro", "Sursa: Agerpres"),
    ("fr", "Photo : AFP"),
    ("fr", "© Getty Images"),
    ("fr", "Par Jeanne Dupont avec AFP"),
    ("fr", "Lire aussi : Ce que l'on sait des pertes"),
    ("fr", "À lire aussi Guerre en Ukraine : le bilan"),
    ("fr", "Nous utilisons des cookies pour mesurer l'audience."),
    ("fr", "Publié le 3 septembre 2025 à 10h30"),
    ("de", "Foto: dpa"),
    ("de", "Von Anna Schmidt und Karl Meier"),
    ("de", "Anna Schmidt, dpa"),
    ("de", "Lesen Sie auch: Wie viele Soldaten fielen"),
    ("de", "Wir verwenden Cookies, um unser Angebot zu verbessern."),
    ("de", "Stand: 03.09.2025, 14:30 Uhr"),
    ("de", "Quelle: dpa"),
    ("es", "Foto: EFE"),
    ("es", "Por María García"),
    ("es", "María García, EFE"),
    ("es", "Lea también: El balance del terremoto"),
    ("es", "Utilizamos cookies propias y de terceros."),
    ("es", "Actualizado el 3 de septiembre de 2025 a las 10:30"),
    ("ru", "Фото: ТАСС"),
    ("ru", "Фото Иван Петров / Коммерсантъ"),
    ("ru", "Автор: Иван Петров"),
    ("ru", "Читайте также: Сколько военных погибло"),
    ("ru", "Подписывайтесь на наш канал в Telegram"),
    ("ru", "Источник: Reuters"),
    ("ru", "Опубликовано 3 сентября 2025, 14:30"),
    ("uk", "Фото: Укрінформ"),
    ("uk", "Автор: Іван Петренко"),
    ("uk", "Іван Петренко, Укрінформ"),
    ("uk", "Читайте також: Скільки військових загинуло"),
    ("uk", "Підписуйтесь на наш Telegram-канал"),
    ("ko", "사진=연합뉴스"),
    ("ko", "[사진=게티이미지]"),
    ("ko", "홍길동 기자"),
    ("ko", "홍길동 기자 hong@example.co.kr"),
    ("ko", "관련기사 북한군 추가 파병"),
    ("ko", "무단 전재 및 재배포 금지"),
    ("ko", "입력 2025.09.03 14:30"),
    ("ko", "ⓒ 연합뉴스"),
]

RUNNING = [
    ("en", "Read also in her statement was a demand for more troops."),
    ("en", "Photographs show 20 dead."),
    ("en", "Photo evidence shows that 20 people died."),
    ("en", "By Monday evening, 20 people had died."),
    ("en", "By John Smith's count, 20 people died."),
    ("en", "By 2025 Russia Will Need 20,000 More Soldiers"),
    ("en", "Trump Slams CNN"),
    ("en", "Advertisement spending rose by 5 percent, the company said."),
    ("en", "Share prices fell by 3 percent."),
    ("en", "Updated figures show 2,000 dead."),
    ("en", "Updated toll: 2,000 dead, officials say"),
    ("en", "Related deaths reached 20, the ministry said."),
    ("en", "See also Smith's statement of May."),
    ("en", "Watch the skies, he said."),
    ("en", "Follow the money, she told reporters."),
    ("en", "Reuters reported that 20 people died."),
    ("en", "About 2,000 North Korean soldiers are believed to have been killed"),
    ("en", "20 killed | 30 wounded | 5 missing"),
    ("en", "Yes."),
    ("ro", "Fotografiile arată 20 de morți."),
    ("ro", "De la începutul războiului au murit 600 de militari."),
    ("ro", "De Crăciun, Putin a promis un armistițiu."),
    ("ro", "Vezi bine, a spus el."),
    ("ro", "Circa 1.500 de pompieri ar fi fost trimiși în satele de pe coastă"),
    ("ro", "Publicat în 2024, raportul vorbește de 600 de morți."),
    ("fr", "Par ailleurs, 20 personnes sont mortes."),
    ("fr", "Publié mercredi, le rapport évoque 600 morts."),
    ("de", "Von den 600 Soldaten starben 20."),
    ("de", "Stand heute sind 20 Menschen tot."),
    ("de", "Bilder zeigen 20 Tote."),
    ("es", "Por su parte, el ministro negó los 20 muertos."),
    ("es", "Publicado el martes, el informe habla de 600 muertos."),
    ("ru", "Фотографии показывают 20 погибших."),
    ("ru", "Источник: в Курске погибли 600 военных КНДР"),
    ("ru", "Автор доклада сообщил о 20 погибших."),
    ("uk", "Автор доповіді повідомив про 20 загиблих."),
    ("uk", "Теми переговорів не розголошують."),
    ("ko", "사진에는 20명의 시신이 담겼다."),
    ("ko", "입력된 자료에 따르면 20명이 숨졌다."),
    ("ko", "홍길동 기자는 2025년 9월 3일 20명이 숨졌다고 보도했다."),
    ("ko", "다음 달 추가 파병이 예상된다."),
    ("ko", "유튜브에서 공개된 영상에는 20명이 나온다."),
    ("en", "We and our partners will send 2,000 soldiers."),
    ("en", "Search: rescuers found 20 survivors on Monday."),
    ("ro", "Primește zilnic 100 de răniți, spune medicul."),
    ("es", "Recibe cada día a 600 heridos, dijo el médico."),
]


@pytest.mark.parametrize("code, line", FURNITURE)
def test_furniture_is_left_out(code, line):
    text = f"{TEXT[code]}\n\n{line}\n\n{TEXT[code]}"
    assert [text[a:b] for a, b in running_text(text, load_pack(code))] == [TEXT[code]] * 2


@pytest.mark.parametrize("code, line", RUNNING)
def test_running_text_stays(code, line):
    assert running_text(line, load_pack(code)) == [(0, len(line))]


TEXT = {
    "en": "A lawmaker said on Tuesday that 2,000 had died.",
    "ro": "Un deputat a declarat marți că au murit 2.000.",
    "fr": "Un député a déclaré mardi que 2 000 étaient morts.",
    "de": "Ein Abgeordneter sagte am Dienstag, 2000 seien tot.",
    "es": "Un diputado dijo el martes que murieron 2.000.",
    "ru": "Депутат сообщил во вторник о 2000 погибших.",
    "uk": "Депутат повідомив у вівторок про 2000 загиблих.",
    "ko": "한 의원은 2일 2천 명이 숨졌다고 밝혔다.",
}

TRIMMED = [
    ("ro", "Soldați la paradă. Foto: Profimedia", "Soldați la paradă."),
    ("en", "Rescuers search the rubble. Photo: John Smith/AFP", "Rescuers search the rubble."),
    ("en", "Rescuers search the rubble (Photo: dpa)", "Rescuers search the rubble"),
    ("de", "Retter suchen weiter. Foto: Karl Meier/dpa", "Retter suchen weiter."),
    ("ko", "수색 작업을 벌이는 대원들. /사진=연합뉴스", "수색 작업을 벌이는 대원들."),
    ("en", "He showed one more photo: 20 dead.", "He showed one more photo: 20 dead."),
]


@pytest.mark.parametrize("code, line, kept", TRIMMED)
def test_credit_at_the_end_is_cut_off(code, line, kept):
    assert [line[a:b] for a, b in running_text(line, load_pack(code))] == [kept]


@pytest.mark.parametrize("code", language_codes())
@given(text=st.text(st.sampled_from("AaéЖж김  .:|/©()\n\n#12") | st.characters(), max_size=200))
def test_any_text_gives_parts_of_paragraphs_in_order(code, text):
    spans = running_text(text, load_pack(code))
    homes = dict(paragraphs(text))
    assert spans == sorted(spans)
    assert all(start in homes and start < end <= homes[start] for start, end in spans)
