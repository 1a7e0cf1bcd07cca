"""Names of months and weekdays, and digits of many scripts, as letters that can be compared."""

import unicodedata

_MONTHS = (
    "january jan januar jänner janvier janv enero ene janeiro januari января январь янв जनवरी জানুয়ারি জানুয়ারী يناير gennaio januari",
    "february feb februar feber février févr fév febrero fevereiro fev februari pebruari февраля февраль фев फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী فبراير febbraio februari",
    "march mar märz mrz mars marzo março maret марта март मार्च মার্চ مارس maart",
    "april apr avril avr abril abr апреля апрель апр अप्रैल এপ্রিল أبريل ابريل aprile",
    "may mai mayo maio mei мая май मई মে مايو maggio mei",
    "june jun juni juin junio junho июня июнь июн जून জুন يونيو giugno",
    "july jul juli juillet juil julio julho июля июль июл जुलाई জুলাই يوليو luglio",
    "august aug août agosto ago agustus agu августа август авг अगस्त আগস্ট أغسطس اغسطس augustus",
    "september sept sep septembre septiembre setiembre setembro set сентября сентябрь сен сент सितंबर सितम्बर সেপ্টেম্বর سبتمبر settembre",
    "october oct oktober okt octobre octubre outubro октября октябрь окт अक्टूबर अक्तूबर অক্টোবর أكتوبر ottobre",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб नवंबर नवम्बर নভেম্বর نوفمبر novembre",
    "december dec dezember dez décembre déc diciembre dic dezembro desember des декабря декабрь дек दिसंबर दिसम्बर ডিসেম্বর ديسمبر dicembre december",
)
_WEEKDAYS = (
    "monday mon lundi lunes segunda-feira 2a-feira montag senin понедельник सोमवार সোমবার الاثنين الإثنين lunedì maandag thứ_hai thứ_2 (一 (月 (월 星期一 周一 月曜日 월요일",
    "tuesday tues tue mardi martes terça-feira 3a-feira dienstag selasa вторник मंगलवार মঙ্গলবার الثلاثاء martedì dinsdag thứ_ba thứ_3 (二 (火 (화 星期二 周二 火曜日 화요일",
    "wednesday wed mercredi miércoles quarta-feira 4a-feira mittwoch rabu среда среду बुधवार বুধবার الأربعاء mercoledì woensdag thứ_tư thứ_4 (三 (水 (수 星期三 周三 水曜日 수요일",
    "thursday thurs thur thu jeudi jueves quinta-feira 5a-feira donnerstag kamis четверг गुरुवार बृहस्पतिवार বৃহস্পতিবার الخميس giovedì donderdag thứ_năm thứ_5 (四 (木 (목 星期四 周四 木曜日 목요일",
    "friday fri vendredi viernes sexta-feira 6a-feira freitag jumat jum'at пятница пятницу शुक्रवार শুক্রবার الجمعة venerdì vrijdag thứ_sáu thứ_6 (五 (金 (금 星期五 周五 金曜日 금요일",
    "saturday sat samedi sábado samstag sonnabend sabtu суббота субботу शनिवार শনিবার السبت sabato zaterdag thứ_bảy thứ_7 (六 (土 (토 星期六 周六 土曜日 토요일",
    "sunday sun dimanche domingo sonntag minggu ahad воскресенье रविवार রবিবার الأحد domenica zondag chủ_nhật (日 (일 星期日 星期天 周日 日曜日 일요일",
)
# as words of their own they mean other things, so they count directly before a date alone
_SHORT_WEEKDAYS = (
    "lun mo segunda seg пн sen", "mar di terça ter вт sel", "mer mié mie mi quarta qua ср rab",
    "jeu jue do quinta qui чт kam", "ven vie fr sexta sex пт jum", "sam sáb sab sa сб", "dim dom so вс min",
)  # fmt: skip


def folded(text: str) -> str:
    """A text in small letters without accents, its digits those of ASCII."""
    if text.isascii():
        return text.casefold()
    # the horn of ư, so that Thứ 2 is not taken for Thu 2
    letters = unicodedata.normalize("NFKD", text.casefold()).casefold().replace("\u031b", "w")
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() else letter
        for letter in letters
        if not unicodedata.category(letter).startswith("M")
    )


MONTHS = {folded(name): n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Number of a month by its folded name."""
WEEKDAYS = {
    folded(name).replace("_", " "): n for n, names in enumerate(_WEEKDAYS) for name in names.split()
}
"""Number of a weekday, 0 for Monday, by its folded name; short forms of English alone."""
EASTERN = "\u1100"
"""Scripts from here on write words without spaces between them."""
SHORT_WEEKDAYS = {
    folded(name): n for n, names in enumerate(_SHORT_WEEKDAYS) for name in names.split()
}
"""The same by short forms, which are weekdays only before a date."""


def folded_at(text: str) -> tuple[str, list[int]]:
    """A text folded letter by letter, and where each letter of it stood; one more for the end."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for part in folded(letter):
            letters.append(part)
            places.append(place)
    return "".join(letters), [*places, len(text)]
