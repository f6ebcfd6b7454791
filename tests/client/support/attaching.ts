/** What scenes with attachments need: bytes, what somebody has, what a device keeps. */
import type { AttachmentItem, NewAttachment } from '../../../client-web/src/domain/api';
import { backup } from './backup';
import { must, until, type Person } from './person';

/** Bytes that are not the same anywhere. */
export function bytesOf(size: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let x = seed;
  for (let i = 0; i < size; i++) bytes[i] = (x = (x * 48_271) % 2_147_483_647) & 0xff;
  return bytes;
}
export const file = (size: number, more: Partial<NewAttachment> = {}): NewAttachment =>
  ({ kind: 'file', blob: new Blob([bytesOf(size)]), name: 'beslut.pdf', ...more });
export const photo = (size: number, more: Partial<NewAttachment> = {}): NewAttachment =>
  ({ kind: 'photo', blob: new Blob([bytesOf(size)]), width: 800, height: 600, preview: bytesOf(900, 7), ...more });

export const attachmentsOf = async (person: Person, circleId = person.circleId): Promise<AttachmentItem[]> =>
  (await person.items(circleId)).filter((item) => item.type === 'attachment');
/** The bytes of somebody's n-th attachment. */
export async function read(person: Person, n = 0, circleId = person.circleId): Promise<Uint8Array> {
  const item = (await attachmentsOf(person, circleId))[n]!;
  return new Uint8Array(await must(await person.engine.readAttachment(circleId, item.id)).arrayBuffer());
}
export const arrived = (person: Person, n = 0): Promise<void> =>
  until(person.server, async () => (await attachmentsOf(person))[n]?.state === 'here', 'the attachment');
/** How many parts this device keeps, of everything. */
export const partsKept = async (person: Person): Promise<number> =>
  (await backup(person.database)).filter(({ store }) => store === 'pieces').length;
