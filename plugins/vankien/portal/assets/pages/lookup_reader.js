/* What a typed citation says; the same steps as portal/lookup/reader.py. */
(function () {
  "use strict";
  var lookup = globalThis.vankien.lookup;

  function part(token) {
    return token.isNumber ? token.folded.replace(/^0+/, "") || "0" : token.folded;
  }

  function typeAt(tokens, at, grammar) {
    for (var length = Math.min(grammar.longest, tokens.length - at); length > 0; length--) {
      var words = tokens.slice(at, at + length).map(function (token) { return token.folded; }).join(" ");
      if (lookup.has(grammar.types, words)) return { names: grammar.types[words], after: at + length };
    }
    var after = at + 1;
    var token = tokens[at];
    if (tokens[after] && tokens[after].folded === "so") after++;
    if (tokens[after] && tokens[after].isNumber && token.raw.replace(/đ/g, "d") === token.folded) {
      if (lookup.has(grammar.abbreviations, token.folded)) {
        return { names: grammar.abbreviations[token.folded], after: at + 1 };
      }
    }
    return null;
  }

  function readDocument(tokens, grammar, marks) {
    var found = { types: [], number: [], words: [] };
    var waiting = [];
    var closed = false;
    var at = 0;
    while (at < tokens.length) {
      var token = tokens[at];
      var type = typeAt(tokens, at, grammar);
      var joined = token.glued || (at > 0 && ["-", "/", "–", "."].indexOf(tokens[at - 1].raw) >= 0);
      var open = found.number.length > 0 && !closed;
      if (open && (token.isNumber || token.isWord) && (joined || marks.has(token.folded))) {
        found.number.push(part(token));
      } else if (token.isNumber && !found.number.length) {
        found.number = [part(token)].concat(waiting);
      } else if (type && !found.number.length && !found.types.length) {
        found.types = type.names;
        if (lookup.has(grammar.abbreviations, token.folded)) waiting.push(token.folded);
        at = type.after;
        continue;
      } else if (token.isWord) {
        closed = closed || found.number.length > 0;
        if (grammar.fillers.indexOf(token.folded) < 0) found.words.push(token.folded);
      } else if ([",", ";", "(", "“", '"'].indexOf(token.raw) >= 0) {
        closed = closed || found.number.length > 0;
      }
      at++;
    }
    return found;
  }

  /* {paths, more, types, number, words, date, said} */
  lookup.readReference = function (text, grammar, marks) {
    var read = lookup.readTokens(text);
    var places = lookup.readPlaces(read.tokens, grammar);
    var reference = readDocument(places.left, grammar, marks);
    var readings = lookup.readingsOf(places.units);
    reference.paths = readings[0] || [];
    reference.more = readings.slice(1);
    reference.date = read.date;
    reference.said = read.tokens
      .filter(function (token) { return token.isNumber || token.isWord; })
      .map(function (token) { return token.folded; });
    return reference;
  };
})();
