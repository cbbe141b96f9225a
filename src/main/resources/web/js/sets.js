// Sets as the live page knows them. In: live events and the report's set objects. Out: changes of a platform's `set`
// (the one on screen, open or ended), `sets` (those that ended), `loose` (movements turned down between sets), `bands`.

export const keyed = (bands) => Object.fromEntries((bands ?? []).map((band) => [band.metric, band]));

function openSet(data, startS) {
  return { index: data.set, exercise: data.exercise ?? null, guessed: data.exercise_guessed ?? false, startS, endS: null,
    reps: new Map(), rejected: [], warnings: [], summary: null };
}

const rejection = (rep, detail) => ({ rep, ...detail });

export function takeOpenSet(data) {
  const set = openSet(data, data.start_s ?? Math.min(...(data.reps ?? []).map((rep) => rep.start_s)));
  for (const { state, ...detail } of data.reps ?? []) set.reps.set(detail.index, { index: detail.index, state, detail });
  set.rejected = (data.rejected ?? []).map((each) => rejection(each.rep ?? null, each));
  set.warnings = [...(data.warnings ?? [])];
  set.summary = data.set_summary ?? null;
  return set;
}

/** A set that has ended, from the report's shape. */
export function takeEndedSet(detail) {
  return { index: detail.index, exercise: detail.exercise, guessed: detail.exercise_guessed ?? false,
    startS: detail.start_s, endS: detail.end_s,
    reps: new Map(detail.reps.map((rep) => [rep.index, { index: rep.index, state: "completed", detail: rep }])),
    rejected: detail.rejected.map((each) => rejection(null, each)), warnings: [...detail.warnings],
    summary: detail.set_summary ?? null };
}

/** The set that this event speaks of: the one on screen, or a new one that takes its place. */
export function setFor(platform, data, startS) {
  if (platform.set?.index === data.set && platform.set.endS === null) return platform.set;
  platform.set = openSet(data, startS);
  platform.set.rejected = platform.loose;
  platform.loose = [];
  platform.bands = {};
  return platform.set;
}

export function startSet(platform, data) {
  const set = setFor(platform, data, data.t_s);
  Object.assign(set, { exercise: data.exercise, guessed: data.exercise_guessed });
}

export function takeRep(platform, data, state) {
  const set = setFor(platform, data, data.detail.start_s);
  platform.moving = null;
  set.reps.set(data.rep, { index: data.rep, state, detail: data.detail });
  set.startS = Math.min(set.startS, data.detail.start_s);
}

/** What the set has come to so far. */
export function takeSummary(platform, data) {
  if (platform.set?.index === data.set && platform.set.endS === null) platform.set.summary = data.detail;
}

const overlaps = (a, b) => a.start_s < b.end_s && b.start_s < a.end_s;

/** A movement is turned down: what was shown of it goes, its reason stays. Without a set it waits for the next one. */
export function takeWithdrawn(platform, data) {
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

export function endSet(platform, data) {
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
