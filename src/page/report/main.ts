/** The page of a report: reads the findings, shows the view that the address names, and keeps to its language. */
import { UI_CHOICES, type Ui } from "../../report/html/bundle-format.js";
import type { Context, View } from "./frame/context.js";
import { append, h } from "./frame/dom.js";
import { printing } from "./frame/printing.js";
import { Addresses, parseRoute, type Route } from "./frame/router.js";
import { Store } from "./frame/store.js";
import { taking } from "./overview/matrix.js";
import { overview } from "./overview/view.js";
import { readView } from "./reading/view.js";
import { articleView } from "./views/article.js";
import { articlesView } from "./views/articles.js";
import { methodView } from "./views/method.js";
import { notFound } from "./views/missing.js";
import { storyView } from "./views/story.js";
import { Language } from "./words/i18n.js";
import type { Key } from "./words/message.js";

const VIEWS: Readonly<Record<string, (context: Context) => View>> = {
  "": overview,
  articles: articlesView,
  article: articleView,
  story: storyView,
  read: readView,
  taking,
  method: methodView,
};
const NAVIGATION: readonly (readonly [view: string, name: Key])[] = [
  ["", "navOverview"],
  ["articles", "navArticles"],
  ["taking", "navTaking"],
  ["method", "navMethod"],
];

const app = document.getElementById("app")!;
const store = new Store();
let shown: Route | undefined;

function languageOf(route: Route): Ui {
  const asked = route.query.get("ui");
  return UI_CHOICES.find((one) => one === asked) ?? store.method.options.ui;
}

function contextOf(route: Route): Context {
  const ui = languageOf(route);
  return {
    store,
    route,
    language: new Language(ui),
    to: new Addresses(ui === store.method.options.ui ? undefined : ui),
    replace: (address) => {
      history.replaceState(null, "", address);
      show();
    },
  };
}

function show(): void {
  const route = parseRoute(location.hash);
  const context = contextOf(route);
  const { language } = context;
  document.documentElement.lang = language.ui;
  document.documentElement.dir = language.dir;
  const make = Object.hasOwn(VIEWS, route.view) ? VIEWS[route.view]! : notFound;
  const { title, content } = make(context);
  document.title = `${title} · ${language.text("product")}`;
  const typed = focusedField();
  const heading = h("h1", { id: "title", tabindex: -1 }, title);
  const main = h("main", { id: "content", class: `view-${route.view || "overview"}` }, heading, content);
  app.replaceChildren();
  append(app, [header(context), main]);
  const samePlace = shown !== undefined && path(shown) === path(route);
  if (!samePlace) scrollTo(0, 0);
  if (samePlace) typed?.();
  else if (shown !== undefined) heading.focus({ preventScroll: true });
  shown = route;
}

function path(route: Route): string {
  return JSON.stringify([route.view, route.arguments]);
}

/** Puts the reader back into the field that has the focus now, at the same letter, once the view is new. */
function focusedField(): (() => void) | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || field.name === "") {
    return undefined;
  }
  const place = field instanceof HTMLInputElement && field.type === "search" ? field.selectionStart : null;
  return () => {
    const again = app.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${field.name}"]`);
    again?.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement && place !== null) again.setSelectionRange(place, place);
  };
}

function header(context: Context): HTMLElement {
  const { language, route } = context;
  const other: Ui = language.ui === "ar" ? "en" : "ar";
  const addresses = new Addresses(other === store.method.options.ui ? undefined : other);
  const query = Object.fromEntries([...route.query].filter(([name]) => name !== "ui"));
  return h(
    "header",
    { class: "top" },
    h("a", { class: "skip", href: "#content", click: skip }, language.nodes("skip")),
    h(
      "nav",
      { "aria-label": language.text("mainNavigation") },
      h("span", { class: "product" }, language.nodes("product")),
      NAVIGATION.map(([view, name]) =>
        h(
          "a",
          { href: context.to.to(view), "aria-current": view === route.view && "page" },
          language.nodes(name),
        ),
      ),
    ),
    h(
      "a",
      {
        class: "language",
        href: addresses.to(route.view, route.arguments, query),
        lang: other,
        hreflang: other,
      },
      language.nodes("otherLanguage"),
    ),
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("title")?.focus();
}

addEventListener("hashchange", show);
printing();
show();
