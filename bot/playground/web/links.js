// Where links lead. An invitation link of the bot opens in the playground, as a person of one's choice.

import * as api from "./api.js";
import { choose } from "./dialog.js";
import { said, t } from "./i18n.js";

const web = /^(https?|mailto|tel):/i;

/** follow handles a click on a link. desk opens the chat of whoever opens an invitation. */
export function follow(event, { world, desk, toasts }) {
  const link = event.target.closest("a[href]");
  if (!link || link.hasAttribute("download")) return;
  const payload = invitation(link.href, world.bot.username);
  if (payload !== null) {
    event.preventDefault();
    openAs(payload, world, desk).catch(() => toasts.show(t("not_sent")));
  } else if (!web.test(link.href)) {
    event.preventDefault();
    toasts.show(t("link_blocked"));
  }
}

/** invitation is the start payload of a link to the bot ("" when it has none), or null for any other link. */
export function invitation(href, username) {
  const url = new URL(href, location.href);
  const name = url.protocol === "tg:" ? url.searchParams.get("domain") : onTelegram(url) && url.pathname.slice(1);
  if (!name || name.toLowerCase() !== username.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}

const onTelegram = (url) => ["t.me", "telegram.me"].includes(url.hostname);

async function openAs(payload, world, desk) {
  const options = [...world.people.values()].map((person) => ({
    value: String(person.id),
    label: person.name,
    note: said(person.role),
  }));
  const chosen = Number(await choose(t("open_as"), options));
  if (!chosen) return;
  desk.open(chosen);
  await api.start(chosen, payload);
}
