// The calibration sheet: begins a guided calibration and says step by step what to do. In: a platform, then its live
// events named calibration. Out: POST and DELETE /calibrations. What went wrong is said with what to do about it.
import { post, remove } from "./api.js";
import { byId, h, setAttribute, setText } from "./dom.js";

const STEPS = [
  ["stand_still", "Stand still"],
  ["hinge", "Hinge slowly, three times"],
  ["stand_again", "Stand still"],
];
const OVER = ["accepted", "refused", "cancelled"];

const HEAD = {
  before: "Before you load the bar",
  stand_still: "Stand still",
  hinge: "Hinge slowly",
  stand_again: "Stand still",
  accepted: "Calibrated",
  refused: "Not used",
  cancelled: "Cancelled",
};

const BEFORE = "Wear the sensors as you will lift. Stand still for 3 seconds, then bend forward slowly and come up, three times, "
  + "with empty hands. It holds until you take a sensor off or it slips.";

function big(guide) {
  if (guide?.step === "stand_still") return `${guide.seconds_left ?? ""}`;
  if (guide?.step === "hinge") return `${guide.hinge} of 3`;
  return "";
}

function sentences(text) {
  return (text ?? "").split(/(?<=\.)\s+(?=Your |In your |At )/).map((each) => h("p", {}, each));
}

export function mountCalibration() {
  const dialog = byId("calibration");
  const title = h("h2", { id: "calibration-title" });
  const number = h("output", { class: "number", "aria-live": "assertive" });
  const steps = h("ol", { class: "steps" }, STEPS.map(([key, text]) => h("li", { "data-step": key }, text)));
  const said = h("div", { class: "said", role: "status" });
  const stop = h("button", { type: "button" });
  const go = h("button", { type: "button", class: "main" });
  dialog.append(title, number, steps, said, h("div", { class: "bar" }, stop, go));
  let platformId = null;
  let shown = null;
  let begun = null;
  let shownKey = "";

  async function start() {
    begun = "asked";
    shownKey = "";
    shown.guide = null;
    go.disabled = true;
    try {
      await post("/calibrations", { platform: platformId });
    } catch (problem) {
      begun = null;
      said.replaceChildren(h("p", { class: "said-no" }, problem.sentence));
      go.disabled = false;
    }
  }

  async function leave() {
    const going = begun !== null && !OVER.includes(begun);
    begun = null;
    dialog.close();
    if (going) await remove(`/calibrations/${encodeURIComponent(platformId)}`).catch(() => {});
  }

  go.addEventListener("click", () => (begun === "accepted" ? leave() : start()));
  stop.addEventListener("click", leave);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); leave(); });

  function show(step, guide) {
    setText(title, HEAD[step] ?? "");
    setText(number, big(guide));
    number.hidden = number.textContent === "";
    const at = STEPS.findIndex(([key]) => key === step);
    steps.hidden = OVER.includes(step);
    [...steps.children].forEach((item, i) => setAttribute(item, "data-state", i < at ? "done" : i === at ? "now" : "next"));
    said.replaceChildren(...(step === "before" ? [h("p", {}, BEFORE)] : sentences(guide.text)));
    setText(stop, step === "refused" ? "Lift without" : OVER.includes(step) || step === "before" ? "Close" : "Stop");
    setText(go, step === "before" ? "Begin" : step === "accepted" ? "Done" : "Try again");
    go.hidden = !OVER.includes(step) && step !== "before";
    go.disabled = false;
    stop.hidden = step === "accepted";
  }

  return {
    open(platform) {
      if (!platform) return;
      shown = platform;
      platformId = platform.id;
      begun = null;
      shownKey = "";
      platform.guide = null;
      show("before", null);
      if (!dialog.open) dialog.showModal();
    },
    draw(platform) {
      if (platform?.id === platformId) shown = platform;
      const guide = platform?.id === platformId && begun !== null ? platform.guide : null;
      if (!dialog.open || !guide) return;
      begun = guide.step;
      const key = `${guide.step} ${guide.seconds_left} ${guide.hinge} ${guide.t_s}`;
      if (key === shownKey) return;
      shownKey = key;
      show(guide.step, guide);
    },
  };
}
