/** The server as a child process on a clock that is set from here (clocked.cpp), and the operator's commands beside it. */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Address } from './socket';

const built = (name: string) => fileURLToPath(new URL(`../../build/native/${name}`, import.meta.url));
const CLOCKED = built('tests/year/bredvid-clocked');
const BREDVID = built('server/bredvid');

/** Why the play can't be: something has not been built. */
export const missing = (): string[] => [CLOCKED, BREDVID].filter((file) => !existsSync(file));

export interface Decision { exact_counts: { decision: string; date: string } | null; undo_s: number }
export interface ReleaseRow { id: number; scope: string; first: string; last: string }

export class Server {
  address!: Address;
  private child_!: ChildProcessWithoutNullStreams;
  private folder_ = mkdtempSync(path.join(tmpdir(), 'bredvid-year-'));
  private log_ = '';
  private said_: { word: string; told: (line: string) => void }[] = [];
  private ended_ = false;

  get data(): string { return path.join(this.folder_, 'data'); }

  async start(now_ms: number, decision: Decision): Promise<this> {
    const web = path.join(this.folder_, 'web');
    mkdirSync(web);
    writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Bredvid</title>\n');
    const config = path.join(this.folder_, 'config.json');
    writeFileSync(config, JSON.stringify({
      organisations: [{ kind: 'municipality', name: 'Krisstödet', hours: '8-17' }, { kind: 'association', name: 'Föreningen', hours: '18-21' }],
      listen: { address: '127.0.0.1', port: 0 }, ...decision,
    }));
    const now = String(now_ms);
    execFileSync(CLOCKED, [now, 'init', '--data', this.data, '--config', config, '--dev-cert'], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.child_ = spawn(CLOCKED, [now, 'serve', '--data', this.data, '--web', web]);
    this.child_.stderr.on('data', (data: Buffer) => { this.log_ += data.toString(); });
    this.child_.on('close', () => { this.ended_ = true; for (const { told } of this.said_.splice(0)) told(''); });
    createInterface({ input: this.child_.stdout }).on('line', (line) => {
      const at = this.said_.findIndex(({ word }) => line.startsWith(word));
      if (at >= 0) this.said_.splice(at, 1)[0]!.told(line);
    });
    const ready = this.hear('Bredvid is ready: https://localhost:');
    const first = this.hear('at ');
    const port = Number((await ready).match(/:(\d+)$/)?.[1]);
    await first;
    this.address = { port, certificate: readFileSync(path.join(this.data, 'cert.pem'), 'utf8') };
    return this;
  }

  /** The clock shows this from now on, and the server's own upkeep for it is done. */
  async set(now_ms: number): Promise<void> {
    const done = this.hear('at ');
    this.child_.stdin.write(`${now_ms}\n`);
    await done;
  }

  async stop(): Promise<void> {
    if (!this.ended_) {
      const closed = new Promise((resolve) => this.child_.once('close', resolve));
      this.child_.stdin.end();
      await closed;
    }
    rmSync(this.folder_, { recursive: true, force: true });
  }

  /** A staff slip's link, made while the server runs. */
  slip(role: 'supporter' | 'lead', organisation: string): string {
    return (JSON.parse(this.command('slip', '--role', role, '--org', organisation, '--json')) as { link: string }).link;
  }

  releases(): ReleaseRow[] {
    return this.command('release', '--list').trim().split('\n').filter((line) => line !== '').map((line) => {
      const [id, scope, first, last] = line.trim().split(/\s+/);
      return { id: Number(id), scope: scope!, first: first!, last: last! };
    });
  }

  /** As it is stored, to the byte. */
  json(id: number): string { return this.command('release', '--show', String(id)); }
  csv(id: number): string { return this.command('release', '--csv', String(id)); }

  private command(...words: string[]): string {
    const [name, ...rest] = words;
    return execFileSync(BREDVID, [name!, '--data', this.data, ...rest], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  private hear(word: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const told = (line: string) => { if (line === '') reject(new Error(`the server has ended:\n${this.log_}`)); else resolve(line); };
      if (this.ended_) told('');
      else this.said_.push({ word, told });
    });
  }
}
