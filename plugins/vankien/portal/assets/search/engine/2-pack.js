// Reads the files of the pack: searching/pack/ writes them.

const UNIT_BITS = 15;
const FIRST_CHARACTER = 0x100;
const FINGERPRINT_BITS = 28;
const VARIANT_BITS = 10;
const MIXED = 7;
const FREQUENCY_LIMIT = 10;

/** 32-bit FNV-1a with a final mix. */
function hashWord(word, seed) {
  let value = (2166136261 + Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 16777619) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 12)) >>> 0;
}

function variantCode(accent) {
  return hashWord(accent, 0) & ((1 << VARIANT_BITS) - 1);
}

/** Reads numbers from the 15-bit units of a text. */
class BitReader {
  constructor(text) {
    this.units = new Uint16Array(text.length + 3);
    for (let i = 0; i < text.length; i++) this.units[i] = text.charCodeAt(i) - FIRST_CHARACTER;
    this.unit = 0;
    this.used = 0;
  }

  peek() {
    const {units, unit, used} = this;
    return (((units[unit] << UNIT_BITS) | units[unit + 1]) >>> (UNIT_BITS - used)) & 0x7fff;
  }

  skip(bits) {
    this.used += bits;
    while (this.used >= UNIT_BITS) {
      this.used -= UNIT_BITS;
      this.unit++;
    }
  }

  read(bits) {
    if (bits > UNIT_BITS) return this.read(bits - UNIT_BITS) * 32768 + this.read(UNIT_BITS);
    const value = this.peek() >>> (UNIT_BITS - bits);
    this.skip(bits);
    return value;
  }
}

/** A canonical Huffman code from the lengths of its symbols, given as hexadecimal digits. */
class HuffmanCode {
  constructor(digits) {
    const byLength = Array.from({length: UNIT_BITS + 1}, () => []);
    this.lengths = new Uint8Array(digits.length);
    this.longest = 0;
    for (let symbol = 0; symbol < digits.length; symbol++) {
      if (digits[symbol] === "0") continue;
      const length = parseInt(digits[symbol], 16);
      byLength[length].push(symbol);
      this.lengths[symbol] = length;
      this.longest = Math.max(this.longest, length);
    }
    this.table = new Uint16Array(1 << this.longest);
    let place = 0;
    byLength.forEach((symbols, length) => {
      for (const symbol of symbols) {
        const next = place + (1 << (this.longest - length));
        this.table.fill(symbol, place, next);
        place = next;
      }
    });
  }

  read(bits) {
    const symbol = this.table[bits.peek() >>> (UNIT_BITS - this.longest)];
    bits.skip(this.lengths[symbol]);
    return symbol;
  }
}

/** The number that a bucket begins with, and its lower bits read. */
function readNumber(bits, bucket) {
  if (bucket < 3) return bucket + 1;
  const power = (bucket + 1) >> 1;
  return ((2 | ((bucket + 1) & 1)) << (power - 1)) + bits.read(power - 1);
}

/** The codes of one kind of terms; tables are made when they are first needed. */
class TermCodes {
  constructor([rows, accents]) {
    this.rows = rows;
    this.accentRows = accents;
    this.made = new Map();
  }

  get hasAccents() {
    return this.accentRows.length > 0;
  }

  code(rows, index) {
    const key = rows[index];
    if (!this.made.has(key)) this.made.set(key, new HuffmanCode(key));
    return this.made.get(key);
  }

  /** The postings of a term in a file: {units, frequencies, accents, forms}; null where it does not hold the term. */
  find(text, term) {
    const bits = new BitReader(text);
    const many = bits.read(16);
    const wanted = hashWord(term, bits.read(8)) % 2 ** FINGERPRINT_BITS;
    let print = -1;
    for (let i = 0; i < many && print < wanted; i++) {
      print += readNumber(bits, this.code(this.rows, 0).read(bits));
      if (print === wanted) return this.readTerm(bits);
      if (print < wanted) this.passTerm(bits);
    }
    return null;
  }

  readFront(bits) {
    const count = readNumber(bits, this.code(this.rows, 1).read(bits));
    const forms = [];
    if (this.hasAccents) {
      const many = bits.read(3) + 1;
      for (let i = 0; i < many; i++) forms.push(bits.read(VARIANT_BITS));
    }
    const symbols = this.code(this.rows, 2 + Math.min(32 - Math.clz32(count), this.rows.length - 3));
    return {count, forms, symbols, accentCode: forms.length > 1 ? this.code(this.accentRows, forms.length) : null};
  }

  passTerm(bits) {
    const {count, symbols, accentCode} = this.readFront(bits);
    for (let i = 0; i < count; i++) {
      const bucket = Math.floor(symbols.read(bits) / FREQUENCY_LIMIT);
      if (bucket > 2) bits.skip((bucket - 1) >> 1);
      if (accentCode) accentCode.read(bits);
    }
  }

  readTerm(bits) {
    const {count, forms, symbols, accentCode} = this.readFront(bits);
    const units = new Uint32Array(count), frequencies = new Uint8Array(count);
    const accents = this.hasAccents ? new Uint8Array(count) : null;
    let unit = -1;
    for (let i = 0; i < count; i++) {
      const symbol = symbols.read(bits);
      const bucket = Math.floor(symbol / FREQUENCY_LIMIT);
      frequencies[i] = symbol - bucket * FREQUENCY_LIMIT + 1;
      unit += readNumber(bits, bucket);
      units[i] = unit;
      if (accentCode) accents[i] = accentCode.read(bits);
    }
    return {units, frequencies, accents, forms};
  }
}

/** The bytes in a text; its first unit is their number modulo 2^15. */
function bytesOf(text) {
  let many = Math.floor(((text.length - 1) * UNIT_BITS) / 8);
  if ((many & 0x7fff) !== text.charCodeAt(0) - FIRST_CHARACTER) many--;
  const bytes = new Uint8Array(many);
  let held = 0, used = 0, place = 0;
  for (let i = 1; i < text.length && place < many; i++) {
    held = ((held << UNIT_BITS) | (text.charCodeAt(i) - FIRST_CHARACTER)) & 0x3fffff;
    used += UNIT_BITS;
    while (used >= 8 && place < many) {
      used -= 8;
      bytes[place++] = (held >>> used) & 0xff;
    }
  }
  return bytes;
}

/** The bytes that compressed ones stand for. The stream carries its own check sum. */
async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function jsonOf(text) {
  return JSON.parse(new TextDecoder().decode(await inflate(bytesOf(text))));
}

/** Turns steps from one number to the next into the numbers. */
function summed(steps) {
  let total = 0;
  return steps.map((step) => (total += step));
}
