// The demonstration's clock, and the buttons that move it forward.

import * as api from "./api.js";
import { el, give } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { clockDate, clockTime } from "./time.js";

const steps = { plus_hour: 3600, plus_day: 86_400, plus_week: 7 * 86_400 }; // seconds

export class Clock {
  /** failed is called with the reason when the clock could not be moved. */
  constructor(world, failed) {
    Object.assign(this, { world, failed });
    this.date = el("span", { class: "clock-date" });
    this.time = el("b", { class: "clock-time" });
    this.face = el("time", { class: "clock", "data-role": "clock" }, icon("clock"), this.date, this.time);
    this.buttons = el("div", { class: "clock-buttons" }, ...Object.keys(steps).map((key) => this.#button(key)));
    for (const change of ["clock", "people"]) world.addEventListener(change, () => this.draw());
    setInterval(() => this.#tick(), 1000);
  }

  /** draw says everything again. */
  draw() {
    give(this.buttons, "hidden", !this.world.can.advance);
    for (const button of this.buttons.children) button.textContent = t(button.dataset.step);
    this.face.title = t("clock");
    this.#tick();
  }

  #tick() {
    const now = this.world.now();
    const [date, time] = [clockDate(now), clockTime(now)];
    if (this.date.textContent !== date) this.date.textContent = date;
    if (this.time.textContent !== time) this.time.textContent = time;
    this.face.dateTime = now.toISOString();
  }

  #button(key) {
    return el("button", { class: "button", type: "button", "data-role": "advance", "data-step": key, "data-seconds": steps[key], click: (event) => this.#advance(event.currentTarget, steps[key]) });
  }

  async #advance(button, seconds) {
    button.disabled = true;
    await api.advance(seconds).catch((error) => this.failed(error.message));
    button.disabled = false;
  }
}
