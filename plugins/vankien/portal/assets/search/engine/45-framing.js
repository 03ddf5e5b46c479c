// What of a query is asked for, and what only makes a question of it. searching/framing.py tells the same.

/** The frames by their first word, longest first. */
function framesOf(head) {
  const frames = new Map();
  const all = [...head.frame, ...head.question].map(foldedWords).sort((a, b) => b.length - a.length);
  for (const frame of all) frames.set(frame[0], [...(frames.get(frame[0]) || []), frame]);
  return frames;
}

/** The words and pairs that are asked for, and those that only frame the question: {asked, framing}. */
function askedTerms(runs, frames) {
  const words = runs.map((run) => run.map((word) => word.folded));
  const asked = termSet(words.flatMap((run) => partsOf(run, frames)));
  return {asked, framing: new Set([...termSet(words)].filter((term) => !asked.has(term)))};
}

/** The words in pieces, without the frames between them. */
function partsOf(words, frames) {
  const parts = [[]];
  for (let index = 0; index < words.length; index++) {
    const length = frameAt(words, index, frames);
    if (length) parts.push([]);
    else parts[parts.length - 1].push(words[index]);
    index += Math.max(0, length - 1);
  }
  return parts;
}

function frameAt(words, index, frames) {
  const fits = (frame) => frame.every((word, i) => words[index + i] === word);
  return ((frames.get(words[index]) || []).find(fits) || []).length;
}

function termSet(runs) {
  const found = new Set();
  for (const run of runs) {
    run.forEach((word, i) => {
      found.add(word);
      if (i) found.add(`${run[i - 1]} ${word}`);
    });
  }
  return found;
}
