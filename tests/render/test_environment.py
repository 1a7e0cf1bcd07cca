"""Templates have no reach, and a mistake in one is shown where it is, with what was meant."""

import os
import tracemalloc

import jinja2
import pypdfium2
import pytest

from ogpworkshop.errors import OgpError
from ogpworkshop.render import budget, documents, trusted
from ogpworkshop.render.environment import environment

BREACHES = {
    "a class": "{{ ''.__class__ }}",
    "the classes of Python": "{{ ().__class__.__base__.__subclasses__() }}",
    "a function's globals": "{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}",
    "the environment's insides": "{{ self._TemplateReference__context }}",
    "a struct's fields": "{{ workshop.__struct_fields__ }}",
    "an attribute by filter": "{{ workshop|attr('__class__') }}",
    "an attribute by format": "{{ '{0.__class__}'.format(workshop) }}",
    "a list that is changed": "{% set x = [] %}{{ x.append(1) }}",
    "a long range": "{% for i in range(999999999) %}{% endfor %}",
    "loops in loops": "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
    "a long range in a filter": "{{ range(999999999)|list|length }}",
    "loops in loops over its own data": "{% for a in days %}{% for b in days %}" + "{% for x in days[0].sessions %}" * 7 + "{{ x.title }}" + "{% endfor %}" * 7 + "{% endfor %}{% endfor %}",
    "loops that print nothing": "{% for x in days[0].sessions %}" * 9 + "{% endfor %}" * 9,
    "a loop over texts": "{% set t = 'x' * 900000 %}{% for a in t %}{% for b in t %}{% endfor %}{% endfor %}",
    "a loop over what a filter gives": "{% set t = 'x' * 900000 %}{% for a in t|map('upper') %}{% for b in t|map('upper') %}{% endfor %}{% endfor %}",
    "a filter with another filter's name inside": "{% for x in days|map(' counted') %}{% for y in range(99999) %}{% for z in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
    "a macro that calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a loop that calls itself": "{% for x in days recursive %}{{ loop(days) }}{{ loop(days) }}{% endfor %}",
    "blocks of text in blocks of text": "{% set a %}{% for i in range(9999) %}{{ 'x' * 4000 }}{% endfor %}{% endset %}{% set b %}{{ a }}{% endset %}{% set c %}{{ a }}{{ b }}{% endset %}{% set d %}{{ c }}{{ b }}{% endset %}",
    "texts that are kept": "{% set ns = namespace(x=[]) %}{% for i in range(99999) %}{% set ns.x = ns.x + ['x' * 900000 ~ i] %}{% endfor %}",
    "a long text": "{{ 'x' * 999999999 }}",
    "a long text twice": "{{ ('x' * 99999) * 99999 }}",
    "a long list": "{{ [1] * 999999999 }}",
    "a huge power": "{{ 9 ** 9 ** 9 }}",
    "a wide field": "{{ '{:999999999}'.format(1) }}",
    "a wide field by percent": "{{ '%999999999d' % 1 }}",
    "a padded line": "{{ 'x'|center(999999999) }}",
    "a padded line by method": "{{ 'x'.ljust(999999999) }}",
    "a deep indent": "{{ 'x\n'|indent(999999999) }}",
    "a text that doubles": "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(40) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "a text that doubles by joining": "{% set ns = namespace(x='xxxxxxxxxx') %}{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
    "a list that doubles": "{% set ns = namespace(x=[1, 2, 3]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "lists in lists": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "lists in lists, joined": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x ~ '' }}",
    "lists in lists, in capitals": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x|upper }}",
    "a number that grows": "{% set ns = namespace(x=99) %}{% for i in range(60) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "a long join": "{{ range(999999)|join('x' * 99999) }}",
    "a long join by method": "{{ ('x' * 99999).join(['a'] * 99999) }}",
    "a long replacement": "{{ ('x' * 99999)|replace('x', 'y' * 99999) }}",
    "a long replacement by method": "{{ ('x' * 99999).replace('x', 'y' * 99999) }}",
    "a long row": "{{ [1]|batch(999999999, 0)|list }}",
    "a deep list": "{{ 'x'|hang(999999999) }}",
    "a list as it is": "{{ days }}",
    "a part of the view as it is": "{{ workshop }}",
    "options as they are": "{{ options }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a template that includes itself": "{% include 'programme/programme.txt.j2' %}",
    "escaping off": "{% autoescape false %}x{% endautoescape %}",
    "a file above": "{% include '../../../etc/passwd' %}",
    "a file of the machine": "{% include '/etc/passwd' %}",
    "a sum of unlike things": "{{ 1 + 'a' }}",
    "a division by zero": "{{ 1 // 0 }}",
    "a call of a text": "{{ workshop.title() }}",
}  # fmt: skip


@pytest.mark.parametrize("output", ["txt", "html"])
@pytest.mark.parametrize("breach", BREACHES)
def test_a_template_cannot_reach(breach, output, template, founding, monkeypatch):
    # as many as a document of the founding workshop takes hundredfold, so that this is quick
    monkeypatch.setattr(budget, "MAX_STEPS", 200_000)
    with pytest.raises(OgpError) as caught:
        template("\n" + BREACHES[breach].replace("txt", output) + "\n", output, founding)
    assert f"programme.{output}.j2" in caught.value.message
    assert "Traceback" not in caught.value.message


@pytest.mark.parametrize("output", ["txt", "html"])
@pytest.mark.parametrize("breach", ["a long replacement", "a long join", "a text that doubles"])
def test_what_would_fill_the_memory_is_refused_before_it_does(breach, output, template, founding):
    tracemalloc.start()
    try:
        with pytest.raises(OgpError):
            template(BREACHES[breach], output, founding)
        assert tracemalloc.get_traced_memory()[1] < 400_000_000
    finally:
        tracemalloc.stop()


MISTAKES = [
    ("{{ workshp.title }}", 2, "there is no “workshp”", "“workshop”"),
    ("{{ workshop.titel }}", 2, "a workshop has no “titel”", "“title”"),
    ("{% for day in days %}{{ day.sesions }}{% endfor %}", 2, "a day has no “sesions”", "“sessions”"),
    ("{% for session in days[0].sessions %}\n{{ sesion.title }}\n{% endfor %}", 3, "“sesion”", "“session”"),
    ("{{ options.compakt }}", 2, "there is no “compakt” here", "“compact”"),
    ("{% if %}", 2, "something is missing", "{% if %}"),
    ("{% for day in days %}", 2, "“for” is opened and never closed", "endfor"),
    ("{% if days %}\n{% for day in days %}\n{% endif %}", 4, "but the “for” of line 3 is still open", "endfor"),
    ("{% endif %}", 2, "ends what was never begun", ""),
    ("{% if days %}{% elseif x %}{% endif %}", 2, "did you mean “elif”", ""),
    ("{% if days %}{% else if x %}{% endif %}", 2, "“if” stands where “%}”", "elif"),
    ("{% if days %}x{% end %}", 2, "did you mean “endif”", ""),
    ("{{ workshop.title\n{% if days %}{% endif %}", 2, "“{{” is never closed", "{{ workshop.title"),
    ("{{ workshop.title }", 2, "“{{” is never closed", ""),
    ("{% if days\n{% endif %}", 2, "“{%” is never closed", ""),
    ("{# a\nremark", 2, "a comment is opened and never closed", "#}"),
    ("{% if workshop.title = 'x' %}{% endif %}", 2, "“=” stands where “%}”", "=="),
    ("{% if days && rounds %}{% endif %}", 2, "“&” cannot stand", "Write and"),
    ("{{ days|join(“, ”) }}", 2, "““” cannot stand", "straight"),
    ("{{ workshop.title|date:'Y' }}", 2, "“:” stands where “}}”", "brackets"),
    ("{% for day of days %}{% endfor %}", 2, "“of” stands where “in”", ""),
    ("{% if workshop.title is defind %}{% endif %}", 2, "there is no test “defind”", ""),
    ("{{ workshop.title + 3 }}", 2, "cannot be added up", "~"),
    ("{{ workshop.title() }}", 2, "a value and not a function", "brackets"),
    ("{% for x in 3 %}{% endfor %}", 2, "no list to go through", ""),
    ("{{ 1 / 0 }}", 2, "divided by zero", ""),
    ("{{ workshop.title|replace('a') }}", 2, "“new” is missing", ""),
    ("{{ days[7].title }}", 2, "a list of 2 has no place 7", ""),
    ("{{ days.title }}", 2, "a list has no “title”", "Go through it"),
    ("{{ days[0].sessions[0].breakout.label }}", 2, "there is none here", "Ask first"),
    ("{{ days[0].date.strftime('%d') }}", 2, "a text has no “strftime”", ""),
    ("{{ days[0].sessions[0].speakers }}", 2, "a session has no “speakers”", "presenters"),
    ("{% for day in days %}{{ loop.indx }}{% endfor %}", 2, "“indx”", "“index”"),
    ("{{ loop.index }}", 2, "only within {% for %}", ""),
    ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}", 2, "a macro is not given its “x”", ""),
    ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}", 2, "“m” is given more than it takes", ""),
    ("{% include 'programme/programme.typ.j' %}", 2, "there is no template", "“programme/programme.typ.j2”"),
    ("{% extends 'shipped/programme/program.typ.j2' %}", 2, "there is no template", "“shipped/programme/programme.typ.j2”"),
    ("{% extends 'shipped/programme/programme.SUFFIX.j2' %}" * 2, 2, "extends a second template", ""),
    ("{{ workshop.title|upcase }}", 2, "there is no filter “upcase”", ""),
    ("{{ workshop.title|trimm }}", 2, "did you mean “trim”", ""),
    ("{% blok x %}", 2, "there is no tag “blok”", ""),
    ("{{ workshop.title|safe }}", 2, "there is no filter “safe”", "escaped"),
    ("{% extends 'base/bass.txt.j2' %}", 2, "there is no template “base/bass.txt.j2”", "“base/base.txt.j2”"),
    ("{% for day in days %}\n{% for session in day.sessions %}\n{{ session.notes }}\n{% endfor %}\n{% endfor %}", 4,
     "“notes” is for organisers", "Take it out"),
    ("{{ days[0].sessions[0].materials }}", 2, "“materials” is for organisers", ""),
    ("{{ super() }}", 2, "no “super”", ""),
]  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[0])
@pytest.mark.parametrize("output", ["txt", "html", "pdf"])
def test_a_mistake_is_shown_with_its_line_and_the_nearest_name(
    output, mistake, template, founding, tmp_path
):
    text, line, said, meant = mistake
    suffix = documents.SUFFIXES[output]
    with pytest.raises(OgpError) as caught:
        template(f"Line one\n{text}\n".replace("SUFFIX", suffix), output, founding)
    file = tmp_path / "programme" / f"programme.{suffix}.j2"
    assert caught.value.message.startswith(f"{file}:{line}: "), caught.value.message
    assert said in caught.value.message
    assert meant in caught.value.remedy


def test_a_mistake_in_a_block_below_a_shipped_template_is_shown_in_the_own_one(
    template, founding, tmp_path
):
    text = (
        '{% extends "base/base.txt.j2" %}\n{% block body %}\n{{ workshop.venu }}\n{% endblock %}\n'
    )
    with pytest.raises(OgpError, match="a workshop has no “venu”") as caught:
        template(text, "txt", founding)
    assert f"{tmp_path / 'programme' / 'programme.txt.j2'}:3" in caught.value.message
    assert caught.value.remedy == "Did you mean “venue”?"


TYPST = [
    ("#nonsense(1)\n", 5),
    ("#text(sise: 9pt)[x]\n", 5),
    ("{% for day in days %}\n#nonsense[{{ day.title }}]\n{% endfor %}\n", 6),
    ("#let x = (\n", 5),
    ('#read("/etc/passwd")\n', 5),
    ('#read("../../../../etc/passwd")\n', 5),
    ('#image("/etc/passwd")\n', 5),
    ('#import "@preview/cetz:0.2.0"\n', 5),
    ('#import "@local/x:0.1.0"\n', 5),
    ("#while true {}\n", 5),
    ("#let f() = f()\n#f()\n", 5),
]


@pytest.mark.parametrize(("text", "line"), TYPST)
def test_a_mistake_in_typst_is_shown_at_the_line_of_the_template(
    text, line, template, founding, tmp_path
):
    whole = (
        '{% extends "base/base.typ.j2" %}\n'
        "{# a comment\n   of two lines #}\n"
        "{% block body %}\n" + text + "{% endblock %}\n"
    )
    with pytest.raises(OgpError) as caught:
        template(whole, "pdf", founding)
    file = tmp_path / "programme" / "programme.typ.j2"
    assert caught.value.message.startswith(f"{file}:{line}: "), caught.value.message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("#textt(size: 9pt)[x]", "Did you mean “text”?"),
        ("#text(siez: 9pt)[x]", "Did you mean “size”?"),
        ("It costs 5$ each", "closed nowhere below"),
        ("In C# and R", "\\#"),
        ("== Too deep", "begins with its title"),
        ('#text(size: "x")[x]', 'The line reads: #text(size: "x")[x]'),
    ],
)
def test_a_mistake_in_typst_comes_with_what_to_do(text, meant, template, founding):
    whole = f'{{% extends "base/base.typ.j2" %}}\n{{% block body %}}\n#text(size: 9pt)[]\n{text}\n{{% endblock %}}'
    with pytest.raises(OgpError) as caught:
        template(whole, "pdf", founding)
    assert meant in caught.value.remedy


def test_a_text_that_runs_on_into_what_came_along_is_traced_to_the_own_template(
    template, founding, tmp_path
):
    own = '{% extends "shipped/programme/programme.typ.j2" %}\n{% block masthead %}\n#let x = "abc\n{% endblock %}'
    with pytest.raises(OgpError) as caught:
        template(own, "pdf", founding)
    assert f"in your own: {tmp_path / 'programme' / 'programme.typ.j2'}:" in caught.value.remedy


@pytest.mark.parametrize("output", ["txt", "html"])
def test_a_copy_that_extends_itself_is_told_of_the_one_that_came_along(output, template, founding):
    with pytest.raises(OgpError, match="calls itself without end") as caught:
        template(f'{{% extends "programme/programme.{output}.j2" %}}', output, founding)
    assert "shipped/" in caught.value.remedy


def test_a_template_that_writes_nothing_is_a_warning(template, founding):
    made = template("{# soon #}\n", "html", founding)
    assert made.warnings == ("programme/programme.html.j2 writes nothing",)


def test_a_template_can_read_files_of_its_own_folder(template, founding, tmp_path):
    (tmp_path / "motto.txt").write_text("Openness")
    made = template(
        '{% extends "base/base.typ.j2" %}\n{% block body %}\n= A\n#read("motto.txt")\n{% endblock %}\n',
        "pdf",
        founding,
    )
    assert made.content.startswith(b"%PDF")


def test_an_own_template_can_change_a_block_of_the_shipped_one(template, founding):
    made = template(
        '{% extends "shipped/programme/programme.html.j2" %}\n'
        "{% block masthead %}\n<h1>Ours: {{ workshop.title }}</h1>\n{{ super() }}\n{% endblock %}\n",
        "html",
        founding,
    ).content.decode()
    assert "<h1>Ours: Open Government" in made
    assert "The Elevator Pitch" in made


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe\x00", ":1: this template is not UTF-8"), (b"x" * 1_000_001, "larger than 1 MB")],
)
def test_a_file_that_is_no_template_is_said_to_be_none(content, said, founding, tmp_path):
    folder = tmp_path / "programme"
    folder.mkdir()
    (folder / "programme.txt.j2").write_bytes(content)
    with pytest.raises(OgpError, match=said):
        documents.render("programme", "txt", founding, templates=[tmp_path])


def test_a_template_that_writes_without_end_is_stopped(template, founding, monkeypatch):
    monkeypatch.setattr("ogpworkshop.render.making.MAX_OUTPUT", 10_000)
    with pytest.raises(OgpError, match="writes more than"):
        template("{% for i in range(9999) %}{{ workshop.title }}{% endfor %}", "txt", founding)


@pytest.mark.parametrize("output", ["pdf", "md", "txt"])
def test_jinja_still_calls_what_our_escaping_replaces(output, tmp_path):
    rules = environment(output, tmp_path)
    code = rules.compile(
        "{{ x }}{% set a %}{{ x }}{% endset %}{% macro m() %}{{ x }}{% endmacro %}{{ x ~ m() }}",
        raw=True,
    )
    imported = code.partition("from jinja2.runtime import ")[2].partition("\n")[0].split(", ")
    assert set(trusted.names_for(trusted.TypstSource)) <= set(imported)
    assert "escape(environment.finalize(context, " in code
    assert "(Markup if context.eval_ctx.autoescape else identity)(concat(" in code
    assert "markup_join((" in code
    assert "Macro(environment, macro" in code


def test_a_jinja_without_these_names_is_refused(tmp_path, monkeypatch):
    rules = environment("txt", tmp_path)
    monkeypatch.setitem(rules.names, "renamed", str)
    with pytest.raises(AssertionError, match="no longer use renamed"):
        rules.from_string("x")


def test_plain_markup_is_not_trusted_outside_html(tmp_path):
    rules = environment("pdf", tmp_path)
    made = rules.from_string("{{ x }}").render(x=jinja2.utils.markupsafe.Markup("#x"))
    assert made == "\\u{23}x"


def test_what_is_done_to_source_afterwards_is_escaped_again(tmp_path):
    rules = environment("pdf", tmp_path)
    for change in (
        "upper",
        "truncate(3, true, '')",
        "reverse",
        "first",
        "string|first",
        "list|first",
    ):
        made = rules.from_string("{% set x %}#a{{ y }}{% endset %}{{ x|" + change + " }}")
        assert "#" not in made.render(y="bcdefghijkl")
    assert rules.from_string("{% set x %}#a{{ y }}{% endset %}{{ x[0:1] }}").render(y="") != "#"


def test_the_example_of_the_guide_works(template, founding, root):
    guide = (root / "docs" / "guide" / "printing.md").read_text("utf-8")
    example = guide.partition("```jinja\n")[2].partition("```")[0]
    made = template(example, "pdf", founding)
    assert made.warnings == ()
    assert made.content.startswith(b"%PDF")


def test_a_piece_can_be_drawn_anew(template, founding):
    text = (
        '{% extends "shipped/programme/programme.typ.j2" %}\n'
        "{% block pieces %}\n{{ super() }}\n"
        "#let session(each, k: 1) = [Ours: #each.title #parbreak()]\n{% endblock %}\n"
    )
    assert "Ours: The Elevator Pitch" in shown_in(template(text, "pdf", founding).content)


def shown_in(content):
    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize(
    ("output", "block", "gone"),
    [
        ("html", "objectives", "Learn from each other"),
        ("html", "masthead", "Two days for governments"),
        ("txt", "masthead", "Two days for governments"),
        ("pdf", "overview", "At a glance"),
        ("pdf", "objectives", "Learn from each other"),
    ],
)
def test_a_block_left_empty_is_gone(output, block, gone, template, founding):
    suffix = documents.SUFFIXES[output]
    name = f"shipped/programme/programme.{suffix}.j2"
    made = template(
        f'{{% extends "{name}" %}}{{% block {block} %}}{{% endblock %}}', output, founding
    )
    shown = shown_in(made.content) if output == "pdf" else made.content.decode()
    body = shown.partition("<body>")[2] or shown
    assert gone not in body
    assert "The Elevator Pitch" in body


def test_a_template_that_takes_too_long_is_told_so(template, founding, monkeypatch):
    monkeypatch.setattr(budget, "MAX_SECONDS", 0)
    with pytest.raises(
        OgpError, match=r"programme\.txt\.j2:2: it computes for more than 0 seconds"
    ):
        template("\n{% for i in range(99999) %}{{ i|string }}{% endfor %}", "txt", founding)


def test_the_budget_is_anew_for_every_document(template, founding, monkeypatch):
    monkeypatch.setattr(budget, "MAX_STEPS", 20_000)
    for _ in range(3):
        template("{% for i in range(9999) %}{% endfor %}", "txt", founding)


def test_a_counted_loop_still_knows_its_length_and_its_last_round(template, founding):
    made = template(
        "{% for x in [1, 2]|map('string') %}{{ x }}/{{ loop.length }}{{ ',' if not loop.last }}"
        "{% endfor %}{% for x in days recursive %}{{ loop.depth }}{% endfor %}"
        "{% for x in [1, 2, 3] if x > 1 %}{{ x }}{% else %}none{% endfor %}"
        "{% for x in [] %}{% else %}none{% endfor %}",
        "txt",
        founding,
    ).content
    assert made == b"1/2,2/21123none"


@pytest.mark.parametrize("link", ["programme/other.txt.j2", "elsewhere"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(link, founding, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt.j2").write_text("secret")
    own = tmp_path / "own"
    (own / "programme").mkdir(parents=True)
    target = outside if link == "elsewhere" else outside / "secret.txt.j2"
    (own / link).symlink_to(target)
    name = "elsewhere/secret.txt.j2" if link == "elsewhere" else link
    (own / "programme" / "programme.txt.j2").write_text(f"\n{{% include '{name}' %}}")
    with pytest.raises(OgpError, match="leads out of the folder of templates"):
        documents.render("programme", "txt", founding, templates=[own])


def test_typst_follows_no_link_out_of_the_folder(template, founding, tmp_path):
    (tmp_path / "programme").mkdir()
    (tmp_path / "programme" / "secret.txt").symlink_to("/etc/hostname")
    with pytest.raises(OgpError, match="leads out of the folder of templates"):
        template('#read("programme/secret.txt")', "pdf", founding)


def test_a_package_whose_name_is_put_together_is_not_fetched(template, founding, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:10")
    with pytest.raises(OgpError, match=r"typ\.j2:2: packages from the network are not used"):
        template('#let p = "@pre" + "view/cetz:0.2.0"\n#import p: canvas', "pdf", founding)
    assert os.environ["HTTPS_PROXY"] == "http://127.0.0.1:10"


@pytest.mark.parametrize(
    ("block", "meant"), [("mastheed", "Did you mean “masthead”?"), ("xyzzy", "It has ")]
)
def test_a_block_that_overrides_nothing_is_shown_with_the_nearest(block, meant, template, founding):
    text = (
        "{% extends 'shipped/programme/programme.html.j2' %}\n"
        "{% block body %}{% block of_its_own %}x{% endblock %}{% endblock %}\n"
        f"{{% block {block} %}}never printed{{% endblock %}}"
    )
    with pytest.raises(OgpError) as caught:
        template(text, "html", founding)
    assert "programme.html.j2:3: the template that is extended has no block" in caught.value.message
    assert caught.value.remedy.startswith(meant)


def test_the_block_of_the_guide_to_templates_works(template, founding, root):
    guide = (root / "docs" / "guide" / "templates.md").read_text("utf-8")
    example = guide.partition("```jinja\n")[2].partition("```")[0]
    assert b'<p class="tag">Ministry of Planning</p>' in template(example, "html", founding).content
