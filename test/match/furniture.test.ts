import { describe, expect, it } from "vitest";
import type { Article } from "../../src/document/article.js";
import { comparePair } from "../../src/match/compare.js";
import { tokens } from "./align-support.js";

const TRAILER =
  "حملوا تطبيقنا على هواتفكم واكتبوا إلينا بما ترونه في أحيائكم وسننشره في صفحة القراء كل صباح.";
const OWL =
  "سكنت بومة بيضاء برج الساعة في بلدة الغدير منذ أسبوع وصار التلاميذ يمرون تحتها على أطراف أصابعهم.";
const BREAD = "خبز فران في حي الصنوبر رغيفا طوله أحد عشر مترا ووزعه على المارة قبل أن يبرد.";

const item = (text: string, source?: string): Article => ({
  ...tokens(text),
  title: "",
  instant: Number.NaN,
  ...(source === undefined ? {} : { source }),
});
const compared = (a: Article, b: Article) => {
  const { verdict, passages } = comparePair(a, b, null);
  return { verdict, kinds: passages.map(({ kind }) => kind) };
};

describe("an outlet's furniture", () => {
  const owl = `${OWL}\n${TRAILER}`;
  const bread = `${BREAD}\n${TRAILER}`;

  it("is boilerplate where two of its items share nothing else", () => {
    const under = compared(item(owl, "الغدير"), item(bread, "الغدير"));
    expect(under).toEqual({ verdict: "none", kinds: ["boilerplate"] });
  });

  it("is a passage like any other between two outlets, or where none is known", () => {
    expect(compared(item(owl, "الغدير"), item(bread, "الصنوبر")).kinds).toEqual(["verbatim"]);
    expect(compared(item(owl), item(bread)).kinds).toEqual(["verbatim"]);
    expect(compared(item(owl, ""), item(bread, "")).kinds).toEqual(["verbatim"]);
  });

  it("is no paragraph that speaks of what both items tell", () => {
    const follow =
      "وقال حارس برج الساعة إن البومة ستبقى ضيفة على البلدة حتى تكبر فراخها وتطير وحدها في الخريف.";
    const first = item(`${OWL}\n${follow}`, "الغدير");
    const second = item(`فقست بيوض بومة في بلدة الغدير وعددها ثلاث.\n${follow}`, "الغدير");
    expect(compared(first, second).kinds).toEqual(["verbatim"]);
  });

  it("goes with a copy", () => {
    const copy = compared(item(owl, "الغدير"), item(`${OWL} ${BREAD}\n${TRAILER}`, "الغدير"));
    expect(copy.kinds).not.toContain("boilerplate");
  });
});
