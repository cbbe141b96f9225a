// The thin line: what each sensor does, what is lifted and by whom, the clock of the set. It never moves.
// In: the state. Out: (state, platform, nowMs) => draws into #sensors, #context, #clock.
import { byId, h, setText } from "./dom.js";
import { MODE, SENSOR, clock, exercise, number } from "./words.js";

const STOPPED = new Set(["lost", "ended"]);

const LOW_BATTERY_PERCENT = 20;

function ratesOf(sensors) {
  const rates = sensors.map((each) => each.rate_hz).filter((rate) => rate !== null);
  return rates.length > 0 ? rates.map((rate) => number(rate)).join(" + ") + "\u00a0Hz" : null;
}

function batteryOf(sensors) {
  const least = Math.min(...sensors.map((each) => each.battery_percent ?? 100));
  return least <= LOW_BATTERY_PERCENT ? `battery ${least}\u00a0%` : null;
}

/** One row where all sensors do the same, else one each. */
function rowsOf(sensors) {
  if (sensors.length === 0) return [];
  const { state } = sensors[0];
  const measuring = (each) => each.state === "streaming" || each.state === "degraded";
  const word = (each) => SENSOR[each.state]?.word ?? each.state;
  if (sensors.every((each) => each.state === state)) {
    const parts = [word(sensors[0]), ...(measuring(sensors[0]) ? [ratesOf(sensors), batteryOf(sensors)] : [])];
    return [{ state, text: parts.filter(Boolean).join(" ") }];
  }
  return sensors.map((each) => ({ state: each.state, text: `${each.placement === "sacrum" ? "Sacrum" : "Lumbar"} ${word(each).toLowerCase()}` }));
}

function drawSensors(list, state, platform) {
  const rows = state.link === "lost"
    ? [{ state: "offline", text: "Service not reachable" }]
    : rowsOf([...(platform?.sensors.values() ?? [])]);
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
