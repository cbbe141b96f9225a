// The angle of the last 15 s. In: samples (tS, inclination, flexion; null where nothing was seen) and reps with their
// times. Out: an SVG at the size of its place: reps shaded, the line broken where data is missing, never smoothed.
import { byId, h, setText, svg } from "./dom.js";
import { repsOf } from "./findings.js";

const WINDOW_S = 15;
const HOLE_S = 0.5;
const PAD = { left: 48, right: 16, top: 24, bottom: 24 };

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

function rangeOf(platform, kept) {
  for (const sample of platform?.samples ?? []) {
    for (const value of [sample.inclination, sample.flexion]) {
      if (typeof value !== "number") continue;
      kept.low = Math.min(kept.low, Math.floor(value / 15) * 15);
      kept.high = Math.max(kept.high, Math.ceil(value / 15) * 15);
    }
  }
  return kept;
}

function shade(rep, from, to, x, y, height) {
  const left = x(Math.max(rep.detail.start_s, from));
  const right = x(Math.min(rep.detail.end_s, to));
  if (right <= left) return null;
  return svg("g", { class: `rep ${rep.state}` },
    svg("rect", { x: left.toFixed(1), y: PAD.top, width: (right - left).toFixed(1), height }),
    svg("text", { x: ((left + right) / 2).toFixed(1), y: PAD.top - 6, "text-anchor": "middle" }, String(rep.index)));
}

export function mountTrace() {
  const title = h("h2", { class: "title" });
  const canvas = svg("svg", { role: "img", "aria-label": "Line of the angle" });
  byId("trace").replaceChildren(title, canvas);
  const kept = { low: -15, high: 60 };

  function grid(width, height, x, y, now) {
    const lines = [];
    const step = kept.high - kept.low > 90 ? 45 : 30;
    for (let angle = Math.ceil(kept.low / step) * step; angle <= kept.high; angle += step) {
      lines.push(svg("line", { class: angle === 0 ? "zero" : "rule", x1: PAD.left, x2: width - PAD.right, y1: y(angle).toFixed(1), y2: y(angle).toFixed(1) }));
      lines.push(svg("text", { x: PAD.left - 8, y: (y(angle) + 5).toFixed(1), "text-anchor": "end" }, `${angle < 0 ? "−" : ""}${Math.abs(angle)}°`));
    }
    for (const back of [15, 10, 5, 0]) {
      const anchor = back === 0 ? "end" : back === 15 ? "start" : "middle";
      lines.push(svg("text", { x: x(now - back).toFixed(1), y: height - 4, "text-anchor": anchor }, back === 0 ? "now" : `−${back} s`));
    }
    return lines;
  }

  return (state, platform) => {
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (width === 0 || height === 0) return;
    const samples = platform?.samples ?? [];
    const key = `${platform?.id} ${samples.at(-1)?.tS} ${repsOf(platform?.set).length} ${width} ${height} ${repsOf(platform?.set).at(-1)?.state}`;
    if (canvas.dataset.key === key) return;
    canvas.dataset.key = key;
    setText(title, platform?.mode === "two_sensors" ? "Inclination (line) and lumbar flexion (dashes), forward is up" : "Inclination of the lower back, forward is up");
    rangeOf(platform, kept);
    const now = samples.at(-1)?.tS ?? 0;
    const x = (tS) => PAD.left + ((tS - now + WINDOW_S) / WINDOW_S) * (width - PAD.left - PAD.right);
    const y = (angle) => PAD.top + ((kept.high - angle) / (kept.high - kept.low)) * (height - PAD.top - PAD.bottom);
    const shown = samples.filter((sample) => sample.tS >= now - WINDOW_S);
    const reps = repsOf(platform?.set).map((rep) => shade(rep, now - WINDOW_S, now, x, y, height - PAD.top - PAD.bottom));
    canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    canvas.replaceChildren(...reps.filter(Boolean), ...grid(width, height, x, y, now),
      svg("path", { class: "inclination", d: pathOf(shown, "inclination", x, y) }),
      svg("path", { class: "flexion", d: pathOf(shown, "flexion", x, y) }));
  };
}
