// A session's page: the service's own report, with what can be done about it around it. In: the id in the address,
// /sessions/{id} and its report. Out: the report as it is (no second copy of it), downloads, corrections.
import { Problem, get, remove } from "./api.js";
import { byId, h } from "./dom.js";
import { mountEdits } from "./edits.js";
import { showReport } from "./report-view.js";
import { day, timeOfDay } from "./words.js";

const id = decodeURIComponent(location.pathname.split("/").at(-1));
const path = `/sessions/${encodeURIComponent(id)}`;

function say(...parts) {
  byId("state").replaceChildren(...parts);
  byId("state").hidden = false;
}

const sayProblem = (problem, ...more) => say(h("div", { class: "problem" }, h("p", {}, problem.sentence), more));

async function saveJson() {
  const report = await get(`${path}/report`);
  const address = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)], { type: "application/json" }));
  h("a", { href: address, download: `flatback-${id}.json` }).click();
  URL.revokeObjectURL(address);
}

/** Deleting can't be undone: it takes a second press. */
function deleteButton() {
  let sure = false;
  return h("button", { type: "button", async onclick(event) {
    const button = event.currentTarget;
    if (!sure) {
      sure = true;
      button.textContent = "Press again to delete for good";
      return;
    }
    try {
      await remove(path);
      location.assign("/sessions");
    } catch (problem) {
      sayProblem(problem);
    }
  } }, "Delete this session");
}

function actions() {
  return [
    h("button", { type: "button", onclick: () => print() }, "Print"),
    h("button", { type: "button", onclick: () => saveJson().catch(sayProblem) }, "Report as JSON"),
    h("a", { class: "button", href: `/api/v1${path}/recording`, download: `flatback-${id}.csv` }, "Recording as CSV"),
    deleteButton(),
  ];
}

function head(session) {
  const name = session.athlete?.name;
  byId("title").textContent = `${day(session.started_at)}${name ? `, ${name}` : ""}`;
  byId("facts").textContent = `Started ${timeOfDay(session.started_at)}${session.ended_at ? `, ended ${timeOfDay(session.ended_at)}` : ""}`;
  document.title = `${byId("title").textContent} · Flatback`;
}

async function fetchReport() {
  const response = await fetch(`/api/v1${path}/report`, { headers: { Accept: "text/html" } });
  const text = await response.text();
  if (!response.ok) throw new Problem(response.status, JSON.parse(text));
  showReport(byId("report"), text);
  byId("report").hidden = false;
}

async function start() {
  try {
    const session = await get(path);
    head(session);
    if (session.state === "active") {
      say(h("div", { class: "empty" }, h("h1", {}, "This session goes on"), h("p", {}, "Its report is made when it ends."), h("a", { class: "button main", href: "/" }, "Back to live")));
      return;
    }
    byId("more").replaceChildren(...actions());
    await fetchReport();
    await mountEdits(byId("edits"), path, fetchReport);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    sayProblem(problem, h("a", { class: "button", href: "/sessions" }, "All sessions"));
  }
}

start();
