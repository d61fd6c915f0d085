/* Names the municipality under the pointer beside it, at once; the <title> of each area stays for who has no script. */

const GAP = 14;

function enhance(svg) {
  const frame = svg.closest(".map-figure");
  const label = document.createElement("div");
  label.className = "map-label";
  label.hidden = true;
  label.setAttribute("aria-hidden", "true");
  frame.classList.add("map-frame");
  frame.append(label);

  function show(event) {
    const area = event.target.closest(".map-area, .map-dot");
    const title = area && area.querySelector("title");
    if (!title && !(area && area.dataset.words)) {
      label.hidden = true;
      return;
    }
    if (title) {
      // Kept as data while the pointer is here, or the browser would show its own label as well.
      area.dataset.words = title.textContent;
      title.remove();
    }
    label.textContent = area.dataset.words;
    label.hidden = false;
    const box = frame.getBoundingClientRect();
    const left = event.clientX - box.left + GAP;
    const fits = left + label.offsetWidth < box.width;
    label.style.left = `${fits ? left : Math.max(0, left - label.offsetWidth - 2 * GAP)}px`;
    label.style.top = `${Math.max(0, event.clientY - box.top - label.offsetHeight - GAP)}px`;
  }

  svg.addEventListener("pointermove", show);
  svg.addEventListener("pointerleave", () => {
    label.hidden = true;
    svg.querySelectorAll("[data-words]").forEach((area) => {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = area.dataset.words;
      area.append(title);
      delete area.dataset.words;
    });
  });
}

document.querySelectorAll("svg[data-map]").forEach(enhance);
// A map that htmx put in place later.
document.addEventListener("htmx:afterSwap", (event) => event.target.querySelectorAll("svg[data-map]").forEach(enhance));
