// The settings page. In: /athletes, what this browser remembers. Out: theme, contrast and voice for this
// browser; athletes created, renamed, set and removed in the service.
import { get, patch, post, remove } from "./api.js";
import { alarms } from "./alarms.js";
import { byId, h } from "./dom.js";

function mountLook(form) {
  const theme = globalThis.flatbackTheme;
  form.elements.theme.value = theme.read("theme");
  form.elements.contrast.value = theme.read("contrast");
  form.elements.voice.checked = theme.read("voice") === "on";
  form.addEventListener("change", ({ target }) => theme.choose(target.name, target.type === "checkbox" ? (target.checked ? "on" : "off") : target.value));
}

function say(problem) {
  byId("athletes-said").replaceChildren(...(problem ? [h("div", { class: "problem" }, h("p", {}, problem.sentence))] : []));
}

async function change(doing) {
  try {
    await doing();
    say(null);
    await drawAthletes();
  } catch (problem) {
    say(problem);
  }
}

function athleteLine(athlete, presets) {
  const path = `/athletes/${encodeURIComponent(athlete.id)}`;
  const name = h("input", { value: athlete.name, required: true, maxlength: "80", "aria-label": `Name of ${athlete.name}` });
  const rename = (event) => {
    event.preventDefault();
    change(() => patch(path, { name: name.value.trim() }));
  };
  return h("li", {}, h("form", { class: "row what", onsubmit: rename }, h("span", { class: "grow" }, name), h("button", { "aria-label": `Rename ${athlete.name}` }, "Rename")),
    h("button", { type: "button", "aria-label": `Remove ${athlete.name}`, onclick: () => change(() => remove(path)) }, "Remove"),
    h("label", { class: "choice" }, h("input", { type: "checkbox", checked: athlete.vibration === true, onchange: ({ target }) => change(() => patch(path, { vibration: target.checked })) }),
      "Let the sensor buzz with a warning"), alarms(athlete, presets, change));
}

async function drawAthletes() {
  const [{ items }, presets] = await Promise.all([get("/athletes?limit=200"), get("/alarm-presets?limit=200")]);
  const open = [...document.querySelectorAll(".alarms[open]")].map((each) => each.dataset.athlete);
  byId("athletes").replaceChildren(...(items.length > 0 ? items.map((each) => athleteLine(each, presets.items)) : [h("li", {}, "Nobody yet. Add who lifts.")]));
  document.querySelectorAll(".alarms").forEach((each) => { each.open = open.includes(each.dataset.athlete); });
}

mountLook(byId("look"));
byId("new-athlete").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  change(() => post("/athletes", { name: form.elements.name.value.trim() })).then(() => form.reset());
});
drawAthletes().catch(say);
