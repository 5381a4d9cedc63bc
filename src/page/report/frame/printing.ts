/** On paper nothing can be opened and nothing scrolls: tables are opened, and a wide graph is made to fit. */
const PAPER_WIDTH = 680;

export function printing(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const one of opened) one.open = true;
    for (const stage of document.querySelectorAll<HTMLElement>(".stage")) {
      const width = Number.parseFloat(stage.style.width);
      stage.style.setProperty("zoom", String(Math.min(1, PAPER_WIDTH / Math.max(1, width))));
    }
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
    for (const stage of document.querySelectorAll<HTMLElement>(".stage")) stage.style.removeProperty("zoom");
  });
}
