// node tests/vectors/runner_test.mjs
// The vector tests themselves: does a wrong, damaged, missing or unknown file show? Runs vectors_test, natively and in
// WebAssembly, on folders that are made here from the given vectors. Closes with `N passed, M failed, K skipped`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const given = path.resolve(process.env.BREDVID_VECTORS || path.join(root, '../shared/vectors'));
const scratch = mkdtempSync(path.join(tmpdir(), 'bredvid-vectors-'));
const platforms = {
  native: ['build/native/tests/crypto/vectors_test'],
  wasm: ['node', 'tests/wasm/run.mjs', 'build/wasm/tests/vectors_test.wasm'],
};

// An expected value of the first entry of suite 3 (or 1) in every file; one digit of it is changed.
const expected = {
  'crypto-basics.json': ['expand_with_label', 'out'],
  'deserialization.json': ['length'],
  'hpke-base-hpkejs.json': ['encryptions', 0, 'pt'],
  'hpke-rfc9180.json': ['exports', 0, 'exported_value'],
  'interop-application.json': ['initial_epoch_authenticator'],
  'interop-branch.json': ['initial_epoch_authenticator'],
  'interop-commit.json': ['initial_epoch_authenticator'],
  'interop-external-join.json': ['initial_epoch_authenticator'],
  'interop-external-proposals.json': ['initial_epoch_authenticator'],
  'interop-reinit.json': ['initial_epoch_authenticator'],
  'interop-welcome-join.json': ['initial_epoch_authenticator'],
  'key-schedule.json': ['epochs', 4, 'exporter', 'secret'],
  'message-protection.json': ['application'],
  'messages.json': ['mls_welcome'],
  'passive-client-handling-commit.json': ['epochs', 1, 'epoch_authenticator'],
  'passive-client-random.json': null, // its only entry is of suite 1 and skipped
  'passive-client-welcome.json': ['initial_epoch_authenticator'],
  'passive-expired-lifetimes.json': ['initial_epoch_authenticator'],
  'passive-random-openmls.json': ['epochs', 29, 'epoch_authenticator'],
  'passive-random-tsmls.json': ['epochs', 29, 'epoch_authenticator'],
  'psk_secret.json': ['psk_secret'],
  'secret-tree.json': ['leaves', 0, 1, 'application_key'],
  'transcript-hashes.json': ['interim_transcript_hash_after'],
  'tree-math.json': ['root'],
  'tree-operations.json': ['tree_hash_after'],
  'tree-validation.json': ['tree_hashes', 0],
  'treekem.json': ['update_paths', 0, 'commit_secret'],
  'welcome.json': ['signer_pub'],
};

const entries_of = (file) => JSON.parse(readFileSync(path.join(given, file), 'utf8'));
const first_of = (entries) => Math.max(0, entries.findIndex((e) => e.cipher_suite === 3));

// Makes a folder of { name: text or JSON value }.
function folder(name, files) {
  const dir = path.join(scratch, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(path.join(dir, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return dir;
}

function run(platform, dir, ...args) {
  const [program, ...rest] = platforms[platform];
  const done = spawnSync(program, [...rest, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28,
    env: { ...process.env, BREDVID_VECTORS: dir } });
  const text = done.stdout + done.stderr;
  const lines = Object.fromEntries([...text.matchAll(/^\[ VECTORS {2}\] (?:native|wasm) (\S+): (.*)$/gm)].map((m) => [m[1], m[2]]));
  const last = (pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
  return { code: done.status, signal: done.signal, text, lines, failed: last(/\[ {2}FAILED {2}\] (\d+) tests?/g),
    skipped: last(/\[ {2}SKIPPED \] (\d+) tests?/g), passed: last(/\[ {2}PASSED {2}\] (\d+) tests?/g) };
}

let passed = 0;
let failed = 0;
let skipped = 0;
let problems = [];
function check(ok, what) {
  if (!ok) problems.push(what);
}
// It ended by itself and counted its tests: neither a crash nor an abort.
function check_ended(result, code) {
  check(result.signal === null && result.code === code, `exit code ${result.code} ${result.signal ?? ''}, not ${code}`);
  check(result.passed > 0, 'no closing count');
}
function test(name, body) {
  problems = [];
  body();
  if (problems.length === 0) { passed += 1; console.log(`ok ${name}`); return; }
  failed += 1;
  console.log(`FAILED ${name}`);
  for (const problem of problems.slice(0, 12)) console.log(`  ${problem}`);
}

function whole_folders(platform, files) {
  test(`${platform}: the whole folder by a relative path, a line for every file`, () => {
    const result = run(platform, path.relative(root, given));
    check_ended(result, 0);
    check(result.failed === 0 && result.skipped === 0, `${result.failed} failed, ${result.skipped} skipped`);
    for (const file of files) check(/^\d+ entries: \d+ passed, 0 failed, /.test(result.lines[file] ?? ''), `${file}: ${result.lines[file]}`);
  });
  test(`${platform}: an empty folder fails and says so`, () => {
    const result = run(platform, folder('empty', {}));
    check_ended(result, 1);
    check(result.text.includes('holds no .json file'), 'no clear sentence');
    check(result.skipped >= files.length, 'the missing files are not loud');
  });
  test(`${platform}: a folder that does not exist fails and says so`, () => {
    const result = run(platform, path.join(scratch, 'nowhere'));
    check(result.signal === null && result.code > 0, `exit code ${result.code} ${result.signal ?? ''}`);
    check(/BREDVID_VECTORS names \S*nowhere, which/.test(result.text), 'no clear sentence');
  });
  test(`${platform}: a missing file is skipped loudly, an unknown one too, one of a known form is run`, () => {
    const result = run(platform, folder('few', { 'psk_secret.json': entries_of('psk_secret.json'),
      'somebody.json': entries_of('treekem.json'), 'strange.json': [{ what: 1 }], 'note.txt': 'no vectors' }));
    check_ended(result, 0);
    check(result.text.includes('VECTORS MISSING: welcome.json'), 'a missing file is not named');
    check(result.text.includes('VECTORS UNKNOWN: no test knows strange.json'), 'an unknown file is not named');
    check(result.lines['somebody.json']?.startsWith('12 entries: 12 passed, 0 failed'), `somebody.json: ${result.lines['somebody.json']}`);
  });
}

function changed(entry, way) {
  const copy = structuredClone(entry);
  const at = way.slice(0, -1).reduce((value, step) => value[step], copy);
  const last = way.at(-1);
  at[last] = typeof at[last] === 'number' ? at[last] + 1 : at[last].replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  return copy;
}

function damaged_files(platform, files) {
  test(`${platform}: one wrong digit in an expected value fails its file and no other`, () => {
    for (const file of files.filter((name) => expected[name])) {
      const entries = entries_of(file);
      const at = first_of(entries);
      const short = entries.slice(0, at + 1);
      short[at] = changed(short[at], expected[file]);
      const result = run(platform, folder(`wrong-${file}`, { [file]: short }));
      check_ended(result, 1);
      check(result.failed === 1 && / 1 failed, /.test(result.lines[file] ?? ''), `${file}: ${result.lines[file]}`);
      check(result.text.includes(`${file} entry ${at}`), `${file}: the entry is not named`);
    }
  });
  test(`${platform}: a file that is cut off, empty, or no list fails by name`, () => {
    for (const [way, content] of [['is not JSON', '[{"n_leaves": 1'], ['is not JSON', ''], ['is not a list', '{}'],
      ['is not a list', '[]']]) {
      const all = Object.fromEntries(files.map((file) => [file, content]));
      const result = run(platform, folder(`cut-${content.length}`, all));
      check_ended(result, 1);
      for (const file of files) check(result.text.includes(`${file} ${way}`), `${file} (${content})`);
    }
  });
}

// Leaves the n-th field out of the first entry of every file; checks that each one is missed.
function missing_fields(platform, files, most) {
  test(`${platform}: an entry without one of its fields fails by file, entry and field, without a crash`, () => {
    let dropped = 0;
    for (let n = 0; n < most; ++n) {
      const made = {};
      const wanted = [];
      for (const file of files) {
        const entries = entries_of(file);
        const at = first_of(entries);
        const field = Object.keys(entries[at])[n];
        if (field === undefined) continue;
        delete entries[at][field];
        made[file] = entries.slice(0, at + 1);
        wanted.push([file, at, field]);
      }
      if (wanted.length === 0) break;
      const result = run(platform, folder(`without-${n}`, made));
      check(result.signal === null, `ended by ${result.signal}`);
      for (const [file, at, field] of wanted) {
        const unread = file.startsWith('hpke') && /^(shared_secret|key_schedule_context|secret|key|base_nonce|exporter_secret)$/.test(field);
        if (unread && field !== 'shared_secret') continue; // inner values that an implementation need not show
        dropped += 1;
        check(result.text.includes(`${file} entry ${at}: the field "${field}" is missing`), `${file} entry ${at} without ${field}`);
      }
    }
    check(dropped > files.length, `only ${dropped} fields tried`);
  });
  test(`${platform}: values of another type, and inner fields left out, fail without a crash`, () => {
    for (const wrong of [null, 7, 'zz', [], {}, [{}], -1, 'abc']) {
      const made = {};
      for (const file of files) {
        const entries = entries_of(file);
        const entry = structuredClone(entries[first_of(entries)]);
        for (const field of Object.keys(entry)) if (!['cipher_suite', 'mode', 'kem_id', 'kdf_id', 'aead_id'].includes(field)) entry[field] = wrong;
        made[file] = [entry];
      }
      const result = run(platform, folder('types', made));
      check_ended(result, 1);
      for (const file of files.filter((name) => expected[name])) {
        check(/ 1 failed, /.test(result.lines[file] ?? ''), `${file} with ${JSON.stringify(wrong)}: ${result.lines[file]}`);
      }
    }
  });
}

const files = existsSync(given) ? readdirSync(given).filter((name) => name.endsWith('.json')) : [];
for (const [platform, command] of Object.entries(platforms)) {
  const built = existsSync(path.join(root, command.at(-1)));
  if (!built || files.length === 0) {
    console.log(`skipped ${platform}: ${built ? `no vectors in ${given}` : `${command.at(-1)} is not built`}`);
    skipped += 1;
    continue;
  }
  whole_folders(platform, files);
  test(`${platform}: every given file has an expected value that is tried`, () => {
    for (const file of files) check(file in expected, file);
  });
  damaged_files(platform, files);
  missing_fields(platform, files, platform === 'native' ? 40 : 4);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
