// Marks ("khoản 2 Điều 5") in queries and clause ids. searching/marks.py reads the same.

const MARK_KINDS = ["tieu-muc", "phu-luc", "kem-theo", "chu-thich", "phan", "chuong", "muc", "dieu", "khoan", "diem", "tiet"];
const COMPONENT = new RegExp(`^(${MARK_KINDS.join("|")})-([a-z0-9]+(?:-[a-z0-9]+)*?)(-lan-[0-9]+)?$`);
const ROMAN = /^[ivxl]+$/;
const ROMAN_KINDS = new Set(["phan", "chuong", "muc", "tieu-muc", "phu-luc"]);
const SMALL_KINDS = new Set(["diem", "tiet"]);
const LETTERS_FIRST = /^([a-z]+)([0-9]+[a-z]?)$/, FIGURES_FIRST = /^([0-9]+)([a-z]+[0-9]*)$/;
const FIGURE = /^[0-9]{1,3}[a-z]?$/;
const ONE_LETTER = /^[a-z]$/;
const ROMAN_VALUES = {i: 1, v: 5, x: 10, l: 50};

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
function askedMarks(typed, text) {
  const {words, places} = apart(typed, (word) => MARK_KINDS.includes(word), () => false);
  const found = [], used = new Set();
  let index = 0;
  while (index < words.length - 1) {
    let kind = words[index].folded, step = 1;
    const double = `${kind}-${words[index + 1].folded}`;
    if ((double === "tieu-muc" || double === "phu-luc") && index + 2 < words.length) {
      kind = double;
      step = 2;
    }
    let number = markNumber(kind, words[index + step]);
    if (number === null && ROMAN.test(kind) && isPointed(words, text, index + 1)) {
      [kind, number, step] = ["muc", kind, 0];
    }
    if (number === null) {
      index++;
      continue;
    }
    found.push([SMALL_KINDS.has(kind) && DIGITS.test(number[0]) ? "khoan" : kind, number]);
    for (let i = index; i <= index + step; i++) used.add(places[i]);
    index += step + 1;
    while (index < words.length && isPointed(words, text, index)) {
      found.push(["khoan", words[index].folded]);
      used.add(places[index++]);
    }
  }
  found.sort((a, b) => MARK_KINDS.indexOf(a[0]) - MARK_KINDS.indexOf(b[0]));
  return {marks: found.map(([kind, number]) => markOf(kind, number)), used};
}

/** The words, letters and figures taken apart where the letters say something `before` or `behind` figures, and where each stood. */
function apart(typed, before, behind) {
  const words = [], places = [];
  typed.forEach((word, place) => {
    const first = LETTERS_FIRST.exec(word.folded), last = FIGURES_FIRST.exec(word.folded);
    let cut = 0;
    if (first && before(first[1])) cut = first[1].length;
    else if (last && behind(last[2])) cut = last[1].length;
    const middle = word.start + cut;
    const halves = [[word.start, middle, word.folded.slice(0, cut)], [middle, word.end, word.folded.slice(cut)]];
    words.push(...(cut ? halves.map(([start, end, folded]) => ({start, end, folded, accent: folded})) : [word]));
    places.push(...(cut ? [place, place] : [place]));
  });
  return {words, places};
}

/** Whether a figure stands behind a full stop that joins it to what is before ("II.2"). */
function isPointed(words, text, index) {
  return gapBefore(words, text, index) === "." && DIGITS.test(words[index].folded);
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
  return hits ? Math.max(0, 65 * hits - clause.split("_").length) : 0;
}

function gapBefore(words, text, index) {
  return text.slice(words[index - 1].end, words[index].start);
}
