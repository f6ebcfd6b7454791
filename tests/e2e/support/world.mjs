/** One case's world: a server of its own, the people, and what must hold for all of them at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newProfile, persistentProfile, DESK, PHONE } from './browser.mjs';
import { EVIDENCE } from './paths.mjs';
import { Person } from './person.mjs';
import { Server } from './server.mjs';
import { Watch } from './watch.mjs';

export class World {
  /** Starts a server in a new data folder. `config` goes over the default configuration; `web` makes, in a folder, another web client
   *  to serve. Everything is closed and checked after the case. */
  static async start(t, options = {}) {
    const folder = mkdtempSync(join(tmpdir(), 'bredvid-e2e-'));
    t.cleanup(async () => rmSync(folder, { recursive: true, force: true }));
    const server = new Server(join(folder, 'data'), options.web?.(folder));
    await server.init(options);
    await server.start();
    return new World(t, folder, server);
  }

  constructor(t, folder, server) {
    this.t = t;
    this.folder = folder;
    this.server = server;
    this.watch = new Watch(server.origin);
    this.people = [];
    t.cleanup(async () => server.stop());
    t.cleanup(async () => this.watch.verify());
    t.cleanup(async () => { for (const person of this.people) await person.close(); });
    t.onFailure(async () => this.#evidence());
  }

  /** Somebody with an empty browser. `profile`: a name, for a browser that can be closed and opened again. `trusted`: the browser takes
   *  the server's certificate for a proper one, as passkeys need it. `media` (with a profile): there is a microphone. */
  async person({ viewport = DESK, locale, lang, trusted = false, media = false, profile = trusted ? `trusted-${this.people.length}` : undefined, pin } = {}) {
    const options = { viewport, media, ...(locale ? { locale } : {}), ...(trusted ? { trusted: this.server.certificateKey } : {}) };
    const open = profile ? () => persistentProfile(join(this.folder, profile), options) : () => newProfile(options);
    const person = new Person(this, open, { pin, lang });
    await person.start();
    this.people.push(person);
    return person;
  }

  /** A supporter who has used a staff slip. */
  async supporter({ name = 'Stödperson', org = 'association', ...options } = {}) {
    const person = await this.person(options);
    await person.useSlip(await this.server.slip({ role: 'supporter', org }), { name });
    return person;
  }

  /** A parent on a phone who has used `link`. */
  async parent(link, { name = 'Förälder', ...options } = {}) {
    const person = await this.person({ viewport: PHONE, ...options });
    await person.useSlip(link, { name });
    return person;
  }

  /** The usual beginning: a supporter, a circle, a parent in it, both looking at it. */
  async pair({ supporter: s, parent: p, title = 'Lugna gatan', org } = {}) {
    const supporter = await this.supporter({ name: s, ...(org ? { org } : {}) });
    await supporter.newCircle(title);
    const slip = await supporter.makeSlip();
    const parent = await this.parent(slip.link, { name: p });
    return { supporter, parent, slip };
  }

  /** Screens and the server's log, for whoever looks into a failure. */
  async #evidence() {
    const base = join(EVIDENCE, this.t.name.replace(/[^a-zåäö0-9]+/gi, '_').slice(0, 60));
    for (const [i, person] of this.people.entries()) {
      await person.page.screenshot({ path: `${base}-${i + 1}.png`, timeout: 5_000 }).catch(() => {});
    }
    const log = this.server.log.split('\n').slice(-12).join('\n');
    if (log.trim()) console.log(`  server: ${log.replaceAll('\n', '\n          ')}`);
    if (this.watch.errors.length) console.log(`  console: ${this.watch.errors.slice(0, 4).join('\n           ')}`);
  }
}
