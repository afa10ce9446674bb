// How the forms reach the preview on this computer: who asks is proved, and a preview that is not there is told.
const reach = (() => {
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

  const SILENT = `The preview does not answer. Start it again with ${window.EDITOR_COMMAND}, and try again.`;
  const answer = (status, error) => new Response(JSON.stringify({ error }), { status });
  const words = {
    later: "Say it later",
    saved: "Saved on this computer",
    mend: "Mend it here, or leave it as it is, and bring back under “Last saves” what it said before.",
    deleted: "“Last saves” brings it back.",
  };

  const answered = async (asked) => {
    const body = JSON.stringify(asked);
    try {
      const found = await send(body);
      if (found.status !== 403) return found;
      await token();  // the preview was started again
      return await send(body);
    } catch {
      return answer(503, SILENT);
    }
  };

  return { answered, words, near: true };  // near: on this computer, where trying again costs nothing
})();
