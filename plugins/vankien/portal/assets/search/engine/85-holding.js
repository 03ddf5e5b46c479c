// The pack in use: its head, and the files that a query needs.

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
