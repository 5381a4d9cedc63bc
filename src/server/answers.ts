/**
 * Items of a body in, answers out, in the same order. One document is answered by one object, an array by an array;
 * JSON lines are answered line by line while they still come in. A record that cannot be read has its reason in its
 * place, so that the n-th answer is always that of the n-th record.
 */
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { answerLine } from "../dedup/answer-lines.js";
import type { Item, Unreadable } from "../dedup/items.js";
import type { ItemAnswer } from "../model/index.js";
import { bodyItems } from "./body.js";

export const LINES_TYPES = ["application/x-ndjson", "application/jsonl", "application/x-jsonlines"];

/** Answers of a stream that may be on their way at once. */
const ON_THEIR_WAY = 1024;

export type AnswerItem = (item: Item) => Promise<ItemAnswer>;

export interface Answering {
  readonly key: string | undefined;
  readonly answer: AnswerItem;
  /** Called with the number of items of a body, before the first is answered; throws where they are too many. */
  readonly admit: (items: number) => void;
  /** Resolves when there is room for an item of a stream. */
  readonly room: () => Promise<void>;
}

export function answerBody(request: FastifyRequest, reply: FastifyReply, how: Answering): unknown {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() ?? "";
  const body = request.body as AsyncIterable<Uint8Array>;
  if (!LINES_TYPES.includes(type)) return answerWhole(body, reply, how);
  how.admit(1);
  reply.type("application/x-ndjson");
  return reply.send(Readable.from(answerLines(body, how)));
}

/** All of the body is read before the first item is answered: nothing is taken of a body that breaks off. */
async function answerWhole(body: AsyncIterable<Uint8Array>, reply: FastifyReply, how: Answering) {
  const records: (Item | Unreadable)[] = [];
  let isArray: boolean | null = null;
  const noticed = async function* () {
    for await (const piece of body) {
      isArray ??= firstSign(piece);
      yield piece;
    }
  };
  for await (const found of bodyItems(noticed(), "json", how.key)) records.push(...found);
  how.admit(records.length);
  reply.type("application/json");
  if (isArray === true) {
    const lines = await Promise.all(records.map((record) => lineOf(record, how.answer)));
    return `[${lines.map((line) => line.trimEnd()).join(",")}]`;
  }
  const [record, another] = records;
  if (record === undefined || another !== undefined || "reason" in record) {
    const reason = record === undefined ? "no document in the body" : "several documents that are no array";
    reply.code(400);
    return JSON.stringify({ error: record !== undefined && "reason" in record ? record.reason : reason });
  }
  return answerLine(await how.answer(record));
}

/** Is the first thing that is no white space an opening bracket? Null where there is nothing yet. */
function firstSign(piece: Uint8Array): boolean | null {
  const first = Buffer.from(piece).toString("latin1").trimStart()[0];
  return first === undefined ? null : first === "[";
}

async function* answerLines(body: AsyncIterable<Uint8Array>, how: Answering): AsyncGenerator<string, void> {
  const lines: Promise<string>[] = [];
  for await (const records of bodyItems(body, "lines", how.key)) {
    for (const record of records) {
      if (!("reason" in record)) await how.room();
      lines.push(lineOf(record, how.answer));
      if (lines.length >= ON_THEIR_WAY) yield await lines.shift()!;
    }
  }
  for (const line of lines) yield await line;
}

async function lineOf(record: Item | Unreadable, answer: AnswerItem): Promise<string> {
  if ("reason" in record) return unreadable(record.reason, record.line);
  try {
    return answerLine(await answer(record));
  } catch (error) {
    if ((error as Error).name === "UsageError") return unreadable((error as Error).message, undefined);
    throw error;
  }
}

function unreadable(error: string, line: number | undefined): string {
  return `${JSON.stringify({ error, ...(line === undefined ? {} : { line }) })}\n`;
}
