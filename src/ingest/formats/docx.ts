/**
 * A Word document → one record: headings, paragraphs and list items in their order, title, author and dates of its
 * properties. Deleted text of tracked changes, field codes, notes and comments are not its text.
 */
import { oneArticle, type WholeArticle } from "../emit.js";
import type { FieldValues } from "../record.js";
import { entryBytes, openZip, type Zip } from "../zip-file.js";

export const docx = oneArticle(async (source, { maxRecordBytes }) => {
  const zip = await openZip(source, maxRecordBytes);
  if (typeof zip === "string") return zip;
  try {
    return await readWord(zip, maxRecordBytes);
  } finally {
    zip.close();
  }
});

async function readWord(zip: Zip, maxBytes: number): Promise<WholeArticle | string> {
  const main = await entryXml(zip, "word/document.xml", maxBytes);
  if (main === null) return "no Word document: it has no word/document.xml";
  if (typeof main === "object") return main.refused;
  const { Parser } = await import("htmlparser2");
  const { text, title } = documentText(main, Parser);
  const values: FieldValues = { text };
  const from: Record<string, string> = { text: "word/document.xml" };
  const core = await entryXml(zip, "docProps/core.xml", maxBytes);
  const properties = typeof core === "string" ? coreProperties(core, Parser) : new Map<string, string>();
  const set = (
    name: "title" | "byline" | "published" | "modified",
    value: string | undefined,
    place: string,
  ) => {
    if (value === undefined || value.trim() === "" || values[name] !== undefined) return;
    values[name] = value.trim();
    from[name] = place;
  };
  set("title", title, "heading");
  set("title", properties.get("dc:title"), "dc:title");
  set("byline", properties.get("dc:creator"), "dc:creator");
  set("published", properties.get("dcterms:created"), "dcterms:created");
  set("modified", properties.get("dcterms:modified"), "dcterms:modified");
  return { values, from };
}

async function entryXml(
  zip: Zip,
  name: string,
  maxBytes: number,
): Promise<string | { refused: string } | null> {
  const entry = zip.entries.find((one) => one.name === name);
  if (entry === undefined) return null;
  const bytes = await entryBytes(zip, entry, maxBytes);
  return typeof bytes === "string" ? { refused: `${name}: ${bytes}` } : new TextDecoder().decode(bytes);
}

type ParserClass = typeof import("htmlparser2").Parser;

/** Elements whose text is not the document's. */
const SILENT = new Set(["w:del", "w:instrText", "w:moveFrom", "mc:Fallback", "w:txbxContent"]);

function documentText(xml: string, Parser: ParserClass): { text: string; title: string | undefined } {
  const paragraphs: string[] = [];
  let title: string | undefined;
  let paragraph = "";
  let style = "";
  let isList = false;
  let isText = false;
  let silent = 0;
  const end = () => {
    const line = paragraph.replace(/[^\S\n]+/g, " ").trim();
    if (line !== "") {
      if (title === undefined && /^(?:title|heading ?1|a3?)$/i.test(style) && paragraphs.length < 3)
        title = line;
      const isItem = isList && paragraphs.length > 0;
      paragraphs.push(paragraphs.length === 0 ? line : (isItem && wasList ? "\n" : "\n\n") + line);
      wasList = isList;
    }
    paragraph = "";
    style = "";
    isList = false;
  };
  let wasList = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent++;
        if (name === "w:pStyle") style = attributes["w:val"] ?? "";
        else if (name === "w:numPr") isList = true;
        else if (name === "w:t") isText = true;
        else if (silent > 0) return;
        else if (name === "w:tab" || name === "w:noBreakHyphen") paragraph += name === "w:tab" ? " " : "-";
        else if (name === "w:br" || name === "w:cr") paragraph += "\n";
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent--;
        if (name === "w:t") isText = false;
        else if (name === "w:p" && silent === 0) end();
      },
      ontext(text) {
        if (isText && silent === 0) paragraph += text;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  end();
  return { text: paragraphs.join(""), title };
}

function coreProperties(xml: string, Parser: ParserClass): Map<string, string> {
  const found = new Map<string, string>();
  let open = "";
  const parser = new Parser(
    {
      onopentag(name) {
        open = name;
      },
      onclosetag() {
        open = "";
      },
      ontext(text) {
        if (open !== "") found.set(open, (found.get(open) ?? "") + text);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return found;
}
