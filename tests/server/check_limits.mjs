// Holds tests/server/limits.md against the sources: every constant that it names stands in the file that it names with the value
// that it says, every test exists, and every k-constant of the limits' own headers is in the table.
// `problems(root)` is for scripts/check.mjs; run by itself it prints them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const table_file = 'tests/server/limits.md';
/** Headers that hold limits and nothing else: whatever they name has to be in the table. */
const of_limits = ['server/base/log_limit.h', 'server/domain/rate_limit.h', 'server/domain/guess_limit.h', 'server/domain/daily_limit.h', 'server/domain/overload.h',
  'server/domain/room.h', 'server/domain/upkeep.h', 'server/domain/slips.h', 'server/domain/open_door.h', 'server/domain/attachments.h', 'server/domain/mailbox.h', 'server/webauthn/limits.h', 'server/domain/staff_sessions.h', 'server/wire/limits.h', 'server/net/limits.h'];
/** Names in those headers that refuse nobody: sums of others, counts of alternatives, and how the work is divided. */
const no_limits = new Set(['kFrameOverheadBytes', 'kEnrolmentBytes', 'kMaxSealedListBytes', 'kDailyKinds', 'kChunksPerMib', 'kListenBacklog', 'kAcceptRetry',
  'kProcessorsPerLoop', 'kMaxLoops', 'kRecordBytes', 'kReadsPerTurn', 'kTickInterval', 'kDomainTickInterval', 'kTrimAfterChanges']);
/** Limits whose edge no test reaches; the table says why below its last row. */
const without_edge = ['kHttpWriteTimeout', 'kTlsShutdownTimeout', 'kCloseTimeout', 'kMaxStoreRequests', 'kMaxLocalConnections', 'kLocalTimeout'];

const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const full = path.join(folder, entry.name);
  if (entry.isDirectory()) return ['node_modules', 'golden', 'corpus'].includes(entry.name) ? [] : files(full);
  return /\.(cpp|ts|mjs)$/.test(entry.name) ? [full] : [];
});

function tests_in(root) {
  const names = new Set();
  for (const file of files(path.join(root, 'tests')).filter((f) => f.endsWith('.cpp'))) {
    for (const [, suite, name] of readFileSync(file, 'utf8').matchAll(/^TEST(?:_F|_P)?\(\s*(\w+),\s*(\w+)\s*\)/gm)) names.add(`${suite}.${name}`);
  }
  return names;
}

/** name -> what stands behind "=" or in braces, without separators of thousands. */
function constants_in(text) {
  const found = new Map();
  for (const [, name, value] of text.matchAll(/^\s*(?:inline |static )?constexpr [\w:<>, ]+? (k\w+)\s*(?:=\s*|\{)([^;}]+)\}?;/gm)) {
    found.set(name, value.replaceAll("'", '').replace(/\s+/g, ' ').trim());
  }
  return found;
}

const named = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

function rows(text) {
  return text.split('\n').filter((line) => /^\| `/.test(line)).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

export function problems(root) {
  const found = [];
  const read = (file) => readFileSync(path.join(root, file), 'utf8');
  const text = read(table_file);
  const tests = tests_in(root);
  const listed = new Set();
  let file = '';
  const constants = new Map();
  for (const line of text.split('\n')) {
    const heading = /^## .*`([\w/.]+)`/.exec(line);
    if (heading) {
      file = heading[1];
      if (!existsSync(path.join(root, file))) { found.push(`${table_file}: no file ${file}`); file = ''; }
      else constants.set(file, constants_in(read(file)));
    }
    if (!/^\| `/.test(line) || !file) continue;
    const [limit, value, , test] = rows(line)[0];
    const [name] = named(limit);
    listed.add(`${file} ${name}`);
    const is = constants.get(file).get(name);
    if (is === undefined) found.push(`${table_file}: ${file} has no ${name}`);
    else if (named(value)[0] !== is) found.push(`${table_file}: ${name} is ${is}, not ${named(value)[0]}`);
    const proofs = named(test ?? '');
    if (proofs.length === 0) found.push(`${table_file}: ${name} has no test`);
    for (const proof of proofs) {
      const [where, title] = proof.split(/: (.*)/s);
      if (where.startsWith('tests/')) {
        if (!existsSync(path.join(root, where))) found.push(`${table_file}: ${name}: no file ${where}`);
        else if (title !== undefined && !read(where).includes(title)) found.push(`${table_file}: ${name}: ${where} has no "${title}"`);
      } else if (!tests.has(proof)) found.push(`${table_file}: ${name}: no test ${proof}`);
    }
  }
  if (listed.size < 60) found.push(`${table_file}: only ${listed.size} limits`);
  for (const header of of_limits) {
    for (const name of constants_in(read(header)).keys()) {
      if (!no_limits.has(name) && !without_edge.includes(name) && !listed.has(`${header} ${name}`)) found.push(`${header}: ${name} is not in ${table_file}`);
    }
  }
  for (const name of without_edge) if (!text.includes(`\`${name}\``)) found.push(`${table_file}: says nothing of ${name}`);
  return found;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = problems(path.resolve(import.meta.dirname, '../..'));
  for (const line of found) console.log(line);
  console.log(`${found.length === 0 ? 1 : 0} passed, ${found.length === 0 ? 0 : 1} failed, 0 skipped`);
  process.exit(found.length === 0 ? 0 : 1);
}
