// Checks the HTML of every page below the given folders: by html-validate, and by vnu, the W3C's own checker, where
// Java is. Exits with 1 at any error.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import vnu from "vnu-jar";

const BROKEN = "<!doctype html><html lang=en><title>Broken</title><p><div id=a id=b></p></html>";
const RULES = {
  root: true,
  extends: ["html-validate:standard", "html-validate:a11y"],
  // A table's scrolling region is a <div role="region">: the same to browsers, and what our markup promises.
  rules: { "prefer-native-element": ["error", { exclude: ["region"] }] },
};

// vnu holds structured data for a script; browsers run no such block, and so do not ask the policy (HTML Standard,
// "prepare the script element"): Chromium says nothing.
const NOT_A_SCRIPT = "Inline script violates Content Security Policy";

const htmlValidate = {
  name: "html-validate",
  async errors(files) {
    const validator = new HtmlValidate(new FileSystemConfigLoader(RULES));
    const report = await validator.validateMultipleFiles(files);
    return report.results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => `${filePath}:${line}:${column}: ${message} (${ruleId})`),
    );
  },
};

const w3c = {
  name: "vnu",
  async errors(files) {
    const options = ["-Xss2m", "-jar", vnu, "--stdout", "--exit-zero-always", "--format", "json"];
    const done = spawnSync("java", [...options, ...files], { encoding: "utf8", maxBuffer: 2 ** 28 });
    if (done.status !== 0) throw new Error(`vnu did not run: ${done.stderr || done.error}`);
    return JSON.parse(done.stdout)
      .messages.filter(({ message }) => !message.startsWith(NOT_A_SCRIPT))
      .map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
  },
};

/** Return every page below a folder. */
function pages(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"));
  return names.sort().map((name) => join(folder, name));
}

/** Throw if a validator finds nothing wrong with a page that is wrong: then it checks nothing. */
async function mustFindFaults(validator) {
  const folder = mkdtempSync(join(tmpdir(), "broken-"));
  const page = join(folder, "broken.html");
  writeFileSync(page, BROKEN);
  const found = await validator.errors([page]);
  rmSync(folder, { recursive: true });
  if (!found.length) throw new Error(`${validator.name} finds nothing wrong with a page that is broken.`);
}

const files = process.argv.slice(2).flatMap(pages);
if (!files.length) {
  console.error("usage: node bench/validate.mjs FOLDER... (with pages in them)");
  process.exit(2);
}
const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava) console.log("vnu was left out: it needs Java.");
for (const validator of hasJava ? [htmlValidate, w3c] : [htmlValidate]) {
  await mustFindFaults(validator);
  const errors = await validator.errors(files);
  console.log(`${validator.name.padEnd(14)} ${files.length} pages, ${errors.length} errors`);
  for (const error of errors) console.log(`  ${error}`);
  if (errors.length) process.exitCode = 1;
}
