// Filters and their counts. searching/facets.py counts the same.

const FACETS = ["type", "system", "level", "issuer", "place", "year", "signer", "term", "validity"];

/** The facets as read: name -> [{name, label, aliases, documents}]. */
function readColumns(data) {
  const facets = {};
  for (const [name, values] of Object.entries(data.facets)) {
    facets[name] = values.map(([value, label, aliases, steps]) => ({name: value, label, aliases, documents: summed(steps)}));
  }
  return {facets, dates: data.dates, ids: []};
}

/** The values of facets that words typed in the query mean. */
function typedFilters(columns, typed) {
  const found = {};
  for (const name of FACETS) {
    if (typed[name]) found[name] = typed[name].flatMap((text) => meantValues(columns.facets[name] || [], text));
  }
  return found;
}

function meantValues(values, text) {
  const words = foldedWords(text.replaceAll("-", " ")).join(" ");
  const said = values.map((value) => [value.name, [value.name, ...value.aliases].map((name) => foldedWords(name).join(" "))]);
  const equal = said.filter(([, names]) => names.includes(words)).map(([name]) => name);
  if (equal.length) return equal;
  const within = said.filter(([, names]) => names.some((name) => ` ${name} `.includes(` ${words} `))).map(([name]) => name);
  return within.length ? within : [text];
}

/** Which documents pass the filters; `leaveOut` names a facet whose filter is passed over. */
function allowedDocuments(columns, filters, leaveOut) {
  const passing = new Uint8Array(columns.dates.length).fill(1);
  for (const name of FACETS) {
    const wanted = filters[name];
    if (!wanted || !wanted.length || name === leaveOut) continue;
    const chosen = new Uint8Array(passing.length);
    for (const value of columns.facets[name] || []) {
      if (wanted.includes(value.name)) for (const document of value.documents) chosen[document] = 1;
    }
    for (let i = 0; i < passing.length; i++) passing[i] &= chosen[i];
  }
  if (leaveOut !== "year" && (filters.from || filters.to)) {
    const first = filters.from || "0", last = `${filters.to || "9"}~`;
    columns.dates.forEach((date, i) => { if (!date || date < first || date > last) passing[i] = 0; });
  }
  if (filters.document && filters.document.length) {
    columns.ids.forEach((id, i) => { if (!filters.document.includes(id)) passing[i] = 0; });
  }
  return passing;
}

/** The values of each facet that hits have, with counts; `hits[document]` are the hits before any filter. */
function countFacets(columns, hits, filters) {
  const answer = {};
  for (const name of FACETS) {
    const open = allowedDocuments(columns, filters, name);
    const wanted = filters[name] || [];
    answer[name] = [];
    for (const value of columns.facets[name] || []) {
      let count = 0, documents = 0;
      for (const document of value.documents) {
        if (!open[document] || !hits[document]) continue;
        count += hits[document];
        documents++;
      }
      const selected = wanted.includes(value.name);
      if (count || selected) answer[name].push({value: value.name, label: value.label, count, documents, selected});
    }
  }
  return answer;
}
