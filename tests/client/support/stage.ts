/** Ready scenes: a supporter with a circle, and a parent who came in with a slip. */
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';
import type { Role } from '../../../client-web/src/domain/api';
import { FakeClock } from './clock';
import { FakeServer } from './fake_server';
import { during, must, Person, PIN, until } from './person';

export async function staff(server: FakeServer, core: CryptoCore, role: Role, name: string): Promise<Person> {
  const person = await new Person(server, core).start();
  const slip = core.slipNew('qr');
  server.staffSlip(slip.selector, slip.token, role);
  must(await during(server, person.engine.openSlip(`https://bredvid.test/#s=${slip.text}`)));
  must(await during(server, person.engine.join(name, PIN)));
  await until(server, () => person.snapshot.stage === 'open' && person.snapshot.link === 'online', 'staff online');
  return person;
}

export async function parentSlip(supporter: Person, circleId: string, replacesMemberId?: string): Promise<string> {
  const options = { role: 'parent' as const, form: 'qr' as const, days: 7 };
  const made = must(await during(supporter.server,
    supporter.engine.makeSlip(circleId, replacesMemberId ? { ...options, replacesMemberId } : options)));
  return made.link;
}

export async function joinWith(person: Person, link: string, name: string): Promise<void> {
  must(await during(person.server, person.engine.openSlip(link)));
  must(await during(person.server, person.engine.join(name, PIN)));
  await until(person.server, () => person.snapshot.stage === 'open' && person.snapshot.circles.length > 0, 'joined');
}

export interface Scene { server: FakeServer; supporter: Person; parent: Person; circleId: string }

export async function supporterWithCircle(core: CryptoCore): Promise<{ server: FakeServer; supporter: Person; circleId: string }> {
  const server = new FakeServer(new FakeClock());
  const supporter = await staff(server, core, 'supporter', 'Stina');
  const { circleId } = must(await supporter.engine.newCircle(''));
  return { server, supporter, circleId };
}

/** Both online, both knowing each other's name. */
export async function pair(core: CryptoCore): Promise<Scene> {
  const { server, supporter, circleId } = await supporterWithCircle(core);
  const link = await parentSlip(supporter, circleId);
  const parent = await new Person(server, core).start();
  await joinWith(parent, link, 'Amina');
  await until(server, async () => (await supporter.view(circleId)).members.length === 2 && supporter.snapshot.waiting === 0, 'two members');
  return { server, supporter, parent, circleId };
}
