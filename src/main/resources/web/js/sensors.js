// The page "Sensors". In: /sensors, /sensors-in-reach and /platforms every two seconds, /machine when asked. Out: what is
// listened to, with a way to let it go; what is in reach, with a way to use it; what on this machine is amiss.
import { get, post } from "./api.js";
import { byId, h } from "./dom.js";
import { keyed } from "./keyed.js";
import { sensorCard, sensorTold } from "./sensor-card.js";
import { reachItem, reachTold } from "./sensor-reach.js";
import { sentence } from "./words.js";

const EVERY_MS = 2000;
const LOOK_MS = 9000;
let seen = null;

const none = () => h("div", { class: "empty" }, h("p", {}, "No sensor is listened to."),
  h("p", {}, "Plug one in by USB, or look for one by Bluetooth, and use it from the list below."));

const nothing = () => h("li", {}, h("p", { class: "told" }, "Nothing. Plug a sensor in by USB, or look for one by Bluetooth."));

/** Where the other of two sensors may be worn: platforms with one. */
const openPlatforms = (platforms) => platforms.filter((each) => each.sensors.length === 1);

async function draw() {
  const [sensors, reach, platforms] = await Promise.all(
    [get("/sensors?limit=200"), get("/sensors-in-reach?limit=200"), get("/platforms?limit=200")]);
  keyed(byId("sensors"), sensors.items, (each) => each.id, (each) => sensorCard(each, drawSoon), sensorTold, none);
  const open = openPlatforms(platforms.items);
  keyed(byId("reach"), reach.items, (each) => each.sensor, (each) => reachItem(each, drawSoon), (item, each) => reachTold(item, each, open), nothing);
  tellNews(reach.items);
}

/** What was plugged in since the page was opened is said once, for those who do not see it appear. */
function tellNews(items) {
  const now = new Map(items.filter((each) => each.sensor.startsWith("serial:")).map((each) => [each.sensor.split("?")[0], each]));
  if (seen !== null) {
    const fresh = [...now].filter(([address]) => !seen.has(address)).map(([address, each]) => each.description || address);
    if (fresh.length > 0) byId("ask-said").textContent = `Plugged in: ${fresh.join(", ")}. It is being asked who it is.`;
  }
  seen = new Set(now.keys());
}

async function drawSoon() {
  try {
    await draw();
  } catch (problem) {
    byId("ask-said").textContent = problem.sentence ?? "The service does not answer.";
  }
}

async function drawAgain() {
  if (!document.hidden) await drawSoon();
  setTimeout(drawAgain, EVERY_MS);
}

byId("ask").addEventListener("click", async () => {
  byId("ask").disabled = true;
  byId("ask-said").textContent = "Ports answer within three seconds, Bluetooth within eight.";
  try {
    await post("/sensors-in-reach?limit=200");
    await draw();
    setTimeout(() => { byId("ask-said").textContent = ""; byId("ask").disabled = false; }, LOOK_MS);
  } catch (problem) {
    byId("ask-said").textContent = problem.sentence;
    byId("ask").disabled = false;
  }
});

const ended = (text) => text + (/[.?]$/.test(text) ? "" : ".");

/** Only what is amiss is spread out; the rest is named. */
function findings(items) {
  const bad = items.filter((each) => !each.good);
  const good = [...new Set(items.filter((each) => each.good).map((each) => each.subject))];
  return [
    ...bad.map((each) => h("li", {}, h("p", { class: "told" }, h("b", {}, `${sentence(each.subject).replace(/\.$/, "")}: `), ended(each.text)),
      each.remedy ? h("p", { class: "todo" }, "Do this: ", ended(each.remedy)) : null)),
    h("li", {}, h("p", { class: "told muted" }, bad.length === 0 ? `All is well: ${good.join(", ")}.` : `Nothing amiss with: ${good.join(", ") || "–"}.`)),
  ];
}

async function examine() {
  byId("examine").disabled = true;
  byId("examine-said").textContent = "Looking, a moment.";
  try {
    const { items } = await get("/machine?limit=200");
    byId("machine").replaceChildren(...findings(items));
    byId("examine-said").textContent = "";
  } catch (problem) {
    byId("examine-said").textContent = problem.sentence;
  }
  byId("examine").disabled = false;
}

byId("examine").addEventListener("click", examine);
drawAgain();
examine();
