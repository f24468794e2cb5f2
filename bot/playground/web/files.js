// Pictures, documents and the other kinds of content inside a bubble.

import { view } from "./dialog.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

const drawings = { sticker: "sticker", voice: "voice", video: "video", location: "location", contact: "phone", document: "paper" };

// What a browser draws; the server gives everything else to be saved.
const drawn = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf"];

/** content shows what a message carries besides its text, or null. */
export function content(message, talk) {
  const { kind, file } = message;
  if (kind === "photo" && file) return picture(file);
  if (kind === "document" && file) return card(file, message.protected, talk.toasts);
  return kind in drawings ? tag(kind) : null;
}

function picture(file) {
  const name = file.name || t("photo");
  const image = el("img", { src: file.url, alt: name, decoding: "async" });
  return el("button", { class: "picture", type: "button", "data-role": "photo", "aria-label": t("view_photo", { name }), click: () => view(file) }, image);
}

// What is protected is looked at, not saved; what cannot be looked at here says so.
function card(file, isProtected, toasts) {
  const about = isProtected ? `${size(file.size)} · ${t("protected")}` : size(file.size);
  const lines = el("span", { class: "card-lines" }, el("span", { class: "card-name" }, file.name), el("span", { class: "card-size" }, about));
  const sign = el("span", { class: "card-sign", "data-extension": extension(file.name) }, icon("paper"));
  const common = { class: "card", "data-role": "document", "aria-label": `${t(isProtected ? "open" : "download", file)}, ${about}` };
  if (!isProtected) return el("a", { ...common, href: file.url, download: file.name }, sign, lines, icon("save"));
  if (drawn.includes(file.mime)) return el("a", { ...common, href: file.url, target: "_blank", rel: "noopener" }, sign, lines, icon("out"));
  return el("button", { ...common, type: "button", click: () => toasts.show(t("not_shown")) }, sign, lines, icon("lock"));
}

function tag(kind) {
  return el("span", { class: "tag", "data-role": kind }, icon(drawings[kind]), t(kind));
}

/** extension is the end of a file's name, at most four letters in capitals. */
export function extension(name) {
  return (/\.(\w{1,4})$/.exec(name)?.[1] ?? "").toUpperCase();
}

/** size is a number of bytes for people: "0.9 KB", "12 KB", "3.4 MB". */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"];
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
