// GitHub, and GitHub Enterprise: the data of git itself, so that one save is one commit, whatever it touches.
import { COMMITS, Host, Trouble } from "./host.js";

export class GitHub extends Host {
  perPage = "per_page";

  moved(status, said) {
    return status === 409 || (status === 422 && /fast forward|already exists/i.test(said));
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
    const found = await this.call(this.at(`/git/ref/heads/${branch}`), { missing: true });
    return found && found.object.sha;
  }

  async files(commit) {
    const found = await this.call(this.at(`/git/trees/${commit}:${this.content}?recursive=1`), { missing: true });
    if (found?.truncated) throw new Trouble(`The folder ${this.content} holds more files than ${this.name} lists at once.`);
    return new Map((found?.tree ?? []).filter((one) => one.type === "blob").map((one) => [one.path, one.sha]));
  }

  async held(blob) {
    return (await this.call(this.at(`/git/blobs/${blob}`))).content.replace(/\s/g, "");
  }

  async commits(file, commit) {
    const found = await this.call(this.at(`/commits?path=${encodeURIComponent(file)}&sha=${commit}&${this.perPage}=${COMMITS}`));
    return found.map(({ sha: id, commit: { message, committer } }) => ({ id, words: message.split("\n")[0], at: committer.date }));
  }

  async heldAt(file, commit) {
    const found = await this.call(this.at(`/contents/${encodeURI(file)}?ref=${commit}`), { missing: true });
    return found && found.content.replace(/\s/g, "");
  }

  async openChanges() {
    const found = await this.pages(this.at(`/pulls?state=open&base=${encodeURIComponent(this.branch)}`));
    return found.filter((one) => one.base.ref === this.branch && one.head.repo?.full_name.toLowerCase() === this.repo.toLowerCase())
      .map((one) => ({ number: one.number, address: one.html_url, branch: one.head.ref }));
  }

  async changedBy(number) {
    const found = await this.pages(this.at(`/pulls/${number}/files`));
    return found.flatMap((one) => [one.filename, ...(one.previous_filename ? [one.previous_filename] : [])]);
  }

  async commit({ branch, fresh, head, files, message }) {
    const blob = (content) => this.call(this.at("/git/blobs"), { method: "POST", body: { content, encoding: "base64" } });
    const tree = await Promise.all(Object.entries(files).map(async ([path, held]) => ({
      path: `${this.content}/${path}`, mode: "100644", type: "blob", sha: held === null ? null : (await blob(held)).sha,
    })));
    const made = await this.call(this.at("/git/trees"), { method: "POST", body: { base_tree: head, tree } });
    const commit = await this.call(this.at("/git/commits"), { method: "POST", body: { message, tree: made.sha, parents: [head] } });
    if (fresh) {
      await this.call(this.at("/git/refs"), { method: "POST", body: { ref: `refs/heads/${branch}`, sha: commit.sha } });
    } else {
      await this.call(this.at(`/git/refs/heads/${branch}`), { method: "PATCH", body: { sha: commit.sha, force: false } });
    }
  }

  async propose({ branch, title, body }) {
    const found = await this.call(this.at("/pulls"), { method: "POST", body: { title, body, head: branch, base: this.branch } });
    return { number: found.number, address: found.html_url, branch };
  }

  // What ran for a commit, the places and words of what that found, and where the site of it was put, if a summary says so.
  async checks(commit) {
    const { check_runs: runs } = await this.call(this.at(`/commits/${commit}/check-runs?per_page=100`));
    const notes = await Promise.all(runs.filter((run) => run.output?.annotations_count)
      .map((run) => this.call(this.at(`/check-runs/${run.id}/annotations?per_page=100`))));
    return {
      runs: [...runs.map(({ name, status, conclusion, output, html_url: address }) => ({
        name, done: status === "completed", failed: ["failure", "timed_out"].includes(conclusion), words: output?.title, address,
      })), ...await this.statuses(commit)],
      found: notes.flat().filter((one) => one.annotation_level !== "notice" && this.below(one.path))
        .map((one) => `${one.path}:${one.start_line}: ${one.message}`),
      shown: runs.map((run) => /https:\/\/[\w.-]+\.pages\.dev\b/.exec(run.output?.summary ?? "")?.[0]).find(Boolean),
    };
  }

  // What other services say of a commit. Gitea calls the state otherwise, and leaves its own address out.
  async statuses(commit) {
    const { statuses } = await this.call(this.at(`/commits/${commit}/status`));
    return (statuses ?? []).map(({ context: name, state, status = state, description: words, target_url: address }) => ({
      name, done: status !== "pending", failed: ["failure", "error"].includes(status), words,
      address: address?.startsWith("/") ? this.address + address : address,
    }));
  }
}
