"""mtfix rules."""

import click

from mtfix.cli.options import language_option
from mtfix.config import Config
from mtfix.rules import all_rules


@click.command(name="rules")
@language_option
def command(lang: str | None) -> None:
    """List every rule: code, severity, what may be done with its suggestions, name and title."""
    language = Config(lang=lang or "").language
    for rule in all_rules():
        title = rule.title.text(language) + (" (preview)" if rule.preview else "")
        click.echo(f"{rule.code}  {rule.severity.label:8}  {rule.safety.value:11}  {rule.name:28}  {title}")
