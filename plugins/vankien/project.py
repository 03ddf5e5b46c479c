"""A portal's folder: where its parts lie and what its mkdocs.yml sets. Readable without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class ProjectError(Exception):
    """A folder that is no portal, or a mkdocs.yml that cannot be read; the message is for a person."""


class _Loader(yaml.SafeLoader):
    """A safe loader that passes over the tags MkDocs knows (`!ENV`, `!!python/name:`)."""


def _unknown(loader: _Loader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True) if isinstance(node, yaml.MappingNode) else None


_Loader.add_multi_constructor("!", _unknown)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)


@dataclass(frozen=True, slots=True)
class Project:
    """A portal: `root` holds mkdocs.yml, archive/ and docs/. `settings` is the plugin's part of mkdocs.yml."""

    root: Path
    config: Mapping[str, Any]
    settings: Mapping[str, Any]

    @property
    def archive(self) -> Path:
        """The originals."""
        return self.root / "archive"

    @property
    def documents(self) -> Path:
        """The normalised documents."""
        return self.root / "docs" / "van-ban"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / str(self.config.get("site_dir") or "site")

    @property
    def cache(self) -> Path:
        """What may be thrown away and made again; also the proposals that wait for a person."""
        return self.root / ".vankien"

    @property
    def site_url(self) -> str:
        """The public address, with a slash at its end, or "" where it is not set."""
        url = str(self.config.get("site_url") or "")
        return url if not url or url.endswith("/") else url + "/"


def open_project(root: Path) -> Project:
    """The portal in `root`. Raises `ProjectError` where there is none or its mkdocs.yml is no YAML."""
    file = root / "mkdocs.yml"
    if not file.is_file():
        raise ProjectError(
            f"{file}: không tìm thấy; dùng `vankien new DIR` để tạo cổng mới. / not found; `vankien new DIR` makes one."
        )
    try:
        config = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=_Loader) or {}  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", dòng {mark.line + 1}" if mark else ""
        raise ProjectError(f"{file}{line}: không đọc được YAML. / is no valid YAML. {error}".splitlines()[0]) from error
    return Project(root.resolve(), config, _plugin_settings(config))


def _plugin_settings(config: Mapping[str, Any]) -> Mapping[str, Any]:
    for plugin in config.get("plugins") or []:
        if isinstance(plugin, dict) and "vankien" in plugin:
            return plugin["vankien"] or {}
    return {}
