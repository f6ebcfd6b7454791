/** The real server on a free port, in a data folder of its own: started, asked for slips, stopped, killed, started again. */
import { execFile, spawn } from 'node:child_process';
import { X509Certificate, createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free_port.mjs';
import { SERVER, WEB } from './paths.mjs';
import { until } from './wait.mjs';

const execute = promisify(execFile);
const READY = /^Bredvid is ready: /m;
const START_MS = 20_000;
const STOP_MS = 15_000;

export const ORGANISATIONS = [
  { kind: 'municipality', name: 'Kommunens krisstöd', hours: 'Vardagar 8-17. Svar samma dag eller nästa vardag.' },
  { kind: 'association', name: 'Föräldraföreningen', hours: 'Alla dagar 18-21.' },
];

export class Server {
  #child = null;
  #ended = null;

  constructor(dataDir, web = WEB) {
    this.dataDir = dataDir;
    this.web = web;
    this.log = '';
    this.out = '';
  }

  get origin() { return `https://localhost:${this.port}`; }
  get pid() { return this.#child?.pid; }
  organisation(kind) { return ORGANISATIONS.find((o) => o.kind === kind).name; }
  /** How a browser names the key of this server's certificate, to trust it alone. */
  get certificateKey() {
    const { publicKey } = new X509Certificate(readFileSync(join(this.dataDir, 'cert.pem')));
    return createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('base64');
  }
  /** What was logged after the last start was complete: nothing of it is about the operator's own addresses. */
  get logSinceListening() { return this.log.slice(this.#logAtReady); }
  #logAtReady = 0;

  /** Runs one command of the binary to its end; throws with what it said when it failed. */
  async command(...args) {
    try {
      const { stdout } = await execute(SERVER, args, { timeout: 30_000 });
      return stdout;
    } catch (e) {
      throw new Error(`bredvid ${args[0]}: exit ${e.code}: ${e.stderr || e.message}`);
    }
  }

  /** `config` goes over the default configuration. */
  async init({ config = {} } = {}) {
    this.port = await freePort();
    const file = join(dirname(this.dataDir), 'config.json');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ organisations: ORGANISATIONS, listen: { address: '127.0.0.1', port: this.port },
      base_url: this.origin, ...config }));
    await this.command('init', '--data', this.dataDir, '--config', file, '--dev-cert');
  }

  async start() {
    this.out = '';
    const child = spawn(SERVER, ['serve', '--data', this.dataDir, '--web', this.web], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => { this.out += chunk; });
    child.stderr.on('data', (chunk) => { this.log += chunk; });
    this.#child = child;
    this.#ended = new Promise((resolve) => {
      child.on('error', (e) => resolve({ code: 127, signal: e.message }));
      child.on('exit', (code, signal) => resolve({ code, signal }));
    });
    const early = await Promise.race([this.#ended, until('the server is ready', () => READY.test(this.out), START_MS)]);
    if (early !== true) throw new Error(`the server ended at once (${early.code ?? early.signal}): ${this.log}`);
    this.#logAtReady = this.log.length;
  }

  /** In order, as the service manager does it. Throws when it did not end cleanly. */
  async stop() {
    const end = await this.#signal('SIGTERM');
    if (end && end.code !== 0) throw new Error(`the server ended with ${end.code ?? end.signal}:\n${this.log.slice(-2000)}`);
  }
  /** As a power cut does it. */
  async kill() {
    await this.#signal('SIGKILL');
  }
  async restart() {
    await this.stop();
    await this.start();
  }

  async #signal(name) {
    if (!this.#child) return null;
    const child = this.#child;
    child.kill(name);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    const end = await this.#ended;
    clearTimeout(timer);
    this.#child = null;
    return end;
  }

  /** A staff slip's link. */
  async slip({ role, org, label }) {
    const named = label ? ['--label', label] : [];
    const said = await this.command('slip', '--data', this.dataDir, '--role', role, '--org', org, ...named, '--json');
    return JSON.parse(said).link;
  }
  /** Closes the open period with today and publishes it. */
  async release(day) {
    return this.command('release', '--data', this.dataDir, '--until', day);
  }
}
