// The thin line: what each sensor does, what is lifted and by whom, the clock of the set. It never moves.
// In: the state. Out: (state, platform, nowMs) => draws into #sensors, #context, #clock.
import { byId, h, setText } from "./dom.js";
import { MODE, SENSOR, clock, exercise, number } from "./words.js";

const STOPPED = new Set(["lost", "ended"]);

function sensorText(sensor, several) {
  const known = SENSOR[sensor.state] ?? { word: sensor.state };
  const parts = [several ? `${sensor.placement === "sacrum" ? "Sacrum" : "Lumbar"}:` : null, known.word];
  if (sensor.state === "streaming" || sensor.state === "degraded") {
    parts.push(sensor.rate_hz === null ? null : number(sensor.rate_hz) + "\u00a0Hz");
    if (sensor.battery_percent !== null && sensor.battery_percent <= 20) parts.push(`battery ${sensor.battery_percent}\u00a0%`);
  }
  return parts.filter(Boolean).join(" ");
}

function drawSensors(list, state, platform) {
  const sensors = [...(platform?.sensors.values() ?? [])];
  const rows = state.link === "lost"
    ? [{ state: "offline", text: "Service not reachable" }]
    : sensors.map((sensor) => ({ state: sensor.state, text: sensorText(sensor, sensors.length > 1) }));
  if (rows.length === 0) rows.push({ state: "none", text: state.known ? "No sensor" : "Connecting" });
  const key = JSON.stringify(rows);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(...rows.map((row) => h("li", { "data-state": row.state }, h("span", { class: "dot", "aria-hidden": "true" }), row.text)));
}

function contextText(platform) {
  if (!platform || platform.sensors.size === 0) return "";
  const what = platform.set?.exercise ?? platform.exercise;
  const guessed = platform.set?.guessed ? ", guessed" : "";
  const parts = [what ? exercise(what) + guessed : null, platform.loadKg === null ? null : `${platform.loadKg}\u00a0kg`,
    MODE[platform.mode], platform.athlete?.name];
  return parts.filter(Boolean).join(" · ");
}

/** Seconds since the set began, or since the last one ended. */
function clockOf(state, platform, nowMs) {
  const set = platform?.set;
  if (!set || platform.tS === null) return { word: "", time: "0:00" };
  const runs = state.link === "open" && ![...platform.sensors.values()].every((sensor) => STOPPED.has(sensor.state));
  const now = platform.tS + (runs ? (nowMs - platform.receivedMs) / 1000 : 0);
  return set.endS === null
    ? { word: `Set ${set.index}`, time: clock(now - set.startS) }
    : { word: platform.session ? "Rest" : `Set ${set.index}`, time: clock(platform.session ? now - set.endS : set.endS - set.startS) };
}

export function mountLine() {
  const list = byId("sensors");
  const context = byId("context");
  const word = byId("clock-word");
  const time = byId("clock-time");
  return (state, platform, nowMs) => {
    drawSensors(list, state, platform);
    setText(context, contextText(platform));
    const shown = clockOf(state, platform, nowMs);
    setText(word, shown.word);
    setText(time, shown.time);
  };
}
