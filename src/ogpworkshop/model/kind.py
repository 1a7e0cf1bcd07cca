"""Tells the kind of a session from its title, in the languages that agendas of our users are in."""

import re
from functools import lru_cache

from ogpworkshop.model.written import Kind

# First match wins, so the narrow words stand before the wide ones ("lunch break" is a meal).
_WORDS: tuple[tuple[Kind, str], ...] = (
    ("meal", r"lunch|dinner|breakfast|brunch|supper|barbecue|bbq|banquet|buffet|iftar|pizza|d[eé]jeuner|d[iî]ner|almuerzo|cena|almo[cç]o|jantar|makan (?:siang|malam)|mittagessen|abendessen|pranzo|обед|ужин|午餐|午饭|昼食|晚餐|夕食|중식|점심|만찬|भोजन|মধ্যাহ্নভোজ|ăn trưa|ăn tối|อาหาร(?:กลางวัน|เย็น)|รับประทานอาหาร|غداء|الغداء|عشاء"),
    ("break", r"(?:coffee|tea|health|short|morning|afternoon|screen|refreshment|nutrition)[ -/]*(?:and |& )?(?:tea |coffee )?break|breaks?\b|coffee|tea time|(?:morning |afternoon )?tea\s*$|refreshments|pause|caf[eé]|descanso|pausa|intervalo|receso|recess|refrigerio|istirahat|rehat|kaffeepause|koffie|перерыв|кофе|茶歇|休息|休憩|휴식|चाय|চা(?!\w)|giải lao|พัก|استراحة"),
    ("registration", r"registration|arrival|check-?in|sign-?in|accueil|inscription|inscripci[oó]n|regist(?:ro|o)|credenciamento|registrasi|anmeldung|регистрация|签到|报到|受付|등록|पंजीकरण|নিবন্ধন|đăng ký|ลงทะเบียน|تسجيل|التسجيل"),
    ("social", r"reception|cocktail|social|networking|excursion|field visit|study visit|group photo|family photo|drinks|campfire|bonfire|talent show|concert\b|karaoke|film (?:night|screening)|quiz night|cultural (?:night|evening|show)"),
    ("clinic", r"clinics?\b"),
    ("group-work", r"breakouts?\b|break-?out|group (?:work|discussion|exercise|activity)|working groups?|small groups?|world caf[eé]|\blab\b|workshop session|travail en groupe|trabajo en grupos?|mesas? de trabajo|trabalho em grupos?|diskusi kelompok|gruppenarbeit"),
    ("panel", r"panel|round ?table|mesa redonda|table ronde|podium"),
    ("closing", r"clos(?:e|ing)\b|wrap-?up and follow|farewell|cl[oô]ture|clausura|encerramento|penutup|abschluss|закрытие|闭幕|閉会|폐회|समापन|সমাপনী|bế mạc|พิธีปิด|اختتام|الختام"),
    ("ceremony", r"ceremony|inaugura(?:tion|ci[oó]n|[cç][aã]o|zione)|opening|ouverture|apertura|abertura|pembukaan|er[oö]ffnung|开幕|開会|개회|उद्घाटन|উদ্বোধন|khai mạc|พิธีเปิด|افتتاح|الافتتاح"),
    ("talks", r"lightning talks|presentations?\b|pitch(?:es)?\b|keynote|lecture"),
)  # fmt: skip
_PATTERNS = tuple(
    (kind, re.compile(r"(?<!\w)(?:" + words + r")", re.IGNORECASE)) for kind, words in _WORDS
)


@lru_cache(maxsize=1024)
def kind_of(title: str) -> Kind | None:
    """The kind that a title speaks of, None if it speaks of none."""
    for kind, pattern in _PATTERNS:
        if pattern.search(title):
            return kind
    return None
