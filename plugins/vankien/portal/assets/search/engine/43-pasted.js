// A whole citation pasted as a query. searching/pasted.py tells the same.

const DATE_WORDS = ["ngay", "thang", "nam"];
const DAY = /^[0-9]{1,2}$/;

/** The places of the words that only say again which document is meant: dates, "của", what follows it behind a date. */
function saidAgain(words, marked) {
  const said = words.map((word) => word.folded);
  const places = new Set([...said.keys()].filter((place) => said[place] === "cua"));
  const bare = [...said.keys()].filter((place) => !DATE_WORDS.includes(said[place]));
  bare.forEach((first, i) => {
    const [second, third] = bare.slice(i + 1, i + 3);
    if (third === undefined || !DAY.test(said[first]) || !DAY.test(said[second]) || !YEAR.test(said[third])) return;
    const end = said[third + 1] === "cua" ? Math.min(words.length, ...[...marked].filter((place) => place > third + 1)) : third + 1;
    for (let place = DATE_WORDS.includes(said[first - 1]) ? first - 1 : first; place < end; place++) places.add(place);
  });
  return places;
}

/** The terms that none of these heads holds. */
function tellingTerms(terms, heads) {
  return terms.filter((term) => !heads.some((head) => term.units.includes(head)));
}
