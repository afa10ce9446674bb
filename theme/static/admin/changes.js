// A save is a commit on a branch of its own, and a pull request; nothing is ever forced. Who saves second finds what the
// first one saved, and both are brought together; where they said different things, people decide.
import { Trouble, text } from "./host.js";
import * as python from "./python.js";
import { title, told } from "./told.js";
import { Waiting } from "./waiting.js";

const TEXT = /\.(md|ya?ml)$/i;
const TRIES = 5;
const AT_ONCE = 6;
export const WHOLE = "whole";  // the blob of a file that was just saved, which Python has whole

export class Changes {
  constructor(host) {
    this.host = host;
    this.waiting = new Waiting(host);
    this.blobs = new Map();  // of all files as Python has them, by their paths
    this.shown = new Map();  // the change that a file was shown from, by its path
  }

  async load(tell) {
    const head = await this.host.head(this.host.branch);
    if (!head) throw new Trouble(`${this.host.repo} has no branch "${this.host.branch}".`);
    this.blobs = await this.host.files(head);
    for (const change of await this.waiting.all()) {
      const theirs = await this.host.files(await this.host.head(change.branch));
      for (const path of change.paths) {
        this.blobs.set(path, theirs.get(path) ?? null);
        this.shown.set(path, change);
      }
    }
    const files = {}, left = [...this.blobs];
    const total = left.length;
    const fetchSome = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const [path, blob] = next;
        files[path] = await this.held(path, blob);
        tell(`Reading the files: ${total - left.length} of ${total} ...`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
    await python.put(files);
  }

  // What Python is given of a file: of pictures and documents only that they are there.
  held(path, blob) {
    return !blob ? null : TEXT.test(path) ? this.host.held(blob) : "";
  }

  async save(asked) {
    try {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const found = await this.saveOnce(asked);
        if (found) return found;
      }
      throw new Trouble("Somebody else saves all the time. Try again in a minute.");
    } catch (error) {
      return [503, { error: error.message, written: error.written, token: error.kind === "token" }];
    }
  }

  // Returns the answer; null where somebody else was faster.
  async saveOnce(asked) {
    const paths = this.named(asked.params);
    let now, status, answer, changed;
    for (let more = paths; more.length || !now;) {  // until the host has been asked about all that this changes
      now = await this.now(paths).catch((error) => this.failed(asked, error));
      await python.put(now.held);
      for (const path of paths) this.blobs.set(path, now.there.get(path) ?? null);
      [status, answer, changed] = await python.ask(asked);
      if (status !== 200 || !Object.keys(changed).length) return [status, answer];
      more = Object.keys(changed).filter((path) => !paths.includes(path))
        .sort((one, other) => TEXT.test(one) - TEXT.test(other));  // a picture, and not its entry, names the change
      paths.push(...more);
      if (more.length) await python.undo();
    }
    const { open, head, there } = now, [first] = paths, message = title(this.host, asked, first);
    const branch = open?.branch ?? await this.waiting.freeName(first);
    try {
      await this.host.commit({ branch, fresh: !open, head, files: changed, message, there });
    } catch (error) {
      await python.undo();
      if (error.kind === "moved") return null;
      throw Object.assign(error, { written: this.written(changed) });
    }
    const change = open?.number ? open : await this.waiting.proposed(branch, message, first);
    const before = this.shown.get(first);
    for (const [path, held] of Object.entries(changed)) {
      this.shown.set(path, change);
      this.blobs.set(path, held && WHOLE);
    }
    return [200, { ...answer, change: told(this.host, change, before) }];
  }

  // What the host has now of some files: on the branch of the open change that they join, or on that of the site.
  async now(paths) {
    const open = paths.length ? await this.waiting.joinedBy(paths) : undefined;
    const head = await this.host.head(open?.branch ?? this.host.branch);
    const there = await this.host.files(head);
    const late = open?.paths && paths.find((path) => !open.paths.includes(path) && !there.has(path) && this.blobs.get(path));
    if (late) throw this.waiting.tooOld(open, late);
    const held = await Promise.all(paths.map(async (path) => [path, await this.held(path, there.get(path))]));
    return { open, head, there, held: Object.fromEntries(held) };
  }

  // Where the host is away before anything was tried, the file is made all the same, so that it can be copied.
  async failed(asked, error) {
    const [, , changed] = await python.ask(asked);
    await python.undo();
    throw Object.assign(error, { written: this.written(changed) });
  }

  written(changed) {
    return Object.entries(changed).filter(([path, held]) => held && TEXT.test(path)).map(([, held]) => text(held)).join("\n");
  }

  // The files that are named where something is asked; what else it changes, the answer tells.
  named(params) {
    const files = params.dataFiles?.flatMap((one) => [one.path, one.newPath]) ?? params.paths ?? [params.path];
    return [...new Set(files.filter(Boolean).map((path) => this.host.below(path)))];
  }
}
