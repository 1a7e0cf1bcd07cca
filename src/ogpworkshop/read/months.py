"""Names of months and weekdays, and digits of many scripts, as letters that can be compared."""

import unicodedata

_MONTHS = (
    "january jan januar jänner janvier janv enero ene janeiro januari января январь янв जनवरी জানুয়ারি জানুয়ারী يناير",
    "february feb februar feber février févr fév febrero fevereiro fev februari pebruari февраля февраль фев फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী فبراير",
    "march mar märz mrz mars marzo março maret марта март मार्च মার্চ مارس",
    "april apr avril avr abril abr апреля апрель апр अप्रैल এপ্রিল أبريل ابريل",
    "may mai mayo maio mei мая май मई মে مايو",
    "june jun juni juin junio junho июня июнь июн जून জুন يونيو",
    "july jul juli juillet juil julio julho июля июль июл जुलाई জুলাই يوليو",
    "august aug août agosto ago agustus agu августа август авг अगस्त আগস্ট أغسطس اغسطس",
    "september sept sep septembre septiembre setiembre setembro set сентября сентябрь сен сент सितंबर सितम्बर সেপ্টেম্বর سبتمبر",
    "october oct oktober okt octobre octubre outubro октября октябрь окт अक्टूबर अक्तूबर অক্টোবর أكتوبر",
    "november nov novembre noviembre novembro ноября ноябрь ноя нояб नवंबर नवम्बर নভেম্বর نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dezembro desember des декабря декабрь дек दिसंबर दिसम्बर ডিসেম্বর ديسمبر",
)
_WEEKDAYS = (
    "monday mon lundi lunes segunda-feira 2a-feira montag senin понедельник सोमवार সোমবার الاثنين الإثنين",
    "tuesday tues tue mardi martes terça-feira 3a-feira dienstag selasa вторник मंगलवार মঙ্গলবার الثلاثاء",
    "wednesday wed mercredi miércoles quarta-feira 4a-feira mittwoch rabu среда среду बुधवार বুধবার الأربعاء",
    "thursday thurs thur thu jeudi jueves quinta-feira 5a-feira donnerstag kamis четверг गुरुवार बृहस्पतिवार বৃহস্পতিবার الخميس",
    "friday fri vendredi viernes sexta-feira 6a-feira freitag jumat jum'at пятница пятницу शुक्रवार শুক্রবার الجمعة",
    "saturday sat samedi sábado samstag sonnabend sabtu суббота субботу शनिवार শনিবার السبت",
    "sunday sun dimanche domingo sonntag minggu ahad воскресенье रविवार রবিবার الأحد",
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
    letters = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() else letter
        for letter in letters
        if not unicodedata.combining(letter)
    )


MONTHS = {folded(name): n for n, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Number of a month by its folded name."""
WEEKDAYS = {folded(name): n for n, names in enumerate(_WEEKDAYS) for name in names.split()}
"""Number of a weekday, 0 for Monday, by its folded name; short forms of English alone."""
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
