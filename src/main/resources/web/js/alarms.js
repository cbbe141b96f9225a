// What one athlete's alarms are set to, and since when the athlete's own scatter is learnt. In: an athlete, the presets.
// Out: PATCH /athletes/{id}, POST and DELETE /athletes/{id}/baseline-resets.
import { get, patch, post, remove } from "./api.js";
import { h } from "./dom.js";
import { EXERCISES, exercise, number } from "./words.js";

export const PRESETS = {
  default: ["Any training", "A slow-down counts from 20 %, lumbar flexion from 7.3°."],
  strength: ["Strength", "Sets end while you are still fast: a slow-down of 20 % may warn."],
  hypertrophy: ["Hypertrophy", "Slowing down is part of the work: it counts from 30 %."],
  technique: ["Technique", "The posture of your lower back before all. It needs two sensors; with one it is as for any training."],
  return_after_pain: ["Return after pain", "Whatever changes first, from small changes on. It can’t tell how your back is."],
};
const PRIMARY = { lumbar_flexion: "Lumbar flexion", velocity_loss: "Slowing down", earliest: "Whichever comes first" };

/** Fields of the form: key, label, unit, factor to what is shown, step of what is shown. */
const SIZES = [
  ["velocity_loss_watch_ratio", "Slow-down: watch from", "%", 100, 1, "velocity_loss"],
  ["velocity_loss_warn_ratio", "Slow-down: warn from", "%", 100, 1, "velocity_loss"],
  ["lumbar_flexion_watch_deg", "Lumbar flexion: watch from", "°", 1, 0.1, "lumbar_flexion"],
  ["lumbar_flexion_warn_deg", "Lumbar flexion: warn from", "°", 1, 0.1, "lumbar_flexion"],
];

const shown = (value, factor) => number(value * factor, factor === 1 ? 1 : 0);
const day = (time) => new Date(time).toLocaleDateString(undefined, { day: "numeric", month: "long", year: "numeric" });
const title = (preset) => PRESETS[preset]?.[0] ?? preset;
const pathOf = (athlete) => `/athletes/${encodeURIComponent(athlete.id)}`;

function field(label, id, control) {
  return h("div", { class: "field" }, h("label", { for: id }, label), control);
}

function sizeInput(athlete, [key, label, unit, factor, step, of], preset) {
  const kind = unit === "%" ? "ratio" : "deg";
  const id = `${key}-${athlete.id}`;
  const input = h("input", {
    id, type: "number", required: true, step: String(step), value: shown(athlete[key], factor), inputmode: "decimal",
    min: shown(preset[`${of}_least_${kind}`], factor), max: shown(preset[`${of}_most_${kind}`], factor),
  });
  return { key, factor, input, element: field(`${label} (${unit})`, id, input) };
}

function chooser(athlete, presets) {
  const meaning = h("p", {}, PRESETS[athlete.preset]?.[1] ?? "");
  const select = h("select", { id: `preset-${athlete.id}` },
    presets.map((each) => h("option", { value: each.preset, selected: each.preset === athlete.preset }, title(each.preset))));
  const primary = h("select", { id: `primary-${athlete.id}` },
    Object.entries(PRIMARY).map(([value, text]) => h("option", { value, selected: value === athlete.primary_with_two_sensors }, text)));
  const sizes = SIZES.map((size) => sizeInput(athlete, size, presets[0]));
  select.addEventListener("change", () => {
    const chosen = presets.find((each) => each.preset === select.value);
    meaning.textContent = PRESETS[select.value]?.[1] ?? "";
    primary.value = chosen.primary_with_two_sensors;
    sizes.forEach(({ key, factor, input }) => { input.value = shown(chosen[key], factor); });
  });
  const body = () => ({
    preset: select.value,
    primary_with_two_sensors: primary.value,
    ...Object.fromEntries(sizes.map(({ key, factor, input }) => [key, Math.round((Number(input.value) / factor) * 1000) / 1000])),
  });
  const elements = [
    field("You train for", select.id, select), meaning,
    h("details", {}, h("summary", {}, "Set the limits by hand"),
      h("div", { class: "sizes" }, sizes.map((size) => size.element), field("With two sensors, may warn", primary.id, primary)),
      h("p", { class: "muted" }, "A change must also be more than chance explains, for you. Smaller limits than these can’t be told from noise.")),
  ];
  return { elements, body };
}

function resetLine(athlete, reset, doing) {
  const what = `${reset.exercise ? exercise(reset.exercise) : "All exercises"}: learnt since ${day(reset.made_at)}`;
  return h("li", {}, h("span", { class: "what" }, what),
    h("button", { type: "button", "aria-label": `Undo. ${what}`, onclick: () => doing(() => remove(`${pathOf(athlete)}/baseline-resets/${encodeURIComponent(reset.id)}`)) }, "Undo"));
}

function learnt(athlete, resets, doing) {
  const select = h("select", { id: `anew-${athlete.id}` },
    h("option", { value: "" }, "All exercises"), EXERCISES.map((each) => h("option", { value: each }, exercise(each))));
  const holding = resets.filter((each) => !each.undone_at);
  const sure = h("div", { class: "sure", role: "group", "aria-label": "Begin anew?", hidden: true },
    h("p", {}, "What your earlier sets showed is left out from your next session on. Nothing is deleted, and you can undo it."),
    h("div", { class: "row" },
      h("button", { type: "button", class: "main", onclick: () => doing(() => post(`${pathOf(athlete)}/baseline-resets`, select.value ? { exercise: select.value } : {})) }, "Begin anew"),
      h("button", { type: "button", onclick: () => { sure.hidden = true; } }, "Keep it")));
  return [
    h("p", { class: "muted" }, holding.length > 0 ? "Learnt from your own sets, since:" : "Learnt from all your own sets."),
    h("ul", { class: "rep-list" }, holding.map((reset) => resetLine(athlete, reset, doing))),
    field("Learn your scatter anew", select.id, select),
    h("button", { type: "button", onclick: () => { sure.hidden = false; sure.querySelector("button").focus(); } }, "Learn anew"), sure,
  ];
}

/** @param change does something, says what went wrong, and draws all athletes again */
export function alarms(athlete, presets, change) {
  const { elements, body } = chooser(athlete, presets);
  const past = h("div", { class: "stack" });
  const doing = (what) => change(what).then(drawPast);
  const drawPast = async () => {
    const { items } = await get(`${pathOf(athlete)}/baseline-resets?limit=200`);
    past.replaceChildren(...learnt(athlete, items, doing));
  };
  const form = h("form", { class: "stack", onsubmit: (event) => { event.preventDefault(); change(() => patch(pathOf(athlete), body())); } },
    elements, h("div", { class: "row" }, h("button", { class: "main" }, "Save alarms"), h("span", { class: "muted" }, "From the next session on.")));
  return h("details", { class: "alarms", "data-athlete": athlete.id, ontoggle: (event) => { if (event.target.open && event.target === event.currentTarget) drawPast(); } },
    h("summary", { "aria-label": `Alarms of ${athlete.name}: ${title(athlete.preset).toLowerCase()}` }, `Alarms: ${title(athlete.preset).toLowerCase()}`), form, h("h3", {}, "What is learnt of you"), past);
}
