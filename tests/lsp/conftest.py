"""An editor: speaks JSON-RPC with `ogp lsp` over its standard input and output."""

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path

import pytest

PATIENCE = 60  # seconds until a test gives up on a server that has nothing to say


class Editor:
    """One conversation."""

    def __init__(self, folder, encodings=None, *arguments):
        self.folder = folder
        self.process = subprocess.Popen(
            [Path(sys.executable).with_name("ogp"), "lsp", *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
            env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")},
        )  # fmt: skip
        self.messages = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.asked = 0
        self.version = 0
        self.text = {}
        general = {"general": {"positionEncodings": encodings}} if encodings else {}
        self.answer = self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": general},
        )
        self.tell("initialized", {})

    def _listen(self):
        stream = self.process.stdout
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self.messages.put(json.loads(stream.read(length)))

    def _send(self, message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.process.stdin.flush()

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def ask(self, method, params):
        """The result of a request; what arrives before it is dropped."""
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.messages.get(timeout=PATIENCE)
            if message.get("id") == self.asked:
                assert "error" not in message, message
                return message["result"]

    def uri(self, name="agenda.yaml"):
        return (self.folder / name).as_uri()

    def open(self, text, name="agenda.yaml"):
        """Open a document; its diagnostics."""
        self.version += 1
        self.text[name] = text
        document = {
            "uri": self.uri(name), "languageId": "yaml", "version": self.version, "text": text,
        }  # fmt: skip
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics(name)

    def change(self, text, name="agenda.yaml"):
        """Type until the document holds a text; its diagnostics."""
        self.send_change(text, name)
        return self.diagnostics(name)

    def send_change(self, text, name="agenda.yaml"):
        self.version += 1
        self.text[name] = text
        document = {"uri": self.uri(name), "version": self.version}
        changes = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", changes)

    def diagnostics(self, name="agenda.yaml"):
        """Those of the newest version."""
        while True:
            message = self.messages.get(timeout=PATIENCE)
            params = message.get("params", {})
            if (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == self.uri(name)
                and params.get("version") in {None, self.version}
            ):
                return params["diagnostics"]

    def actions(self, line, column=0, end=None, name="agenda.yaml", only=None):
        start = {"line": line, "character": column}
        context = {"diagnostics": [], **({"only": only} if only else {})}
        document = {"uri": self.uri(name)}
        span = {"start": start, "end": end or start}
        params = {"textDocument": document, "range": span, "context": context}
        return self.ask("textDocument/codeAction", params)

    def hover(self, line, column, name="agenda.yaml"):
        position = {"line": line, "character": column}
        params = {"textDocument": {"uri": self.uri(name)}, "position": position}
        return self.ask("textDocument/hover", params)

    def symbols(self, name="agenda.yaml"):
        return self.ask("textDocument/documentSymbol", {"textDocument": {"uri": self.uri(name)}})

    def applied(self, action, name="agenda.yaml"):
        """The text of the document with an action's edits made, as an editor makes them."""
        (uri,) = action["edit"]["changes"]
        assert uri == self.uri(name)
        content = self.text[name].encode("utf-16-le")
        edits = action["edit"]["changes"][uri]
        for edit in sorted(edits, key=lambda each: -self._byte(name, each["range"]["start"])):
            start, end = (self._byte(name, edit["range"][side]) for side in ("start", "end"))
            content = content[:start] + edit["newText"].encode("utf-16-le") + content[end:]
        return content.decode("utf-16-le")

    def _byte(self, name, position):
        lines = self.text[name].splitlines(keepends=True)[: position["line"]]
        return len("".join(lines).encode("utf-16-le")) + 2 * position["character"]

    def leave(self):
        """Shut down; the exit code."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.process.stdin.close()
        code = self.process.wait(timeout=PATIENCE)
        self.errors = self.process.stderr.read().decode()
        return code


@pytest.fixture
def editor(tmp_path):
    """An editor with a server, in an empty folder."""
    opened = Editor(tmp_path)
    yield opened
    if opened.process.poll() is None:
        opened.process.kill()
    opened.process.wait()
    for stream in (opened.process.stdin, opened.process.stdout, opened.process.stderr):
        stream.close()


@pytest.fixture
def start_editor(tmp_path):
    """Starts an editor that counts columns in other units."""
    opened = []

    def start(encodings, *arguments):
        opened.append(Editor(tmp_path, encodings, *arguments))
        return opened[-1]

    yield start
    for one in opened:
        one.process.kill()
        one.process.wait()
        for stream in (one.process.stdin, one.process.stdout, one.process.stderr):
            stream.close()
