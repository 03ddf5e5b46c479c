// Which clause of a unit is shown, and which words of it. searching/passages.py chooses the same.

const SNIPPET = 240, LEAD = 60, WHOLE = 290;
const MOST = [2, 3], HEADING_MOST = [17, 20];

/** {passage, snippet, marks} of a unit whose passages have these depths, ids and texts. */
function showUnit(depths, ids, texts, headed, wanted) {
  const words = texts.map((text) => tokens(text));
  const held = words.map((these) => termsIn(these, wanted.weights));
  const [chosen, whole] = choosePassage(depths, ids, held, headed, wanted);
  const end = whole ? texts.length : endBelow(depths, chosen);
  const first = headed && chosen === 0 && end > 1 ? chosen + 1 : chosen;
  const text = texts.slice(first, end).filter(Boolean).join(" ");
  return {passage: chosen, ...cutText(text, wanted)};
}

function choosePassage(depths, ids, held, headed, wanted) {
  if (wanted.marks.length) {
    const scores = ids.map((id) => markScore(id, wanted.marks));
    const best = Math.max(...scores);
    if (best > 0) return [scores.indexOf(best), false];
  }
  const sum = (start, end) => {
    let total = 0;
    for (const term of new Set(held.slice(start, end).flatMap((terms) => [...terms]))) total += wanted.weights.get(term);
    return total;
  };
  const skip = headed ? 1 : 0;
  if (headed && sum(0, 1) * HEADING_MOST[1] >= sum(0, held.length) * HEADING_MOST[0]) return [0, true];
  const body = sum(skip, held.length);
  let start = skip, end = held.length, level = depths[0] + skip, chosen = -1;
  for (;;) {
    const children = [];
    for (let i = start; i < end; i++) if (depths[i] === level) children.push(i);
    const sums = children.map((i) => sum(i, endBelow(depths, i)));
    const best = Math.max(0, ...sums);
    if (!best || best * MOST[1] < body * MOST[0]) return [Math.max(chosen, 0), chosen < 0];
    chosen = children[sums.indexOf(best)];
    start = chosen + 1;
    end = endBelow(depths, chosen);
    level = depths[chosen] + 1;
  }
}

function endBelow(depths, index) {
  let end = index + 1;
  while (end < depths.length && depths[end] > depths[index]) end++;
  return end;
}

function termsIn(words, weights) {
  const found = new Set();
  let before = "";
  for (const {folded} of words) {
    if (weights.has(folded)) found.add(folded);
    if (before && weights.has(`${before} ${folded}`)) found.add(`${before} ${folded}`);
    before = folded;
  }
  return found;
}

/** The best stretch of a text, with "… " and " …" where it was cut, and the marked stretches in it. */
function cutText(text, wanted) {
  const words = tokens(text);
  if (text.length <= WHOLE) return {snippet: text, marks: markedIn(text, words, wanted, 0, text.length, 0)};
  const [begin, end] = bestWindow(text, words, wanted.weights);
  const prefix = begin ? "… " : "", suffix = end < text.length ? " …" : "";
  const marks = markedIn(text, words, wanted, begin, end, prefix.length - begin);
  return {snippet: prefix + text.slice(begin, end) + suffix, marks};
}

function markWhole(text, wanted) {
  return markedIn(text, tokens(text), wanted, 0, text.length, 0);
}

/** The stretch with the most different terms. A pair that a dotted line parts is longer than any stretch. */
function bestWindow(text, words, weights) {
  const found = [];
  const add = (start, end, term) => { if (end - start <= SNIPPET - LEAD) found.push([start, end, term]); };
  words.forEach((word, index) => {
    if (weights.has(word.folded)) add(word.start, word.end, word.folded);
    const pair = index ? `${words[index - 1].folded} ${word.folded}` : "";
    if (pair && weights.has(pair)) add(words[index - 1].start, word.end, pair);
  });
  const counts = new Map();
  let best = 0, total = 0, left = 0, first = 0, last = 0;
  for (const [, end, term] of found) {
    counts.set(term, (counts.get(term) || 0) + 1);
    if (counts.get(term) === 1) total += weights.get(term);
    while (end - found[left][0] > SNIPPET - LEAD) {
      const gone = found[left++][2];
      counts.set(gone, counts.get(gone) - 1);
      if (!counts.get(gone)) total -= weights.get(gone);
    }
    if (total > best) [best, first, last] = [total, found[left][0], end];
  }
  let begin = first - Math.min(LEAD, Math.max(0, Math.floor((SNIPPET - (last - first)) / 2)));
  if (begin <= LEAD / 2) {
    begin = 0;
  } else {
    const blank = text.indexOf(" ", begin);
    begin = blank >= 0 && blank < first ? blank + 1 : first;
  }
  const end = begin + SNIPPET;
  if (end >= text.length) return [begin, text.length];
  const blank = text.slice(begin, end + 1).lastIndexOf(" ") + begin;
  return [begin, blank > Math.max(last, begin) ? blank : Math.max(end, last)];
}

function markedIn(text, words, wanted, begin, end, shift) {
  const {weights, accents} = wanted;
  const marks = [];
  words.forEach((word, index) => {
    if (word.start < begin || word.end > end) return;
    const typed = accents.get(word.folded);
    if (!typed || !(typed.has("") || typed.has(word.accent))) return;
    const before = index > 0 && weights.has(`${words[index - 1].folded} ${word.folded}`);
    const after = index + 1 < words.length && weights.has(`${word.folded} ${words[index + 1].folded}`);
    if (!weights.has(word.folded) && !before && !after) return;
    const last = marks[marks.length - 1];
    if (last && text.slice(last[1] - shift, word.start) === " ") last[1] = word.end + shift;
    else marks.push([word.start + shift, word.end + shift]);
  });
  return marks;
}
