// Which chats are open: as many columns as fit on a desktop, one at a time on a phone.

import { Chat } from "./chat.js";
import { arrange, el } from "./dom.js";
import { t } from "./i18n.js";
import { recall, remember } from "./remember.js";

const narrow = matchMedia("(max-width: 759px)"); // as in base.css
const column = 360; // pixels a chat needs beside others

/** Desk tells "change" when other chats are open than before. */
export class Desk extends EventTarget {
  #chats = new Map(); // the shown ones, by person
  #columns = recall("columns", null); // people in the order of their columns
  #used = []; // people, the latest used last

  constructor(world, element) {
    super();
    Object.assign(this, { world, element });
    this.empty = el("p", { class: "note desk-empty" });
    world.addEventListener("people", () => this.draw());
    world.addEventListener("bot", () => this.draw());
    new ResizeObserver(() => this.#settle()).observe(element);
    narrow.addEventListener("change", () => this.#settle());
    addEventListener("popstate", () => this.#settle());
    document.addEventListener("visibilitychange", () => this.draw());
    element.addEventListener("focusin", (event) => this.#use(Number(event.target.closest("[data-person]")?.dataset.person)));
    this.redraw();
  }

  /** open shows a person's chat and puts the cursor into it; on a desk that is full it takes the place of the least used. */
  open(person) {
    if (narrow.matches) history.pushState({ fromList: true }, "", `#${person}`);
    else if (!this.shows(person)) this.#place(person);
    this.#use(person);
    this.#settle();
    if (!narrow.matches) this.#chats.get(person)?.focus();
  }

  /** close takes a chat off the desk; on a phone it leads back to the list. */
  close(person) {
    if (narrow.matches && history.state?.fromList) return history.back();
    if (narrow.matches) history.replaceState(null, "", location.pathname);
    else this.#keep(this.#columns.filter((each) => each !== person));
    this.#settle();
  }

  /** shows says whether a person's chat is in view. */
  shows(person) {
    return this.#chats.has(person);
  }

  /** draw brings the open chats up to date, all but their messages. */
  draw() {
    this.#settle();
    for (const chat of this.#chats.values()) chat.draw();
  }

  /** redraw says everything in the language of the moment. */
  redraw() {
    this.empty.textContent = t("choose_person");
    for (const chat of this.#chats.values()) chat.redraw();
  }

  #settle() {
    if (this.world.people.size === 0) return;
    const shown = this.#shown();
    const before = [...this.#chats.keys()].join();
    for (const [person, chat] of this.#chats) if (!shown.includes(person)) this.#remove(person, chat);
    for (const person of shown) if (!this.#chats.has(person)) this.#chats.set(person, new Chat(this.world, person, this));
    arrange(this.element, shown.length ? shown.map((person) => this.#chats.get(person).element) : [this.empty]);
    document.body.dataset.view = narrow.matches && shown.length ? "chat" : "list";
    if ([...this.#chats.keys()].join() !== before) this.dispatchEvent(new Event("change"));
  }

  #remove(person, chat) {
    chat.leave();
    this.#chats.delete(person);
  }

  #shown() {
    const known = (person) => this.world.people.has(person);
    if (narrow.matches) return [Number(location.hash.slice(1))].filter(known);
    if (!this.#columns) this.#columns = [...this.world.people.keys()].slice(0, this.#room);
    const columns = this.#columns.filter(known);
    const least = this.#byUse(columns).slice(0, Math.max(0, columns.length - this.#room));
    return columns.filter((person) => !least.includes(person));
  }

  get #room() {
    return Math.max(1, Math.floor(this.element.clientWidth / column));
  }

  #place(person) {
    const shown = this.#shown();
    const columns = this.#columns.filter((each) => each !== person);
    if (shown.length < this.#room) return this.#keep([...columns, person]);
    const [least] = this.#byUse(shown);
    return this.#keep(columns.map((each) => (each === least ? person : each)));
  }

  #keep(columns) {
    this.#columns = columns;
    remember("columns", columns);
  }

  #use(person) {
    if (person) this.#used = [...this.#used.filter((each) => each !== person), person];
  }

  // The least used first; those never used stand in the order of their columns, the last of them first.
  #byUse(people) {
    return [...people].reverse().sort((a, b) => this.#used.indexOf(a) - this.#used.indexOf(b));
  }
}
