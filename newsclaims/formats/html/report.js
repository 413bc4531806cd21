"use strict";
(() => {
  const form = document.querySelector(".filters");
  const sections = [...document.querySelectorAll(".document")].map(read);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const indices = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);

  function read(element) {
    return {
      element,
      quotes: [...element.querySelectorAll("[data-quote]")],
      claims: [...element.querySelectorAll("[data-claim]")],
      pieces: [...element.querySelectorAll(".nc")],
    };
  }

  function chosen() {
    return {
      speaker: form.elements.speaker.value,
      kinds: new Set(all(form, "[name=kind]:checked").map((box) => box.value)),
      least: Number(form.elements.confidence.value),
    };
  }

  function apply() {
    const choice = chosen();
    const narrowed = choice.speaker !== "*" || choice.kinds.size < 3 || choice.least > 0;
    let shown = 0;
    for (const section of sections) {
      const kept = new Set();
      for (const item of section.quotes) {
        item.hidden = !isWanted(item, choice);
        if (!item.hidden) kept.add(item.dataset.quote);
      }
      for (const item of section.claims) {
        item.hidden = item.dataset.of === undefined
          ? choice.speaker !== "*" && choice.speaker !== "=" + item.dataset.speaker
          : !kept.has(item.dataset.of);
      }
      const claims = new Set(section.claims.filter((item) => !item.hidden).map((item) => item.dataset.claim));
      for (const piece of section.pieces) mark(piece, kept, claims);
      section.element.hidden = narrowed && !kept.size;
      shown += kept.size;
    }
    const total = sections.reduce((sum, section) => sum + section.quotes.length, 0);
    form.elements.least.value = choice.least.toFixed(2);
    form.querySelector(".shown").textContent = shown + " of " + total + " quotes";
    document.body.classList.toggle("marking-claims", form.elements.claims.checked);
    for (const button of all(document, "button.name")) button.setAttribute("aria-pressed", String("=" + button.dataset.name === choice.speaker));
  }

  function showAll() {
    form.reset();
    apply();
  }

  function isWanted(item, choice) {
    return (choice.speaker === "*" || choice.speaker === "=" + item.dataset.speaker)
      && choice.kinds.has(item.dataset.kind)
      && (item.dataset.confidence === "" || Number(item.dataset.confidence) >= choice.least);
  }

  function mark(piece, kept, claims) {
    piece.classList.toggle("unclaimed", !indices(piece, "c").some((index) => claims.has(index)));
    const told = ["q", "s", "k"].flatMap((name) => indices(piece, name));
    if (!told.length) return;
    const off = !told.some((index) => kept.has(index));
    piece.classList.toggle("off", off);
    if (piece.dataset.n !== undefined) piece.tabIndex = off ? -1 : 0;
  }

  function speakersFromPage() {
    const names = new Set(all(document, "[data-quote]").map((item) => item.dataset.speaker));
    for (const name of [...names].sort((one, other) => one.localeCompare(other))) {
      form.elements.speaker.add(new Option(name || "no speaker", "=" + name));
    }
  }

  function nameButtons() {
    for (const name of all(document, ".speakers .name")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = name.className;
      Object.assign(button.dataset, name.dataset);
      button.append(...name.childNodes);
      button.addEventListener("click", () => {
        const value = "=" + button.dataset.name;
        form.elements.speaker.value = form.elements.speaker.value === value ? "*" : value;
        if (form.elements.speaker.selectedIndex < 0) form.elements.speaker.value = "*";
        apply();
      });
      name.replaceWith(button);
    }
  }

  function light(event) {
    const piece = event.target.closest(".nc");
    for (const lit of all(document, ".nc.on")) lit.classList.remove("on");
    if (!piece || piece.classList.contains("off")) return;
    const quote = ["q", "s", "k"].flatMap((name) => indices(piece, name).slice(-1))[0];
    if (quote === undefined) return;
    const same = (name) => `[data-${name}~="${quote}"]`;
    for (const other of all(piece.closest("article"), [same("q"), same("s"), same("k")].join())) other.classList.add("on");
  }

  function step(forward) {
    const stops = all(document, ".nc[tabindex='0']").filter((stop) => stop.offsetParent);
    if (!stops.length) return;
    const here = stops.indexOf(document.activeElement);
    const next = here < 0 ? (forward ? 0 : stops.length - 1) : (here + (forward ? 1 : -1) + stops.length) % stops.length;
    stops[next].focus();
    stops[next].scrollIntoView({ block: "center" });
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input:not([type=checkbox])")) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j");
    else if (event.key === "Escape") showAll();
    else return;
    event.preventDefault();
  }

  speakersFromPage();
  nameButtons();
  form.hidden = false;
  for (const happened of ["input", "change"]) form.addEventListener(happened, apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.everything.addEventListener("click", showAll);
  document.addEventListener("keydown", pressed);
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);
  window.addEventListener("beforeprint", () => all(document, "details").forEach((folded) => { folded.open = true; }));
  apply();
})();
