/** Every article that was read, filtered. */
import type { Context, View } from "../frame/context.js";
import { h } from "../frame/dom.js";
import { articleLink, roleBadge, sourceNode, table, time } from "../frame/parts.js";
import { chosen, documentFacts, filterForm } from "../overview/filters.js";
import { credit } from "./story.js";

export function articlesView(context: Context): View {
  const { language, store, to } = context;
  const facts = new Map(documentFacts(context).map((one) => [one.id, one]));
  const fitting = chosen(context, [...facts.values()]);
  const shown = store.documents.filter((one) => fitting.has(one.id));
  return {
    title: language.text("articlesTitle"),
    content: [
      filterForm(context),
      h(
        "p",
        { role: "status", class: "faint" },
        shown.length === 0 ? language.nodes("nothingFits") : language.nodes("documents", { n: shown.length }),
      ),
      shown.length > 0 &&
        table(
          context,
          language.text("articlesTitle"),
          [
            { title: "columnArticle", heads: true, cell: ({ id }) => articleLink(context, id) },
            { title: "columnSource", cell: (one) => sourceNode(context, one) },
            { title: "columnTime", cell: (one) => time(context, one) },
            {
              title: "columnStory",
              cell: ({ id }) => {
                const at = store.storyOf(id);
                if (at === undefined) return null;
                const role = store.part(id)?.role;
                const link = h(
                  "a",
                  { href: to.to("story", [at + 1]) },
                  language.nodes("storyTitle"),
                  ` ${at + 1}`,
                );
                return [link, " ", role !== undefined && roleBadge(context, role)];
              },
            },
            { title: "columnVerdict", cell: ({ id }) => language.nodes(`verdict.${facts.get(id)!.verdict}`) },
            { title: "columnCredit", cell: ({ id }) => credit(context, id) },
          ],
          shown,
        ),
    ],
  };
}
