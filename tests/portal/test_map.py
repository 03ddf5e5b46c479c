"""The map of citations: where boxes stand and which curves join them."""

from elements import of_class, tree
from hypothesis import given
from hypothesis import strategies as st
from small_library import small_library

from vankien.portal.map_layout import BOX_HEIGHT, BOX_WIDTH, MapNode, lay_out
from vankien.portal.map_page import map_page

COLUMNS = ("Trung ương", "Tỉnh", "Huyện")
NODES = st.lists(
    st.builds(
        MapNode,
        key=st.text("abcdef", min_size=1, max_size=4),
        label=st.just("12-NQ/TU"),
        title=st.just("Nghị quyết"),
        url=st.just("x.html"),
        column=st.sampled_from((*COLUMNS, "Khác")),
        rank=st.sampled_from(("2014-01-01", "2020-12-18", "9999")),
        state=st.just("Có trong kho"),
        held=st.booleans(),
    ),
    max_size=20,
    unique_by=lambda node: node.key,
)


@given(NODES)
def test_boxes_lie_inside_the_picture_and_never_on_each_other(nodes: list[MapNode]) -> None:
    picture = lay_out(nodes, {}, COLUMNS)
    assert {box.node.key for box in picture.boxes} == {node.key for node in nodes}
    corners = [(box.x, box.y) for box in picture.boxes]
    assert len(set(corners)) == len(corners)
    for x, y in corners:
        assert 0 <= x <= picture.width - BOX_WIDTH
        assert 0 <= y <= picture.height - BOX_HEIGHT
    for one in picture.boxes:
        for other in picture.boxes:
            assert one is other or one.x != other.x or abs(one.y - other.y) >= BOX_HEIGHT


@given(NODES, st.randoms())
def test_the_order_of_nodes_makes_no_difference(nodes: list[MapNode], random: object) -> None:
    shuffled = list(nodes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert lay_out(nodes, {}, COLUMNS) == lay_out(shuffled, {}, COLUMNS)


def test_levels_stand_from_left_to_right_and_empty_ones_are_left_out() -> None:
    node = MapNode("a", "a", "a", "a.html", "Huyện", "2020", "Có trong kho", held=True)
    other = MapNode("b", "b", "b", "b.html", "Trung ương", "2020", "Chưa có trong kho", held=False)
    picture = lay_out([node, other], {("a", "b"): 2, ("a", "a"): 1, ("a", "z"): 1}, COLUMNS)
    assert [column.name for column in picture.columns] == ["Trung ương", "Huyện"]
    assert [(arrow.source, arrow.target, arrow.mentions) for arrow in picture.arrows] == [("a", "b", 2)]


def test_the_page_draws_every_document_and_tells_the_same_as_a_table() -> None:
    page = map_page(small_library())
    keys = {e.get("data-key") for e in tree(page).xpath(".//*[@data-key]")}
    assert keys == {"ke-hoach-20-kh-hu-2018", "nghi-quyet-11-nq-tu-2017", "thong-bao-cong-tac", "so-hieu/88-ct-tw"}
    drawn = {(e.get("data-from"), e.get("data-to")) for e in tree(page).xpath(".//*[@data-from]")}
    assert ("ke-hoach-20-kh-hu-2018", "so-hieu/88-ct-tw") in drawn
    assert len(of_class(page, "vk-list--ties", "/tbody/tr")) == len(drawn)
    headings = [e.text for e in of_class(page, "vk-map__column")]
    assert headings == ["Trung ương", "Tỉnh", "Huyện (trước 01/7/2025)"]


def test_the_table_says_of_each_cited_document_how_sure_it_is() -> None:
    words = {e.text for e in of_class(map_page(small_library()), "vk-cell-state")}
    assert words == {"Có trong kho", "Chưa có trong kho"}
