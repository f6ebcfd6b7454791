// The README's snippets for nginx and Caddy, taken from the README, in front of the real server: the page arrives with
// Bredvid's own headers, a WebSocket talks through it, and no log of anybody holds an address.
//   node tests/proxy/run.mjs [BINARY]
// Closes with `N passed, M failed, K skipped`. A proxy that is not installed: its tests are skipped, loudly.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const binary = path.resolve(process.argv[2] ?? path.join(root, 'build/native/server/bredvid'));
const patience_ms = 20_000;
const page = '<!doctype html><title>Bredvid</title>\n';
const own_headers = { 'strict-transport-security': /max-age=31536000/, 'content-security-policy': /^default-src 'none'/, 'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/, 'cross-origin-opener-policy': /^same-origin$/, 'cross-origin-embedder-policy': /./, 'permissions-policy': /./ };

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const counts = { passed: 0, failed: 0, skipped: 0 };
const folder = mkdtempSync(path.join(os.tmpdir(), 'bredvid-proxy-'));
chmodSync(folder, 0o755);  // nginx as root gives its workers another user

/** The indented lines of the README that begin with `first` and hold everything up to the next unindented line. */
function snippet(first) {
  const lines = readme.split('\n');
  const from = lines.findIndex((line) => line.trim() === first);
  if (from < 0) throw new Error(`the README has no line "${first}" any more`);
  const length = lines.slice(from).findIndex((line) => line !== '' && !line.startsWith('    '));
  return lines.slice(from, from + length).map((line) => line.slice(4)).join('\n');
}

/** Like String.replace, but what is not there any more is a failure. */
function replaced(text, what, by) {
  if (!text.includes(what)) throw new Error(`the README's snippet has no "${what}" any more`);
  return text.replaceAll(what, by);
}

function free_port() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => resolve(port)); });
  });
}

async function eventually(what, attempt) {
  const end = Date.now() + patience_ms;
  for (;;) {
    try { return await attempt(); } catch (error) {
      if (Date.now() > end) throw new Error(`${what}: ${error.message}`);
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
}

function start(program, words, options = {}) {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const started = { child, text: '', ended: new Promise((resolve) => { child.on('exit', resolve); child.on('error', resolve); }) };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { started.text += chunk; });
  started.stop = async () => { child.kill('SIGTERM'); await started.ended; };
  return started;
}

async function start_server(port) {
  const data = path.join(folder, 'data');
  const web = path.join(folder, 'web');
  const config = { organisations: [{ kind: 'municipality', name: 'A', hours: '' }], listen: null,
    plain_listen: { address: '127.0.0.1', port }, base_url: 'https://bredvid.example' };
  mkdirSync(web);
  writeFileSync(path.join(web, 'index.html'), page);
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config));
  const made = spawnSync(binary, ['init', '--data', data, '--config', path.join(folder, 'config.json')], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`bredvid init: ${made.stderr || made.error}`);
  const server = start(binary, ['serve', '--data', data, '--web', web]);
  await eventually('the server', async () => { if (!server.text.includes('Bredvid is ready')) throw new Error(server.text); });
  return server;
}

function certificate() {
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
    '-keyout', path.join(folder, 'privkey.pem'), '-out', path.join(folder, 'fullchain.pem'), '-subj', '/CN=bredvid.example',
    '-addext', 'subjectAltName=DNS:bredvid.example'], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`);
}

function start_nginx(port, upstream) {
  let text = snippet('map $http_upgrade $connection_upgrade { default upgrade; \'\' close; }');
  text = replaced(text, 'listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`);
  text = replaced(text, '/etc/letsencrypt/live/bredvid.example', folder);
  text = replaced(text, '/var/log/nginx/bredvid.log', path.join(folder, 'nginx-site.log'));
  text = replaced(text, '127.0.0.1:8080', `127.0.0.1:${upstream}`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/nginx-${kind};`).join(' ');
  // The log that Debian's nginx.conf would write: the snippet has to say that it does not want it.
  const surroundings = `access_log ${folder}/nginx-access.log;`;
  writeFileSync(path.join(folder, 'nginx.conf'), `pid ${folder}/nginx.pid; events {}\nhttp { ${surroundings} ${temporary}\n${text}\n}\n`);
  return start('nginx', ['-e', path.join(folder, 'nginx-error.log'), '-c', path.join(folder, 'nginx.conf'), '-g', 'daemon off;']);
}

function start_caddy(port, upstream) {
  let text = snippet('bredvid.example {');
  text = replaced(text, 'bredvid.example {', `https://bredvid.example:${port} {`);
  // Its own certificate would be asked for in the Internet; the protocol is set beside it as in the README.
  text = replaced(text, 'tls {', `tls ${folder}/fullchain.pem ${folder}/privkey.pem {`);
  text = replaced(text, '127.0.0.1:8080', `127.0.0.1:${upstream}`);
  writeFileSync(path.join(folder, 'Caddyfile'), `{\n admin off\n auto_https disable_redirects\n default_bind 127.0.0.1\n}\n${text}\n`);
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  return start('caddy', ['run', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile')], { env });
}

const to = (port) => ({ host: '127.0.0.1', port, servername: 'bredvid.example', ca: readFileSync(path.join(folder, 'fullchain.pem')), agent: false });

function get(port) {
  return new Promise((resolve, reject) => {
    https.get({ ...to(port), path: '/', headers: { Host: 'bredvid.example' } }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => { text += chunk; });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text, protocol: answer.socket.getProtocol() }));
    }).on('error', reject);
  });
}

/** Upgrades, waits for hello, sends a ping and resolves with the types of the frames that came. */
function talk(port) {
  return new Promise((resolve, reject) => {
    const headers = { Host: 'bredvid.example', Connection: 'Upgrade', Upgrade: 'websocket', Origin: 'https://bredvid.example', 'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'), 'Sec-WebSocket-Protocol': 'bredvid.v1' };
    const request = https.request({ ...to(port), path: '/ws', headers, timeout: patience_ms });
    request.on('timeout', () => request.destroy(new Error('nothing came')));
    request.on('error', reject);
    request.on('response', (answer) => reject(new Error(`no upgrade but ${answer.statusCode}`)));
    request.on('upgrade', (answer, socket, head) => {
      let bytes = head;
      const types = [];
      const look = () => {
        // Frames of the server are short here and unmasked: two bytes of header; a CBOR array whose first element is the type.
        while (bytes.length >= 2 && bytes[1] < 126 && bytes.length >= 2 + bytes[1]) {
          const body = bytes.subarray(2, 2 + bytes[1]);
          bytes = bytes.subarray(2 + bytes[1]);
          types.push(body[1] === 0x18 ? body[2] : body[1]);
          if (types.length === 1) socket.write(Buffer.from([0x82, 0x83, 0, 0, 0, 0, 0x82, 0x01, 0x01]));  // ping, request id 1
        }
        if (types.length >= 2) { socket.destroy(); resolve(types); }
      };
      socket.on('data', (chunk) => { bytes = Buffer.concat([bytes, chunk]); look(); });
      socket.on('close', () => reject(new Error(`closed after ${types.length} frames`)));
      look();
    });
    request.end();
  });
}

async function test(name, body) {
  try {
    await body();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    console.log(`FAILED ${name}\n  ${error.message}`);
  }
}

function check(holds, what) {
  if (!holds) throw new Error(what);
}

async function behind(name, start_proxy, upstream) {
  if (spawnSync(name, ['-v'], { stdio: 'ignore' }).error !== undefined) {
    console.log(`skipped ${name}: it is not installed`);
    counts.skipped += 3;
    return '';
  }
  const port = await free_port();
  const proxy = start_proxy(port, upstream);
  try {
    await test(`${name}: the page comes with Bredvid's own headers`, async () => {
      const answer = await eventually(name, () => get(port)).catch((error) => { throw new Error(`${error.message}\n${proxy.text}`); });
      check(answer.status === 200 && answer.text === page, `${answer.status}: ${answer.text}`);
      check(answer.protocol === 'TLSv1.3', answer.protocol);
      for (const [header, what] of Object.entries(own_headers)) check(what.test(answer.headers[header] ?? ''), `${header}: ${answer.headers[header]}`);
      check(!/\d/.test(answer.headers.server ?? ''), `a version: ${answer.headers.server}`);
    });
    await test(`${name}: a WebSocket talks through it`, async () => {
      const types = await talk(port);
      check(types[0] === 100 && types[1] === 101, `hello and ok were expected, these came: ${types.join(', ')}`);
    });
  } finally {
    await proxy.stop();
  }
  await test(`${name}: its logs hold no address`, async () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.log')).map((file) => path.join(folder, file));
    const logs = files.map((file) => readFileSync(file, 'utf8'));
    for (const file of files) rmSync(file);  // the next one has its own
    const clients = [...logs, proxy.text].join('\n').split('\n').filter((line) => /client: |remote_ip|remote_addr|GET \/|\b127\.0\.0\.1 - /.test(line));
    check(clients.length === 0, clients.join('\n'));
  });
  return proxy.text;
}

try {
  certificate();
  const upstream = await free_port();
  const server = await start_server(upstream);
  try {
    await behind('nginx', start_nginx, upstream);
    await behind('caddy', start_caddy, upstream);
  } finally {
    await server.stop();
  }
  await test('the server itself logs no address', async () => {
    const said = server.text.split('\n').filter((line) => !line.startsWith('Bredvid is ready')).join('\n');
    check(!/\b(?:127\.0\.0\.1|::1)\b/.test(said.replaceAll(`127.0.0.1:${upstream}`, '')), said);
  });
} catch (error) {
  counts.failed += 1;
  console.log(`FAILED ${error.message}`);
} finally {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 || counts.passed + counts.skipped === 0 ? 1 : 0;
