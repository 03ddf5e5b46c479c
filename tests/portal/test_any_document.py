"""Whatever a document's attributes hold, every page and file is made, escaped and well formed."""

import json
from dataclasses import replace

from elements import made
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from small_library import small_library

from vankien.citing.resolve import resolve
from vankien.library import Library
from vankien.model import Metadata, Signer
from vankien.portal.page import Page
from vankien.portal.public_pages import public_pages
from vankien.portal.settings import Settings

WORDS = (
    st.none()
    | st.text(max_size=40)
    | st.sampled_from(["</script><script>x()</script>", '"><img src=x>', "&amp;", "\x00\x1b"])
)
METADATA = st.builds(
    Metadata,
    type=WORDS,
    number=st.none() | st.sampled_from(["12-NQ/TU", "0/", "-", "12/../../x", "1" * 300, "66.7/2025/NQ-CP", "CON"]),
    date=st.none() | st.dates().map(str),
    place=WORDS,
    issuer=WORDS,
    title=WORDS,
    signers=st.lists(st.builds(Signer, name=st.text(min_size=1, max_size=20)), max_size=2).map(tuple),
    level=WORDS,
    province=WORDS,
    term=WORDS,
)


@settings(max_examples=60, deadline=None)
@given(METADATA)
def test_every_page_and_file_is_well_formed(metadata: Metadata) -> None:
    odd = replace(small_library().documents["thong-bao-cong-tac"], metadata=metadata)
    documents = (odd, *(d for d in small_library().documents.values() if d.id != odd.id))
    library = Library({d.id: d for d in documents}, resolve(documents))
    paths = set()
    for part in made(public_pages(library, Settings("x", "https://x.example.vn/"))):
        assert part.path not in paths
        assert ".." not in part.path.split("/")
        paths.add(part.path)
        if isinstance(part, Page):
            tree = html.fragment_fromstring(str(part.body), create_parent="div")
            assert not tree.xpath(".//script | .//img")
        elif part.path.endswith(".json"):
            json.loads(part.data)  # type: ignore[arg-type]
        elif part.path.endswith((".xml", ".graphml")):
            etree.fromstring(part.data)  # type: ignore[arg-type]
