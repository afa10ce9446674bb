// The open changes that the forms have made: which files wait in which, and which of them a save joins.
import { Trouble } from "./host.js";

const PREFIX = "edit/";
const LATER = "When a colleague has merged that one, load this page anew, and do this again.";
const BODY = "Made with the forms on the web. The checks below tell whether anything is wrong, beside the line that has it. " +
  "When a colleague has looked at it, press the button that merges it.";

const nameFor = (path) => PREFIX + path.replace(/\.[^./]+$/, "").replaceAll("/", "--").replace(/[^\w-]/g, "-");

const isFor = (path, branch) => {
  const [name, number, ...more] = branch.split(".");
  return name === nameFor(path) && !more.length && (number === undefined || /^\d+$/.test(number));
};

export class Waiting {
  constructor(host) {
    this.host = host;
    this.unproposed = new Map();  // branches that wait for a pull request, by the file that named them
  }

  // All of them, each with the files that it is about.
  async all() {
    const found = (await this.host.openChanges()).filter((one) => one.branch.startsWith(PREFIX));
    return Promise.all(found.map(async (one) => (
      { ...one, paths: (await this.host.changedBy(one.number)).map((path) => this.host.below(path)).filter(Boolean) })));
  }

  // The one that a change of some files joins, so that the same file never waits in two.
  async joinedBy(paths) {
    const all = await this.all(), [first, ...others] = paths;
    const open = all.find((one) => isFor(first, one.branch)) ?? this.unproposed.get(first) ??
      all.findLast((one) => one.paths.includes(first));
    const elsewhere = others.filter((path) => !open?.paths?.includes(path));
    const also = all.filter((one) => one !== open && elsewhere.some((path) => one.paths.includes(path)));
    if (also.length + Boolean(open) < 2) return open ?? also[0];
    const path = elsewhere.find((one) => also[0].paths.includes(one));
    throw new Trouble(`This touches ${this.host.content}/${path} too, which waits in change ${also[0].number}, apart from ` +
      `the rest of it. ${LATER}`);
  }

  tooOld(change, path) {
    return new Trouble(`This belongs to change ${change.number}, which is older than ${this.host.content}/${path}. ${LATER}`);
  }

  async freeName(path) {
    const name = nameFor(path);
    for (let number = 1; ; number += 1) {
      const branch = number === 1 ? name : `${name}.${number}`;
      if (!await this.host.head(branch)) return branch;
    }
  }

  // Asks colleagues to look at a branch; where the host refuses that, the next save of this file tries again.
  async proposed(branch, title, path) {
    try {
      const change = await this.host.propose({ branch, title, body: BODY });
      this.unproposed.delete(path);
      return change;
    } catch (error) {
      this.unproposed.set(path, { branch });
      return { branch, error: error.message };
    }
  }
}
