// How facts are said: second person, short, numbers before adjectives. In: keys and numbers. Out: text.
// A one-sensor number is always called inclination.

const NBSP = "\u00a0";
const isNumber = (value) => typeof value === "number" && Number.isFinite(value);

/** Where a sensor is, by its placement. */
export const WORN = { lumbar: "Lower back", sacrum: "Sacrum" };

/** "1.04", "−3", or "–" for what can't be had. */
export function number(value, digits = 0) {
  if (!isNumber(value)) return "–";
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? "−" + text : text;
}

export const degrees = (value, digits = 0) => (isNumber(value) ? number(value, digits) + "°" : "–");
export const seconds = (value, digits = 2) => (isNumber(value) ? number(value, digits) + NBSP + "s" : "–");
export const percent = (ratio) => (isNumber(ratio) ? number(ratio * 100) + NBSP + "%" : "–");
export const signed = (value, say) => (isNumber(value) ? (value > 0 && /[1-9]/.test(say(value)) ? "+" : "") + say(value) : "–");
export const plural = (count, one, many = one + "s") => `${count}${NBSP}${count === 1 ? one : many}`;

export function clock(totalS) {
  const whole = Math.max(0, Math.floor(totalS));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return (hours ? `${hours}:${two(Math.floor(whole / 60) % 60)}` : String(Math.floor(whole / 60))) + ":" + two(whole % 60);
}

const METRICS = {
  concentric_duration_s: ["Time of the ascent", seconds],
  velocity_loss_by_duration_ratio: ["Velocity loss by time", percent],
  inclination_at_onset_deg: ["Inclination at the start of the ascent", degrees],
  lumbar_flexion_at_onset_deg: ["Lumbar flexion at the start of the ascent", degrees],
  lateral_tilt_change_deg: ["Lateral tilt", degrees],
  axial_rotation_deg: ["Axial rotation", degrees],
  range_of_motion_deg: ["Range of motion", degrees],
};

export const metricTitle = (key) => METRICS[key]?.[0] ?? key.replaceAll("_", " ");
export const metricValue = (key, value) => (METRICS[key]?.[1] ?? ((each) => number(each, 2)))(value);

/** Where it stands what a metric's limits rest on. */
export const evidenceOf = (key) => `/evidence#${key}`;

const REASONS = {
  no_lockout: "it did not come up to standing",
  too_small: "the movement was too small",
  too_short: "it was too short",
  too_long: "it took too long",
  gap: "the decisive part was not seen",
  walking: "it was walking",
  not_hinge: "it moved, but not as in a lift",
  deleted_by_user: "you took it out",
};
export const reason = (key) => REASONS[key] ?? key.replaceAll("_", " ");

/** The exercises that can be chosen; a test holds them against the ones the service knows. */
export const EXERCISES = ["deadlift", "sumo_deadlift", "romanian_deadlift", "deficit_deadlift", "paused_deadlift", "squat"];

/** "deadlift" → "Deadlift", "romanian_deadlift" → "Romanian deadlift". */
export function exercise(key) {
  if (!key) return "Exercise not known yet";
  const text = key.replaceAll(/[_-]/g, " ");
  return text[0].toUpperCase() + text.slice(1);
}

export const SENSOR = {
  connecting: { word: "Connecting", todo: "Switch the sensor on and keep it within three metres." },
  streaming: { word: "Streaming", todo: "" },
  silent: { word: "Silent", todo: "connected, but sends nothing. Switch it off and on again." },
  degraded: { word: "Degraded", todo: "readings are missing. Move it closer to the receiver, or charge it." },
  lost: { word: "Lost", todo: "check its power and distance. It comes back by itself." },
  ended: { word: "Ended", todo: "The recording has been played to its end." },
};

/** With a capital and a full stop; an address or a command at its beginning stays as it is. */
export const sentence = (text) =>
  (text ? (/^\w+:|^\/|^(sudo|rfkill|sg) /.test(text) ? text : text[0].toUpperCase() + text.slice(1)) + (/[.?]$/.test(text) ? "" : ".") : "");

export const MODE = { one_sensor: "One sensor", two_sensors: "Two sensors" };

export function day(iso) {
  return new Date(iso).toLocaleDateString(undefined, { year: "numeric", month: "short", day: "numeric" });
}

export function timeOfDay(iso) {
  return new Date(iso).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
}
