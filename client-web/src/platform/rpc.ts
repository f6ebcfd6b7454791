/** The line between page and worker: numbered calls and their results, and events. Only structured clones cross it. */
import type { CircleView, Engine, Result, Snapshot } from '../domain/api';

export type Method = keyof Engine;
export interface Call { id: number; method: Method; args: unknown[] }
export type FromWorker =
  | { type: 'result'; id: number; result: Result<unknown> }
  | { type: 'snapshot'; snapshot: Snapshot }
  | { type: 'circle'; circleId: CircleView['circleId'] }
  /** the worker's engine could not start */
  | { type: 'broken'; code: string };
/** Sent by the page besides calls. */
export type ToWorker = Call | { type: 'online' };

const METHODS: Record<Method, true> = {
  openSlip: true, join: true, cancelSlip: true, joinAnother: true, unlock: true, lock: true, takeOver: true, forgetDevice: true,
  circle: true, send: true, saveDraft: true, markRead: true, renameCircle: true, retryNow: true, newCircle: true, makeSlip: true,
  revokeSlip: true, removeMember: true, countContact: true, undoContact: true, startAfresh: true, closeNotNow: true, closeSupport: true,
  takeBackClosing: true, askFeedback: true, answerFeedback: true, saveFeedback: true, deleteReceipt: true, feelingAsked: true,
  endAssignment: true, reopenAssignment: true, askTalk: true, makeAssignment: true, saveDetails: true, makeLineSlip: true, dropLine: true, giveAssignment: true, withdrawAssignment: true,
  nameColleague: true, removeColleague: true, talkHad: true,
  answerFeeling: true, undoFeeling: true, objectContact: true, makeStaffSlip: true, releases: true, release: true,
  passkey: true, personHere: true, quickExit: true, keptForms: true, chooseTellExit: true,
  askCome: true, takeBackCome: true, answerCome: true, leaveCircle: true, stayInCircle: true, setAway: true, endAway: true, askOwn: true, startOwn: true,
  setOwnAside: true, chooseProgramme: true, nextPhase: true, checkedIn: true,
  saveCard: true, dropCard: true, tickCard: true, pinText: true, answerMeeting: true,
  waitSwitch: true, waitWrite: true, waitRemove: true, waitDraft: true, waitEnd: true, takeNext: true, addPoster: true,
  makePoster: true, revokePoster: true,
  attach: true, cancelAttachment: true, fetchAttachment: true, readAttachment: true, keepVoice: true, keptVoice: true, dropVoice: true,
  react: true, editText: true, saveEdit: true, deleteText: true, deleteHere: true, search: true,
};
export const METHOD_NAMES = Object.keys(METHODS) as Method[];

export async function answer(engine: Engine, { id, method, args }: Call): Promise<FromWorker> {
  if (!Object.hasOwn(METHODS, method)) return { type: 'result', id, result: { ok: false, code: 'unknown', detail: 0 } };
  const call = engine[method] as (...a: unknown[]) => Promise<Result<unknown>>;
  try {
    return { type: 'result', id, result: await call.apply(engine, args) };
  } catch {
    return { type: 'result', id, result: { ok: false, code: 'unknown', detail: 0 } };
  }
}

/** The page's side: every method of Engine as a message, every answer to its caller. */
export class Caller {
  private next_id_ = 1;
  private readonly waiting_ = new Map<number, (result: Result<unknown>) => void>();

  constructor(private readonly post_: (call: Call) => void) {}

  engine(): Engine {
    return Object.fromEntries(METHOD_NAMES.map((method) => [method, (...args: unknown[]) => this.call(method, args)])) as unknown as Engine;
  }

  settle(id: number, result: Result<unknown>): void {
    this.waiting_.get(id)?.(result);
    this.waiting_.delete(id);
  }

  /** The worker is gone: nobody waits for ever. */
  fail(code: string): void {
    for (const id of [...this.waiting_.keys()]) this.settle(id, { ok: false, code, detail: 0 });
  }

  private call(method: Method, args: unknown[]): Promise<Result<unknown>> {
    return new Promise((resolve) => {
      const id = this.next_id_++;
      this.waiting_.set(id, resolve);
      this.post_({ id, method, args });
    });
  }
}
