// What is true of every host: how it is asked, and what its answers mean in plain words.

export class Trouble extends Error {
  constructor(words, kind = "") {
    super(words);
    this.kind = kind;  // "moved": somebody else was faster, and trying again helps
  }
}

export const COMMITS = 12;  // of a file, that are looked at

export class Host {
  largestPage = 100;

  constructor(settings, token) {
    Object.assign(this, settings);
    this.token = token;
  }

  // The path below the folder of the site; null for a file that is not in it.
  below(path) {
    return path.startsWith(`${this.content}/`) ? path.slice(this.content.length + 1) : null;
  }

  // Whether an address is one of the host itself, such as that of a check, and not of a site that somebody built.
  owns(address) {
    return !address || address.startsWith(`${this.address}/`);
  }

  authorization() {
    return `Bearer ${this.token}`;
  }

  // Returns what the host answers; null where it has nothing there, if that may be.
  async call(path, { method = "GET", body, missing = false, text = false } = {}) {
    const headers = { Accept: "application/json", Authorization: this.authorization() };
    if (body) headers["Content-Type"] = "application/json";
    let found;
    try {
      found = await fetch(this.api + path, { method, headers, body: body && JSON.stringify(body), cache: "no-store" });
    } catch {
      throw new Trouble(`${this.name} does not answer. Is this computer online? Try again in a while.`);
    }
    if (found.ok) return found.status === 204 ? null : text ? found.arrayBuffer() : found.json();
    if (found.status === 404 && missing) return null;
    throw this.trouble(found.status, method, found.headers, await found.text().catch(() => ""));
  }

  trouble(status, method, headers, said) {
    const reading = method === "GET";
    if (status === 401) return new Trouble(`${this.name} does not know this token, or not any more. Make a new one.`, "token");
    if (status === 429 || headers.get("x-ratelimit-remaining") === "0") {
      return new Trouble(`${this.name} has been asked too often and wants a break. Try again in an hour at the latest.`);
    }
    if (this.moved(status, said)) return new Trouble(`Somebody else saves all the time. Try again.`, "moved");
    if (status === 403 || status === 404) {
      return new Trouble(reading
        ? `There is no repository ${this.repo}, or this token may not see it.`
        : `This token may not write to ${this.repo}. Make one with these rights: ${this.rights}.`, "token");
    }
    if (status >= 500) return new Trouble(`${this.name} is out of order at the moment (${status}). Try again in a while.`);
    return new Trouble(`${this.name} refused this (${status}): ${said.slice(0, 300)}`);
  }

  // What a file held after each of the last commits that changed it; nothing of one that took it away.
  async earlier(path, commit) {
    const file = `${this.content}/${path}`;
    const all = (await this.commits(file, commit)).map(async (one) => ({ ...one, held: await this.heldAt(file, one.id) }));
    return (await Promise.all(all)).filter((one) => one.held !== null);
  }

  // Returns all pages of a list; `next` tells the address after one.
  async pages(path) {
    const all = [];
    for (let page = 1; ; page += 1) {
      const found = await this.call(`${path}${path.includes("?") ? "&" : "?"}${this.perPage}=${this.largestPage}&page=${page}`);
      all.push(...found);
      if (found.length < this.largestPage) return all;  // else there may be another page
    }
  }
}

export const bytes = (base64) => Uint8Array.from(atob(base64.replace(/\s/g, "")), (char) => char.charCodeAt(0));
export const text = (base64) => new TextDecoder().decode(bytes(base64));
export const base64 = (buffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(""));
