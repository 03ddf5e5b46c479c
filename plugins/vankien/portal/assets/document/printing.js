/* Printing: the whole document or one clause, with the address and the day in the foot of each page. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var foot = document.querySelector(".vk-print-foot");
  var button = document.querySelector(".vk-print");
  var root = document.documentElement;
  var part = null;
  if (!foot) return;

  function whole() {
    root.classList.remove("vk-printing-part");
    if (part) part.classList.remove("vk-print-part");
    part = null;
  }

  addEventListener("beforeprint", function () {
    var day = new Date().toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric" });
    var label = part ? part.dataset.label + " · " : "";
    foot.textContent = label + vankien.address(part ? part.id : "") + " · In ngày " + day;
  });
  addEventListener("afterprint", whole);
  if (!globalThis.print) return;

  /* Prints a clause with all below it. */
  vankien.printPart = function (clause) {
    whole();
    part = clause;
    part.classList.add("vk-print-part");
    root.classList.add("vk-printing-part");
    globalThis.print();
  };
  if (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      whole();
      globalThis.print();
    });
  }
})();
