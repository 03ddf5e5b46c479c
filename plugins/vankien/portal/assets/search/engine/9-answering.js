// The answer to a query. searching/answering.py gives the same object.

/** Answers queries from a pack. */
class Engine {
  constructor(fetchParts) {
    this.pack = new Pack(fetchParts);
  }

  async warm() {
    await this.pack.open();
  }

  async suggest(prefix, {limit = 8} = {}) {
    await this.pack.open();
    return completions(prefix, limit, this.pack);
  }

  async search(text, {limit = 10, filters = {}, sort = "relevance"} = {}) {
    await this.pack.open();
    const {pack} = this;
    const {layout, columns, head} = pack;
    const query = parseQuery(text, head);
    const chosen = await this.filters(query, filters);
    const sought = await seek(query, pack);
    const scores = rankUnits(sought, layout, head.parameters);
    let whose = this.whose(query, "documents");
    if (!whose.length && !sought.numbers.length) whose = this.whose(query, "ofTypeInYear");
    if (!whose.length) whose = this.ofPlace(query, sought, scores);
    for (const document of whose) scores[layout.heads[document]] = head.parameters.whose;
    if (!query.runs.length && Object.keys(chosen).length) for (const unit of layout.heads) scores[unit] = 1;
    this.require(query, scores);
    const before = new Uint32Array(layout.heads.length);
    const passing = allowedDocuments(columns, chosen, "");
    const documents = new Set();
    let units = [];
    for (let unit = 0; unit < scores.length; unit++) {
      if (!(scores[unit] > 0)) continue;
      const document = layout.documents[unit];
      before[document]++;
      if (passing[document]) {
        units.push(unit);
        documents.add(document);
      }
    }
    if (sort !== "date") {
      units = bestFirst(units, scores);
      await this.lookAgain(units, scores, sought);
    }
    const best = units.reduce((one, unit) => (scores[unit] > scores[one] ? unit : one), units[0]);
    const {hits, passedOver} = await this.hits(units, scores, query, sought, limit);
    const dates = columns.dates.filter(Boolean).sort();
    return {
      query: text,
      kind: kindOf(query, sought, head),
      total: units.length - passedOver,
      documents: documents.size,
      nearest: units.length > 0 && !whose.length && await this.misses(best, scores[best], query, sought),
      hits,
      suggestion: whose.length ? null : await suggestionFor(query, sought, hits, pack),
      numbers: sought.numbers.map((row) => ({printed: row.printed, url: `so-hieu/${row.slug}.html`, held: row.own.length > 0})),
      facets: countFacets(columns, before, chosen),
      range: {from: dates[0] || null, to: dates[dates.length - 1] || null},
      filters: chosen,
      notices: query.notices,
    };
  }

  /** The documents of the names that the query says and of which it says nothing else. */
  whose(query, which) {
    if (query.phrases.length || query.excluded.length || !query.runs.length) return [];
    return this.pack.names[which](query.runs, this.pack.abbreviations.forward);
  }

  /** The documents of a place where the words find only the nearest; else they are put behind what the words find. */
  ofPlace(query, sought, scores) {
    const {layout, head} = this.pack;
    const documents = this.whose(query, "ofPlace");
    if (!documents.length) return [];
    const best = scores.reduce((one, score, unit) => (score > scores[one] ? unit : one), 0);
    if (!(scores[best] > 0) || isNearest(best, sought, layout, head.parameters)) {
      scores.fill(0);
      return documents;
    }
    for (const document of documents) scores[layout.heads[document]] = Math.max(scores[layout.heads[document]], 1);
    return [];
  }

  /** The filters given and those typed, as one. */
  async filters(query, given) {
    const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => value && value.length));
    Object.assign(chosen, typedFilters(this.pack.columns, query.filters));
    if (query.years) {
      const [first, last] = query.years;
      if (first) chosen.from = `${String(first).padStart(4, "0")}-01-01`;
      if (last) chosen.to = `${String(last).padStart(4, "0")}-12-31`;
    }
    if (chosen.document || query.filters.document || query.filters.number) await this.pack.readIds();
    const named = [...(query.filters.number || []), ...(query.filters.document || [])];
    if (named.length) {
      const found = (await Promise.all(named.map((text) => this.documentsNamed(text)))).flat();
      chosen.document = found.length ? found : ["-"];
    }
    return chosen;
  }

  async documentsNamed(text) {
    const {columns, layout, numbers} = this.pack;
    const found = columns.ids.includes(text) ? [text] : [];
    for (const asked of numbers.asked(tokens(text), text)) {
      for (const row of await this.pack.numberRows([asked.numeral])) {
        const {numeral, parts} = keyParts(row.key);
        if (numeral === asked.numeral && row.key.startsWith(`${numeral}-`) && numberLevel(asked, parts, this.pack.bearer(row), numbers.abbreviations)) {
          for (const head of row.own) found.push(columns.ids[layout.documents[head]]);
        }
      }
    }
    return found;
  }

  /** Takes out the units that cannot hold every phrase or that hold what is excluded, as far as pairs tell. */
  require(query, scores) {
    for (const phrase of query.phrases) {
      const holding = this.holding(phrase, scores.length);
      for (let unit = 0; unit < scores.length; unit++) if (!holding[unit]) scores[unit] = 0;
    }
    for (const words of query.excluded) {
      const holding = this.holding(words, scores.length);
      for (let unit = 0; unit < scores.length; unit++) if (holding[unit]) scores[unit] = 0;
    }
  }

  holding(words, many) {
    if (words.length === 1) return this.withSyllable(words[0], many);
    const times = new Uint16Array(many);
    for (let i = 1; i < words.length; i++) {
      const found = this.pack.pair(`${words[i - 1].folded} ${words[i].folded}`);
      if (found) for (const unit of found.units) times[unit]++;
    }
    return times.map((count) => (count === words.length - 1 ? 1 : 0));
  }

  withSyllable(word, many) {
    const flags = new Uint8Array(many);
    const found = this.pack.syllable(word.folded);
    if (!found) return flags;
    const code = isAccented(word) ? variantOf(found.forms, word.accent) : null;
    found.units.forEach((unit, i) => {
      if (code === null || found.accents[i] === code || found.accents[i] === MIXED) flags[unit] = 1;
    });
    return flags;
  }

  /** Adds to the first units what their texts open with or how well their best clause fits, and puts them in order. */
  async lookAgain(units, scores, sought) {
    if (sought.numbers.length && !sought.marks.length) return;
    const {fit, look: [many, opening]} = this.pack.head.parameters;
    const first = units.slice(0, many);
    const records = await this.pack.records(first);
    first.forEach((unit, i) => {
      const [record] = records[i];
      if (!sought.marks.length) scores[unit] += opening * openingWeight(record, sought.runs, sought.weights);
      else scores[unit] += fit * Math.max(0, ...clauseIds(record).map((clause) => markScore(clause, sought.marks)));
    });
    first.sort((a, b) => scores[b] - scores[a] || a - b).forEach((unit, i) => { units[i] = unit; });
  }

  /** Whether the best unit is only the nearest: it holds too little, or none of its clauses is the one that was named. */
  async misses(best, score, query, sought) {
    const {marks, numbers, own, settled} = sought;
    if (marks.length && (own.length || !numbers.length)) {
      const [[record]] = await this.pack.records([best]);
      if (!clauseIds(record).some((clause) => clauseMarks(clause).includes(marks[marks.length - 1]))) return true;
      if (!own.length && this.ofOtherLaw(best, sought)) return true;
    }
    if (numbers.length || sought.begun) return false;
    const named = marks.length > 0 && score >= this.pack.head.parameters.mark[1];
    const worded = !named && query.runs.flat().some((word) => !settled.has(word.start));
    return sought.unknown || (worded && isNearest(best, sought, this.pack.layout, this.pack.head.parameters));
  }

  /** Whether a law is called by its name and the name of the best unit's document says nothing of it. */
  ofOtherLaw(best, {runs}) {
    const {heads, documents} = this.pack.layout;
    const names = lawNames(runs, this.pack.numbers.types);
    return names.length > 0 && !names.some((name) => this.pack.pair(name)?.units.includes(heads[documents[best]]));
  }

  /** The first hits whose text really holds the phrases, and how many were passed over. */
  async hits(units, scores, query, sought, limit) {
    const hits = [];
    let passedOver = 0, place = 0;
    while (hits.length < limit && place < units.length) {
      const some = units.slice(place, place + limit - hits.length);
      place += some.length;
      const records = await this.pack.records(some);
      records.forEach(([record, document], i) => {
        if (query.phrases.length && !holdsAll(record, document[2], query.phrases)) passedOver++;
        else hits.push(hitOf(record, document, scores[some[i]], sought));
      });
    }
    return {hits, passedOver};
  }
}

/** Units by their scores; of equals the one with the lower number. Numbers sort faster than what has to be compared. */
function bestFirst(units, scores) {
  const many = scores.length;
  const keys = Float64Array.from(units, (unit) => scores[unit] * many + many - 1 - unit);
  return Array.from(keys.sort().reverse(), (key) => many - 1 - (key % many));
}

function kindOf(query, sought, head) {
  if (!query.runs.length) return "empty";
  if (sought.numbers.length) return sought.marks.length ? "number-clause" : "number";
  const words = ` ${query.runs.flat().map((word) => word.folded).join(" ")} `;
  const asking = query.text.includes("?") || head.question.some((some) => words.includes(` ${foldedWords(some).join(" ")} `));
  return asking ? "question" : "words";
}
