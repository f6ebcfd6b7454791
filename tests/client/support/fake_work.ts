/** The fake server's part for colleagues and assignments: one organisation, as schema/wire.cddl and server/domain/assignments.h say. */
import type { ClientFrame, ServerFrames } from '../../../client-web/src/wire/frames';
import { Refusal } from './fake_server';

type Row = ServerFrames['assignments']['assignments'][number];
type Colleague = ServerFrames['staff']['staff'][number] & { deviceId: string };

export class FakeWork {
  readonly colleagues: Colleague[] = [];
  readonly assignments: Row[] = [];

  /** Null: no frame of this part. `remove` takes a device out of everything. */
  answer(f: ClientFrame, deviceId: string, role: string, today: number, remove: (deviceId: string) => void): object | null {
    const coordinator = (): void => { if (role !== 'coordinator') throw new Refusal('not_allowed'); };
    const mine = this.colleagues.find((one) => one.deviceId === deviceId);
    switch (f.type) {
      case 'staff_list': coordinator(); return { type: 'staff', staff: this.colleagues.map(({ deviceId: _, ...one }) => one) };
      case 'staff_name': coordinator(); this.who(f.staff_id).label = f.label; return { type: 'ok' };
      case 'staff_remove': {
        coordinator();
        const gone = this.who(f.staff_id);
        if (gone === mine) throw new Refusal('not_allowed');
        this.colleagues.splice(this.colleagues.indexOf(gone), 1);
        for (const one of this.assignments) if (one.staff_id === f.staff_id) one.staff_id = null;
        remove(gone.deviceId);
        return { type: 'ok' };
      }
      case 'assignment_make':
        coordinator();
        if (f.staff_id !== null) this.who(f.staff_id);
        this.assignments.push({ assignment_id: f.assignment_id, label: f.label, staff_id: f.staff_id, due: f.due, state: 'open', ended: 0 });
        return { type: 'ok' };
      case 'assignment_give': coordinator(); this.row(f.assignment_id).staff_id = f.staff_id; return { type: 'ok' };
      case 'assignment_end': return this.end(f, role, mine, today);
      case 'assignment_list': {
        const rows = role === 'coordinator' ? this.assignments
          : this.assignments.filter((one) => one.staff_id === mine?.staff_id).map((one) => ({ ...one, staff_id: null }));
        return { type: 'assignments', assignments: rows, talk: role === 'coordinator' ? 0 : mine?.talk ?? 0 };
      }
      case 'talk_ask': if (mine) mine.talk = f.wanted ? mine.talk || today : 0; return { type: 'ok' };
      case 'talk_had': coordinator(); this.who(f.staff_id).talk = 0; return { type: 'ok' };
      default: return null;
    }
  }

  private end(f: Extract<ClientFrame, { type: 'assignment_end' }>, role: string, mine: Colleague | undefined, today: number): object {
    const row = this.row(f.assignment_id);
    if (role !== 'coordinator' && row.staff_id !== mine?.staff_id) throw new Refusal('assignment_unknown');
    if ((role === 'coordinator') !== (f.state === 'withdrawn')) throw new Refusal('not_allowed');
    if (row.state !== f.state && row.state !== 'open' && (row.state === 'withdrawn' || row.ended !== today)) throw new Refusal('assignment_over');
    Object.assign(row, { state: f.state, ended: f.state === 'open' ? 0 : today });
    return { type: 'ok' };
  }

  private who(id: string): Colleague {
    const found = this.colleagues.find((one) => one.staff_id === id);
    if (!found) throw new Refusal('staff_unknown');
    return found;
  }
  private row(id: string): Row {
    const found = this.assignments.find((one) => one.assignment_id === id);
    if (!found) throw new Refusal('assignment_unknown');
    return found;
  }
}
