// A query -> the terms it needs and what they weigh. searching/asking.py decides the same.

const MANY_NUMBERS = 20;

/** The class of a number of postings: four to each power of two. */
function bucketOf(frequency) {
  const power = 31 - Math.clz32(frequency);
  return 4 * power + (Math.floor((frequency * 4) / 2 ** power) & 3);
}

/** The runs of words to rank, broken where words were dropped. */
function typedRuns(query, dropped) {
  const runs = [];
  let place = 0;
  for (const run of query.runs) {
    let part = [];
    for (const word of run) {
      if (dropped.has(place)) {
        if (part.length) runs.push(part);
        part = [];
      } else {
        part.push(word);
      }
      place++;
    }
    if (part.length) runs.push(part);
  }
  return runs;
}

function pairsOf(runs) {
  const pairs = new Set();
  for (const run of runs) for (let i = 1; i < run.length; i++) pairs.add(`${run[i - 1].folded} ${run[i].folded}`);
  return pairs;
}

/** Folded word -> the last word of the query that has it. */
function syllablesOf(runs) {
  const found = new Map();
  for (const run of runs) for (const word of run) found.set(word.folded, word);
  return found;
}

/** The code of an accent form among a syllable's. */
function variantOf(forms, accent) {
  const place = forms.indexOf(variantCode(accent));
  return place >= 0 ? place : MIXED;
}

function leadingMarks(marks) {
  const articles = marks.filter((mark) => mark.startsWith("dieu "));
  return articles.length ? articles : marks;
}

/** The rows of numbers that the number asked for fits, best first. */
function knownNumbers(asked, rows, pack) {
  const fitting = [];
  for (const row of rows) {
    const {numeral, parts} = keyParts(row.key);
    const level = numeral === asked.numeral && row.key.startsWith(`${numeral}-`) ? numberLevel(asked, parts, pack.bearer(row), pack.numbers.abbreviations) : 0;
    if (level) fitting.push([row, level]);
  }
  const best = Math.max(0, ...fitting.map(([, level]) => level));
  return fitting.filter(([, level]) => level === best || best < EXACT).slice(0, MANY_NUMBERS).map(([row]) => row);
}

/** Whether the query ends with a numeral that a figure more makes one that a document bears. */
async function isBegun({places, numeral, ...asked}, words, pack) {
  if (asked.parts.size || numeral.includes(".") || places[places.length - 1] + 1 < words.length) return false;
  const numerals = [..."0123456789"].map((figure) => stripZeros(numeral + figure));
  return (await pack.numberRows(numerals)).some((row) => {
    const {numeral: borne, parts} = keyParts(row.key);
    return row.own.length > 0 && numerals.includes(borne) && row.key.startsWith(`${borne}-`) && numberLevel(asked, parts, pack.bearer(row), pack.numbers.abbreviations) > 0;
  });
}

/** The places of the words that name the number, parts that only the index knows included. */
function placesNaming(asked, matched, words) {
  const places = [...asked.places];
  const parts = new Set(matched.flatMap((row) => [...keyParts(row.key).parts]));
  for (let next = places[places.length - 1] + 1; next < words.length && parts.has(words[next].folded); next++) places.push(next);
  return places;
}

/** Everything that answers a query; `pack` gives postings and rows of numbers. */
async function seek(query, pack) {
  const {head} = pack;
  const words = query.runs.flat();
  const {marks, used} = askedMarks(words, query.text);
  const askedNumbers = pack.numbers.asked(words, query.text);
  const rows = await pack.numberRows(askedNumbers.map((asked) => asked.numeral));
  const found = askedNumbers.map((asked) => [asked, knownNumbers(asked, rows, pack)]);
  const numbers = [...new Set(found.flatMap(([, matched]) => matched))];
  const own = found.map(([, matched]) => matched.flatMap((row) => row.own)).filter((group) => group.length);
  const citing = [...new Set(numbers.flatMap((row) => row.citing))];
  const named = new Set(found.flatMap(([asked, matched]) => (matched.length ? placesNaming(asked, matched, words) : [])));
  const dropped = marks.length && used.size < words.length ? new Set(used) : new Set();
  const pasted = own.length > 0 && marks.length > 0;
  if (own.length) for (const place of [...named, ...(pasted ? saidAgain(words, used) : [])]) dropped.add(place);
  const typed = typedRuns(query, dropped);
  const runs = [...typed, ...query.runs.flatMap((run) => expansions(run, query.text, pack.abbreviations))];
  const {asked, framing} = askedTerms(typed, pack.frames);
  const pairs = pairsOf(runs), syllables = syllablesOf(runs), wantedMarks = leadingMarks(marks);
  const frequent = (folded) => pack.frequent.has(folded);
  const checked = [...query.phrases, ...query.excluded];
  await pack.load([
    ...[...pairs, ...pairsOf(checked), ...wantedMarks.map((mark) => `@${mark}`)].map((term) => pack.pairFile(term)),
    ...[...syllables.keys()].filter((folded) => !frequent(folded)).map((folded) => pack.syllableFile(folded)),
    ...checked.filter((part) => part.length === 1).map((part) => pack.syllableFile(part[0].folded)),
  ]);
  const weights = new Map(), terms = [], missing = [], absent = [];
  for (const pair of pairs) {
    const postings = pack.pair(pair);
    if (!postings) {
      absent.push(pair);
      continue;
    }
    weights.set(pair, head.tables[1][bucketOf(postings.units.length)]);
    terms.push({...postings, weight: weights.get(pair), isPair: true, accent: null, counts: !framing.has(pair)});
  }
  const termOf = (word, postings) => {
    const accent = isAccented(word) ? variantOf(postings.forms, word.accent) : null;
    return {...postings, weight: head.tables[0][bucketOf(postings.units.length)], isPair: false, accent, counts: !framing.has(word.folded)};
  };
  for (const [folded, word] of syllables) {
    if (frequent(folded)) continue;
    const postings = pack.syllable(folded);
    if (!postings) {
      missing.push(folded);
      continue;
    }
    terms.push(termOf(word, postings));
    weights.set(folded, terms[terms.length - 1].weight);
  }
  if (!terms.length) {
    const left = [...syllables].filter(([folded]) => frequent(folded));
    await pack.load(left.map(([folded]) => pack.syllableFile(folded)));
    for (const [folded, word] of left) {
      terms.push(termOf(word, pack.syllable(folded)));
      weights.set(folded, terms[terms.length - 1].weight);
    }
  }
  const ranked = pasted ? tellingTerms(terms, own.flat()) : terms;
  const accents = new Map();
  for (const word of runs.flat()) {
    if (!accents.has(word.folded)) accents.set(word.folded, new Set());
    accents.get(word.folded).add(isAccented(word) ? word.accent : "");
  }
  const short = pack.abbreviations.forward;
  const rarest = (row, gone) => gone.length * head.tables[row][bucketOf(1)];
  const lost = rarest(0, missing.filter((word) => asked.has(word) && !short.has(word)))
    + rarest(1, absent.filter((pair) => asked.has(pair) && !pair.split(" ").some((word) => short.has(word))));
  const understood = (word, place) => used.has(place) || named.has(place) || framing.has(word.folded);
  const settled = new Set(words.filter(understood).map((word) => word.start));
  const strange = found.filter(([asked, matched]) => asked.named && !matched.length);
  const unknown = strange.length > 0;
  const begun = unknown && !(await Promise.all(strange.map(([asked]) => isBegun(asked, words, pack)))).includes(false);
  const markUnits = wantedMarks.map((mark) => pack.pair(`@${mark}`)).filter(Boolean).map((postings) => postings.units);
  return {terms: ranked, markUnits, own, citing, weights, accents, marks, numbers, missing, runs, settled, unknown, begun, lost};
}
