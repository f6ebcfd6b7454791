// Says whether the strings are whole: every language has the same keys with the same values in them, every key that
// the pages use exists, every key that exists is used, every error code that can reach a page has its words; an easy-read
// text (`.easy`) that one language has, all have, and it takes no value that the ordinary text doesn't take.
//
//   node scripts/check_locales.mjs      prints each fault on a line; exit code 1 when there is one
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { entriesOf, keysIn, says } from './keys.mjs';

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

const valuesIn = (text) => new Set([...text.matchAll(/\$(\w+)/g)].map(([, name]) => name));

/** key -> its easy-read text */
function easyTexts(code) {
  const faults = [];
  const easy = new Map();
  for (const entry of entriesOf(readFileSync(join(LOCALES, `${code}.ftl`), 'utf8'))) {
    if (entry.easy === null) continue;
    easy.set(entry.key, entry.easy);
    if (new FluentResource(entry.easy).body.length !== 1) faults.push(`${code}.ftl: Fluent can't read the easy text of ${entry.key}`);
    const ordinary = valuesIn(entry.text);
    for (const name of valuesIn(entry.easy)) if (!ordinary.has(name)) faults.push(`${code}.ftl: the easy text of ${entry.key} takes $${name}, the ordinary one doesn't`);
  }
  return { easy, faults };
}

function easyFaults(codes) {
  const all = new Map(codes.map((code) => [code, easyTexts(code)]));
  const faults = [...all.values()].flatMap((one) => one.faults);
  const keys = new Set([...all.values()].flatMap(({ easy }) => [...easy.keys()]));
  for (const key of keys) for (const [code, { easy }] of all) if (!easy.has(key)) faults.push(`${code}.ftl: ${key} has no easy text`);
  return faults;
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
  const said = keysIn(sourceFiles(SOURCES).map((path) => readFileSync(path, 'utf8')).join('\n'));
  for (const key of said.asked) if (!model.has(key)) faults.push(`src: ${key} is used and has no string`);
  for (const key of model.keys()) if (!says(said, key)) faults.push(`${MODEL}.ftl: ${key} is used nowhere`);
  faults.push(...easyFaults(codes));
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
