"""The report on groups in a real browser: complete, closed in itself, and nothing secret in it."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ogpworkshop.groups import assign
from ogpworkshop.groups.chains import start
from ogpworkshop.groups.chance import Chance
from ogpworkshop.groups.picture import picture
from ogpworkshop.groups.placed import to_rows
from ogpworkshop.groups.rounds import usable
from ogpworkshop.model.plan import GroupPlan
from ogpworkshop.read.agenda import read_agenda
from ogpworkshop.read.roster import read_roster
from ogpworkshop.render.drawing import matrix
from ogpworkshop.render.figures import figure_files
from ogpworkshop.render.quality import quality_page

DATA = Path(__file__).parents[2] / "data"
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}{% raw %}</svg><img src=x onerror=alert(2)>"
AGENDA = """
workshop: {{title: '{title}'}}
days:
  - sessions:
{sessions}
groups:
  criteria:
    - {{spread: country}}
    - {{spread: gender}}
    - {{never_alone: access_needs}}
    - {{balance: years}}
    - {{need: {{role: expert}}}}
    - {{meet: new}}
"""
SESSION = "      - {{time: {hour:02}:00-{hour:02}:50, title: '{title}', id: s{hour}, breakouts: {{groups: {groups}}}}}\n"


def workshop(people, groups, rounds, title="A workshop", name="Person"):
    quoted = title.replace("'", "''")
    sessions = "".join(
        SESSION.format(hour=9 + k, title=quoted, groups=groups) for k in range(rounds)
    )
    agenda = read_agenda(AGENDA.format(title=quoted, sessions=sessions).encode(), "agenda.yaml")[0]
    cell = name.replace('"', '""')
    lines = [
        f'p{i},"{cell} {i}",C{i % 9},{("woman", "man")[i % 2]},{"wheelchair" if i == 1 else ""},{i % 20},{("expert", "guest")[i % 5 > 0]}\n'
        for i in range(people)
    ]
    header = "id,name,country,gender,access_needs,years,role\n"
    roster = read_roster((header + "".join(lines)).encode(), "participants.csv")[0]
    layout = usable(agenda, roster)
    return agenda, roster, to_rows(layout, start(layout.problem, Chance(1)))


@pytest.fixture(scope="module")
def founding():
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    return agenda, roster, assign(agenda, roster, seed=1, effort="quick")[0]


@pytest.fixture(scope="module")
def pages(founding, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    made = {
        "founding": founding,
        "hostile": workshop(24, 4, 3, HOSTILE, HOSTILE),
        "large": workshop(500, 50, 3),
        "one": workshop(2, 1, 1),
    }
    for name, whole in made.items():
        page = quality_page(*whole, picture(*whole))
        (folder / f"{name}.html").write_bytes(page.content)
    return folder


NAMES = ("founding", "hostile", "large", "one")


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [390, 1100])
def test_nothing_is_fetched_or_run_and_nothing_sticks_out(browser, pages, name, width):
    page = browser.new_page(viewport={"width": width, "height": 900})
    requests, said, dialogs = [], [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    file = pages / f"{name}.html"
    page.goto(file.as_uri())
    assert requests == [file.as_uri()]
    assert said == dialogs == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.scripts.length") == 0
    page.close()


def test_groups_are_outlined_in_the_matrix_as_its_legend_says(browser, tmp_path):
    agenda = read_agenda((DATA / "agenda.yaml").read_bytes(), "agenda.yaml")[0]
    roster = read_roster((DATA / "participants.csv").read_bytes(), "participants.csv")[0]
    quality = picture(agenda, roster, assign(agenda, roster, effort="quick")[0])
    file = tmp_path / "meetings.svg"
    file.write_bytes(figure_files(quality)[file.name])
    page = browser.new_page()
    page.goto(file.as_uri())
    strokes = "[...document.querySelectorAll('.blocks')].map(each => getComputedStyle(each).stroke)"
    assert page.evaluate(strokes) == ["rgb(22, 35, 58)"] * 2
    page.close()


@pytest.mark.parametrize("name", ["founding", "hostile", "one"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, pages, name, scheme):
    page = browser.new_page(viewport={"width": 390, "height": 900}, color_scheme=scheme)
    page.goto((pages / f"{name}.html").as_uri())
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    page.close()


def test_hostile_names_are_shown_as_they_are_written(browser, pages):
    page = browser.new_page()
    page.goto((pages / "hostile.html").as_uri())
    assert page.inner_text("h3 >> nth=-1") == HOSTILE
    assert f"{HOSTILE} 23" in page.inner_text("table >> nth=-1")
    page.close()


def test_every_number_of_a_bar_is_in_the_table_below_it(browser, pages):
    page = browser.new_page()
    page.goto((pages / "founding.html").as_uri())
    bars = page.locator(".bars").first
    table = page.locator("details table").first
    first = sorted(int(text) for text in bars.locator("text.in").all_text_contents())
    groups = bars.locator("g text:not(.in)").count()
    rows = table.locator("tbody tr").all()[:groups]
    cells = [int(cell) for row in rows for cell in row.locator("td.number").all_text_contents()]
    assert first == sorted(cell for cell in cells if cell)
    page.close()


def test_sensitive_values_stay_out_though_something_is_asked_of_them(pages):
    text = (pages / "large.html").read_text("utf-8")
    assert "spread gender" in text
    assert "woman" not in text
    assert "wheelchair" not in text
    assert text.count("for few eyes") == 2


def test_a_report_on_hundreds_of_people_stays_small(pages):
    text = (pages / "large.html").read_text("utf-8")
    assert len(text) < 1_000_000
    assert len(re.findall("<li>Person", text.partition('id="groups"')[2])) == 1500


def test_the_matrix_has_a_cell_for_each_meeting_on_both_sides(founding):
    met = picture(*founding).met
    cells = 0
    for fill in matrix(met).fills:
        cells += sum(int(length) for length in re.findall(r"h(\d+)v1", fill.path))
    assert cells == 2 * len(met.pairs) == 2 * sum(met.numbers[1:])


def test_a_plan_that_is_not_whole_says_so_first(founding):
    agenda, roster, plan = founding
    quality = picture(agenda, roster, GroupPlan(plan.placements[1:]))
    assert not quality.is_sound
    assert quality.verdict.startswith("These groups are not complete: ")
    page = quality_page(agenda, roster, plan, quality).content.decode()
    assert "What is wrong with these groups" in page
