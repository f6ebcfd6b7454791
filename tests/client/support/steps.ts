/** What scenes do again and again: look at texts and notices, wait for quiet, set a phone back. */
import { damage, restore, type Copy } from './backup';
import { during, must, PIN, settle, until, type Person } from './person';
import { pair, parentSlip, type Scene } from './stage';

export const notices = async (person: Person, circleId = person.circleId): Promise<string[]> =>
  (await person.items(circleId)).flatMap((i) => (i.type === 'notice' ? [i.notice] : []));
export const words = async (person: Person, circleId = person.circleId): Promise<string[]> =>
  (await person.texts(circleId)).map((t) => t.text);
export const deviceOf = async (person: Person, circleId: string): Promise<string> =>
  (await person.view(circleId)).members.find((m) => m.me)!.devices[0]!.deviceId;

export const online = (...people: Person[]): Promise<void> =>
  until(people[0]!.server, () => people.every((one) => one.snapshot.link === 'online'), 'online');
export async function quiet({ server, supporter, parent }: Scene): Promise<void> {
  await until(server, () => supporter.snapshot.waiting + parent.snapshot.waiting === 0, 'nothing waits');
  await settle(200);
}

/** Switched off; and on again, unlocked. */
export async function off(person: Person): Promise<void> {
  person.fate.dead = true;
  person.server.drop();
  await settle();
}
export async function on(person: Person): Promise<void> {
  await person.start();
  must(await during(person.server, person.engine.unlock(PIN)));
}
/** The process dies; what comes up again has the older storage. */
export async function comeUpFrom(person: Person, copy: Copy): Promise<void> {
  await off(person);
  await restore(person.database, copy);
  await on(person);
}

/** Two people who know each other, and the parent's phone can no longer read where the conversation stands. */
export async function threadLost(core: Parameters<typeof pair>[0]): Promise<Scene> {
  const scene = await pair(core);
  await quiet(scene);
  await off(scene.parent);
  await damage(scene.parent.database, 'state', scene.circleId);
  await on(scene.parent);
  return scene;
}

/** A slip that brings the parent back into its own place. */
export async function newSlip({ supporter, circleId }: Scene): Promise<string> {
  await online(supporter);
  const old = (await supporter.view(circleId)).members.find((m) => !m.me)!;
  return parentSlip(supporter, circleId, old.memberId);
}
