// What the live page knows. In: live events by name (docs/api.md). Out: one state object that the views draw from.
// Nothing here touches the page or a clock: `receivedMs` is given.

import { endSet, keyed, setFor, startSet, takeEndedSet, takeOpenSet, takeRep, takeSummary, takeWithdrawn } from "./sets.js";

const TRACE_S = 16;

export function createState() {
  return { link: "connecting", linkSinceMs: 0, known: false, port: null, platforms: new Map() };
}

function createPlatform(id) {
  return { id, name: "", mode: "one_sensor", athlete: null, exercise: null, loadKg: null, trouble: null, session: null,
    ended: null, sensors: new Map(), mounting: {}, samples: [], sets: [], set: null, moving: null, loose: [], guide: null,
    phase: "unknown", tS: null, receivedMs: 0, bands: {} };
}

function platformOf(state, id) {
  if (!state.platforms.has(id)) state.platforms.set(id, createPlatform(id));
  return state.platforms.get(id);
}

function takePlatform(platform, detail) {
  platform.name = detail.name ?? "";
  platform.mode = detail.mode;
  platform.athlete = detail.athlete;
  platform.exercise = detail.exercise;
  platform.loadKg = detail.load_kg;
  platform.trouble = detail.trouble ?? null;
  if (!detail.sensors) return;
  platform.sensors = new Map(detail.sensors.map((sensor) => [sensor.sensor, sensor]));
  const worn = detail.sensors.map((sensor) => sensor.placement);
  platform.mounting = Object.fromEntries(Object.entries(platform.mounting).filter(([placement]) => worn.includes(placement)));
}

function takeSnapshot(state, snapshot, receivedMs) {
  state.platforms.clear();
  for (const part of snapshot.platforms) {
    const platform = platformOf(state, part.platform.id);
    takePlatform(platform, part.platform);
    platform.session = part.session?.state === "active" ? part.session : null;
    platform.ended = part.session?.state === "ended" ? part.session : null;
    platform.mounting = part.mounting ?? {};
    platform.sets = (part.sets ?? []).map(takeEndedSet);
    const open = part.set?.reps.length > 0 ? takeOpenSet(part.set) : null;
    platform.set = open ?? platform.sets.at(-1) ?? null;
    platform.loose = open ? [] : part.set?.rejected ?? [];
    platform.moving = part.set?.rep_started ? part.set.reps.length + 1 : null;
    platform.bands = keyed(open ? part.set.bands : part.sets?.at(-1)?.bands);
    for (const sample of part.samples ?? []) takeSample(platform, sample, receivedMs);
  }
}

function takeTime(platform, tS, receivedMs) {
  platform.tS = tS;
  platform.receivedMs = receivedMs;
}

function takeSample(platform, data, receivedMs) {
  takeTime(platform, data.t_s, receivedMs);
  platform.phase = data.phase;
  platform.samples.push({ tS: data.t_s, inclination: data.inclination_deg, flexion: data.lumbar_flexion_deg });
  while (platform.samples.length > 0 && platform.samples[0].tS < data.t_s - TRACE_S) platform.samples.shift();
}

function takeSession(platform, session) {
  if (session.state === "ended") {
    platform.session = null;
    platform.ended = session;
    return;
  }
  const isNew = platform.session?.id !== session.id;
  platform.session = session;
  platform.ended = null;
  if (isNew) Object.assign(platform, { sets: [], set: platform.set?.endS === null ? platform.set : null, bands: {} });
}

const TAKE = {
  sensor: (platform, data) => platform.sensors.set(data.sensor, data),
  sample: takeSample,
  calibration(platform, data) {
    if (data.step) platform.guide = data;
    else platform.mounting[data.placement] = { confidence: data.confidence, follows_back: data.follows_back };
  },
  set_started: startSet,
  rep_started: (platform, data) => { platform.moving = data.rep; },
  rep_provisional: (platform, data) => takeRep(platform, data, "provisional"),
  rep_completed: (platform, data) => takeRep(platform, data, "completed"),
  rep_withdrawn: takeWithdrawn,
  warning: (platform, data) => setFor(platform, data, data.t_s).warnings.push(data.detail),
  bands: (platform, data) => { platform.bands = keyed(data.detail); },
  set_summary: takeSummary,
  set_ended: endSet,
  session: (platform, data) => takeSession(platform, data.session),
  platform: (platform, data) => takePlatform(platform, data.detail),
};

/** A port that is there anew may be the sensor that is waited for; it is news until it is gone, or is listened to. */
function takePort(state, data, receivedMs) {
  if (data.change === "plugged_in") state.port = { ...data, receivedMs };
  else if (state.port?.sensor === data.sensor) state.port = null;
}

/** What concerns no platform, or ends one. */
const TAKE_APART = {
  snapshot: takeSnapshot,
  port: takePort,
  platform_gone: (state, data) => state.platforms.delete(data.platform),
};

export function apply(state, name, data, receivedMs) {
  state.known = true;
  if (TAKE_APART[name]) {
    TAKE_APART[name](state, data, receivedMs);
    return;
  }
  const platform = platformOf(state, data.platform);
  if (typeof data.t_s === "number") takeTime(platform, data.t_s, receivedMs);
  TAKE[name]?.(platform, data, receivedMs);
}

/** The platform this screen shows: the chosen one, else the first whose sensor streams, else the first. */
export function shownPlatform(state, chosen) {
  const all = [...state.platforms.values()];
  const streams = (platform) => [...platform.sensors.values()].some((sensor) => sensor.state === "streaming");
  return all.find((each) => String(each.id) === chosen) ?? all.find(streams) ?? all[0] ?? null;
}
