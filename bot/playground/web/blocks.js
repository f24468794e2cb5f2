// What stands in a list of messages: bubbles, albums, and the lines between them.
// A block is {key, messages, draw}: it is drawn again only when its messages have changed.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { bubble } from "./message.js";
import { civilDay, dayName } from "./time.js";

/** blocks divides the conversation of a chat; unread is the first message not seen before, or null. */
export function blocks(talk, unread) {
  const { conversation } = talk;
  if (conversation.status !== "ready") return [note(conversation)];
  const all = conversation.more ? [earlier(conversation)] : [];
  let day = "";
  for (const message of conversation.messages) {
    const today = civilDay(new Date(message.date));
    if (today !== day) all.push(dayLine(message, talk));
    if (message.id === unread?.id) all.push(unreadLine());
    day = today;
    const last = all.at(-1);
    if (message.album && last?.album === message.album) last.messages.push(message);
    else all.push(bubbles(message, talk));
  }
  return all.length > 0 ? all : [empty()];
}

function bubbles(first, talk) {
  const messages = [first];
  return { key: `message ${first.id}`, album: first.album, messages, draw: () => bubble(messages, talk) };
}

function line(key, draw) {
  return { key, messages: [], draw };
}

function dayLine(message, talk) {
  return line(`day ${message.id}`, () => el("p", { class: "day" }, dayName(new Date(message.date), talk.world.now())));
}

function unreadLine() {
  return line("unread", () => el("p", { class: "unread-line" }, t("unread_below")));
}

function note(conversation) {
  if (conversation.status === "loading") return line("loading", () => el("p", { class: "note" }, t("loading")));
  return line("failed", () => el("p", { class: "note" }, t("load_failed"), button("again", () => conversation.load())));
}

function earlier(conversation) {
  return line("earlier", () => el("p", { class: "note" }, button("earlier", () => conversation.earlier())));
}

function empty() {
  return line("empty", () => el("p", { class: "note" }, t("no_messages")));
}

function button(key, act) {
  return el("button", { class: "button", type: "button", "data-role": key, click: act }, t(key));
}
