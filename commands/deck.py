"""A deck of slides of a view: its cover, an overview, a slide for each field, region and country, figures, sources."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.own import Own, bringing_own
from commands.speaking import WRITTEN, Language, Query, open_scene, speaking
from commands.telling import telling
from i18n.errors import AtlasError
from i18n.making import NO_ROWS, SLIDE


def deck(
    out: Annotated[Path, typer.Argument(help="The file: .pptx.")],
    query: Query = "",
    *,
    template: Annotated[Path | None, typer.Option(help="A .potx or .pptx whose design the slides take.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Maps as pictures, not as shapes to edit.")] = False,
    lang: Language = None,
    own: Own = None,
) -> None:
    """Write a deck of slides: which parts it has is `deck=` of the query, such as deck=overview,fields,chosen."""
    with speaking(query, lang) as spoken, bringing_own(own, spoken) as beside:
        from render.files import SLIDES, check_place, check_suffix, read_whole, write_whole

        check_suffix(out, (SLIDES,))
        check_place(out)
        design = read_whole(template) if template else None
        scene = open_scene(query, lang, beside=beside)
        if not scene.count:
            raise AtlasError(NO_ROWS)
        from analysis.deck import leaves
        from render.deck.save import deck_of

        with telling(len(leaves(scene.choice)), spoken) as tell:
            content = deck_of(scene.choice, template=design, plain=plain, tell=lambda done, total: tell(
                passing=SLIDE.format(done=done, total=total)[spoken]))
        write_whole(out, content)
        typer.echo(WRITTEN.format(file=out)[spoken], err=True)
