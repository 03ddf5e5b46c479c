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

  /* What to look for while one types: where every completion carries the last word on ("dân vậ"), the word that it
     becomes; else `query` as it is. */
  draw.anticipate = function (query, items) {
    var marked = items.filter(function (item) { return item.marks.length === 1; });
    var whole = marked.some(function (item) { return !/\p{L}/u.test(item.text.charAt(item.marks[0][1])); });
    if (!marked.length || whole || !/\p{L}$/u.test(query)) return query;
    var mark = marked[0].marks[0];
    return marked[0].text.slice(mark[0], mark[1]) + /^\p{L}*/u.exec(marked[0].text.slice(mark[1]))[0];
  };

  function recent() {
    var items = vankien.history.list().slice(0, 5).map(function (text) {
      return { text: text, url: null, marks: [] };
    });
    if (!items.length) return [];
    var clear = element("button", { type: "button", class: "vk-plain" }, ["Xóa lịch sử tìm kiếm"]);
    clear.addEventListener("click", function () {
      vankien.history.clear();
      var box = clear.parentElement;
      box.parentElement.hidden = true;
      box.remove();
    });
    return [element("div", { class: "vk-recent" }, [draw.completions(items, "Đã tìm gần đây"), clear])];
  }

  /* While completions show that the last word is on its way, it is not yet called a mistake. */
  function answerParts(answer, completed, field, again) {
    return [
      draw.suggestion(completed ? null : answer.suggestion, function (text) {
        field.value = text;
        field.focus();
        again();
      }),
      draw.numbers(answer.numbers),
      element("p", { class: "vk-quick__total" }, [draw.total(answer, field.value.trim())]),
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
      draw.suggest(query, 5).then(function (items) {
        return vankien.search(draw.anticipate(query, items), { limit: LIMIT }).then(function (answer) {
          if (turn !== asked) return;
          show([draw.completions(items, "Gợi ý")].concat(answerParts(answer, items.length > 0, field, run)));
          status.textContent = draw.total(answer, query);
          draw.reference(query).then(function (line) {
            if (line && turn === asked) panel.prepend(line);
          });
        });
      }).catch(
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
