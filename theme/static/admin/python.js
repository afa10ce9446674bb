// What the page asks of Python, which works apart from it.
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
const BROKEN = "Python, which the forms need, did not arrive, or does not run in this browser. Load this page anew.";
let last = 0, broken = false;

worker.addEventListener("message", ({ data: { number, found, error } }) => {
  const { resolve, reject } = waiting.get(number);
  waiting.delete(number);
  if (error) reject(new Error(error)); else resolve(found);
});
worker.addEventListener("error", () => {
  broken = true;
  for (const { reject } of waiting.values()) reject(new Error(BROKEN));
  waiting.clear();
});

const call = (name, ...given) => new Promise((resolve, reject) => {
  if (broken) { reject(new Error(BROKEN)); return; }
  waiting.set(++last, { resolve, reject });
  worker.postMessage({ number: last, name, given });
});

export const put = (files) => call("put", JSON.stringify(files));
export const know = (path, earlier) => call("know", path, JSON.stringify(earlier));
export const undo = () => call("undo");
export const ask = async (asked) => JSON.parse(await call("ask", JSON.stringify(asked)));
