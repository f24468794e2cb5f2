// One bubble: a message, or an album of several.

import { copy } from "./clipboard.js";
import { el } from "./dom.js";
import { content } from "./files.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import { openMenu } from "./menu.js";
import { clockTime } from "./time.js";
import { plain, words } from "./words.js";

/** bubble draws messages that belong together; talk is the chat they stand in. */
export function bubble(messages, talk) {
  const [first] = messages;
  if (first.from === "service") return service(first, talk);
  const body = el("div", { class: "bubble", dir: "auto" },
    first.forwarded && el("p", { class: "forwarded" }, icon("forward"), t("forwarded")),
    ...(messages.length > 1 ? album(messages, talk) : [content(first, talk), words(first, talk)]),
    meta(messages.at(-1)));
  const row = el("article", { class: "row", "data-from": first.from, "data-kind": first.kind, "data-album": first.album || null, "data-wide": wide(messages) },
    body, first.keyboard?.length ? keyboard(talk.person, first, talk.toasts) : null);
  if (messages.length === 1) row.dataset.message = first.id;
  offerMenu(body, first, talk);
  return row;
}

function service(message, talk) {
  const row = el("article", { class: "row service", "data-from": "service", "data-message": message.id });
  row.append(words(message, talk) ?? "");
  return row;
}

// A document has its words below it, pictures have theirs below all of them.
function album(messages, talk) {
  const { kind } = messages[0];
  const below = kind === "photo" ? messages.map((message) => words(message, talk)) : [];
  const pieces = messages.map((message) =>
    el("div", { class: "album-piece", "data-message": message.id }, content(message, talk), kind === "photo" ? null : words(message, talk)));
  return [el("div", { class: `album ${kind}`, "data-count": messages.length }, ...pieces), ...below];
}

function meta(message) {
  const lock = message.protected && el("span", { class: "lock", role: "img", title: t("protected"), "aria-label": t("protected") }, icon("lock"));
  return el("footer", { class: "meta" }, lock,
    message.edited && el("span", { "data-role": "edited" }, t("edited")),
    el("time", { datetime: message.date }, clockTime(new Date(message.date))));
}

function wide(messages) {
  return messages.length > 1 || messages[0].keyboard?.length > 0 || messages[0].kind === "document";
}

/** editable says whether a person can change the message: the words of his own. */
export function editable(message) {
  return message.from === "person" && message.kind === "text" && !message.forwarded;
}

// By a right click, a long press or the menu key.
function offerMenu(body, message, talk) {
  const offer = (place) => {
    const items = [];
    if (editable(message)) items.push({ label: t("edit"), icon: "pen", act: () => talk.composer.edit(message) });
    if (message.html && !message.protected) items.push({ label: t("copy_text"), icon: "copy", act: () => copy(plain(message)) });
    if (items.length) openMenu(place, items);
  };
  body.addEventListener("contextmenu", (event) => {
    if (getSelection().toString() || event.target.closest("a")) return;
    event.preventDefault();
    offer({ x: event.clientX, y: event.clientY });
  });
  onLongPress(body, offer);
}

const long = 500; // milliseconds

function onLongPress(element, act) {
  let timer;
  const cancel = () => clearTimeout(timer);
  element.addEventListener("touchstart", ({ touches: [touch] }) => {
    cancel();
    timer = setTimeout(() => act({ x: touch.clientX, y: touch.clientY }), long);
  }, { passive: true });
  for (const kind of ["touchend", "touchmove", "touchcancel"]) element.addEventListener(kind, cancel, { passive: true });
}
