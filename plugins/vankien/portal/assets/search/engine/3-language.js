// The query language. searching/language.py reads the same.

const QUERY_LIMIT = 1000;
const UNCLOSED = "Bỏ qua dấu ngoặc kép chưa đóng.";
const FIELD = /^(-?)([A-Za-z\u00c0-\u024f\u1e00-\u1eff]+):(.*)$/s;
const YEARS = /^([0-9]{4})?(?:(\.\.|-)([0-9]{4})?)?$/;
const BLANKS = /[\u0000-\u001f\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g;
const DIGITS = /^[0-9]+$/;

/** The query that `text` says: {text, runs, phrases, excluded, filters, years, notices}. */
function parseQuery(text, words) {
  text = text.normalize("NFC").replace(BLANKS, " ");
  text = Array.from(text.slice(0, 2 * QUERY_LIMIT)).slice(0, QUERY_LIMIT).join("");
  const runs = [[]], phrases = [], excluded = [], filters = {};
  let years = null, notices = [], place = 0;
  const piece = /(-?)"([^"]*)("?)|([^ ]+)/g;
  for (;;) {
    piece.lastIndex = place;
    const match = piece.exec(text);
    if (!match) break;
    place = match.index + match[0].length;
    if (match[4] === undefined) {
      const found = tokensAt(match[2], match.index + match[1].length + 1);
      if (!match[3]) {
        notices = [UNCLOSED];
        runs[runs.length - 1].push(...found);
      } else if (match[1] && found.length) {
        excluded.push(found);
      } else if (found.length) {
        phrases.push(found);
        runs.push(found, []);
      }
      continue;
    }
    let plain = match[4];
    if (plain.includes('"')) {
      place = match.index + cutAtQuote(plain);
      plain = text.slice(match.index, place);
    }
    if (words.or.includes(plain)) {
      runs.push([]);
      continue;
    }
    const name = FIELD.exec(plain);
    const field = name && !name[1] ? foldedWords(name[2]).join("") : "";
    if (Object.hasOwn(words.fields, field)) {
      const key = words.fields[field];
      let value;
      [value, place] = filterValue(text, match.index + name[2].length + 1, place);
      const span = key === "year" ? yearSpan(value) : null;
      if (span) {
        years = span;
        continue;
      }
      if (value.trim() && key !== "year") {
        filters[key] = [...(filters[key] || []), value.trim()];
        continue;
      }
    }
    const found = tokensAt(plain, match.index);
    if (plain.startsWith("-") && plain.length > 1 && found.length && mayExclude(runs[runs.length - 1], plain)) {
      excluded.push(found);
    } else {
      runs[runs.length - 1].push(...found);
    }
  }
  return {text, runs: runs.filter((run) => run.length), phrases, excluded, filters, years, notices};
}

function cutAtQuote(plain) {
  const mark = plain.indexOf('"');
  const before = plain.slice(0, mark);
  return before.endsWith(":") || mark === 0 || before === "-" ? plain.length : mark;
}

function filterValue(text, start, end) {
  if (text[start] !== '"') return [text.slice(start, end), Math.max(start, end)];
  const close = text.indexOf('"', start + 1);
  return close >= 0 ? [text.slice(start + 1, close), close + 1] : [text.slice(start + 1, end), end];
}

function yearSpan(value) {
  const match = YEARS.exec(value);
  if (!match || !(match[1] || match[3])) return null;
  const first = match[1] ? Number(match[1]) : null;
  const last = match[3] ? Number(match[3]) : null;
  return match[2] ? [first, last] : [first, first];
}

function mayExclude(run, plain) {
  return LETTERS.has(plain[1]) && !DIGITS.test(plain[1]) && !(run.length && DIGITS.test(run[run.length - 1].folded));
}

function tokensAt(text, start) {
  return tokens(text).map((word) => ({...word, start: word.start + start, end: word.end + start}));
}
