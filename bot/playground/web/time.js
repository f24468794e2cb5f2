// Instants as people in the office's zone read them.

import { language } from "./i18n.js";

const zone = "Asia/Shanghai";
const styles = {
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { month: "long", day: "numeric", weekday: "long" },
  dayOfYear: { year: "numeric", month: "long", day: "numeric", weekday: "long" },
  short: { month: "numeric", day: "numeric" },
  date: { year: "numeric", month: "short", day: "numeric", weekday: "short" },
  key: { year: "numeric", month: "2-digit", day: "2-digit" },
};
const formats = new Map();

function format(style, instant, locale = language() === "zh" ? "zh-CN" : "en-GB") {
  const key = style + locale;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, { ...styles[style], timeZone: zone }));
  return formats.get(key).format(instant);
}

/** civilDay is the date in the office's zone, good for comparing. */
export const civilDay = (instant) => format("key", instant, "en-CA");

/** clockTime is hours and minutes, 00:00 to 23:59. */
export const clockTime = (instant) => format("time", instant);

/** clockDate is the date with its weekday, as the clock in the top bar shows it. */
export const clockDate = (instant) => format("date", instant);

/** dayName heads the messages of one day; the year is said only when it is another one. */
export function dayName(instant, now) {
  const sameYear = civilDay(instant).slice(0, 4) === civilDay(now).slice(0, 4);
  return format(sameYear ? "day" : "dayOfYear", instant);
}

/** briefly is the time for today, the date for any other day. */
export function briefly(instant, now) {
  return civilDay(instant) === civilDay(now) ? clockTime(instant) : format("short", instant);
}
