// The angle of the last 15 s. In: samples (tS, inclination, flexion; null where nothing was seen) and reps with their
// times. Out: an SVG at the size of its place: reps shaded, the line broken where data is missing, never smoothed.
import { byId, svg } from "./dom.js";
import { repsOf } from "./findings.js";

const WINDOW_S = 15;
const HOLE_S = 0.5;
const PAD = { left: 48, right: 8, top: 8, bottom: 24 };
const LEAST_RULE_PX = 32;
const MEASURING = new Set(["streaming", "degraded"]);
const TITLE = {
  one_sensor: "inclination, forward up",
  two_sensors: "— inclination  ╌ flexion",
};

/** Path commands; the pen is lifted over what was not seen. */
export function pathOf(samples, key, x, y) {
  let path = "";
  let lastS = null;
  for (const sample of samples) {
    const value = sample[key];
    if (typeof value !== "number") {
      lastS = null;
      continue;
    }
    const joined = lastS !== null && sample.tS - lastS <= HOLE_S;
    path += `${joined ? "L" : "M"}${x(sample.tS).toFixed(1)} ${y(value).toFixed(1)}`;
    lastS = sample.tS;
  }
  return path;
}

/** The scale only ever widens, so that reps can be compared. */
function widen(range, samples) {
  for (const { inclination, flexion } of samples) {
    for (const value of [inclination, flexion]) {
      if (typeof value !== "number") continue;
      range.low = Math.min(range.low, Math.floor(value / 15) * 15);
      range.high = Math.max(range.high, Math.ceil(value / 15) * 15);
    }
  }
}

function shade(rep, view) {
  const left = view.x(Math.max(rep.detail.start_s, view.now - WINDOW_S));
  const right = view.x(Math.min(rep.detail.end_s, view.now));
  if (right <= left) return null;
  return svg("g", { class: `rep ${rep.state}` },
    svg("rect", { x: left.toFixed(1), y: PAD.top, width: (right - left).toFixed(1), height: view.height - PAD.top - PAD.bottom }),
    svg("text", { x: ((left + right) / 2).toFixed(1), y: (view.y(0) - 4).toFixed(1), "text-anchor": "middle" }, String(rep.index)));
}

function rules(range, view) {
  const lines = [];
  const plotPx = view.height - PAD.top - PAD.bottom;
  const step = [15, 30, 60, 90, 180].find((each) => (each / (range.high - range.low)) * plotPx >= LEAST_RULE_PX) ?? 180;
  for (let angle = Math.ceil(range.low / step) * step; angle <= range.high; angle += step) {
    const y = view.y(angle).toFixed(1);
    lines.push(svg("line", { class: angle === 0 ? "zero" : "rule", x1: PAD.left, x2: view.width - PAD.right, y1: y, y2: y }));
    lines.push(svg("text", { x: PAD.left - 8, y: (view.y(angle) + 5).toFixed(1), "text-anchor": "end" }, `${angle < 0 ? "−" : ""}${Math.abs(angle)}°`));
  }
  return lines;
}

function axis(view, title, streams) {
  const y = view.height - 4;
  return [
    svg("text", { x: PAD.left, y, "text-anchor": "start" }, `−${WINDOW_S} s`),
    svg("text", { x: (view.width + PAD.left - PAD.right) / 2, y, "text-anchor": "middle" }, title),
    svg("text", { x: view.width - PAD.right, y, "text-anchor": "end" }, streams ? "now" : "stopped"),
  ];
}

function viewOf(width, height, range, now) {
  return {
    width, height, now,
    x: (tS) => PAD.left + ((tS - now + WINDOW_S) / WINDOW_S) * (width - PAD.left - PAD.right),
    y: (angle) => PAD.top + ((range.high - angle) / (range.high - range.low)) * (height - PAD.top - PAD.bottom),
  };
}

export function mountTrace() {
  const canvas = svg("svg", { role: "img", "aria-label": "Line of the angle" });
  byId("trace").replaceChildren(canvas);
  const range = { low: -15, high: 60 };

  return (state, platform) => {
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const samples = platform?.samples ?? [];
    const reps = repsOf(platform?.set);
    const streams = state.link === "open" && [...(platform?.sensors.values() ?? [])].some((sensor) => MEASURING.has(sensor.state));
    const key = [platform?.id, samples.at(-1)?.tS, reps.length, reps.at(-1)?.state, streams, width, height].join(" ");
    if (canvas.dataset.key === key) return;
    canvas.dataset.key = key;
    widen(range, samples);
    const view = viewOf(width, height, range, samples.at(-1)?.tS ?? 0);
    const shown = samples.filter((sample) => sample.tS >= view.now - WINDOW_S);
    canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    canvas.replaceChildren(...reps.map((rep) => shade(rep, view)).filter(Boolean), ...rules(range, view),
      ...axis(view, TITLE[platform?.mode ?? "one_sensor"], streams),
      svg("path", { class: "inclination", d: pathOf(shown, "inclination", view.x, view.y) }),
      svg("path", { class: "flexion", d: pathOf(shown, "flexion", view.x, view.y) }));
  };
}
