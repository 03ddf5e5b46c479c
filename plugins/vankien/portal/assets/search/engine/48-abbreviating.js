// Abbreviations of the field in queries. searching/abbreviating.py does the same.

const SHORTEST_REVERSE = 3;

/** What abbreviations stand for, and the other way. */
function abbreviationTables(short) {
  const forward = new Map(Object.entries(short));
  const reverse = new Map();
  for (const [key, words] of forward) if (!reverse.has(words.join(" "))) reverse.set(words.join(" "), key);
  return {forward, reverse};
}

/** Runs that abbreviations in a run stand for. */
function expansions(run, text, {forward, reverse}) {
  const added = [];
  const asWord = (folded) => ({start: 0, end: 0, folded, accent: folded});
  run.forEach((word, index) => {
    const typed = text.slice(word.start, word.end);
    const upper = typed === typed.toUpperCase() && typed !== typed.toLowerCase();
    if (forward.has(word.folded) && (upper || !/[aeiouy]/.test(word.folded))) added.push(forward.get(word.folded).map(asWord));
    for (let length = SHORTEST_REVERSE; length <= run.length - index; length++) {
      const short = reverse.get(run.slice(index, index + length).map((w) => w.folded).join(" "));
      if (short) added.push([asWord(short)]);
    }
  });
  return added;
}
