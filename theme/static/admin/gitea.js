// Gitea, Forgejo and Codeberg, which answer much as GitHub does. One request makes a whole commit, in which each file names
// the text that it replaces.
import { GitHub } from "./github.js";

export class Gitea extends GitHub {
  perPage = "limit";
  largestPage = 50;

  moved(status, said) {
    return status === 409 || (status === 422 && /does not match|already exists|sha/i.test(said));
  }

  authorization() {
    return `token ${this.token}`;
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

  // It has no places for what a check found: the page of the check tells that.
  async checks(commit) {
    return { runs: await this.statuses(commit), found: [] };
  }
}
