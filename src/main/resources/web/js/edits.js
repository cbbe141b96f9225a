// Corrections of reps. In: a place, a session's path, and what to do after a change. Out: PATCH /reps/{set}-{rep} with
// delete, split, merge or confirm; everything is computed anew by the service and drawn again here.
import { get, patch } from "./api.js";
import { h } from "./dom.js";
import { clock, plural, reason, seconds } from "./words.js";

const at = (tS) => `at ${clock(tS)}`;

function repLine(set, rep, next, send) {
  const id = `${set.index}-${rep.index}`;
  const label = `Set ${set.index}, rep ${rep.index}`;
  const cut = h("input", { type: "number", step: "0.1", min: rep.start_s.toFixed(1), max: rep.end_s.toFixed(1), "aria-label": `${label}: split at second`,
    value: ((rep.start_s + rep.end_s) / 2).toFixed(1) });
  const splitter = h("span", { class: "row", hidden: true }, cut, h("button", { type: "button", onclick: () => send(id, rep, { action: "split", at_s: Number(cut.value) }) }, "Split here"));
  const button = (text, onclick) => h("button", { type: "button", "aria-label": `${label}: ${text.toLowerCase()}`, onclick }, text);
  return h("li", {}, h("span", { class: "what" }, `${label}, ${seconds(rep.metrics.concentric_duration_s ?? null)} ${at(rep.start_s)}`),
    button("Not a rep", () => send(id, rep, { action: "delete" })),
    button("Split", () => { splitter.hidden = !splitter.hidden; }),
    next ? button("Join with next", () => send(id, rep, { action: "merge" })) : null, splitter);
}

function rejectedLine(set, rejected, i, send) {
  const label = `Set ${set.index}, not counted ${at(rejected.start_s)}: ${reason(rejected.reason)}`;
  return h("li", {}, h("span", { class: "what" }, label),
    h("button", { type: "button", "aria-label": `${label}. It was a rep`, onclick: () => send(`${set.index}-r${i + 1}`, rejected, { action: "confirm" }) }, "It was a rep"));
}

function lines(set, send) {
  return [...set.reps.map((rep, i) => repLine(set, rep, set.reps[i + 1], send)), ...set.rejected.map((each, i) => rejectedLine(set, each, i, send))];
}

function setPart(set, send) {
  const missed = set.rejected.length > 0 ? `, ${set.rejected.length} not counted` : "";
  return h("details", {}, h("summary", {}, `Set ${set.index}: ${plural(set.reps.length, "rep")}${missed}`), h("ul", { class: "rep-list" }, lines(set, send)));
}

export async function mountEdits(place, path, afterChange) {
  const said = h("div", { role: "status" });
  const parts = h("div", {});

  async function send(id, thing, body) {
    try {
      const answer = await patch(`${path}/reps/${id}`, { ...body, expected_start_s: thing.start_s });
      draw(answer.sets);
      said.replaceChildren(h("p", {}, "Done. Everything that rests on it was computed anew."));
      await afterChange();
    } catch (problem) {
      said.replaceChildren(h("div", { class: "problem" }, h("p", {}, problem.sentence)));
    }
  }

  function draw(sets) {
    const open = [...parts.querySelectorAll("details")].map((each) => each.open);
    parts.replaceChildren(...sets.map((set) => setPart(set, send)));
    parts.querySelectorAll("details").forEach((each, i) => { each.open = open[i] ?? false; });
  }

  draw((await get(`${path}/report`)).sets);
  place.replaceChildren(h("h2", {}, "Correct reps"), h("p", { class: "muted" }, "The raw recording stays as it is; your corrections are kept beside it."), said, parts);
  place.hidden = false;
}
