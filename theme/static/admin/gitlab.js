// GitLab: one request for a whole commit, in which each file names the commit that changed it last.
import { COMMITS, Host, base64 } from "./host.js";

const WRITES = 30;  // the level of access of a developer
const DONE = ["success", "failed", "canceled", "skipped", "manual"];
const COLORS = /\x1b\[[\d;]*[A-Za-z]/g;  // in what a job wrote

export class GitLab extends Host {
  perPage = "per_page";

  moved(status, said) {
    return status === 409 || (status === 400 && /has changed since|already exists/i.test(said));
  }

  at(path) {
    return `/projects/${encodeURIComponent(this.repo)}${path}`;
  }

  async signIn() {
    const [user, project] = [await this.call("/user"), await this.call(this.at(""))];
    const levels = Object.values(project.permissions ?? {}).map((one) => one?.access_level ?? 0);
    if (levels.length && Math.max(...levels) < WRITES) throw this.trouble(403, "POST", new Headers(), "");
    return user.username;
  }

  async head(branch) {
    const found = await this.call(this.at(`/repository/branches/${encodeURIComponent(branch)}`), { missing: true });
    return found && found.commit.id;
  }

  async files(commit) {
    const found = await this.pages(this.at(`/repository/tree?ref=${commit}&path=${encodeURIComponent(this.content)}&recursive=true`));
    return new Map(found.filter((one) => one.type === "blob").map((one) => [one.path.slice(this.content.length + 1), one.id]));
  }

  async held(blob) {
    return base64(await this.call(this.at(`/repository/blobs/${blob}/raw`), { text: true }));
  }

  async commits(file, commit) {
    const path = `/repository/commits?path=${encodeURIComponent(file)}&ref_name=${commit}&per_page=${COMMITS}`;
    return (await this.call(this.at(path))).map(({ id, title: words, committed_date: at }) => ({ id, words, at }));
  }

  async heldAt(file, commit) {
    const path = `/repository/files/${encodeURIComponent(file)}/raw?ref=${commit}`;
    const found = await this.call(this.at(path), { missing: true, text: true });
    return found && base64(found);
  }

  async openChanges() {
    const found = await this.pages(this.at(`/merge_requests?state=opened&target_branch=${encodeURIComponent(this.branch)}`));
    return found.filter((one) => one.source_project_id === one.target_project_id)
      .map((one) => ({ number: one.iid, address: one.web_url, branch: one.source_branch }));
  }

  async changedBy(number) {
    const found = await this.pages(this.at(`/merge_requests/${number}/diffs`));
    return [...new Set(found.flatMap((one) => [one.new_path, one.old_path]))];
  }

  async commit({ branch, fresh, head, files, message, there }) {
    const actions = await Promise.all(Object.entries(files).map(async ([path, held]) => {
      const file_path = `${this.content}/${path}`;
      if (!there.has(path)) return { action: "create", file_path, content: held, encoding: "base64" };
      const known = await this.call(this.at(`/repository/files/${encodeURIComponent(file_path)}?ref=${head}`));
      const { last_commit_id } = known;
      return held === null ? { action: "delete", file_path, last_commit_id }
        : { action: "update", file_path, last_commit_id, content: held, encoding: "base64" };
    }));
    const body = { branch, commit_message: message, actions, ...(fresh && { start_sha: head }) };
    await this.call(this.at("/repository/commits"), { method: "POST", body });
  }

  async propose({ branch, title, body }) {
    const found = await this.call(this.at("/merge_requests"), {
      method: "POST",
      body: { title, description: body, source_branch: branch, target_branch: this.branch, remove_source_branch: true },
    });
    return { number: found.iid, address: found.web_url, branch };
  }

  // What ran for a commit. What it found has its places in what the failed jobs wrote, which other services do not keep here.
  async checks(commit) {
    const all = await this.pages(this.at(`/repository/commits/${commit}/statuses`));
    const failed = all.filter((one) => one.status === "failed" && !one.allow_failure);
    const written = await Promise.all(failed.map((one) => this.call(this.at(`/jobs/${one.id}/trace`), { missing: true, text: true })));
    return {
      runs: all.map((one) => ({
        name: one.name, done: DONE.includes(one.status), failed: failed.includes(one), words: one.description, address: one.target_url,
      })),
      found: [...new Set(written.flatMap((one) => this.placesIn(new TextDecoder().decode(one ?? new ArrayBuffer()))))],
    };
  }

  // The lines of a report of `make check`, as the forms show them.
  placesIn(written) {
    const place = new RegExp(`(${this.content}/\\S+?:\\d+):\\d+: (.+)`);
    return written.replace(COLORS, "").split(/\r?\n/).map((line) => place.exec(line)).filter(Boolean)
      .map(([, where, words]) => `${where}: ${words}`);
  }
}
