/**
 * Behaviour of the comparison page. Without it the page still works: each passage is a link to its other side.
 * Every piece of a passage carries its number in data-passage; j and k walk, Enter and a click go across.
 */
(() => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a.passage")];
  const status = document.getElementById("status");
  const total = new Set(links.map((link) => link.dataset.passage)).size;
  const smooth = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  let current = 0;

  function piece(side: string, number: number): HTMLAnchorElement | undefined {
    return links.find((link) => link.dataset.side === side && Number(link.dataset.passage) === number);
  }

  function scrollTo(link: HTMLAnchorElement | undefined): void {
    link?.scrollIntoView({ block: "center", inline: "nearest", behavior: smooth ? "smooth" : "auto" });
  }

  function select(number: number): void {
    current = number;
    for (const link of document.querySelectorAll<HTMLElement>("[data-passage]")) {
      const chosen = Number(link.dataset.passage) === number;
      link.classList.toggle("active", chosen);
      if (chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const kind = piece("a", number)?.dataset.kind;
    if (status && kind) status.textContent = `Passage ${number} of ${total}, ${kind}`;
  }

  function walk(step: number): void {
    if (total === 0) return;
    const number = current === 0 ? (step > 0 ? 1 : total) : ((current - 1 + step + total) % total) + 1;
    select(number);
    piece("a", number)?.focus({ preventScroll: true });
    scrollTo(piece("a", number));
    scrollTo(piece("b", number));
  }

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("[data-passage]");
    if (!link) return;
    event.preventDefault();
    const number = Number(link.dataset.passage);
    select(number);
    if (link.dataset.side !== "a") scrollTo(piece("a", number));
    if (link.dataset.side !== "b") scrollTo(piece("b", number));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "Escape") select(0);
  });
})();
