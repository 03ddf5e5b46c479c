// Numbers of documents ("43-KL/TW") in queries. searching/numbers.py reads the same.

const NUMERAL = /^[0-9]{1,5}$/;
const YEAR = /^(19|20)[0-9]{2}$/;
const BINDING = /^ ?[-/–] ?$/;
const ASSEMBLY = /^(qh|ubtvqh)[0-9]{1,2}$/;
const ASSEMBLIES = ["qh", "ubtvqh"];
const ANY_DOCUMENT = ["van", "ban", "so"];
const LONGEST_TYPE = 5, LONGEST_NUMBER = 5;
const EXACT = 3, PARTIAL = 2, LOOSE = 1;

function stripZeros(numeral) {
  return numeral.replace(/^0+/, "") || "0";
}

/** The numeral and the folded parts of a number key. */
function keyParts(key) {
  const dash = key.indexOf("-");
  const numeral = dash < 0 ? key : key.slice(0, dash);
  return {numeral: foldedWords(numeral).join("."), parts: new Set(foldedWords(dash < 0 ? "" : key.slice(dash + 1)))};
}

/** How well a number's parts answer: EXACT, PARTIAL, LOOSE, or 0 for not at all; `bearer` is null where no document bears it. */
function numberLevel(asked, parts, bearer, abbreviations) {
  const {types} = asked;
  const said = new Set([...[...types].filter((type) => parts.has(type)), ...asked.after.slice(0, parts.size)]);
  if (parts.size && [...parts].every((part) => said.has(part))) return EXACT;
  if (!asked.clear || [...asked.parts].some((part) => !parts.has(part) && !maySay(part, parts, bearer))) return 0;
  const named = [...asked.parts].some((part) => !YEAR.test(part));
  if (types.size && !named && !ofType(types, parts, bearer, abbreviations)) return 0;
  return named ? PARTIAL : LOOSE;
}

/** Whether a part that the number does not print may be said of it. */
function maySay(part, parts, bearer) {
  if (!YEAR.test(part)) return bearer !== null && bearer.types.has(part);
  return bearer ? bearer.years.has(part) : ![...parts].some((one) => YEAR.test(one));
}

function ofType(types, parts, bearer, abbreviations) {
  if ([...types].some((type) => parts.has(type) || (bearer && bearer.types.has(type)))) return true;
  return types.size === 1 && types.has("") && !bearer && ![...parts].some((part) => abbreviations.has(part));
}

/** Reads numbers with what is known about types and marks. */
class NumberReader {
  constructor(words) {
    this.types = new Map(Object.entries(words.types).map(([name, short]) => [name, new Set(short)]));
    this.abbreviations = new Set(Object.values(words.types).flat().filter(Boolean));
    this.marks = new Set(words.marks);
  }

  /** The numbers that a query may name, in its order. */
  asked(typed, text) {
    const {used} = askedMarks(typed, text);
    const isShort = (word) => this.abbreviations.has(word) && !ASSEMBLIES.includes(word);
    const {words, places} = apart(typed, isShort, (word) => this.isMark(word));
    const found = [];
    let index = 0;
    while (index < words.length) {
      const [asked, after] = used.has(places[index]) ? [null, index + 1] : this.at(words, text, index);
      if (asked) found.push({...asked, places: [...new Set(asked.places.map((place) => places[place]))]});
      index = after;
    }
    return found;
  }

  at(words, text, index) {
    let numeral = words[index].folded;
    if (!NUMERAL.test(numeral)) return [null, index + 1];
    numeral = stripZeros(numeral);
    let start = index + 1;
    if (start < words.length && gapBefore(words, text, start) === "." && DIGITS.test(words[start].folded)) {
      numeral += `.${words[start++].folded}`;
    }
    const parts = [];
    let after = start;
    while (after < words.length && this.isPart(words[after].folded, gapBefore(words, text, after), parts)) {
      parts.push(words[after++].folded);
    }
    const [types, begin] = this.typeBefore(words, index);
    const before = words.slice(0, begin).every((word) => ANY_DOCUMENT.includes(word.folded)) ? 0 : begin;
    const whole = before === 0 && after === words.length;
    const marked = parts.some((part) => !YEAR.test(part));
    const clear = marked || types.size > 0 || whole;
    if (clear && after + 1 < words.length && words[after].folded === "nam" && YEAR.test(words[after + 1].folded)) {
      parts.push(words[after + 1].folded);
      after += 2;
    }
    const following = words.slice(start, start + LONGEST_NUMBER).map((word) => word.folded);
    const places = [];
    for (let i = clear ? before : index; i < (clear ? after : index + 1); i++) places.push(i);
    return [{numeral, parts: new Set(parts), types, after: following, clear, places, named: marked || whole}, clear ? after : index + 1];
  }

  isPart(word, gap, parts) {
    const bound = BINDING.test(gap);
    if (YEAR.test(word)) return !parts.length && (bound || gap === " ");
    const strange = bound && !DIGITS.test(word[0]) && word.length <= 14;
    return parts.length < 4 && (strange || ((gap === "" || gap === " ") && this.isMark(word)));
  }

  isMark(word) {
    return this.abbreviations.has(word) || this.marks.has(word) || ASSEMBLY.test(word);
  }

  typesNamed(name) {
    return this.types.get(foldedWords(name).join(" ")) || new Set();
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
