// The list of commands above the composer: opened by a slash or its button, narrowed by typing.

import { el } from "./dom.js";
import { t } from "./i18n.js";

export class Commands {
  #fitting = [];
  #at = 0;

  /** read gives the person's commands; chosen is called with "/command". field is the text field that commands the list. */
  constructor(read, chosen, field, id) {
    this.read = read;
    this.chosen = chosen;
    this.field = field;
    this.element = el("ul", { class: "commands", id, role: "listbox", "data-role": "commands", "aria-label": t("commands"), hidden: true });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) field.setAttribute(name, value);
  }

  get open() {
    return !this.element.hidden;
  }

  /** narrow shows the commands that begin with what is typed, and nothing when it is not a command. */
  narrow(typed) {
    const begun = /^\/(\w*)$/.exec(typed);
    this.#fitting = begun ? this.read().filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : [];
    this.#at = 0;
    this.#draw();
  }

  /** toggle shows all commands, or none. */
  toggle() {
    this.narrow(this.open ? "" : "/");
  }

  /** key handles a key while the list is open and says whether it did. */
  key(event) {
    if (!this.open) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#at = (this.#at + step + this.#fitting.length) % this.#fitting.length;
      this.#draw();
    } else if (event.key === "Enter" && !event.shiftKey) this.#choose(this.#fitting[this.#at]);
    else if (event.key === "Tab") this.#complete();
    else if (event.key === "Escape") this.narrow("");
    else return false;
    event.preventDefault();
    return true;
  }

  #choose({ command }) {
    this.narrow("");
    this.chosen(`/${command}`);
  }

  #complete() {
    this.field.value = `/${this.#fitting[this.#at].command} `;
    this.narrow("");
  }

  #draw() {
    const options = this.#fitting.map((entry, index) => {
      const id = `${this.element.id}-${index}`;
      return el("li", { class: "command-entry", id, role: "option", "aria-selected": String(index === this.#at), "data-command": entry.command,
        pointerdown: (event) => event.preventDefault(), click: () => this.#choose(entry) },
      el("b", {}, `/${entry.command}`), el("span", { class: "soft" }, entry.description));
    });
    this.element.replaceChildren(...options);
    this.element.hidden = options.length === 0;
    this.field.setAttribute("aria-expanded", String(this.open));
    if (this.open) this.field.setAttribute("aria-activedescendant", options[this.#at].id);
    else this.field.removeAttribute("aria-activedescendant");
    options[this.#at]?.scrollIntoView({ block: "nearest" });
  }
}
