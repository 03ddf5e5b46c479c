/* The search box on every page: "/" or Ctrl-K opens it, Esc closes it. On the search page the field itself is meant. */
(function () {
  "use strict";
  var draw = globalThis.vankien.draw;
  var element = draw.element;
  var dialog = null;
  var field = null;
  var quick = null;

  function build() {
    var root = document.body.dataset.root || "";
    field = element("input", {
      class: "vk-field", type: "search", name: "q", autocomplete: "off", enterkeyhint: "search", spellcheck: "false",
      placeholder: "Nhập số, ký hiệu hoặc nội dung cần tìm", "aria-label": "Nhập số, ký hiệu hoặc nội dung cần tìm",
    });
    var status = element("p", { class: "vk-unseen", role: "status" });
    var panel = element("div", { class: "vk-quick", hidden: true });
    var close = element("button", { type: "button", class: "vk-button" }, ["Đóng"]);
    var form = element("form", { class: "vk-find__form", action: root + "tim-kiem.html", role: "search" }, [
      field, element("button", { class: "vk-button vk-button--main" }, ["Tìm kiếm"]), close,
    ]);
    dialog = element("dialog", { class: "vk-find", "aria-label": "Tìm kiếm" }, [form, status, panel]);
    document.body.append(dialog);
    quick = draw.quickSearch(field, panel, status);
    draw.arrows(field, dialog, ".vk-completion, .vk-reference__link, .vk-hit__link");
    field.addEventListener("keydown", function (event) {
      if (event.key !== "Escape") return;
      event.preventDefault(); // it would only empty the field
      dialog.close();
    });
    close.addEventListener("click", function () {
      dialog.close();
    });
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog) dialog.close();
      if (event.target.closest(".vk-quick a")) dialog.close();
    });
  }

  function open() {
    var own = document.querySelector("[data-search-field]");
    if (own) {
      own.focus();
      own.select();
      return;
    }
    if (typeof HTMLDialogElement === "undefined") {
      location.href = (document.body.dataset.root || "") + "tim-kiem.html"; // browsers without dialogs
      return;
    }
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    quick.run();
  }

  function typing(target) {
    if (target.closest("dialog:not([open])")) return false; // a box just closed keeps the focus until the next frame
    return target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  document.addEventListener("keydown", function (event) {
    var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    var control = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    if (!slash && !control) return;
    event.preventDefault();
    open();
  });

  document.querySelectorAll(".vk-search-open").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  });
})();
