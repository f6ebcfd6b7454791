/** Scenes at the open door: a coordinator with a poster, supporters who have added it, parents who come by it. */
import type { CryptoCore } from '../../../client-web/src/domain/crypto_port';
import { FakeClock } from './clock';
import { FakeServer } from './fake_server';
import { during, must, Person, PIN, until } from './person';
import { staff } from './stage';

export interface Doorway { server: FakeServer; coordinator: Person; supporters: Person[]; poster: string; selector: number }

export async function doorway(core: CryptoCore, supporters: number, o: { added: boolean } = { added: true }): Promise<Doorway> {
  const server = new FakeServer(new FakeClock());
  const coordinator = await staff(server, core, 'coordinator', 'Karin');
  const { selector } = must(await during(server, coordinator.engine.makePoster({ days: 90, words: '' })));
  await until(server, () => coordinator.snapshot.queue !== null, 'the queue is known');
  const poster = coordinator.snapshot.queue!.posters[0]!.link;
  const people: Person[] = [];
  for (const name of ['Stina', 'Sven'].slice(0, supporters)) {
    const one = await staff(server, core, 'supporter', name);
    if (o.added) must(await during(server, one.engine.addPoster(poster)));
    people.push(one);
  }
  return { server, coordinator, supporters: people, poster, selector };
}

export const waits = (person: Person): Promise<void> =>
  until(person.server, () => person.snapshot.stage === 'open' && person.snapshot.wait !== null && person.snapshot.link === 'online', 'waits');

export async function comeBy(server: FakeServer, core: CryptoCore, poster: string, name: string, organisation: number): Promise<Person> {
  const person = await new Person(server, core).start();
  must(await during(server, person.engine.openSlip(poster)));
  must(await during(server, person.engine.join(name, PIN, organisation)));
  await waits(person);
  return person;
}
