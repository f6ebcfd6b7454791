// Members that run our implementation, all in one mls_peer process.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { exporter, hex, text_of, unhex, utf8 } from './bytes.mjs';

const day_s = 86_400;
const patience_ms = 30_000;   // a command takes milliseconds

export class OursHost {
  // claim_x509: core-crypto's own groups demand it. last_resorts: chooses which key packages are such.
  constructor(program, seed, { claim_x509 = false, last_resorts } = {}) {
    this.last_resorts = last_resorts;
    this.child = spawn(program, [String(seed)], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.waiting = [];
    this.child.stdin.on('error', () => {});   // 'exit' says more
    this.child.on('error', (error) => { this.end_of(`mls_peer does not start: ${error.message}`); });
    this.child.on('exit', (code, signal) => { this.end_of(`mls_peer ended: ${signal ?? code}`); });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(line));
    this.ready = this.ask({ do: 'claim_x509', claimed: claim_x509 });
    this.ready.catch(() => {});   // whoever makes a member hears of it
  }

  end_of(why) {
    this.over = why;
    for (const { reject } of this.waiting.splice(0)) reject(new Error(why));
  }

  async ask(command) {
    if (this.over) throw new Error(this.over);
    const silent = setTimeout(() => { this.child.kill('SIGKILL'); }, patience_ms);
    const line = await new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify(command)}\n`);
    }).finally(() => { clearTimeout(silent); });
    const answer = JSON.parse(line);
    if (answer.ok !== undefined) return answer.ok;
    throw new Error(answer.error ? `ours refuses: ${answer.error}` : `mls_peer: ${answer.broken}`);
  }

  async member(name, identity) {
    await this.ready;
    const made = new OursMember(this, name, identity);
    await made.ask('client', { identity: hex(utf8(identity)) });
    return made;
  }

  async close() { this.child.stdin.end(); }
}

class OursMember {
  kind = 'ours';
  can = { psk: true, resumption: true, requirements: true, tree_beside: true, pathless: true, aad: true, resync: true,
    proposals: ['add', 'update', 'remove', 'psk', 'resumption', 'requirements'] };

  constructor(host, name, identity) { Object.assign(this, { host, name, identity }); }
  ask(what, command = {}) { return this.host.ask({ do: what, who: this.name, ...command }); }

  lifetime() {
    const now = Math.floor(Date.now() / 1000);
    return [now - 3600, now + 28 * day_s];
  }

  async create(group_id, requirements = null) {
    await this.ask('create', { group_id: hex(group_id), lifetime: this.lifetime(), requirements });
  }
  async key_package(last_resort = this.host.last_resorts?.chance(0.2) ?? false) {
    return unhex((await this.ask('key_package', { lifetime: this.lifetime(), last_resort })).key_package);
  }
  async keep_psk(id, secret) { await this.ask('psk', { id: hex(id), secret: hex(secret) }); }

  async join(welcome, tree) {
    await this.ask('join_welcome', { welcome: hex(welcome), ...(tree && { tree: hex(tree) }) });
  }

  async join_external({ group_info, tree }, { psks = [], resync = false, wins = true } = {}) {
    const remove = resync ? { remove: await this.leaf_of(this.identity) } : {};
    const { commit } = await this.ask('join_external', { group_info: hex(group_info), ...(tree && { tree: hex(tree) }),
      psks: psks.map(hex), ...remove });
    await this.ask(wins ? 'accept_join' : 'drop_join');
    return unhex(commit);
  }

  async leaf_of(identity) {
    const { members } = await this.ask('describe');
    return members.find((m) => text_of(unhex(m.identity)) === identity).leaf;
  }

  async commit({ add = [], remove = [], psks = [], resumed = [], requirements = null, path = true, tree_beside = false,
    stored = true, format = 'private', wins = true }) {
    const leaves = await Promise.all(remove.map((identity) => this.leaf_of(identity)));
    const made = await this.ask('commit', { add: add.map(hex), remove: leaves, psks: psks.map(hex), resumed, requirements,
      path, tree_beside, stored_proposals: stored, format, now: Math.floor(Date.now() / 1000) });
    await this.ask(wins ? 'merge' : 'drop');
    const tree = tree_beside ? unhex(made.tree) : undefined;
    return { message: unhex(made.message), welcome: made.welcome && unhex(made.welcome), tree };
  }

  async propose({ kind, key_package, identity, psk, epoch, requirements }, format) {
    const more = { add: () => ({ key_package: hex(key_package) }), update: () => ({}),
      remove: async () => ({ leaf: await this.leaf_of(identity) }), psk: () => ({ id: hex(psk) }),
      resumption: () => ({ epoch }), requirements: () => ({ requirements }) };
    return unhex((await this.ask('propose', { kind, format, ...(await more[kind]()) })).message);
  }

  async process(message) {
    const got = await this.ask('process', { message: hex(message) });
    const application = got.kind === 'application' ? { data: unhex(got.data), aad: unhex(got.authenticated_data) } : {};
    return { kind: got.kind, gone: got.self_removed === true, ...application };
  }

  async encrypt(data, aad = new Uint8Array()) {
    return unhex((await this.ask('encrypt', { data: hex(data), authenticated_data: hex(aad) })).message);
  }

  has_group_info() { return true; }
  async group_info() {
    const { group_info } = await this.ask('group_info');
    return { group_info: unhex(group_info) };
  }

  async view() {
    const seen = await this.ask('describe');
    const { label, context, size } = exporter;
    const { secret } = await this.ask('export_secret', { label, context: hex(context), size });
    return { epoch: seen.epoch, authenticator: seen.authenticator, exported: secret,
      members: seen.members.map((m) => text_of(unhex(m.identity))) };
  }

  async leave() { await this.ask('forget'); }
}
