/* tim-kiem.html: search as one types, filters, order, and all of it in the address. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var draw = vankien.draw;
  var STEP = 30;
  var WAIT = 120; // milliseconds after the last key
  var field = document.querySelector("[data-search-field]");
  if (!field) return;
  var page = document.querySelector(".vk-seek");
  var status = page.querySelector("[data-search-status]");
  var results = page.querySelector("[data-search-results]");
  var filterPlace = page.querySelector("[data-search-filters]");
  var tools = page.querySelector("[data-search-tools]");
  var more = page.querySelector("[data-search-more]");
  var copied = page.querySelector("[data-search-copied]");
  var completions = page.querySelector("[data-search-completions]");
  var hints = page.querySelector("[data-search-hints]");
  var state = { query: "", filters: {}, sort: "relevance" };
  var limit = STEP;
  var turn = 0;
  var timer = 0;
  var openFacet = null;
  var typing = false; // what is typed may be half a word; what is sent or came with the address is not
  var leaving = false; // what is typed begins a search of its own, so that "back" leads to the one before

  function remember(push) {
    var here = vankien.searchAddress(state).split("?")[1] || "";
    var address = location.pathname + (here ? "?" + here : "");
    try {
      if (push && address !== location.pathname + location.search) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch (error) {
      return; // Some browsers keep the address of a file:// page fixed; the search works all the same.
    }
  }

  function drawAnswer(answer) {
    var proposal = draw.suggestion(answer.suggestion, function (text) {
      field.value = text;
      state.query = text;
      field.focus();
      run(true);
    });
    var parts = [proposal, draw.numbers(answer.numbers)];
    (answer.notices || []).forEach(function (notice) {
      parts.push(draw.element("p", { class: "vk-aside" }, [notice]));
    });
    if (answer.hits.length) parts.push(draw.hits(answer.hits));
    results.replaceChildren.apply(results, parts.filter(Boolean));
    status.textContent = draw.total(answer, state.query);
    hints.hidden = answer.total > 0;
    tools.hidden = !answer.hits.length;
    more.hidden = answer.hits.length >= answer.total || answer.hits.length < limit;
    draw.filters(filterPlace, answer, state.filters, openFacet, changeFilters);
    if (openFacet) {
      var box = filterPlace.querySelector('[data-facet="' + openFacet + '"] summary');
      if (box && !filterPlace.contains(document.activeElement)) box.focus();
    }
    tools.querySelectorAll("[data-sort]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.sort === state.sort));
    });
  }

  /* Completions stand below the field while one types. Where there are none, the last word may be a mistake. */
  function complete(items) {
    var list = draw.completions(items, "Gợi ý");
    var proposal = results.querySelector(".vk-suggestion");
    completions.replaceChildren.apply(completions, list ? [list] : []);
    if (proposal) proposal.hidden = Boolean(list);
  }

  function blank() {
    results.replaceChildren();
    completions.replaceChildren();
    status.textContent = "";
    hints.hidden = false;
    tools.hidden = true;
    more.hidden = true;
    filterPlace.hidden = true;
  }

  function run(push) {
    var mine = ++turn;
    remember(push || leaving);
    leaving = false;
    copied.hidden = true;
    document.title = (state.query ? state.query + " · " : "") + page.dataset.title;
    if (!state.query && !Object.keys(state.filters).length) {
      blank();
      return Promise.resolve();
    }
    var late = setTimeout(function () {
      if (mine === turn) status.textContent = "Đang tìm…";
    }, 300);
    var asked = typing && state.query ? draw.suggest(state.query, 6) : Promise.resolve([]);
    return asked.then(function (items) {
      var query = draw.anticipate(state.query, items);
      return vankien.search(query, { limit: limit, filters: state.filters, sort: state.sort }).then(function (answer) {
        clearTimeout(late);
        if (mine !== turn) return;
        drawAnswer(answer);
        complete(items);
        draw.reference(state.query).then(function (line) {
          if (line && mine === turn) results.prepend(line);
        });
      });
    }).catch(
      function (error) {
        clearTimeout(late);
        if (mine !== turn) return;
        blank();
        status.textContent = error.message;
      },
    );
  }

  /* The public address where the portal has one; a path on this disk is never given away. */
  function copyLink() {
    var path = vankien.searchAddress(state);
    var site = document.body.dataset.site;
    var address = site ? site + path : /^https?:$/.test(location.protocol) ? new URL(path, location.href).href : path;
    vankien.copy(address).then(function (done) {
      copied.replaceChildren(
        draw.element("span", {}, [done ? "Đã sao chép: " : "Chọn và sao chép: "]),
        draw.element("output", { class: "vk-copied" }, [address]),
      );
      copied.hidden = false;
    });
  }

  function changeFilters(filters, facet) {
    state.filters = filters;
    openFacet = facet;
    limit = STEP;
    run(true);
  }

  function readAddress() {
    typing = leaving = false;
    openFacet = null;
    state = vankien.readAddress(location.search);
    field.value = state.query;
    limit = STEP;
    return run(false);
  }

  field.addEventListener("input", function () {
    clearTimeout(timer);
    state.query = field.value.trim();
    openFacet = null;
    limit = STEP;
    leaving = leaving || (!typing && Boolean(location.search));
    typing = true;
    timer = setTimeout(run, WAIT, false);
  });
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    typing = false;
    state.query = field.value.trim();
    if (state.query) vankien.history.add(state.query);
    run(true).then(function () {
      if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard of a phone hides the results
    });
  });
  tools.addEventListener("click", function (event) {
    if (event.target.closest("[data-copy-search]")) {
      copyLink();
      return;
    }
    var button = event.target.closest("[data-sort]");
    if (!button) return;
    state.sort = button.dataset.sort;
    run(true);
  });
  more.addEventListener("click", function () {
    var seen = draw.seen(results);
    limit += STEP;
    run(false).then(function () {
      var next = draw.beyond(results, seen);
      if (next) next.querySelector(".vk-hit__link").focus();
    });
  });
  results.addEventListener("click", function (event) {
    if (event.target.closest("a") && state.query) vankien.history.add(state.query);
  });
  addEventListener("popstate", readAddress);
  field.addEventListener("focus", function () {
    vankien.warm().catch(function () {
      return null; // the search itself says what is wrong
    });
  });
  draw.arrows(field, page, ".vk-completion, .vk-reference__link, .vk-hit__link");
  draw.filterManners(filterPlace);
  readAddress();
  if (!state.query && matchMedia("(pointer: fine)").matches) field.focus();
})();
