// Queries that ask for the documents of a person, a body or a place. searching/whose.py reads the same.

const NAMING = ["signer", "issuer", "place", "type", "year"];

/** The names of a collection. Few queries consist of names, so they are put in order only for one that may. */
class Names {
  constructor({facets}, head) {
    const folded = (phrases) => new Set(phrases.map((phrase) => foldedWords(phrase).join(" ")));
    this.facets = facets;
    this.words = new Set(head.naming);
    this.joining = folded(head.whose);
    this.levels = folded(head.levels);
    this.committees = folded(head.committees);
  }

  /** Whether each word stands in a name or between names. */
  mayName(words) {
    return words.every((word) => this.words.has(word) || this.joining.has(word));
  }

  /** The names by their first word, longest first. */
  get byFirst() {
    if (!this.inOrder) this.inOrder = this.putInOrder();
    return this.inOrder;
  }

  putInOrder() {
    const byFirst = new Map();
    const found = new Map();
    for (const facet of NAMING) {
      for (const value of this.facets[facet] || []) {
        const names = [value.name, ...value.aliases].map((name) => this.bare(foldedWords(name)));
        for (const words of names.flatMap((name) => this.said(name, facet))) {
          const key = `${facet} ${words.join(" ")}`;
          if (!found.has(key)) found.set(key, {words, facet, documents: new Set()});
          for (const document of value.documents) found.get(key).documents.add(document);
        }
      }
    }
    for (const entry of [...found.values()].sort((a, b) => b.words.length - a.words.length)) {
      const [first] = entry.words;
      if (first) byFirst.set(first, [...(byFirst.get(first) || []), entry]);
    }
    return byFirst;
  }

  /** The documents whose names a query says, and nothing else, in order; none where it says anything else. */
  documents(runs, short) {
    const {chosen, joined} = this.saidIn(runs, short);
    const named = chosen.has("signer") || chosen.has("issuer") || (chosen.has("place") && (joined || chosen.size > 1));
    if (!named) return [];
    const [first, ...others] = chosen.values();
    return [...first].filter((document) => others.every((documents) => documents.has(document))).sort((a, b) => a - b);
  }

  /** The documents of the place whose name is all that a query says. */
  ofPlace(runs, short) {
    const {chosen, joined} = this.saidIn(runs, short);
    return joined || chosen.size !== 1 ? [] : [...(chosen.get("place") || [])];
  }

  /** The documents of the type and the year that are all a query says ("chỉ thị 2013"). */
  ofTypeInYear(runs, short) {
    const {chosen} = this.saidIn(runs, short);
    if (chosen.size !== 2 || !chosen.has("type") || !chosen.has("year")) return [];
    return [...chosen.get("type")].filter((document) => chosen.get("year").has(document));
  }

  /** The documents of the names that a query says, facet by facet, and whether words join them. */
  saidIn(runs, short) {
    const words = this.bare(runs.flat().flatMap(({folded}) => short.get(folded) || [folded]));
    const none = {chosen: new Map(), joined: false};
    if (!this.mayName(words)) return none;
    const chosen = new Map();
    let joined = false;
    for (let index = 0; index < words.length; index++) {
      const entries = this.at(words, index);
      if (!entries.length && !this.joining.has(words[index])) return none;
      joined = joined || !entries.length;
      for (const {facet, documents} of entries) chosen.set(facet, new Set([...(chosen.get(facet) || []), ...documents]));
      if (entries.length) index += entries[0].words.length - 1;
    }
    return {chosen, joined};
  }

  /** The longest names that stand at `index`. */
  at(words, index) {
    const fitting = (this.byFirst.get(words[index]) || []).filter((entry) => entry.words.every((word, i) => words[index + i] === word));
    return fitting.filter((entry) => entry.words.length === fitting[0].words.length);
  }

  /** The ways to say a name: as it is, a body also by its committee alone. */
  said(words, facet) {
    const shorter = facet === "issuer" ? words.map((_, i) => i).filter((i) => i > 0 && this.isCommittee(words, i)) : [];
    return [words, ...shorter.map((start) => words.slice(start))];
  }

  isCommittee(words, index) {
    return this.committees.has(words.slice(index, index + 2).join(" "));
  }

  /** The words without "tỉnh", "thành phố" and the like: names are said with and without them. */
  bare(words) {
    const left = [];
    for (let index = 0; index < words.length; index++) {
      if (this.isCommittee(words, index)) left.push(words[index]);
      else if (this.levels.has(words.slice(index, index + 2).join(" "))) index++;
      else if (!this.levels.has(words[index])) left.push(words[index]);
    }
    return left.length ? left : words;
  }
}
