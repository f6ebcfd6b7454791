// node tests/bench/run.mjs NAME [options of bredvid-load]
//   mls                                crypto/mls natively, in WebAssembly, and ts-mls beside them
//   idle | offline | online | reconnect   the server under load (tests/load)
// One JSON object a line on stdout; what it needs is built by ./dev.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const built = (name) => path.join(root, 'build', name);
const native = built('native/tests/bench/mls_bench');
const wasm = built('wasm/tests/mls_bench.wasm');
const load = built('native/tests/load/bredvid-load');
const server = built('native/server/bredvid');

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

/** The same step on two platforms, as how many times the first is faster. */
function ratios(lines, faster, slower, target) {
  for (const { what, members, us_median } of lines.filter((l) => l.platform === slower && l.us_median)) {
    const mine = lines.find((l) => l.platform === faster && l.what === what && l.members === members && l.us_median);
    if (!mine) continue;
    const line = { bench: 'mls', ratio: `${faster} over ${slower}`, what, members, times_faster: Number((us_median / mine.us_median).toFixed(2)) };
    say(target[what] ? { ...line, target: target[what] } : line);
  }
}

async function mls() {
  const lines = [
    ...await lines_of(native, []),
    ...await lines_of(process.execPath, ['--disable-warning=ExperimentalWarning', path.join(root, 'tests/wasm/run.mjs'), wasm]),
    ...await lines_of(process.execPath, [path.join(root, 'tests/bench/ts_mls.mjs')]),
  ];
  ratios(lines, 'wasm', 'ts-mls', { process_commit: 3, decrypt_200: 3 });
  ratios(lines, 'native', 'wasm', {});
  const state = lines.find((l) => l.platform === 'wasm' && l.what === 'circle_state');
  say({ bench: 'mls', what: 'circle_state_bytes', members: state.members, bytes: state.bytes, target: 20480 });
}

const scenarios = { mls: [mls, native, wasm] };
for (const name of ['idle', 'offline', 'online', 'reconnect']) {
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
  console.error(`not built: ${missing.join(', ')} (./dev bench builds them)`);
  process.exit(2);
}
try {
  await run(rest);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
