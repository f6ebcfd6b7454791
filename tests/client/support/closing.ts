/** Scenes of a support that comes to its end. */
import type { ActItem, CircleView, SupportView } from '../../../client-web/src/domain/api';
import { CLOSING_GRACE_MS } from '../../../client-web/src/domain/acts';
import type { FakeServer } from './fake_server';
import { must, settle, until, type Person } from './person';
import type { Scene } from './stage';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const UNDO_MS = 600_000;

export const supportOf = async (person: Person, circleId: string): Promise<SupportView> => (await person.view(circleId)).support;
export const acts = (view: CircleView): ActItem['act'][] => view.items.flatMap((item) => (item.type === 'act' ? [item.act] : []));
/** What of each series the server has, for example "closing:completed". */
export const tallied = (server: FakeServer): string[] => [...server.tallies.values()].map(({ counted }) => `${counted.series}:${counted.value}`).sort();

/** Time goes on in steps that a living connection survives. */
export async function later(server: FakeServer, ms: number, ...people: Person[]): Promise<void> {
  server.clock.advance(ms);
  // A connection that has gone quiet is seen to be so, and made anew.
  await settle();
  await until(server, () => people.every((one) => one.snapshot.link === 'online'), 'online again');
  // What was due meanwhile goes in moments in which the connection stands.
  for (let moment = 0; moment < 4; moment++) {
    server.clock.advance(1000);
    await settle(25);
  }
}

/** A visit on each of so many days; ends on the last one, with the counts sent. */
export async function visits({ server, supporter, parent, circleId }: Scene, days: number): Promise<void> {
  for (let n = 1; n <= days; n++) {
    must(await supporter.engine.countContact(circleId, 'visit'));
    await until(server, async () => (await parent.view(circleId)).support.contacts.visit === n, `visit ${n}`);
    await later(server, n < days ? DAY_MS : UNDO_MS, supporter, parent);
  }
}

/** The supporter closes, and the parent knows. */
export async function closed({ server, supporter, parent, circleId }: Scene): Promise<void> {
  must(await supporter.engine.closeSupport(circleId, 'completed'));
  await until(server, async () => (await supportOf(parent, circleId)).closing !== null && supporter.snapshot.waiting === 0, 'the parent knows');
}

export const ended = (person: Person): boolean => person.snapshot.circles.length === 0 && person.snapshot.receipts.length === 1;

export async function graceOver(scene: Scene, ...people: Person[]): Promise<void> {
  scene.server.clock.advance(CLOSING_GRACE_MS + HOUR_MS);
  await until(scene.server, () => people.every(ended), 'ended');
}
