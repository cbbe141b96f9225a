// Talks to /api/v1. In: a path and, for a change, a body. Out: the parsed answer, or a Problem whose message
// says what went wrong and whose remedy says what to do next (RFC 9457).

export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The service answered ${status}.`);
    this.status = status;
    this.type = body.type ?? "about:blank";
    this.remedy = body.remedy ?? "";
  }

  /** What happened and what to do, as one text. */
  get sentence() {
    return this.remedy ? `${this.message} ${this.remedy}` : this.message;
  }
}

const UNREACHABLE = { detail: "The service does not answer.", remedy: "Check that flatback serve is running, then try again." };

async function call(method, path, body) {
  let response;
  try {
    response = await fetch("/api/v1" + path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, UNREACHABLE);
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    if (response.ok) throw new Problem(response.status, { detail: `${path} did not answer with JSON.` });
  }
  if (!response.ok) throw new Problem(response.status, answer);
  return answer;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);
