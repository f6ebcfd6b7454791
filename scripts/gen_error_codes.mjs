#!/usr/bin/env node
// Writes client-web/src/wire/error_codes.ts from schema/error_codes.csv; the file is committed.
// The C++ twin is written into the build folder by cmake/gen_error_codes.cmake.
// With --check nothing is written: exit code 1 says that the committed file is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const csv = join(root, 'schema', 'error_codes.csv');
const target = join(root, 'client-web', 'src', 'wire', 'error_codes.ts');

function rows() {
  const [heading, ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n');
  if (heading !== 'code,name,who,sentence') throw new Error(`${csv}: unexpected first line`);
  return lines.map((line, i) => {
    const m = /^(\d+),([a-z][a-z0-9_]*),([a-z]+),(.+)$/.exec(line);
    if (!m) throw new Error(`${csv}:${i + 2}: not a row of four columns`);
    return { code: Number(m[1]), name: m[2], who: m[3], sentence: m[4] };
  });
}

function refuseDuplicates(list) {
  for (const key of ['code', 'name']) {
    const seen = new Set();
    for (const row of list) {
      if (seen.has(row[key])) throw new Error(`${csv}: ${key} ${row[key]} stands there twice`);
      seen.add(row[key]);
    }
  }
}

function typescript(list) {
  const quoted = (s) => `'${s.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  return `// Generated from schema/error_codes.csv by scripts/gen_error_codes.mjs. Do not edit.
//
// The numbers that error frames carry and their names. The sentences are the server's
// English ones, for logs and tests; people read the page's own words for each name.

export const ERROR_CODES = {
${list.map((r) => `  /** ${r.who}: ${r.sentence} */\n  ${r.name}: ${r.code},`).join('\n')}
} as const;

export type ErrorName = keyof typeof ERROR_CODES;
export type ErrorCode = (typeof ERROR_CODES)[ErrorName];

const NAMES: ReadonlyMap<number, ErrorName> = new Map(
  (Object.entries(ERROR_CODES) as [ErrorName, ErrorCode][]).map(([name, code]) => [code, name]),
);

/** null: a number that this version of the client does not know. */
export function errorName(code: number): ErrorName | null {
  return NAMES.get(code) ?? null;
}

export const ERROR_SENTENCES: Readonly<Record<ErrorName, string>> = {
${list.map((r) => `  ${r.name}: ${quoted(r.sentence)},`).join('\n')}
};
`;
}

const list = rows();
refuseDuplicates(list);
const text = typescript(list);
if (process.argv.includes('--check')) {
  let old = '';
  try { old = readFileSync(target, 'utf8'); } catch { /* a missing file is a stale one */ }
  if (old !== text) {
    console.error('client-web/src/wire/error_codes.ts is stale. Run: node scripts/gen_error_codes.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
