// The page "Sensors". In: /sensors and /sensors-in-reach, every two seconds. Out: a card for each sensor that is listened
// to, what else is in reach, and a question to every port when that is asked for.
import { get, post } from "./api.js";
import { byId, h } from "./dom.js";
import { SENSOR, number, percent } from "./words.js";

const EVERY_MS = 2000;
const isNumber = (value) => typeof value === "number";
const unit = (value, digits, name) => (isNumber(value) ? `${number(value, digits)} ${name}` : "–");

const REACH = {
  answers: "A sensor", unknown: "Not understood", silent: "Silent", refused: "Can’t be opened", in_use: "Listened to",
  not_asked: "Not asked", asking: "Asking",
};

function drift(sensor) {
  if (!isNumber(sensor.clock_drift_ppm)) return isNumber(sensor.rate_hz) ? "known after a minute" : "–";
  const way = sensor.clock_drift_ppm < 0 ? "slow" : "fast";
  return `${number(Math.abs(sensor.clock_drift_ppm))} ppm ${way}, ${number(Math.abs(sensor.clock_ahead_ms))} ms since it began`;
}

/** Address, figures: only what a link of its kind can have. */
function facts(sensor) {
  return [
    ...(sensor.device ? [["Address", sensor.sensor]] : []),
    ["Driver", sensor.driver],
    ["Worn", sensor.placement],
    ["Rate", unit(sensor.rate_hz, 1, "Hz")],
    ["Jitter", unit(sensor.jitter_ms, 1, "ms")],
    ["Readings lost", isNumber(sensor.loss_ratio) ? percent(sensor.loss_ratio) : "–"],
    ["Latency", isNumber(sensor.round_trip_ms) ? `${number(sensor.round_trip_ms, 1)} ms there and back` : "–"],
    ["Battery", unit(sensor.battery_percent, 0, "%")],
    ...(isNumber(sensor.signal_dbm) ? [["Signal", unit(sensor.signal_dbm, 0, "dBm")]] : []),
    ["Clock", drift(sensor)],
  ];
}

/** An address at its beginning stays as it is. */
const sentence = (text) => (text ? (/^\w+:/.test(text) ? text : text[0].toUpperCase() + text.slice(1)) + (/[.?]$/.test(text) ? "" : ".") : "");

function card(sensor) {
  const state = SENSOR[sensor.state] ?? { word: sensor.state, todo: "" };
  const said = sentence(sensor.reason || state.todo);
  return h("article", { class: "threshold", "aria-label": sensor.sensor },
    h("h3", {}, h("span", {}, sensor.device || sensor.sensor), h("span", { class: `state-word ${sensor.state}` }, state.word)),
    said ? h("p", {}, said) : null,
    h("dl", { class: "facts" }, facts(sensor).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])));
}

const none = () => h("div", { class: "empty" }, h("p", {}, "No sensor is listened to."),
  h("p", {}, "Start with ", h("code", {}, "flatback serve --sensor serial:auto"), ", or look below for what is in reach."));

function port(found) {
  const usable = found.state === "answers";
  return h("li", {}, h("span", { class: "what" }, h("b", {}, `${REACH[found.state] ?? found.state}: `), `${found.sensor}${found.description ? ` (${found.description})` : ""}`),
    found.text ? h("span", { class: "muted" }, sentence(found.text)) : null,
    usable ? h("span", {}, "Use it: ", h("code", {}, `flatback serve --sensor ${found.sensor}`)) : null);
}

/** Drawn only where something changed: nothing moves under a finger. */
function show(id, elements) {
  const drawn = h("div", {}, elements);
  if (drawn.innerHTML !== byId(id).innerHTML) byId(id).replaceChildren(...drawn.childNodes);
}

async function draw() {
  const [sensors, reach] = await Promise.all([get("/sensors?limit=200"), get("/sensors-in-reach?limit=200")]);
  show("sensors", sensors.items.length > 0 ? sensors.items.map(card) : [none()]);
  show("reach", reach.items.length > 0 ? reach.items.map(port) : [h("li", {}, "No serial port. Plug a sensor in by USB: it shows up here.")]);
  byId("ask").disabled = reach.items.length === 0;
}

async function drawAgain() {
  try {
    if (!document.hidden) await draw();
  } catch (problem) {
    show("sensors", [h("div", { class: "problem" }, h("p", {}, problem.sentence ?? "The service does not answer."))]);
  }
  setTimeout(drawAgain, EVERY_MS);
}

byId("ask").addEventListener("click", async () => {
  byId("ask-said").textContent = "Asking, about three seconds.";
  try {
    await post("/sensors-in-reach?limit=200");
    await draw();
    setTimeout(() => { byId("ask-said").textContent = ""; }, 3000);
  } catch (problem) {
    byId("ask-said").textContent = problem.sentence;
  }
});
drawAgain();
