// The quick keyboard below the composer, which writes its labels as messages.

import * as api from "./api.js";
import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { equalRow } from "./keyboard.js";

/** replyKeys draws the reply keyboard of a chat. */
export function replyKeys(keyboard, talk) {
  const rows = keyboard.rows.map((row) => equalRow(row, el("div", { class: "keys-row" }, ...row.map((button) => draw(button, talk)))));
  return el("div", { class: "reply-keys", "data-role": "reply-keyboard" }, ...rows);
}

function draw(button, talk) {
  const act = button.request_contact ? () => shareContact(talk) : () => talk.attempt(api.text(talk.person, button.text));
  return el("button", { class: "key", type: "button", "data-button": button.text, click: act },
    button.request_contact && icon("phone"), button.text);
}

/** shareContact sends the person's own phone number, after asking. */
export async function shareContact(talk) {
  if (await ask(t("share_contact_ask", talk.who()))) await talk.attempt(api.contact(talk.person));
}
