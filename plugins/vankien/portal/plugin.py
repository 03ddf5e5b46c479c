"""The adapter to MkDocs: hands it the portal's pages and files, and puts the frame around pages written by hand."""

from __future__ import annotations

import gc
import logging
import re
from itertools import chain
from pathlib import Path

from markupsafe import Markup
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HandPage

from vankien.catalogue import build_catalogue, index_folder
from vankien.library import Library, load_library
from vankien.portal.asset_files import FOLDER
from vankien.portal.finished import Finished
from vankien.portal.frame import Frame
from vankien.portal.menu import MENU, Entry
from vankien.portal.page import Later, Page
from vankien.portal.press import Press
from vankien.portal.search_page import BOX
from vankien.portal.settings import read_settings
from vankien.portal.site import compose
from vankien.portal.sitemap import sitemap_files
from vankien.project import Project, ProjectError, open_project

_log = logging.getLogger("mkdocs.plugins.vankien")
_THEME = Path(__file__).parent / "theme"
_MENU_PATHS = frozenset(entry.path for entry in MENU)
_DOCUMENTS = "van-ban/"
_PACK = f"{FOLDER}/search/pack"
_UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.", "assets/images/", "sitemap.xml")


class VankienConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's part of mkdocs.yml."""

    office = option.Type(str, default="")
    responsible = option.Type(str, default="")
    contact = option.Type(str, default="")
    report_to = option.Type(str, default="")
    clause_word = option.Choice(("khoan", "diem"), default="khoan")
    require_approval = option.Type(bool, default=False)


class VankienPlugin(BasePlugin[VankienConfig]):  # type: ignore[no-untyped-call]
    """`plugins: - vankien` in mkdocs.yml."""

    def __init__(self) -> None:
        self._frame: Frame | None = None
        self._generated: dict[str, Page] = {}
        self._search: tuple[Library, Path] | None = None
        self._finished: Finished | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Hand-written pages are rendered bare: the frame comes around them later; MkDocs writes no own pages."""
        if config.use_directory_urls:
            raise PluginError("mkdocs.yml: đặt `use_directory_urls: false`. / set `use_directory_urls: false`.")
        config.theme.dirs.insert(0, str(_THEME))
        config.theme.static_templates.clear()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Sets the last site aside, before MkDocs empties it."""
        project, site = _project(config), Path(config.site_dir)
        own = site.resolve() == project.site.resolve()
        self._finished = Finished(site, project.cache, "site" if own else "preview")
        self._finished.set_aside()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Takes the normalised documents out and puts the portal's pages and files in."""
        project = _project(config)
        library = load_library(project)
        # What is held for the whole build need not be looked through for unused cycles again and again.
        gc.freeze()
        for problem in library.problems:
            _log.warning("%s: %s / %s", problem.file, problem.vi, problem.en)
        self._search = library, index_folder(project)
        styles = _drop_unused(files)
        by_hand = {file.dest_uri: file for file in files.documentation_pages()}
        taken = {file.dest_uri for file in files} - by_hand.keys()
        further = tuple(Entry(_title(file), path) for path, file in by_hand.items() if path not in _MENU_PATHS)
        settings = read_settings(project)
        self._frame = Frame(settings, (*MENU, *further), styles, BOX)
        press = Press(self._frame, self._finished or Finished(Path(config.site_dir), project.cache))
        paths = set(by_hand)
        # The site map is drawn from the chain last, when all paths are known.
        for part in chain(compose(library, project), sitemap_files(paths, settings)):
            if part.path.endswith(".html"):
                paths.add(part.path)
            if part.path in by_hand:
                page = part.make() if isinstance(part, Later) else part
                if isinstance(page, Page):
                    self._generated[part.path] = page
            elif part.path not in taken:
                files.append(_file(part.path, press.publish(part), config))
        return files

    def on_post_page(self, output: str, *, page: HandPage, config: MkDocsConfig) -> str:
        """The frame around a hand-written page. A generated page of the same address follows in it."""
        if self._frame is None:
            return output
        path = page.file.dest_uri
        generated = self._generated.get(path)
        body = Markup('<div class="vk-prose md-typeset">{}</div>').format(Markup(output))  # noqa: S704 - from Markdown
        return self._frame.around(
            Page(
                path=path,
                title=str(page.meta.get("title") or (generated and generated.title) or page.title or ""),
                body=body + generated.body if generated else body,
                description=str(page.meta.get("description") or (generated.description if generated else "")),
                scripts=generated.scripts if generated else (),
                styles=generated.styles if generated else (),
                head=generated.head if generated else Markup(),
                kind="hand",
            )
        )

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The search index, and its pack beside the search scripts of the finished site."""
        if self._search is not None and self._finished is not None:
            library, index = self._search
            self._finished.bring_back(_PACK)
            build_catalogue(library, Path(config.site_dir) / _PACK, index)
            self._finished.done()
        gc.unfreeze()

    def on_build_error(self, *, error: Exception) -> None:
        """The last site stands again where this one cannot be built."""
        if self._finished is not None:
            self._finished.broken()


def _project(config: MkDocsConfig) -> Project:
    try:
        return open_project(Path(config.config_file_path).parent)
    except ProjectError as error:
        raise PluginError(str(error)) from None


def _title(file: File) -> str:
    """The title of a hand-written page: its first heading, else its name."""
    heading = re.search(r"^#\s+(.+)$", file.content_string, re.MULTILINE)
    return heading[1].strip() if heading else Path(file.src_uri).stem


def _drop_unused(files: Files) -> tuple[str, ...]:
    """Removes the documents' Markdown and what of the theme is never loaded; returns the theme's style sheet."""
    styles = []
    for file in list(files):
        uri = file.src_uri
        if (uri.startswith(_DOCUMENTS) and uri.endswith(".md")) or uri.startswith(_UNUSED) or uri.endswith(".map"):
            files.remove(file)
        elif uri.startswith("assets/stylesheets/main."):
            styles.append(uri)
    return tuple(styles)


class _Finished(File):
    """A file that lies in the site already."""

    def copy_file(self, dirty: bool = False) -> None:
        """There is nothing to copy."""


def _file(path: str, place: str | Path, config: MkDocsConfig) -> File:
    """A finished file as MkDocs takes it; a `Path` is one that it copies."""
    # MkDocs would render a Markdown file; under another name it is copied.
    source = f"{path}.txt" if path.endswith(".md") else path
    kind = File if isinstance(place, Path) else _Finished
    file = kind.generated(config, source, abs_src_path=str(place), inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = path
    return file
