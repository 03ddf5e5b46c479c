// In a worker: answers the page's calls and asks it for files. In a page: gives the engine to search.js.

function serve(scope) {
  const waiting = new Map();
  let count = 0;
  const fetchParts = (names) => {
    if (!names.length) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      waiting.set(++count, {resolve, reject});
      scope.postMessage({want: names, number: count});
    });
  };
  const engine = new Engine(fetchParts);
  scope.onmessage = async ({data}) => {
    if (data.parts || data.failed) {
      const {resolve, reject} = waiting.get(data.number);
      waiting.delete(data.number);
      if (data.failed) reject(new Error(data.failed));
      else resolve(data.parts);
      return;
    }
    try {
      scope.postMessage({call: data.call, answer: await engine[data.method](...data.parameters)});
    } catch (error) {
      scope.postMessage({call: data.call, error: error.message});
    }
  };
}

if (typeof document === "undefined") serve(self);
else globalThis.vankien.makeEngine = (fetchParts) => new Engine(fetchParts);
