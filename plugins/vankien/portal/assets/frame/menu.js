/* The list of pages closes with Esc, with a click outside, and when the focus leaves it. */
(function () {
  "use strict";
  var menu = document.querySelector(".vk-menu");
  if (!menu) return;
  var summary = menu.querySelector("summary");

  document.addEventListener("click", function (event) {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      summary.focus();
    }
  });
  menu.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
})();
