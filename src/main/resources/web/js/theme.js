// Sets light or dark, and contrast, before anything is drawn; a classic script for that reason.
// In: localStorage "flatback.theme" (auto, dark, light) and "flatback.contrast" (auto, high), the system's wishes.
// Out: data-theme and data-contrast on <html>; globalThis.flatbackTheme for the settings page.
// Auto means: dark on the live page (data-page="live"), the system's choice elsewhere, always light on paper.
(() => {
  const root = document.documentElement;
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const systemContrast = matchMedia("(prefers-contrast: more)");

  function read(name) {
    try {
      return localStorage.getItem("flatback." + name) ?? "auto";
    } catch {
      return "auto";
    }
  }

  function isDark(choice) {
    if (choice !== "auto") return choice === "dark";
    return root.dataset.page === "live" || systemDark.matches;
  }

  function apply(paper = false) {
    root.dataset.theme = !paper && isDark(read("theme")) ? "dark" : "light";
    root.dataset.contrast = read("contrast") === "high" || systemContrast.matches ? "high" : "normal";
  }

  function choose(name, value) {
    localStorage.setItem("flatback." + name, value);
    apply();
  }

  apply();
  systemDark.addEventListener("change", () => apply());
  systemContrast.addEventListener("change", () => apply());
  addEventListener("storage", () => apply());
  addEventListener("beforeprint", () => apply(true));
  addEventListener("afterprint", () => apply());
  globalThis.flatbackTheme = { read, choose };
})();
