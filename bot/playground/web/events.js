// The server's events, and what happens when they stop.

const kinds = ["message", "delete", "toast", "person", "typing", "clock", "bot", "reset"];
const pause = 2000; // milliseconds before a refused connection is tried again
const asleep = 60_000; // milliseconds in the background after which the connection is not trusted

/**
 * listen keeps one connection to the server's events for as long as the page lives.
 * opened is called each time the connection stands, lost when it breaks, received for each event.
 * After a gap the caller should read everything again: opened is the place to do so.
 */
export function listen({ opened, lost, received }) {
  let source;
  let retry;

  function connect() {
    clearTimeout(retry);
    source?.close();
    source = new EventSource("page/events");
    source.onopen = opened;
    source.onerror = broken;
    for (const kind of kinds) {
      source.addEventListener(kind, (event) => received(kind, JSON.parse(event.data)));
    }
  }

  function broken() {
    lost();
    if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, pause);
  }

  let hiddenAt = 0;
  function woken() {
    if (document.hidden) hiddenAt = Date.now();
    else if (Date.now() - hiddenAt > asleep) connect();
  }

  connect();
  addEventListener("online", connect);
  addEventListener("offline", lost);
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
  document.addEventListener("visibilitychange", woken);
}
