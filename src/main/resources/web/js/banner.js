// The banner: one message at a time, the most urgent. In: the state. Out: level (quiet, calm, watch, warn, unsure),
// a word, a sentence, its numbers and what they rest on, drawn into #banner. Its place is kept when there is nothing to say.
import { byId, setAttribute, setText } from "./dom.js";
import { posture, tempo } from "./findings.js";
import { SENSOR, clock, evidenceOf, metricTitle, metricValue, plural, signed } from "./words.js";

const message = (level, word, sentence = "", numbers = "", restsOn = null) => ({ level, word, sentence, numbers, restsOn });
/** Characters that fill two lines of a phone in the usual size. */
const LONG = 70;
/** own: long enough to look up from the cable. */
const PORT_NEWS_MS = 60_000;
const TROUBLE = ["lost", "silent", "degraded"];

function serviceMessage(state, platform) {
  if (state.link === "lost") {
    const since = new Date(state.linkSinceMs).toLocaleTimeString();
    return message("unsure", "Not measuring", `Service not reachable since ${since}. Check that flatback serve runs.`, "This page reconnects by itself.");
  }
  if (!state.known) return message("quiet", "Connecting", "Looking for the service on this machine.");
  if (!platform || platform.sensors.size === 0) {
    return portMessage(state, platform)
      ?? message("quiet", "No sensor yet", "Plug your sensor in, or switch it on. Then use it on the page Sensors.", "flatback demo needs none.");
  }
  return null;
}

/** Between sessions only: nobody who lifts is told of ports. */
function portMessage(state, platform) {
  const { port } = state;
  if (!port || platform?.session || performance.now() - port.receivedMs > PORT_NEWS_MS) return null;
  if ([...(platform?.sensors.values() ?? [])].some((each) => each.sensor.startsWith(port.sensor))) return null;
  return message("quiet", "Plugged in", `${port.description || port.sensor}. If it is your sensor, use it on the page Sensors.`, port.sensor);
}

function sensorMessage(platform) {
  const sensors = [...platform.sensors.values()];
  const several = sensors.length > 1;
  for (const bad of TROUBLE) {
    const sensor = sensors.find((each) => each.state === bad);
    if (!sensor) continue;
    const words = SENSOR[bad];
    const which = several ? `${sensor.placement === "sacrum" ? "Sacrum" : "Lumbar"} sensor` : "Sensor";
    return message("unsure", bad === "degraded" ? "Not sure" : "Not measuring", `${which} ${words.word.toLowerCase()}: ${words.todo}`, sensor.reason ?? "");
  }
  const coming = sensors.find((each) => each.state === "connecting");
  if (coming) return message("quiet", "Connecting", SENSOR.connecting.todo, coming.reason ?? "");
  return null;
}

function troubleMessage(platform) {
  return platform.trouble ? message("unsure", "Something is wrong here", platform.trouble.text, platform.trouble.remedy) : null;
}

function warningNumbers(warning) {
  const say = (value) => metricValue(warning.metric, value);
  const title = metricTitle(warning.metric);
  return warning.baseline === 0
    ? `${title}: ${say(warning.value)}, limit ${say(warning.limit)}`
    : `${title}: ${say(warning.value)} against ${say(warning.baseline)}, ${signed(warning.change, say)}, limit ${signed(warning.limit, say)}`;
}

/** Amounts stand in the numbers below; what is read from three metres is what changed. */
const withoutAmounts = (sentence) =>
  sentence.replace(/ \([^()]*\)/g, "").replace(/ at rep \d+\.$/, ".").replace(", together:", "").replaceAll(", your ", ", ");

/** The advice is the banner's word already. */
const withoutAdvice = (sentence) => sentence.replace(": consider ending the set.", ".");

function findingMessage(platform) {
  const set = platform.set;
  if (!set || set.endS !== null) return null;
  const finding = set.warnings.findLast((each) => each.level === "warn") ?? set.warnings.at(-1);
  if (!finding) return null;
  return finding.level === "warn"
    ? message("warn", "Warning: consider ending the set", withoutAdvice(finding.text), warningNumbers(finding), finding.metric)
    : message("watch", "Watch", withoutAmounts(finding.text), warningNumbers(finding), finding.metric);
}

function mountingMessage(platform) {
  const found = Object.values(platform.mounting);
  if (found.some((each) => !each.follows_back)) {
    return message("unsure", "Not sure yet", "The sensor does not follow your back. Tighten the belt, then stand still for three seconds.");
  }
  const moving = platform.set?.endS === null;
  if (found.length === 0 && moving) return message("unsure", "Not sure yet", "Still finding how the sensor sits. Angles come with your next reps.");
  if (found.length === 0) return message("quiet", "Get ready", "Stand upright and still for three seconds, then begin your set.");
  return null;
}

function sessionMessage(platform) {
  if (platform.ended) {
    const { sets, reps, warnings } = platform.ended;
    return message("quiet", "Session ended", `${plural(sets, "set")}, ${plural(reps, "rep")}, ${plural(warnings, "warning")}. Your report is ready.`);
  }
  if ([...platform.sensors.values()].every((each) => each.state === "ended")) return message("quiet", "Recording ended", SENSOR.ended.todo);
  return null;
}

function setMessage(platform) {
  const set = platform.set;
  if (set && set.endS !== null) {
    const last = set.warnings.at(-1);
    const suggestion = set.summary?.suggestion;
    if (suggestion) return message("quiet", `Set ${set.index} ended`, suggestion.text, suggestion.reason);
    return message("quiet", `Set ${set.index} ended`, last ? last.text : `${plural(set.reps.size, "rep")} in ${clock(set.endS - set.startS)}. No warning.`);
  }
  if (set) {
    const states = [tempo(platform).state, posture(platform).state];
    if (states.includes("out")) return message("quiet", "Outside your band", "Your last rep was. A change that lasts is said out loud.");
    return Object.keys(platform.bands).length > 0
      ? message("calm", "In band", "")
      : message("quiet", "Learning your band", "Your first reps of the set are what the rest is compared with.");
  }
  return message("quiet", "Ready", platform.athlete ? "The set starts with your first rep." : "Choose who lifts under Set up, so that the session is kept.");
}

export function bannerOf(state, platform) {
  return serviceMessage(state, platform) ?? troubleMessage(platform) ?? (platform.ended ? null : sensorMessage(platform))
    ?? portMessage(state, platform) ?? sessionMessage(platform) ?? findingMessage(platform) ?? mountingMessage(platform) ?? setMessage(platform);
}

export function mountBanner() {
  const banner = byId("banner");
  return (state, platform) => {
    const shown = bannerOf(state, platform);
    if (banner.dataset.level !== shown.level) banner.dataset.level = shown.level;
    banner.classList.toggle("long", shown.sentence.length > LONG);
    setText(byId("banner-word"), shown.word);
    setText(byId("banner-sentence"), shown.sentence);
    setText(byId("banner-numbers"), shown.numbers);
    byId("banner-info").hidden = shown.restsOn === null;
    setAttribute(byId("banner-info"), "href", shown.restsOn && evidenceOf(shown.restsOn));
  };
}
