// Questions and notices that stop everything else until they are answered.

import { el } from "./dom.js";
import { t } from "./i18n.js";

/** tell shows a text until it is acknowledged. title may be empty. */
export function tell(text, title = "") {
  return show(title, el("p", { class: "dialog-text" }, text), [button("ok", t("ok"), true)]);
}

/** ask resolves to whether the person agreed. */
export async function ask(text) {
  const buttons = [button("", t("cancel")), button("yes", t("confirm"), true)];
  return (await show("", el("p", { class: "dialog-text" }, text), buttons)) === "yes";
}

/** write resolves to the text that was written, or "" when it was given up. */
export async function write(title, hint) {
  const area = el("textarea", { class: "dialog-area", rows: 6, "aria-label": hint, "data-role": "dialog-area" });
  const body = el("div", {}, el("p", { class: "dialog-text soft" }, hint), area);
  const answer = await show(title, body, [button("", t("cancel")), button("yes", t("send"), true)]);
  return answer === "yes" ? area.value : "";
}

/** choose resolves to the value of the chosen option, or "". Options are {value, label, note}. */
export function choose(title, options) {
  const list = options.map(({ value, label, note }) =>
    el("button", { class: "dialog-option", value, "data-option": value }, label, el("span", { class: "soft" }, note)));
  return show(title, el("div", { class: "dialog-options" }, ...list), [button("", t("cancel"))]);
}

function button(value, label, main = false) {
  return el("button", { class: main ? "button main" : "button", value, autofocus: main, "data-role": `dialog-${value || "cancel"}` }, label);
}

function show(title, body, buttons) {
  const heading = title && el("h2", { class: "dialog-title" }, title);
  const form = el("form", { method: "dialog" }, heading || null, body, el("div", { class: "dialog-buttons" }, ...buttons));
  const dialog = el("dialog", { class: "dialog", "data-role": "dialog", "aria-label": title || body.textContent }, form);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** view shows a picture large; a click anywhere closes it. */
export function view(file) {
  const dialog = el("dialog", { class: "viewer", "aria-label": file.name, click: () => dialog.close(), close: () => dialog.remove() },
    el("button", { class: "viewer-picture", autofocus: true, "aria-label": t("close_picture") },
      el("img", { src: file.url, alt: file.name })));
  document.body.append(dialog);
  dialog.showModal();
}
