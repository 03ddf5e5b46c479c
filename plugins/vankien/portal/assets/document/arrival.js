/* A clause reached by its link: its full label stands at the top of the screen for as long as the clause is in view. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var article = document.querySelector(".vk-doc");
  if (!article) return;
  var bar = document.createElement("div");
  var label = document.createElement("span");
  var copy = document.createElement("button");
  var target = null;
  var seen = false;
  var how = "";

  bar.className = "vk-arrival";
  bar.hidden = true;
  bar.setAttribute("role", "status");
  label.className = "vk-arrival__label";
  copy.type = "button";
  copy.className = "vk-arrival__copy";
  copy.textContent = "Sao chép liên kết";
  copy.addEventListener("click", function () {
    if (!target) return;
    vankien.copy(vankien.address(target.id)).then(function (done) {
      copy.textContent = done ? "Đã sao chép" : "Không sao chép được";
    });
  });
  bar.append(label, copy);
  document.querySelector(".vk-header").append(bar);

  var watcher = new IntersectionObserver(function (entries) {
    var inView = entries[entries.length - 1].isIntersecting;
    if (inView) seen = true;
    else if (seen) bar.hidden = true;
    if (inView && target) bar.hidden = false;
  }, { rootMargin: "-56px 0px 0px 0px" });

  /* The clause above one that the document does not have: "muc-ii_khoan-9_diem-a" stands below "muc-ii". */
  function above(id) {
    for (var at = id.lastIndexOf("_"); at > 0; at = id.lastIndexOf("_", at - 1)) {
      var clause = document.getElementById(id.slice(0, at));
      if (clause && clause.classList.contains("vk-clause")) return clause;
    }
    return null;
  }

  function go(clause, words) {
    how = words;
    location.replace("#" + clause.id);
  }

  function arrive() {
    watcher.disconnect();
    var id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (error) {
      id = location.hash.slice(1);
    }
    var found = id ? document.getElementById(id) : null;
    if (found && found.classList.contains("vk-old")) {
      go(found.closest(".vk-clause"), "Đã chuyển đến ");
      return;
    }
    var near = id && !found ? above(id) : null;
    if (near) {
      go(near, "Không có điểm này; mở đến ");
      return;
    }
    target = found && found.classList.contains("vk-clause") ? found : null;
    seen = false;
    copy.hidden = !target;
    bar.hidden = !target && Boolean(found || !id);
    if (!target) {
      label.textContent = "Văn bản này không có nội dung mà liên kết nêu.";
      addEventListener("scroll", function () { bar.hidden = !target; }, { once: true, passive: true });
      return;
    }
    label.textContent = how + target.dataset.label + " · " + article.dataset.name;
    how = "";
    copy.textContent = "Sao chép liên kết";
    watcher.observe(target.querySelector(".vk-own"));
  }

  addEventListener("hashchange", arrive);
  arrive();
})();
