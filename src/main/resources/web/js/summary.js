// What the set came to, shown in the place of the gauges and the trace while nobody lifts: final once the set has ended,
// "so far" when the lifter has stood for a while after a rep. In: the state. Out: four numbers and a line in #summary.
import { byId, h, setText } from "./dom.js";
import { degrees, metricTitle, percent, plural, signed } from "./words.js";

/** own: longer than most lifters stand between two reps, much shorter than the wait that ends a set. */
const RESTING_S = 6;
const LEAST_REPS = 2;

const cell = (title, value, note) => ({ title, value, note });

function slowDown({ slow_down: slow }) {
  if (!slow) return cell("Slow-down", "–", "too few reps to tell");
  const own = slow.longer_plus_minus_ratio;
  const reps = slow.first_rep === slow.last_rep ? `rep ${slow.last_rep}` : `reps ${slow.first_rep} and ${slow.last_rep}`;
  return cell("Slow-down", signed(slow.longer_ratio, percent), `${own ? `± ${percent(own)}, ` : ""}${reps}`);
}

function drift({ drift: trend }) {
  if (!trend) return cell("Over the set", "–", "posture not measured often enough");
  const what = metricTitle(trend.metric).split(" at ")[0].toLowerCase();
  return cell("Over the set", signed(trend.total, degrees), `${what}, ${trend.beyond_noise ? "a trend beyond chance" : "within chance"}`);
}

function band({ first_rep_outside: rep, clean_reps: clean, suggestion, slow_down: slow }) {
  if (rep) return cell("Left your band", `rep ${rep}`, "and it lasted");
  const judged = slow || suggestion;
  return judged ? cell("Left your band", "never", `no lasting change in ${plural(clean, "rep")}`) : cell("Left your band", "–", "too few reps to tell");
}

function against(summary) {
  const then = summary.set_before ?? summary.last_time;
  if (!then) return cell("Set before", "–", "none at this load today");
  const title = summary.set_before ? `Against set ${then.set}` : "Against last time";
  const start = then.start_longer_ratio;
  if (!start) return cell(title, plural(then.reps, "rep"), "same load; tempo not comparable");
  return cell(title, signed(start.value, percent), `first reps, ± ${percent(start.plus_minus)}; ${plural(then.reps, "rep")} then`);
}

const patternLine = ({ pattern }) => [pattern?.text, pattern?.look_next].filter(Boolean).join(" ");

/** What is to be shown now, or null. */
export function shownSummary(platform) {
  const set = platform?.set;
  if (!set?.summary || set.summary.clean_reps < LEAST_REPS) return null;
  if (set.endS !== null) return set.summary;
  const last = [...set.reps.values()].at(-1)?.detail?.lockout_s ?? Infinity;
  const provisional = [...set.reps.values()].some((rep) => rep.state === "provisional");
  const isResting = platform.moving === null && !provisional && platform.tS - last >= RESTING_S;
  return isResting ? set.summary : null;
}

export function mountSummary() {
  const section = byId("summary");
  const cells = Array.from({ length: 4 }, () => {
    const parts = { title: h("h3", { class: "title" }), value: h("p", { class: "value" }), note: h("p", { class: "note" }) };
    return { ...parts, element: h("div", { class: "cell" }, parts.title, parts.value, parts.note) };
  });
  const heading = h("h2", { class: "title" });
  const pattern = h("p", { class: "pattern" });
  section.replaceChildren(heading, ...cells.map((each) => each.element), pattern);
  return (state, platform) => {
    const summary = shownSummary(platform);
    section.hidden = !summary;
    if (!summary) return;
    setText(heading, summary.is_final ? `Set ${summary.set}` : `Set ${summary.set} so far`);
    [slowDown, drift, band, against].forEach((make, i) => {
      const { title, value, note } = make(summary);
      setText(cells[i].title, title);
      setText(cells[i].value, value);
      setText(cells[i].note, note);
    });
    setText(pattern, patternLine(summary));
  };
}
