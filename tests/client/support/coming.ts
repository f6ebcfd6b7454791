/** Scenes in which one more person comes in. */
import type { ComePurpose, ComeView, Follows } from '../../../client-web/src/domain/api';
import { during, must, until, type Person } from './person';
import { staff, type Scene } from './stage';

export const askOf = async (person: Person, circleId: string): Promise<ComeView | undefined> =>
  (await person.view(circleId)).coming.asks.at(-1);
export const textsOf = async (person: Person, circleId: string): Promise<string[]> =>
  (await person.texts(circleId)).map(({ text, author, before }) => (before ? `${author}: ${text} (${before.by})` : text));

/** The supporter asks, the parent answers, and both know. */
export async function asked({ server, supporter, parent, circleId }: Scene, purpose: ComePurpose, follows: Follows, name = ''): Promise<string> {
  must(await supporter.engine.askCome(circleId, purpose, name));
  await until(server, async () => (await askOf(parent, circleId))?.state === 'asked', 'the parent is asked');
  const { id } = (await askOf(parent, circleId))!;
  must(await parent.engine.answerCome(circleId, id, follows));
  await until(server, async () => (await askOf(supporter, circleId))?.state === (follows === 'refused' ? 'refused' : 'granted'), 'answered');
  return id;
}

export async function slipFor({ server, supporter, circleId }: Scene, askId: string, role: 'parent' | 'supporter' = 'supporter'): Promise<string> {
  return must(await during(server, supporter.engine.makeSlip(circleId, { role, form: 'qr', days: 3, askId }))).link;
}

/** A colleague with a device of their own comes in with the slip. */
export async function colleague(scene: Scene, link: string, name = 'Yusuf'): Promise<Person> {
  const { server, supporter, circleId } = scene;
  const person = await staff(server, supporter.core, 'supporter', name);
  must(await during(server, person.engine.joinAnother(link)));
  await until(server, async () => (await supporter.view(circleId)).members.some((m) => m.name === name), 'everybody knows');
  return person;
}

/** Nothing of before is on its way any more. */
export const followed = (scene: Scene): Promise<void> => until(scene.server, async () => {
  const { coming } = await scene.parent.view(scene.circleId);
  return coming.following === 0 && scene.parent.snapshot.waiting === 0;
}, 'all has followed');
