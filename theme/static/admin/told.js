// What is told of a change: that it waits for a colleague, what its checks say, and where it can be looked at.
const DONE = { delete: "Delete", rename: "Rename", new: "Make", begin: "Begin", persistMedia: "Add", asItWas: "Bring back" };

export const title = (host, asked, path) => {
  const [, done] = /^(delete|rename|new|begin|persistMedia|asItWas)/.exec(asked.action) ?? [];
  return `${DONE[done] ?? "Change"} ${host.content}/${path}`;
};

// `before` is the change from which the form was shown, if there was one.
export const told = (host, change, before) => {
  const { branch, number, address, error } = change;
  if (!number) {
    return { title: "Saved, but nobody is asked to look yet", branch, words: [
      `What you saved stands in the branch ${branch}. No pull request could be opened for it: ${error}`,
      "Save again to try again, or open one on the page of the repository.",
    ] };
  }
  const closed = before && before.number !== number
    ? [`The change ${before.number}, which this form showed, is closed by now. This is a new one, made from the site as it is.`] : [];
  return {
    title: `Saved as change ${number}`,
    words: [...closed, "The site stays as it is until a colleague merges this change. You can go on; what you save next joins it."],
    link: { words: `Change ${number} on ${host.name}`, address },
    branch,
  };
};

// Returns what the host says of the newest commit of a branch, with the place where somebody has put the site of it.
export const checked = async (host, branch) => {
  const commit = await host.head(branch);
  const { runs, found, shown } = commit ? await host.checks(commit) : { runs: [], found: [] };
  const built = runs.find((one) => /preview|deploy/i.test(one.name) && one.done && !one.failed && !host.owns(one.address));
  return { runs, found, preview: built?.address ?? shown };
};

// Nothing where no check has begun.
const lines = ({ runs, found }) => {
  const failed = runs.filter((one) => one.failed);
  if (found.length) return found.map((words) => ({ words }));
  if (failed.length) {
    return failed.map(({ name, words, address }) => ({ words: `${name} failed${words ? `: ${words}` : "."}`, address }));
  }
  return runs.length ? [{ words: runs.every((one) => one.done) ? "No problems." : "They are running ..." }] : [];
};

// Tells now and then what the checks of a change say; returns what ends that.
export const follow = (host, branch, found) => {
  let ended = false;
  const look = async () => {
    const said = !ended && await checked(host, branch).catch(() => null);
    if (ended || !said) return;
    found({ lines: lines(said), preview: said.preview });
    if (!said.preview || said.runs.some((one) => !one.done)) setTimeout(look, host.patience);
  };
  look();
  return () => { ended = true; };
};
