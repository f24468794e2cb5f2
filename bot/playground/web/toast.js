// Short notices at the top of one chat. They go away by themselves and are read aloud.

import { el } from "./dom.js";

const stay = 3500; // milliseconds, and as long again for a long text

export class Toasts {
  element = el("div", { class: "toasts", role: "status" });

  /** show adds a notice below those that are still there; an equal one takes its place. */
  show(text) {
    for (const old of this.element.children) if (old.textContent === text) old.remove();
    const toast = el("p", { class: "toast", "data-role": "toast" }, text);
    this.element.append(toast);
    setTimeout(() => toast.remove(), stay * (text.length > 40 ? 2 : 1));
  }
}
