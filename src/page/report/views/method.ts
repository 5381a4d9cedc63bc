/** How the file was made, and what its words mean. */
import type { Skipped } from "../../../model/index.js";
import { STRONGEST_FIRST } from "../../../model/verdicts.js";
import { FACT_KINDS, PASSAGE_KINDS, type ReportFile } from "../../../report/html/bundle-format.js";
import { foreign } from "../evidence/evidence.js";
import type { Context, View } from "../frame/context.js";
import { type Child, DOT, h, ltr } from "../frame/dom.js";
import { roleLong, section, table } from "../frame/parts.js";
import { ROLES } from "../frame/roles.js";

export function methodView(context: Context): View {
  const { language, store } = context;
  const { method } = store;
  return {
    title: language.text("methodTitle"),
    content: [
      h("p", { class: "lead" }, language.nodes("methodLead")),
      h(
        "dl",
        { class: "pair" },
        h("dt", {}, language.nodes("methodMade")),
        h(
          "dd",
          {},
          language.nodes("methodVersion", { version: ltr(`isnad ${method.version}`) }),
          DOT,
          method.model !== null && [language.nodes("methodModel", { n: method.model }), DOT],
          language.nodes("methodFormat", { n: method.format }),
        ),
        h("dt", {}, language.nodes("methodCommand")),
        h("dd", {}, command(method.command)),
        h("dt", {}, language.nodes("methodCheck")),
        h("dd", {}, command(method.checkCommand)),
        h("dt", {}, language.nodes("methodParameters")),
        h("dd", {}, parameters(context)),
      ),
      filesSection(context),
      skippedSection(context),
      wordsSection(context),
      section(
        context,
        "limits",
        "methodLimits",
        h(
          "ul",
          {},
          (["methodLimit1", "methodLimit2", "methodLimit3", "methodLimit4", "methodLimit5"] as const).map(
            (key) => h("li", {}, language.nodes(key)),
          ),
        ),
      ),
      textsSection(context),
    ],
  };
}

function command(line: string): HTMLElement {
  return h("code", { class: "command", dir: "ltr" }, line);
}

function parameters(context: Context): Child {
  const { language, store } = context;
  const { ui, excerptsOnly, format, encoding, fields } = store.method.options;
  const given: (readonly [string, string])[] = [
    ...(format === undefined ? [] : [["--format", format] as const]),
    ...(encoding === undefined ? [] : [["--encoding", encoding] as const]),
    ...Object.entries(fields ?? {}).map(([name, key]) => ["--field", `${name}=${key}`] as const),
  ];
  return h(
    "ul",
    {},
    h("li", {}, language.nodes("methodUi"), ": ", ltr(ui)),
    h("li", {}, language.nodes(excerptsOnly ? "methodExcerpts" : "methodWhole")),
    h("li", {}, language.nodes("methodUndecided", { n: store.method.undecidedKept })),
    h(
      "li",
      {},
      language.nodes("methodBetween", { n: store.method.betweenKept }),
      store.betweenLeftOut > 0 && [". ", language.nodes("betweenLeftOut", { n: store.betweenLeftOut })],
    ),
    given.map(([name, value]) =>
      h("li", {}, language.nodes("methodOption", { name: ltr(name), value: ltr(value) })),
    ),
  );
}

function filesSection(context: Context): HTMLElement {
  const { language, store } = context;
  return section(
    context,
    "files",
    "methodFiles",
    table<ReportFile>(
      context,
      language.text("methodFiles"),
      [
        { title: "methodPath", heads: true, cell: ({ path }) => ltr(path) },
        { title: "methodRole", cell: ({ role }) => language.nodes(`file.${role}`) },
        { title: "methodBytes", cell: ({ bytes }) => language.count(bytes) },
        { title: "methodDigest", cell: ({ sha256 }) => digest(sha256) },
      ],
      store.method.files,
    ),
  );
}

function digest(sha256: string): HTMLElement {
  return h("code", { class: "digest", dir: "ltr" }, sha256);
}

function skippedSection(context: Context): HTMLElement {
  const { language, store } = context;
  const { skipped, repeated } = store.method;
  return section(
    context,
    "skipped",
    "methodSkipped",
    skipped.length === 0
      ? h("p", {}, language.nodes("methodNoneSkipped"))
      : table<Skipped>(
          context,
          language.text("methodSkipped"),
          [
            { title: "methodPath", heads: true, cell: ({ file }) => ltr(file) },
            { title: "methodLine", cell: ({ line }) => (line === undefined ? null : language.count(line)) },
            { title: "methodReason", cell: ({ reason }) => foreign(context, reason) },
          ],
          skipped,
        ),
    repeated > 0 && h("p", {}, language.nodes("methodRepeated", { n: repeated })),
  );
}

function wordsSection(context: Context): HTMLElement {
  const { language } = context;
  const entry = (word: Child, about: Child): Child[] => [h("dt", {}, word), h("dd", {}, about)];
  return section(
    context,
    "words",
    "methodWordsTitle",
    h(
      "dl",
      { class: "words" },
      STRONGEST_FIRST.map((one) =>
        entry(language.nodes(`verdict.${one}`), language.nodes(`verdict.${one}.about`)),
      ),
      PASSAGE_KINDS.map((one) =>
        entry(
          h("span", { class: `sample ${one}` }, language.nodes(`kind.${one}`)),
          language.nodes(`kind.${one}.about`),
        ),
      ),
      ROLES.map((one) =>
        entry(h("span", { class: `shape ${one}`, "aria-hidden": "true" }), language.nodes(roleLong(one))),
      ),
      entry(
        language.nodes("sectionFacts"),
        FACT_KINDS.map((one, i) => [i > 0 && DOT, language.nodes(`fact.${one}`)]),
      ),
    ),
  );
}

function textsSection(context: Context): HTMLElement {
  const { language, store } = context;
  return section(
    context,
    "texts",
    "methodTexts",
    h("p", { class: "lead" }, language.nodes("methodTextsLead")),
    table(
      context,
      language.text("methodTexts"),
      [
        { title: "columnArticle", heads: true, cell: ([id]) => ltr(id) },
        { title: "methodDigest", cell: ([, sha256]) => digest(sha256) },
      ],
      store.method.texts,
      50,
    ),
  );
}
