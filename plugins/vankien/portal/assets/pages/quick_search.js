/* Search as one types below a field: completions, the best hits, the way to all of them. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var draw = vankien.draw;
  var element = draw.element;
  var LIMIT = 6;
  var WAIT = 120; // milliseconds after the last key

  function address(query) {
    return (document.body.dataset.root || "") + "tim-kiem.html?q=" + encodeURIComponent(query);
  }

  function link(item) {
    var root = document.body.dataset.root || "";
    return element("li", {}, [
      element("a", { href: item.url ? root + item.url : address(item.text), class: "vk-completion" }, [
        draw.marked(item.text, item.marks),
      ]),
    ]);
  }

  /* Completions as links; null where there are none. */
  draw.completions = function (items, label) {
    if (!items.length) return null;
    return element("ul", { class: "vk-completions", "aria-label": label }, items.map(link));
  };

  /* A promise of the completions; a search goes on without them. */
  draw.suggest = function (query, limit) {
    return vankien.suggest(query, { limit: limit }).catch(function () {
      return [];
    });
  };

  function recent() {
    var items = vankien.history.list().slice(0, 5).map(function (text) {
      return { text: text, url: null, marks: [] };
    });
    if (!items.length) return [];
    var clear = element("button", { type: "button", class: "vk-plain" }, ["Xóa lịch sử tìm kiếm"]);
    clear.addEventListener("click", function () {
      vankien.history.clear();
      clear.parentElement.remove();
    });
    return [element("div", { class: "vk-recent" }, [draw.completions(items, "Đã tìm gần đây"), clear])];
  }

  function answerParts(answer, field, again) {
    return [
      draw.suggestion(answer.suggestion, function (text) {
        field.value = text;
        field.focus();
        again();
      }),
      draw.numbers(answer.numbers),
      element("p", { class: "vk-quick__total" }, [draw.total(answer)]),
      answer.hits.length ? draw.hits(answer.hits, { heading: "h3" }) : null,
      answer.total > answer.hits.length
        ? element("p", { class: "vk-quick__all" }, [
            element("a", { href: address(answer.query) }, ["Xem tất cả " + draw.count(answer.total) + " kết quả"]),
          ])
        : null,
    ];
  }

  /* `field` asks, `panel` answers; `status` (a live region) says how many. */
  draw.quickSearch = function (field, panel, status) {
    var timer = 0;
    var asked = 0;

    function show(parts) {
      panel.replaceChildren.apply(panel, parts.filter(Boolean));
      panel.hidden = !panel.childElementCount;
    }

    function run() {
      var query = field.value.trim();
      var turn = ++asked;
      if (!query) {
        status.textContent = "";
        show(recent());
        return;
      }
      Promise.all([vankien.search(query, { limit: LIMIT }), draw.suggest(query, 5)]).then(
        function (both) {
          if (turn !== asked) return;
          show([draw.completions(both[1], "Gợi ý")].concat(answerParts(both[0], field, run)));
          status.textContent = draw.total(both[0]);
        },
        function (error) {
          if (turn === asked) show([element("p", { class: "vk-problem" }, [error.message])]);
        },
      );
    }

    field.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(run, WAIT);
    });
    field.addEventListener("focus", function () {
      vankien.warm().catch(function () {
        return null; // the search itself says what is wrong
      });
      if (!field.value) run();
    });
    if (field.form) {
      field.form.addEventListener("submit", function () {
        vankien.history.add(field.value.trim());
      });
    }
    panel.addEventListener("click", function (event) {
      if (event.target.closest(".vk-hit a") && field.value.trim()) vankien.history.add(field.value.trim());
    });
    return { run: run };
  };
})();
