// The answer to a query. searching/answering.py gives the same object.

const SAME_LABEL = "\ue000";
const SEPARATOR = "\ue001";
const PACK_FORMAT = 1;

/** The pack as the engine sees it: `fetchParts(names)` gives the texts of files. */
class Pack {
  constructor(fetchParts) {
    this.fetchParts = fetchParts;
    this.decoded = new Map();
    this.found = new Map();
    this.opened = null;
  }

  open() {
    if (!this.opened) {
      this.opened = this.readHead().catch((error) => {
        this.opened = null;
        throw error;
      });
    }
    return this.opened;
  }

  async readHead() {
    const head = await jsonOf((await this.fetchParts(["head"]))[0]);
    if (head.format !== PACK_FORMAT) throw new Error("Dữ liệu tìm kiếm đã đổi; hãy tải lại trang.");
    const heads = summed(head.heads);
    const documents = new Uint32Array(head.units);
    heads.forEach((unit, document) => documents.fill(document, unit));
    const classes = new Uint8Array(head.units);
    for (let i = 0; i < head.units; i++) {
      const code = head.classes.charCodeAt(i);
      classes[i] = code < 58 ? code - 48 : code - 87;
    }
    this.head = head;
    this.layout = {heads, documents, classes, names: head.names, impacts: head.tables[2]};
    this.columns = readColumns(head.columns);
    this.texts = summed(head.texts);
    this.letters = Uint16Array.from(head.alphabet, (letter) => letter.charCodeAt(0));
    this.primer = Uint8Array.from(atob(head.primer), (c) => c.charCodeAt(0));
    this.codes = head.codes.map((code) => new TermCodes(code));
    this.frequent = new Map(head.frequent.map((folded, place) => [folded, place]));
    this.numbers = new NumberReader(head);
    this.abbreviations = abbreviationTables(head.abbreviations);
    this.firsts = [0];
    for (const count of head.counts) this.firsts.push(this.firsts[this.firsts.length - 1] + count);
  }

  /** A file of terms: [its number, which kind]. */
  pairFile(term) {
    return [hashWord(term, 0) % this.head.counts[0], 0];
  }

  syllableFile(folded) {
    if (this.frequent.has(folded)) return [this.firsts[2] + this.frequent.get(folded), 2];
    return [this.firsts[1] + (hashWord(folded, 0) % this.head.counts[1]), 1];
  }

  async load(files) {
    const wanted = [...new Map(files.map((file) => [file[0], file])).values()].filter(([name]) => !this.decoded.has(name));
    const texts = await this.fetchParts(wanted.map(([name]) => String(name)));
    wanted.forEach(([name], i) => this.decoded.set(name, texts[i]));
  }

  term([name, kind], term) {
    const key = `${kind} ${term}`;
    if (!this.found.has(key)) this.found.set(key, this.codes[kind].find(this.decoded.get(name), term));
    return this.found.get(key);
  }

  pair(term) {
    return this.term(this.pairFile(term), term);
  }

  syllable(folded) {
    return this.term(this.syllableFile(folded), folded);
  }

  /** The rows of numbers in the files of these numerals. */
  async numberRows(numerals) {
    const names = [...new Set(numerals.map((numeral) => this.firsts[3] + (hashWord(numeral, 0) % this.head.counts[3])))];
    return (await Promise.all(names.map((name) => this.json(name, readNumberRows)))).flat();
  }

  /** The record and the document of each unit. */
  async records(units) {
    const files = units.map((unit) => lastAtMost(this.texts, unit));
    const contents = await Promise.all(files.map((file) => this.json(this.firsts[4] + file, (text) => this.readTexts(text))));
    return units.map((unit, i) => {
      const [first, documents, records] = contents[i];
      const document = this.layout.documents[unit];
      return [[document, ...recordOf(records[unit - this.texts[files[i]]])], documents[document - first]];
    });
  }

  lexicon() {
    return this.json("lexicon", jsonOf);
  }

  /** Rows of completion: [text, kind, url, folded words]. */
  completions() {
    return this.json("completions", async (text) => (await jsonOf(text)).map((row) => [...row, foldedWords(row[0])]));
  }

  /** The ids of all documents, needed only where a filter names one. */
  async readIds() {
    this.columns.ids = await this.json("ids", jsonOf);
  }

  json(name, read) {
    if (!this.decoded.has(name)) {
      const reading = this.fetchParts([String(name)]).then(([text]) => read(text));
      this.decoded.set(name, reading);
      reading.catch(() => this.decoded.delete(name));
    }
    return this.decoded.get(name);
  }

  async readTexts(text) {
    const bytes = (await inflate(this.primer, bytesOf(text))).subarray(this.head.skipped);
    return JSON.parse(new TextDecoder("utf-16le").decode(Uint16Array.from(bytes, (code) => this.letters[code])));
  }
}

async function readNumberRows(text) {
  const rows = await jsonOf(text);
  return rows.map(([key, printed, slug, own, steps]) => ({key, printed, slug, own, citing: summed(steps)}));
}

/** A record with its passages, from columns of ids, depths, labels and texts. */
function recordOf(columns) {
  if (!columns.length) return [null, "", 0, []];
  const [clause, heading, headed, ids, depths, labels, texts] = columns;
  const [id, label, text] = [ids, labels, texts].map((column) => column.split(SEPARATOR));
  return [clause, heading, headed, id.map((suffix, i) => [suffix, Number(depths[i]), label[i], text[i]])];
}

function lastAtMost(starts, value) {
  let low = 0, high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= value) low = middle;
    else high = middle;
  }
  return low;
}

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
    const {scores, covered} = rankUnits(sought, layout, head.parameters);
    if (!query.runs.length && Object.keys(chosen).length) for (const unit of layout.heads) scores[unit] = 1;
    this.require(query, scores);
    const before = new Uint32Array(layout.heads.length);
    const passing = allowedDocuments(columns, chosen, "");
    const units = [], documents = new Set();
    for (let unit = 0; unit < scores.length; unit++) {
      if (!(scores[unit] > 0)) continue;
      const document = layout.documents[unit];
      before[document]++;
      if (passing[document]) {
        units.push(unit);
        documents.add(document);
      }
    }
    if (sort !== "date") units.sort((a, b) => scores[b] - scores[a] || a - b);
    const {hits, passedOver} = await this.hits(units, scores, query, sought, limit);
    const dates = columns.dates.filter(Boolean).sort();
    return {
      query: text,
      kind: kindOf(query, sought, head),
      total: units.length - passedOver,
      documents: documents.size,
      nearest: query.runs.length > 0 && !covered && !sought.numbers.length,
      hits,
      suggestion: await suggestionFor(query, sought.missing, hits, pack),
      numbers: sought.numbers.map((row) => ({printed: row.printed, url: `so-hieu/${row.slug}.html`, held: row.own.length > 0})),
      facets: countFacets(columns, before, chosen),
      range: {from: dates[0] || null, to: dates[dates.length - 1] || null},
      filters: chosen,
      notices: query.notices,
    };
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
        if (numeral === asked.numeral && row.key.startsWith(`${numeral}-`) && numberLevel(asked, parts)) {
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

function clauseIds(record) {
  const root = record[1];
  return record[4].map(([suffix]) => (suffix.startsWith("_") || suffix.startsWith("-lan-") ? root + suffix : suffix));
}

function hitOf(record, [document, source, title, type, number, date, issuer], score, wanted) {
  const page = `van-ban/${document}.html`;
  const about = {title_marks: markWhole(title, wanted), type, number, date, issuer, score};
  if (record[1] === null) {
    const shown = {clause: null, title, label: "", heading: "", snippet: "", marks: [], heading_marks: []};
    return {url: page, source, document, ...shown, ...about};
  }
  const passages = record[4];
  const ids = clauseIds(record);
  const shown = showUnit(passages.map((p) => p[1]), ids, passages.map((p) => p[3]), Boolean(record[3]), wanted);
  const clause = ids[shown.passage];
  const heading = record[3] ? passages[0][3] : record[2];
  return {
    url: `${page}#${clause}`, source, document, clause, title,
    label: passages[shown.passage][2].replaceAll(SAME_LABEL, passages[0][2]),
    heading, snippet: shown.snippet, marks: shown.marks, heading_marks: markWhole(heading, wanted), ...about,
  };
}

function holdsAll(record, title, phrases) {
  const texts = record[1] === null ? [title] : record[4].map((passage) => passage[3]);
  return phrases.every((phrase) => texts.some((text) => holdsPhrase(tokens(text), phrase)));
}

function holdsPhrase(words, phrase) {
  for (let i = 0; i + phrase.length <= words.length; i++) {
    const same = (wanted, k) => {
      const word = words[i + k];
      return word.folded === wanted.folded && (!isAccented(wanted) || word.accent === wanted.accent);
    };
    if (phrase.every(same)) return true;
  }
  return false;
}

function kindOf(query, sought, head) {
  if (!query.runs.length) return "empty";
  if (sought.numbers.length) return sought.marks.length ? "number-clause" : "number";
  const words = ` ${query.runs.flat().map((word) => word.folded).join(" ")} `;
  const asking = query.text.includes("?") || head.question.some((some) => words.includes(` ${foldedWords(some).join(" ")} `));
  return asking ? "question" : "words";
}
