/* Arrow keys between a field and the links below it. Extends `vankien.draw`. */
(function () {
  "use strict";
  var draw = globalThis.vankien.draw;

  function visible(element) {
    return !element.closest("[hidden]");
  }

  /* Down and Up move over the elements that `selector` finds in `scope`, Home and End to the ends, Up from the first
     back to `field`; Esc goes back to `field` too. */
  draw.arrows = function (field, scope, selector) {
    scope.addEventListener("keydown", function (event) {
      var items = Array.from(scope.querySelectorAll(selector)).filter(visible);
      var at = items.indexOf(document.activeElement);
      if (event.altKey || event.ctrlKey || event.metaKey || (at < 0 && document.activeElement !== field)) return;
      var next = null;
      if (event.key === "ArrowDown") next = items[at + 1] || null;
      else if (event.key === "ArrowUp" && at >= 0) next = at ? items[at - 1] : field;
      else if (event.key === "Home" && at >= 0) next = items[0];
      else if (event.key === "End" && at >= 0) next = items[items.length - 1];
      else if (event.key === "Escape" && at >= 0) {
        event.stopPropagation();
        next = field;
      }
      if (!next) return;
      event.preventDefault();
      next.focus();
      if (next === field) field.select();
    });
  };
})();
