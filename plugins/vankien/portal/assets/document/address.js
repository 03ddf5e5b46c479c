/* The address that a reader can pass on: the portal's public one, or this page's own where the site has none.
   A local path (file://) is never given away: then the address within the portal stands for it. */
(function () {
  "use strict";
  var vankien = (globalThis.vankien = globalThis.vankien || {});
  var body = document.body;

  /* Whether the address is one that others can open. */
  vankien.isPublic = function () {
    return Boolean(body.dataset.site) || /^https?:$/.test(location.protocol);
  };

  vankien.address = function (id) {
    var path = body.dataset.path + (id ? "#" + id : "");
    if (body.dataset.site) return body.dataset.site + path;
    if (vankien.isPublic()) return location.href.split("#")[0].split("?")[0] + (id ? "#" + id : "");
    return path;
  };
})();
