// What the forms ask for, on its way there and back: what is refused is told, and where a file and a form say different
// things, people decide, and the answer waits for them. `reach` knows who answers.
(() => {
  const API = "/-/editor/api";
  const ask = window.fetch.bind(window);

  const SAVE = "persistEntry", UPLOAD = "persistMedia";
  const REFUSED = {
    [SAVE]: "Nothing was saved",
    [UPLOAD]: "This picture was not taken",
    deleteFile: "Nothing was deleted",
    deleteFiles: "Nothing was deleted",
  };

  // The form learns what it and its file agree on now, which the next save is compared with.
  const saved = (asked, found) => {
    const sent = JSON.parse(asked.params.dataFiles[0].raw)["as-read"];
    document.dispatchEvent(new CustomEvent("saved", { detail: { sent, agreed: found["as-read"] } }));
    if (found.change) telling.proposed(found.change, found.merged);
    else if (found.merged) telling.merged();
  };

  window.fetch = async (address, given) => {
    if (address !== API) return ask(address, given);
    const asked = JSON.parse(given.body);
    if (asked.action === UPLOAD && reach.takes(given.body)) {
      const said = await telling.picture(asked.params.asset.path.split("/").pop());
      if (said) asked.params.said = said;
    }
    let answer = await reach.answered(asked);
    while (answer.status === 409) {
      const found = await answer.clone().json();
      if (await telling.conflict(found) !== "mine") return answer;
      answer = await reach.answered({ ...asked, params: { ...asked.params, over: found.over } });
    }
    if (!(asked.action in REFUSED)) return answer;
    const found = await answer.clone().json();
    if (!answer.ok) telling.refused(REFUSED[asked.action], found.error.split(/\n(?=\S)/), asked.action === SAVE, found.written);
    else if (asked.action === SAVE) saved(asked, found);
    return answer;
  };
})();
