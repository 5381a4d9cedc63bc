/** Engines over small collections, and invented texts of any length. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createEngine, type Engine, type EngineOptions, type MatchOptions } from "../../src/index.js";
import type { Document, Match } from "../../src/model/index.js";

export const ARTICLES = new URL("../../corpus/articles.jsonl", import.meta.url).pathname;

export function articles(): Document[] {
  return readFileSync(ARTICLES, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Document);
}

export async function engineOf(documents: Iterable<Document>, options: EngineOptions = {}): Promise<Engine> {
  const engine = await createEngine(options);
  for (const document of documents) engine.add(document);
  return engine;
}

export async function matchesOf(engine: Engine, options: MatchOptions = {}): Promise<Match[]> {
  const matches: Match[] = [];
  for await (const match of engine.matches(options)) matches.push(match);
  return matches;
}

/** "a b" of every match. */
export async function pairsOf(engine: Engine, options: MatchOptions = {}): Promise<string[]> {
  return (await matchesOf(engine, options)).map(({ a, b }) => `${a} ${b}`);
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), state | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const draw = random(seed);
  return list
    .map((one) => ({ one, at: draw() }))
    .sort((x, y) => x.at - y.at)
    .map(({ one }) => one);
}

const SYLLABLES = ["با", "تو", "جي", "دا", "رو", "سي", "شا", "فو", "كي", "لا", "مو", "ني"];

/** Words that no language has, in sentences; texts of different seeds share hardly a run of three. */
export function invented(words: number, seed: number): string {
  const draw = random(seed);
  const syllable = () => SYLLABLES[Math.floor(draw() * SYLLABLES.length)]!;
  return Array.from({ length: words }, (_, at) => {
    const word = syllable() + syllable() + syllable() + syllable();
    return at % 12 === 11 ? `${word}.` : word;
  }).join(" ");
}

/** A folder of its own for the test file that calls this. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "isnad-engine-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

export function jsonLines(documents: Iterable<object>): string {
  let lines = "";
  for (const document of documents) lines += `${JSON.stringify(document)}\n`;
  return lines;
}
