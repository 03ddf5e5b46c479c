"""Files of docs/van-ban/ written, proposed beside an edited one, or taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vankien.kept import Kept, save
from vankien.model import Source
from vankien.normalizing.front_matter import NormalizedFile, seal_in, write_document
from vankien.project import Project
from vankien.shelves import path_of

_PICTURE = re.compile(r"[\w-][\w.-]{0,80}\.(?:png|jpe?g|gif|bmp|webp)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a document: `outcome`, the seal of the text made, and the proposal's path for an edited one."""

    outcome: Literal["written", "unchanged", "edited"]
    seal: str
    proposal: Path | None = None


def deliver(project: Project, document: NormalizedFile, kept: Kept | None) -> Delivery:
    """Write a document where it is new or changed. A file that a person edited stays; what the program would write
    now goes to `.vankien/proposals/`, unless it is what the person began from."""
    text = write_document(document)
    seal = seal_in(text) or ""
    path = project.documents / f"{document.id}.md"
    if kept is not None and not kept.untouched:
        if seal == kept.seal:
            return Delivery("edited", seal)
        proposal = _proposal(project, document.id)
        save(proposal, text.encode("utf-8"))
        return Delivery("edited", seal, proposal)
    _proposal(project, document.id).unlink(missing_ok=True)
    if kept is not None and kept.path == path and kept.text() == text:
        return Delivery("unchanged", seal)
    save(path, text.encode("utf-8"))
    if kept is not None and kept.path != path:
        kept.path.unlink(missing_ok=True)
        drop_pictures(project, kept.id)
    return Delivery("written", seal)


def take_away(project: Project, stem: str, kept: Kept) -> Path | None:
    """Remove a document that is not to be published any more. What a person edited is set aside beside the original
    as `<stem>.md.held`, whose path is returned."""
    aside = None
    if not kept.untouched:
        aside = path_of(project.archive, f"{stem}.md.held")
        save(aside, kept.text().encode("utf-8"))
    kept.path.unlink(missing_ok=True)
    _proposal(project, kept.id).unlink(missing_ok=True)
    drop_pictures(project, kept.id)
    return aside


def put_pictures(project: Project, document: NormalizedFile, source: Source) -> None:
    """Write the pictures that the text shows to docs/van-ban/<id>/: kinds that a browser draws and never runs."""
    for picture in source.pictures:
        if not _PICTURE.fullmatch(picture.name):
            continue
        path = project.documents / document.id / picture.name
        if f"]({picture.name})" in document.body and not (path.is_file() and path.read_bytes() == picture.data):
            save(path, picture.data)


def drop_pictures(project: Project, name: str) -> None:
    """Remove the pictures of a document."""
    pictures = project.documents / name
    if pictures.is_dir():
        for picture in pictures.iterdir():
            picture.unlink()
        pictures.rmdir()


def _proposal(project: Project, name: str) -> Path:
    return project.cache / "proposals" / f"{name}.md"
