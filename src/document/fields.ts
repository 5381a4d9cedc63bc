/** The fields of a document: which there are, and how they stand as strings in columns and records. */
import type { Document } from "../model/index.js";

type TextField = Exclude<keyof Document, "links" | "repairs">;

const TEXT_FIELDS: Readonly<Record<TextField, true>> = {
  id: true,
  text: true,
  title: true,
  source: true,
  published: true,
  modified: true,
  captured: true,
  url: true,
  byline: true,
  lang: true,
  versionOf: true,
};

export function isTextField(name: string): name is TextField {
  return Object.hasOwn(TEXT_FIELDS, name);
}

export function isListField(name: string): name is "links" | "repairs" {
  return name === "links" || name === "repairs";
}

/** All fields but `versionOf`, which a collection works out, as strings: lists as JSON arrays. */
export function fieldStrings({
  links,
  repairs,
  versionOf,
  ...fields
}: Document): Omit<Document, "links" | "repairs" | "versionOf"> & { links?: string; repairs?: string } {
  return {
    ...fields,
    ...(links === undefined ? {} : { links: JSON.stringify(links) }),
    ...(repairs === undefined ? {} : { repairs: JSON.stringify(repairs) }),
  };
}
