// Shows the service's report inside the page. In: an element and the report's HTML. Out: the very same document in a
// shadow tree: its style can't leak out, ours can't leak in, and it prints. Its scripts, if it had any, don't run.
// The page's policy allows no inline style: the report's is taken out of the text and adopted as a sheet.

const STYLE = /<style[^>]*>([^<]*)<\/style>/g;
const DARK_QUERY = /\(prefers-color-scheme:\s*dark\)/g;

/** In a shadow tree the root is the host; and the theme is this page's, which may differ from the system's. */
function rehome(css) {
  const dark = document.documentElement.dataset.theme === "dark";
  return css.replaceAll(":root", ":host").replaceAll(DARK_QUERY, dark ? "(min-width: 0)" : "(max-width: 0)");
}

export function showReport(element, html) {
  const styles = [...html.matchAll(STYLE)].map(([, css]) => css);
  const parsed = new DOMParser().parseFromString(html.replaceAll(STYLE, ""), "text/html");
  const shadow = element.shadowRoot ?? element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.map(rehome).join("\n"));
  shadow.adoptedStyleSheets = [sheet];
  for (const unwanted of parsed.querySelectorAll("script, style, link")) unwanted.remove();
  const root = document.createElement("html");
  root.lang = parsed.documentElement.lang || "en";
  const body = document.createElement("body");
  root.append(body);
  body.append(...parsed.body.childNodes);
  shadow.replaceChildren(root);
  shadow.onclick = followWithin;
}

/** A link to a place in the report finds it in the shadow tree. */
function followWithin(event) {
  const link = event.target.closest("a[href^='#']");
  const target = link && event.currentTarget.getElementById(link.getAttribute("href").slice(1));
  if (!target) return;
  event.preventDefault();
  target.scrollIntoView();
}
