"""Text from a workshop is text in Typst, wherever a template puts it."""

import html
import re

import pytest
import typst

from ogpworkshop.render import escape
from ogpworkshop.render.environment import environment

# Each context is a template that prints `text` once, between the marks of one case.
CONTEXTS = {
    "markup": "{{ text }}",
    "line start": "\n{{ text }}",
    "heading": "= {{ text }}\n",
    "strong": "#strong[{{ text }}]",
    "stars": "*{{ text }}*",
    "table cell": "#table(columns: 1, [{{ text }}])",
    "list": "- #[{{ text }}]\n",
    "string": '#text("{{ text }}")',
    "string argument": '#let f(a, b: "") = [#b]\n#f("x", b: "{{ text }}")',
    "value": "#text({{ text|typst }})",
    "value in a list": "#text({{ [text, 1]|typst }}.at(0))",
    "value in a dictionary": '#text({{ {"a": text}|typst }}.a)',
    "after a comment": "// {{ text }}\n#[{{ text }}]",
    "macro": "{% macro m(x) %}{{ x }}{% endmacro %}#[{{ m(text) }}]",
    "macro in a macro": "{% macro m(x) %}{{ x }}{% endmacro %}{% macro n(x) %}{{ m(x) }}{% endmacro %}#[{{ n(text) }}]",
    "tilde": '#[{{ "" ~ text }}]',
    "tilde with source": "{% set nil %}{% endset %}#[{{ nil ~ text }}]",
    "plus": '#[{{ "" + text }}]',
    "plus after source": "{% set nil %}{% endset %}#[{{ nil + text }}]",
    "plus before source": "{% set nil %}{% endset %}#[{{ text + nil }}]",
    "join": '#[{{ [text]|join(", ") }}]',
    "join with source": "{% set nil %}{% endset %}#[{{ [nil, text]|join }}]",
    "format": '#[{{ "{}".format(text) }}]',
    "format of source": "{% set braces %}{}{% endset %}#[{{ braces.format(text) }}]",
    "replace": '#[{{ "x"|replace("x", text) }}]',
    "replace in source": "{% set x %}x{% endset %}#[{{ x|replace('x', text) }}]",
    "default": "#[{{ nothing|default(text) }}]",
    "set": "{% set x = text %}#[{{ x }}]",
    "block set": "{% set x %}{{ text }}{% endset %}#[{{ x }}]",
    "super": "{% extends 'above.j2' %}{% block b %}{{ super() }}{% endblock %}",
    "self": "{% block b %}{{ text }}{% endblock %}{% if false %}{{ self.b() }}{% endif %}",
    "with": "{% with x = text %}#[{{ x }}]{% endwith %}",
    "loop": "{% for x in [text] %}#[{{ x }}]{% endfor %}",
    "recursive loop": "{% for x in [[text]] recursive %}{% if x is string %}#[{{ x }}]{% else %}{{ loop(x) }}{% endif %}{% endfor %}",
    "call block": "{% macro m() %}{{ caller() }}{% endmacro %}#[{% call m() %}{{ text }}{% endcall %}]",
    "call of a method": "#[{% call text.format() %}{% endcall %}]" ,
    "filter block": '#[{% filter replace("x", text) %}x{% endfilter %}]',
    "conditional": "#[{{ text if true else 1 }}]",
    "block": "{% block b %}#[{{ text }}]{% endblock %}",
    "map": "#[{{ [text]|map('string')|first }}]",
}  # fmt: skip
# In these contexts braces are a pattern, or the text would be left out on purpose.
PATTERN = {"call of a method"}


def read_back(source):
    """The text of each case: the `html` element that Typst makes of it, without its tags."""
    compiled = typst.Compiler(source.encode()).compile(format="html")
    page = compiled.decode()
    cases = re.findall(r'<article data-case="(\d+)">(.*?)</article>', page, re.DOTALL)
    return {int(number): html.unescape(re.sub(r"<[^>]*>", "", body)) for number, body in cases}


@pytest.mark.parametrize("context", CONTEXTS)
def test_hostile_text_reads_back_as_it_was(context, hostile, tmp_path):
    (tmp_path / "above.j2").write_text("{% block b %}#[{{ text }}]{% endblock %}")
    rules = environment("pdf", tmp_path)
    texts = [text for text in hostile if context not in PATTERN or not set("{}") & set(text)]
    source = ""
    for number, text in enumerate(texts):
        body = rules.from_string(CONTEXTS[context]).render(text=text)
        source += f'#html.elem("article", attrs: ("data-case": "{number}"))[\n{body}\n]\n\n'
    found = read_back(source)
    assert len(found) == len(texts) >= 80
    wrong = {
        text: found[number].strip()
        for number, text in enumerate(texts)
        if found[number].strip("\n ") != text.strip()
    }
    assert wrong == {}


def test_no_character_but_letters_digits_and_spaces_reaches_typst_as_it_is():
    allowed = re.compile(r"(?:[A-Za-z0-9 ]|[^\x00-\x7f]|\\u\{[0-9a-f]+\})*")
    every = "".join(map(chr, range(0x250)))
    assert allowed.fullmatch(escape.typst(every))


def test_values_become_typst_expressions():
    value = {"a": 1, "b": [None, True, 1.5, "x"], "c": {}, "d": ()}
    assert escape.typst_value(value) == (
        '("a": (1), "b": (none, true, (1.5), "x", ), "c": (:), "d": ())'
    )
