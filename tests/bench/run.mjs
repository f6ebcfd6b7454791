// node tests/bench/run.mjs NAME [options of bredvid-load]
//   mls                                crypto/mls natively, in WebAssembly, and ts-mls beside them
//   client                             the first load's weight, and the time to the conversation on a slow phone and line
//   release                            a million tallies published: seconds and memory
//   idle | offline | online | reconnect | floor   the server under load (tests/load)
//   slow | malformed | soak | storm       the server under attack, for long, and restarted: these fail when a target is missed
// One JSON object a line on stdout; what it needs is built by ./dev.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const built = (name) => path.join(root, 'build', name);
const native = built('native/tests/bench/mls_bench');
const counts = built('native/tests/bench/mls_counts');
const wasm = built('wasm/tests/mls_bench.wasm');
const release = built('native/tests/bench/release_bench');
const load = built('native/tests/load/bredvid-load');
const server = built('native/server/bredvid');
const ts_mls = path.join(root, 'tests/interop/node_modules/ts-mls');
const one_cpu = 'ts-mls on one CPU';

/** Runs a program, shows its lines, and gives those that are JSON. */
function lines_of(program, args) {
  return new Promise((resolve, reject) => {
    let text = '';
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.on('data', (chunk) => { text += chunk; process.stdout.write(chunk); });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${path.basename(program)} ended with ${code}`));
      else resolve(text.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line)));
    });
  });
}

const say = (line) => { console.log(JSON.stringify(line)); return line; };

const rounded = (number) => Number(number.toFixed(2));
const with_target = (value, line, target) => (target ? { ...line, target, met: value(target) } : line);

/** The same step on two platforms, as how many times the first is faster: by the medians, and by the quiet tenths (p10). A step that the
    slower platform measured with two providers counts at its faster one. */
function ratios(lines, faster, slower, targets) {
  const fastest = new Map();
  for (const line of lines.filter((l) => l.platform === slower && l.us_median)) {
    const key = `${line.what} ${line.members}`;
    if (!fastest.has(key) || line.us_median < fastest.get(key).us_median) fastest.set(key, line);
  }
  for (const { what, members, us_median, us_p10, provider } of fastest.values()) {
    const mine = lines.find((l) => l.platform === faster && l.what === what && l.members === members && l.us_median);
    if (!mine) continue;
    const times_faster = rounded(us_median / mine.us_median);
    say(with_target((target) => times_faster >= target,
      { bench: 'mls', ratio: `${faster} over ${slower}`, ...(provider && { provider }), what, members, times_faster, times_faster_p10: rounded(us_p10 / mine.us_p10) }, targets[what]));
  }
}

/** Where a step's time goes: its calls of libsodium, each times what it takes alone; `rest_us` is all our own code. */
function where(lines) {
  const of_platform = (platform) => lines.filter((l) => l.platform === platform);
  for (const platform of ['native', 'wasm']) {
    const us_of = Object.fromEntries(of_platform(platform).filter((l) => l.primitive).map((l) => [l.primitive, l.us]));
    for (const { calls_of: what, members, bench: _, ...calls } of lines.filter((l) => l.calls_of)) {
      const step = of_platform(platform).find((l) => l.what === what && l.members === members && l.us_median);
      if (!step) continue;
      const parts = Object.entries(calls).filter(([, times]) => times > 0).map(([name, times]) => [name, { times, us: rounded(times * us_of[name]) }]);
      const rest_us = rounded(step.us_median - parts.reduce((sum, [, { us }]) => sum + us, 0));
      say({ bench: 'mls', platform, where: what, members, us: step.us_median, ...Object.fromEntries(parts), rest_us });
    }
  }
}

/** ts-mls does its WebCrypto in threads; on one CPU none of them has to be woken on another, which can be twice as fast. */
async function ts_mls_lines() {
  const script = path.join(root, 'tests/bench/ts_mls.mjs');
  const lines = await lines_of(process.execPath, [script]);
  const cpu = /^Cpus_allowed_list:.*?(\d+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  return [...lines, ...await lines_of('taskset', ['-c', cpu, process.execPath, script, one_cpu])];
}

async function mls() {
  const lines = [
    ...await lines_of(native, []),
    ...await lines_of(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'tests/wasm/run.mjs'), wasm]),
    ...await ts_mls_lines(),
    ...await lines_of(counts, []),
  ];
  where(lines);
  ratios(lines, 'native', 'wasm', {});
  for (const platform of ['ts-mls', one_cpu]) ratios(lines, 'wasm', platform, { process_commit: 3, decrypt_200: 3 });
  const of_wasm = (what) => lines.find((l) => l.platform === 'wasm' && l.what === what);
  const per_message_us = of_wasm('circle_send_and_store').us_median + of_wasm('circle_receive_and_store').us_median;
  say({ bench: 'mls', platform: 'wasm', what: 'messages_per_second', members: 5, per_second: Math.round(1e6 / per_message_us) });
  const { members, bytes } = of_wasm('circle_state');
  say(with_target((target) => bytes <= target, { bench: 'mls', what: 'circle_state_bytes', members, bytes }, 20480));
}

const client = path.join(root, 'tests/bench/client.mjs');
const scenarios = { client: [() => lines_of(process.execPath, [client]), server], mls: [mls, native, wasm, counts, ts_mls], release: [() => lines_of(release, []), release] };
for (const name of ['idle', 'offline', 'online', 'reconnect', 'floor', 'slow', 'malformed', 'soak', 'storm']) {
  scenarios[name] = [(rest) => lines_of(load, [name, '--server', server, ...rest]), load, server];
}
const [name, ...rest] = process.argv.slice(2);
if (!scenarios[name]) {
  console.error(`./dev bench ${Object.keys(scenarios).join(' | ')}`);
  process.exit(2);
}
const [run, ...needed] = scenarios[name];
const missing = needed.filter((file) => !existsSync(file));
if (missing.length) {
  console.error(`not there: ${missing.join(', ')} (./dev bench brings them)`);
  process.exit(2);
}
try {
  await run(rest);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
