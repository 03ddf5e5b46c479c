// The pack in use: its head, and the files that a query needs.

const PACK_FORMAT = 2;
const SUM = 0x7fff;
const DAMAGED = "Dữ liệu tìm kiếm bị thiếu hoặc hỏng; hãy tải lại trang.";
const CHANGED = "Dữ liệu tìm kiếm đã đổi; hãy tải lại trang.";

/** The pack as the engine sees it: `fetchParts(names)` gives {text, sum} of files. */
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
    const [{text}] = await this.fetchParts(["head"]);
    const head = await jsonOf(text).catch(() => { throw new Error(DAMAGED); });
    if (head.format !== PACK_FORMAT) throw new Error(CHANGED);
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
    this.words = new Words(head.words);
    this.codes = head.codes.map((code) => new TermCodes(code));
    this.own = head.own.map((terms) => new Map(terms.map((term, place) => [term, place])));
    this.frequent = new Set(head.own[1].slice(0, head.frequent));
    this.numbers = new NumberReader(head);
    this.abbreviations = abbreviationTables(head.abbreviations);
    this.frames = framesOf(head);
    this.dull = new Set(head.dull);
    this.names = new Names(this.columns, head);
    this.firsts = [0];
    for (const count of head.counts) this.firsts.push(this.firsts[this.firsts.length - 1] + count);
  }

  /** A file of terms: [its number, which kind]. */
  termFile(term, kind) {
    const {shared} = this.head;
    const place = this.own[kind].has(term) ? shared[kind] + this.own[kind].get(term) : hashWord(term, 0) % shared[kind];
    return [this.firsts[kind] + place, kind];
  }

  pairFile(term) {
    return this.termFile(term, 0);
  }

  syllableFile(folded) {
    return this.termFile(folded, 1);
  }

  async load(files) {
    const wanted = [...new Map(files.map((file) => [file[0], file])).values()].filter(([name]) => !this.decoded.has(name));
    const texts = await this.textsOf(wanted.map(([name]) => name));
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
    const names = [...new Set(numerals.map((numeral) => this.firsts[2] + (hashWord(numeral, 0) % this.head.counts[2])))];
    return (await Promise.all(names.map((name) => this.json(name, readNumberRows)))).flat();
  }

  /** The types and years of the documents that bear a number, null where there are none. */
  bearer(row) {
    if (!row.own.length) return null;
    const documents = row.own.map((head) => this.layout.documents[head]);
    const values = this.columns.facets.type.filter((value) => documents.some((document) => value.documents.includes(document)));
    return {
      types: new Set(values.flatMap((value) => [...this.numbers.typesNamed(value.name)])),
      years: new Set(documents.map((document) => this.columns.dates[document].slice(0, 4))),
    };
  }

  /** The record and the document of each unit. */
  async records(units) {
    const files = units.map((unit) => lastAtMost(this.texts, unit));
    const texts = await Promise.all(files.map((file) => this.fetchPart(this.firsts[3] + file)));
    return units.map((unit, i) => {
      const {documents} = this.layout;
      const first = this.texts[files[i]], end = this.texts[files[i] + 1] ?? documents.length;
      const before = documents[end - 1] - documents[first] + 1;
      const file = new TextFile(texts[i], before + end - first, this.words);
      const document = documents[unit];
      return [[document, ...recordOf(file.text(before + unit - first))], documentOf(file.text(document - documents[first]))];
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

  /** The texts of files that belong to this head: a portal may be published anew while a page stays open. */
  async textsOf(names) {
    const {sums} = this.head;
    const parts = await this.fetchParts(names.map(String));
    return parts.map(({text, sum}, i) => {
      if ((sum & SUM) !== (sums[names[i]] ?? sums.parts[names[i]])) throw new Error(CHANGED);
      return text;
    });
  }

  fetchPart(name) {
    return this.json(name, (text) => text);
  }

  json(name, read) {
    if (!this.decoded.has(name)) {
      const reading = this.textsOf([name]).then(([text]) => read(text));
      this.decoded.set(name, reading);
      reading.catch(() => this.decoded.delete(name));
    }
    return this.decoded.get(name);
  }
}

async function readNumberRows(text) {
  const rows = await jsonOf(text);
  return rows.map(([key, printed, slug, own, steps]) => ({key, printed, slug, own, citing: summed(steps)}));
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
