/** Attachments as the server keeps them: parts in order, for whoever was in when they were begun, until nobody needs them. */
import type { ClientFrames } from '../../../client-web/src/wire/frames';
import { Refusal } from './fake_server';

type Frame = ClientFrames['attach_begin' | 'attach_put' | 'attach_get' | 'attach_done'];
interface Row { chunks: number; size: number; parts: Uint8Array[]; waiting: Set<string> }

export class FakeAttachments {
  /** key: circle, colon, attachment */
  readonly rows = new Map<string, Row>();
  /** how many bytes a circle may keep */
  roomBytes = 100 * 1024 * 1024;
  /** parts that came, those that were there already too */
  puts = 0;

  /** inside_: the devices of a circle */
  constructor(private readonly inside_: (circleId: string) => string[]) {}

  answer(f: Frame, deviceId: string): object {
    this.forgetLeft();
    const key = `${f.circle_id}:${f.attachment_id}`;
    if (f.type === 'attach_begin') return this.begin(key, f);
    const row = this.rows.get(key);
    if (!row) throw new Refusal('attachment_gone');
    if (f.type === 'attach_put') return this.put(row, f);
    if (f.type === 'attach_done') {
      row.waiting.delete(deviceId);
      this.forgetLeft();
      return { type: 'ok' };
    }
    if (f.index >= row.chunks) throw new Refusal('attachment_mismatch');
    const chunk = row.parts[f.index];
    if (!chunk) throw new Refusal('attachment_incomplete');
    return { type: 'attach_chunk', chunk };
  }

  private begin(key: string, { circle_id, chunks, size }: ClientFrames['attach_begin']): object {
    const known = this.rows.get(key);
    if (known && (known.chunks !== chunks || known.size !== size)) throw new Refusal('attachment_mismatch');
    if (known) return { type: 'attach_at', stored: known.parts.length };
    if (size < chunks * 17 || size > chunks * 16_400) throw new Refusal('attachment_mismatch');
    const kept = [...this.rows].filter(([at]) => at.startsWith(`${circle_id}:`)).reduce((sum, [, row]) => sum + row.size, 0);
    if (kept + size > this.roomBytes) throw new Refusal('attachment_room');
    this.rows.set(key, { chunks, size, parts: [], waiting: new Set(this.inside_(circle_id)) });
    return { type: 'attach_at', stored: 0 };
  }

  private put(row: Row, { index, chunk }: ClientFrames['attach_put']): object {
    this.puts += 1;
    if (index < row.parts.length) return { type: 'attach_at', stored: row.parts.length };
    const sum = row.parts.reduce((bytes, part) => bytes + part.length, chunk.length);
    if (index > row.parts.length || index >= row.chunks || sum > row.size || (index === row.chunks - 1 && sum !== row.size)) {
      throw new Refusal('attachment_mismatch');
    }
    row.parts.push(chunk);
    return { type: 'attach_at', stored: row.parts.length };
  }

  /** Nobody is left who has to fetch it. Devices that have left count as done. */
  private forgetLeft(): void {
    for (const [key, row] of this.rows) {
      const inside = new Set(this.inside_(key.slice(0, key.indexOf(':'))));
      if (![...row.waiting].some((id) => inside.has(id))) this.rows.delete(key);
    }
  }
}
