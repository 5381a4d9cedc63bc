/** The life of a server: opens the index, listens, drains, closes. It prints nothing: `log` gets what there is to say. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import type { FastifyError, FastifyInstance } from "fastify";
import type { FastifySchemaValidationError } from "fastify/types/schema.js";
import { UsageError } from "../errors.js";
import { openIndex } from "../index.js";
import { guard, isLoopback } from "./access.js";
import { itemRoutes } from "./item-routes.js";
import { createMetrics } from "./metrics.js";
import type { Parts } from "./parts.js";
import { questionRoutes } from "./question-routes.js";
import { serviceRoutes } from "./service-routes.js";
import { readTokens } from "./tokens.js";
import { TRY_SCRIPT } from "./try-page.js";
import { checkTarget, sendWebhooks } from "./webhooks.js";
import { ItemWriter } from "./writer.js";

/** Bytes of a body. */
export const BODY_LIMIT = 64 << 20;
export const QUEUE_DEFAULT = 10_000;
const REQUEST_MS = 120_000;
const RETRY_AFTER_S = 1;
const DRAIN_LOOK_MS = 10;

export interface ServeOptions {
  readonly dir: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Refuse to make an index where there is none. */
  readonly mustExist?: boolean;
  /** File of tokens; without one the server listens on loopback addresses only. */
  readonly tokens?: string | undefined;
  /** Most items accepted and not yet answered. */
  readonly queue?: number;
  readonly webhooks?: readonly string[];
  /** Signs what is sent to webhooks; needed where there are any. */
  readonly webhookSecret?: string | undefined;
  readonly version: string;
  readonly log: (entry: LogEntry) => void;
}

/** One line of the log. */
export interface LogEntry {
  readonly event: "listening" | "request" | "trouble" | "stopping" | "stopped";
  readonly [detail: string]: string | number | boolean | null;
}

export interface RunningServer {
  readonly address: string;
  /** Accepts nothing more, answers what was accepted, closes the index. */
  stop(): Promise<void>;
}

/** Throws UsageError for what can never work, StoreError as `openIndex` does. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { dir, host, port, log } = options;
  const tokensFile = options.tokens;
  if (tokensFile === undefined && !isLoopback(host))
    throw new UsageError(
      `listening on ${host} needs --tokens FILE: without tokens only this machine may ask`,
    );
  const targets = (options.webhooks ?? []).map(checkTarget);
  if (targets.length > 0 && !options.webhookSecret)
    throw new UsageError("webhooks need a secret to sign with, in ISNAD_WEBHOOK_SECRET");
  const tokens = tokensFile === undefined ? null : () => readTokens(tokensFile);
  tokens?.();

  const index = await openIndex(dir, { mustExist: options.mustExist === true });
  const writer = new ItemWriter(index, options.queue ?? QUEUE_DEFAULT);
  const draining = new AbortController();
  try {
    const metrics = await createMetrics(index, writer);
    const app = await application(
      { index, writer, metrics, draining: draining.signal, version: options.version },
      tokens === null ? null : guard(tokens, () => new Date()),
      log,
    );
    writer.on("failed", (error) => log({ event: "trouble", what: "index", reason: error.message }));
    const asked = new Set<ServerResponse>();
    app.server.on("request", (_request, response: ServerResponse) => {
      asked.add(response);
      response.once("close", () => asked.delete(response));
    });
    await app.listen({ host, port });
    const sending = sendWebhooks(
      index,
      writer,
      {
        targets,
        secret: options.webhookSecret ?? "",
        stateFile: join(dir, "webhooks.json"),
        onTrouble: (target, reason) => log({ event: "trouble", what: target, reason }),
      },
      draining.signal,
    ).catch((error: Error) => log({ event: "trouble", what: "webhooks", reason: error.message }));
    const { port: taken } = app.server.address() as AddressInfo;
    const address = `http://${host.includes(":") ? `[${host}]` : host}:${taken}`;
    log({ event: "listening", address, documents: index.documents, tokens: tokens !== null });
    return {
      address,
      async stop() {
        log({ event: "stopping", waiting: writer.depth });
        draining.abort();
        const closed = app.close();
        // What was accepted is answered; a connection that is kept alive, or never asked anything, is not waited for.
        while (asked.size > 0) await sleep(DRAIN_LOOK_MS);
        app.server.closeAllConnections();
        await closed;
        await writer.drained();
        await sending;
        await index.close();
        log({ event: "stopped" });
      },
    };
  } catch (error) {
    await index.close().catch(() => {});
    throw error;
  }
}

async function application(
  parts: Parts,
  access: ReturnType<typeof guard> | null,
  log: ServeOptions["log"],
): Promise<FastifyInstance> {
  const [{ default: fastify }, { default: swagger }] = await Promise.all([
    import("fastify"),
    import("@fastify/swagger"),
  ]);
  const app = fastify({ bodyLimit: BODY_LIMIT, requestTimeout: REQUEST_MS, forceCloseConnections: "idle" });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setSchemaErrorFormatter(refusal);
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = statusOf(error);
    if (status === 429) reply.header("retry-after", RETRY_AFTER_S);
    if (status >= 500) log({ event: "trouble", what: "request", reason: error.message });
    return reply.code(status).send({ error: error.message });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: `${request.method} ${request.url}: no such route; / lists them` }),
  );
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  if (access !== null) app.addHook("onRequest", access);
  app.addHook("onResponse", async (request, reply) => {
    const { method, url } = request;
    log({
      event: "request",
      method,
      url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "isnad", version: parts.version, description: "Finds copies and rewrites in news." },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }, {}],
    },
  });
  await app.register(itemRoutes, parts);
  await app.register(questionRoutes, parts);
  await app.register(serviceRoutes, parts);
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await app.ready();
  return app;
}

/** What was wrong with a request, in words: the first trouble is enough. */
function refusal(errors: readonly FastifySchemaValidationError[], part: string): Error {
  const [{ keyword, params, instancePath, message } = {} as FastifySchemaValidationError] = errors;
  const where = part === "querystring" ? "query" : part;
  if (keyword === "additionalProperties" || keyword === "boolean") {
    const names = (params?.additionalProperties ?? []) as readonly string[];
    const named = [names].flat().join(", ") || instancePath?.slice(1);
    return new UsageError(`${where}: ${named} is not known here; /openapi.json lists what is`);
  }
  return new UsageError(`${where}${instancePath?.replaceAll("/", ".")}: ${message}`);
}

function statusOf(error: FastifyError): number {
  switch (error.name) {
    case "QueueFull":
      return 429;
    case "Unknown":
      return 404;
    case "UsageError":
      return 400;
    case "StoreError":
      return 503;
    default:
      return error.statusCode ?? 500;
  }
}

const SCRIPT_HASH = createHash("sha256").update(TRY_SCRIPT).digest("base64");

/** Texts never become markup; what a page may do is listed, and nothing comes from elsewhere. */
const SECURITY_HEADERS = {
  "content-security-policy": `default-src 'none'; script-src 'sha256-${SCRIPT_HASH}'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};
