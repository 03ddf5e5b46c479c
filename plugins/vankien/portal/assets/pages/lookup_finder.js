/* From a reference to the clause, or to the candidates; the same steps as portal/lookup/finder.py. */
(function () {
  "use strict";
  var lookup = globalThis.vankien.lookup;
  var MOST_DOCUMENTS = 64;
  var MOST_PLACES = 24;
  var NAMED = 0.6;
  var LEVEL = /^(tieu-muc|phan|chuong|muc|dieu|khoan|diem|tiet|gach|cong|doan|phu-luc|kem-theo|chu-thich)-(.+)$/;
  var ALIKE = { khoan: "number", diem: "number", tiet: "number" };
  var ROMAN_KINDS = ["phan", "chuong", "muc", "tieu-muc", "khoan", "phu-luc"];
  var ALSO = { phan: "muc", muc: "number" };
  var ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100 };

  function arabic(number) {
    if (!/^[ivxlc]+$/.test(number)) return number;
    var values = Array.from(number, function (letter) { return ROMAN[letter]; });
    return String(values.reduce(function (sum, value, at) {
      return sum + (value < Math.max.apply(null, values.slice(at)) ? -value : value);
    }, 0));
  }

  /* A clause id with roman and arabic numbers alike, and khoản, điểm, tiết told apart by their place only. */
  lookup.looseKey = function (id) {
    var levels = id.split("_");
    var article = levels.findIndex(function (level) { return level.startsWith("dieu-"); });
    if (article >= 0) {
      var outer = levels.slice(0, article).filter(function (level) { return /^(?:kem-theo|phu-luc)-/.test(level); });
      levels = outer.concat(levels.slice(article));
    }
    return levels.map(function (level) {
      var match = LEVEL.exec(level);
      if (!match) return level;
      return (ALIKE[match[1]] || match[1]) + "-" + (ROMAN_KINDS.indexOf(match[1]) >= 0 ? arabic(match[2]) : match[2]);
    }).join("_");
  };

  function land(path, clauses) {
    var levels = path.split("_");
    for (var depth = levels.length; depth > 0; depth--) {
      var key = lookup.looseKey(levels.slice(0, depth).join("_"));
      var kind = key.split("-")[0];
      var found = clauses.get(key) || clauses.get(key.replace(kind, ALSO[kind] || kind));
      if (found) return { clause: found, exact: depth === levels.length };
    }
    return { clause: null, exact: false };
  }

  function fitsNumber(parts, asked) {
    return asked.length > 0 && parts.length > 0 && parts[0] === asked[0] && asked.every(function (one) {
      return parts.indexOf(one) >= 0;
    });
  }

  function fitsType(type, reference) {
    return !reference.types.length || reference.types.indexOf(type) >= 0;
  }

  /* Documents with one number, those that the other words name first; alone where they name every word. */
  function asNamed(found, reference, documents) {
    var shares = new Map(found.map(function (at) { return [at, share(documents[at], reference)]; }));
    var whole = found.filter(function (at) { return shares.get(at) === 1; });
    if (whole.length) return whole;
    return found.slice().sort(function (one, other) { return shares.get(other) - shares.get(one); });
  }

  function share(document, reference) {
    if (!reference.words.length || !fitsType(document.type, reference)) return 0;
    var known = new Set(document.words);
    return reference.words.filter(function (word) { return known.has(word); }).length / reference.words.length;
  }

  /* The documents (their places in the table) that the reference may mean. */
  function documentsOf(reference, documents) {
    var all = documents.map(function (document, at) { return at; });
    if (reference.number.length) {
      var found = all.filter(function (at) { return fitsNumber(documents[at].parts, reference.number); });
      var typed = found.filter(function (at) { return fitsType(documents[at].type, reference); });
      return asNamed(typed.length ? typed : found, reference, documents);
    }
    var scores = documents.map(function (document) { return share(document, reference); });
    var best = Math.max.apply(null, scores.concat(0));
    return all.filter(function (at) {
      return best >= NAMED ? scores[at] === best : reference.types.length && fitsType(documents[at].type, reference);
    });
  }

  function labelled(reference, clauses) {
    var best = null;
    var longest = reference.paths.length ? 2 * reference.paths[0].split("_").length : 0;
    clauses.forEach(function (clause) {
      var said = lookup.words(clause[1]);
      if (said.length > longest && reference.said.slice(0, said.length).join(" ") === said.join(" ")) {
        best = clause[0];
        longest = said.length;
      }
    });
    return best;
  }

  function placesIn(reference, document, clauses, alone) {
    var dated = !reference.date || !document.date || reference.date === document.date;
    function place(clause, exactness) {
      return { document: document.id, clause: clause, exactness: exactness, dated: dated };
    }
    var label = reference.more.length ? null : labelled(reference, clauses);
    if (label) return [place(label, "exact")];
    if (!reference.paths.length) return [place(null, "exact")];
    var keys = new Map();
    clauses.slice().reverse().forEach(function (clause) { keys.set(lookup.looseKey(clause[0]), clause[0]); });
    return [reference.paths].concat(reference.more).flatMap(function (paths) {
      var landed = paths.map(function (path) { return land(path, keys); });
      var exact = landed.find(function (one) { return one.exact; });
      if (exact) return [place(exact.clause, "exact")];
      var tails = paths.map(function (path) { return "_" + lookup.looseKey(path); });
      var below = Array.from(keys.keys()).sort().filter(function (key) {
        return tails.some(function (tail) { return key.endsWith(tail); });
      });
      if (below.length) return below.map(function (key) { return place(keys.get(key), "exact"); });
      if (!alone) return [];
      var deepest = landed.find(function (one) { return one.clause; });
      return [place(deepest ? deepest.clause : null, deepest ? "deepest" : "document")];
    });
  }

  /* Each place once. */
  function unlike(places) {
    var seen = new Map(places.map(function (place) { return [JSON.stringify(place), place]; }));
    return Array.from(seen.values());
  }

  /* `table` as tra-cuu/bang.js gives it, prepared by lookup.prepare; `clausesOf(at)` gives [[id, label]] or a promise. */
  lookup.findPlaces = function (text, table, clausesOf) {
    var reference = lookup.readReference(text, table.grammar, table.marks);
    var documents = documentsOf(reference, table.documents);
    var missing = table.numbers.filter(function (number) {
      return fitsNumber(number.parts, reference.number) && (!reference.types.length || number.types.some(function (type) {
        return reference.types.indexOf(type) >= 0;
      }));
    });
    var named = reference.number.length + reference.types.length + reference.words.length > 0;
    if (!documents.length && !named && reference.paths.length && table.documents.length <= MOST_DOCUMENTS) {
      documents = table.documents.map(function (document, at) { return at; });
    }
    return Promise.all(documents.slice(0, MOST_DOCUMENTS).map(clausesOf)).then(function (clauses) {
      var places = clauses.flatMap(function (these, n) {
        return placesIn(reference, table.documents[documents[n]], these, named);
      });
      var exact = places.filter(function (place) { return place.exactness === "exact"; });
      var best = exact.length ? exact : named ? places : [];
      var dated = best.filter(function (place) { return place.dated; });
      best = unlike(dated.length ? dated : best).slice(0, MOST_PLACES);
      var listed = reference.more.length > 0 && new Set(best.map(function (place) { return place.document; })).size === 1;
      var alone = best.length === 1 && !missing.length && best[0].exactness === "exact" && best[0].dated;
      return { places: best, missing: missing, sure: alone ? best[0] : null, listed: listed && !missing.length };
    });
  };

  /* The table's lists as objects, made once. */
  lookup.prepare = function (table) {
    return {
      grammar: table.grammar,
      group: table.group,
      marks: new Set(table.marks),
      documents: table.documents.map(function (row) {
        return { id: row[0], name: row[1], type: row[2], date: row[3], parts: row[4], words: row[5].split(" "), issuer: row[6], title: row[7] };
      }),
      numbers: table.numbers.map(function (row) {
        return { printed: row[0], slug: row[1], types: row[2], parts: row[3] };
      }),
    };
  };
})();
