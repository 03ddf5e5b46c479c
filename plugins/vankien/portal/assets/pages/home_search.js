/* The home page's field answers as one types. */
(function () {
  "use strict";
  var draw = globalThis.vankien.draw;
  var field = document.querySelector("[data-home-field]");
  if (!field) return;
  var panel = document.querySelector("[data-home-panel]");
  var quick = draw.quickSearch(field, panel, document.querySelector("[data-home-status]"));
  draw.arrows(field, document.querySelector(".vk-hero"), ".vk-completion, .vk-reference__link, .vk-hit__link");
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    panel.hidden = true;
  });
  document.addEventListener("click", function (event) {
    if (!event.target.closest(".vk-hero")) panel.hidden = true;
  });
  if (field.value) quick.run();
})();
