// The list of people whose chats can be opened.

import { avatar } from "./avatar.js";
import { arrange, el, give } from "./dom.js";
import { said, t } from "./i18n.js";
import { briefly } from "./time.js";

const many = 9; // people from whom on a field to find one is shown

export class People {
  #rows = new Map(); // by person: the list entry, kept so that it keeps the focus

  constructor(world, desk, element) {
    Object.assign(this, { world, desk, element });
    this.find = el("input", { class: "find", type: "search", "data-role": "find", input: () => this.draw() });
    this.list = el("ul", { class: "people-list", keydown: (event) => this.#walk(event) });
    this.none = el("p", { class: "note" });
    element.append(this.find, this.list, this.none);
    for (const change of ["people", "clock"]) world.addEventListener(change, () => this.draw());
    desk.addEventListener("change", () => this.draw());
  }

  /** draw shows the people whose name or role contains what is being looked for. */
  draw() {
    const all = [...this.world.people.values()];
    const fitting = all.filter((person) => this.#fits(person));
    give(this.element, "aria-label", t("people"));
    this.find.hidden = all.length < many;
    this.find.placeholder = t("find_person");
    give(this.find, "aria-label", t("find_person"));
    arrange(this.list, fitting.map((person) => this.#row(person)));
    this.none.textContent = all.length > 0 && fitting.length === 0 ? t("nobody_found") : "";
  }

  #fits({ name, role }) {
    const sought = this.find.value.trim().toLowerCase();
    return [name, role?.zh, role?.en].some((text) => text?.toLowerCase().includes(sought));
  }

  #row(person) {
    let row = this.#rows.get(person.id);
    if (!row) {
      const button = el("button", { class: "person", type: "button", "data-person": person.id, click: () => this.desk.open(person.id) });
      row = el("li", {}, button);
      this.#rows.set(person.id, row);
    }
    this.#fill(row.firstElementChild, person);
    return row;
  }

  #fill(button, person) {
    give(button, "aria-pressed", String(this.desk.shows(person.id)));
    give(button, "data-unread", person.unread || null);
    const when = person.last_at && person.last ? briefly(new Date(person.last_at), this.world.now()) : "";
    button.replaceChildren(avatar(person),
      el("span", { class: "person-name" }, person.name),
      el("span", { class: "role" }, said(person.role)),
      el("time", { class: "person-time" }, when),
      el("span", { class: "person-last" }, state(person)),
      person.unread ? el("span", { class: "badge", "data-role": "unread", "aria-label": t("unread", { n: person.unread }) }, person.unread > 99 ? "99+" : String(person.unread)) : "");
  }

  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...this.list.querySelectorAll("button")];
    buttons[buttons.indexOf(document.activeElement) + step]?.focus();
  }
}

function state(person) {
  if (person.blocked) return t("blocked");
  return person.started ? person.last || t("no_messages") : t("not_started");
}
