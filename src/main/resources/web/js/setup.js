// The set-up sheet: who lifts, what, how heavy, and which platform this screen shows. In: the state when it opens.
// Out: PATCH /platforms/{id}; a new athlete is created first. What the service refuses is said in the sheet.
import { get, patch, post } from "./api.js";
import { byId, h } from "./dom.js";
import { EXERCISES, exercise } from "./words.js";

const NEW = "new";
const LOAD_STEP_KG = 2.5;

function stepper(input) {
  const step = (sign) => () => { input.value = Math.max(0, Number(input.value || 0) + sign * LOAD_STEP_KG); };
  return h("div", { class: "stepper" },
    h("button", { type: "button", "aria-label": `${LOAD_STEP_KG} kg less`, onclick: step(-1) }, "−"), input,
    h("button", { type: "button", "aria-label": `${LOAD_STEP_KG} kg more`, onclick: step(1) }, "+"));
}

function athleteField(athletes, platform, nameInput) {
  const options = [["", "Nobody: don’t keep sessions"], ...athletes.map((each) => [each.id, each.name]), [NEW, "New athlete"]];
  const select = h("select", { id: "setup-athlete", onchange: () => { nameInput.parentElement.hidden = select.value !== NEW; } },
    options.map(([value, text]) => h("option", { value, selected: String(value) === String(platform.athlete?.id ?? "") }, text)));
  return select;
}

function exerciseField(platform) {
  const options = [["", "Guess it for me"], ...EXERCISES.map((each) => [each, exercise(each)])];
  return h("select", { id: "setup-exercise" }, options.map(([value, text]) => h("option", { value, selected: value === (platform.exercise ?? "") }, text)));
}

function field(label, id, control) {
  return h("div", { class: "field" }, h("label", { for: id }, label), control);
}

function platformField(state, platform) {
  const all = [...state.platforms.values()];
  if (all.length < 2) return null;
  const select = h("select", { id: "setup-platform", onchange: () => { location.search = `?platform=${encodeURIComponent(select.value)}`; } },
    all.map((each) => h("option", { value: each.id, selected: each === platform }, each.name || each.id)));
  return field("This screen shows", "setup-platform", select);
}

async function save(platform, inputs) {
  let athlete = inputs.athlete.value || null;
  if (athlete === NEW) athlete = (await post("/athletes", { name: inputs.name.value.trim() })).id;
  await patch(`/platforms/${encodeURIComponent(platform.id)}`, {
    athlete: athlete === null ? null : matchType(athlete, platform, inputs.athletes),
    exercise: inputs.exercise.value || null,
    load_kg: inputs.load.value === "" ? null : Number(inputs.load.value),
  });
}

/** Ids go back as they came: a select only knows text. */
const matchType = (value, platform, athletes) => athletes.find((each) => String(each.id) === String(value))?.id ?? value;

/** @param calibrate opens the calibration of a platform */
export function mountSetup(calibrate) {
  const dialog = byId("setup");

  function build(state, platform, athletes) {
    const problem = h("p", { class: "said-no", role: "alert" });
    const inputs = {
      athletes,
      name: h("input", { id: "setup-name", maxlength: "80", autocomplete: "off" }),
      exercise: exerciseField(platform),
      load: h("input", { id: "setup-load", type: "number", inputmode: "decimal", min: "0", max: "1000", step: "0.5", value: platform.loadKg ?? "" }),
    };
    const nameField = field("Name", "setup-name", inputs.name);
    nameField.hidden = true;
    inputs.athlete = athleteField(athletes, platform, inputs.name);
    const form = h("form", { onsubmit: async (event) => {
      event.preventDefault();
      try {
        await save(platform, inputs);
        dialog.close();
      } catch (refused) {
        problem.textContent = refused.sentence;
      }
    } },
    h("h2", { id: "setup-title" }, "Set up"), platformField(state, platform),
    field("Who lifts", "setup-athlete", inputs.athlete), nameField,
    field("Exercise", "setup-exercise", inputs.exercise),
    field("Load, kg", "setup-load", stepper(inputs.load)), problem,
    h("div", { class: "bar" }, h("a", { class: "button", href: "/settings" }, "Settings"),
      h("button", { type: "button", onclick: () => { dialog.close(); calibrate(platform); } }, "Calibrate"),
      h("button", { type: "button", onclick: () => dialog.close() }, "Cancel"), h("button", { class: "main" }, "Save")));
    dialog.replaceChildren(form);
  }

  return {
    async open(state, platform) {
      if (!platform) return;
      try {
        build(state, platform, (await get("/athletes?limit=200")).items);
      } catch (problem) {
        dialog.replaceChildren(h("h2", { id: "setup-title" }, "Set up"), h("p", {}, problem.sentence), h("button", { type: "button", onclick: () => dialog.close() }, "Close"));
      }
      if (!dialog.open) dialog.showModal();
    },
  };
}
