/* The map of citations: zoom, drag, arrow keys from document to document; the lines of the chosen one stand out. */
(function () {
  "use strict";
  var map = document.querySelector("[data-map]");
  if (!map) return;
  var pane = map.querySelector("[data-map-window]");
  var picture = map.querySelector("[data-map-picture]");
  var said = map.querySelector("[data-map-said]");
  var nodes = Array.from(picture.querySelectorAll("[data-key]"));
  var arrows = Array.from(picture.querySelectorAll("[data-from]"));
  var width = picture.viewBox.baseVal.width;
  var height = picture.viewBox.baseVal.height;
  var scale = 1;

  function zoom(next, x, y) {
    next = Math.min(2.5, Math.max(0.25, next));
    var left = (pane.scrollLeft + x) / scale;
    var top = (pane.scrollTop + y) / scale;
    scale = next;
    picture.setAttribute("width", width * scale);
    picture.setAttribute("height", height * scale);
    pane.scrollLeft = left * scale - x;
    pane.scrollTop = top * scale - y;
  }

  function middle(factor) {
    zoom(scale * factor, pane.clientWidth / 2, pane.clientHeight / 2);
  }

  function fit() {
    zoom(Math.min(1, pane.clientWidth / width), 0, 0);
    pane.scrollTo(0, 0);
  }

  function choose(node) {
    var key = node && node.dataset.key;
    var near = new Set([key]);
    var cites = 0;
    var cited = 0;
    arrows.forEach(function (arrow) {
      var from = arrow.dataset.from === key;
      var to = arrow.dataset.to === key;
      if (from) near.add(arrow.dataset.to);
      if (to) near.add(arrow.dataset.from);
      cites += from;
      cited += to;
      arrow.classList.toggle("is-near", from || to);
    });
    nodes.forEach(function (other) {
      other.classList.toggle("is-near", near.has(other.dataset.key));
    });
    picture.classList.toggle("has-choice", Boolean(node));
    said.textContent = node
      ? node.dataset.title + ": viện dẫn " + cites + " văn bản, được " + cited + " văn bản viện dẫn."
      : "";
  }

  /* The nearest node in the direction of an arrow key. */
  function neighbour(node, key) {
    var here = node.querySelector("rect").getBoundingClientRect();
    var best = null;
    var least = Infinity;
    nodes.forEach(function (other) {
      if (other === node) return;
      var there = other.querySelector("rect").getBoundingClientRect();
      var dx = there.left - here.left;
      var dy = there.top - here.top;
      var along = { ArrowRight: dx, ArrowLeft: -dx, ArrowDown: dy, ArrowUp: -dy }[key];
      var across = key === "ArrowLeft" || key === "ArrowRight" ? Math.abs(dy) : Math.abs(dx);
      if (along < 4 || along + 3 * across >= least) return;
      least = along + 3 * across;
      best = other;
    });
    return best;
  }

  map.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") middle(1.25);
    else if (event.key === "-") middle(0.8);
    else if (event.key === "0") fit();
    else if (event.key.startsWith("Arrow") && event.target.closest("[data-key]")) {
      var next = neighbour(event.target.closest("[data-key]"), event.key);
      if (next) next.focus();
    } else return;
    event.preventDefault();
  });
  map.addEventListener("click", function (event) {
    var button = event.target.closest("[data-zoom]");
    if (!button) return;
    if (button.dataset.zoom === "fit") fit();
    else middle(button.dataset.zoom === "in" ? 1.25 : 0.8);
  });
  pane.addEventListener("wheel", function (event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    var box = pane.getBoundingClientRect();
    zoom(scale * (event.deltaY < 0 ? 1.1 : 0.9), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  nodes.forEach(function (node) {
    node.addEventListener("mouseenter", choose.bind(null, node));
    node.addEventListener("mouseleave", choose.bind(null, null));
    node.addEventListener("focus", choose.bind(null, node));
    node.addEventListener("blur", choose.bind(null, null));
  });

  var held = null;
  pane.addEventListener("pointerdown", function (event) {
    if (event.pointerType !== "mouse" || event.button || event.target.closest("[data-key]")) return;
    held = { x: event.clientX, y: event.clientY, left: pane.scrollLeft, top: pane.scrollTop };
    pane.setPointerCapture(event.pointerId);
    pane.classList.add("is-held");
  });
  pane.addEventListener("pointermove", function (event) {
    if (!held) return;
    pane.scrollLeft = held.left - (event.clientX - held.x);
    pane.scrollTop = held.top - (event.clientY - held.y);
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    pane.addEventListener(name, function () {
      held = null;
      pane.classList.remove("is-held");
    });
  });

  map.querySelector("[data-map-tools]").hidden = false;
  if (width > pane.clientWidth) zoom(Math.max(0.85, pane.clientWidth / width), 0, 0);
})();
