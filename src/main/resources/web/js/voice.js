// Says the count and the warnings out loud where the settings ask for it. In: the state. Out: speech, by a voice that
// lives on this machine; without one it stays silent. What was there when the page opened is not said again.

function wanted() {
  try {
    return localStorage.getItem("flatback.voice") === "on";
  } catch {
    return false;
  }
}

function say(text) {
  const voice = speechSynthesis.getVoices().find((each) => each.localService && each.lang.startsWith("en"));
  if (!voice) return;
  const words = new SpeechSynthesisUtterance(text);
  words.voice = voice;
  speechSynthesis.speak(words);
}

export function mountVoice() {
  if (!("speechSynthesis" in globalThis) || !wanted()) return () => {};
  let set = null;
  let reps = 0;
  let warnings = 0;
  return (state, platform) => {
    const now = platform?.set ?? null;
    if (!now || now.endS !== null) return;
    const confirmed = [...now.reps.values()].filter((rep) => rep.state === "completed");
    if (set === now && confirmed.length > reps) say(String(confirmed.length));
    if (set === now && now.warnings.length > warnings) say(now.warnings.at(-1).text);
    set = now;
    reps = confirmed.length;
    warnings = now.warnings.length;
  };
}
