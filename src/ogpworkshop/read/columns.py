"""Headings of columns and labels of lines, in the languages that agendas are written in."""

import re
from functools import lru_cache

from ogpworkshop.read.months import folded

_WORDS = {
    "time": "time|times|tiempo|temps|hour|hours|timing|timings|time slot|slot|schedule|clock|heure|heures|horaire|horaires|hora|horas|horario|waktu|jam|pukul|uhrzeit|zeit|zeiten|время|часы|সময়|समय|الوقت|when|quand|cuando|cuándo|quando|kapan|wann|когда|时间|時間|시간|thời gian|เวลา",
    "start": "start|scheduled at|start date|start datetime|start date time|starts on|date start|start time local|starts|start time|starts at|begin|begins|beginning|from|debut|heure de debut|inicio|hora de inicio|hora inicio|mulai|beginn|von|anfang|начало|开始|开始时间|開始|시작",
    "end": "end|end date|end datetime|end date time|date end|ends|end time|ends at|finish|until|to|fin|heure de fin|hora de fin|hora fin|fim|termino|hora de fim|selesai|ende|bis|конец|окончание|结束|结束时间|終了|종료",
    "duration": "duration|dur|scheduled duration|duration minutes|duration in minutes|length|time min|time minutes|time in minutes|tiempo min|temps min|waktu menit|zeit min|minutes|min|mins|duree|duracion|duracao|durasi|lama|dauer|lange|длительность|продолжительность|时长|所要時間|소요시간|thời lượng",
    "title": "session|proposal title|talk title|submission title|sessions|session title|title|activity|activities|topic|topics|agenda|agenda item|item|subject|programme|program|what|event|session name|name of session|sujet|activite|activites|intitule|titre|theme|seance|sesion|actividad|actividades|tema|titulo|sessao|atividade|atividades|sesi|kegiatan|acara|judul|materi|agenda acara|sitzung|thema|titel|programmpunkt|tagesordnungspunkt|сессия|тема|название|мероприятие|বিষয়|অধিবেশন|विषय|सत्र|quoi|qué|que|o quê|o que|apa|was|что|activity session|programa|программа|الجلسة|النشاط|कार्यक्रम|विवरण|কার্যক্রম|内容|议程|議程|主题|活动|議題|演題|プログラム|セッション|내용|프로그램|주제|nội dung|กิจกรรม|หัวข้อ",
    "summary": "description|session description|details|detail|content|contents|abstract|summary|objective|objectives|what happens|contenu|details|resume|descriptif|descripcion|contenido|detalle|detalles|descricao|conteudo|deskripsi|uraian|keterangan kegiatan|beschreibung|inhalt|описание|содержание",
    "speakers": "speaker|speakers|speaker s|presenter|presenters|panelist|panelists|panellist|panellists|presented by|presentation by|resource person|resource persons|by|who|intervenant|intervenants|orateur|orateurs|conferencier|ponente|ponentes|panelistas|oradora|expositora|intervenante|intervenants|orador|oradores|expositor|expositores|palestrante|palestrantes|narasumber|pembicara|pemateri|referent|referenten|referentin|redner|vortragende|докладчик|докладчики|спикер|спикеры|speaker names|speaker name|speakers names|talk speakers|qui|quién|quien|quiénes|quienes|quem|siapa|wer|кто|वक्ता|বক্তা|المتحدث|主讲人|演讲人|发言人|嘉宾|講師|登壇者|発表者|발표자|연사|diễn giả|người trình bày|วิทยากร",
    "facilitators": "facilitator|facilitators|moderator|moderators|lead|leads|led by|person in charge|person responsible|responsible|responsible person|facilitated by|moderated by|trainer|trainers|animateur|animateurs|facilitateur|facilitateurs|moderateur|responsable|responsables|facilitador|facilitadores|moderador|moderadores|moderadora|facilitadora|moderatrice|animatrice|moderatorin|responsavel|fasilitator|penanggung jawab|pj|pic|moderation|leitung|verantwortlich|модератор|ведущий|ответственный|фасилитатор|主持人|主持|負責人|负责人|司会|進行|사회자|진행|담당|người điều hành|ผู้ดำเนินรายการ",
    "chair": "chair|chairs|chairperson|session chair|chaired by|president|presidence|presidente|presidencia|ketua|vorsitz|председатель",
    "rapporteur": "rapporteur|rapporteurs|note taker|notetaker|relator|relatora|notulis|protokoll|докладчик группы",
    "interpreters": "interpreter|interpreters|interprete|interpretes|dolmetscher|juru bahasa|переводчик",
    "room": "room|rooms|venue|location|place|hall|where|salle|lieu|sala|lugar|local|ruang|ruangan|tempat|raum|ort|зал|место|аудитория|помещение|où|ou|dónde|donde|onde|di mana|dimana|wo|где|स्थान|कक्ष|স্থান|কক্ষ|المكان|القاعة|地点|地點|会场|会议室|場所|会場|장소|địa điểm|สถานที่|ห้อง",
    "track": "track|tracks|stream|strand|parcours|axe|pista|trilha|jalur|поток|секция",
    "kind": "kind|type|format|session type|session format|submission type|proposal type|tipo|formato|jenis|art|тип",
    "date": "date|dates|fecha|data|tanggal|datum|дата|day date|日期|日付|날짜|ngày|วันที่",
    "day": "day|days|jour|dia|hari|tag|день",
    "notes": "notes|note|remarks|remark|comments|comment|remarques|observations|observaciones|notas|observacoes|catatan|keterangan|bemerkungen|bemerkung|anmerkungen|hinweise|примечание|примечания|备注|備考|비고|ghi chú|หมายเหตุ",
    "materials": "materials|material|equipment|materiel|materiales|materiais|bahan|materialien|материалы",
    "continues": "continues",
    "flags": "flags",
    "id": "id|code|session id|submission id|proposal id",
    "language": "language|languages|idiomas|langues|langue|idioma|lingua|bahasa|sprache|язык",
}  # fmt: skip
_LABELS = {
    **{name: _WORDS[name] for name in ("speakers", "facilitators", "chair", "rapporteur", "room", "notes", "materials", "track", "interpreters")},
    "venue": "venue|place|location|lieu|lugar|local|tempat|ort|veranstaltungsort|место проведения|место|sede|地点|地點|会场|会場|場所|장소|địa điểm|स्थान|স্থান|المكان|สถานที่",
    "dates": "date|dates|when|fecha|fechas|data|datas|tanggal|datum|termin|дата|даты|time and date|hari tanggal|tanggal pelaksanaan|dates and venue|date and venue|日期|时间|時間|日時|일시|일자|날짜|thời gian|ngày|दिनांक|तारीख|তারিখ|التاريخ|วันที่",
    "title": "title|subject|betreff|objet|asunto|assunto|perihal|titre|titulo|judul|titel|название|workshop",
    "organiser": "organiser|organisers|organizer|organizers|organised by|organized by|hosted by|organisateur|organizador|organizadores|penyelenggara|veranstalter|организатор",
    "timezone": "time zone|timezone|fuseau horaire|zona horaria|fuso horario|zona waktu|zeitzone|часовой пояс",
    "summary": "summary|background|context|contexte|contexto|antecedentes|latar belakang|hintergrund|resume|resumen|resumo",
    "objectives": "objectives|objective|aims|goals|objectifs|objetivos|tujuan|ziele|цели",
}  # fmt: skip
_NOT_LETTERS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """A heading without capitals, accents and punctuation."""
    return _NOT_LETTERS.sub(" ", folded(text)).strip()


_COLUMNS = {plain(word): name for name, words in _WORDS.items() for word in words.split("|")}
_LABELLED = {plain(word): name for name, words in _LABELS.items() for word in words.split("|")}


GONE = frozenset({"canceled", "cancelled", "rejected", "withdrawn", "deleted", "declined"})
"""States of a session that does not take place."""
_STATES = frozenset({"state", "status", "proposal state", "submission state", "session state",
                     "session status", "pending state"})  # fmt: skip


def is_state(heading: str) -> bool:
    """Whether a column says if a session takes place."""
    return plain(heading) in _STATES


@lru_cache(maxsize=1024)
def column_of(heading: str) -> str | None:
    """What a column of this heading holds; None if it is not known.

    Of “Time / Hora” and “Session (title)” each part is tried.
    """
    name = plain(heading)
    if name in _COLUMNS:
        return _COLUMNS[name]
    for part in re.split(r"[/()|\n]|\s[-–—]\s", heading):
        known = _COLUMNS.get(plain(part))
        if known:
            return known
    return None


@lru_cache(maxsize=1024)
def label_of(word: str) -> str | None:
    """What a line of this label holds: Venue, Speakers, Background; None if it is not known."""
    return _LABELLED.get(plain(word))


@lru_cache(maxsize=256)
def is_room_name(heading: str) -> bool:
    """Whether a heading names one of several rooms: Room 1, Salle A, Hall B."""
    return bool(
        re.match(
            r"(?:room|hall|salle|sala|saal|raum|ruang|зал|auditorium|aula|lobby|plenary hall)\b",
            plain(heading),
        )
    )


def is_numbering(heading: str) -> bool:
    """Whether a heading is that of a column that counts its rows."""
    return plain(heading) in {
        "",
        "no",
        "nr",
        "n",
        "num",
        "number",
        "s no",
        "sl no",
        "sn",
        "№",
        "п п",
        "п",
    }
