// Shows the service's report inside the page. In: an element and the report's HTML. Out: the very same document in a
// shadow tree: its style can't leak out, ours can't leak in, and it prints. Its scripts, if it had any, don't run.

/** In a shadow tree the root is the host, and there is one body inside. */
const rehome = (css) => css.replaceAll(":root", ":host");

export function showReport(element, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...parsed.querySelectorAll("style")].map((style) => rehome(style.textContent)).join("\n"));
  shadow.adoptedStyleSheets = [sheet];
  for (const unwanted of parsed.querySelectorAll("script, style, link")) unwanted.remove();
  const body = document.createElement("body");
  body.append(...parsed.body.childNodes);
  shadow.replaceChildren(body);
  shadow.addEventListener("click", followWithin);
}

/** A link to a place in the report finds it in the shadow tree. */
function followWithin(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  event.currentTarget.getElementById(link.getAttribute("href").slice(1))?.scrollIntoView();
}
