"""mtfix explain."""

import click

from mtfix.cli.options import language_option
from mtfix.config import Config, checked
from mtfix.report.rule_page import page
from mtfix.rules import rule_by_code


@click.command(name="explain")
@click.argument("code")
@language_option
def command(code: str, lang: str | None) -> None:
    """Explain the rule CODE: what it finds, why, with examples."""
    checked(Config(select=(code.upper(),)), "explain")
    rule = rule_by_code(code.upper())
    if rule is None:
        raise click.UsageError(f"{code} names several rules; `mtfix rules` lists them.")
    click.echo(page(rule, Config(lang=lang or "").language))
