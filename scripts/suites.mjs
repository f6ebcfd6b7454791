// Runs the test suites, keeps each one's output in build/test-logs, and closes with what failed by name and one line
// that counts every test of every runner: `N passed, M failed, K skipped`. Suites of pure computation run in pairs; those
// with clocks, sockets or browsers in them run alone.
//   node scripts/suites.mjs [--list] [--vectors DIR] [--cycles N] [SUITE ...]
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const logs = path.join(root, 'build/test-logs');
const client = path.join(root, 'client-web');
const tail_lines = 60;
const suites_at_once = 2;

// counts: how the runner says what it did. gtest and lines are read from its output, vitest from its JSON.
// show: lines of a runner's output that are repeated here. pair: may run beside another of its kind.
const suites = {
  check: { pair: true, what: 'layers, header self-containment, texts, no hosts or machine paths', counts: 'lines', run: [['node', 'scripts/check.mjs']] },
  crypto: { pair: true, what: 'crypto unit tests, native', counts: 'gtest', env: { BREDVID_SOURCE_DIR: root }, run: [['build/native/tests/crypto/crypto_test', '--gtest_filter=-DeviceCrash.*:DeviceRace.*']] },
  'device-life': { pair: true, what: 'lives of devices: crashes, races, old states; every key counted', counts: 'gtest', run: [['build/native/tests/crypto/device_life_test']] },
  mutants: { pair: true, what: 'at least 200 mutants of every given MLS message, each refused', counts: 'gtest', show: /^\[ (?:MUTANTS|INSIDERS) .*all together.*/gm, run: [['build/native/tests/mutants/mutants_test']] },
  secrets: { pair: true, what: 'memory is looked at: no key is left in what is given back', counts: 'gtest', run: [['build/native/tests/secrets/secrets_test']] },
  allocation: { pair: true, what: 'no input makes a decoder take more than 16 times its size', counts: 'gtest', run: [['build/native/tests/crypto/allocation/allocation_test']] },
  interop: { pair: true, what: 'random groups shared with ts-mls and core-crypto (OpenMLS)', counts: 'lines', run: [['node', 'tests/interop/run.mjs']] },
  fuzz: { pair: true, what: 'past crashes, the corpus, and a few seconds of each fuzzer', counts: 'lines', run: [['node', 'tests/fuzz/run.mjs']] },
  vectors: { pair: true, what: 'RFC 9420 and RFC 9180 vectors, native and WebAssembly', counts: 'gtest', show: /^\[ VECTORS .*/gm, run: [
    ['build/native/tests/crypto/vectors_test'],
    ['node', 'tests/wasm/run.mjs', 'build/wasm/tests/vectors_test.wasm']] },
  'vectors-runner': { pair: true, what: 'the vector tests see wrong, damaged, missing and unknown files', counts: 'lines',
    run: [['node', 'tests/vectors/runner_test.mjs']] },
  wasm: { pair: true, what: 'the crypto unit tests again, in WebAssembly', counts: 'gtest', run: [
    ['node', 'tests/wasm/run.mjs', 'build/wasm/tests/crypto_test.wasm', '--gtest_filter=-DeviceCrash.*:DeviceRace.*']] },
  'wasm-imports': { pair: true, what: 'the module imports random_get and nothing else', counts: 'lines', run: [
    ['node', 'tests/wasm/check_imports.mjs', 'build/wasm/bredvid_core.wasm']] },
  server: { pair: true, what: 'wire, domain without sockets, storage', counts: 'gtest', run: [['build/native/tests/server/server_test']] },
  'page-flips': { pair: true, what: 'ten thousand damaged copies of a database: each is found, none is served', counts: 'gtest', show: /^\[ FLIPS .*/gm,
    run: [['build/native/tests/server/page_flips_test']] },
  integration: { what: 'a C++ client against the real server over TLS', counts: 'gtest', run: [['build/native/tests/server/integration_test']] },
  storm: { what: 'fifty kills while people talk: all are back, nothing is lost, nothing comes twice', counts: 'exit', show: /^\{"bench".*/gm, run: [
    ['build/native/tests/load/bredvid-load', 'storm', '--server', 'build/native/server/bredvid']] },
  // How long anybody waited is for `./dev bench slow` and `malformed` to judge.
  hostile: { what: '5,000 slow clients, 100,000 malformed frames: memory stays, nobody honest is cut off, nothing is lost', counts: 'exit', show: /^\{"bench".*/gm, run: [
    ['slow', '--clients', '5000', '--seconds', '5'], ['malformed', '--messages', '100000']]
    .map((words) => [...words, '--untimed']).map((words) => ['build/native/tests/load/bredvid-load', ...words, '--server', 'build/native/server/bredvid']) },
  tls: { what: 'testssl.sh against the real server: nothing of MEDIUM or above', counts: 'lines', show: /^expected .*/gm, run: [['node', 'tests/tls/run.mjs']] },
  proxy: { what: "the README's snippets for nginx and Caddy in front of the real server", counts: 'lines', run: [['node', 'tests/proxy/run.mjs']] },
  crash: { what: 'sudden deaths: kill -9, power cuts, a disk that fails or is full; --cycles N for more than 300', counts: 'gtest', show: /^\[ CRASH .*/gm,
    run: [['build/native/tests/crash/crash_test']] },
  'client-types': { pair: true, what: 'TypeScript and Svelte types', counts: 'exit', run: [['npm', 'run', '--silent', 'check']], cwd: client },
  client: { what: 'the client engine and pages without a browser', counts: 'vitest', run: [
    ['npx', '--no-install', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${logs}/client.json`]], cwd: client },
  'year-2019': { what: 'the year 2019 played by real engines against the real server, twice; and ten and a hundred times as large', counts: 'vitest', env: { NO_COLOR: '1' },
    show: /^\[ YEAR .*/gm, run: [['npx', '--no-install', 'vitest', 'run', '--dir', '../tests/year', '--maxWorkers=2', '--reporter=default', '--reporter=json',
      `--outputFile.json=${logs}/year-2019.json`]], cwd: client },
  asan: { what: 'crypto, vectors, server and integration under AddressSanitizer and UBSan (not part of the normal run)', counts: 'gtest', extra: true, env: { BREDVID_SOURCE_DIR: root },
    run: ['crypto/crypto_test', 'crypto/vectors_test', 'server/server_test', 'server/integration_test'].map((t) => [`build/asan/tests/${t}`]) },
  tsan: { what: 'server and integration under ThreadSanitizer (not part of the normal run)', counts: 'gtest', extra: true,
    env: { TSAN_OPTIONS: `suppressions=${path.join(root, 'tests/sanitizers/tsan.supp')}` },
    run: ['server/server_test', 'server/integration_test'].map((t) => [`build/tsan/tests/${t}`]) },
  e2e: { what: 'people in real Chromium against the real server', counts: 'lines', run: [['node', 'tests/e2e/run.mjs']] },
};

const add = (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped });
const none = { passed: 0, failed: 0, skipped: 0 };
const last_number = (text, pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);

const readers = {
  gtest: (text) => ({ passed: last_number(text, /\[ {2}PASSED {2}\] (\d+) tests?/g),
    failed: last_number(text, /\[ {2}FAILED {2}\] (\d+) tests?/g), skipped: last_number(text, /\[ {2}SKIPPED \] (\d+) tests?/g) }),
  lines: (text) => ({ passed: last_number(text, /^(\d+) passed, \d+ failed/gm), failed: last_number(text, /^\d+ passed, (\d+) failed/gm),
    skipped: last_number(text, /^\d+ passed, \d+ failed, (\d+) skipped/gm) }),
  vitest: (_, name) => {
    const file = `${logs}/${name}.json`;
    if (!existsSync(file)) return none;
    const r = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: r.numPassedTests, failed: r.numFailedTests, skipped: r.numPendingTests + r.numTodoTests };
  },
  exit: () => none,
};

function execute([program, ...args], cwd, env, log) {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    const take = (chunk) => { text += chunk; log.write(chunk); };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (e) => resolve({ code: 127, text: `${text}\n${program}: ${e.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 128, text: signal ? `${text}\nended by ${signal}\n` : text }));
  });
}

const failures = [];

async function run_suite(name) {
  const suite = suites[name];
  let said = '';
  const log = createWriteStream(path.join(logs, `${name}.log`));
  let counts = none;
  const began = Date.now();
  for (const command of suite.run) {
    const { code, text } = await execute(command, suite.cwd ?? root, suite.env, log);
    let part = readers[suite.counts](text, name);
    if (suite.counts === 'exit') part = code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
    const executed = part.passed + part.failed + part.skipped;
    // a runner that failed, or ran nothing, without saying which test: that is a failure too
    if (part.failed === 0 && (code !== 0 || executed === 0)) part = { ...part, failed: 1 };
    counts = add(counts, part);
    if (part.failed > 0) {
      said += text.split('\n').slice(-tail_lines).map((l) => `  | ${l}\n`).join('');
      failures.push(`${name}: ${names_of_failed(text).join(', ') || 'see above'}`);
    }
    for (const line of (suite.show && text.match(suite.show)) || []) said += `  ${line}\n`;
    // a skipped test is loud: its name, and the reason that stands in front of it
    for (const line of text.match(/^(?:.*: Skipped\n.*\n|\[ {2}SKIPPED \] \S+ \(.*|skipped .*)/gm) ?? []) said += `  ${line.trim()}\n`;
  }
  log.end();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${said}${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s\n`);
  return counts;
}

// The first few names, however the runner marks them.
function names_of_failed(text) {
  const names = [...text.matchAll(/^\[ {2}FAILED {2}\] (\S+\.\S+?)(?:,| \(|$)|^(?:FAILED|FAIL|not ok|failed) (.+)$|^ +[×✗] (.+)$/gm)].map((m) => (m[1] ?? m[2] ?? m[3]).trim());
  return [...new Set(names)].slice(0, 20);
}

// Takes suites from the list, `lanes` at a time, and adds their counts up.
async function run_all(names, lanes) {
  const waiting = [...names];
  let sum = none;
  const lane = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const counts = await run_suite(name);  // before `sum` is looked at: the other lane adds to it meanwhile
      sum = add(sum, counts);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return sum;
}

const args = process.argv.slice(2);
if (args.includes('--list')) {
  for (const [name, s] of Object.entries(suites)) console.log(name.padEnd(14), s.what);
  process.exit(0);
}
const at = args.indexOf('--vectors');
if (at >= 0) {
  if (!args[at + 1]) { console.error('--vectors needs a folder'); process.exit(2); }
  const dir = path.resolve(process.env.BREDVID_CALLER_DIR ?? '.', args[at + 1]);
  if (!existsSync(dir)) { console.error(`--vectors: there is no folder ${dir}`); process.exit(2); }
  process.env.BREDVID_VECTORS = dir;
  args.splice(at, 2);
}
const cycles_at = args.indexOf('--cycles');
if (cycles_at >= 0) {
  if (!/^[1-9]\d{0,5}$/.test(args[cycles_at + 1] ?? '')) { console.error('--cycles needs a number from 1 to 999999'); process.exit(2); }
  process.env.BREDVID_CYCLES = args[cycles_at + 1];
  args.splice(cycles_at, 2);
}
const unknown = args.filter((a) => !suites[a]);
if (unknown.length) { console.error(`no such suite: ${unknown.join(', ')} (./dev test --list)`); process.exit(2); }

rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
const chosen = args.length ? args : Object.keys(suites).filter((name) => !suites[name].extra);
const total = add(await run_all(chosen.filter((name) => suites[name].pair), suites_at_once), await run_all(chosen.filter((name) => !suites[name].pair), 1));
for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
