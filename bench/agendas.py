"""Writes agendas of any size, shaped as real ones: `python bench/agendas.py 5000 > big.yaml`."""

import sys
from datetime import date, timedelta

_DAY = (
    ("08:30-09:00", "Arrival and registration", "registration"),
    ("09:00-09:30", "Opening of the day", "plenary"),
    ("09:30-11:00", "Reform stories", "talks"),
    ("11:00-11:30", "Coffee break", "break"),
    ("11:30-13:00", "Panel on delivery", "panel"),
    ("13:00-14:00", "Lunch", "meal"),
    ("14:00-15:30", "Work in groups", "group-work"),
    ("15:30-16:00", "Coffee break", "break"),
    ("16:00-17:00", "Clinic", "clinic"),
    ("17:00-17:30", "Report back and closing", "closing"),
)


def agenda(sessions: int, per_day: int = 20) -> str:
    """An agenda of so many sessions, two tracks a day; clean."""
    lines = [
        "workshop: {title: A long workshop, timezone: Asia/Manila, summary: It goes on for years.}",
        "rooms:",
        "  a: {name: Room A, seats: 200}",
        "  b: {name: Room B, seats: 200}",
        "people:",
    ]
    lines += [f"  p{number}: {{name: Person {number}}}" for number in range(40)]
    lines.append("days:")
    first = date(2018, 1, 1)
    for day in range(-(-sessions // per_day)):
        lines += [
            f"  - date: {first + timedelta(days=day // 5 * 7 + day % 5)}",
            f"    title: Day {day + 1}",
            "    sessions:",
        ]
        for number in range(min(per_day, sessions - day * per_day)):
            time, title, kind = _DAY[number // 2 % len(_DAY)]
            lines += [
                f'      - time: "{time}"',
                f"        title: {title} {day + 1}.{number + 1}",
                f"        kind: {kind}",
                f"        room: {'ab'[number % 2]}",
                f"        speakers: [p{number * 2 % 40}, p{(number * 2 + 1) % 40}]",
                f"        summary: What is said in session {number + 1} of day {day + 1}, in one sentence.",
            ]
            if kind == "panel":
                lines[-2] = f"        chair: p{number * 2 % 40}"
            if kind in {"group-work", "closing"}:
                lines.append("        report_back: true")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(agenda(int(sys.argv[1])))
