"""The web pages in a real browser: nothing runs, nothing is fetched, nothing sticks out."""

import json
import re
from datetime import UTC, datetime
from functools import cache
from html import unescape
from io import BytesIO
from itertools import pairwise
from urllib.parse import unquote

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright
from pypdf import PdfReader

from ogpworkshop.read.plan import read_plan
from ogpworkshop.read.roster import read_roster
from ogpworkshop.render import documents
from ogpworkshop.render.seats import digest
from ogpworkshop.source import ical
from ogpworkshop.write.calendar import calendar
from ogpworkshop.write.linked import json_ld
from ogpworkshop.write.occasions import occasions

WIDTHS = (320, 390, 1100)
TALL = 3000
WITHOUT_FRAGMENT = re.compile("^[^#]*$")
ONLY_FAULTS = {"resultTypes": ["violations"]}
# What Debian's Chromium needs where there is no display and no user namespace.
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
CONTRAST = """() => {
  const luminance = color => {
    const part = color.map(each => { each /= 255; return each <= .03928 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4 })
    return .2126 * part[0] + .7152 * part[1] + .0722 * part[2]
  }
  const rgba = text => text.match(/[\\d.]+/g).map(Number)
  const behind = element => {
    for (; element; element = element.parentElement) {
      const color = rgba(getComputedStyle(element).backgroundColor)
      if (color.length === 3 || color[3] > 0) return color.slice(0, 3)
    }
    return [255, 255, 255]
  }
  const poor = []
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
    if (!own) continue
    const front = luminance(rgba(getComputedStyle(element).color).slice(0, 3))
    const back = luminance(behind(element))
    const ratio = (Math.max(front, back) + .05) / (Math.min(front, back) + .05)
    if (ratio < 4.5) poor.push([element.textContent.trim().slice(0, 40), ratio])
  }
  return poor
}"""

LONG = "A title that its authors could not make any shorter than it is, however they tried, " * 8
TRACKS = f"""
workshop: {{title: "{LONG}", timezone: Asia/Manila, venue: Hall}}
days:
- date: 2026-03-01
  sessions:
  - {{time: 09:00-10:00, title: Opening, kind: plenary, room: Hall}}
""" + "".join(
    f"  - {{time: {time}, title: \"{LONG if track == 3 else 'Water'} {track}\", track: Track {track},"
    f" parallel: true, kind: panel, room: Room {track}, chair: Nguyễn Thị {track}}}\n"
    for time in ("10:00-11:00", "11:30-13:00")
    for track in range(1, 7)
) + "  - {time: 23:30-00:30, title: Dance, kind: social}\n"  # fmt: skip
ARABIC = """
workshop: {title: الحكومة المنفتحة في آسيا, timezone: Asia/Riyadh, language: ar, venue: الرياض}
days:
- date: 2026-03-01
  title: اليوم الأول
  sessions:
  - {time: 09:00-10:00, title: الافتتاح, kind: plenary, room: القاعة الكبرى}
  - {time: 10:00-11:00, title: ماذا ينجح؟, kind: talks, room: القاعة 2, chair: ليلى حداد}
- date: 2026-03-02
  sessions:
  - {time: 09:00-10:00, title: الختام, kind: closing}
"""
EMPTY = "workshop: {title: Nothing yet}\ndays:\n- {date: 2026-03-01, sessions: []}\n"


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def pages(whole, hostile_workshop, agenda_of, tmp_path_factory):
    """Files of the pages that are looked at."""
    folder = tmp_path_factory.mktemp("pages")
    founding, participants, grouped = whole
    awkward = hostile_workshop
    made = {
        "programme": documents.render("programme", "html", founding),
        "own": documents.render("programme", "html", founding, participants, grouped),
        "arabic": documents.render("programme", "html", agenda_of(ARABIC)),
        "tracks": documents.render("programme", "html", agenda_of(TRACKS)),
        "indonesian": documents.render(
            "programme", "html", agenda_of(TRACKS.replace("Hall}", "Hall, language: id}", 1))
        ),
        "empty": documents.render("programme", "html", agenda_of(EMPTY)),
        "groups": documents.render("group-lists", "html", founding, participants, grouped),
        "rooms": documents.render(
            "group-lists", "html", founding, participants, grouped, options={"by": "room"}
        ),
        "hostile programme": documents.render("programme", "html", *awkward),
        "hostile groups": documents.render("group-lists", "html", *awkward),
    }
    made |= {name: documents.render(name, "html", *whole) for name in OTHERS}
    made |= {f"hostile {name}": documents.render(name, "html", *awkward) for name in OTHERS}
    for name, rendered in made.items():
        (folder / f"{name}.html").write_bytes(rendered.content)
    return folder


OTHERS = [
    name
    for name, document in documents.documents().items()
    if "html" in document.formats and name not in {"programme", "group-lists"}
]
NAMES = (
    "programme", "own", "tracks", "arabic", "empty", "groups", "rooms", "hostile programme",
    "hostile groups", *OTHERS, *(f"hostile {name}" for name in OTHERS),
)  # fmt: skip


class Visit:
    """A page opened at a width, and everything that happened while it loaded."""

    def __init__(self, browser, file, width, **context):
        self.page = browser.new_page(viewport={"width": width, "height": 900}, **context)
        self.requests, self.said, self.dialogs = [], [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on(
            "dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss())
        )
        self.page.goto(file.as_uri())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.page.close()


class Look:
    """All that is to be known of a page, found in one visit."""

    def __init__(self, browser, file, pictures):
        self.address = file.as_uri()
        with Visit(browser, file, WIDTHS[0]) as visit:
            self.page = visit.page
            self.violations = self.axe()
            self.widths = [
                self.at(width, pictures / f"{file.stem}-{width}.png") for width in WIDTHS
            ]
            self.page.emulate_media(color_scheme="dark")
            self.violations += self.axe()
            self.levels = self.all("h1,h2,h3,h4", "Number(each.tagName[1])")
            self.identities = self.all("[id]", "each.id")
            self.targets = self.all("a[href]", "each.getAttribute('href')")
            self.landmarks = self.all("body > *", "each.tagName.toLowerCase()")
            self.languages = self.all("[lang]", "each.lang")
            # A click, a key and a look at every part may wake handlers that loading did not.
            self.page.keyboard.press("Tab")
            self.page.mouse.move(50, 200)
            self.page.evaluate("document.querySelectorAll('*').forEach(each => each.focus?.())")
            # half of 1280 pixels, as a browser at 200 % has
            self.page.add_style_tag(content="html { font-size: 200% }")
            self.widths.append(self.at(640))
            self.requests, self.said, self.dialogs = visit.requests, visit.said, visit.dialogs

    def at(self, width, picture=None):
        """How wide the content is, and how wide the window."""
        self.page.set_viewport_size({"width": width, "height": 900})
        if picture:  # kept by CI, to be looked at; beyond this pages only go on in the same way
            self.page.screenshot(
                path=picture, clip={"x": 0, "y": 0, "width": width, "height": TALL}, full_page=True
            )
        return self.page.evaluate(
            "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )

    def axe(self):
        found = Axe().run(self.page, options=ONLY_FAULTS).response["violations"]
        return [(each["id"], each["nodes"][0]["html"]) for each in found]

    def all(self, where, what):
        return self.page.evaluate(f"[...document.querySelectorAll('{where}')].map(each => {what})")


@pytest.fixture(scope="module")
def look(browser, pages, root):
    """Looks at each page once."""
    return cache(lambda name: Look(browser, pages / f"{name}.html", root / "build" / "screenshots"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_or_is_fetched(look, name):
    seen = look(name)
    assert seen.requests == [seen.address]
    # the policy of the page refuses the style by which this test enlarges letters, if anything
    assert seen.said == []
    assert seen.dialogs == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_sticks_out_at_any_width_or_at_200_percent(look, name):
    assert len(look(name).widths) == len(WIDTHS) + 1
    assert [each for each in look(name).widths if each[0] > each[1]] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_landmarks_one_first_heading_and_no_level_left_out(look, name):
    seen = look(name)
    assert seen.levels.count(1) == 1
    assert seen.levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(seen.levels))
    assert [seen.landmarks.count(each) for each in ("header", "main", "footer")] == [1, 1, 1]
    assert len(seen.identities) == len(set(seen.identities))
    inside = {each for each in seen.targets if not each.startswith("data:text/calendar;")}
    assert {target[:1] for target in inside} == {"#"}
    assert {target[1:] for target in inside} <= set(seen.identities)


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_by_day_or_by_night(look, name):
    assert look(name).violations == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["programme", "groups"])
def test_text_stands_out_from_its_ground(browser, pages, name, scheme):
    with Visit(browser, pages / f"{name}.html", 1100, color_scheme=scheme) as visit:
        assert visit.page.evaluate(CONTRAST) == []


def test_the_skip_link_is_first_and_shows_when_it_has_the_keyboard(browser, pages):
    with Visit(browser, pages / "programme.html", 390) as visit:
        visit.page.keyboard.press("Tab")
        link = visit.page.locator("a.skip")
        expect(link).to_be_focused()
        visit.page.keyboard.press("Enter")
        expect(visit.page).to_have_url(re.compile("#content$"))


def test_each_session_has_an_address_that_comes_from_its_id(browser, pages, founding):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        for session in founding.sessions:
            expect(visit.page.locator(f"[id='s-{session.id}']")).to_have_count(1)
        expect(visit.page.locator("nav a:visible")).to_have_text(
            ["Day 1 Monday 7 August", "Day 2 Tuesday 8 August"]
        )


def test_times_carry_their_offset(browser, pages):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        first = visit.page.locator("#s-the-elevator-pitch time").first
        expect(first).to_have_attribute("datetime", "2017-08-07T09:30+08:00")


def test_the_page_prints_one_day_to_a_sheet_and_without_its_links(browser, pages):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        visit.page.emulate_media(media="print")
        expect(visit.page.locator("nav")).to_be_hidden()
        breaks = visit.page.evaluate(
            "[...document.querySelectorAll('.day')].map(e => getComputedStyle(e).breakBefore)"
        )
        assert breaks == ["auto", "page"]
        sheets = PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True))).pages
        assert len(sheets) == 3
        assert "Arrival" in sheets[0].extract_text()


@pytest.mark.parametrize(
    # "own" has the groups of six sessions and a sealed slip for each of 48 people
    "name",
    ["programme", "own"],
)
def test_the_programme_is_light(pages, name):
    assert (pages / f"{name}.html").stat().st_size <= 60_000


def test_a_style_sheet_is_tightened_and_its_texts_are_kept(template, founding):
    style = """{% filter tight %}
      @media (min-width: 40rem) { ul > li:not(.a, .b) + li { list-style: "; }  –  "; margin: 0 1em; } }
    {% endfilter %}"""

    assert template(style, "html", founding).content.decode().strip() == (
        '@media (min-width:40rem){ul>li:not(.a,.b) + li{list-style:"; }  –  ";margin:0 1em}}'
    )


@pytest.mark.parametrize("is_scripted", [True, False])
def test_kinds_rooms_and_people_are_chosen_with_the_keyboard_and_without_scripts(
    browser, pages, is_scripted
):
    with Visit(browser, pages / "programme.html", 1100, java_script_enabled=is_scripted) as visit:
        everything = visit.page.locator(".session").count()
        shown = titles(visit.page)
        visit.page.get_by_label("Kind").select_option("Clinic")
        expect(shown).to_have_text(["Challenge Clinics", "Challenge Clinics continued"])
        visit.page.get_by_label("Kind").select_option("All")
        visit.page.get_by_label("Person").select_option("Maya Tamang")
        expect(shown).to_have_text(["Wrap-up Discussion", "Closing"])
        visit.page.get_by_label("Person").focus()
        visit.page.keyboard.press("Home")
        visit.page.get_by_label("Person").select_option("All")
        visit.page.get_by_label("Room").select_option("Auditorium")
        expect(shown.first).to_have_text("Setting the Scene")
        assert shown.count() < everything


def test_the_session_that_is_on_is_marked(browser, pages):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2017-08-07T01:45:00Z")
    page.goto((pages / "programme.html").as_uri())
    current = page.locator("[aria-current=time]")
    expect(current.locator("h3")).to_have_text(["The Elevator Pitch"])
    page.clock.fast_forward("01:30:00")
    expect(current.locator("h3")).to_have_text(["Coffee Break"])
    context.close()


def test_times_are_told_where_the_reader_is_on_request(browser, pages):
    with Visit(browser, pages / "programme.html", 1100, timezone_id="Asia/Kathmandu") as visit:
        first = visit.page.locator("#s-the-elevator-pitch time").first
        expect(first).to_have_text("09:30")
        visit.page.get_by_label("Times where I am").check()
        expect(first).to_have_text("07:15")
        visit.page.get_by_label("Times where I am").uncheck()
        expect(first).to_have_text("09:30")


def test_a_session_is_added_to_a_calendar(browser, pages):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        link = visit.page.locator("#s-the-elevator-pitch .to-calendar a").first
        expect(link).to_have_attribute("download", "s-the-elevator-pitch.ics")
        kind, _, content = link.get_attribute("href").partition(",")
        assert kind == "data:text/calendar;charset=utf-8"
        entry = next(ical.parse(unquote(content)).all("VEVENT"))
        assert entry.text("SUMMARY") == "The Elevator Pitch"
        assert entry.text("DTSTART") == "20170807T013000Z"
        assert entry.text("DTEND") == "20170807T030000Z"


def test_only_the_one_script_of_the_page_may_run(browser, pages):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        visit.page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'),"
            " {textContent: 'document.title = 1'}))"
        )
        assert visit.page.title() != "1"


def opened(browser, pages, name, fragment, **context):
    """A page at a fragment, as somebody opens a link."""
    page = browser.new_page(viewport={"width": 1100, "height": 900}, **context)
    page.goto(f"{(pages / f'{name}.html').as_uri()}#{fragment}")
    return page


def test_a_link_with_a_number_shows_the_own_groups_and_nobody_elses(browser, pages, grouped):
    page = opened(browser, pages, "own", "me=P14")
    own = {(each.session, f"Group {each.group}") for each in grouped.placements
           if each.participant == "p14"}  # fmt: skip
    for session, group in own:
        line = page.locator(f"#s-{session} .seats li:visible")
        expect(line).to_have_text([re.compile(f"^{group}\\b")])
    assert page.locator(".seats li:visible").count() >= len(own)
    expect(page.get_by_role("status")).to_have_text("12 of 12 sessions shown")
    page.get_by_role("button", name="Show everything").click()
    expect(page).to_have_url(WITHOUT_FRAGMENT)
    expect(page.locator(".personal")).to_have_count(0)
    page.close()


def test_a_number_that_nobody_has_is_said_and_hides_nothing(browser, pages):
    with Visit(browser, pages / "own.html", 1100) as visit:
        before = visit.page.locator(".session:visible").count()
        visit.page.get_by_label("Your number").fill("p999")
        visit.page.keyboard.press("Enter")
        expect(visit.page.get_by_role("status")).to_have_text("Nobody in a group has this number")
        expect(visit.page.locator(".session:visible")).to_have_count(before)
        expect(visit.page).to_have_url(re.compile("#me=p999$"))
        assert visit.said == []


def test_a_page_with_groups_tells_no_name_and_no_number(pages, participants, founding):
    text = (pages / "own.html").read_text("utf-8")
    in_programme = {name for session in founding.sessions for name in map(str, session.people)}
    names = [each.name for each in participants.coming]
    told = [
        name for name in names if name in text and not any(name in each for each in in_programme)
    ]
    assert told == []
    assert not any(f'"{each.id}"' in text for each in participants.coming)


def test_digests_in_the_browser_are_those_of_the_page(browser, pages):
    with Visit(browser, pages / "own.html", 1100) as visit:
        for number in ("p01", "ĄŻ-17", "ن" * 70, *("x" * n for n in range(5, 70)), "0" * 300):
            salt = visit.page.evaluate("seats.salt")
            mixed = visit.page.evaluate("text => mixed(text)", f"{number.lower()}\n{salt}")
            assert mixed[:12] == digest(number, salt)


def test_a_secret_of_the_roster_stands_in_for_the_number(founding, participants, grouped):
    people = tuple(
        msgspec.structs.replace(each, values={**each.values, "code": f"secret-{each.id}"})
        for each in participants.participants
    )
    roster = msgspec.structs.replace(participants, participants=people)
    made = documents.render("programme", "html", founding, roster, grouped).content.decode()
    salt = json.loads(re.search(r'"salt":("[^"]*")', made)[1])
    assert digest("secret-p14", salt) in made
    assert digest("p14", salt) not in made
    assert "secret" not in made


OWN = """
workshop: {title: Own days, timezone: Asia/Manila}
days:
- date: 2026-03-01
  sessions:
  - {time: 09:00-10:00, title: Opening, kind: plenary}
  - {time: 10:00-11:00, title: Water, id: water, parallel: true, kind: group-work, breakouts: {groups: 2}}
  - {time: 10:00-11:00, title: Soil, id: soil, parallel: true, kind: group-work, chair: p2, breakouts: {groups: 2}}
- date: 2026-03-02
  sessions:
  - {time: 09:00-10:00, title: Closing, kind: closing}
"""
ROSTER = "id,name,days,code\np1,Ana Reyes,1,apple\np2,Ben Cruz,,\np3,Chi Lim,,plum\np4,Dee Wu,1,\n"
PLAN = "session,round,group,participant\n" + "".join(
    f"{session},1,{group},{who}\n"
    for session, group, who in [
        ("soil", 2, "p2"), ("water", 1, "p1"), ("water", 2, "p4"),
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def own_page(agenda_of, tmp_path_factory):
    def page(agenda=OWN, roster=ROSTER):
        people = read_roster(roster.encode(), "participants.csv")[0]
        plan = read_plan(PLAN.encode(), "groups.csv")[0]
        made = documents.render("programme", "html", agenda_of(agenda), people, plan)
        file = tmp_path_factory.mktemp("own") / "page.html"
        file.write_bytes(made.content)
        return file

    return page


def titles(page):
    return page.locator(".session:visible h3")


@pytest.mark.parametrize("width", [390, 1100])
def test_a_secret_opens_the_own_days_parts_and_calendar(browser, own_page, width):
    chaired = OWN.replace("chair: p2", "chair: p1")
    with Visit(browser, own_page(chaired), width) as visit:
        page = visit.page
        page.get_by_label("Your number").fill("apple")
        page.keyboard.press("Enter")
        expect(titles(page)).to_have_text(["Opening", "Water", "Soil"])
        expect(page.locator("#s-water .seats li:visible")).to_have_text(["Group 1"])
        expect(page.locator(".part")).to_have_text(["You have a part in this"])
        expect(page.locator("#s-soil .part")).to_have_count(1)
        expect(page.locator("#s-soil .groups")).to_be_hidden()
        link = page.get_by_role("link", name="These sessions for your calendar")
        content = unquote(link.get_attribute("href").partition(",")[2])
        summaries = [each.text("SUMMARY") for each in ical.parse(content).all("VEVENT")]
        assert summaries == ["Opening", "Water", "Soil"]
        page.get_by_role("button", name="Show everything").click()
        expect(page).to_have_url(WITHOUT_FRAGMENT)
        expect(titles(page)).to_have_text(["Opening", "Water", "Soil", "Closing"])
        expect(page.locator(".part")).to_have_count(0)
        expect(page.get_by_role("link", name="Whole programme for your calendar")).to_be_visible()


@pytest.mark.parametrize(
    ("number", "sessions"),
    [("p2", ["Opening", "Soil", "Closing"]), ("p4", ["Opening", "Water", "Closing"])],
)
def test_a_number_that_can_be_guessed_tells_groups_and_neither_days_nor_parts(
    browser, own_page, number, sessions
):
    with Visit(browser, own_page(), 1100) as visit:
        visit.page.get_by_label("Your number").fill(number)
        visit.page.keyboard.press("Enter")
        expect(titles(visit.page)).to_have_text(sessions)
        expect(visit.page.locator(".part")).to_have_count(0)


def test_nothing_that_is_told_to_one_can_be_read_by_others(own_page):
    def slips(roster):
        text = own_page(roster=roster).read_text("utf-8")
        return json.loads(re.search(r'id="seats">(.*?)</script>', text)[1])["of"]

    # whoever comes on other days, or has no group, has a slip of the same length and other letters
    some, other = slips(ROSTER), slips(ROSTER.replace("Ana Reyes,1", "Ana Reyes,"))
    assert len({len(each) for each in some.values()}) == 1
    assert len(some) == 4
    assert sum(some[each] != other[each] for each in some) == 1


def test_without_groups_the_page_asks_for_no_number(pages):
    assert 'id="me"' not in (pages / "programme.html").read_text("utf-8")


def test_words_that_nobody_has_translated_are_marked_as_english(browser, agenda_of, tmp_path):
    mongolian = ARABIC.replace("language: ar", "language: mn").replace("Riyadh", "Ulaanbaatar")
    file = tmp_path / "page.html"
    file.write_bytes(documents.render("programme", "html", agenda_of(mongolian)).content)
    with Visit(browser, file, 1100) as visit:
        expect(visit.page.locator("html")).to_have_attribute("lang", "mn")
        for text in (
            "Skip to the programme",
            "Show everything",
            "Venue",
            "Add to calendar",
            "Chair:",
        ):
            found = visit.page.get_by_text(text).first
            assert found.evaluate("each => each.closest('[lang]').lang").startswith("en"), text
        expect(visit.page.locator("#zone")).to_have_text("Times are Ulaanbaatar time (UTC+8)")
        title = visit.page.locator(".session h3").first
        assert title.evaluate("each => each.closest('[lang]').lang") == "mn"


def test_groups_can_be_left_out(founding, participants, grouped):
    made = documents.render(
        "programme", "html", founding, participants, grouped, options={"groups": False}
    )
    assert b'id="seats"' not in made.content


def test_choices_stand_in_the_address_and_a_link_brings_them_back(browser, pages):
    with Visit(browser, pages / "programme.html", 1100) as visit:
        visit.page.get_by_label("Kind").select_option("Clinic")
        expect(visit.page).to_have_url(re.compile("#kind=Clinic$"))
        clinics = ["Challenge Clinics", "Challenge Clinics continued"]
        expect(titles(visit.page)).to_have_text(clinics)
        expect(visit.page.get_by_role("status")).to_have_text("2 of 12 sessions shown")
        expect(visit.page.locator(".day:visible")).to_have_count(1)
    page = opened(browser, pages, "programme", "kind=Clinic")
    expect(titles(page)).to_have_text(clinics)
    page.evaluate("location.hash = 'person=Maya Tamang'")
    expect(page.locator(".said")).to_have_text(re.compile("^2 of"))
    expect(page.get_by_label("Kind")).to_have_value("")
    page.close()


def test_what_is_chosen_is_what_is_printed(browser, pages):
    page = opened(browser, pages, "own", "kind=Clinic&me=p14")
    expect(page.locator(".personal .session:visible")).to_have_count(2)
    text = "".join(each.extract_text() for each in PdfReader(BytesIO(page.pdf())).pages)
    assert "Challenge Clinics" in text
    assert "Elevator" not in text
    assert "Your group" in text
    page.close()


def test_no_card_of_a_dozen_lines_is_parted_between_two_sheets(browser, pages):
    with Visit(browser, pages / "tracks.html", 1100) as visit:
        sheets = PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True))).pages
    told = ["".join(each.extract_text().split()).count("theytried,") for each in sheets]
    # that of the workshop, and those of two sessions, each with the sentence eight times
    assert sum(told) == 24
    assert [each % 8 for each in told] == [0] * len(told)


def test_tracks_are_chosen_and_parallel_sessions_stand_beside_each_other(browser, pages):
    with Visit(browser, pages / "tracks.html", 1100) as visit:
        tops = visit.page.evaluate(
            "[...document.querySelectorAll('.session')].slice(1, 7).map(e => e.offsetTop)"
        )
        # the one whose title is of a dozen lines has a row to itself
        rows = sorted(set(tops))
        assert [rows.index(top) for top in tops] == [0, 0, 1, 2, 2, 2]
        visit.page.get_by_label("Track").select_option("Track 2")
        expect(titles(visit.page)).to_have_text(["Water 2", "Water 2"])
    with Visit(browser, pages / "tracks.html", 390) as visit:
        tops = visit.page.evaluate(
            "[...document.querySelectorAll('.session')].map(e => e.offsetTop)"
        )
        assert len(set(tops)) == len(tops)


def test_an_end_after_midnight_is_said_and_where_i_am_it_has_its_weekday(browser, pages):
    with Visit(browser, pages / "tracks.html", 1100, timezone_id="America/New_York") as visit:
        last = visit.page.locator(".session").last.locator(".time")
        expect(last).to_have_text("23:30 – 00:30 next day", use_inner_text=True)
        visit.page.get_by_label("Times where I am (America/New_York)").check()
        expect(last).to_have_text("10:30 – 11:30", use_inner_text=True)
        first = visit.page.locator(".session").first.locator(".time")
        expect(first).to_have_text("20:00 Sat – 21:00", use_inner_text=True)
        expect(visit.page.locator("footer")).to_contain_text("Times are America/New_York time")
        expect(visit.page).to_have_url(re.compile("#here=1$"))


def test_whoever_is_at_the_place_is_not_asked_for_a_zone(browser, pages):
    with Visit(browser, pages / "programme.html", 1100, timezone_id="Asia/Manila") as visit:
        expect(visit.page.locator("#own-time")).to_be_hidden()


@pytest.mark.parametrize(("zone", "told"), [("Asia/Manila", "09.00"), ("Asia/Dhaka", "07.00")])
def test_times_have_points_where_the_language_has_them(browser, pages, zone, told):
    with Visit(browser, pages / "indonesian.html", 1100, timezone_id=zone) as visit:
        choice = visit.page.locator("#own-time")
        expect(choice).to_be_visible(visible=zone != "Asia/Manila")
        if choice.is_visible():
            choice.check()
        expect(visit.page.locator(".session time").first).to_have_text(told)


def test_what_is_on_is_one_key_away(browser, pages):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2017-08-07T01:45:00Z")
    page.goto((pages / "programme.html").as_uri())
    link = page.get_by_role("link", name="Now The Elevator Pitch")
    expect(link).to_have_attribute("href", "#s-the-elevator-pitch")
    context.close()


@pytest.mark.parametrize("context", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_high_contrast_and_stillness_are_respected(browser, pages, context):
    with Visit(browser, pages / "own.html", 1100, **context) as visit:
        assert Axe().run(visit.page).response["violations"] == []
        smooth = visit.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        assert (smooth == "auto") == ("reduced_motion" in context)


def test_without_scripts_only_what_works_without_is_offered(browser, pages):
    with Visit(browser, pages / "own.html", 1100, java_script_enabled=False) as visit:
        expect(visit.page.get_by_label("Your number")).to_be_hidden()
        expect(visit.page.locator("#own-time")).to_be_hidden()
        expect(visit.page.locator("#to-now")).to_be_hidden()
        visit.page.locator("#s-the-elevator-pitch summary").click()
        expect(visit.page.locator("#s-the-elevator-pitch .seats")).to_be_visible()
        expect(visit.page.locator("#s-the-elevator-pitch .seats")).to_contain_text("Group 1")
        visit.page.get_by_label("Kind").select_option("Clinic")
        visit.page.get_by_role("button", name="Show everything").click()
        everything = visit.page.locator(".session").count()
        expect(visit.page.locator(".session:visible")).to_have_count(everything)


def test_a_session_has_the_same_name_for_calendars_as_in_the_exported_file(pages, founding):
    text = unescape((pages / "programme.html").read_text("utf-8"))
    links = re.findall(r'href="data:text/calendar;charset=utf-8,([^"]+)"', text)
    whole = [each.text("UID") for each in ical.parse(unquote(links[0])).all("VEVENT")]
    exported = calendar(founding, occasions(founding), datetime(2026, 1, 1, tzinfo=UTC)).decode()
    in_file = [each.text("UID") for each in ical.parse(exported).all("VEVENT")]
    assert set(whole) <= set(in_file)
    single = [next(ical.parse(unquote(link)).all("VEVENT")).text("UID") for link in links[1:]]
    assert single == whole


@pytest.mark.parametrize("name", ["programme", "arabic", "tracks"])
def test_search_engines_are_told_what_the_exported_file_tells(pages, founding, agenda_of, name):
    agenda = {"programme": founding}.get(name) or agenda_of({"arabic": ARABIC}.get(name, TRACKS))
    text = (pages / f"{name}.html").read_text("utf-8")
    told = json.loads(re.search(r'ld\+json">(.*?)</script>', text)[1])
    exported = json.loads(b" ".join(json_ld(agenda, occasions(agenda)).split()))
    same = ("@context", "@type", "name", "startDate", "endDate", "location")
    exported["name"] = exported["name"].strip()
    assert [told.get(each) for each in same] == [exported.get(each) for each in same]
    own = ("@type", "name", "startDate", "endDate", "location", "performer")
    assert [{key: each.get(key) for key in own} for each in told["subEvent"]] == [
        {key: each.get(key) for key in own} for each in exported["subEvent"]
    ]
    moments = [each[key] for each in (told, *told["subEvent"]) for key in ("startDate", "endDate")]
    assert all(datetime.fromisoformat(each).utcoffset() is not None for each in moments)


def test_the_run_sheet_marks_what_is_on(browser, pages):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2017-08-07T01:45:00Z")
    page.goto((pages / "run-sheet.html").as_uri())
    expect(page.locator("[aria-current=time] h3")).to_have_text(["The Elevator Pitch"])
    context.close()


@pytest.mark.parametrize("name", ["itineraries", "door-signs"])
def test_each_of_them_is_a_sheet_of_its_own(browser, pages, name):
    with Visit(browser, pages / f"{name}.html", 1100) as visit:
        count = visit.page.locator("main > section").count()
        sheets = PdfReader(BytesIO(visit.page.pdf(prefer_css_page_size=True))).pages
        assert count <= len(sheets) <= count + 1
