// Whether the bot is running, and the button that kills and restarts it.

import * as api from "./api.js";
import { el, give } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

const patience = 15_000; // milliseconds the button waits for the bot to come back

export class Bot {
  #waiting;

  constructor(world) {
    this.world = world;
    this.light = el("span", { class: "light", "data-role": "bot-light" });
    this.button = el("button", { class: "button danger", type: "button", "data-role": "restart", click: () => this.#restart() });
    world.addEventListener("bot", () => this.#changed());
    this.draw();
  }

  /** draw says everything again. */
  draw() {
    const { up } = this.world.bot;
    const words = t({ true: "bot_up", false: "bot_down" }[up] ?? "bot_unknown");
    give(this.light, "data-up", String(up));
    this.light.replaceChildren(el("span", { class: "light-lamp" }), el("span", { class: "light-words" }, words));
    this.light.title = words;
    give(this.button, "hidden", !this.world.can.restart);
    this.button.disabled = Boolean(this.#waiting);
    this.button.replaceChildren(icon("again"), t(this.#waiting ? "restarting" : "restart"));
  }

  // The answer may be lost with the process that was to give it: the state says how it went.
  async #restart() {
    this.#waiting = setTimeout(() => this.#done(), patience);
    this.draw();
    await api.restart().catch(() => {});
    if (this.world.bot.up) this.#done();
  }

  #changed() {
    if (this.world.bot.up) this.#done();
    else this.draw();
  }

  #done() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.draw();
  }
}
