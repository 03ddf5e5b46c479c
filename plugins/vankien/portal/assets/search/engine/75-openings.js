// A second look at the best units: what begins with the words asked for is about them. searching/openings.py adds the same.

/** What the openings of a unit's texts weigh: the heaviest of its clauses and its heading, a whole heading twice. */
function openingWeight(record, runs, weights) {
  const headed = Boolean(record[3]);
  const asked = runs.map((run) => run.map((word) => word.folded));
  const texts = record[4].map((passage) => foldedWords(passage[3]));
  const lengths = texts.map((text) => openingLength(text, asked));
  const openings = texts.map((text, i) => pairsWeight(text.slice(0, lengths[i]), weights));
  const whole = headed && lengths[0] === texts[0].length;
  const heading = headed ? openings[0] * (whole ? 2 : 1) : 0;
  return heading + Math.max(0, ...openings.slice(headed ? 1 : 0));
}

/** How many of the first words of a text stand in one of the runs, in a row. */
function openingLength(text, runs) {
  let longest = 0;
  for (const run of runs) {
    run.forEach((word, start) => {
      let length = 0;
      while (start + length < run.length && length < text.length && run[start + length] === text[length]) length++;
      longest = Math.max(longest, length);
    });
  }
  return longest;
}

function pairsWeight(words, weights) {
  let sum = 0;
  for (let i = 1; i < words.length; i++) sum += weights.get(`${words[i - 1]} ${words[i]}`) || 0;
  return sum;
}
