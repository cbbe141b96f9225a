// One port or device in reach. In: an item of /sensors-in-reach, and the platforms that want a second sensor. Out: what it
// is in words and, where it is a sensor, how it is worn and a button to use it.
import { post } from "./api.js";
import { byId, h, setText } from "./dom.js";
import { refill } from "./keyed.js";
import { WORN, number, sentence } from "./words.js";

const REACH = {
  answers: "A sensor", unknown: "Not understood", silent: "Silent", refused: "Can’t be used", in_use: "Listened to",
  not_asked: "Not asked", asking: "Asking",
};
const OTHER = { lumbar: "sacrum", sacrum: "lumbar" };
const PAIR = "Hold its button until the light blinks, then pair it within 60 seconds.";

const isRadio = (found) => found.sensor.startsWith("ble:");

/** A choice's value is a placement, and a platform where there is one to share. */
function choices(open) {
  return [
    ...Object.entries(WORN).map(([value, text]) => [value, text]),
    ...open.map((each) => {
      const placement = OTHER[each.sensors[0].placement];
      return [`${placement} ${each.id}`, `${WORN[placement]}, with ${each.athlete?.name ?? each.name}’s other one`];
    }),
  ];
}

function bodyOf(sensor, choice) {
  const [placement, platform] = choice.split(" ");
  return { sensor, placement, ...(platform ? { platform } : {}) };
}

/** @param changed is told when it has been taken in */
export function reachItem(found, changed) {
  const complaint = h("p", { class: "said-no", role: "alert" });
  const select = h("select", {});
  const button = h("button", { type: "button", class: "main", onclick: use }, "Use");
  const worn = h("label", { class: "worn" }, h("span", { class: "small" }, "Worn"), select);
  const item = h("li", {}, h("div", { class: "told stacked" }), h("div", { class: "use" }, worn, button), complaint);

  async function use() {
    button.disabled = true;
    complaint.textContent = "";
    try {
      await post("/sensors", bodyOf(found.sensor, select.value));
      setText(byId("let-go-said"), "");
      byId("h-listening").focus();
      await changed();
    } catch (problem) {
      complaint.textContent = problem.sentence;
    }
    button.disabled = false;
  }

  return item;
}

function told(found) {
  const radio = isRadio(found);
  const name = found.device || found.description || found.sensor;
  const about = [found.sensor, ...(found.description && found.description !== name ? [found.description] : [])];
  const figures = [
    ...(typeof found.battery_percent === "number" && radio ? [`battery ${number(found.battery_percent)} %`] : []),
    ...(typeof found.signal_dbm === "number" ? [`signal ${number(found.signal_dbm)} dBm`] : []),
  ];
  if (found.sensor === "ble:") {
    return [h("p", {}, found.text.startsWith("Bluetooth") ? null : h("b", {}, "Bluetooth: "), sentence(found.text))];
  }
  return [
    h("p", {}, h("b", {}, `${REACH[found.state] ?? found.state}: `), name, name === found.sensor ? null : h("span", { class: "muted" }, ` ${about.join(", ")}`)),
    found.text ? h("p", { class: "muted" }, [sentence(found.text), ...figures.map((each) => sentence(each))].join(" ")) : null,
    radio && found.paired === false && found.state === "answers" ? h("p", {}, PAIR) : null,
  ];
}

export function reachTold(item, found, open) {
  const usable = found.state === "answers";
  const name = found.device || found.sensor;
  const button = item.querySelector("button");
  refill(item.querySelector(".told"), told(found));
  item.querySelector(".use").hidden = !usable;
  if (!usable) return;
  setText(button, isRadio(found) && found.paired === false ? "Pair and use" : "Use this sensor");
  button.setAttribute("aria-label", `${button.textContent}: ${name}`);
  const select = item.querySelector("select");
  select.setAttribute("aria-label", `How ${name} is worn`);
  const chosen = select.value;
  refill(select, choices(open).map(([value, text]) => h("option", { value }, text)));
  const still = [...select.options].some((option) => option.value === chosen);
  if (!still || select.value !== chosen) select.value = still ? chosen : select.options[0].value;
}
