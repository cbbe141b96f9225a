// A list that is drawn again and again. In: a place, items, their key, an element for a new one, what to change in it,
// what stands there when there is none. Out: elements that stay the same while their item does, so that nothing that is
// under a finger, has focus or was chosen is lost.
const NONE = "none";

export function keyed(place, items, keyOf, create, update, empty) {
  const before = new Map([...place.children].map((element) => [element.dataset.key, element]));
  const wanted = items.length === 0
    ? [before.get(NONE) ?? marked(empty(), NONE)]
    : items.map((item) => {
      const key = `i-${keyOf(item)}`;
      const element = before.get(key) ?? marked(create(item), key);
      update(element, item);
      return element;
    });
  wanted.forEach((element, index) => {
    if (place.children[index] !== element) place.insertBefore(element, place.children[index] ?? null);
  });
  while (place.children.length > wanted.length) place.lastElementChild.remove();
}

function marked(element, key) {
  element.dataset.key = key;
  return element;
}

/** Replaces what an element holds, unless it is the same. */
export function refill(element, children) {
  const drawn = document.createElement(element.tagName);
  drawn.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  if (drawn.innerHTML !== element.innerHTML) element.replaceChildren(...drawn.childNodes);
}
