// "Bạn có tìm ...?" and completion. searching/suggesting.py suggests the same.

const CANDIDATES = 5, SHORTEST_WORD = 2, ENOUGH = 2;

/** The query as it may have been meant, null where nothing speaks against it as typed. */
async function suggestionFor(query, sought, hits, pack) {
  if (query.phrases.length || query.excluded.length || Object.keys(query.filters).length) return null;
  const words = query.runs.flat();
  const accented = words.some(isAccented);
  let changes = await misspelt(query, sought, pack, accented);
  if (!changes.size && accented) changes = misaccented(query, hits);
  if (!changes.size) return null;
  let {text} = query;
  for (const word of [...words].reverse()) {
    if (changes.has(word.start)) text = text.slice(0, word.start) + changes.get(word.start) + text.slice(word.end);
  }
  return {text};
}

async function misspelt(query, {missing, settled}, pack, accented) {
  const changes = new Map();
  for (const run of query.runs) {
    for (let place = 0; place < run.length; place++) {
      const {folded, start} = run[place];
      const gone = missing.includes(folded);
      if (settled.has(start) || !(await isSuspect(run, place, gone, pack))) continue;
      const near = (await pack.lexicon()).filter(([other]) => oneApart(other, folded)).slice(0, CANDIDATES);
      await pack.load(near.flatMap(([other]) => neighbours(run, place, other)).map((pair) => pack.pairFile(pair)));
      const counts = await Promise.all(near.map(([other]) => beside(run, place, other, pack)));
      const sums = counts.map((these) => (these.every(Boolean) ? these.reduce((a, b) => a + b, 0) : 0));
      const best = Math.max(0, ...sums);
      if (near.length && (best > 0 || (gone && run.length === 1))) {
        const [other, usual] = near[sums.indexOf(best)];
        changes.set(start, accented ? usual : other);
      }
    }
  }
  return changes;
}

/** Whether nothing holds the word, or nothing holds it beside either of its two neighbours. */
async function isSuspect(run, place, gone, pack) {
  const {folded} = run[place];
  if (folded.length < SHORTEST_WORD || DIGITS.test(folded)) return false;
  const between = place > 0 && place < run.length - 1;
  return gone || (between && !pack.dull.has(folded) && !(await beside(run, place, folded, pack)).some(Boolean));
}

function neighbours(run, place, folded) {
  const pairs = [];
  if (place) pairs.push(`${run[place - 1].folded} ${folded}`);
  if (place + 1 < run.length) pairs.push(`${folded} ${run[place + 1].folded}`);
  return pairs;
}

/** In how many units `folded` stands beside each neighbour of the word at `place`. */
async function beside(run, place, folded, pack) {
  const pairs = neighbours(run, place, folded);
  await pack.load(pairs.map((pair) => pack.pairFile(pair)));
  return pairs.map((pair) => pack.pair(pair)?.units.length || 0);
}

/** Whether two words differ by one letter, or by two neighbours exchanged. */
function oneApart(one, other) {
  if (one.length > other.length) [one, other] = [other, one];
  if (other.length - one.length > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  if (one.length < other.length) return one.slice(start) === other.slice(start + 1);
  if (one.slice(start + 1) === other.slice(start + 1)) return true;
  const turned = [...other.slice(start, start + 2)].reverse().join("");
  return one.slice(start, start + 2) === turned && one.slice(start + 2) === other.slice(start + 2);
}

/** Words whose accents never stand in the hits beside the same neighbour, where another form does. */
function misaccented(query, hits) {
  const changes = new Map();
  const texts = hits.map((hit) => [hit.snippet, hit.heading, hit.title].map((text) => [text, tokens(text)]));
  for (const run of query.runs) {
    run.forEach((word, place) => {
      const seen = new Map(), usual = new Map();
      for (const parts of texts) {
        for (const [accent, written] of formsIn(parts, run, place)) {
          seen.set(accent, (seen.get(accent) || 0) + 1);
          if (!usual.has(accent)) usual.set(accent, written);
        }
      }
      if (!seen.size || seen.has(word.accent)) return;
      const total = [...seen.values()].reduce((a, b) => a + b, 0);
      const [best] = [...seen].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
      if (seen.get(best) >= ENOUGH && seen.get(best) * 2 > total) changes.set(word.start, usual.get(best));
    });
  }
  return changes;
}

/** [accent form, as written] of the word at `place` wherever a hit has it beside a neighbour of the query, sorted. */
function formsIn(parts, run, place) {
  const found = new Map();
  const before = place ? run[place - 1].folded : null;
  const after = place + 1 < run.length ? run[place + 1].folded : null;
  for (const [text, words] of parts) {
    words.forEach((word, index) => {
      if (word.folded !== run[place].folded) return;
      const left = index > 0 && words[index - 1].folded === before;
      const right = index + 1 < words.length && words[index + 1].folded === after;
      const written = text.slice(word.start, word.end).toLowerCase();
      if (left || right) found.set(`${word.accent} ${written}`, [word.accent, written]);
    });
  }
  return [...found.keys()].sort().map((key) => found.get(key));
}

/** Completions of what was typed so far, best first: {text, kind, url, marks}. */
async function completions(prefix, limit, pack) {
  const words = tokens(prefix.normalize("NFC"));
  if (!words.length) return [];
  const open = !/\s$/.test(prefix);
  const number = open ? begunNumber(words, pack.numbers) : null;
  const found = [];
  (await pack.completions()).forEach(([text, kind, url, folded], place) => {
    let start = wordsAt(folded, words, open);
    if (start < 0 && number && bearsBegun(number, kind, folded, pack.numbers)) start = 0;
    if (start >= 0) found.push({text, kind, url, start, place});
  });
  found.sort((a, b) => (a.start > 0) - (b.start > 0) || a.place - b.place);
  return found.slice(0, limit).map(({text, kind, url}) => ({text, kind, url, marks: completionMarks(text, words, open)}));
}

/** The types and the numeral of words that are a type and the beginning of a number ("nghị quyết 2"), null for others. */
function begunNumber(words, numbers) {
  const last = words.length - 1;
  const [types, begin] = numbers.typeBefore(words, last);
  return NUMERAL.test(words[last].folded) && types.size && begin === 0 ? {types, numeral: words[last].folded} : null;
}

/** Whether a number ("25-NQ/TW"), or the number in a title, is of the type and begins with the numeral. */
function bearsBegun({types, numeral}, kind, folded, numbers) {
  const at = kind === "phrase" ? -1 : folded.findIndex((word) => NUMERAL.test(word));
  if (at < 0 || !(folded[at].startsWith(numeral) || stripZeros(folded[at]).startsWith(stripZeros(numeral)))) return false;
  if (kind === "number") return at === 0 && folded.some((word) => types.has(word));
  const [own, begin] = numbers.typeBefore(folded.map((word) => ({folded: word})), at);
  return begin === 0 && [...own].some((type) => types.has(type));
}

/** Where in folded words the typed ones stand in a row, the last one begun only; -1 for nowhere. */
function wordsAt(folded, words, open) {
  for (let i = 0; i + words.length <= folded.length; i++) {
    if (words.every((word, k) => sameOrBegun(folded[i + k], word.folded, open && k === words.length - 1))) return i;
  }
  return -1;
}

function sameOrBegun(folded, typed, begun) {
  return begun ? folded.startsWith(typed) : folded === typed;
}

function completionMarks(text, words, open) {
  const all = tokens(text);
  const start = wordsAt(all.map((word) => word.folded), words, open);
  if (start < 0) return [];
  const last = all[start + words.length - 1];
  const length = open ? words[words.length - 1].folded.length : last.end - last.start;
  return [[all[start].start, Math.min(last.end, last.start + length)]];
}
