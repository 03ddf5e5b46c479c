"""What an office sets in mkdocs.yml, as the pages use it."""

from __future__ import annotations

from dataclasses import dataclass

from vankien.project import Project

OPTIONS = ("office", "responsible", "contact", "report_to", "clause_word")
"""The options of the plugin: cơ quan chủ quản, người chịu trách nhiệm nội dung, contact, the address for "Báo sai
sót", and "khoan" or "diem" for how "1." below "I-" is called."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The portal's name and address, and who answers for it; "" where nothing is set."""

    name: str
    url: str
    description: str = ""
    office: str = ""
    responsible: str = ""
    contact: str = ""
    report_to: str = ""
    clause_word: str = "khoan"


def read_settings(project: Project) -> Settings:
    """The settings in the project's mkdocs.yml."""
    given = {key: str(project.settings[key]) for key in OPTIONS if project.settings.get(key)}
    return Settings(
        name=str(project.config.get("site_name") or "Cổng văn bản"),
        url=project.site_url,
        description=str(project.config.get("site_description") or ""),
        **given,
    )
