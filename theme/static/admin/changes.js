// A save is a commit on a branch of its own, and a pull request; nothing is ever forced. Who saves second finds what the
// first one saved, and both are brought together; where they said different things, people decide.
import { Trouble, text } from "./host.js";
import * as python from "./python.js";

const PREFIX = "edit/";
const TEXT = /\.(md|ya?ml)$/i;
const TRIES = 5;
const AT_ONCE = 6;
const LATER = "When a colleague has merged that one, load this page anew, and do this again.";
const NEW = "new";  // the blob of a file that was just saved, which Python has whole
const DONE = { delete: "Delete", rename: "Rename", new: "Make", persistMedia: "Add" };
const BODY = "Made with the forms on the web. The checks below tell whether anything is wrong, beside the line that has it. " +
  "When a colleague has looked at it, press the button that merges it.";

export class Changes {
  constructor(host) {
    this.host = host;
    this.blobs = new Map();  // of all files, by their paths
    this.shown = new Map();  // the change that a file was shown from, by its path
    this.unproposed = new Map();  // branches that wait for a pull request, by the name that they begin with
  }

  nameFor(path) {
    return PREFIX + path.replace(/\.[^./]+$/, "").replaceAll("/", "--").replace(/[^\w-]/g, "-");
  }

  isFor(path, branch) {
    const [name, number, ...more] = branch.split(".");
    return name === this.nameFor(path) && !more.length && (number === undefined || /^\d+$/.test(number));
  }

  below(path) {
    return path.startsWith(`${this.host.content}/`) ? path.slice(this.host.content.length + 1) : null;
  }

  async load(tell) {
    const head = await this.host.head(this.host.branch);
    if (!head) throw new Trouble(`${this.host.repo} has no branch "${this.host.branch}".`);
    this.blobs = await this.host.files(head);
    for (const change of await this.openChanges()) {
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

  // The open changes that the forms have made, each with the files that it is about.
  async openChanges() {
    const all = (await this.host.openChanges()).filter((one) => one.branch.startsWith(PREFIX));
    return Promise.all(all.map(async (one) => (
      { ...one, paths: (await this.host.changedBy(one.number)).map((path) => this.below(path)).filter(Boolean) })));
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

  async saveOnce(asked) {
    const paths = this.named(asked.params);
    let now, status, told, changed;
    for (let more = paths; more.length || !now;) {  // until the host has been asked about all that this changes
      now = await this.now(paths).catch((error) => this.failed(asked, error));
      await python.put(now.held);
      [status, told, changed] = await python.ask(asked);
      if (status !== 200 || !Object.keys(changed).length) return [status, told];
      more = Object.keys(changed).filter((path) => !paths.includes(path))
        .sort((one, other) => TEXT.test(one) - TEXT.test(other));  // a picture, and not its entry, names the change
      paths.push(...more);
      if (more.length) await python.undo();
    }
    const { open, head, there } = now, first = paths[0];
    const branch = open?.branch ?? await this.freeName(first);
    try {
      await this.host.commit({ branch, fresh: !open, head, files: changed, message: this.title(asked, first), there });
    } catch (error) {
      await python.undo();
      if (error.kind === "moved") return null;
      throw Object.assign(error, { written: this.written(changed) });
    }
    const change = open?.number ? open : await this.proposed(branch, asked, first);
    const before = this.shown.get(first);
    for (const [path, held] of Object.entries(changed)) {
      this.shown.set(path, change);
      this.blobs.set(path, held && NEW);
    }
    return [200, { ...told, change: this.told(change, before) }];
  }

  // The open change that a change of some files joins, so that the same file never waits in two.
  joined(changes, paths) {
    const [first, ...others] = paths;
    const open = changes.find((one) => this.isFor(first, one.branch)) ?? this.unproposed.get(first) ??
      changes.findLast((one) => one.paths.includes(first));
    const elsewhere = others.filter((path) => !open?.paths?.includes(path));
    const also = changes.filter((one) => one !== open && elsewhere.some((path) => one.paths.includes(path)));
    if (also.length + Boolean(open) < 2) return open ?? also[0];
    const path = elsewhere.find((one) => also[0].paths.includes(one));
    throw new Trouble(`This touches ${this.host.content}/${path} too, which waits in change ${also[0].number}, apart from ` +
      `the rest of it. ${LATER}`);
  }

  // What the host has now of some files: on the branch of the open change that they join, or on that of the site.
  async now(paths) {
    const open = paths.length ? this.joined(await this.openChanges(), paths) : undefined;
    const head = await this.host.head(open?.branch ?? this.host.branch);
    const there = await this.host.files(head);
    const late = open?.paths && paths.find((path) => !open.paths.includes(path) && !there.has(path) && this.blobs.get(path));
    if (late) {
      throw new Trouble(`This belongs to change ${open.number}, which is older than ${this.host.content}/${late}. ${LATER}`);
    }
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
    return [...new Set(files.filter(Boolean).map((path) => this.below(path)))];
  }

  async freeName(path) {
    const name = this.nameFor(path);
    for (let number = 1; ; number += 1) {
      const branch = number === 1 ? name : `${name}.${number}`;
      if (!await this.host.head(branch)) return branch;
    }
  }

  title(asked, path) {
    const [, done] = /^(delete|rename|new|persistMedia)/.exec(asked.action) ?? [];
    return `${DONE[done] ?? "Change"} ${this.host.content}/${path}`;
  }

  async proposed(branch, asked, path) {
    try {
      const change = await this.host.propose({ branch, title: this.title(asked, path), body: BODY });
      this.unproposed.delete(path);
      return change;
    } catch (error) {
      this.unproposed.set(path, { branch });
      return { branch, error: error.message };
    }
  }

  told(change, before) {
    const { branch } = change;
    if (!change.number) {
      return { title: "Saved, but nobody is asked to look yet", branch, words: [
        `What you saved stands in the branch ${change.branch}. No pull request could be opened for it: ${change.error}`,
        "Save again to try again, or open one on the page of the repository.",
      ] };
    }
    const closed = before && before.number !== change.number
      ? [`The change ${before.number}, which this form showed, is closed by now. This is a new one, made from the site as it is.`] : [];
    return {
      title: `Saved as change ${change.number}`,
      words: [...closed, "The site stays as it is until a colleague merges this change. You can go on; what you save next joins it."],
      checks: Boolean(this.host.checks),
      link: { words: `Change ${change.number} on ${this.host.name}`, address: change.address },
      branch,
    };
  }

  // Answers with a picture as a whole, of which Python has no more than the name.
  async picture(asked) {
    const [status, found] = await python.ask(asked);
    const blob = this.blobs.get(this.below(asked.params.path));
    return [status, status === 200 && blob !== NEW ? { ...found, content: await this.host.held(blob) } : found];
  }

  // Returns the file of an entry in the repository; the folder of the site where none is open.
  fileOf(collection, slug) {
    const found = [`data/${slug}.yaml`, `pages/${slug}.md`, `pages/${collection}/${slug}.md`].find((path) => this.blobs.has(path));
    return found ?? "";
  }

  // Returns where an entry can be looked at as its open change has it; null where nobody has built that yet.
  async preview({ collection, slug }) {
    const open = this.joined(await this.openChanges(), [this.fileOf(collection, slug)]);
    const url = open && (await this.host.checks?.(open.branch))?.preview;
    return url ? { url, status: "SUCCESS" } : null;
  }

  // Tells now and then what the checks of a change say; returns what ends that.
  follow(branch, found) {
    let ended = false;
    const look = async () => {
      if (ended) return;
      const said = await this.host.checks?.(branch).catch(() => null);
      if (ended || !said) return;
      const lines = said.found.length ? said.found
        : said.failed.length ? [`They failed: ${said.failed.join(", ")}. The page of the change tells more.`]
        : [said.done ? "No problems." : "They are running ..."];
      found({ lines, preview: said.preview });
      if (!said.done || !said.preview) setTimeout(look, this.host.patience);
    };
    look();
    return () => { ended = true; };
  }
}
