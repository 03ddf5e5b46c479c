/* Asks the table of the archive (tra-cuu/*.js), which is fetched by script tags when it is needed. */
(function () {
  "use strict";
  var vankien = globalThis.vankien;
  var lookup = vankien.lookup;
  var root = document.body.dataset.root || "";
  var loading = {};
  var table = null;

  function load(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = vankien.draw.element("script", { src: root + "tra-cuu/" + name });
      script.addEventListener("load", resolve);
      script.addEventListener("error", function () {
        delete loading[name];
        reject(new Error("Không tải được dữ liệu tra cứu (" + name + "). Hãy tải lại trang."));
      });
      document.head.append(script);
    });
    return loading[name];
  }

  function clausesOf(at) {
    var group = Math.floor(at / table.group);
    return load(group + ".js").then(function () {
      return lookup.clauses[group][at % table.group];
    });
  }

  function named(place) {
    var at = table.documents.findIndex(function (document) { return document.id === place.document; });
    return clausesOf(at).then(function (clauses) {
      var clause = clauses.find(function (one) { return one[0] === place.clause; });
      ["name", "date", "issuer", "title"].forEach(function (key) { place[key] = table.documents[at][key]; });
      place.label = clause ? clause[1] : "";
      return place;
    });
  }

  /* Fetches the head of the table; safe to call again. */
  lookup.warm = function () {
    return load("bang.js").then(function () {
      table = table || lookup.prepare(lookup.table);
    });
  };

  /* A promise of what lookup.findPlaces finds; its places also have `name`, `date`, `issuer`, `title` and `label`. */
  lookup.ask = function (text) {
    return lookup.warm().then(function () {
      return lookup.findPlaces(text, table, clausesOf);
    }).then(function (found) {
      return Promise.all(found.places.map(named)).then(function () {
        return found;
      });
    });
  };

  lookup.addressOf = function (place) {
    return root + "van-ban/" + place.document + ".html" + (place.clause ? "#" + place.clause : "");
  };

  /* What a place is called: "khoản 2, Mục II Nghị quyết số …". */
  lookup.nameOf = function (place) {
    return place.label ? place.label + " " + place.name : place.name;
  };
})();
