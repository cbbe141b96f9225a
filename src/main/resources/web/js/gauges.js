// Tempo and posture of the last rep against the lifter's own band. In: the state. Out: two gauges with a number, a word
// and a track on which the band is drawn and a marker stands, its shape saying the state as well as its colour.
import { byId, h, setAttribute, setText } from "./dom.js";
import { posture, tempo } from "./findings.js";
import { degrees, evidenceOf, metricTitle, percent, seconds, signed } from "./words.js";

const WORDS = { none: "no rep yet", unsure: "not sure", in: "in band", out: "outside", watch: "watch", warn: "warn" };
const SPAN = 2.5;
const EDGE = 0.05;

/** Half a band's width, as the ± of a value. */
const plusMinus = (band) => (band.high - band.low) / 2;

function tempoText(found) {
  const metrics = found.rep?.detail.metrics;
  if (!metrics) return { value: "–", note: "time of the ascent" };
  const loss = metrics.velocity_loss_by_duration_ratio;
  const longer = typeof loss === "number" ? 1 / (1 - loss) - 1 : null;
  return {
    value: seconds(metrics.concentric_duration_s ?? null),
    note: longer === null ? "time of the ascent" : `${signed(longer, percent)} on your fastest early rep`,
  };
}

function postureText(found) {
  const title = metricTitle(found.metric).toLowerCase();
  if (found.value === null) return { value: "–", note: title };
  const value = degrees(found.value) + (found.band ? ` ± ${degrees(plusMinus(found.band))}` : "");
  return { value, note: found.band ? `${signed(found.value - found.band.reference, degrees)} on your first reps, ${title}` : title };
}

function wordOf(found) {
  if (found.state !== "unsure") return WORDS[found.state];
  const quality = found.rep.detail.quality?.[0];
  if (quality) return `not sure: ${quality.replaceAll("_", " ")}`;
  return found.value === null ? "not measured" : "learning your band";
}

/** Where a value stands on the track, 0 to 1; the band takes the middle part. */
function placer(band) {
  const below = Math.max(band.reference - band.low, (band.high - band.reference) / 2);
  const above = Math.max(band.high - band.reference, (band.reference - band.low) / 2);
  const from = band.reference - SPAN * below;
  const to = band.reference + SPAN * above;
  return (value) => Math.min(1 - EDGE, Math.max(EDGE, (value - from) / (to - from)));
}

function buildGauge(section, title) {
  const parts = { section, word: h("p", { class: "state" }), value: h("p", { class: "value" }), note: h("p", { class: "note" }),
    info: h("a", { class: "info", target: "_blank", "aria-label": `What the limits of ${title.toLowerCase()} rest on` },
      h("span", { class: "info-mark", "aria-hidden": "true" }, "i")),
    band: h("span", { class: "band" }), reference: h("span", { class: "reference" }), marker: h("span", { class: "marker" }) };
  const track = h("div", { class: "track", "aria-hidden": "true" }, parts.band, parts.reference, parts.marker);
  section.replaceChildren(h("h2", { class: "title" }, title), parts.word, parts.value, parts.info, track, parts.note);
  return parts;
}

function drawGauge(parts, found, text) {
  parts.section.dataset.state = found.state;
  setText(parts.word, wordOf(found));
  setText(parts.value, text.value);
  setText(parts.note, text.note);
  setAttribute(parts.info, "href", evidenceOf(found.metric === "concentric_duration_s" ? "velocity_loss_by_duration_ratio" : found.metric));
  const hasBand = found.band !== null;
  parts.section.dataset.band = hasBand ? "known" : "unknown";
  parts.marker.hidden = found.value === null || !hasBand;
  if (!hasBand) return;
  const at = placer(found.band);
  const share = (fraction) => `${(fraction * 100).toFixed(1)}%`;
  parts.band.style.left = share(at(found.band.low));
  parts.band.style.width = share(at(found.band.high) - at(found.band.low));
  parts.reference.style.left = share(at(found.band.reference));
  if (found.value !== null) parts.marker.style.left = share(at(found.value));
}

export function mountGauges() {
  const tempoParts = buildGauge(byId("tempo"), "Tempo");
  const postureParts = buildGauge(byId("posture"), "Posture");
  return (state, platform) => {
    const first = tempo(platform);
    const second = posture(platform);
    drawGauge(tempoParts, first, tempoText(first));
    drawGauge(postureParts, second, postureText(second));
  };
}
