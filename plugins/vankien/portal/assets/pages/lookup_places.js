/* The place in a document that a typed citation names; the same steps as portal/lookup/places.py. */
(function () {
  "use strict";
  var lookup = globalThis.vankien.lookup;
  var ROMAN = /^[ivxlc]+$/;
  var LETTER = /^[a-z]$/;
  var KHOAN = 4;
  var JOINS = [",", ";", "va", "hoac", "hay", "den", "toi", "-", "–"];
  var RANGES = ["den", "toi", "-", "–"];
  var MOST_LISTED = 24;

  /* A printed number as it stands in a clause id. */
  lookup.idNumber = function (number) {
    var key = number.toLowerCase().replace(/đ/g, "dd");
    key = lookup.fold(key).replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
    return key.replace(/(^|-)0+(?=[0-9])/g, "$1");
  };

  function unit(level, rank, number) {
    return { level: level, rank: rank, number: number, more: [] };
  }

  function levelAt(tokens, at, grammar) {
    for (var length = Math.min(grammar.longest, tokens.length - at); length > 0; length--) {
      var words = tokens.slice(at, at + length).map(function (token) { return token.folded; }).join(" ");
      if (lookup.has(grammar.levels, words)) return { level: grammar.levels[words], after: at + length };
    }
    return null;
  }

  function valueAt(tokens, at, grammar) {
    var token = tokens[at];
    var following = tokens[at + 1] && tokens[at + 1].glued ? tokens[at + 1] : null;
    if (!token) return null;
    if (token.isNumber) {
      if (following && LETTER.test(following.folded)) {
        return { value: lookup.idNumber(token.raw + following.raw), after: at + 2 };
      }
      return { value: lookup.idNumber(token.raw), after: at + 1 };
    }
    if (lookup.has(grammar.ordinals, token.folded)) {
      return { value: String(grammar.ordinals[token.folded]), after: at + 1 };
    }
    if (LETTER.test(token.folded)) {
      if (following && following.isNumber) return { value: lookup.idNumber(token.raw + following.raw), after: at + 2 };
      return { value: lookup.idNumber(token.raw), after: at + 1 };
    }
    return ROMAN.test(token.raw) ? { value: token.raw, after: at + 1 } : null;
  }

  function isFigure(number) {
    return /^[0-9]/.test(number);
  }

  /* What "1, 3" and "1 đến 3" name after `one`. */
  function upTo(one, join, other) {
    var count = Number(other) - Number(one);
    var isRange = RANGES.indexOf(join) >= 0 && /^[0-9]{1,3} [0-9]{1,3}$/.test(one + " " + other);
    if (!isRange || count < 1 || count > MOST_LISTED) return [other];
    return Array.from({ length: count }, function (_, n) { return String(Number(one) + n + 1); });
  }

  /* The further numbers of a list that begins with `first`, and what follows them. */
  function listAt(tokens, at, first, grammar) {
    var more = [];
    while (at + 1 < tokens.length && JOINS.indexOf(tokens[at].folded) >= 0) {
      var next = tokens[at + 1];
      if (next.isWord && next.raw.length > 1 && !ROMAN.test(next.raw)) break;
      var found = valueAt(tokens, at + 1, grammar);
      if (!found || (tokens[found.after] && ["-", "/", "–"].indexOf(tokens[found.after].raw) >= 0)) break;
      if (isFigure(found.value) === isFigure(first)) {
        more = more.concat(upTo(more.length ? more[more.length - 1] : first, tokens[at].folded, found.value));
      }
      at = found.after;
    }
    return { more: more.slice(0, MOST_LISTED), after: at };
  }

  function join(one, word, other) {
    var last = one.more.length ? one.more[one.more.length - 1] : one.number;
    one.more = one.more.concat(upTo(last, word, other.number), other.more).slice(0, MOST_LISTED);
  }

  function numbersAt(tokens, at, level, grammar) {
    while (tokens[at] && ["so", "thu", "("].indexOf(tokens[at].folded) >= 0) at++;
    var found = valueAt(tokens, at, grammar);
    if (!found) return { units: [], after: at };
    var after = found.after;
    var kind = /^[0-9]/.test(found.value) ? level[2] : level[0];
    var units = [unit(kind, kind === "khoan" ? KHOAN : level[1], found.value)];
    var deeper = kind === "khoan" ? found.value : "";
    while (tokens[after + 1] && tokens[after].raw === "." && tokens[after + 1].isNumber && tokens[after + 1].glued) {
      deeper = deeper ? deeper + "-" + tokens[after + 1].raw : tokens[after + 1].raw;
      units.unshift(unit("khoan", KHOAN, lookup.idNumber(deeper)));
      after += 2;
    }
    if (tokens[after] && tokens[after].raw === ")") after++;
    if (tokens[after + 2] && tokens[after].raw + tokens[after + 2].raw === "()" && tokens[after + 1].isNumber) {
      units.unshift(unit("khoan", KHOAN, lookup.idNumber(tokens[after + 1].raw)));
      after += 3;
    }
    var list = listAt(tokens, after, found.value, grammar);
    if (units.length === 1) units[0].more = list.more;
    return { units: units, after: list.after };
  }

  function bareAt(tokens, at) {
    var one = tokens[at];
    var sign = tokens[at + 1];
    var other = tokens[at + 2];
    if (!other || !sign.glued || !other.glued || (tokens[at + 3] && tokens[at + 3].glued)) return null;
    if (sign.raw === "/" && one.isNumber && ROMAN.test(other.raw)) {
      return { units: [unit("khoan", KHOAN, lookup.idNumber(one.raw)), unit("muc", 7, other.raw)], after: at + 3 };
    }
    if (sign.raw === "." && ROMAN.test(one.raw) && other.isNumber) {
      return { units: [unit("khoan", KHOAN, lookup.idNumber(other.raw)), unit("muc", 7, one.raw)], after: at + 3 };
    }
    return null;
  }

  /* {units, left}: the levels in printed order, and the tokens that are left for the document. */
  lookup.readPlaces = function (tokens, grammar) {
    var units = [];
    var left = [];
    var listing = null;
    var end = 0;
    var at = 0;
    while (at < tokens.length) {
      var level = levelAt(tokens, at, grammar);
      var taken = null;
      if (level) taken = numbersAt(tokens, level.after, level.level, grammar);
      else if (!units.length && !left.length) taken = bareAt(tokens, at);
      var last = units[units.length - 1];
      var goesOn = listing && level && String(level.level) === listing && at === end + 1 && JOINS.indexOf(tokens[end].folded) >= 0;
      if (goesOn && taken.units.length === 1 && taken.units[0].level === last.level) {
        left.pop();
        join(last, tokens[end].folded, taken.units[0]);
        end = at = taken.after;
      } else if (taken && taken.units.length) {
        units = units.concat(taken.units);
        listing = level && taken.units.length === 1 ? String(level.level) : null;
        end = at = taken.after;
      } else left.push(tokens[at++]);
    }
    return { units: units, left: left };
  };

  /* The levels as clause ids, the likelier reading first. */
  lookup.pathsOf = function (units) {
    if (!units.length) return [];
    var falling = units.length > 1 && units.every(function (one, at) {
      return !at || units[at - 1].rank > one.rank;
    });
    var down = falling ? units : units.slice().reverse();
    var paths = [down, down.slice().reverse()].map(function (order) {
      return order.map(function (one) { return one.level + "-" + one.number; }).join("_");
    });
    var others = paths.map(function (path) { return path.replace(/diem-d(?=_|$)/g, "diem-dd"); });
    return Array.from(new Set(paths.concat(others)));
  };

  /* pathsOf for each place that a list of numbers names, in printed order. */
  lookup.readingsOf = function (units) {
    var places = units.reduceRight(function (rest, one) {
      return [one.number].concat(one.more).flatMap(function (number) {
        return rest.map(function (tail) { return [unit(one.level, one.rank, number)].concat(tail); });
      }).slice(0, MOST_LISTED);
    }, [[]]);
    return units.length ? places.map(lookup.pathsOf) : [];
  };
})();
