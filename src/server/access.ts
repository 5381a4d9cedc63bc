/** Who may ask what: a token with a scope, or, where no tokens are kept, whoever reaches the loopback address. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { allows, type Scope, type Token, tokenOf } from "./tokens.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** What a token must allow; routes without it are open to all, such as `/healthz`. */
    readonly scope?: Scope;
  }
}

/** A hook that refuses what the token of a request does not allow. `tokens` null: everything is allowed. */
export function guard(tokens: (() => readonly Token[]) | null, now: () => Date) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const needed = request.routeOptions.config.scope;
    if (tokens === null || needed === undefined) return;
    const secret = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
    const token = secret === undefined ? undefined : tokenOf(tokens(), secret, now());
    if (token === undefined) {
      const what = secret === undefined ? "no token came" : "the token is unknown or has expired";
      await reply
        .code(401)
        .header("www-authenticate", "Bearer")
        .send({ error: `${what}; expected the header Authorization: Bearer TOKEN` });
    } else if (!allows(token.scope, needed)) {
      await reply
        .code(403)
        .send({ error: `the token ${token.name} has the scope ${token.scope}; this needs ${needed}` });
    }
  };
}

/** Does this host name only this machine? Without tokens a server listens nowhere else. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
