// Holds what is said to be proven against the sources. The table of rules in crypto/mls/README.md: every file and test that
// it names is there, and every test of rules_*_test.cpp is named in it. crypto/README.md: the tests and suites that it names
// are there. `problems(root)` is for scripts/check.mjs; run by itself it prints them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const skipped = new Set(['node_modules', 'data', 'golden']);

function files(folder, pattern) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : files(full, pattern);
    return pattern.test(entry.name) ? [full] : [];
  });
}

// Suite.Name of every test of GoogleTest in these files.
function tests_in(sources) {
  const names = new Set();
  for (const file of sources) {
    for (const [, suite, name] of readFileSync(file, 'utf8').matchAll(/^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)/gm)) {
      names.add(`${suite}.${name}`);
    }
  }
  return names;
}

function rows(readme) {
  const lines = readme.split('\n');
  const from = lines.findIndex((line) => line.startsWith('| rule |'));
  if (from < 0) return [];
  const table = [];
  for (const line of lines.slice(from + 2)) {
    if (!line.startsWith('|')) break;
    table.push(line.split('|').slice(1, -1).map((cell) => cell.trim()));
  }
  return table;
}

const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

// `Suite.Name`, `Suite.*` and paths under tests/, anywhere in the text.
function proofs_missing(root, readme, known) {
  const suites = new Set([...known].map((name) => name.split('.')[0]));
  const found = [];
  for (const name of named(readFileSync(path.join(root, readme), 'utf8'))) {
    const there =
      name.startsWith('tests/') ? existsSync(path.join(root, name))
      : /^[A-Z]\w+\.\*$/.test(name) ? suites.has(name.slice(0, -2))
      : !/^[A-Z]\w+\.[A-Z]\w*$/.test(name) || known.has(name);
    if (!there) found.push(`${readme}: no ${name}`);
  }
  return found;
}

export function problems(root) {
  const found = [];
  const table = rows(readFileSync(path.join(root, 'crypto/mls/README.md'), 'utf8'));
  if (table.length < 100) found.push(`crypto/mls/README.md: the table of rules has ${table.length} rows`);
  const known = tests_in(files(path.join(root, 'tests'), /\.cpp$/));
  found.push(...proofs_missing(root, 'crypto/README.md', known));
  const mentioned = new Set();
  for (const [rule, , source, test] of table) {
    if (rule.startsWith('**')) continue;
    for (const name of named(source)) {
      const file = name.includes('/') ? name : `crypto/mls/${name}`;
      if (!existsSync(path.join(root, file))) found.push(`"${rule}": no file ${file}`);
    }
    if (named(test).length === 0) found.push(`"${rule}": no test`);
    for (const name of named(test)) {
      mentioned.add(name);
      const [file, title] = name.split(/: (.*)/s);
      if (!name.startsWith('tests/')) {
        if (!known.has(name)) found.push(`"${rule}": no test ${name}`);
      } else if (!existsSync(path.join(root, file)) || !statSync(path.join(root, file)).isFile()) {
        found.push(`"${rule}": no file ${file}`);
      } else if (title !== undefined && !readFileSync(path.join(root, file), 'utf8').includes(title)) {
        found.push(`"${rule}": ${file} has no test "${title}"`);
      }
    }
  }
  const of_rules = tests_in(files(path.join(root, 'tests/crypto/mls'), /^rules_.*_test\.cpp$/));
  for (const name of of_rules) {
    if (!mentioned.has(name) && !name.endsWith('.TheRestIsRight')) found.push(`${name} is not in the table of rules`);
  }
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = problems(path.resolve(import.meta.dirname, '../../..'));
  for (const line of found) console.log(line);
  console.log(`${found.length === 0 ? 1 : 0} passed, ${found.length === 0 ? 0 : 1} failed, 0 skipped`);
  process.exit(found.length === 0 ? 0 : 1);
}
