/**
 * Tokens of a server: random, shown once, kept as SHA-256. The file is JSON with a version and a checksum, so that a
 * cut or edited one is refused instead of locking everybody out, or in.
 */
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { readTrouble, UsageError, writeTrouble } from "../errors.js";

/** read: ask. write: also give items. admin: also remove documents, see figures. */
export const SCOPES = ["read", "write", "admin"] as const;
export type Scope = (typeof SCOPES)[number];

export interface Token {
  readonly name: string;
  /** SHA-256 of the token, hexadecimal. */
  readonly hash: string;
  readonly scope: Scope;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** ISO 8601, UTC; null for one that does not expire. */
  readonly expires: string | null;
}

const VERSION = 1;
const PREFIX = "isnad_";

/** Throws UsageError for a file that cannot be read or is none of tokens. */
export function readTokens(path: string): Token[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: tokens cannot be read (${readTrouble(error as Error)})`);
  }
  const file = parsed(path, text);
  if (file.version !== VERSION)
    throw new UsageError(`${path}: found tokens of version ${String(file.version)}, expected ${VERSION}`);
  if (!Array.isArray(file.tokens) || file.checksum !== checksum(file.tokens as Token[]))
    throw new UsageError(`${path}: the checksum does not fit the tokens: the file was edited or cut`);
  return file.tokens as Token[];
}

function parsed(path: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw new UsageError(`${path}: found no JSON object, expected a file that isnad token made`);
}

/** Writes the file whole or not at all, for the owner alone. */
export function writeTokens(path: string, tokens: readonly Token[]): void {
  const text = `${JSON.stringify({ version: VERSION, tokens, checksum: checksum(tokens) }, null, 1)}\n`;
  const beside = `${path}.new`;
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true });
    renameSync(beside, path);
  } catch (error) {
    throw new UsageError(`${path}: tokens cannot be written (${writeTrouble(error as Error)})`);
  }
}

/** A new token and what is kept of it. */
export function newToken(
  name: string,
  scope: Scope,
  created: Date,
  lifeMs: number | null,
): { readonly secret: string; readonly token: Token } {
  const secret = PREFIX + randomBytes(24).toString("base64url");
  const expires = lifeMs === null ? null : new Date(created.getTime() + lifeMs).toISOString();
  return { secret, token: { name, hash: sha256(secret), scope, created: created.toISOString(), expires } };
}

/** The token that a secret stands for at a moment; undefined where there is none or it has expired. */
export function tokenOf(tokens: readonly Token[], secret: string, now: Date): Token | undefined {
  // Equal hashes are found by comparing hashes: how long that takes tells nothing of the secret.
  const hash = sha256(secret);
  const found = tokens.find((token) => token.hash === hash);
  if (found === undefined || (found.expires !== null && found.expires <= now.toISOString())) return undefined;
  return found;
}

export function allows(scope: Scope, needed: Scope): boolean {
  return SCOPES.indexOf(scope) >= SCOPES.indexOf(needed);
}

function checksum(tokens: readonly Token[]): string {
  return sha256(JSON.stringify(tokens));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
