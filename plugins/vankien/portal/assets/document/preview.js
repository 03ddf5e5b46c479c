/* The preview of a citation: on pointing, on focus, and on the first tap, which the second tap follows. */
(function () {
  "use strict";
  var article = document.querySelector(".vk-doc");
  if (!article) return;
  var box = document.createElement("div");
  var shown = null;
  var timer = 0;
  var touched = false;

  box.className = "vk-preview";
  box.id = "vk-preview";
  box.hidden = true;
  document.body.append(box);

  function place(link) {
    var rects = link.getClientRects();
    var rect = rects[rects.length - 1];
    var width = Math.min(416, document.documentElement.clientWidth - 24);
    box.style.width = width + "px";
    var left = Math.min(Math.max(12, rect.left), document.documentElement.clientWidth - width - 12);
    box.style.left = left + scrollX + "px";
    var below = rect.bottom + 8;
    var above = rects[0].top - 8 - box.offsetHeight;
    var fits = below + box.offsetHeight <= innerHeight || above < 64;
    box.style.top = (fits ? below : above) + scrollY + "px";
  }

  function show(link) {
    var template = document.getElementById(link.dataset.preview);
    if (!template) return;
    clearTimeout(timer);
    if (shown !== link) box.replaceChildren(template.content.cloneNode(true));
    shown = link;
    box.hidden = false;
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    box.hidden = true;
    shown = null;
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  function referenceOf(event) {
    return event.target.closest ? event.target.closest(".vk-ref[data-preview]") : null;
  }

  article.addEventListener("pointerover", function (event) {
    var link = referenceOf(event);
    if (link && event.pointerType === "mouse") later(function () { show(link); }, 120);
  });
  article.addEventListener("pointerout", function (event) {
    if (referenceOf(event) && event.pointerType === "mouse") later(hide, 250);
  });
  box.addEventListener("pointerenter", function () { clearTimeout(timer); });
  box.addEventListener("pointerleave", function (event) {
    if (event.pointerType === "mouse") later(hide, 250);
  });
  article.addEventListener("focusin", function (event) {
    var link = referenceOf(event);
    if (link && link.matches(":focus-visible") && !touched) show(link);
  });
  article.addEventListener("focusout", function (event) {
    if (referenceOf(event) && !touched) later(hide, 150);
  });
  article.addEventListener("pointerdown", function (event) { touched = event.pointerType !== "mouse"; });
  article.addEventListener("click", function (event) {
    var link = referenceOf(event);
    if (link && touched && shown !== link) {
      event.preventDefault();
      show(link);
    }
  });
  document.addEventListener("pointerdown", function (event) {
    if (!box.hidden && !box.contains(event.target) && !referenceOf(event)) hide();
  });
  box.addEventListener("click", function (event) {
    if (event.target.closest("a")) hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
})();
