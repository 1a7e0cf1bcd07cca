"""A rule's manual page as Markdown, for the terminal and for the docs."""

from ogpworkshop.check.catalogue import CataloguedRule
from ogpworkshop.check.page import Option, Sample


def markdown(known: CataloguedRule) -> str:
    """The page with its code as heading, its severity, its examples as code, its options as list."""
    page, rule = known.page, known.rule
    severity = rule.severity.name.lower()
    state = "" if rule.is_on else ", off until the agenda asks for it"
    parts = [f"# {known.code}", page.summary, f"*{severity}{state}, since {rule.since}*"]
    for heading, text in page.sections.items():
        parts.append(f"## {heading}")
        if heading == "Example":
            parts += _sample(page.example)
        elif heading == "Instead":
            parts += _sample(page.instead)
        elif heading == "Options":
            parts.append("\n".join(_option(option) for option in page.options))
        else:
            parts.append(text.strip())
    return "\n\n".join(parts) + "\n"


def _sample(sample: Sample) -> list[str]:
    blocks = [f"```yaml\n{sample.text.strip()}\n```"] if sample.text.strip() else []
    for name, text in sample.files.items():
        language = "yaml" if name.endswith(".yaml") else "csv"
        blocks += [f"`{name}`:", f"```{language}\n{text.strip()}\n```"]
    return blocks


def _option(option: Option) -> str:
    unit = f" {option.unit}" if option.unit else ""
    return f"- `{option.name}` (default {option.default}{unit}): {option.meaning}"
