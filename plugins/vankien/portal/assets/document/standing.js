/* What a document's own dates mean on the day of reading. Without a last day nobody can say that it is still in force:
   then the dates stand alone. */
(function () {
  "use strict";
  var place = document.querySelector(".vk-standing[data-standing=dated]");
  if (!place) return;
  var now = new Date();
  var today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (part) {
    return String(part).padStart(2, "0");
  }).join("-");
  var from = place.dataset.effective;
  var to = place.dataset.expires;
  var word = "";

  if (to && to <= today) word = "Hết hiệu lực toàn bộ";
  else if (from && from > today) word = "Chưa có hiệu lực";
  else if (to) word = "Còn hiệu lực";
  if (!word) return;
  place.textContent = word + " (" + place.textContent.charAt(0).toLowerCase() + place.textContent.slice(1) + ")";
  if (to && to <= today) place.dataset.standing = "expired";
})();
