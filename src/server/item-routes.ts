/** `POST /items` and `POST /check`. */
import { once } from "node:events";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Item } from "../dedup/items.js";
import { answerBody, LINES_TYPES } from "./answers.js";
import type { Parts } from "./parts.js";
import { checkOptions, takeOptions } from "./questions.js";
import { AnswerBody, DocumentBody, ErrorBody, QuestionQuery, TakeQuery } from "./schemas.js";

const ITEM_TYPES = ["application/json", ...LINES_TYPES];

export async function itemRoutes(scope: FastifyInstance, { index, writer, metrics }: Parts): Promise<void> {
  // Bodies are read as they come, by isnad's own readers: they are never held whole as a JavaScript string.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(ITEM_TYPES, (_request, payload, done) => done(null, payload));
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const described = {
    consumes: ITEM_TYPES,
    body: Type.Union([DocumentBody, Type.Array(DocumentBody)]),
    response: { 200: AnswerBody, 400: ErrorBody, 429: ErrorBody },
  };
  const validatorCompiler: typeof TypeBoxValidatorCompiler = (part) =>
    part.httpPart === "body" ? () => true : TypeBoxValidatorCompiler(part);

  app.post(
    "/items",
    {
      config: { scope: "write" },
      validatorCompiler,
      schema: { summary: "answer items and keep them", querystring: TakeQuery, ...described },
    },
    (request, reply) => {
      const { key, ...rest } = request.query;
      const options = takeOptions(rest);
      const answer = async (item: Item) => {
        const began = performance.now();
        const given = await writer.take(item.document, { ...options, ...keyOf(item, key) });
        metrics.answered(given.verdict, (performance.now() - began) / 1000);
        return given;
      };
      const room = async (): Promise<void> => {
        while (!writer.hasRoom && writer.failure === null) await once(writer, "committed");
      };
      return answerBody(request, reply, { key, answer, admit: (items) => writer.admit(items), room });
    },
  );

  app.post(
    "/check",
    {
      config: { scope: "read" },
      validatorCompiler,
      schema: { summary: "answer items, keep nothing", querystring: QuestionQuery, ...described },
    },
    (request, reply) => {
      const { key, ...rest } = request.query;
      const options = checkOptions(rest);
      const answer = async (item: Item) => {
        const began = performance.now();
        const given = await index.check(item.document, { ...options, ...keyOf(item, key) });
        metrics.checked((performance.now() - began) / 1000);
        return given;
      };
      // Others get a turn between two questions of a long body.
      const room = () => new Promise<void>((resolve) => setImmediate(resolve));
      return answerBody(request, reply, { key, answer, admit: () => {}, room });
    },
  );
}

function keyOf(item: Item, field: string | undefined) {
  return field === undefined || item.key === undefined ? {} : { key: { field, value: item.key } };
}
