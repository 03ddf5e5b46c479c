/* tra-cuu.html: a pasted citation opens its clause; where it is not sure, the candidates stand there to be chosen. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var lookup = vankien.lookup;
  var draw = vankien.draw;
  var element = draw.element;
  var field = document.querySelector("[data-lookup-field]");
  if (!field) return;
  var answer = document.querySelector("[data-lookup-answer]");
  var status = document.querySelector("[data-lookup-status]");
  var root = document.body.dataset.root || "";
  var ONE = "Đúng một nơi:";
  var loading = {};
  var table = null;
  var turn = 0;
  var timer = 0;

  /* A script of the folder tra-cuu/, fetched once; the same on http(s):// and file://. */
  function load(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = element("script", { src: root + "tra-cuu/" + name });
      script.addEventListener("load", resolve);
      script.addEventListener("error", function () {
        delete loading[name];
        reject(new Error("Không tải được dữ liệu tra cứu (" + name + "). Hãy tải lại trang."));
      });
      document.head.append(script);
    });
    return loading[name];
  }

  function tables() {
    return load("bang.js").then(function () {
      table = table || lookup.prepare(lookup.table);
      return table;
    });
  }

  function clausesOf(at) {
    var group = Math.floor(at / table.group);
    return load(group + ".js").then(function () {
      return lookup.clauses[group][at % table.group];
    });
  }

  function address(place) {
    return root + "van-ban/" + place.document + ".html" + (place.clause ? "#" + place.clause : "");
  }

  function labelOf(place) {
    var at = table.documents.findIndex(function (document) { return document.id === place.document; });
    return clausesOf(at).then(function (clauses) {
      var found = clauses.find(function (clause) { return clause[0] === place.clause; });
      return { place: place, name: table.documents[at].name, date: table.documents[at].date, label: found ? found[1] : "" };
    });
  }

  function line(item) {
    var words = item.label ? item.label + ", " + item.name : item.name;
    var notes = [];
    if (item.place.exactness === "deepest") notes.push("Không có điểm này; mở đến " + item.label);
    if (item.place.exactness === "document") notes.push("Không có điều khoản này; mở toàn văn");
    if (!item.place.dated) notes.push("Văn bản này ghi ngày " + draw.date(item.date));
    return element("li", {}, [
      element("a", { class: "vk-lookup__place", href: address(item.place) }, [words]),
      notes.length ? element("p", { class: "vk-aside" }, [notes.join(". ") + "."]) : null,
    ]);
  }

  function missingLine(number) {
    return element("li", {}, [
      element("a", { class: "vk-lookup__place", href: root + "so-hieu/" + number.slug + ".html" }, ["Số " + number.printed]),
      element("p", { class: "vk-aside" }, ["Chưa có trong kho; xem nơi viện dẫn."]),
    ]);
  }

  function searchLine(text) {
    return element("p", {}, [
      element("a", { href: root + "tim-kiem.html?q=" + encodeURIComponent(text) }, ["Tìm “" + text + "” trong nội dung văn bản"]),
    ]);
  }

  function show(text, found, items) {
    var count = found.places.length + found.missing.length;
    var lines = items.map(line).concat(found.missing.map(missingLine));
    var head = found.sure ? ONE : count ? "Có thể là:" : "Không nhận ra viện dẫn nào trong kho.";
    status.textContent = head;
    answer.replaceChildren(element("ol", { class: "vk-lookup__places" }, lines));
    if (!found.sure) answer.append(searchLine(text));
  }

  /* `go`: open the place at once when there is only one. */
  function run(go) {
    var text = field.value.trim();
    var mine = ++turn;
    if (!text) {
      status.textContent = "";
      answer.replaceChildren();
      return;
    }
    tables().then(function () {
      return lookup.findPlaces(text, table, clausesOf);
    }).then(function (found) {
      if (mine !== turn) return null;
      if (go && found.sure) {
        location.replace(address(found.sure));
        return null;
      }
      return Promise.all(found.places.map(labelOf)).then(function (items) {
        if (mine === turn) show(text, found, items);
      });
    }).catch(function (error) {
      if (mine === turn) status.textContent = error.message;
    });
  }

  function remember() {
    try {
      history.replaceState(null, "", location.pathname + (field.value.trim() ? "?q=" + encodeURIComponent(field.value.trim()) : ""));
    } catch (error) {
      return; // Some browsers keep the address of a file:// page fixed.
    }
  }

  function open() {
    clearTimeout(timer);
    remember();
    var first = answer.querySelector("a.vk-lookup__place");
    if (status.textContent === ONE && first) location.href = first.href;
    else run(true);
  }

  function fit() {
    field.style.height = "auto";
    field.style.height = field.scrollHeight + 2 + "px";
  }

  field.addEventListener("input", function () {
    clearTimeout(timer);
    fit();
    timer = setTimeout(run, 150, false);
  });
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  field.form.addEventListener("submit", function (event) {
    event.preventDefault();
    open();
  });
  field.addEventListener("focus", function () {
    tables().catch(function () {
      return null; // the look-up itself says what is wrong
    });
  });
  document.querySelectorAll("[data-lookup-example]").forEach(function (button) {
    button.addEventListener("click", function () {
      field.value = button.textContent;
      fit();
      field.focus();
      run(false);
    });
  });
  var asked = new URLSearchParams(location.search).get("q");
  if (asked) field.value = asked;
  run(Boolean(asked));
})();
