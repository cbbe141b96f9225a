// What tempo and posture are judged by. In: a platform's set and its bands (metric, reference, low, high).
// Out: for each gauge its metric, value, band and state: none, unsure, in, out, watch, warn. No limit is decided here.

const TEMPO = ["velocity_loss_by_duration_ratio", "concentric_duration_s"];
const POSTURE = { one_sensor: ["inclination_at_onset_deg"], two_sensors: ["lumbar_flexion_at_onset_deg"] };

export const repsOf = (set) => [...(set?.reps.values() ?? [])].filter((rep) => rep.detail).sort((a, b) => a.index - b.index);

const isOutside = (value, band) => typeof value === "number" && band !== undefined && (value < band.low || value > band.high);

/** watch or warn: where a warning named this rep, or an earlier one and the value is still outside the band. */
export function levelOf(platform, rep, metrics = null) {
  const holds = (warning) => warning.rep === rep.index
    || (warning.rep < rep.index && isOutside(rep.detail.metrics[warning.metric], platform.bands[warning.metric]));
  const levels = platform.set.warnings.filter((each) => (!metrics || metrics.includes(each.metric)) && holds(each)).map((each) => each.level);
  return levels.includes("warn") ? "warn" : levels.includes("watch") ? "watch" : null;
}

function stateOf(platform, rep, metrics, value, band) {
  if (rep.detail.quality?.length > 0 || value === null) return "unsure";
  const level = levelOf(platform, rep, metrics);
  if (level) return level;
  if (!band) return "unsure";
  return isOutside(value, band) ? "out" : "in";
}

function find(platform, metrics) {
  const rep = repsOf(platform?.set).at(-1) ?? null;
  const bands = platform?.bands ?? {};
  const metric = metrics.find((key) => bands[key]) ?? metrics.find((key) => typeof rep?.detail.metrics[key] === "number") ?? metrics[0];
  const band = bands[metric] ?? null;
  if (!rep) return { metric, band, rep: null, value: null, state: "none" };
  const value = rep.detail.metrics[metric] ?? null;
  return { metric, band, rep, value, state: stateOf(platform, rep, metrics, value, band) };
}

export const tempo = (platform) => find(platform, TEMPO);
export const posture = (platform) => find(platform, POSTURE[platform?.mode ?? "one_sensor"]);

/** The band of the pull's time in seconds, from a band in seconds or in velocity loss. */
export function durationBand(platform) {
  const direct = platform.bands.concentric_duration_s;
  if (direct) return direct;
  const loss = platform.bands.velocity_loss_by_duration_ratio;
  const rep = repsOf(platform.set).find((each) => typeof each.detail.metrics.velocity_loss_by_duration_ratio === "number"
    && typeof each.detail.metrics.concentric_duration_s === "number");
  if (!loss || !rep) return null;
  const fastestS = rep.detail.metrics.concentric_duration_s * (1 - rep.detail.metrics.velocity_loss_by_duration_ratio);
  return { reference: fastestS, low: fastestS / (1 - loss.low), high: fastestS / (1 - loss.high) };
}
