// The playground's page: a messenger in which one is everybody who talks to the bot.
//
// It shows what the server says and decides nothing: every message, mark and button on it came from
// /page/, and what a person does goes there. Modules: world.js knows, events.js listens, api.js calls;
// top.js, people.js and desk.js draw; a chat is chat.js with list.js, message.js and composer.js.
//
// Hooks for browser tests; they stay when looks and words change:
//
//   body[data-view=list|chat]                      what a phone shows
//   [data-role=top] [data-role=bot-light][data-up=true|false|null]
//   [data-role=clock][datetime]                    the demonstration's time, an instant
//   [data-role=advance][data-seconds=3600|86400|604800]   [data-role=restart]   [data-role=language]
//   [data-role=controls]                           unfolds the five above on a phone
//   [data-role=banner]                             shown while the connection is lost
//   [data-role=people] [data-person=ID][aria-pressed][data-unread=N]   [data-role=find]
//   [data-role=chat][data-person=ID]               an open chat; within it:
//     [data-role=messages]                         the scrolling list, with [data-role=new-messages]
//     [data-message=ID]                            a message; its row has [data-from=bot|person|service],
//                                                  [data-kind] and [data-album]; an album's row holds several
//     [data-role=words|photo|document|edited]      parts of a message
//     [data-button=LABEL][aria-busy]               a button under a message, busy until it is answered;
//                                                  also a button of [data-role=reply-keyboard]
//     [data-role=toast]                            a notice at the top
//     [data-role=composer|send|attach|file|tray|as-photo|command-list|toggle-keys|editing|stop-editing|sending]
//     [data-command=NAME][aria-selected]           an entry of [data-role=commands]
//     [data-role=start|unblock]                    in place of the composer
//     [data-role=back|close|more]
//   [data-role=menu] [data-entry=LABEL]            [data-role=dialog] [data-role=dialog-ok|dialog-yes|dialog-cancel|dialog-area]
//   [data-option=ID]                               a person in the dialog that opens an invitation link

import { Desk } from "./desk.js";
import { listen } from "./events.js";
import { follow, language, said, t } from "./i18n.js";
import { People } from "./people.js";
import { Top } from "./top.js";
import { plain } from "./words.js";
import { World } from "./world.js";

const pause = 2000; // milliseconds before a failed reading is tried again
const part = (role) => document.querySelector(`[data-role=${role}]`);

const world = new World();
const desk = new Desk(world, part("desk"));
const top = new Top(world, part("top"));
const people = new People(world, desk, part("people"));
const banner = part("banner");
const announcer = part("announcer");

function speakUp() {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  banner.textContent = t("offline");
  for (const each of [top, people, desk]) (each.redraw ?? each.draw).call(each);
  title();
}

function title() {
  const unread = [...world.people.values()].reduce((sum, person) => sum + person.unread, 0);
  document.title = (unread ? `(${unread}) ` : "") + `${t("page_title")} · ${t("page_subtitle")}`;
}

// Messages of the bot in open chats are read aloud by those who use a reader.
function announce(kind, { person, message }) {
  if (kind !== "message" || message.from !== "bot" || message.edited || !desk.shows(person)) return;
  const { name, role } = world.people.get(person);
  announcer.textContent = `${name}，${said(role)}：${plain(message) || t("from_bot")}`;
}

async function opened() {
  try {
    await world.refresh();
    banner.hidden = true;
  } catch {
    lost();
    setTimeout(opened, pause);
  }
}

function lost() {
  banner.hidden = false;
  world.lose();
}

function received(kind, event) {
  world.receive(kind, event);
  announce(kind, event);
}

follow(speakUp);
world.addEventListener("people", title);
speakUp();
listen({ opened, lost, received });
