// The live page: events in, one state, views that draw it. Nothing is drawn more often than the screen shows it.
import { connect } from "./events.js";
import { apply, createState, shownPlatform } from "./state.js";
import { mountLine } from "./line.js";
import { mountBanner } from "./banner.js";
import { mountCount } from "./count.js";
import { mountGauges } from "./gauges.js";
import { mountTrace } from "./trace.js";
import { mountReps } from "./reps.js";
import { mountActions } from "./actions.js";
import { mountSummary } from "./summary.js";
import { mountVoice } from "./voice.js";

const CLOCK_MS = 250;

const chosen = new URLSearchParams(location.search).get("platform");
const state = createState();
const views = [mountLine(), mountBanner(), mountCount(), mountGauges(), mountTrace(), mountReps(), mountSummary(), mountActions(), mountVoice()];
let waiting = false;

function draw() {
  waiting = false;
  const platform = shownPlatform(state, chosen);
  const nowMs = performance.now();
  for (const view of views) view(state, platform, nowMs);
}

function drawSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(draw);
}

connect({
  platform: chosen,
  onEvent(name, data) {
    apply(state, name, data, performance.now());
    drawSoon();
  },
  onLink(link) {
    if (state.link !== link) state.linkSinceMs = Date.now();
    state.link = link;
    drawSoon();
  },
});
setInterval(drawSoon, CLOCK_MS);
addEventListener("resize", drawSoon);
