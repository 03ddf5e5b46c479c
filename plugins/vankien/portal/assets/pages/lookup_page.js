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
  var turn = 0;
  var timer = 0;

  function line(place) {
    var notes = [];
    if (place.exactness === "deepest") notes.push("Không có điểm này; mở đến " + place.label);
    if (place.exactness === "document") notes.push("Không có điều khoản này; mở toàn văn");
    if (!place.dated) notes.push("Văn bản này ghi ngày " + draw.date(place.date));
    var facts = [place.date && "ngày " + draw.date(place.date), place.issuer, place.title].filter(Boolean);
    return element("li", {}, [
      element("a", { class: "vk-lookup__place", href: lookup.addressOf(place) }, [lookup.nameOf(place)]),
      facts.length ? element("p", { class: "vk-aside" }, [facts.join(" · ")]) : null,
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

  function show(text, found) {
    var count = found.places.length + found.missing.length;
    var lines = found.places.map(line).concat(found.missing.map(missingLine));
    var head = found.sure ? ONE : found.listed ? "Viện dẫn nêu " + count + " nơi:" : count ? "Có thể là:" : "Không nhận ra viện dẫn nào trong kho.";
    status.textContent = head;
    answer.replaceChildren(element("ol", { class: "vk-lookup__places" }, lines));
    if (!found.sure && !found.listed) answer.append(searchLine(text));
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
    lookup.ask(text).then(function (found) {
      if (mine !== turn) return;
      if (go && found.sure) location.replace(lookup.addressOf(found.sure));
      else show(text, found);
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
    lookup.warm().catch(function () {
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
