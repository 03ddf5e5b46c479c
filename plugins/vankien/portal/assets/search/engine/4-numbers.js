// Marks ("khoản 2 Điều 5") and numbers ("43-KL/TW") in queries. searching/marks.py and searching/numbers.py read the same.

const MARK_KINDS = ["tieu-muc", "phu-luc", "kem-theo", "chu-thich", "phan", "chuong", "muc", "dieu", "khoan", "diem", "tiet"];
const COMPONENT = new RegExp(`^(${MARK_KINDS.join("|")})-([a-z0-9]+(?:-[a-z0-9]+)*?)(-lan-[0-9]+)?$`);
const ROMAN = /^[ivxl]+$/;
const ROMAN_KINDS = new Set(["phan", "chuong", "muc", "tieu-muc", "phu-luc"]);
const SMALL_KINDS = new Set(["diem", "tiet"]);
const FIGURE = /^[0-9]{1,3}[a-z]?$/;
const ONE_LETTER = /^[a-z]$/;
const ROMAN_VALUES = {i: 1, v: 5, x: 10, l: 50};
const NUMERAL = /^[0-9]{1,5}$/;
const YEAR = /^(19|20)[0-9]{2}$/;
const BINDING = /^ ?[-/–] ?$/;
const ASSEMBLY = /^(qh|ubtvqh)[0-9]{1,2}$/;
const LONGEST_TYPE = 5, LONGEST_NUMBER = 5;
const EXACT = 3, PARTIAL = 2, LOOSE = 1;

function roman(text) {
  let total = 0;
  for (let i = 0; i < text.length; i++) {
    const value = ROMAN_VALUES[text[i]];
    total += value < ROMAN_VALUES[text[i + 1] || "i"] ? -value : value;
  }
  return total;
}

function markOf(kind, number) {
  return `${kind} ${ROMAN_KINDS.has(kind) && ROMAN.test(number) ? roman(number) : number}`;
}

/** The marks in a clause id, outermost first. */
function clauseMarks(clause) {
  const found = [];
  for (const component of clause.split("_")) {
    const match = COMPONENT.exec(component);
    if (match && !match[3]) found.push(markOf(match[1], match[2].replaceAll("-", ".")));
  }
  return found;
}

/** The marks that a query names, outermost first, and the places of the words that name them. */
function askedMarks(words, text) {
  const found = [], used = new Set();
  let index = 0;
  while (index < words.length - 1) {
    let kind = words[index].folded, step = 1;
    const double = `${kind}-${words[index + 1].folded}`;
    if ((double === "tieu-muc" || double === "phu-luc") && index + 2 < words.length) {
      kind = double;
      step = 2;
    }
    const number = markNumber(kind, words[index + step]);
    if (number === null) {
      index++;
      continue;
    }
    found.push([SMALL_KINDS.has(kind) && DIGITS.test(number[0]) ? "khoan" : kind, number]);
    for (let i = index; i <= index + step; i++) used.add(i);
    index += step + 1;
    while (index < words.length && gapBefore(words, text, index) === "." && DIGITS.test(words[index].folded)) {
      found.push(["khoan", words[index].folded]);
      used.add(index++);
    }
  }
  found.sort((a, b) => MARK_KINDS.indexOf(a[0]) - MARK_KINDS.indexOf(b[0]));
  return {marks: found.map(([kind, number]) => markOf(kind, number)), used};
}

function markNumber(kind, word) {
  const text = word.folded;
  if (kind === "dieu" || kind === "khoan" || ROMAN_KINDS.has(kind)) {
    if (FIGURE.test(text)) return text;
    return ROMAN_KINDS.has(kind) && ROMAN.test(text) ? text : null;
  }
  if (kind === "diem" && ONE_LETTER.test(text)) return word.accent.startsWith("đ") ? "dd" : text;
  return SMALL_KINDS.has(kind) && FIGURE.test(text) ? text : null;
}

/** How well a clause answers the marks asked for; 0 for not at all. */
function markScore(clause, asked) {
  const own = clauseMarks(clause);
  const hits = asked.filter((mark) => own.includes(mark)).length;
  if (!hits) return 0;
  let deepest = 0;
  own.forEach((mark, i) => { if (asked.includes(mark)) deepest = i; });
  return Math.max(0, 64 * hits - (clause.split("_").length - 1 - deepest));
}

function gapBefore(words, text, index) {
  return text.slice(words[index - 1].end, words[index].start);
}

function stripZeros(numeral) {
  return numeral.replace(/^0+/, "") || "0";
}

/** The numeral and the folded parts of a number key. */
function keyParts(key) {
  const dash = key.indexOf("-");
  const numeral = dash < 0 ? key : key.slice(0, dash);
  return {numeral: foldedWords(numeral).join("."), parts: new Set(foldedWords(dash < 0 ? "" : key.slice(dash + 1)))};
}

/** How well a number's parts answer: EXACT, PARTIAL, LOOSE, or 0 for not at all. */
function numberLevel(asked, parts) {
  const {types} = asked;
  const said = new Set([...[...types].filter((type) => parts.has(type)), ...asked.after.slice(0, parts.size)]);
  if (parts.size && [...parts].every((part) => said.has(part))) return EXACT;
  if (!asked.clear || [...asked.parts].some((part) => !parts.has(part))) return 0;
  const named = [...asked.parts].some((part) => !YEAR.test(part));
  const typed = [...types].some((type) => parts.has(type));
  if (types.size && !typed && !named && !(types.size === 1 && types.has(""))) return 0;
  return named ? PARTIAL : LOOSE;
}

/** Reads numbers with what is known about types and marks. */
class NumberReader {
  constructor(words) {
    this.types = new Map(Object.entries(words.types).map(([name, short]) => [name, new Set(short)]));
    this.abbreviations = new Set(Object.values(words.types).flat().filter(Boolean));
    this.marks = new Set(words.marks);
  }

  /** The numbers that a query may name, in its order. */
  asked(words, text) {
    const {used} = askedMarks(words, text);
    const found = [];
    let index = 0;
    while (index < words.length) {
      const [asked, after] = used.has(index) ? [null, index + 1] : this.at(words, text, index);
      if (asked) found.push(asked);
      index = after;
    }
    return found;
  }

  at(words, text, index) {
    let numeral = words[index].folded;
    if (!NUMERAL.test(numeral)) return [null, index + 1];
    numeral = stripZeros(numeral);
    let after = index + 1;
    if (after < words.length && gapBefore(words, text, after) === "." && DIGITS.test(words[after].folded)) {
      numeral += `.${words[after++].folded}`;
    }
    const parts = [];
    while (after < words.length && this.isPart(words[after].folded, gapBefore(words, text, after), parts)) {
      parts.push(words[after++].folded);
    }
    const [types, before] = this.typeBefore(words, index);
    const whole = before === 0 && after === words.length;
    const clear = parts.some((part) => !YEAR.test(part)) || types.size > 0 || (whole && !parts.length);
    const start = after - parts.length;
    const following = words.slice(start, start + LONGEST_NUMBER).map((word) => word.folded);
    const places = [];
    for (let i = clear ? before : index; i < (clear ? after : index + 1); i++) places.push(i);
    return [{numeral, parts: new Set(parts), types, after: following, clear, places}, clear ? after : index + 1];
  }

  isPart(word, gap, parts) {
    const bound = BINDING.test(gap);
    if (YEAR.test(word)) return !parts.length && (bound || gap === " ");
    const known = this.abbreviations.has(word) || this.marks.has(word) || ASSEMBLY.test(word);
    return parts.length < 4 && ((bound && !DIGITS.test(word[0]) && word.length <= 14) || (gap === " " && known));
  }

  typeBefore(words, index) {
    const end = index && words[index - 1].folded === "so" ? index - 1 : index;
    for (let length = Math.min(LONGEST_TYPE, end); length > 0; length--) {
      const name = words.slice(end - length, end).map((word) => word.folded).join(" ");
      if (this.types.has(name)) return [this.types.get(name), end - length];
    }
    if (end && this.abbreviations.has(words[end - 1].folded)) return [new Set([words[end - 1].folded]), end - 1];
    return [new Set(), index];
  }
}
