/* Printing: the address and the day in the foot of each page. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var foot = document.querySelector(".vk-print-foot");
  var button = document.querySelector(".vk-print");
  if (!foot) return;

  addEventListener("beforeprint", function () {
    foot.textContent = vankien.address("") + " · In ngày " + new Date().toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" });
  });
  if (button && globalThis.print) {
    button.hidden = false;
    button.addEventListener("click", function () { globalThis.print(); });
  }
})();
