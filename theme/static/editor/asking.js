// What the forms ask the preview for, on its way there and back: who asks is proved, what the preview refuses is told, and
// where a file and a form say different things, people decide, and the answer waits for them.
const asking = (() => {
  const API = "/-/editor/api";
  const ask = window.fetch.bind(window);

  const token = () => new Promise((there, missing) => {
    const script = Object.assign(document.createElement("script"), { src: "/-/editor/token.js", onload: there, onerror: missing });
    document.head.append(script);
  });

  const send = (body) => ask(API, {
    method: "POST",
    headers: { "Content-Type": "application/json; charset=utf-8", "X-Editor-Token": window.EDITOR_TOKEN },
    body,
  });

  const LARGEST = 34000000;  // what the preview reads of one request: a picture of 25 MB, in base64
  const TOO_LARGE = "This is more than the editor takes at once. A picture may have at most 25 MB: make it smaller first.";
  const MEND = "Mend it in a text editor, and open it here again. What the editor saved before stands under “Last saves”.";
  const SILENT = "The preview does not answer. Start it again with make edit, and save again.";
  const answer = (status, error) => new Response(JSON.stringify({ error }), { status });

  const answered = async (asked) => {
    const body = JSON.stringify(asked);
    if (body.length > LARGEST) return answer(413, TOO_LARGE);
    try {
      const found = await send(body);
      if (found.status !== 403) return found;
      await token();  // the preview was started again
      return await send(body);
    } catch {
      return answer(503, SILENT);
    }
  };

  const PICTURE = /[.](svg|png|jpe?g|webp|avif|gif|ico|hei[cf]|tiff?|bmp)$/i;  // others are documents, which show nobody
  const SAVE = "persistEntry", UPLOAD = "persistMedia";
  const REFUSED = {
    [SAVE]: "Nothing was saved",
    [UPLOAD]: "This picture was not taken",
    deleteFile: "Nothing was deleted",
    deleteFiles: "Nothing was deleted",
  };

  // The form learns what it and its file agree on now, which the next save is compared with. Where the file says more by
  // now than the form shows, the form is opened again.
  const saved = (asked, found) => {
    problems.clear();
    const sent = JSON.parse(asked.params.dataFiles[0].raw)["as-read"];
    document.dispatchEvent(new CustomEvent("saved", { detail: { sent, agreed: found["as-read"] } }));
    const told = found.merged ? telling.merged() : Promise.resolve();
    if (!found.anew) return;
    sessionStorage.setItem("saved", JSON.stringify(found.along || []));
    told.then(() => setTimeout(() => location.reload(), 400));
  };
  const before = sessionStorage.getItem("saved");
  sessionStorage.removeItem("saved");
  if (before) telling.saved(JSON.parse(before));

  const refused = (asked, found) => {
    const { error, guide, problems: each = [] } = found;
    const all = each.length ? each : error.split(/\n(?=\S)/).map((text) => ({ text, field: [] }));
    if (asked.action === SAVE) problems.show(REFUSED[SAVE], all, asked.params.dataFiles[0], guide);
    else telling.refused(REFUSED[asked.action], error.split(/\n(?=\S)/), false, guide);
  };

  let reading = 0;
  window.fetch = async (address, given) => {
    if (address !== API) return ask(address, given);
    const asked = JSON.parse(given.body);
    if (asked.action === UPLOAD && given.body.length <= LARGEST && PICTURE.test(asked.params.asset.path)) {
      const said = await telling.picture(asked.params.asset.path.split("/").pop());
      if (said) asked.params.said = said;
    }
    if (asked.action === "getEntry") reading += 1;
    let answer = await answered(asked);
    if (asked.action === "getEntry") setTimeout(() => { reading -= 1; }, 300);  // when Decap has taken it in
    while (answer.status === 409) {
      const found = await answer.clone().json();
      if (await telling.conflict(found) !== "mine") return answer;
      answer = await answered({ ...asked, params: { ...asked.params, over: found.over } });
    }
    const broken = asked.action === "getEntry" && answer.status === 422;
    if (!broken && !(asked.action in REFUSED)) return answer;
    const found = await answer.clone().json();
    if (broken) {
      telling.refused("This file cannot be read", [...found.error.split(/\n(?=\S)/), MEND], false, found.guide);
      return answer;
    }
    if (!answer.ok) refused(asked, found);
    else if (asked.action === SAVE) saved(asked, found);
    return answer;
  };
  // Resolves once no form is being read any more.
  const entries = async () => {
    do await new Promise((done) => setTimeout(done, 200)); while (reading);
  };

  return { entries, ask: (action, params) => answered({ action, params }) };
})();
