/**
 * A small test runner: cases register themselves, run a few at a time, and are counted.
 *
 * Not node:test, because a case here owns a server and several browsers: it needs a cleanup that always runs,
 * a time limit that names the case, screenshots on failure, and one closing line that `./dev test` adds up.
 */
import { mkdirSync } from 'node:fs';

const CASE_LIMIT_MS = 120_000;
const cases = [];

export class Skip extends Error {}

/** Registers a case. `run` gets a Case: t.cleanup(fn), t.skip(reason), t.name. */
export function test(name, run, { limitMs = CASE_LIMIT_MS } = {}) {
  cases.push({ name, run, limitMs });
}

class Case {
  #cleanups = [];
  #failureHooks = [];
  constructor(name) { this.name = name; }
  /** Runs after the case, last one first, whatever happened. */
  cleanup(fn) { this.#cleanups.push(fn); }
  /** Runs when the case failed and everything is still open. */
  onFailure(fn) { this.#failureHooks.push(fn); }
  skip(reason) { throw new Skip(reason); }

  async failed() {
    for (const hook of this.#failureHooks) await hook().catch((e) => console.error(`  (evidence: ${e.message})`));
  }
  async close() {
    const problems = [];
    for (const fn of this.#cleanups.reverse()) await fn().catch((e) => problems.push(e));
    if (problems.length) throw problems[0];
  }
}

function withLimit(promise, ms) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

async function runOne({ name, run, limitMs }) {
  const t = new Case(name);
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  let outcome = 'passed';
  let error = null;
  try {
    await withLimit(run(t), limitMs);
  } catch (e) {
    outcome = e instanceof Skip ? 'skipped' : 'failed';
    error = e;
    if (outcome === 'failed') await t.failed();
  }
  try {
    await withLimit(t.close(), 30_000);
  } catch (e) {
    if (outcome === 'passed') { outcome = 'failed'; error = e; }
  }
  const mark = { passed: 'ok     ', failed: 'FAILED ', skipped: 'SKIPPED:' }[outcome];
  console.log(`${mark} ${name} (${seconds()})${outcome === 'skipped' ? `: ${error.message}` : ''}`);
  if (outcome === 'failed') console.log(String(error.stack ?? error).replace(/^/gm, '        '));
  return outcome;
}

/** Runs the cases whose name holds `filter`, `jobs` at a time. Answers whether none failed. */
export async function runAll({ filter = '', jobs = 1, outDir }) {
  mkdirSync(outDir, { recursive: true });
  const queue = cases.filter((c) => c.name.includes(filter));
  const count = { passed: 0, failed: 0, skipped: 0 };
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) count[await runOne(next)] += 1;
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  return count.failed === 0 && count.passed + count.skipped > 0;
}
