// A round sign with the first letter of a person's name, in a colour that stays his.

import { el } from "./dom.js";

const colours = 6;

/** avatar draws the sign of a person; it is decoration beside the name. */
export function avatar(person) {
  return el("span", { class: "avatar", "aria-hidden": "true", "data-colour": person.id % colours }, [...person.name][0] ?? "");
}
