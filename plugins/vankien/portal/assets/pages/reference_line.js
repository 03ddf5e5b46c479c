/* In the search box too, a typed citation that means one clause gets a line that opens it. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var draw = vankien.draw;
  var SCRIPTS = ["tokens", "places", "reader", "finder", "asking"];
  var here = document.currentScript.src;
  var ready = null;

  function load(name) {
    return new Promise(function (resolve, reject) {
      var script = draw.element("script", { src: new URL("lookup_" + name + ".js", here).href });
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  /* The scripts of paste and go, one after the other; on their own page they are there already. */
  function scripts() {
    if (vankien.lookup && vankien.lookup.ask) return Promise.resolve();
    ready = ready || SCRIPTS.reduce(function (before, name) {
      return before.then(function () { return load(name); });
    }, Promise.resolve());
    return ready;
  }

  /* A promise of the line, or of null where the words name no single clause of the archive. */
  draw.reference = function (query) {
    if (!/\d|(?:^|[^\p{L}])[ivxIVX]+(?![\p{L}])/u.test(query)) return Promise.resolve(null);
    return scripts().then(function () {
      return vankien.lookup.ask(query);
    }).then(
      function (found) {
        if (!found.sure || !found.sure.clause) return null;
        return draw.element("p", { class: "vk-reference" }, [
          "Mở ",
          draw.element("a", { href: vankien.lookup.addressOf(found.sure), class: "vk-reference__link" }, [
            vankien.lookup.nameOf(found.sure),
          ]),
        ]);
      },
      function () {
        return null; // the search goes on without it
      },
    );
  };
})();
