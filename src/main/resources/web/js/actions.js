// The bar under the thumb. In: the state. Out: one main action that fits it (start a session, end it, read its report),
// and the set-up sheet. What the service refuses is said in the bar's own place.
import { post } from "./api.js";
import { byId, h } from "./dom.js";
import { mountCalibration } from "./calibrate.js";
import { mountSetup } from "./setup.js";

const SURE_MS = 4000;

function actionOf(state, platform) {
  if (state.link !== "open" || !state.known) return { kind: "wait", text: "Waiting for the service" };
  if (!platform || platform.sensors.size === 0) return { kind: "connect", text: "Connect a sensor" };
  if (platform.session) return { kind: "end", text: "End session", id: platform.session.id };
  if (platform.ended) return { kind: "report", text: "Read the report", id: platform.ended.id };
  if (!platform.athlete) return { kind: "athlete", text: "Choose who lifts" };
  return { kind: "start", text: "Start session", id: platform.id };
}

export function mountActions() {
  const place = byId("main-action");
  const calibration = mountCalibration();
  const setup = mountSetup((platform) => calibration.open(platform));
  let shownKey = "";
  let platformNow = null;
  let stateNow = null;
  byId("setup-open").addEventListener("click", () => setup.open(stateNow, platformNow));

  /** Sends, and shows the answer where the button stands until the state moves on. */
  async function send(button, path, body) {
    button.disabled = true;
    button.textContent = "One moment";
    try {
      await post(path, body);
    } catch (problem) {
      button.textContent = problem.sentence;
      setTimeout(() => { shownKey = ""; }, SURE_MS);
    }
  }

  /** Ending can't be undone: it takes a second tap. */
  function endButton(id) {
    let sure = false;
    const button = h("button", { type: "button", class: "main", onclick() {
      if (sure) return void send(button, `/sessions/${encodeURIComponent(id)}/end`);
      sure = true;
      button.textContent = "Tap again to end";
      setTimeout(() => { sure = false; if (!button.disabled) button.textContent = "End session"; }, SURE_MS);
    } }, "End session");
    return button;
  }

  const BUILD = {
    wait: (action) => h("button", { type: "button", class: "main", disabled: true }, action.text),
    connect: (action) => h("a", { class: "button main", href: "/sensors" }, action.text),
    report: (action) => h("a", { class: "button main", href: `/sessions/${encodeURIComponent(action.id)}` }, action.text),
    athlete: (action) => h("button", { type: "button", class: "main", onclick: () => setup.open(stateNow, platformNow) }, action.text),
    end: (action) => endButton(action.id),
    start: (action) => {
      const button = h("button", { type: "button", class: "main", onclick: () => send(button, "/sessions", { platform: action.id }) }, action.text);
      return button;
    },
  };

  return (state, platform) => {
    stateNow = state;
    platformNow = platform;
    calibration.draw(platform);
    byId("setup-open").disabled = !platform || state.link !== "open";
    const action = actionOf(state, platform);
    const key = `${action.kind} ${action.id}`;
    if (key === shownKey) return;
    shownKey = key;
    place.replaceChildren(BUILD[action.kind](action));
  };
}
