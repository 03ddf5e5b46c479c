"""What an office sets in mkdocs.yml, as the pages use it."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.project import Project

_SHOWN = ("office", "responsible", "contact", "report_to")
"""The options of the plugin that pages show: cơ quan chủ quản, người chịu trách nhiệm nội dung, contact, the address
for "Báo sai sót"."""

_MANUAL = "cai-dat"


@dataclass(frozen=True, slots=True)
class Settings:
    """The portal's name and address, and who answers for it; "" where nothing is set. `manual` is the address of
    the office's own page about running the portal (docs/cai-dat.md), where there is one."""

    name: str
    url: str
    description: str = ""
    office: str = ""
    responsible: str = ""
    contact: str = ""
    report_to: str = ""
    manual: str | None = None


def read_settings(project: Project) -> Settings:
    """The settings in the project's mkdocs.yml."""
    given = {key: str(project.settings[key]) for key in _SHOWN if project.settings.get(key)}
    return Settings(
        name=str(project.config.get("site_name") or "Cổng văn bản"),
        url=project.site_url,
        description=str(project.config.get("site_description") or ""),
        manual=f"{_MANUAL}.html" if (project.root / "docs" / f"{_MANUAL}.md").is_file() else None,
        **given,
    )
