/** `POST /compare`, `POST /trace`, and the documents kept. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { answerLine } from "../dedup/answer-lines.js";
import { matchLine } from "../report/json.js";
import { traceLine } from "../report/trace-json.js";
import { compareDocuments, traceDocument, Unknown } from "./ask.js";
import type { Parts } from "./parts.js";
import { AnyBody, CompareBody, ErrorBody, IdParams, TraceBody } from "./schemas.js";

export async function questionRoutes(scope: FastifyInstance, { index, writer }: Parts): Promise<void> {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const response = { 200: AnyBody, 400: ErrorBody, 404: ErrorBody };

  app.post(
    "/compare",
    {
      config: { scope: "read" },
      schema: {
        summary: "two documents, passage by passage",
        description: "Each a document, or an object with the id of a kept one.",
        body: CompareBody,
        response,
      },
    },
    async (request, reply) => {
      const { a, b } = request.body;
      reply.type("application/json");
      return matchLine(await compareDocuments(index, named(a, "a"), named(b, "b")));
    },
  );

  app.post(
    "/trace",
    {
      config: { scope: "read" },
      schema: {
        summary: "where a document comes from, by trace.schema.json",
        description: "A document, or an object with the id of a kept one.",
        body: TraceBody,
        response,
      },
    },
    async (request, reply) => {
      reply.type("application/json");
      return traceLine(await traceDocument(index, named(request.body, "document"), new Date()));
    },
  );

  app.get(
    "/documents/:id",
    {
      config: { scope: "read" },
      schema: { summary: "a kept document and the answer it got", params: IdParams, response },
    },
    async (request) => {
      const document = index.document(request.params.id);
      const answer = index.lastAnswer(request.params.id);
      if (document === undefined && answer === undefined)
        throw new Unknown(`${request.params.id}: no document of this id was answered`);
      return {
        document: document ?? null,
        answer: answer === undefined ? null : (JSON.parse(answerLine(answer)) as unknown),
      };
    },
  );

  app.delete(
    "/documents/:id",
    {
      config: { scope: "admin" },
      schema: {
        summary: "forget a document and its answer",
        params: IdParams,
        response: { 204: AnyBody, 404: ErrorBody },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const isRemoved = await writer.exclusively((one) => one.remove(id));
      if (!isRemoved) throw new Unknown(`${id}: no document of this id is kept`);
      return reply.code(204).send();
    },
  );
}

/** A document needs an id to be spoken of; one that came without is called by its place. */
function named<Given extends { readonly id?: string }>(given: Given, place: string): Given & { id: string } {
  return { ...given, id: given.id ?? place };
}
