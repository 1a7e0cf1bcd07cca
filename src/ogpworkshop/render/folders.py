"""Where templates are found: the user's folders, then the one that comes with ogp."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from ogpworkshop.errors import OgpError

SHIPPED = "shipped/"
"""Before a template's name: the one that comes with ogp, also where the user has one of that name."""

MAX_TEMPLATE = 1_000_000
_ON_PAGES = (".html.j2", ".js.j2")
_INDENT = re.compile("^ +", re.MULTILINE)


class Folders(BaseLoader):
    """Finds templates in the user's folders, then among those that come with ogp."""

    def __init__(self, shipped: Path, own: Sequence[Path] = ()) -> None:
        """The user's `own` folders win, the first before the second."""
        self.shipped = shipped
        self.folders = (*own, shipped)
        self.used: set[str] = set()
        """Names of the user's own templates that have been asked for."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, its file, and whether it is still the same (it is)."""
        del environment
        file = self.find(template)
        text = _text(file)
        if not file.is_relative_to(self.shipped):
            self.used.add(template)
        elif template.endswith(_ON_PAGES):
            # indented for those who copy it; on a page it is a twentieth of what phones load
            text = _INDENT.sub("", text)
        return text, str(file), lambda: True

    def find(self, template: str) -> Path:
        """The file of a template.

        Raises:
            TemplateNotFound: there is none.
            OgpError: it is a link that leads out of its folder.
        """
        folders = self.folders
        name = template
        if template.startswith(SHIPPED):
            folders, name = (self.shipped,), template.removeprefix(SHIPPED)
        steps = split_template_path(name)
        for folder in folders:
            file = folder.joinpath(*steps)
            if file.is_file():
                _refuse_outside(file, folder)
                return file
        raise TemplateNotFound(template)

    def is_own(self, template: str) -> bool:
        """Whether the user has a template of that name."""
        return any(folder.joinpath(template).is_file() for folder in self.folders[:-1])

    def list_templates(self) -> list[str]:
        """Names of all templates, for "did you mean"."""
        return sorted(
            {
                file.relative_to(folder).as_posix()
                for folder in self.folders
                for file in folder.glob("*/*.j2")
            }
        )


def refuse_links(folder: Path) -> None:
    """Look for links that lead out of a folder which Typst may read.

    Raises:
        OgpError: there is one.
    """
    for file in folder.rglob("*"):
        if file.is_symlink():
            _refuse_outside(file, folder)


def _refuse_outside(file: Path, folder: Path) -> None:
    if not file.resolve().is_relative_to(folder.resolve()):
        raise OgpError(
            f"{file}: this is a link that leads out of the folder of templates",
            "Copy the file there.",
        )


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_TEMPLATE:
            raise OgpError(f"{file}: this template is larger than 1 MB", "Templates are text.")
        return file.read_text("utf-8")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise OgpError(
            f"{file}:{line}: this template is not UTF-8 text", "Save it as UTF-8."
        ) from None
    except OSError:
        raise OgpError(f"{file}: this template cannot be read") from None
