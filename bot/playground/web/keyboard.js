// The buttons under a message of the bot.

import * as api from "./api.js";
import { copy } from "./clipboard.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

const patience = 30_000; // milliseconds a press may stay unanswered before its spinner stops

/** keyboard draws a message's buttons, row by row, each at least as wide as its label needs. */
export function keyboard(person, message, toasts) {
  const rows = message.keyboard.map((row, index) => {
    const buttons = row.map((button, column) => draw(button, { person, message: message.id, row: index, column }, toasts));
    return equalRow(row, el("div", { class: "keys-row" }, ...buttons));
  });
  return el("div", { class: "keys", "data-role": "keyboard" }, ...rows);
}

/** equalRow shares a row's width among its buttons: equally if all labels fit, else by their labels; what does not fit wraps. */
export function equalRow(buttons, row) {
  const widths = buttons.map((button) => width(button.text));
  row.style.setProperty("--count", buttons.length);
  row.style.setProperty("--widest", `${Math.max(...widths)}em`);
  [...row.children].forEach((key, index) => key.style.setProperty("--label", `${widths[index]}em`));
  return row;
}

// About the width of a label: a Chinese character is one em wide, a Latin letter little more than half.
function width(label) {
  return [...label].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.56), 0);
}

function draw(button, place, toasts) {
  const attributes = { class: "key", "data-button": button.text, "data-style": button.style };
  if (button.kind === "url") return el("a", { ...attributes, href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text, icon("out"));
  if (button.kind === "copy") return el("button", { ...attributes, type: "button", click: () => copyText(button.copy, toasts) }, button.text, icon("copy"));
  if (button.kind === "disabled") return el("button", { ...attributes, type: "button", disabled: true }, button.text);
  return el("button", { ...attributes, type: "button", click: (event) => press(event.currentTarget, place, toasts) }, button.text);
}

async function press(key, { person, message, row, column }, toasts) {
  if (key.hasAttribute("aria-busy")) return;
  key.setAttribute("aria-busy", "true");
  setTimeout(() => key.removeAttribute("aria-busy"), patience);
  await api.press(person, message, row, column).catch((error) => {
    key.removeAttribute("aria-busy");
    toasts.show(error.message || t("press_failed"));
  });
}

async function copyText(text, toasts) {
  toasts.show(t((await copy(text)) ? "copied" : "not_copied"));
}
