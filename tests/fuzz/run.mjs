// Runs the fuzzers that the preset `fuzz` has built.
//   node tests/fuzz/run.mjs                      short: replays corpora and past crashes, then some seconds of each
//   node tests/fuzz/run.mjs --list
//   node tests/fuzz/run.mjs NAME SECONDS [--keep]  long; what it finds stays in build/fuzz-corpus/NAME,
//                                                and with --keep what reaches new code goes to tests/fuzz/corpus/NAME
// An input that breaks something is copied to tests/fuzz/crashes/NAME and replayed from then on.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { write_vector_seeds } from './vector_seeds.mjs';
import { targets } from './targets.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const programs = path.join(root, 'build/fuzz/tests/fuzz');
// Thrown away at each start; one for each fuzzer that runs long, so that several can.
const scratch = path.join(root, 'build/fuzz-run', targets[process.argv[2]] ? process.argv[2] : 'short');
const corpus_of = (name) => path.join(root, 'tests/fuzz/corpus', name);
const crashes_of = (name) => path.join(root, 'tests/fuzz/crashes', name);
const grown_of = (name) => path.join(root, 'build/fuzz-corpus', name);
const seeds_of = (name) => path.join(scratch, 'seeds', name);

const short_seconds = 3;
const jobs = 2;
const corpus_max_bytes = 36_000;   // of one fuzzer, in the repository
const corpus_max_files = 120;

function execute(program, args) {
  return new Promise((resolve) => {
    // addr2line of binutils puts functions and lines into the sanitizers' reports.
    const symbols = 'external_symbolizer_path=/usr/bin/addr2line';
    const env = { ...process.env, ASAN_OPTIONS: symbols, UBSAN_OPTIONS: `print_stacktrace=1:${symbols}` };
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const take = (chunk) => { text = (text + chunk.toString('latin1')).slice(-200_000); };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (e) => resolve({ code: 127, text: `${program}: ${e.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 128, text: signal ? `${text}\nended by ${signal}` : text }));
  });
}

const limits = (name, artifacts) => [`-max_len=${targets[name].max_bytes}`, '-timeout=10', '-rss_limit_mb=1024',
  '-len_control=20', '-print_final_stats=1', `-artifact_prefix=${artifacts}/`];
const folders = (...all) => all.filter((f) => existsSync(f) && readdirSync(f).length > 0);
const files_in = (folder) => (existsSync(folder) ? readdirSync(folder) : []).filter((f) => f !== 'README.md');

// Copies what broke something to where it is replayed from. Gives the files' names.
function keep_crashes(name, artifacts) {
  const kept = [];
  for (const file of readdirSync(artifacts)) {
    if (!/^(crash|timeout|oom|leak)-/.test(file)) continue;
    mkdirSync(crashes_of(name), { recursive: true });
    const target = path.join(crashes_of(name), file);
    if (!existsSync(target)) copyFileSync(path.join(artifacts, file), target);
    kept.push(path.relative(root, target));
  }
  return kept;
}

const executed = (text) => Number(/stat::number_of_executed_units: +(\d+)/.exec(text)?.[1] ?? 0);

// One fuzzer for some seconds, from all that is known of it. Null when all is well, else what went wrong.
async function fuzz(name, seconds, into, more) {
  const artifacts = path.join(scratch, 'artifacts', name);
  for (const folder of [artifacts, into]) mkdirSync(folder, { recursive: true });
  const known = folders(corpus_of(name), crashes_of(name), seeds_of(name), path.join(scratch, 'vectors', name));
  const { code, text } = await execute(path.join(programs, `fuzz_${name}`),
    [...limits(name, artifacts), `-max_total_time=${seconds}`, ...more, into, ...known]);
  const crashes = keep_crashes(name, artifacts);
  const fault = code === 0 && crashes.length === 0 && executed(text) > 0 ? null
    : `${text.split('\n').slice(-40).join('\n')}\nfuzz ${name}: exit code ${code}; kept ${crashes.join(' ') || 'nothing'}`;
  return { fault, runs: executed(text), coverage: /DONE +cov: (\d+)/.exec(text)?.[1] ?? '?' };
}

async function prepare() {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const { code, text } = await execute(path.join(programs, 'fuzz_seeds'), [path.join(scratch, 'seeds')]);
  if (code !== 0) throw new Error(`the seeds could not be made\n${text}`);
}

async function short_run() {
  await prepare();
  // Only here, where nothing that is found is kept: the corpora are our own.
  write_vector_seeds(path.join(root, '../shared/vectors'), path.join(scratch, 'vectors'));
  const waiting = Object.keys(targets);
  const counts = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      // The same seed every time: a test that fails today fails tomorrow.
      const made = files_in(corpus_of(name)).length === 0 ? { fault: `fuzz ${name}: tests/fuzz/corpus/${name} is empty` }
        : await fuzz(name, short_seconds, path.join(scratch, 'found', name), ['-seed=1']);
      counts[made.fault ? 'failed' : 'passed'] += 1;
      if (made.fault) console.log(`FAILED ${name}\n${made.fault}`);
      else console.log(`ok ${name}: ${made.runs} inputs, ${made.coverage} places reached`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
  return counts.failed === 0 ? 0 : 1;
}

// Adds to the committed corpus what reaches code that it does not reach yet, within limits.
async function merge(name) {
  const corpus = corpus_of(name);
  const fresh = path.join(scratch, 'merged', name);
  for (const folder of [corpus, fresh]) mkdirSync(folder, { recursive: true });
  await execute(path.join(programs, `fuzz_${name}`), ['-set_cover_merge=1', `-max_len=${targets[name].max_bytes}`, fresh,
    ...folders(corpus, seeds_of(name), grown_of(name))]);
  let total = files_in(corpus).reduce((sum, file) => sum + statSync(path.join(corpus, file)).size, 0);
  let count = files_in(corpus).length;
  // In the order of their names, which are hashes: some of every size.
  for (const file of files_in(fresh).sort()) {
    const { size } = statSync(path.join(fresh, file));
    if (existsSync(path.join(corpus, file)) || total + size > corpus_max_bytes || count >= corpus_max_files) continue;
    copyFileSync(path.join(fresh, file), path.join(corpus, file));
    total += size;
    count += 1;
  }
  console.log(`tests/fuzz/corpus/${name}: ${count} files, ${total} bytes`);
}

async function long_run(name, seconds, keep) {
  await prepare();
  console.log(`fuzzing ${name} for ${seconds} s; what it finds is in build/fuzz-corpus/${name}`);
  const made = await fuzz(name, seconds, grown_of(name), []);
  if (made.fault) console.log(made.fault);
  console.log(`${made.runs} inputs, ${made.coverage} places reached`);
  if (keep && !made.fault) await merge(name);
  return made.fault ? 1 : 0;
}

const usage = 'usage: ./dev fuzz --list | ./dev fuzz NAME SECONDS [--keep]';
const args = process.argv.slice(2);
if (args[0] === '--list') {
  for (const [name, target] of Object.entries(targets)) console.log(name.padEnd(18), target.what);
} else if (args.length === 0) {
  process.exit(await short_run());
} else if (targets[args[0]] && Number(args[1]) > 0 && args.slice(2).every((a) => a === '--keep')) {
  process.exit(await long_run(args[0], Number(args[1]), args.includes('--keep')));
} else {
  console.error(usage);
  process.exit(2);
}
