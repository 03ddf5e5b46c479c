// A unit as it is given out. searching/hits.py gives the same.

const SAME_LABEL = "\ue000";

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
