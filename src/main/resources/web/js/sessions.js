// The history page. In: /sessions and /athletes. Out: a table of sessions, newest first, a filter and a pager.
import { get } from "./api.js";
import { byId, h } from "./dom.js";
import { day, exercise, timeOfDay } from "./words.js";

const PAGE = 25;
const HEADINGS = [["Date", ""], ["Athlete", ""], ["Exercise", ""], ["Sets", "num"], ["Reps", "num"], ["Warnings", "num"], ["State", ""]];

function row(session) {
  const address = session.state === "active" ? "/" : `/sessions/${encodeURIComponent(session.id)}`;
  const ended = session.state === "ended";
  const cell = (label, content, name = "") => h("td", { "data-label": label, class: name }, content);
  return h("tr", {},
    h("td", {}, h("a", { href: address }, `${day(session.started_at)}, ${timeOfDay(session.started_at)}`)),
    h("td", {}, session.athlete?.name ?? "–"),
    cell("", exercise(session.exercise)), cell("Sets", String(session.sets), "num"), cell("Reps", String(session.reps), "num"),
    cell("Warnings", String(session.warnings), "num"),
    h("td", {}, h("span", { class: `state-word ${session.state}` }, ended ? "Ended" : "Live now")));
}

function table(sessions) {
  return h("div", { class: "table-scroll" }, h("table", { class: "stack" },
    h("caption", { class: "visually-hidden" }, "Sessions, newest first"),
    h("thead", {}, h("tr", {}, HEADINGS.map(([text, name]) => h("th", { scope: "col", class: name }, text)))),
    h("tbody", {}, sessions.map(row))));
}

const empty = () => h("div", { class: "empty" }, h("p", {}, "No session yet. One starts by itself with your first set, once the platform knows who lifts."),
  h("a", { class: "button main", href: "/" }, "Go to the live page"));

function pager(page, show) {
  const { offset, total } = page;
  const button = (text, to, enabled) => h("button", { type: "button", disabled: !enabled, onclick: () => show(to) }, text);
  return total <= PAGE ? [] : [button("Newer", Math.max(0, offset - PAGE), offset > 0), button("Older", offset + PAGE, offset + PAGE < total)];
}

async function show(offset = 0) {
  const athlete = byId("athlete").value;
  const filter = athlete ? `&athlete=${encodeURIComponent(athlete)}` : "";
  try {
    const page = await get(`/sessions?limit=${PAGE}&offset=${offset}${filter}`);
    byId("list").replaceChildren(page.items.length > 0 ? table(page.items) : empty());
    byId("total").textContent = page.total > 0 ? `${offset + 1} to ${offset + page.items.length} of ${page.total}` : "";
    byId("pager").replaceChildren(...pager(page, show));
  } catch (problem) {
    byId("list").replaceChildren(h("div", { class: "problem" }, h("p", {}, problem.sentence)));
  }
}

async function start() {
  await show();
  try {
    const { items } = await get("/athletes?limit=200");
    byId("athlete").append(...items.map((each) => h("option", { value: each.id }, each.name)));
  } catch {
    byId("athlete").disabled = true;
  }
  byId("athlete").addEventListener("change", () => show());
}

start();
