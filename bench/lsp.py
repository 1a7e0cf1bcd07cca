"""The language server: row B5."""

import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from agendas import agenda
from measure import BIN, Row

SESSIONS = 500
KEYSTROKES = 25
BAR = 100  # milliseconds


def rows() -> list[Row]:
    """Measure the time from a keystroke to its finding."""
    took = statistics.median(_keystrokes())
    measure = f"keystroke to finding, {SESSIONS} sessions, median of {KEYSTROKES}"
    return [Row("B5", measure, f"{took:.0f} ms", "", "", f"≤ {BAR} ms", took <= BAR)]


def _keystrokes() -> list[float]:
    """Milliseconds of each: a space is typed into a time, and taken out again."""
    text = agenda(SESSIONS)
    at = text.index("09:00-09:30", len(text) // 2) + len("09:00")
    with tempfile.TemporaryDirectory() as folder:
        editor = _Editor(Path(folder))
        editor.tell("textDocument/didOpen", {"textDocument": {**editor.document, "languageId": "yaml", "version": 0, "text": text}})  # fmt: skip
        editor.findings(0)
        times = []
        for version in range(1, KEYSTROKES + 6):
            is_faulty = version % 2 == 1
            changed = f"{text[:at]} {text[at:]}" if is_faulty else text
            begin = time.perf_counter()
            editor.tell("textDocument/didChange", {"textDocument": {**editor.document, "version": version}, "contentChanges": [{"text": changed}]})  # fmt: skip
            found = editor.findings(version)
            times.append((time.perf_counter() - begin) * 1000)
            assert [each["code"] for each in found] == ["time-space"] * is_faulty
        editor.process.kill()
        editor.process.wait()
    return times[5:]


class _Editor:
    """As little of an editor as the measurement needs."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [BIN / "ogp", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.document = {"uri": (folder / "agenda.yaml").as_uri()}
        self.tell("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, number=1)
        self._next()
        self.tell("initialized", {})

    def tell(self, method: str, params: object, **more: int) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        if more:
            message["id"] = more["number"]
        content = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def findings(self, version: int) -> list[dict]:
        while True:
            params = self._next().get("params", {})
            if params.get("version") == version:
                return params["diagnostics"]

    def _next(self) -> dict:
        stream = self.process.stdout
        assert stream is not None
        length = int(stream.readline().split(b":")[1])
        while stream.readline().strip():
            pass
        return json.loads(stream.read(length))
