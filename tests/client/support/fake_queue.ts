/** The fake server's part for the open door: posters, places in the queues of two organisations, who has taken whom. */
import type { ClientFrame, ClientFrames, ServerFrames } from '../../../client-web/src/wire/frames';
import { Refusal } from './fake_server';
import { ASSOCIATION, ORGANISATION } from './organisations';
import { toHex } from './fake_primitives';

interface Place {
  waitId: string; device: string; selector: number; number: number; order: number; day: number; key: Uint8Array;
  taker: string | null; takenAtMs: number; sealed: Uint8Array | null;
}
type Open = ServerFrames['door_info']['organisations'][number];
export const TAKEN_FOR_MS = 30 * 60_000;

const OPEN = [{ number: 0, organisation: ORGANISATION }, { number: 1, organisation: ASSOCIATION }];

export class FakeQueue {
  readonly doors = new Map<number, { token: string; expires: number }>();
  places: Place[] = [];
  /** devices of staff of the second organisation; everybody else is with the first */
  readonly second = new Set<string>();
  private order_ = 0;

  constructor(private readonly now_: () => number) {}

  /** Null: no such door. */
  open(selector: number, token: Uint8Array): object | null {
    const door = this.doors.get(selector);
    return door?.token === toHex(token) ? { type: 'door_info', expires: door.expires, organisations: this.organisations() } : null;
  }

  begin(f: ClientFrames['wait_begin'], newId: () => string): Place {
    const known = this.places.find((one) => one.device === f.enrolment.device_id);
    if (known) return known;
    const place: Place = { waitId: newId(), device: f.enrolment.device_id, selector: f.selector, number: f.organisation, order: ++this.order_,
      day: Math.floor(this.now_() / 86_400_000), key: f.wait_key, taker: null, takenAtMs: 0, sealed: null };
    this.places.push(place);
    return place;
  }

  waiting(place: Place): object {
    const others = this.organisations().filter(({ number }) => number !== place.number);
    return { type: 'waiting', wait_id: place.waitId, number: place.number, organisation: OPEN[place.number]!.organisation,
      ahead: this.line(place.number).filter((one) => one.order < place.order).length, since: place.day, taken: place.taker ? 1 : 0, others };
  }
  of(device: string): Place | undefined { return this.places.find((one) => one.device === device); }
  forget(device: string): void { this.places = this.places.filter((one) => one.device !== device); }

  /** Null: no frame of this part. */
  answer(f: ClientFrame, device: string, role: string): object | null {
    const place = this.of(device);
    switch (f.type) {
      case 'door_make':
        if (role !== 'coordinator') throw new Refusal('not_allowed');
        this.doors.set(f.selector, { token: toHex(f.token), expires: f.expires });
        return { type: 'ok' };
      case 'wait_switch':
        if (!place || place.taker || place.sealed) throw new Refusal('not_waiting');
        Object.assign(place, { number: f.organisation, order: ++this.order_ });
        return this.waiting(place);
      case 'queue_get': return this.queue(device);
      case 'queue_take': return this.take(f, device);
      case 'wait_give': {
        const one = this.byId(f.wait_id);
        if (one.sealed && one.taker === device) return { type: 'ok' };
        if (one.taker !== device) throw new Refusal('not_waiting');
        one.sealed = f.sealed;
        return { type: 'ok' };
      }
      case 'wait_back': {
        const one = this.byId(f.wait_id);
        if (one.taker !== device || one.sealed) throw new Refusal('not_waiting');
        one.taker = null;
        return { type: 'ok' };
      }
      default: return null;
    }
  }

  queue(device: string): object {
    const rows = new Map<number, { selector: number; waiting: number; since: number }>();
    for (const { selector, day } of this.line(this.numberOf(device))) {
      const row = rows.get(selector) ?? { selector, waiting: 0, since: day };
      rows.set(selector, { ...row, waiting: row.waiting + 1 });
    }
    return { type: 'queue', doors: [...rows.values()] };
  }

  private take(f: ClientFrames['queue_take'], device: string): object {
    this.expire();
    const one = this.places.find((p) => p.taker === device && !p.sealed)
      ?? this.line(this.numberOf(device)).find((p) => f.doors.includes(p.selector));
    if (!one) throw new Refusal('queue_empty');
    Object.assign(one, { taker: device, takenAtMs: this.now_() });
    return { type: 'taken', wait_id: one.waitId, selector: one.selector, wait_key: one.key };
  }

  private expire(): void {
    for (const one of this.places) if (one.taker && !one.sealed && one.takenAtMs + TAKEN_FOR_MS <= this.now_()) one.taker = null;
  }
  private byId(id: string): Place {
    this.expire();
    const found = this.places.find((one) => one.waitId === id);
    if (!found) throw new Refusal('not_waiting');
    return found;
  }
  private numberOf(device: string): number { return this.second.has(device) ? 1 : 0; }
  private line(number: number): Place[] {
    return this.places.filter((one) => one.number === number && !one.taker).sort((a, b) => a.order - b.order);
  }
  private organisations(): Open[] {
    return OPEN.map(({ number, organisation }) => ({ number, organisation, waiting: this.line(number).length }));
  }
}
