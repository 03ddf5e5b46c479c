// Adds the integers. searching/ranking.py adds the same.

/** The score of every unit, 0 for what does not answer. */
function rankUnits(sought, layout, p) {
  const {heads, documents, classes, names, impacts} = layout;
  const many = documents.length;
  const scores = new Float64Array(many), cover = new Float64Array(many);
  const inNames = sought.terms.map((term) => headsWithName(term, layout, p));
  const counts = new Uint32Array(heads.length);
  sought.terms.forEach((term, i) => { if (term.isPair) for (const document of inNames[i]) counts[document]++; });
  const named = names.map((pairs, document) => pairs > 0 && counts[document] >= pairs);
  const anyNamed = named.includes(true);
  const alone = sought.terms.every((term) => !term.isPair);
  let whole = 0;
  sought.terms.forEach((term, i) => {
    let {weight} = term;
    if (anyNamed && inNames[i].some((document) => named[document])) {
      weight = Math.max(1, Math.floor((weight * p.named[0]) / p.named[1]));
    }
    const {units, frequencies, accents, accent} = term;
    for (let k = 0; k < units.length; k++) {
      const unit = units[k];
      let gain = weight * impacts[frequencies[k]][classes[unit]];
      if (alone && accent !== null && accents[k] !== accent && accents[k] !== MIXED) {
        gain = Math.floor((gain * p.accent[0]) / p.accent[1]);
      }
      scores[unit] += gain;
      if (term.counts) cover[unit] += weight;
    }
    if (term.counts) whole += weight;
  });
  let best = 0;
  for (let unit = 0; unit < many; unit++) if (cover[unit] > best) best = cover[unit];
  const fromName = heads.map((unit) => Math.floor((scores[unit] * p.name[0]) / p.name[1]));
  const share = sought.terms.length <= p.short[0] ? p.short[1] : p.short[2];
  for (let unit = 0; unit < many; unit++) {
    const document = documents[unit];
    const isHead = heads[document] === unit;
    if (cover[unit] * share < best) scores[unit] = 0;
    if (isHead) {
      scores[unit] = !alone && whole > 0 && cover[unit] * 10 >= whole * 9 ? scores[unit] + p.bonus : 0;
    } else if (scores[unit] > 0) {
      scores[unit] += fromName[document] + (named[document] ? p.bonus : 0);
    }
  }
  for (const units of sought.markUnits) {
    for (const unit of units) {
      const document = documents[unit];
      if (!anyNamed) scores[unit] += p.mark[0];
      else if (named[document]) scores[unit] += p.mark[1] + fromName[document];
    }
  }
  for (const unit of sought.citing) scores[unit] += p.cited;
  addOwnNumbers(scores, sought, layout, p);
  return scores;
}

/** Whether the best unit, with the name of its document, holds so little of what was asked for that it is only the nearest. */
function isNearest(best, sought, {heads, documents}, p) {
  const head = heads[documents[best]];
  const counting = sought.terms.filter((term) => term.counts);
  const sum = (terms) => terms.reduce((total, term) => total + term.weight, 0);
  const held = sum(counting.filter((term) => holdsTerm(term, best) || holdsTerm(term, head)));
  return held * p.enough[1] < (sum(counting) + sought.lost) * p.enough[0];
}

/** Whether a unit holds a term, in the accents that were typed. */
function holdsTerm({units, accents, accent}, unit) {
  const place = units.indexOf(unit);
  return place >= 0 && (accent === null || accents[place] === accent || accents[place] === MIXED);
}

/** The documents that have the term in their name. */
function headsWithName(term, {heads, documents}, p) {
  const found = [];
  for (let k = 0; k < term.units.length; k++) {
    if (term.frequencies[k] >= p.heading && heads[documents[term.units[k]]] === term.units[k]) found.push(documents[term.units[k]]);
  }
  return found;
}

/** A document that bears the number comes before all, its head first or, with marks, the clauses that bear them. */
function addOwnNumbers(scores, sought, {heads, documents}, p) {
  const marked = [...new Set(sought.markUnits.flatMap((units) => [...units]))];
  const places = new Map([...sought.own].reverse().flatMap((group, place) => group.map((head) => [head, place])));
  places.forEach((place, head) => {
    const document = documents[head];
    const end = document + 1 < heads.length ? heads[document + 1] : documents.length;
    for (let unit = head; unit < end; unit++) scores[unit] += p.own + place * p.step;
    const first = marked.filter((unit) => documents[unit] === document);
    for (const unit of first.length ? first : [head]) scores[unit] += p.own;
  });
}
