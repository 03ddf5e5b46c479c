/* Draws what a search found: hits under their documents, numbers, proposals. Needs marked_text.js. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var draw = vankien.draw;
  var element = draw.element;
  var SHOWN = 3; // hits of one document before "xem thêm"

  function root() {
    return document.body.dataset.root || "";
  }

  function groups(hits) {
    var found = new Map();
    hits.forEach(function (hit) {
      if (!found.has(hit.document)) found.set(hit.document, []);
      found.get(hit.document).push(hit);
    });
    return Array.from(found.values());
  }

  /* A hit of a document as a whole: its name is the link, and there is no passage. */
  function isWhole(hit) {
    return !hit.clause && !hit.snippet;
  }

  function heading(hit, level) {
    var facts = [hit.number && hit.title.indexOf(hit.number) < 0 ? "số " + hit.number : "", draw.date(hit.date), hit.issuer];
    return element("div", { class: "vk-hit__document" }, [
      element(level, { class: "vk-hit__title" }, [
        element("a", { href: root() + hit.url.split("#")[0], class: isWhole(hit) ? "vk-hit__link" : null }, [
          draw.marked(hit.title, hit.title_marks),
        ]),
      ]),
      element("p", { class: "vk-hit__facts" }, [facts.filter(Boolean).join(" · ") || "Văn bản không ghi số, ngày ban hành"]),
    ]);
  }

  function passage(hit) {
    var label = hit.label || "Toàn văn";
    return element("div", { class: "vk-hit__passage" }, [
      element("a", { class: "vk-hit__link", href: root() + hit.url }, [
        element("span", { class: "vk-hit__label" }, [label]),
        hit.heading ? element("span", { class: "vk-hit__heading" }, [draw.marked(hit.heading, hit.heading_marks)]) : null,
      ]),
      element("p", { class: "vk-hit__snippet" }, [draw.marked(hit.snippet, hit.marks)]),
    ]);
  }

  function moreButton(items) {
    var words = "Xem thêm " + draw.count(items.length) + " kết quả trong văn bản này";
    var button = element("button", { type: "button", class: "vk-hit__more" }, [words]);
    button.addEventListener("click", function () {
      items.forEach(function (item) {
        item.hidden = false;
      });
      button.remove();
      items[0].querySelector(".vk-hit__link").focus();
    });
    return button;
  }

  /* <ol class="vk-hits"> with one <li data-document data-clause> a hit; the first of a document carries its name. */
  draw.hits = function (hits, options) {
    var level = (options && options.heading) || "h2";
    var list = element("ol", { class: "vk-hits" });
    groups(hits).forEach(function (group) {
      var items = group.map(function (hit, at) {
        return element(
          "li",
          {
            class: "vk-hit" + (at ? "" : " vk-hit--first"),
            "data-document": hit.document,
            "data-clause": hit.clause || "",
            hidden: at >= SHOWN,
          },
          [at ? null : heading(hit, level), !at && isWhole(hit) ? null : passage(hit)],
        );
      });
      if (items.length > SHOWN) items[SHOWN - 1].append(moreButton(items.slice(SHOWN)));
      list.append.apply(list, items);
    });
    return list;
  };

  function nameOf(item) {
    return item.dataset.document + "#" + item.dataset.clause;
  }

  /* Which hits stand in `place`, and of which documents all are shown. */
  draw.seen = function (place) {
    var items = Array.from(place.querySelectorAll(".vk-hit"));
    var closed = new Set(items.filter(function (item) { return item.hidden; }).map(function (item) { return item.dataset.document; }));
    var open = items.filter(function (item) { return !closed.has(item.dataset.document); });
    var counts = new Map();
    open.forEach(function (item) { counts.set(item.dataset.document, (counts.get(item.dataset.document) || 0) + 1); });
    return {
      names: new Set(items.map(nameOf)),
      opened: new Set(open.map(function (item) { return item.dataset.document; }).filter(function (name) { return counts.get(name) > SHOWN; })),
    };
  };

  /* Opens what was open when `seen` was taken and every document with a hit that was not there then; gives the first
     such hit. */
  draw.beyond = function (place, seen) {
    var items = Array.from(place.querySelectorAll(".vk-hit"));
    var fresh = items.filter(function (item) { return !seen.names.has(nameOf(item)); });
    var opened = new Set(fresh.map(function (item) { return item.dataset.document; }));
    items.forEach(function (item) {
      if (!seen.opened.has(item.dataset.document) && !opened.has(item.dataset.document)) return;
      var button = item.querySelector(".vk-hit__more");
      if (button) button.remove();
      item.hidden = false;
    });
    return fresh[0];
  };

  /* Links to the pages of the numbers that a query names. */
  draw.numbers = function (numbers) {
    if (!numbers || !numbers.length) return null;
    return element(
      "ul",
      { class: "vk-found-numbers" },
      numbers.map(function (number) {
        return element("li", { "data-state": number.held ? "linked" : "missing" }, [
          element("a", { href: root() + number.url }, ["Số " + number.printed]),
          element("span", { class: "vk-aside" }, [number.held ? " Có trong kho" : " Chưa có trong kho"]),
        ]);
      }),
    );
  };

  /* "Bạn có tìm …?": `choose(text)` is called when it is taken. */
  draw.suggestion = function (suggestion, choose) {
    if (!suggestion) return null;
    var link = element("a", { href: root() + "tim-kiem.html?q=" + encodeURIComponent(suggestion.text) }, [suggestion.text]);
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(suggestion.text);
    });
    return element("p", { class: "vk-suggestion" }, ["Bạn có tìm ", link, "?"]);
  };

  /* "n kết quả trong m văn bản", or that only the nearest could be found; with what was looked for, where that is not
     what stands in the field. */
  draw.total = function (answer, typed) {
    if (!answer.total) return "Không tìm thấy.";
    if (answer.nearest) return "Không tìm thấy; kết quả gần nhất:";
    var words = draw.count(answer.total) + " kết quả trong " + draw.count(answer.documents) + " văn bản";
    return typed && answer.query !== typed ? words + " cho “" + answer.query + "”" : words;
  };
})();
