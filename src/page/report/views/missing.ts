import type { Context, View } from "../frame/context.js";
import { h } from "../frame/dom.js";

export function notFound(context: Context): View {
  const { language, to } = context;
  return {
    title: language.text("notFoundTitle"),
    content: [
      h("p", {}, language.nodes("notFound")),
      h("p", {}, h("a", { href: to.to("") }, language.nodes("back"))),
    ],
  };
}
