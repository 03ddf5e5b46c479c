/* The panel of a clause: its link is copied at once, its citation on request, and what was copied is shown. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var article = document.querySelector(".vk-doc");
  if (!article) return;
  var panel = null;
  var opener = null;

  function make(tag, className, words) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }

  function button(words, action) {
    var element = make("button", "vk-button", words);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  function cited(words, label, id) {
    var attached = id.indexOf("kem-theo") === 0 ? "ban hành kèm theo " : "";
    return (label ? label + " " + attached : "") + words + " (" + vankien.address(id) + ")";
  }

  function show(heading, words) {
    vankien.copy(words).then(function (done) {
      if (!panel) return;
      panel.querySelector(".vk-panel__status").textContent = done
        ? "Đã sao chép " + heading + (vankien.isPublic() ? ":" : ". Cổng chưa có địa chỉ công khai; đây là địa chỉ trong cổng:")
        : "Trình duyệt không cho sao chép; hãy chọn và sao chép dòng dưới đây:";
      var shown = panel.querySelector(".vk-panel__words");
      shown.textContent = words;
      if (!done) getSelection().selectAllChildren(shown);
      panel.scrollIntoView({ block: "nearest" });
    });
  }

  function reportLink(label, id) {
    var link = make("a", "vk-button vk-panel__report", "Báo sai sót");
    var subject = "Báo sai sót: " + (label ? label + ", " : "") + article.dataset.name;
    link.href = "mailto:" + article.dataset.report + "?subject=" + encodeURIComponent(subject) +
      "&body=" + encodeURIComponent(vankien.address(id) + "\n\n");
    return link;
  }

  function build(label, id) {
    var box = make("div", "vk-panel");
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", "Trích dẫn " + (label || article.dataset.name));
    var close = button("Đóng", function () { closePanel(true); });
    close.className = "vk-panel__close";
    box.append(make("p", "vk-panel__label", label || article.dataset.name), close);
    var status = make("p", "vk-panel__status");
    status.setAttribute("role", "status");
    var tools = make("div", "vk-panel__tools");
    tools.append(button("Sao chép liên kết", function () { show("liên kết", vankien.address(id)); }));
    if (id && vankien.printPart) {
      tools.append(button("In phần này", function () { vankien.printPart(document.getElementById(id)); }));
    }
    if (article.dataset.report) tools.append(reportLink(label, id));
    var citations = make("div", "vk-panel__tools");
    citations.append(
      button("Viện dẫn lần đầu", function () { show("trích dẫn (viện dẫn lần đầu)", cited(article.dataset.first, label, id)); }),
      button("Các lần sau", function () { show("trích dẫn (các lần sau)", cited(article.dataset.later, label, id)); })
    );
    box.append(status, make("p", "vk-panel__words"), make("p", "vk-panel__choose", "Sao chép trích dẫn"), citations, tools);
    return box;
  }

  function closePanel(back) {
    if (!panel) return;
    panel.remove();
    panel = null;
    document.documentElement.classList.remove("vk-has-panel");
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus({ preventScroll: true });
  }

  function open(source, place, label, id) {
    var again = panel && opener === source;
    closePanel(false);
    if (again) return;
    opener = source;
    opener.setAttribute("aria-expanded", "true");
    panel = build(label, id);
    place.after(panel);
    document.documentElement.classList.add("vk-has-panel");
    show("liên kết", vankien.address(id));
    panel.querySelector(".vk-panel__choose + .vk-panel__tools button").focus({ preventScroll: true });
  }

  article.addEventListener("click", function (event) {
    var source = event.target.closest(".vk-cite");
    if (!source) return;
    var clause = source.closest(".vk-clause");
    open(source, source.closest(".vk-line"), clause.dataset.label, clause.id);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && panel) closePanel(true);
  });
  document.addEventListener("click", function (event) {
    if (panel && !panel.contains(event.target) && !opener.contains(event.target)) closePanel(false);
  });

  article.querySelectorAll(".vk-cite").forEach(function (source) {
    source.setAttribute("aria-label", "Trích dẫn " + source.closest(".vk-clause").dataset.label);
    source.setAttribute("aria-expanded", "false");
  });
  var whole = article.querySelector(".vk-doc-cite");
  if (whole) {
    whole.hidden = false;
    whole.setAttribute("aria-expanded", "false");
    whole.addEventListener("click", function () { open(whole, whole.closest(".vk-doc__tools"), "", ""); });
  }
})();
