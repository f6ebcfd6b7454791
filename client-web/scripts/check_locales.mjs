// Says whether the strings are whole: every language has the same keys with the same values in them, every key that
// the pages use exists, every key that exists is used, every error code that can reach a page has its words.
//
//   node scripts/check_locales.mjs      prints each fault on a line; exit code 1 when there is one
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';

const HERE = dirname(fileURLToPath(import.meta.url));
const LOCALES = join(HERE, '../locales');
const SOURCES = join(HERE, '../src');
const ERROR_CODES = join(HERE, '../../schema/error_codes.csv');
const MODEL = 'sv';
/** Codes of this kind are for the operator's terminal and never reach a page. */
const OPERATOR = 'operator';

/** key -> sorted names of the values in it */
function readLocale(code) {
  const text = readFileSync(join(LOCALES, `${code}.ftl`), 'utf8');
  const keys = new Map();
  const faults = [];
  let key = '';
  for (const line of text.split('\n')) {
    const start = /^([a-zA-Z][\w-]*) =/.exec(line);
    if (start) {
      key = start[1];
      if (keys.has(key)) faults.push(`${code}.ftl: ${key} is there twice`);
      keys.set(key, new Set());
    } else if (line !== '' && !/^[ #}]/.test(line)) {
      faults.push(`${code}.ftl: not understood: ${line}`);
    }
    if (!line.startsWith('#')) for (const [, name] of line.matchAll(/\$(\w+)/g)) keys.get(key)?.add(name);
  }
  const parsed = new Set(new FluentResource(text).body.map((entry) => entry.id));
  for (const one of keys.keys()) if (!parsed.has(one)) faults.push(`${code}.ftl: Fluent can't read ${one}`);
  return { keys, faults };
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return ['.ts', '.svelte'].includes(extname(entry.name)) ? [path] : [];
  });
}

/** Keys in quotes that look like ours, and the fixed beginnings and ends of keys that are put together. */
function readSources() {
  const text = sourceFiles(SOURCES).map((path) => readFileSync(path, 'utf8')).join('\n');
  const asked = [...text.matchAll(/\b(?:t|sentence)\('([a-z0-9][\w-]*)'/g)].map((match) => match[1]);
  const quoted = new Set([...text.matchAll(/'([a-z0-9]+(?:-[\w]+)+)'/g)].map((match) => match[1]));
  const patterns = [...text.matchAll(/`([a-z0-9]+-(?:[\w-]*))\$\{[^`]*?\}([\w-]*)`/g)].map((match) => ({ start: match[1], end: match[2] }));
  return { asked: new Set(asked), quoted, patterns };
}

export function check() {
  const codes = readdirSync(LOCALES).filter((name) => name.endsWith('.ftl')).map((name) => name.slice(0, -4));
  const locales = new Map(codes.map((code) => [code, readLocale(code)]));
  const faults = [...locales.values()].flatMap((locale) => locale.faults);
  const model = locales.get(MODEL).keys;
  for (const [code, { keys }] of locales) {
    for (const [key, values] of model) {
      if (!keys.has(key)) faults.push(`${code}.ftl: ${key} is missing`);
      else if ([...values].sort().join() !== [...keys.get(key)].sort().join()) faults.push(`${code}.ftl: ${key} has other values than ${MODEL}.ftl`);
    }
    for (const key of keys.keys()) if (!model.has(key)) faults.push(`${code}.ftl: ${key} is not in ${MODEL}.ftl`);
  }
  const { asked, quoted, patterns } = readSources();
  for (const key of asked) if (!model.has(key)) faults.push(`src: ${key} is used and has no string`);
  for (const key of model.keys()) {
    const used = asked.has(key) || quoted.has(key) || patterns.some(({ start, end }) => key.startsWith(start) && key.endsWith(end));
    if (!used) faults.push(`${MODEL}.ftl: ${key} is used nowhere`);
  }
  for (const line of readFileSync(ERROR_CODES, 'utf8').trim().split('\n').slice(1)) {
    const [, name, who] = line.split(',');
    if (who !== OPERATOR && !model.has(`problem-${name}`)) faults.push(`${MODEL}.ftl: problem-${name} is missing (schema/error_codes.csv)`);
  }
  return { faults, strings: model.size, languages: codes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faults, strings, languages } = check();
  for (const fault of faults) console.log(fault);
  console.log(`${strings} strings, ${languages.join(' ')}: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
