"""Agendas in prose: lines that begin with a time, and what stands between them."""

import re

from ogpworkshop.read.columns import label_of
from ogpworkshop.read.dates import date_in, range_in, says_only_dates
from ogpworkshop.read.headings import day_heading
from ogpworkshop.read.leading import (
    bare_hour,
    could_follow,
    hides_time,
    leading_slot,
    trailing_slot,
)
from ogpworkshop.read.notation import read_slot
from ogpworkshop.read.running import goes_on, part_from, run_in, slots_in, span_within, title_of
from ogpworkshop.read.sessions import Gathered, Gathering
from ogpworkshop.read.stated import put, state, state_dates
from ogpworkshop.read.untimed import mail_line, parallel, with_length
from ogpworkshop.source.pieces import Paragraph, Table, is_page_number
from ogpworkshop.source.text import Span

_LABEL = re.compile(r"(?P<word>[^\W\d][^:：\n]{1,30}?)\s*[:：]\s*(?P<value>.*)", re.DOTALL)
_ENUMERATED = re.compile(r"^(?:\(?\d{1,2}[.)]|[-•*–])\s+")
_QUOTE = re.compile(
    r"\b(?:wrote|schrieb|a écrit|escribió|escreveu|menulis|пишет|написал|написала)[^:]{0,80}:$",
    re.IGNORECASE,
)
"""The line above a mail that another one answers; its date is none of the workshop."""
_FAREWELL = re.compile(
    r"(?:(?:best|kind|warm) regards|regards|sincerely|yours|cordialement|saludos|salam|mit freundlichen|atenciosamente|с уважением)\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 140
_STARTS = re.compile(
    r"(?:starts?|starting|begins?|from|à partir de|ab|beginn|mulai|desde|с|,|–|-|\()\s*(?:at )?"
    r"(?P<time>\d{1,2}(?:[:.h]\d{2})?(?:\s?[ap]\.?m\.?)?)",
    re.IGNORECASE,
)


class Prose:
    """Takes paragraphs one by one."""

    def __init__(self, gathering: Gathering, *, is_trailing: bool = False) -> None:
        """Begin before the first line; of a document whose times end their lines, say so."""
        self.gathering = gathering
        self.is_trailing = is_trailing
        self.section: str | None = None
        self.current: Gathered | None = None
        self.counted = 0
        self.is_running = False
        self.is_mail_head = False

    def take(self, piece: Paragraph) -> None:
        """Place a paragraph, or note that it has no place."""
        text = piece.text.strip()
        if not text or is_page_number(text) or self._is_mail(text, piece):
            return
        span = Span(piece.start, piece.end)
        is_row = bool(self.gathering.days and self.gathering.days[-1].sessions)
        if leading_slot(text, is_row=is_row) is not None:
            self._sessions(text, piece, is_row=is_row)
        elif self._is_day(text, piece) or self._is_untimed(text, piece):
            return
        elif self.is_trailing and (ending := trailing_slot(text)) is not None:
            self._ending(ending, text, piece)
        elif (first := self._goes_on(text, piece)) > 0:
            self._run_on(text, first, piece)
        elif (first := run_in(text)) > 0:
            within = span_within(piece)
            head = text[:first].strip()
            self._head(head, within(0, len(head)))
            self._sessions(text[first:], part_from(piece, first), is_row=True)
        elif not self._is_labelled(text, span):
            self._place(text, piece, span)

    def _goes_on(self, text: str, piece: Paragraph) -> int:
        """Where a line that begins with the rest of a session goes on with the next one."""
        if piece.is_listed or piece.level:
            return 0
        if self.current is None:
            return 0 if self.gathering.days else goes_on(text, None, is_running=False)
        end = read_slot(self.current.values.get("time", ("", None))[0]).end
        return 0 if end is None else goes_on(text, end, is_running=self.is_running)

    def _run_on(self, text: str, first: int, piece: Paragraph) -> None:
        """The rest of one session, and the next ones."""
        before = text[:first].strip()
        span = span_within(piece)(0, len(before))
        if self.current is None:
            self._head(before, span)
        else:
            self._place(before, piece, span)
        self.is_running = True
        self._sessions(text[first:], part_from(piece, first), is_row=True)

    def _ending(self, ending: tuple[str, int, int], text: str, piece: Paragraph) -> None:
        title, start, end = ending
        within = span_within(piece)
        session = Gathered(within(0, len(text)), {}, set(), [])
        session.put("time", text[start:end], within(start, end))
        is_whole = text.startswith(title)
        session.put("title", title, within(0, len(title) if is_whole else len(text)))
        self._append(session, title)

    def _head(self, text: str, span: Span) -> None:
        """What a programme that runs on in one line says before its first time."""
        self._title_or_left(text, span)
        found = date_in(text)
        if found is not None and found[0].day is not None:
            self.gathering.begin_day("", found[0], span)

    def _is_mail(self, text: str, piece: Paragraph) -> bool:
        """The head of a mail: its subject is the title, the rest has no place."""
        line = None if self.gathering.days else mail_line(text)
        if line is None or not (line.is_first or self.is_mail_head):
            self.is_mail_head = False
            return False
        self.is_mail_head = True
        span = Span(piece.start, piece.end)
        if line.subject:
            put(self.gathering, "title", line.subject, span)
        else:
            self.gathering.unplaced.append((text, span))
        return True

    def _is_untimed(self, text: str, piece: Paragraph) -> bool:
        """A session that is told by its length, or by being one of several at the same time."""
        sessions = self.gathering.days[-1].sessions if self.gathering.days else []
        timed = self.current
        if timed is not None and "time" in timed.values and parallel(text):
            self._beside(timed, text, piece)
            return True
        if any("duration" not in each.values for each in sessions) or not (
            self.gathering.days or piece.is_listed
        ):
            return False
        found = with_length(text)
        if found is None:
            return False
        session = Gathered(Span(piece.start, piece.end), {}, set(), [])
        span = span_within(piece)
        session.put("duration", found.text, span(found.at, found.at + len(found.text)))
        session.put("title", found.title, span(found.title_at, found.title_at + len(found.title)))
        if not sessions:
            self._start_of_day(session)
        self.gathering.day().sessions.append(session)
        self.current = session
        return True

    def _start_of_day(self, session: Gathered) -> None:
        """The first session begins when the heading of its day says that the day does."""
        day = self.gathering.day()
        found = _STARTS.search(day.title)
        if found and day.span is not None and read_slot(found["time"]).is_readable:
            session.put("start", found["time"], day.span)

    def _beside(self, timed: Gathered, text: str, piece: Paragraph) -> None:
        """One of the sessions that run beside each other in the slot above."""
        sessions = self.gathering.day().sessions
        span = Span(piece.start, piece.end)
        session = Gathered(span, {"time": timed.values["time"]}, {"parallel"}, [])
        session.put("title", text, span)
        if "parallel" not in timed.flags:
            timed.flags.add("container")
        sessions.append(session)
        self.current = session

    def go_on_after(self, table: Table) -> None:
        """What follows does not go on with the session before, unless tabs alone made a table of it."""
        sessions = self.gathering.days[-1].sessions if self.gathering.days else []
        self.current = sessions[-1] if sessions and table.is_prose else None

    def _is_day(self, text: str, piece: Paragraph) -> bool:
        if piece.is_listed or _QUOTE.search(text):
            return False
        heading = day_heading(text)
        if heading is None:
            return False
        span = Span(piece.start, piece.end)
        self.gathering.begin_day(heading.title, heading.date, span)
        self.section, self.current = None, None
        return True

    def _is_labelled(self, text: str, span: Span) -> bool:
        """Venue: …; Speakers: …; a heading such as Objectives."""
        section = label_of(text.rstrip(":")) if len(text) < 40 else None
        if section in {"summary", "objectives"} and not self.gathering.days:
            self.section = section
            return True
        found = _LABEL.fullmatch(text)
        key = label_of(found["word"]) if found else None
        if found is None or key is None or not found["value"].strip():
            return False
        value = found["value"].strip()
        if self.current is not None and key != "dates":
            name = {"venue": "room", "organiser": "facilitators"}.get(key, key)
            if name in {"title", "timezone", "objectives"}:
                return False
            self.current.put(name, value, span)
            return True
        return state(self.gathering, key, value, span)

    def _place(self, text: str, piece: Paragraph, span: Span) -> None:
        """What is neither a time, nor a day, nor labelled."""
        gathered = self.gathering
        session = self.current
        if session is not None and _FAREWELL.match(text):
            session = self.current = None
        if session is not None:
            if "title" not in session.values:
                session.put("title", text, span)
            elif not piece.is_listed and (hides_time(text) or self._is_hour(text)):
                gathered.unplaced.append((text, span))
            elif not piece.level:
                session.more.append((text, span))
            else:
                self.current = None
                gathered.unplaced.append((text, span))
        elif not gathered.days and self.section == "objectives" and not piece.level:
            gathered.objectives.append((_ENUMERATED.sub("", text), span))
        elif not gathered.days and self.section == "summary" and not piece.level:
            before, first = gathered.workshop.get("summary", ("", span))
            gathered.workshop["summary"] = (f"{before}\n\n{text}".strip(), first)
        elif not self._is_range(text, span):
            self._title_or_left(text, span)

    def _is_hour(self, text: str) -> bool:
        """Whether a line such as “11 Coffee” can be the next session, and no point of this one."""
        hour = bare_hour(text)
        if hour is None or self.current is None:
            return False
        is_point = hour == self.counted + 1 and (hour > 1 or not text.isdecimal())
        start = read_slot(self.current.values.get("time", ("", None))[0]).start
        is_next = text.isdecimal() or (start is not None and could_follow(hour, start))
        if is_point and not (hour == 1 and is_next):
            self.counted = hour
            return False
        if is_next:
            self.current = None
        return is_next

    def _is_range(self, text: str, span: Span) -> bool:
        """Whether a line says nothing but the days of the workshop, which it gives then."""
        if (
            self.gathering.days
            or range_in(text) is None
            or not state_dates(self.gathering, text, span)
        ):
            return False
        return says_only_dates(text)

    def _title_or_left(self, text: str, span: Span) -> None:
        gathered = self.gathering
        is_title = not gathered.days and "title" not in gathered.workshop
        if is_title and len(text) < _LONGEST_TITLE:
            put(self.gathering, "title", text, span)
        else:
            gathered.unplaced.append((text, span))

    def _sessions(self, text: str, piece: Paragraph, *, is_row: bool) -> None:
        """One session to a line, or several that run on after each other."""
        starts = slots_in(text)
        if len(starts) < 2:
            self._session(text, 0, piece, is_row=is_row)
            return
        begins = [0, *(start for start, _ in starts[1:])]
        for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
            self._session(text[begin:end].rstrip(), begin, piece, is_row=True)

    def _session(self, text: str, offset: int, piece: Paragraph, *, is_row: bool) -> None:
        slot = leading_slot(text, is_row=is_row)
        within = span_within(piece, offset)
        if slot is None:
            self.gathering.unplaced.append((text, within(0, len(text))))
            return
        session = Gathered(within(0, len(text)), {}, set(), [])
        session.put("time", slot.text, within(slot.start, slot.start + len(slot.text)))
        rest = text[slot.rest :].strip(" *_\t")
        title, more = title_of(rest)
        if title:
            session.put("title", title, within(slot.rest, slot.rest + len(title)))
        if more:
            session.more.append((more, within(len(text) - len(more), len(text))))
        self._append(session, title)

    def _append(self, session: Gathered, title: str) -> None:
        """Add a session; those numbered as parallel and at one time run beside each other."""
        before = self.current
        values = before.values if before is not None else {}
        is_beside = "time" in values and values["time"][0] == session.values["time"][0]
        if (
            before is not None
            and is_beside
            and parallel(title)
            and parallel(values.get("title", ("",))[0])
        ):
            session.flags.add("parallel")
            before.flags.add("parallel")
        self.gathering.day().sessions.append(session)
        self.current, self.counted = session, 0
