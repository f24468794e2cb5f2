// Round buttons with a drawing instead of words; their label is a text of the page.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

/** round makes a button; key names the text that labels it. */
export function round(name, role, key, click) {
  const button = el("button", { class: "round", type: click ? "button" : "submit", "data-role": role, "data-label": key, click }, icon(name));
  label(button);
  return button;
}

/** relabel says the labels of all round buttons within an element in the language of the moment. */
export function relabel(element) {
  for (const button of element.querySelectorAll("[data-label]")) label(button);
}

function label(button) {
  button.title = t(button.dataset.label);
  button.setAttribute("aria-label", button.title);
}
