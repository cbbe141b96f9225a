// What the live page knows. In: live events by name (docs/api.md). Out: one state object that the views draw from.
// Nothing here touches the page or a clock: `receivedMs` is given.

const TRACE_S = 16;

export function createState() {
  return { link: "connecting", linkSinceMs: 0, known: false, platforms: new Map() };
}

function createPlatform(id) {
  return { id, name: "", mode: "one_sensor", athlete: null, exercise: null, loadKg: null, trouble: null, session: null,
    ended: null, sensors: new Map(), mounting: {}, samples: [], sets: [], set: null, moving: null, loose: [],
    phase: "unknown", tS: null, receivedMs: 0, bands: {} };
}

function platformOf(state, id) {
  if (!state.platforms.has(id)) state.platforms.set(id, createPlatform(id));
  return state.platforms.get(id);
}

const keyed = (bands) => Object.fromEntries((bands ?? []).map((band) => [band.metric, band]));

function takePlatform(platform, detail) {
  platform.name = detail.name ?? "";
  platform.mode = detail.mode;
  platform.athlete = detail.athlete;
  platform.exercise = detail.exercise;
  platform.loadKg = detail.load_kg;
  platform.trouble = detail.trouble ?? null;
  if (detail.sensors) platform.sensors = new Map(detail.sensors.map((sensor) => [sensor.sensor, sensor]));
}

function openSet(data, startS) {
  return { index: data.set, exercise: data.exercise ?? null, guessed: data.exercise_guessed ?? false, startS, endS: null,
    reps: new Map(), rejected: [], warnings: [] };
}

const rejection = (rep, detail) => ({ rep, ...detail });

function takeOpenSet(data) {
  const set = openSet(data, data.start_s);
  for (const { state, ...detail } of data.reps ?? []) set.reps.set(detail.index, { index: detail.index, state, detail });
  set.rejected = (data.rejected ?? []).map((each) => rejection(each.rep ?? null, each));
  set.warnings = [...(data.warnings ?? [])];
  return set;
}

/** A set that has ended, from the report's shape. */
function takeEndedSet(detail) {
  return { index: detail.index, exercise: detail.exercise, guessed: detail.exercise_guessed ?? false,
    startS: detail.start_s, endS: detail.end_s,
    reps: new Map(detail.reps.map((rep) => [rep.index, { index: rep.index, state: "completed", detail: rep }])),
    rejected: detail.rejected.map((each) => rejection(null, each)), warnings: [...detail.warnings] };
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
    platform.set = part.set ? takeOpenSet(part.set) : platform.sets.at(-1) ?? null;
    platform.moving = part.set?.rep_started ? part.set.reps.length + 1 : null;
    platform.bands = keyed(part.set?.bands ?? part.sets?.at(-1)?.bands);
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

/** The set that this event speaks of: the one on screen, or a new one that takes its place. */
function setFor(platform, data, startS) {
  if (platform.set?.index === data.set && platform.set.endS === null) return platform.set;
  platform.set = openSet(data, startS);
  platform.set.rejected = platform.loose;
  platform.loose = [];
  platform.bands = {};
  return platform.set;
}

function startSet(platform, data) {
  const set = setFor(platform, data, data.t_s);
  Object.assign(set, { exercise: data.exercise, guessed: data.exercise_guessed });
}

function takeRep(platform, data, state) {
  const set = setFor(platform, data, data.detail.start_s);
  platform.moving = null;
  set.reps.set(data.rep, { index: data.rep, state, detail: data.detail });
  set.startS = Math.min(set.startS, data.detail.start_s);
}

const overlaps = (a, b) => a.start_s < b.end_s && b.start_s < a.end_s;

/** A movement is turned down: what was shown of it goes, its reason stays. Without a set it waits for the next one. */
function takeWithdrawn(platform, data) {
  platform.moving = null;
  const set = platform.set?.index === data.set && platform.set.endS === null ? platform.set : null;
  const shown = data.rep ?? [...(set?.reps.values() ?? [])].find((rep) => rep.state === "provisional" && overlaps(rep.detail, data.detail))?.index ?? null;
  set?.reps.delete(shown);
  (set?.rejected ?? platform.loose).push(rejection(shown, data.detail));
  if (set?.reps.size === 0) {
    platform.loose = set.rejected;
    platform.set = platform.sets.at(-1) ?? null;
  }
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

function endSet(platform, data) {
  const ended = takeEndedSet(data.detail);
  const known = platform.set?.index === ended.index ? platform.set : null;
  if (known) ended.rejected = mergeRejected(known.rejected, ended.rejected);
  if (data.detail.bands) platform.bands = keyed(data.detail.bands);
  platform.sets.push(ended);
  platform.set = ended;
  platform.moving = null;
}

/** What was taken back on screen keeps its number in the list. */
function mergeRejected(shown, final) {
  const numberOf = (each) => shown.find((s) => Math.abs(s.start_s - each.start_s) < 0.05)?.rep ?? null;
  return final.map((each) => rejection(numberOf(each), each));
}

const TAKE = {
  sensor: (platform, data) => platform.sensors.set(data.sensor, data),
  sample: takeSample,
  calibration: (platform, data) => { platform.mounting[data.placement] = { confidence: data.confidence, follows_back: data.follows_back }; },
  set_started: startSet,
  rep_started: (platform, data) => { platform.moving = data.rep; },
  rep_provisional: (platform, data) => takeRep(platform, data, "provisional"),
  rep_completed: (platform, data) => takeRep(platform, data, "completed"),
  rep_withdrawn: takeWithdrawn,
  warning: (platform, data) => setFor(platform, data, data.t_s).warnings.push(data.detail),
  bands: (platform, data) => { platform.bands = keyed(data.detail); },
  set_ended: endSet,
  session: (platform, data) => takeSession(platform, data.session),
  platform: (platform, data) => takePlatform(platform, data.detail),
};

export function apply(state, name, data, receivedMs) {
  state.known = true;
  if (name === "snapshot") return takeSnapshot(state, data, receivedMs);
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
