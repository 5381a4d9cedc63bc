/** Events, health and figures, the description of the API and the page to try it. */
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { UsageError } from "../errors.js";
import { sendEvents } from "./events.js";
import type { Parts } from "./parts.js";
import { AnyBody, ErrorBody } from "./schemas.js";
import { tryPage } from "./try-page.js";

export async function serviceRoutes(scope: FastifyInstance, parts: Parts): Promise<void> {
  const { index, writer, metrics, draining } = parts;
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    "/events",
    {
      config: { scope: "read" },
      schema: {
        summary: "answers as server-sent events, from now on, or behind Last-Event-ID",
        headers: Type.Object({ "last-event-id": Type.Optional(Type.String()) }),
        response: { 200: AnyBody, 400: ErrorBody },
      },
    },
    async (request, reply) => {
      const given = request.headers["last-event-id"];
      const after = given === undefined ? writer.committed : Number(given);
      if (!Number.isSafeInteger(after) || after < 0)
        throw new UsageError(`Last-Event-ID ${JSON.stringify(given)}: expected the number of an event`);
      reply.hijack();
      await sendEvents(reply.raw, index, writer, after, draining);
    },
  );

  app.get("/healthz", { schema: { summary: "the process lives", security: [] } }, async () => ({ ok: true }));

  app.get(
    "/readyz",
    { schema: { summary: "items are accepted", security: [], response: { 200: AnyBody, 503: ErrorBody } } },
    async (_request, reply) => {
      const why = draining.aborted ? "shutting down" : writer.failure?.message;
      if (why !== undefined) return reply.code(503).send({ error: why });
      return { ok: true };
    },
  );

  app.get(
    "/metrics",
    { config: { scope: "read" }, schema: { summary: "figures for Prometheus" } },
    async (_request, reply) => reply.type(metrics.contentType).send(await metrics.text()),
  );

  app.get("/", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(tryPage()),
  );
}
