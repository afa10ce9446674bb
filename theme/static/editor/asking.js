// What the forms ask for, on its way there and back: what is refused is told, and where a file and a form say different
// things, people decide, and the answer waits for them. `reach` knows who answers: the preview, or a host on the web.
const asking = (() => {
  const API = "/-/editor/api";
  const ask = window.fetch.bind(window);
  const LARGEST = 34000000;  // what is read of one request: a picture of 25 MB, in base64
  const TOO_LARGE = "This is more than the editor takes at once. A picture may have at most 25 MB: make it smaller first.";
  const UNSAID = "nobody has said yet whether this picture may be shown";
  const PICTURE = /[.](svg|png|jpe?g|webp|avif|gif|ico|hei[cf]|tiff?|bmp)$/i;  // others are documents, which show nobody
  const SAVE = "persistEntry", UPLOAD = "persistMedia";
  const REFUSED = {
    [SAVE]: "Nothing was saved",
    [UPLOAD]: "This file was not taken",
    deleteFile: "Nothing was deleted",
    deleteFiles: "Nothing was deleted",
  };

  // The form learns what it and its file agree on now, which the next save is compared with. Where the file says more by
  // now than the form shows, the form is opened again.
  const saved = (asked, found) => {
    problems.clear();
    path = asked.params.dataFiles[0].newPath || asked.params.dataFiles[0].path;
    const sent = JSON.parse(asked.params.dataFiles[0].raw)["as-read"];
    document.dispatchEvent(new CustomEvent("saved", { detail: { sent, agreed: found["as-read"] } }));
    const told = found.change ? telling.proposed(found.change, found.merged)
      : found.merged ? telling.merged() : Promise.resolve();
    if (!found.anew || found.change) return;
    sessionStorage.setItem("saved", JSON.stringify(found.along || []));
    told.then(() => setTimeout(() => location.reload(), 400));
  };
  const before = sessionStorage.getItem("saved");
  sessionStorage.removeItem("saved");
  if (before) telling.saved(JSON.parse(before));

  const refused = (asked, found) => {
    const { error, written, guide, problems: each = [] } = found;
    const all = each.length ? each : error.split(/\n(?=\S)/).map((text) => ({ text, field: [] }));
    if (asked.action === SAVE && (each.length || reach.near)) problems.show(REFUSED[SAVE], all, asked.params.dataFiles[0], guide);
    else telling.refused(REFUSED[asked.action], error.split(/\n(?=\S)/), asked.action === SAVE, guide, written);
  };

  let reading = 0, path = "";  // path: of the entry that was opened or saved last
  window.fetch = async (address, given) => {
    if (address !== API) return ask(address, given);
    const asked = JSON.parse(given.body), tooLarge = given.body.length > LARGEST;
    if (asked.action === UPLOAD && !tooLarge && PICTURE.test(asked.params.asset.path)) {
      const said = await telling.picture(asked.params.asset.path.split("/").pop());
      if (!said && !reach.near) return new Response(JSON.stringify({ error: UNSAID }), { status: 422 });
      if (said) asked.params.said = said;
    }
    if (asked.action === "getEntry") [reading, path] = [reading + 1, asked.params.path];
    let answer = tooLarge ? new Response(JSON.stringify({ error: TOO_LARGE }), { status: 413 }) : await reach.answered(asked);
    if (asked.action === "getEntry") setTimeout(() => { reading -= 1; }, 300);  // when Decap has taken it in
    while (answer.status === 409) {
      const found = await answer.clone().json();
      if (await telling.conflict(found) !== "mine") return answer;
      answer = await reach.answered({ ...asked, params: { ...asked.params, over: found.over } });
    }
    const broken = asked.action === "getEntry" && answer.status === 422;
    if (!broken && !(asked.action in REFUSED)) return answer;
    const found = await answer.clone().json();
    if (broken) mending.open(path, found);
    else if (!answer.ok) refused(asked, found);
    else if (asked.action === SAVE) saved(asked, found);
    else if (found.change) telling.proposed(found.change);
    return answer;
  };
  // Resolves once no form is being read any more.
  const entries = async () => {
    do await new Promise((done) => setTimeout(done, 200)); while (reading);
  };

  return { entries, opened: () => path, ask: (action, params) => reach.answered({ action, params }) };
})();
