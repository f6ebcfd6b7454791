// testssl.sh against the real server on 127.0.0.1: every finding of MEDIUM and above fails, and every check that could not
// be made, except what is named below with its reason. Also that what must have been looked at has been.
//   node tests/tls/run.mjs [BINARY]
// Prints a line a problem and closes with `N passed, M failed, K skipped`. Without testssl.sh: one test skipped, loudly.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const binary = path.resolve(process.argv[2] ?? path.join(root, 'build/native/server/bredvid'));
const start_seconds = 20;
const scan_seconds = 240;  // it takes 85 where nothing else runs
// What testssl.sh says when its own client was too slow for its own time limit: that check was not made.
const not_made = /check failed because of connect problem/;
// protocols, cipher categories, forward secrecy, the server's choices, headers, known vulnerabilities. Left out: every single
// cipher and the simulated clients, which take as long as all of these together and find the same.
const checks = ['--protocols', '--std', '--pfs', '--server-defaults', '--server-preference', '--headers', '--vulnerable'];

// Severe by testssl.sh's measure, and right so here.
const expected = {
  cert_chain_of_trust: 'the development certificate is its own authority',
  cert_revocation: 'a self-signed certificate has nobody who could revoke it',
  engine_problem: "about this machine's OpenSSL: no GOST engine, for ciphers that we do not offer",
};

// What a clean run must have seen; so that a scan of nothing is no success.
const required = {
  SSLv2: /^not offered/, SSLv3: /^not offered/, TLS1: /^not offered/, TLS1_1: /^not offered/, TLS1_2: /^not offered/,
  TLS1_3: /^offered/, cipherlist_NULL: /^not offered/, PFS: /^offered/, PFS_ECDHE_curves: /^prime256v1 secp384r1 X25519$/,
  protocol_negotiated: /TLS1\.3/, cert_commonName: /^localhost$/, HSTS_time: /31536000/, banner_server: /^No Server banner/,
  banner_application: /^No application banner/, cookie_count: /^0 /, 'X-Content-Type-Options': /^nosniff$/,
  'Content-Security-Policy': /^default-src 'none'/, 'Referrer-Policy': /^no-referrer$/, heartbleed: /^not vulnerable/,
  secure_client_renego: /^not vulnerable/, fallback_SCSV: /TLS 1\.3/, LUCKY13: /^not vulnerable/,
};

const severe = new Set(['MEDIUM', 'HIGH', 'CRITICAL', 'FATAL', 'WARN']);

function finish(passed, failed, skipped) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed ? 1 : 0;
}

const testssl = ['testssl', 'testssl.sh'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined);
if (!testssl) {
  console.log('skipped testssl.sh: it is not installed (Debian package testssl.sh)');
  finish(0, 0, 1);
} else {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bredvid-tls-'));
  let server;
  try {
    server = await start(folder);
    judge(await scan(folder, server.port));
  } catch (problem) {
    console.log(`FAILED ${problem.message}`);
    finish(0, 1, 0);
  } finally {
    server?.child.kill('SIGTERM');
    if (server) await server.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The server with a site of one page and a development certificate, on a port of its own. */
async function start(folder) {
  const data = path.join(folder, 'data');
  const web = path.join(folder, 'web');
  const config = { organisations: [{ kind: 'municipality', name: 'A', hours: '' }], listen: { address: '127.0.0.1', port: 0 } };
  mkdirSync(web);
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Bredvid</title>\n');
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
  const made = spawnSync(binary, ['init', '--data', data, '--config', path.join(folder, 'config.json'), '--dev-cert'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`bredvid init: ${made.stderr || made.error}`);
  const child = spawn(binary, ['serve', '--data', data, '--web', web], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server did not become ready')), start_seconds * 1000);
    ended.then((code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (text) => {
      const ready = /^Bredvid is ready: https:\/\/localhost:(\d+)/.exec(text);
      if (ready) { clearTimeout(timer); resolve(ready[1]); }
    });
  });
  return { child, ended, port };
}

/** testssl.sh's findings. */
async function scan(folder, port) {
  const file = path.join(folder, 'findings.json');
  const words = ['--quiet', '--color', '0', '--warnings', 'off', '--ip', '127.0.0.1', '--jsonfile', file, ...checks, `https://localhost:${port}/`];
  const child = spawn(testssl, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], detached: true });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const late = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), scan_seconds * 1000);
  await ended;
  clearTimeout(late);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`testssl.sh did not come to an end within ${scan_seconds} s`);
  }
}

function judge(findings) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const { id, severity, finding } of findings) {
    if (severity === 'WARN' && not_made.test(finding)) {
      skipped += 1;
      console.log(`skipped ${id}: ${finding}`);
    } else if (severe.has(severity) && !expected[id]) {
      failed += 1;
      console.log(`FAILED ${severity} ${id}: ${finding}`);
    } else {
      passed += 1;
      if (expected[id] && severe.has(severity)) console.log(`expected ${severity} ${id}: ${expected[id]}`);
    }
  }
  for (const [id, what] of Object.entries(required)) {
    const found = findings.filter((one) => one.id === id);
    if (found.length > 0 && found.every((one) => what.test(one.finding))) { passed += 1; continue; }
    failed += 1;
    console.log(`FAILED ${id}: ${found.map((one) => one.finding).join(' / ') || 'was not looked at'}`);
  }
  finish(passed, failed, skipped);
}
