// Serves a built site on loopback as a good host does: compressed, kept-alive, cached by ETag; and an empty page.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

export const EMPTY = "/an-empty-page/";
const EMPTY_HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="A page with one word.">
<link rel="icon" href="data:,"></head><body><main><h1>Empty</h1></main></body></html>`;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};
const CODERS = { br: brotliCompressSync, gzip: gzipSync, identity: (body) => body };

/** Return a body in all codings, with its type and tag. */
function ready(body, type) {
  const coded = Object.fromEntries(Object.entries(CODERS).map(([name, coder]) => [name, coder(body)]));
  return { coded, type, tag: `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"` };
}

/** Return every file below a folder by the path under which it is served. */
function filesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    names.sort().map((name) => [
      `/${name.split(sep).join("/")}`.replace(/\/index\.html$/, "/"),
      ready(readFileSync(join(folder, name)), TYPES[extname(name)] ?? "application/octet-stream"),
    ]),
  );
}

/** Serve a folder; return the address, the paths of the pages, and what ends it. */
export async function serve(folder) {
  const files = filesOf(folder);
  const pages = [...files].filter(([, file]) => file.type === TYPES[".html"]).map(([path]) => path);
  files.set(EMPTY, ready(Buffer.from(EMPTY_HTML), TYPES[".html"]));
  const server = createServer((request, response) => {
    const found = files.get(new URL(request.url, "http://site").pathname);
    const file = found ?? files.get("/404.html");
    const accepted = request.headers["accept-encoding"] ?? "";
    const coding = ["br", "gzip"].find((name) => accepted.includes(name)) ?? "identity";
    const headers = { "Content-Type": file.type, ETag: file.tag, Vary: "Accept-Encoding", "Cache-Control": "no-cache" };
    if (coding !== "identity") headers["Content-Encoding"] = coding;
    const known = found && request.headers["if-none-match"] === file.tag;
    response.writeHead(known ? 304 : found ? 200 : 404, headers).end(known ? "" : file.coded[coding]);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}`, pages, close: () => server.close() };
}
