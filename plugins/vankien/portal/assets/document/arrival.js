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
  var moved = false;

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
      moved = true;
      location.replace("#" + found.closest(".vk-clause").id);
      return;
    }
    target = found && found.classList.contains("vk-clause") ? found : null;
    seen = false;
    bar.hidden = !target;
    if (!target) return;
    label.textContent = (moved ? "Đã chuyển đến " : "") + target.dataset.label + " · " + article.dataset.name;
    moved = false;
    copy.textContent = "Sao chép liên kết";
    watcher.observe(target.querySelector(".vk-own"));
  }

  addEventListener("hashchange", arrive);
  arrive();
})();
