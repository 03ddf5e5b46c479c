/* The outline follows the reading place, and opens behind one button where there is no room beside the text. */
(function () {
  "use strict";
  var outline = document.querySelector(".vk-outline");
  if (!outline) return;
  var button = document.querySelector(".vk-outline-open");
  var links = Array.from(outline.querySelectorAll("a"));
  var places = links.map(function (link) { return document.getElementById(link.getAttribute("href").slice(1)); });
  var current = null;
  var waiting = false;

  function follow() {
    waiting = false;
    var line = document.querySelector(".vk-header").getBoundingClientRect().bottom + 96;
    var found = null;
    for (var at = 0; at < places.length; at += 1) {
      if (places[at] && places[at].getBoundingClientRect().top <= line) found = links[at];
    }
    if (found === current) return;
    if (current) current.removeAttribute("aria-current");
    current = found;
    if (!current) return;
    current.setAttribute("aria-current", "location");
    var box = outline.getBoundingClientRect();
    var place = current.getBoundingClientRect();
    if (place.top < box.top || place.bottom > box.bottom) outline.scrollTop += place.top - box.top - box.height / 2;
  }

  function close() {
    outline.classList.remove("vk-outline--open");
    button.setAttribute("aria-expanded", "false");
  }

  addEventListener("scroll", function () {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(follow);
  }, { passive: true });
  follow();

  button.hidden = false;
  button.addEventListener("click", function () {
    var open = outline.classList.toggle("vk-outline--open");
    button.setAttribute("aria-expanded", String(open));
    if (open) (current || links[0]).focus({ preventScroll: true });
  });
  outline.addEventListener("click", function (event) {
    if (event.target.closest("a")) close();
  });
  document.addEventListener("click", function (event) {
    if (!outline.contains(event.target) && event.target !== button) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && outline.classList.contains("vk-outline--open")) {
      close();
      button.focus();
    }
  });
})();
