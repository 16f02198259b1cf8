"""mtfix align."""

from __future__ import annotations

import click

from mtfix.alignment.documents import Pairing, align_documents
from mtfix.cli import EXIT_CLEAN
from mtfix.formats.files import parse, read
from mtfix.report.pairs import as_tmx, as_tsv


@click.command(name="align")
@click.argument("english", metavar="ENGLISH")
@click.argument("french", metavar="FRENCH")
@click.option(
    "--format",
    "form",
    type=click.Choice(("tsv", "tmx")),
    default="tsv",
    show_default=True,
    help="How to print them.",
)
@click.option("--sure", is_flag=True, help="Only the pairs that the rules would trust.")
@click.option("--encoding", metavar="NAME", help="Encoding of both files (default: told by their bytes).")
def command(english: str, french: str, form: str, sure: bool, encoding: str | None) -> int:
    """Pair the sentences of the text ENGLISH with those of its translation FRENCH.

    TSV has the columns English, French, score (the share of words in common) and sure; sentences that were merged
    stand in one cell, those without a partner beside an empty one.  TMX 1.4 holds the pairs only.
    """
    source = parse(read(english), english, encoding, by_line=True)
    target = parse(read(french), french, encoding, by_line=True)
    pairing = align_documents(source, target)
    if sure:
        pairing = Pairing(pairing.source, pairing.target, tuple(bead for bead in pairing.beads if bead.sure))
    click.echo(as_tmx(pairing) if form == "tmx" else as_tsv(pairing, alone=not sure), nl=False)
    return EXIT_CLEAN
