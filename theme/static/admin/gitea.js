// Gitea, Forgejo and Codeberg: one request for a whole commit, in which each file names the text that it replaces.
import { Host } from "./host.js";

export class Gitea extends Host {
  perPage = "limit";
  largestPage = 50;

  moved(status, said) {
    return status === 409 || (status === 422 && /does not match|already exists|sha/i.test(said));
  }

  authorization() {
    return `token ${this.token}`;
  }

  at(path) {
    return `/repos/${this.repo}${path}`;
  }

  async signIn() {
    const [user, repository] = [await this.call("/user"), await this.call(this.at(""))];
    if (repository.permissions && !repository.permissions.push) throw this.trouble(403, "POST", new Headers(), "");
    return user.login;
  }

  async head(branch) {
    const found = await this.call(this.at(`/branches/${encodeURIComponent(branch)}`), { missing: true });
    return found && found.commit.id;
  }

  async files(commit) {
    const all = [];
    for (let page = 1; ; page += 1) {
      const found = await this.call(this.at(`/git/trees/${commit}?recursive=true&per_page=1000&page=${page}`));
      all.push(...found.tree);
      if (!found.truncated || !found.tree.length) break;
    }
    const start = `${this.content}/`;
    return new Map(all.filter((one) => one.type === "blob" && one.path.startsWith(start))
      .map((one) => [one.path.slice(start.length), one.sha]));
  }

  async held(blob) {
    return (await this.call(this.at(`/git/blobs/${blob}`))).content.replace(/\s/g, "");
  }

  async openChanges() {
    const found = await this.pages(this.at("/pulls?state=open"), this.largestPage);
    return found.filter((one) => one.base.ref === this.branch && one.head.repo_id === one.base.repo_id)
      .map((one) => ({ number: one.number, address: one.html_url, branch: one.head.ref }));
  }

  async changedBy(number) {
    const found = await this.pages(this.at(`/pulls/${number}/files`), this.largestPage);
    return found.flatMap((one) => [one.filename, ...(one.previous_filename ? [one.previous_filename] : [])]);
  }

  async commit({ branch, fresh, files, message, there }) {
    const changes = Object.entries(files).map(([path, held]) => ({
      operation: !there.has(path) ? "create" : held === null ? "delete" : "update",
      path: `${this.content}/${path}`,
      ...(held !== null && { content: held }),
      ...(there.has(path) && { sha: there.get(path) }),
    }));
    const where = fresh ? { branch: this.branch, new_branch: branch } : { branch };
    await this.call(this.at("/contents"), { method: "POST", body: { ...where, message, files: changes } });
  }

  async propose({ branch, title, body }) {
    const found = await this.call(this.at("/pulls"), { method: "POST", body: { title, body, head: branch, base: this.branch } });
    return { number: found.number, address: found.html_url, branch };
  }
}
