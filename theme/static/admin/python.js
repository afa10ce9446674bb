// What the page asks of Python, which works apart from it.
const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
let last = 0;

worker.addEventListener("message", ({ data: { number, found, error } }) => {
  const { resolve, reject } = waiting.get(number);
  waiting.delete(number);
  if (error) reject(new Error(error)); else resolve(found);
});
worker.addEventListener("error", () => {
  for (const { reject } of waiting.values()) reject(new Error("Python did not start in this browser."));
  waiting.clear();
});

const call = (name, ...given) => new Promise((resolve, reject) => {
  waiting.set(++last, { resolve, reject });
  worker.postMessage({ number: last, name, given });
});

export const put = (files) => call("put", JSON.stringify(files));
export const undo = () => call("undo");
export const ask = async (asked) => JSON.parse(await call("ask", JSON.stringify(asked)));
