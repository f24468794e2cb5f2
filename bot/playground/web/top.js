// The bar at the top: the bot, the clock and what a demonstration may do with them.

import { Bot } from "./bot.js";
import { relabel, round } from "./buttons.js";
import { Clock } from "./clock.js";
import { el } from "./dom.js";
import { language, speak, t } from "./i18n.js";
import { Toasts } from "./toast.js";

export class Top {
  constructor(world, element) {
    this.element = element;
    this.toasts = new Toasts();
    this.bot = new Bot(world);
    this.clock = new Clock(world, (reason) => this.toasts.show(reason ? t("failed", { reason }) : t("not_sent")));
    this.title = el("h1", { class: "title" });
    this.language = el("button", { class: "button", type: "button", "data-role": "language", click: () => speak(language() === "zh" ? "en" : "zh") });
    this.controls = el("div", { class: "controls", id: "controls" }, this.clock.buttons, this.bot.button, this.language);
    this.fold = round("more", "controls", "controls", () => this.#toggle());
    element.append(this.bot.light, this.title, this.clock.face, this.controls, this.fold, this.toasts.element);
    this.redraw();
  }

  /** redraw says everything in the language of the moment. */
  redraw() {
    this.title.replaceChildren(t("page_title"), el("span", { class: "subtitle" }, ` · ${t("page_subtitle")}`));
    this.language.textContent = t("language_other");
    this.language.lang = language() === "zh" ? "en" : "zh-CN";
    relabel(this.element);
    this.bot.draw();
    this.clock.draw();
  }

  // On a phone the controls unfold below the bar.
  #toggle() {
    const open = this.element.toggleAttribute("data-open");
    this.fold.setAttribute("aria-expanded", String(open));
  }
}
