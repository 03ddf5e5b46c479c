/* On the page "not found": shows the address asked for and offers its words as a search. */
(function () {
  "use strict";
  var place = document.querySelector("[data-wrong-address]");
  if (!place || /\/404\.html$/.test(location.pathname)) return;
  var path;
  try {
    path = decodeURIComponent(location.pathname);
  } catch (error) {
    path = location.pathname;
  }
  place.textContent = "Địa chỉ đã mở: " + path;
  place.hidden = false;
  var name = path.split("/").pop().replace(/\.html?$/, "");
  document.querySelector("[data-wrong-field]").value = name.split("-").join(" ").trim();
})();
