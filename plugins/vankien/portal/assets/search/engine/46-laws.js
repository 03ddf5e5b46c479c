// Laws that are called by their names alone. searching/laws.py reads the same.

const BEFORE_LAWS = ["cua", "theo", "trong", "tai"];
const LONGEST_LAW_TYPE = 3;

/** The pairs of words of the runs that begin with a type that has no abbreviation, without figures. */
function lawNames(runs, types) {
  return runs.flatMap((run) => {
    const words = run.map((word) => word.folded);
    const start = BEFORE_LAWS.includes(words[0]) ? 1 : 0;
    for (let length = LONGEST_LAW_TYPE; length > 0; length--) {
      if (!types.get(words.slice(start, start + length).join(" "))?.has("")) continue;
      const name = words.slice(start + length - 1).filter((word) => !DIGITS.test(word[0]));
      return name.slice(1).map((word, i) => `${name[i]} ${word}`);
    }
    return [];
  });
}
