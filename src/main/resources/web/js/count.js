// The number that rules the screen. In: the state. Out: the count of this set in #number; a rep that is not sure yet
// is counted in outline, and the caption says so in words.
import { byId, setText } from "./dom.js";

function captionOf(platform, provisional) {
  const set = platform?.set;
  if (!set) return "reps";
  if (provisional) return `rep ${provisional.index} not sure yet`;
  return set.endS === null ? `reps in set ${set.index}` : `reps in set ${set.index}, ended`;
}

export function mountCount() {
  const section = byId("count");
  const number = byId("number");
  const caption = byId("caption");
  return (state, platform) => {
    const reps = [...(platform?.set?.reps.values() ?? [])];
    const provisional = reps.findLast((rep) => rep.state === "provisional");
    setText(number, String(reps.length));
    setText(caption, captionOf(platform, provisional));
    section.dataset.state = !platform?.set ? "none" : provisional ? "provisional" : "confirmed";
    section.dataset.digits = number.textContent.length;
  };
}
