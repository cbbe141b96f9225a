// The page of the evidence. In: /evidence. Out: each threshold under what it is about, with value, source, population,
// strength, meaning and what would replace it; then the sources. An address ending in #key leads to its place.
import { get } from "./api.js";
import { byId, h } from "./dom.js";
import { number } from "./words.js";

const SUBJECTS = { alarm: "The alarm rule", drift: "Trends over a set" };
const KINDS = {
  sigma: "Scatter, rep to rep (σ)", sigma_share: "Scatter from rep to rep (σ), of the mean", watch: "Watch from a change of",
  warn: "Warn from a change of", minimum: "Smallest change that matters", minimum_share: "Smallest change that matters, of the mean",
  small_watch: "Watch from a change of, where small ones are asked for", small_warn: "Warn from a change of, where small ones are asked for",
  low_watch: "Watch from, where sets end early", low_warn: "Warn from, where sets end early",
  high_watch: "Watch from, where slowing down is part of it", high_warn: "Warn from, where slowing down is part of it",
  least: "The least you can set", most: "The most you can set",
};
const UNITS = { deg: "°", "deg/s": "°/s", s: "\u00a0s", 1: "" };

const sentence = (key) => key[0].toUpperCase() + key.slice(1).replaceAll("_", " ");

function amount({ value, unit }) {
  if (unit === "ratio") return `${Number((value * 100).toPrecision(3))}\u00a0%`;
  return `${String(value)}${UNITS[unit] ?? `\u00a0${unit}`}`;
}

const term = (name, ...what) => [h("dt", {}, name), h("dd", {}, ...what)];

function threshold(row) {
  return h("article", { class: "threshold", id: row.key },
    h("h3", {}, KINDS[row.kind] ?? sentence(row.kind), " ", h("b", { class: "amount" }, amount(row))),
    h("p", {}, row.note),
    h("dl", { class: "facts" },
      term("Source", h("a", { href: `#${row.source}` }, row.source)), term("Found in", row.population),
      term("Strength", row.strength), row.replaced_by ? term("Replaced by", row.replaced_by) : []));
}

const subject = (each) => h("section", { id: each.key, class: "subject" },
  h("h2", {}, each.title ?? SUBJECTS[each.key] ?? sentence(each.key)), h("div", { class: "thresholds" }, each.thresholds.map(threshold)));

const share = (ratio) => `${number(ratio * 100, 1)}\u00a0%`;

function charts(chart) {
  return [h("h2", { id: "charts-title" }, "Limits of the charts"),
    h("p", {}, `A chart compares each rep with your first ones and asks whether a rise is more than chance. Its limits were found by simulating ${chart.sets.toLocaleString("en")} sets in which nothing changed, with reps that resemble their neighbours (autocorrelation ${chart.autocorrelation}): one chart alone then exceeds its limit to watch in ${share(chart.watch_ratio_per_set)} of sets of twelve, and its limit to warn in ${share(chart.warn_ratio_per_set)}. A change must also be large enough to matter before anything is said. `,
      h("a", { href: `#${chart.source}` }, chart.source))];
}

function source(each, thresholds) {
  const used = thresholds.filter((row) => row.source === each.key).length;
  return h("li", { id: each.key }, h("p", {}, h("b", {}, each.key), ": ", each.citation, " ",
    each.link ? h("a", { href: each.link, rel: "noreferrer" }, each.link.replace("https://", "")) : null),
    each.replaced_by ? h("p", { class: "muted" }, `Our own. To be replaced by: ${each.replaced_by}.`) : null,
    used > 0 ? h("p", { class: "small muted" }, `${used} of the numbers above rest on it.`) : null);
}

const sources = (all, thresholds) => [h("h2", { id: "sources-title" }, "Sources"),
  h("ul", { class: "sources" }, all.map((each) => source(each, thresholds)))];

/** What is asked for was not there when the page was opened. */
function follow() {
  if (location.hash) location.replace(location.hash);
}

async function start() {
  try {
    const catalogue = await get("/evidence");
    const thresholds = catalogue.subjects.flatMap((each) => each.thresholds);
    byId("subjects").replaceChildren(...catalogue.subjects.map(subject));
    byId("charts").replaceChildren(...charts(catalogue.charts));
    byId("sources").replaceChildren(...sources(catalogue.sources, thresholds));
    for (const id of ["charts", "sources"]) byId(id).hidden = false;
    byId("state").replaceChildren();
    follow();
  } catch (problem) {
    byId("state").replaceChildren(h("div", { class: "problem" }, h("p", {}, problem.sentence ?? problem.message)));
  }
}

start();
