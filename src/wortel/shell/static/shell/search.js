/* Turns each form with data-suggest into a type-ahead (ARIA combobox). Without it the form just searches. */

const WAIT = 120;

function option(item, id) {
  const line = document.createElement("li");
  line.id = id;
  line.role = "option";
  line.dataset.url = item.url;
  const name = document.createElement("span");
  name.textContent = item.name;
  const note = document.createElement("span");
  note.className = "muted small";
  note.textContent = item.note;
  line.append(name, note);
  return line;
}

function enhance(form) {
  const input = form.querySelector("input[name=q]");
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let timer = 0;
  let asked = "";
  let active = -1;

  list.id = `${input.id}-lijst`;
  list.className = "suggestions";
  list.role = "listbox";
  list.hidden = true;
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  status.className = "visually-hidden";
  status.role = "status";
  input.parentElement.append(list);
  form.append(status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const lines = [...list.children];
    active = (place + lines.length) % lines.length;
    lines.forEach((line, index) => line.setAttribute("aria-selected", String(index === active)));
    lines[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", lines[active].id);
  }

  async function ask() {
    const text = input.value.trim();
    if (text === asked && !list.hidden) return;
    asked = text;
    if (text.length < 2) return close();
    const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer || !answer.ok || asked !== text) return;
    const { results, summary } = await answer.json();
    if (asked !== text || document.activeElement !== input) return;
    list.replaceChildren(...results.map((item, index) => option(item, `${list.id}-${index}`)));
    status.textContent = summary;
    if (results.length === 0) return close();
    active = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && list.hidden) {
      asked = "";
      ask();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.url);
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest("li");
    if (line) location.assign(line.dataset.url);
  });
}

document.querySelectorAll("form[data-suggest]").forEach(enhance);
