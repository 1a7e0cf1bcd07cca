"""`ogp lsp`: the conversation with an editor, over standard input and output."""

import asyncio
import gc
import time
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from ogpworkshop import __version__
from ogpworkshop.check.catalogue import catalogue
from ogpworkshop.check.runner import PlacedFinding, Report
from ogpworkshop.lsp import actions, hovers
from ogpworkshop.lsp.diagnostics import diagnostic, diagnostics
from ogpworkshop.lsp.outline import outline
from ogpworkshop.lsp.pages import Pages
from ogpworkshop.lsp.positions import Positions
from ogpworkshop.lsp.reading import Reading, Rosters, is_agenda, read
from ogpworkshop.model.agenda import Agenda
from ogpworkshop.source.text import Span

PAUSE = 0.01
"""Seconds without a keystroke before a short agenda is checked; a long one waits as long as it takes."""

IDLE = 1.0
"""Seconds without a keystroke after which memory is tidied."""

_SLOW = 0.2


class AgendaServer(LanguageServer):
    """The server with what it knows of the documents that are open."""

    def __init__(self) -> None:
        """Know nothing yet."""
        # whole texts, for editors and this side do not agree on what ends a line
        super().__init__("ogp", __version__, types.TextDocumentSyncKind.Full)
        self.pages = Pages()
        self.rosters = Rosters()
        self.readings: dict[str, Reading] = {}
        self.outlines: dict[str, list[types.DocumentSymbol]] = {}
        self.waiting: dict[str, asyncio.TimerHandle] = {}
        self.tidying: asyncio.TimerHandle | None = None
        self.took = 0.0
        self.has_leave = False

    @property
    def encoding(self) -> str:
        """Whose units the editor counts columns in."""
        agreed = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return types.PositionEncodingKind(agreed).value

    def schedule(self, uri: str) -> None:
        """Check a document once the keys rest."""
        if uri in self.waiting:
            self.waiting.pop(uri).cancel()
        pause = PAUSE if self.took < _SLOW else min(self.took, 2.0)
        self.waiting[uri] = asyncio.get_running_loop().call_later(pause, self.publish, uri)

    def reading(self, uri: str) -> Reading | None:
        """The document as it stands now, read and checked; None when it is no agenda."""
        if uri not in self.workspace.text_documents:
            return None
        text = self.workspace.get_text_document(uri).source
        known = self.readings.get(uri)
        if known is None or known.text != text:
            if not is_agenda(uri, text):
                return None
            begin = time.perf_counter()
            known = self.read(uri, text, known.agenda if known else None)
            self.took = time.perf_counter() - begin
            self.readings[uri] = known
        return known

    def read(self, uri: str, text: str, before: Agenda | None = None) -> Reading:
        """Read and check a text as if it stood in a document."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        return read(uri, text, Path(path) if path else None, self.rosters, before)

    def examine(self, uri: str, text: str) -> Report:
        """What is found in a text."""
        return self.read(uri, text).report

    def publish(self, uri: str) -> None:
        """Show what is found in a document."""
        self.waiting.pop(uri, None)
        reading = self.reading(uri)
        found = diagnostics(reading, self.encoding, self.pages.address) if reading else []
        version = None
        if uri in self.workspace.text_documents:
            version = self.workspace.text_documents[uri].version
        params = types.PublishDiagnosticsParams(uri, found, version)
        self.text_document_publish_diagnostics(params)
        if self.tidying is not None:
            self.tidying.cancel()
        self.tidying = asyncio.get_running_loop().call_later(IDLE, gc.collect)
        for code, error in reading.report.crashes if reading else ():
            message = f"The check {code} failed: {type(error).__name__}: {error}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def describe(self, finding: PlacedFinding) -> types.Diagnostic:
        """A finding as it was shown."""
        return diagnostic(finding, self.encoding, self.pages.address)

    def forget(self, uri: str) -> None:
        """A document was closed."""
        if uri in self.waiting:
            self.waiting.pop(uri).cancel()
        self.readings.pop(uri, None)
        self.outlines.pop(uri, None)

    def refresh(self) -> None:
        """Something beside the documents has changed, a roster say."""
        self.readings.clear()
        for uri in list(self.workspace.text_documents):
            self.schedule(uri)


def serve() -> bool:
    """Answer an editor until it leaves; whether it took its leave."""
    catalogue()
    # looking for cycles, of which reading makes none, takes a third of its time: that can wait
    gc.disable()
    server = AgendaServer()
    _register(server)
    server.start_io()
    return server.has_leave


def _register(server: AgendaServer) -> None:
    server.feature(types.SHUTDOWN)(_shut_down)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, actions.FIX_ALL])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_actions)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)


def _shut_down(server: AgendaServer, _: None) -> None:
    server.has_leave = True


def _changed(
    server: AgendaServer,
    params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams,
) -> None:
    server.schedule(params.text_document.uri)


def _saved(server: AgendaServer, _: types.DidSaveTextDocumentParams) -> None:
    server.refresh()


def _files_changed(server: AgendaServer, _: types.DidChangeWatchedFilesParams) -> None:
    server.refresh()


def _closed(server: AgendaServer, params: types.DidCloseTextDocumentParams) -> None:
    server.forget(params.text_document.uri)
    server.publish(params.text_document.uri)


def _actions(server: AgendaServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    reading = server.reading(params.text_document.uri)
    if reading is None or reading.refusal:
        return []
    positions = Positions(reading.source.lines, server.encoding)
    start, end = positions.offset(params.range.start), positions.offset(params.range.end)
    wanted = params.context.only
    found: list[types.CodeAction] = []
    if wanted is None or _is_wanted(types.CodeActionKind.QuickFix, wanted):
        span = Span(min(start, end), max(start, end))
        found += actions.quick_fixes(reading, span, server.encoding, server.describe)
    if wanted is not None and _is_wanted(actions.FIX_ALL, wanted):
        whole = actions.fix_all(
            reading, server.encoding, lambda text: server.examine(reading.uri, text)
        )
        found += [whole] if whole else []
    return found


def _is_wanted(kind: str, wanted: Iterable[types.CodeActionKind | str]) -> bool:
    """Whether a kind, or one that contains it, is asked for."""
    return any(kind == each or kind.startswith(f"{each!s}.") for each in map(_word, wanted))


def _word(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind


def _hover(server: AgendaServer, params: types.HoverParams) -> types.Hover | None:
    reading = server.reading(params.text_document.uri)
    if reading is None or reading.refusal:
        return None
    positions = Positions(reading.source.lines, server.encoding)
    found = hovers.hover(reading, positions.offset(params.position))
    if found is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, found[0])
    return types.Hover(content, positions.range(found[1]))


def _symbols(
    server: AgendaServer, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    uri = params.text_document.uri
    reading = server.reading(uri)
    if reading is None:
        return []
    if not reading.is_broken or uri not in server.outlines:
        # while a line is half typed, the outline stays as it was
        server.outlines[uri] = outline(reading, server.encoding)
    return server.outlines[uri]
