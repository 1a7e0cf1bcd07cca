"""The files that a new workshop begins with, each explained in itself."""

from datetime import date, timedelta

MODELINE = "yaml-language-server: $schema=agenda.schema.json"
"""What tells editors which keys there are."""

_AGENDA = """\
# {modeline}
#
# The agenda of your workshop. Write over what stands here; a line after # is a note to yourself and
# is never printed. `ogp agenda check` tells what is wrong, `ogp agenda show` shows the days, and
# `ogp agenda render` prints the programme.

workshop:
  title: Our workshop
  venue: Where it takes place
  timezone: {timezone} # of all times below; calendars convert them
  language: en

rooms:
  hall: {{name: Main hall, seats: 60}}
  b1: {{name: Room 1, seats: 15}}
  b2: {{name: Room 2, seats: 15}}

# What groups are to be like. The words are columns of participants.csv.
groups:
  criteria:
    - {{spread: country, weight: 5}}
    - {{spread: organisation_type, weight: 3}}
    - {{meet: new}}

days:
  - date: {day}
    title: Day 1
    sessions:
      - {{time: "09:00-09:30", title: Arrival and registration, room: hall}}
      - time: "09:30-10:30"
        title: Opening
        kind: plenary
        room: hall
        summary: What participants read about it in the programme.
        notes: What only organisers and facilitators read.
      - {{duration: 30m, title: Coffee break}} # begins when the session before it ends
      - time: "11:00-12:30"
        title: Work in groups
        room: hall
        breakouts: {{groups: 2, rooms: [b1, b2]}}
        report_back: true
      - {{time: "12:30-13:30", title: Lunch}}
      - {{time: "13:30-14:30", title: Closing, room: hall}}
"""
_ROSTER = """\
id,name,email,organisation,organisation_type,country,role,status
p01,Sample Person One,one@example.org,Ministry of Examples,government,Nepal,participant,confirmed
p02,Sample Person Two,two@example.org,Example Alliance,civil society,Philippines,participant,confirmed
p03,Sample Person Three,three@example.org,Example Institute,academia,Sri Lanka,facilitator,confirmed
p04,Sample Person Four,four@example.org,Example Office,government,Mongolia,participant,confirmed
"""
_WORKFLOW = """\
# Checks the agenda, the roster and the groups at every edit, and marks the lines that need a look.
name: agenda
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install ogpworkshop # or from wherever your organisation keeps it
      - run: ogp check . --format github
"""
_README = """\
# {title}

| file | what it is |
|---|---|
| `agenda.yaml` | the agenda: days, sessions, rooms, people |
| `participants.csv` | who comes; keep it in any spreadsheet, saved as CSV UTF-8 |
| `agenda.schema.json` | tells editors which keys an agenda has; `ogp agenda schema` writes it anew |
| `.github/workflows/agenda.yml` | checks every edit on GitHub; delete it if you do not use that |

```
ogp check                       is anything wrong?
ogp agenda show                 the days in the terminal
ogp groups assign               forms the breakout groups, into groups.csv
ogp agenda render -o programme.pdf
ogp agenda export --to ics      for calendars
```

Participants' data is personal: keep this folder where only organisers can read it, and run
`ogp roster purge --after 90d` when the workshop is over.
"""


def sample_agenda(today: date, timezone: str = "Asia/Manila") -> bytes:
    """An agenda to write over; its day is a Tuesday, some two months away."""
    later = today + timedelta(days=56)
    day = later + timedelta(days=(1 - later.weekday()) % 7)
    return _AGENDA.format(modeline=MODELINE, timezone=timezone, day=day.isoformat()).encode()


def sample_roster() -> bytes:
    """A roster of nobody in particular."""
    return _ROSTER.encode()


def workflow() -> bytes:
    """What checks every edit on GitHub."""
    return _WORKFLOW.encode()


def readme(title: str) -> bytes:
    """What the files of a workshop are for."""
    return _README.format(title=" ".join(title.split())).encode("utf-8", "replace")
