/* Tables that sort: a press on a column's heading, again for the other way; what is not printed stays last. */
(function () {
  "use strict";
  var vietnamese = new Intl.Collator("vi", { numeric: true });

  function value(row, column) {
    var cell = row.cells[column];
    if (cell.dataset.value) return cell.dataset.value;
    return cell.querySelector(".vk-blank") ? "" : cell.textContent.trim();
  }

  function sort(table, column, kind, down) {
    var body = table.tBodies[0];
    var rows = Array.from(body.rows).map(function (row, at) {
      return { row: row, at: at, value: value(row, column) };
    });
    rows.sort(function (one, other) {
      if (!one.value !== !other.value) return one.value ? -1 : 1;
      var order = kind === "number" ? one.value - other.value : vietnamese.compare(one.value, other.value);
      return (down ? -order : order) || one.at - other.at;
    });
    rows.forEach(function (item) {
      body.append(item.row);
    });
  }

  function prepare(table) {
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var kind = head.dataset.sortAs;
      if (!kind) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "vk-sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var was = head.getAttribute("aria-sort");
        var down = was ? was === "ascending" : kind !== "text";
        Array.from(head.parentElement.cells).forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, column, kind, down);
      });
    });
  }

  document.querySelectorAll("table[data-sortable]").forEach(prepare);
})();
