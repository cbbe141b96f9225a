// The row of reps and the list of what was not counted. In: the state. Out: twelve kept places in #reps, a bar per rep as
// tall as its pull was long, and a line with the reason in #rejected for every movement that was taken back.
import { byId, h, setText } from "./dom.js";
import { durationBand, levelOf, repsOf } from "./findings.js";
import { number, reason, seconds } from "./words.js";

const PLACES = 12;
const FADE_MS = 300;
const LEAST_SCALE_S = 1;

function buildPlaces(count) {
  return Array.from({ length: count }, () => {
    const place = { value: h("span", { class: "time" }), bar: h("span", { class: "pull" }), index: h("span", { class: "index" }), shown: null };
    place.element = h("li", {}, h("span", { class: "well" }, place.bar, place.value), place.index);
    return place;
  });
}

function stateOf(platform, rep) {
  const level = levelOf(platform, rep);
  return [rep.state, level ?? (rep.detail?.quality?.length > 0 ? "unclean" : "plain")].join(" ");
}

function sayRep(platform, rep) {
  const level = levelOf(platform, rep);
  const parts = [`Rep ${rep.index}`, seconds(rep.detail.metrics.concentric_duration_s ?? null), rep.state === "provisional" ? "not sure yet" : null, level];
  return parts.filter(Boolean).join(", ");
}

/** The latest rep and those with a finding carry their number. */
const isNamed = (platform, rep) => rep !== null && (rep.index === Math.max(...platform.set.reps.keys()) || levelOf(platform, rep) !== null);

function fill(place, platform, rep, index, moving, scaleS) {
  const named = isNamed(platform, rep);
  const durationS = rep?.detail?.metrics.concentric_duration_s ?? null;
  place.element.className = rep ? stateOf(platform, rep) : moving === index ? "moving" : "empty";
  place.bar.style.height = durationS === null ? (rep ? "100%" : "0") : `${Math.min(100, (durationS / scaleS) * 100).toFixed(1)}%`;
  place.value.style.bottom = `min(${place.bar.style.height}, 100% - 1.1em)`;
  setText(place.value, durationS === null || !named ? "" : number(durationS, 2));
  setText(place.index, rep || moving === index ? String(index) : "");
  if (rep) place.element.setAttribute("aria-label", sayRep(platform, rep));
  else place.element.removeAttribute("aria-label");
  place.shown = rep ? rep.index : null;
}

/** The bar of a rep that was taken back fades where it stood. */
function fade(place) {
  place.shown = null;
  place.element.className = "withdrawn";
  place.element.removeAttribute("aria-label");
  place.fadingUntil = performance.now() + FADE_MS;
}

function scaleOf(set, band) {
  const durations = repsOf(set).map((rep) => rep.detail.metrics.concentric_duration_s ?? 0);
  return Math.max(LEAST_SCALE_S, (band?.high ?? 0) * 1.05, ...durations) * 1.18;
}

function drawBand(element, band, scaleS) {
  element.hidden = !band;
  if (!band) return;
  element.style.bottom = `${((band.low / scaleS) * 100).toFixed(1)}%`;
  element.style.height = `${(((band.high - band.low) / scaleS) * 100).toFixed(1)}%`;
}

const sayRejected = (each) => `${each.rep ? `Rep ${each.rep} taken back` : "A movement"}: ${reason(each.reason)}.`;

export function mountReps() {
  const places = buildPlaces(PLACES);
  const bandElement = h("span", { class: "own-band", hidden: true });
  const row = h("ol", { class: "places" }, places.map((place) => place.element));
  byId("reps").replaceChildren(h("h2", { class: "title" }, "Time of the ascent per rep, s, on your band"), h("div", { class: "plot" }, h("div", { class: "behind", "aria-hidden": "true" }, bandElement), row));
  const list = h("ul", { tabindex: "0", "aria-label": "Movements that were not counted" });
  const none = h("p", { class: "muted", id: "rejected-none" }, "None so far.");
  byId("rejected").replaceChildren(h("h2", { class: "title" }, "Not counted"), none, list);
  let shownSet = null;

  return (state, platform, nowMs) => {
    const set = platform?.set ?? null;
    const band = set ? durationBand(platform) : null;
    const scaleS = scaleOf(set, band);
    const moving = set?.endS === null ? platform.moving : null;
    const last = Math.max(PLACES, ...(set?.reps.keys() ?? []), moving ?? 0);
    places.forEach((place, i) => {
      const index = last - PLACES + i + 1;
      const rep = set?.reps.get(index) ?? null;
      if (!rep && shownSet === set && place.shown === index) fade(place);
      else if (rep || !(place.fadingUntil > nowMs)) fill(place, platform, rep, index, moving, scaleS);
    });
    drawBand(bandElement, band, scaleS);
    shownSet = set;
    drawRejected(list, none, [...(set?.rejected ?? []), ...(platform?.loose ?? [])]);
  };
}

function drawRejected(list, none, rejected) {
  const lines = rejected.map(sayRejected).reverse();
  const key = lines.join("\n");
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  none.hidden = lines.length > 0;
  list.replaceChildren(...lines.map((line) => h("li", {}, line)));
}
