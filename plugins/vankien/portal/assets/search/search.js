// Search without a server: loads the pack by script tags and asks the engine, in the page at first, then in a worker.
// What it offers to a page is written in README.md beside it.

(() => {
  "use strict";
  const vankien = (globalThis.vankien = globalThis.vankien || {});
  const script = document.currentScript;
  const packBase = new URL(script.dataset.pack || "pack/", script.src);
  const rootBase = new URL(script.dataset.root || "../../../", script.src);
  const DAMAGED = "Dữ liệu tìm kiếm bị thiếu hoặc hỏng; hãy tải lại trang.";
  const arrived = new Map();
  const loading = new Map();
  let version = "";

  /** Called by each file of the pack. */
  vankien.part = (name, checksum, text, made = "") => {
    let sum = 0;
    if (made) {
      // The head is compressed, and what decompresses it checks its sum.
      version = made;
      arrived.set(name, {text, sum});
      return;
    }
    for (let i = 0; i < text.length; i++) sum = (sum + Math.imul(text.charCodeAt(i), i + 1)) | 0;
    arrived.set(name, sum >>> 0 === checksum ? {text, sum: sum >>> 0} : null);
  };

  /** {text, sum} of a file of the pack; fetched once. */
  function part(name) {
    if (!loading.has(name)) {
      loading.set(name, loadScript(`${name}.js`).then(() => {
        const found = arrived.get(name);
        arrived.delete(name);
        if (!found) throw new Error(DAMAGED);
        return found;
      }));
      loading.get(name).catch(() => loading.delete(name));
    }
    return loading.get(name);
  }

  function loadScript(name) {
    return new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = new URL(name, packBase).href + (version && `?v=${version}`);
      element.onload = () => {
        element.remove();
        resolve();
      };
      element.onerror = () => {
        element.remove();
        reject(new Error(DAMAGED));
      };
      document.head.append(element);
    });
  }

  async function fetchParts(names) {
    return Promise.all(names.map(part));
  }

  let engine = null, handedOver = false;

  function open() {
    if (!engine) {
      engine = start();
      engine.catch(() => { engine = null; });
    }
    return engine;
  }

  async function start() {
    part("head").catch(() => {});
    await loadScript("engine.js");
    vankien.engine();
    return vankien.makeEngine(fetchParts);
  }

  async function ask(method, ...parameters) {
    try {
      return await (await open())[method](...parameters);
    } finally {
      setTimeout(handOver);
    }
  }

  /** A worker takes long to begin: the page answers until one is ready, and where none is allowed. */
  function handOver() {
    if (handedOver || !vankien.engine) return;
    handedOver = true;
    try {
      const source = new Blob([`(${vankien.engine})()`], {type: "text/javascript"});
      const calls = callsTo(new Worker(URL.createObjectURL(source)));
      calls.warm().then(() => { engine = Promise.resolve(calls); }, () => {});
    } catch {
      // The page goes on answering.
    }
  }

  function callsTo(worker) {
    const waiting = new Map();
    let count = 0;
    worker.onmessage = async ({data}) => {
      if (data.want) {
        const reply = {number: data.number};
        try {
          reply.parts = await fetchParts(data.want);
        } catch (error) {
          reply.failed = error.message;
        }
        worker.postMessage(reply);
        return;
      }
      const {resolve, reject} = waiting.get(data.call);
      waiting.delete(data.call);
      if (data.error) reject(new Error(data.error));
      else resolve(data.answer);
    };
    const call = (method) => (...parameters) =>
      new Promise((resolve, reject) => {
        waiting.set(++count, {resolve, reject});
        worker.postMessage({call: count, method, parameters});
      });
    return {search: call("search"), suggest: call("suggest"), warm: call("warm")};
  }

  vankien.search = async (query, options = {}) => ask("search", String(query), options);
  vankien.suggest = async (prefix, options = {}) => {
    const asked = vankien.history.list().filter((text) => prefix && text.toLowerCase().startsWith(prefix.toLowerCase()));
    const limit = options.limit || 8;
    const before = asked.slice(0, 2).map((text) => ({text, kind: "history", url: null, marks: [[0, prefix.length]]}));
    const found = await ask("suggest", String(prefix), options);
    const known = new Set(before.map(({text}) => text));
    return [...before, ...found.filter(({text}) => !known.has(text))].slice(0, limit);
  };
  vankien.warm = async () => ask("warm");
  const PARAMETERS = {
    type: "loai", system: "he", level: "cap", issuer: "coquan", place: "noi", year: "nam", from: "tu", to: "den",
    signer: "nguoiky", term: "khoa", validity: "hieuluc", document: "trong",
  };

  /** The address of a search, relative to the site's root. */
  vankien.searchAddress = ({query = "", filters = {}, sort = "relevance"} = {}) => {
    const found = new URLSearchParams();
    if (query) found.append("q", query);
    for (const [name, parameter] of Object.entries(PARAMETERS)) {
      for (const value of [filters[name] || []].flat()) found.append(parameter, value);
    }
    if (sort === "date") found.append("sap", "ngay");
    const text = found.toString();
    return text ? `tim-kiem.html?${text}` : "tim-kiem.html";
  };

  vankien.readAddress = (search) => {
    const given = new URLSearchParams(search);
    const filters = {};
    for (const [name, parameter] of Object.entries(PARAMETERS)) {
      const values = given.getAll(parameter).filter(Boolean);
      if (values.length) filters[name] = name === "from" || name === "to" ? values[0] : values;
    }
    return {query: given.get("q") || "", filters, sort: given.get("sap") === "ngay" ? "date" : "relevance"};
  };

  const HISTORY = "vankien.history", REMEMBERED = 20;

  /** What was asked before, in this browser only; without a store there is none. */
  vankien.history = {
    list() {
      try {
        const found = JSON.parse(localStorage.getItem(HISTORY));
        return Array.isArray(found) ? found.filter((text) => typeof text === "string") : [];
      } catch {
        return [];
      }
    },
    add(query) {
      const text = String(query).trim();
      if (text) keep([text, ...vankien.history.list().filter((other) => other !== text)].slice(0, REMEMBERED));
    },
    clear() {
      keep([]);
    },
  };

  function keep(list) {
    try {
      localStorage.setItem(HISTORY, JSON.stringify(list));
    } catch {
      // A browser that keeps nothing searches all the same.
    }
  }

  vankien.resolve = (url) => new URL(url, rootBase).href;
})();
