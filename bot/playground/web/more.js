// The menu of a chat: what else a person can send, and blocking the bot.

import * as api from "./api.js";
import { ask, write } from "./dialog.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { shareContact } from "./replykeys.js";

/** openMore shows the menu of a chat beside its button. */
export function openMore(talk, button) {
  const { blocked, started } = talk.who();
  openMenu(button, [...(started && !blocked ? sending(talk) : []), blocked ? unblocking(talk) : blocking(talk)]);
}

function sending(talk) {
  const kinds = ["sticker", "voice", "video", "location"].map((kind) => ({
    label: t(`send_${kind}`),
    icon: kind,
    act: () => talk.attempt(api.other(talk.person, kind)),
  }));
  return [
    ...kinds,
    { label: t("share_contact"), icon: "phone", act: () => shareContact(talk) },
    { label: t("send_forward"), icon: "forward", act: () => forward(talk) },
  ];
}

function unblocking(talk) {
  return { label: t("unblock"), icon: "again", act: () => talk.attempt(api.block(talk.person, false)) };
}

function blocking(talk) {
  return { label: t("block"), icon: "stop", danger: true, act: () => block(talk) };
}

async function forward(talk) {
  const written = await write(t("forward_title"), t("forward_hint"));
  const texts = written.split("\n").map((line) => line.trim()).filter(Boolean);
  if (texts.length > 0) await talk.attempt(api.forward(talk.person, texts));
}

async function block(talk) {
  if (await ask(t("block_ask", talk.who()))) await talk.attempt(api.block(talk.person, true));
}
