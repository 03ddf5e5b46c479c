/* A typed citation as tokens; the same steps as portal/lookup/tokens.py. */
(function () {
  "use strict";
  var vankien = (globalThis.vankien = globalThis.vankien || {});
  var lookup = (vankien.lookup = vankien.lookup || { clauses: {} });
  var TOKEN = /[0-9]+|\p{L}+|\S/gu;
  var DATE = new RegExp(
    "(?:ngày|ngay)\\s*(\\d{1,2})\\s*(?:tháng|thang)\\s*(\\d{1,2})\\s*(?:năm|nam)\\s*(\\d{4})" +
      "|(^|[^\\d/.-])(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})(?![\\d/])",
    "i",
  );
  var LONGEST = 2000;

  lookup.has = function (object, key) {
    return Object.prototype.hasOwnProperty.call(object, key);
  };

  lookup.fold = function (text) {
    return text.toLowerCase().replace(/[đð]/g, "d").normalize("NFD").replace(/\p{Mn}/gu, "");
  };

  lookup.words = function (text) {
    return lookup.fold(text).match(/[a-z0-9]+/g) || [];
  };

  function two(number) {
    return ("0" + Number(number)).slice(-2);
  }

  /* {tokens: [{raw, folded, glued, isNumber, isWord}], date: ISO or null} */
  lookup.readTokens = function (text) {
    text = text.slice(0, LONGEST).normalize("NFC");
    var date = null;
    var match = DATE.exec(text);
    if (match) {
      var parts = match[1] ? match.slice(1, 4) : match.slice(5, 8);
      date = parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
      text = text.slice(0, match.index) + (match[4] || "") + " " + text.slice(match.index + match[0].length);
    }
    var end = -1;
    var tokens = Array.from(text.toLowerCase().matchAll(TOKEN), function (found) {
      var raw = found[0];
      var token = {
        raw: raw,
        folded: lookup.fold(raw),
        glued: found.index === end,
        isNumber: /^[0-9]/.test(raw),
        isWord: /^\p{L}/u.test(raw),
      };
      end = found.index + raw.length;
      return token;
    });
    return { tokens: tokens, date: date };
  };
})();
