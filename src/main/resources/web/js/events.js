// Listens to /api/v1/live. In: a platform id or null, and two listeners. Out: onEvent(name, data) for every event in
// order, onLink("connecting" | "open" | "lost") for the connection to the service itself. The browser comes back by
// itself with Last-Event-ID; where it gave up, or where nothing was heard and the service does not answer, we reopen.

const NAMES = ["snapshot", "sensor", "sample", "calibration", "set_started", "rep_started", "rep_provisional",
  "rep_completed", "rep_withdrawn", "warning", "set_ended", "set_summary", "session", "platform", "bands", "platform_gone", "port"];
const REOPEN_MS = 2000;
const QUIET_MS = 10000;

export function connect({ platform = null, onEvent, onLink }) {
  const address = "/api/v1/live" + (platform === null ? "" : `?platform=${encodeURIComponent(platform)}`);
  let source = null;
  let heardAt = performance.now();
  let timer = 0;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(address);
    source.onopen = () => { heard(); onLink("open"); };
    source.onerror = lost;
    for (const name of NAMES) source.addEventListener(name, (event) => receive(name, event));
  }

  function heard() {
    heardAt = performance.now();
  }

  function receive(name, event) {
    heard();
    onEvent(name, JSON.parse(event.data));
  }

  function lost() {
    onLink("lost");
    if (source.readyState === EventSource.CLOSED) reopenSoon();
  }

  function reopenSoon() {
    clearTimeout(timer);
    timer = setTimeout(open, REOPEN_MS);
  }

  /** A connection that was cut without a word looks like silence: ask. */
  async function check() {
    if (performance.now() - heardAt < QUIET_MS || source.readyState !== EventSource.OPEN) return;
    try {
      await fetch("/api/v1/health/live", { signal: AbortSignal.timeout(3000) });
      heard();
    } catch {
      source.close();
      onLink("lost");
      reopenSoon();
    }
  }

  onLink("connecting");
  open();
  const watch = setInterval(check, 2000);
  addEventListener("offline", () => onLink("lost"));
  return { close() { clearInterval(watch); clearTimeout(timer); source.close(); } };
}
