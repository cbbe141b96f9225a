// The page to try the interface. In: /openapi.json. Out: a form for each operation and the answer as it came.

import { byId, h, setText } from "./dom.js";

const METHODS = ["get", "post", "patch", "delete"];

function example(schema, all) {
  if (schema.$ref) return example(all[schema.$ref.split("/").at(-1)], all);
  if (schema.type !== "object") return schema.type === "number" ? 100 : "…";
  const wanted = schema.required ?? Object.keys(schema.properties ?? {});
  return Object.fromEntries(wanted.map((name) => [name, example(schema.properties[name], all)]));
}

function field(parameter) {
  const input = h("input", { name: parameter.name, required: parameter.required ?? false, autocomplete: "off",
    "data-in": parameter.in });
  const hint = parameter.description ? h("span", { class: "small muted" }, parameter.description) : null;
  return h("label", { class: "field" }, h("span", {}, parameter.name), input, hint);
}

function addressOf(path, form) {
  let address = path;
  const query = new URLSearchParams();
  for (const input of form.querySelectorAll("[data-in]")) {
    if (input.dataset.in === "path") address = address.replace(`{${input.name}}`, encodeURIComponent(input.value));
    else if (input.value !== "") query.set(input.name, input.value);
  }
  return query.size > 0 ? `${address}?${query}` : address;
}

async function text(response, isStream) {
  if (!isStream || !response.ok) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let heard = "";
  const enough = setTimeout(() => reader.cancel(), 3000);
  for (let part = await reader.read(); !part.done; part = await reader.read()) heard += decoder.decode(part.value, { stream: true });
  clearTimeout(enough);
  return `${heard}\n(the first 3 s)`;
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

async function send(event, method, path, answer, isStream) {
  event.preventDefault();
  const form = event.currentTarget;
  const body = form.querySelector("textarea")?.value ?? "";
  const headers = { Accept: isStream ? "text/event-stream" : "application/json, */*;q=0.5" };
  if (body) headers["Content-Type"] = "application/json";
  answer.hidden = false;
  setText(answer, "…");
  try {
    const response = await fetch(addressOf(path, form), { method: method.toUpperCase(), headers, body: body || undefined });
    setText(answer, `${response.status} ${response.statusText}\n${pretty(await text(response, isStream))}`);
  } catch {
    setText(answer, "The service does not answer. Check that flatback serve is running, then try again.");
  }
}

function operation(method, path, described, schemas) {
  const answer = h("pre", { hidden: true, tabindex: "0", "aria-live": "polite", "aria-label": "Answer" });
  const isStream = "text/event-stream" in (described.responses?.["200"]?.content ?? {});
  const body = described.requestBody?.content?.["application/json"]?.schema;
  const bodyField = body
    ? h("label", { class: "field" }, h("span", {}, "Body"), h("textarea", { spellcheck: "false" }, JSON.stringify(example(body, schemas), null, 2)))
    : null;
  return h("details", { class: "operation", id: described.operationId },
    h("summary", {}, h("span", { class: "method" }, method.toUpperCase()), h("code", {}, path), h("span", { class: "muted" }, described.summary)),
    h("form", { onsubmit: (event) => send(event, method, path, answer, isStream) },
      (described.parameters ?? []).map(field), bodyField,
      h("div", {}, h("button", { type: "submit", class: "main" }, "Send")), answer));
}

async function show() {
  const target = byId("operations");
  try {
    const description = await (await fetch("/openapi.json")).json();
    for (const [path, methods] of Object.entries(description.paths)) {
      for (const method of METHODS.filter((each) => each in methods)) {
        target.append(operation(method, path, methods[method], description.components.schemas));
      }
    }
  } catch {
    target.append(h("div", { class: "problem" }, h("p", {}, "The description can’t be loaded. Check that flatback serve is running, then load the page again.")));
  }
}

show();
