// Runs Python apart from the page, so that the forms never stand still: the house answers here as `make edit` does.
import { loadPyodide } from "./python/pyodide.mjs";

const HOUSE = "/house";
const part = (name) => new Error(`A part of the forms did not arrive: ${name}. Is this computer online? Load this page anew.`);
const ready = (async () => {
  const [python, house] = await Promise.all([
    loadPyodide({ indexURL: new URL("python/", import.meta.url).href }).catch(() => { throw part("Python"); }),
    fetch(new URL("house.zip", import.meta.url)).then((found) => (found.ok ? found.arrayBuffer() : Promise.reject()))
      .catch(() => { throw part("house.zip"); }),
  ]);
  python.unpackArchive(house, "zip", { extractDir: HOUSE });
  python.globals.set("HOUSE", HOUSE);
  await python.runPythonAsync(
    "import sys; sys.path[:0] = [f'{HOUSE}/plugins', f'{HOUSE}/packages']\n" +
    "from preview.admin import in_browser; in_browser.begin()");
  return python.globals.get("in_browser");
})();

self.addEventListener("message", async ({ data: { number, name, given } }) => {
  try {
    self.postMessage({ number, found: (await ready)[name](...given) });
  } catch (error) {
    self.postMessage({ number, error: String(error.message).split("\n").filter(Boolean).pop() });
  }
});
