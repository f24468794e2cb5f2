// The page's calls to the server. Each resolves to the decoded answer and rejects with an Error
// whose message is the server's sentence, or "" when the server could not be reached.

async function call(path, options) {
  const response = await fetch(`page/${path}`, options).catch(() => {
    throw new Error("");
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

function post(path, body = {}) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) });
}

const lanes = new Map();

// One person's messages leave in the order they were written, however slow an upload is.
function inOrder(person, send) {
  const sent = (lanes.get(person) ?? Promise.resolve()).then(send);
  lanes.set(person, sent.catch(() => {}));
  return sent;
}

const say = (person, act, body) => inOrder(person, () => post(`people/${person}/${act}`, body));

export const state = () => call("state");
export const messages = (person, limit) => call(`people/${person}/messages?limit=${limit}`);

export const text = (person, words) => say(person, "text", { text: words });
export const start = (person, payload) => say(person, "start", { payload });
export const contact = (person) => say(person, "contact");
export const other = (person, kind) => say(person, "other", { kind });
export const forward = (person, texts) => say(person, "forward", { texts });
export const edit = (person, message, words) => say(person, "edit", { message, text: words });
export const block = (person, blocked) => say(person, "block", { blocked });

/** files sends one to ten files; several become an album. as is "document" or "photo". */
export function files(person, list, as, caption) {
  const form = new FormData();
  form.append("as", as);
  form.append("caption", caption);
  for (const file of list) form.append("file", file, file.name);
  return inOrder(person, () => call(`people/${person}/files`, { method: "POST", body: form }));
}

// Presses and marks of reading overtake messages, as they do in a messenger.
export const press = (person, message, row, column) => post(`people/${person}/press`, { message, row, column });
export const read = (person) => post(`people/${person}/read`);

export const advance = (seconds) => post("clock", { seconds });
export const restart = () => post("restart");
