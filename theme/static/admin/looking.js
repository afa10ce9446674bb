// What the forms show that Python does not know by itself: pictures as they are, what a file said before, where the site
// with a change can be looked at. What answers is called as the forms ask for it.
import { WHOLE } from "./changes.js";
import { bytes } from "./host.js";
import * as python from "./python.js";
import { checked } from "./told.js";

export class Looking {
  constructor({ host, waiting, blobs }) {
    Object.assign(this, { host, waiting, blobs });
    this.seen = new Map();  // the addresses of pictures in this browser, by their blobs
  }

  // A picture as a whole, of which Python has no more than the name.
  async getMediaFile(asked) {
    const [status, found] = await python.ask(asked);
    const blob = this.blobs.get(this.host.below(asked.params.path));
    return [status, status === 200 && blob !== WHOLE ? { ...found, content: await this.host.held(blob) } : found];
  }

  // What a file said before, as the host knows it: on the branch where the file waits, or on that of the site.
  async states(asked) {
    const path = this.host.below(asked.params.path);
    const open = await this.waiting.joinedBy([path]);
    await python.know(path, await this.host.earlier(path, await this.host.head(open?.branch ?? this.host.branch)));
    return python.ask(asked);
  }

  // Where an entry can be looked at as its open change has it; nowhere where nobody has built that yet.
  async getDeployPreview({ params: { collection, slug } }) {
    const open = await this.waiting.joinedBy([this.fileOf(collection, slug)]);
    const { preview: url } = open ? await checked(this.host, open.branch) : {};
    return [200, url ? { url, status: "SUCCESS" } : null];
  }

  // The address of a picture in this browser; null for a new one, which the forms have.
  picture(name) {
    const path = `images/${name}`, blob = this.blobs.get(path), type = /\.svg$/i.test(path) ? "image/svg+xml" : "";
    if (!blob || blob === WHOLE) return null;
    if (!this.seen.has(blob)) {
      this.seen.set(blob, this.host.held(blob).then((held) => URL.createObjectURL(new Blob([bytes(held)], { type }))));
      this.seen.get(blob).catch(() => this.seen.delete(blob));
    }
    return this.seen.get(blob);
  }

  // The texts of the page in the main language that a translation is of, each with what the form calls it.
  async original({ params: { collection, slug } }) {
    const [, { data }] = await python.ask({
      action: "getEntry", params: { path: `${this.host.content}/${this.fileOf(collection, slug)}` },
    });
    const { title, description, nav_title, lead, body } = JSON.parse(data ?? "{}");
    return [200, Object.entries({ title, description, "nav title": nav_title, lead, text: body }).filter(([, words]) => words)];
  }

  // The file of an entry, by its path below the folder of the site.
  fileOf(collection, slug) {
    const found = [`data/${slug}.yaml`, `pages/${slug}.md`, `pages/${collection}/${slug}.md`].find((path) => this.blobs.has(path));
    return found ?? "";
  }
}
