// Reads the texts of units and documents: searching/pack/texts.py and vocabulary.py write them.

const CLOSE = "\ufdd1", END = "\ufdd2", RAW = "\ufdd3", BETWEEN = "\ufdd4";
const RAW_BITS = 16, LONG = 0x7fff;

/** The words of the texts by their codes: `lengths` says how many have a code of 1, 2, ... bits. */
class Words {
  constructor({lengths, words}) {
    this.words = words.split(BETWEEN);
    this.sizes = new Uint8Array(this.words.length);
    this.table = new Uint16Array(1 << UNIT_BITS);
    let word = 0, place = 0;
    lengths.forEach((many, index) => {
      for (let i = 0; i < many; i++, word++) {
        const next = place + (1 << (UNIT_BITS - 1 - index));
        this.table.fill(word, place, next);
        this.sizes[word] = index + 1;
        place = next;
      }
    });
    this.end = this.words.indexOf(END);
    this.raw = this.words.indexOf(RAW);
  }

  /** The text that these units stand for. */
  read(units) {
    const bits = new BitReader(units);
    let found = "";
    while (bits.unit < units.length) {
      const word = this.table[bits.peek()];
      bits.skip(this.sizes[word]);
      if (word === this.end) break;
      found += word === this.raw ? String.fromCharCode(bits.read(RAW_BITS)) : this.words[word];
    }
    return found;
  }
}

/** A file of `many` texts. */
class TextFile {
  constructor(units, many, words) {
    this.units = units;
    this.words = words;
    let place = 0;
    const unit = () => units.charCodeAt(place++) - FIRST_CHARACTER;
    this.starts = [0];
    for (let i = 0; i < many; i++) {
      let length = unit();
      if (length === LONG) length = unit() * 2 ** UNIT_BITS + unit();
      this.starts.push(this.starts[i] + length);
    }
    this.first = place;
  }

  text(index) {
    return this.words.read(this.units.slice(this.first + this.starts[index], this.first + this.starts[index + 1]));
  }
}

/** [clause, heading above it, whether its own is a heading, passages] of a unit; the head of a document has no clause. */
function recordOf(text) {
  if (!text) return [null, "", 0, []];
  const [front, ...parts] = text.split(CLOSE);
  const passages = [];
  for (let i = 0; i + 2 < parts.length; i += 3) passages.push([parts[i].slice(1), Number(parts[i][0]), parts[i + 1], parts[i + 2]]);
  return [passages[0][0], front.slice(1), Number(front[0]), passages];
}

/** What is shown of a document: id, source, title, then type, number, date, issuer, null where there is none. */
function documentOf(text) {
  return text.split(CLOSE).map((value, place) => (place > 2 && !value ? null : value));
}
