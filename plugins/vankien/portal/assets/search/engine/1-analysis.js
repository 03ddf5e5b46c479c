// How a text becomes words. searching/analysis.py is the other side; tests/searching/test_parity.py holds the two together.

const TONES = new Map([["\u0300", "1"], ["\u0301", "2"], ["\u0303", "3"], ["\u0309", "4"], ["\u0323", "5"]]);
const QUALITIES = new Set(["\u0302", "\u0306", "\u031b"]);
const LETTER_RANGES = [[0x30, 0x3a], [0x41, 0x5b], [0x61, 0x7b], [0xc0, 0x250], [0x1e00, 0x1f00]];
const FINAL_Y = /^(h|k|l|m|s|t|v|qu)y$/;

/** Letter -> [folded letter, letter with its quality, tone] for every letter that can stand in a word. */
const LETTERS = new Map();
for (const [start, end] of LETTER_RANGES) {
  for (let code = start; code < end; code++) {
    const low = String.fromCharCode(code).toLowerCase();
    if (low.length !== 1) continue;
    const [base, ...marks] = low.normalize("NFD");
    const folded = base === "đ" || base === "ð" ? "d" : base;
    if (!/^[a-z0-9]$/.test(folded)) continue;
    const quality = folded !== base ? "đ" : base + marks.filter((m) => QUALITIES.has(m)).join("");
    const tone = marks.find((m) => TONES.has(m));
    LETTERS.set(String.fromCharCode(code), [folded, quality.normalize("NFC"), tone ? TONES.get(tone) : ""]);
  }
}
const WORD = new RegExp(`[${[...LETTERS.keys()].join("")}]+`, "g");
const KNOWN_FORMS = new Map(), KNOWN_TEXTS = new Map();
const MOST_KNOWN_TEXTS = 500;

/** The folded form and the accent form of one word. */
function forms(word) {
  let known = KNOWN_FORMS.get(word);
  if (!known) {
    let folded = "", quality = "", tones = "";
    for (const letter of word) {
      const parts = LETTERS.get(letter);
      folded += parts[0];
      quality += parts[1];
      tones += parts[2];
    }
    if (FINAL_Y.test(folded)) {
      folded = folded.slice(0, -1) + "i";
      quality = quality.slice(0, -1) + "i";
    }
    known = [folded, quality + tones];
    KNOWN_FORMS.set(word, known);
  }
  return known;
}

/** The words of an NFC text: {start, end, folded, accent}, places in UTF-16 units. The same text is often asked for. */
function tokens(text) {
  let found = KNOWN_TEXTS.get(text);
  if (found) return found;
  found = [];
  // The fastest way to have each match with its place: what is put in its stead is not used.
  text.replace(WORD, (word, start) => {
    const [folded, accent] = forms(word);
    found.push({start, end: start + word.length, folded, accent});
    return word;
  });
  if (KNOWN_TEXTS.size >= MOST_KNOWN_TEXTS) KNOWN_TEXTS.clear();
  KNOWN_TEXTS.set(text, found);
  return found;
}

function foldedWords(text) {
  return (text.match(WORD) || []).map((word) => forms(word)[0]);
}

function isAccented(word) {
  return word.accent !== word.folded;
}
