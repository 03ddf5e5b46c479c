"""Queries on the command line that begin with a dash."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from vankien.catalogue import build_catalogue
from vankien.cli import main
from vankien.library import Library


@pytest.fixture(scope="module")
def project(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal of which only the search index is there."""
    root = tmp_path_factory.mktemp("portal")
    (root / "mkdocs.yml").write_text("site_name: Thử\nplugins: [vankien]\n", encoding="utf-8")
    build_catalogue(library, root / "pack", root / ".vankien" / "search")
    return root


@pytest.mark.parametrize("query", ["-đất", "-thi đua", '-"dân vận" khéo', "-khéo dân vận"])
def test_a_dash_leaves_out_a_word(query: str, project: Path) -> None:
    for arguments in (["--json", "--limit", "2", query], [query, "--limit", "2", "--json"], ["--json", "--", query]):
        ran = CliRunner().invoke(main, ["search", "--project", str(project), *arguments])
        assert ran.exit_code == 0, ran.output
        assert json.loads(ran.output)["query"] == query


def test_options_are_options_still(project: Path) -> None:
    assert "Usage" in CliRunner().invoke(main, ["search", "-h"]).output
    ran = CliRunner().invoke(main, ["search", "--project", str(project), "--limt", "2", "đất"])
    assert ran.exit_code == 2
    assert "--limt" in ran.output
