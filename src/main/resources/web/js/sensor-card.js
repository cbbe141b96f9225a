// One sensor that is listened to. In: an item of /sensors. Out: its state in words, its figures, and a way to let it go.
import { remove } from "./api.js";
import { byId, h } from "./dom.js";
import { refill } from "./keyed.js";
import { SENSOR, WORN, number, percent, sentence } from "./words.js";

const isNumber = (value) => typeof value === "number";
const unit = (value, digits, name) => (isNumber(value) ? `${number(value, digits)} ${name}` : "–");

/** What it calls itself; a recording by its file, whose whole path is its address. */
function nameOf(sensor) {
  if (sensor.device) return sensor.device;
  const file = sensor.sensor.match(/^replay:(?:.*\/)?([^/?]+)/);
  return file ? `Recording ${file[1]}` : sensor.sensor;
}

function drift(sensor) {
  if (!isNumber(sensor.clock_drift_ppm)) return isNumber(sensor.rate_hz) ? "known after a minute" : "–";
  const way = sensor.clock_drift_ppm < 0 ? "slow" : "fast";
  return `${number(Math.abs(sensor.clock_drift_ppm))} ppm ${way}, ${number(Math.abs(sensor.clock_ahead_ms))} ms since it began`;
}

/** Address, figures: only what a link of its kind can have, and nothing of what a link that is not up can't. */
function facts(sensor) {
  const up = sensor.state === "streaming" || sensor.state === "degraded" || sensor.state === "ended";
  return figures(sensor).filter(([, value]) => up || value !== "–");
}

function figures(sensor) {
  return [
    ...(nameOf(sensor) === sensor.sensor ? [] : [["Address", sensor.sensor]]),
    ["Driver", sensor.driver],
    ["Worn", WORN[sensor.placement]],
    ["Rate", unit(sensor.rate_hz, 1, "Hz")],
    ["Jitter", unit(sensor.jitter_ms, 1, "ms")],
    ["Readings lost", isNumber(sensor.loss_ratio) ? percent(sensor.loss_ratio) : "–"],
    ["Latency", isNumber(sensor.round_trip_ms) ? `${number(sensor.round_trip_ms, 1)} ms there and back` : "–"],
    ["Battery", unit(sensor.battery_percent, 0, "%")],
    ...(isNumber(sensor.signal_dbm) ? [["Signal", unit(sensor.signal_dbm, 0, "dBm")]] : []),
    ["Clock", drift(sensor)],
  ];
}

/** A new Bluetooth sensor pairs while it connects, and is tried again until it lets itself be paired. */
function said(sensor) {
  const state = SENSOR[sensor.state] ?? { word: sensor.state, todo: "" };
  const byRadio = sensor.sensor.startsWith("ble:");
  if (sensor.state === "connecting" && byRadio && !sensor.reason) {
    return "Looking for it. A new one is paired: its light must blink, so hold its button.";
  }
  const text = sentence(sensor.reason || state.todo);
  return byRadio && sensor.state === "lost" ? `${text} It is tried again by itself.` : text;
}

/** @param changed is told when the sensor has been let go */
export function sensorCard(sensor, changed) {
  const complaint = h("p", { class: "said-no", role: "alert" });
  const button = h("button", { type: "button", onclick: letGo }, "Let go");
  const card = h("article", { class: "threshold sensor-card" }, h("div", { class: "told stacked" }), h("div", { class: "row" }, button, complaint));

  async function letGo() {
    button.disabled = true;
    complaint.textContent = "";
    try {
      await remove(`/sensors/${encodeURIComponent(sensor.id)}`);
      byId("let-go-said").textContent = `${nameOf(sensor)} is let go. Its record stays.`;
      byId("h-listening").focus();
      await changed();
    } catch (problem) {
      complaint.textContent = problem.sentence;
      button.disabled = false;
    }
  }

  return card;
}

export function sensorTold(card, sensor) {
  const state = SENSOR[sensor.state] ?? { word: sensor.state };
  const words = said(sensor);
  const name = nameOf(sensor);
  card.setAttribute("aria-label", sensor.sensor);
  card.querySelector("button").setAttribute("aria-label", `Let go of ${name}`);
  refill(card.querySelector(".told"), [
    h("h3", {}, h("span", {}, name), h("span", { class: `state-word ${sensor.state}` }, state.word)),
    words ? h("p", {}, words) : null,
    h("dl", { class: "facts" }, facts(sensor).flatMap(([key, value]) => [h("dt", {}, key), h("dd", {}, value)])),
  ]);
}
