/**
 * An engine in memory, for tests of the pages alone: no keys, no network, no storage. It answers every command of
 * the interface, so that a page can be driven through every state without a server.
 *
 * Codes: the slip "USED" is used, "WRONG" has its third part wrong, any other opens. The PIN 123456 unlocks.
 */
import { DETAILS_MAX_CHARS } from '../../../client-web/src/domain/api.ts';
import type { AskAuthenticator, AssignmentView, CircleView, Engine, EngineEvents, Forms, Item, Result, SearchHit, SearchView, Snapshot, StartEngine, TextItem, WaitView, WorkView } from '../../../client-web/src/domain/api.ts';
import { fakeRelease, PERIODS } from './fake_release.ts';
import { ASKED, ATTACHMENTS, AWAY, AWAYS, circleView, KEPTS, OWN, OWNS, COMING, COMINGS, NOW_MS, OPEN_DOOR, PLAIN, QUEUE, TODAY, PROGRAMMES, SAID, SCENES, SUPPORT, SUPPORTS } from './fake_scenes.ts';

const TRIES = 10;
const WEEK_MS = 7 * 86_400_000;
const ok = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });
const bad = (code: string, detail = 0): Promise<{ ok: false; code: string; detail: number }> => Promise.resolve({ ok: false, code, detail });

export class FakeEngine {
  snapshot: Snapshot;
  circles = new Map<string, CircleView>();
  /** every command that was called, in order: tests look here */
  calls: { name: string; args: unknown[] }[] = [];
  /** what was attached last: what any attachment holds */
  attached: Blob | null = null;
  /** what is kept of a recording */
  voice: Uint8Array[] = [];
  /** what stood in open forms at the last lock */
  forms: Forms = [];
  #ids = 0;

  constructor(private readonly scene: string, private readonly events: EngineEvents) {
    const snapshot = SCENES[scene];
    if (!snapshot) throw new Error(`no scene ${scene}`);
    this.snapshot = snapshot;
    this.#fillCircles();
  }

  #fillCircles(): void {
    this.#fillLines();
    for (const one of this.snapshot.circles) {
      if (this.circles.has(one.circleId)) continue;
      const view = circleView(one.circleId, this.snapshot.role ?? 'parent');
      this.circles.set(one.circleId, one.alone
        ? { ...view, ...one, items: [], slips: [], counted: {}, members: view.members.slice(0, 1), coming: { ...COMING, mayAsk: [] } } : { ...view, items: [...view.items, ...(ATTACHMENTS[this.scene] ?? [])], title: one.title, thread: one.thread, support: { ...SUPPORT, ...SUPPORTS[this.scene] },
          coming: { ...(this.snapshot.role === 'supporter' ? COMING : { ...COMING, mayAsk: [] }), ...COMINGS[this.scene] }, away: AWAYS[this.scene] ?? [], own: { ...OWN, ...OWNS[this.scene] }, kept: KEPTS[this.scene] ?? view.kept, ...SAID[this.scene] });
    }
  }

  #fillLines(): void {
    for (const { circleId, staffId, with: name } of this.snapshot.lines) {
      if (this.circles.has(circleId)) continue;
      const coordinator = staffId !== null;
      const view = circleView(circleId, 'supporter');
      this.circles.set(circleId, { ...view, title: '', slips: [], coming: { ...COMING, mayAsk: [] },
        items: [{ type: 'notice', id: 'n1', sentAtMs: NOW_MS, notice: 'joined', subject: name, actor: '' }],
        members: [{ memberId: 'me', name: 'Anna', role: coordinator ? 'coordinator' : 'supporter', me: true, devices: [{ deviceId: 'd1', mine: true }] },
          { memberId: 'other', name, role: coordinator ? 'supporter' : 'coordinator', me: false, devices: [{ deviceId: 'd2', mine: false }] }] });
    }
  }

  show(change: Partial<Snapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    this.#fillCircles();
    this.events.snapshot(structuredClone(this.snapshot));
  }
  changeCircle(circleId: string, change: (view: CircleView) => CircleView): void {
    const view = this.circles.get(circleId);
    if (!view) return;
    this.circles.set(circleId, change(view));
    this.events.circleChanged(circleId);
  }
  /** says that a circle has changed that is not here any more */
  changeGone(circleId: string): void { this.events.circleChanged(circleId); }
  changeSupport(circleId: string, change: Partial<CircleView['support']>): Promise<Result> {
    this.changeCircle(circleId, (view) => ({ ...view, support: { ...view.support, ...change } }));
    return ok(null);
  }
  changeWork(change: (work: WorkView) => WorkView): Promise<Result> {
    this.show({ work: change(this.snapshot.work ?? { assignments: [], colleagues: [], talkSinceDay: null }) });
    return ok(null);
  }
  changeAssignment(id: string, change: Partial<AssignmentView>): Promise<Result> {
    return this.changeWork((work) => ({ ...work, assignments: work.assignments.map((one) => (one.id === id ? { ...one, ...change } : one)) }));
  }
  changeComing(circleId: string, change: Partial<CircleView['coming']>): Promise<Result> {
    this.changeCircle(circleId, (view) => ({ ...view, coming: { ...view.coming, ...change } }));
    return ok(null);
  }
  changeWait(change: Partial<WaitView>): Promise<Result> {
    this.show({ wait: { ...this.snapshot.wait!, ...change } });
    return ok(null);
  }
  /** a message from somebody else arrives */
  hear(circleId: string, text: string): void {
    this.changeCircle(circleId, (view) => ({ ...view, items: [...view.items, this.#text(text, false)] }));
  }
  #text(text: string, mine: boolean): TextItem {
    return { type: 'text', id: `new${this.#ids += 1}`, mine, memberId: 'x', author: mine ? this.snapshot.name : 'Anna',
      authorRole: 'supporter', text, sentAtMs: NOW_MS + this.#ids, delivery: 'sent', before: null, ...PLAIN,
      ...(mine && { editUntilMs: NOW_MS + 3_600_000, deleteUntilMs: NOW_MS + 86_400_000 }) };
  }

  #item(circleId: string, itemId: string | null): TextItem | undefined {
    return this.circles.get(circleId)?.items.find((item): item is TextItem => item.id === itemId && item.type === 'text');
  }
  #quote(circleId: string, itemId: string | null): TextItem['replyTo'] {
    const item = this.#item(circleId, itemId);
    return item ? { id: item.id, state: 'here', mine: item.mine, author: item.author, text: item.text } : null;
  }
  #changeText(circleId: string, itemId: string, change: Partial<TextItem>): Promise<Result> {
    this.changeCircle(circleId, (view) => ({ ...view, items: view.items.map((item) => (item.id === itemId && item.type === 'text' ? { ...item, ...change } : item)) }));
    return ok(null);
  }
  #changeKept(circleId: string, change: (kept: CircleView['kept']) => CircleView['kept']): Promise<Result> {
    this.changeCircle(circleId, (view) => ({ ...view, kept: change(view.kept) }));
    return ok(null);
  }
  #search(query: string, within: string | null): SearchView {
    const hits = [...this.circles.values()].filter((view) => within === null || view.circleId === within).flatMap((view) => view.items.flatMap((item): SearchHit[] => {
      const at = item.type === 'text' ? item.text.toLowerCase().indexOf(query.toLowerCase()) : -1;
      if (item.type !== 'text' || at < 0) return [];
      return [{ circleId: view.circleId, title: view.title, itemId: item.id, mine: item.mine, author: item.author, sentAtMs: item.sentAtMs,
        before: item.text.slice(0, at), match: item.text.slice(at, at + query.length), after: item.text.slice(at + query.length) }];
    }));
    return { count: hits.length, hits: hits.reverse() };
  }

  engine(): Engine {
    const all = this.#commands();
    return new Proxy(all, {
      get: (target, name: keyof Engine) => (...args: unknown[]) => {
        this.calls.push({ name, args });
        return (target[name] as (...a: unknown[]) => unknown)(...args);
      },
    });
  }

  #commands(): Engine {
    const opened = SCENES['slip']!.slip!;
    const readSlip = (text: string) => text.includes('WRONG') ? bad('slip_mistyped', 3) : text.includes('USED') ? bad('slip_used') : null;
    const made = (form: string) => ({ text: form === 'typed' ? '7K2M9-QX4TRA-9BN31C-H0WZ7E' : '7K2M9-QX4TRA-9BN31C-H0WZ7E-5TKQ2A-M8YXN0-4RC6BP-ZZ71KD-EW30GS-8HJ5VF-T2N',
      link: `https://stod.example.se/#s=7K2M9-${'QX4TRA-'.repeat(10)}T2N`, selector: 4711, expiresDay: 20787 });
    const all: Engine = {
      openSlip: (text) => readSlip(text) ?? (this.show({ stage: 'slip', slip: opened }), ok(opened)),
      join: (name) => { this.show({ ...SCENES['parent']!, name }); return ok(null); },
      cancelSlip: () => { this.show(SCENES['fresh']!); return ok(null); },
      joinAnother: (text) => readSlip(text) ?? ok({ circleId: 'one', line: false }),
      unlock: (pin) => {
        if (pin === '123456') return this.show(SCENES['parent']!), ok(null);
        this.show({ pinTriesLeft: (this.snapshot.pinTriesLeft ?? TRIES) - 1 });
        return bad('pin_wrong', this.snapshot.pinTriesLeft!);
      },
      lock: (forms = []) => { this.forms = forms; this.show(SCENES['locked']!); return ok(null); },
      quickExit: () => { this.show(SCENES['locked']!); return ok(null); },
      keptForms: () => { const { forms } = this; this.forms = []; return ok(forms); },
      chooseTellExit: (tellExit) => { this.show({ tellExit }); return ok(null); },
      takeOver: () => { this.show(SCENES['locked']!); return ok(null); },
      forgetDevice: () => { this.show(SCENES['fresh']!); return ok(null); },
      waitSwitch: (number) => { const { organisation } = OPEN_DOOR[number]!; this.changeWait({ organisation, ahead: 0, others: OPEN_DOOR.filter((one) => one.number !== number) }); return ok(null); },
      waitWrite: (text) => this.changeWait({ texts: [...this.snapshot.wait!.texts, { id: `w${this.#ids += 1}`, text, writtenAtMs: NOW_MS }], draft: '' }),
      waitRemove: (id) => this.changeWait({ texts: this.snapshot.wait!.texts.filter((one) => one.id !== id) }),
      waitDraft: () => (this.snapshot.wait ? ok(null) : bad('not_waiting')),
      waitEnd: (again) => { this.show(SCENES[again ? 'door' : 'fresh']!); return ok(null); },
      takeNext: () => {
        if (this.snapshot.circles.length > 2) return bad('queue_empty');
        const taken = { ...SCENES['supporter-queue']!.circles[0]!, circleId: 'taken' };
        this.show({ circles: [taken, ...this.snapshot.circles], queue: { ...QUEUE, waiting: 2 } });
        return ok({ circleId: 'taken' });
      },
      addPoster: (text) => readSlip(text) ?? (this.show({ queue: { ...QUEUE, doors: QUEUE.doors.map((one) => ({ ...one, known: true })) } }), ok(null)),
      makePoster: () => { this.show({ queue: QUEUE }); return ok({ selector: QUEUE.posters[0]!.selector }); },
      revokePoster: () => { this.show({ queue: { ...QUEUE, posters: [] } }); return ok(null); },
      circle: (id) => { const view = this.circles.get(id); return view ? ok(structuredClone(view)) : bad('circle_unknown'); },
      send: (id, text, replyTo = null) => {
        const item = { ...this.#text(text, true), replyTo: this.#quote(id, replyTo) };
        this.changeCircle(id, (view) => ({ ...view, items: [...view.items, item], draft: '', draftReply: null }));
        return ok({ id: item.id });
      },
      saveDraft: (id, draft, replyTo = null) => { this.circles.set(id, { ...this.circles.get(id)!, draft, draftReply: this.#quote(id, replyTo) }); return ok(null); },
      saveEdit: (id, itemId, text) => {
        const now = this.circles.get(id)!.editing;
        const change = (view: CircleView) => ({ ...view, editing: itemId === null ? null : { itemId, text } });
        if ((now?.itemId ?? null) === itemId) this.circles.set(id, change(this.circles.get(id)!));
        else this.changeCircle(id, change);
        return ok(null);
      },
      editText: (id, itemId, text) => {
        if (this.#item(id, itemId)?.editUntilMs === null) return bad('not_now');
        this.changeCircle(id, (view) => ({ ...view, editing: null }));
        return this.#changeText(id, itemId, { text, changed: true });
      },
      react: (id, itemId, mark) => this.#changeText(id, itemId, { reactions: mark === null ? [] : [{ mark, mine: true, author: this.snapshot.name }] }),
      deleteText: (id, itemId) => this.#changeText(id, itemId, { text: '', gone: true, reactions: [] }),
      deleteHere: (id, itemId) => { this.changeCircle(id, (view) => ({ ...view, items: view.items.filter((one) => one.id !== itemId) })); return ok(null); },
      search: (query, circleId) => ok(this.#search(query, circleId)),
      markRead: () => ok(null),
      renameCircle: (id, title) => { this.changeCircle(id, (view) => ({ ...view, title })); return ok(null); },
      retryNow: () => ok(null),
      passkey: () => { this.show({ passkey: null }); return ok(null); },
      personHere: () => ok(null),
      newCircle: (title) => {
        const view = { ...circleView('new', 'supporter'), title, alone: true, items: [], slips: [], draft: '' };
        this.circles.set('new', view);
        this.show({ circles: [...this.snapshot.circles, view] });
        return ok({ circleId: 'new' });
      },
      startAfresh: (id) => {
        const view = circleView('afresh', 'supporter');
        this.circles.set('afresh', { ...view, formerIds: [id], alone: true, members: view.members.slice(0, 1), slips: [], waiting: 0,
          items: [...view.items, { type: 'notice', id: 'n9', sentAtMs: NOW_MS, notice: 'afresh', subject: '', actor: 'Anna' }],
          awaited: view.members.slice(1).map(({ memberId, name, role }) => ({ memberId, name, role })) });
        const now = { ...this.snapshot.circles.find((one) => one.circleId === id)!, circleId: 'afresh', formerIds: [id], thread: 'fine' as const };
        this.show({ circles: this.snapshot.circles.map((one) => (one.circleId === id ? now : one)), waiting: 0 });
        return ok({ circleId: 'afresh' });
      },
      makeSlip: (_id, o) => ok(made(o.form)),
      revokeSlip: (id, selector) => { this.changeCircle(id, (v) => ({ ...v, slips: v.slips.filter((s) => s.selector !== selector) })); return ok(null); },
      removeMember: (id, memberId) => { this.changeCircle(id, (v) => ({ ...v, members: v.members.filter((m) => m.memberId !== memberId) })); return ok(null); },
      countContact: () => ok({ id: 'c9' }),
      undoContact: (id, itemId) => {
        this.changeCircle(id, (v) => ({ ...v, items: v.items.map((i) => i.id === itemId && i.type === 'contact' ? { ...i, undone: true, undoUntilMs: null } : i) }));
        return ok(null);
      },
      closeNotNow: (id) => this.changeSupport(id, { askToClose: false }),
      closeSupport: (id, outcome) => this.changeSupport(id, { askToClose: false,
        closing: { outcome, author: 'Anna', mine: true, openUntilMs: NOW_MS + WEEK_MS, endsAtMs: NOW_MS + WEEK_MS } }),
      takeBackClosing: (id) => this.changeSupport(id, { closing: null }),
      askFeedback: (id) => this.changeSupport(id, { feedback: 'asked' }),
      answerFeedback: (id) => this.changeSupport(id, { feedbackWaits: false }),
      saveFeedback: (id, feedbackText) => this.changeSupport(id, { feedbackText }),
      askCome: (id, purpose, name) => this.changeComing(id, { mayAsk: [], asks: [{ ...ASKED, purpose, name, mine: true, waitsFor: ['Mira', 'يوسف'] }] }),
      takeBackCome: (id) => this.changeComing(id, { asks: [], mayAsk: COMING.mayAsk }),
      answerCome: (id, askId, follows) => this.changeComing(id, { asks: (this.circles.get(id)?.coming.asks ?? [])
        .map((one) => (one.id === askId ? { ...one, myAnswer: follows, state: follows === 'refused' ? 'refused' as const : 'granted' as const, follows } : one)) }),
      leaveCircle: (id) => { this.show({ circles: this.snapshot.circles.filter((one) => one.circleId !== id) }); this.circles.delete(id); this.changeGone(id); return ok(null); },
      saveCard: (id, draft, cardId) => {
        const card = { ...draft, id: cardId ?? `k${this.#ids += 1}`, author: this.snapshot.name, mine: true, mayChange: true, unsent: true, mayAnswer: false, myAnswer: null, answers: [], waitsFor: [], agreedMs: null,
          lines: draft.lines.map((text) => ({ text, done: false })) };
        if (draft.title === 'FULL') return bad('cards_full', 20);
        return this.#changeKept(id, (kept) => ({ ...kept, cards: [...kept.cards.filter((one) => one.id !== cardId), card] })), ok({ id: card.id });
      },
      dropCard: (id, cardId) => this.#changeKept(id, (kept) => ({ ...kept, cards: kept.cards.filter((one) => one.id !== cardId) })),
      tickCard: (id, cardId, line, done) => this.#changeKept(id, (kept) => ({ ...kept, cards: kept.cards.map((one) =>
        (one.id === cardId ? { ...one, lines: one.lines.map((each, at) => (at === line ? { ...each, done } : each)) } : one)) })),
      pinText: (id, itemId, pinned) => {
        const item = this.#item(id, itemId)!;
        return this.#changeKept(id, (kept) => ({ ...kept, pins: [...kept.pins.filter((one) => one.id !== itemId), ...(pinned ? [{ id: itemId, text: item.text, author: item.author, mine: item.mine, sentAtMs: item.sentAtMs }] : [])] }));
      },
      answerMeeting: (id, cardId, choice) => this.#changeKept(id, (kept) => ({ ...kept, cards: kept.cards.map((one) =>
        (one.id === cardId ? { ...one, myAnswer: choice, agreedMs: one.times[choice - 1] ?? null } : one)) })),
      askOwn: (id) => { this.changeCircle(id, (v) => ({ ...v, own: { ...OWN, asked: true } })); return ok(null); },
      startOwn: (id, askId, title) => { void id; void askId; return all.newCircle(title); },
      setOwnAside: (id) => { this.changeCircle(id, (v) => ({ ...v, own: OWN })); return ok(null); },
      setAway: (id, o) => { this.changeCircle(id, (v) => ({ ...v, away: [{ ...AWAY, ...o, mine: true, cover: o.coverMemberId ?? '', now: true }] })); return ok(null); },
      endAway: (id) => { this.changeCircle(id, (v) => ({ ...v, away: [] })); return ok(null); },
      stayInCircle: (id) => this.changeComing(id, { asks: [] }),
      chooseProgramme: (id, programmeId) => {
        const { name, least, most, steps } = PROGRAMMES.find((one) => one.id === programmeId)!;
        return this.changeSupport(id, { programmeToDo: null, programme: { id: programmeId, name, least, most, steps, phase: null, checkInWeek: null } });
      },
      nextPhase: (id) => this.changeSupport(id, { programmeToDo: null }),
      checkedIn: (id) => this.changeSupport(id, { programme: { ...this.circles.get(id)!.support.programme!, checkInWeek: null } }),
      deleteReceipt: (id) => { this.show({ receipts: this.snapshot.receipts.filter((one) => one.id !== id) }); return ok(null); },
      feelingAsked: () => ok(null),
      answerFeeling: (id, moment, face, shown) => this.changeSupport(id, { [moment === 'experience' ? 'experience' : 'feeling']: face === null ? null : { moment, face, shown, undoUntilMs: NOW_MS + 600_000 } }),
      undoFeeling: (id, moment) => this.changeSupport(id, { [moment === 'experience' ? 'experience' : 'feeling']: { moment, face: undefined, shown: false, undoUntilMs: null } }),
      objectContact: (id, itemId, stands) => {
        this.changeCircle(id, (v) => ({ ...v, items: v.items.map((i) => i.id === itemId && i.type === 'contact'
          ? { ...i, objected: stands, objections: stands ? ['Mira'] : [] } : i) }));
        return ok(null);
      },
      makeStaffSlip: () => ok(made('qr')),
      attach: (id, { kind, blob, caption = '', name = '', width = 0, height = 0, durationMs = 0, preview = new Uint8Array() }) => {
        this.attached = blob;
        if (name.includes('FULL')) return bad('device_full');
        const item: Item = { type: 'attachment', id: `new${this.#ids += 1}`, mine: true, memberId: 'x', author: this.snapshot.name, authorRole: 'parent', sentAtMs: NOW_MS,
          delivery: 'waiting', kind, size: blob.size, width, height, durationMs, name, preview, caption, state: 'sending', percent: 40, trouble: null, deleteUntilMs: null };
        this.changeCircle(id, (view) => ({ ...view, items: [...view.items, item] }));
        if (kind === 'voice') this.voice = [];
        return ok({ id: item.id });
      },
      cancelAttachment: (id, itemId) => { this.changeCircle(id, (v) => ({ ...v, items: v.items.filter((one) => one.id !== itemId) })); return ok(null); },
      fetchAttachment: (id, itemId) => {
        this.changeCircle(id, (v) => ({ ...v, items: v.items.map((one) => (one.id === itemId && one.type === 'attachment' ? { ...one, state: 'fetching', percent: 60 } : one)) }));
        return ok(null);
      },
      readAttachment: () => (this.attached ? ok(this.attached) : bad('attachment_gone')),
      keepVoice: (_id, index, bytes) => { this.voice[index] = bytes; return ok(null); },
      keptVoice: () => ok(new Blob(this.voice.map((one) => new Uint8Array(one)))),
      dropVoice: () => { this.voice = []; return ok(null); },
      saveDetails: (id, text) => ([...text].length > DETAILS_MAX_CHARS ? bad('text_too_long', [...text].length)
        : this.changeAssignment(id, { details: text.trim() === '' ? null : { text: text.trim(), state: 'given' } })),
      makeLineSlip: (_staffId, o) => ok(made(o.form)),
      dropLine: (id) => { this.show({ lines: this.snapshot.lines.filter((one) => one.circleId !== id) }); this.circles.delete(id); this.changeGone(id); return ok(null); },
      endAssignment: (id, state) => this.changeAssignment(id, { state, endedDay: TODAY, undoUntilMs: NOW_MS + 600_000 }),
      reopenAssignment: (id) => this.changeAssignment(id, { state: 'open', endedDay: null, undoUntilMs: null }),
      giveAssignment: (id, staffId) => this.changeAssignment(id, { staffId }),
      withdrawAssignment: (id) => this.changeAssignment(id, { state: 'withdrawn', endedDay: TODAY }),
      makeAssignment: ({ label, staffId, dueDay, details = '' }) => {
        if (label.trim() === '') return bad('bad_label');
        const made = { id: `a${this.#ids += 1}`, label, staffId, dueDay, state: 'open' as const, endedDay: null, circleId: null, undoUntilMs: null,
          details: details === '' ? null : { text: details, state: 'given' as const } };
        return this.changeWork((work) => ({ ...work, assignments: [...work.assignments, made] }));
      },
      nameColleague: (id, label) => this.changeWork((work) => ({ ...work, colleagues: work.colleagues.map((c) => c.staffId === id ? { ...c, label } : c) })),
      removeColleague: (id) => this.changeWork((work) => ({ ...work, colleagues: work.colleagues.filter((c) => c.staffId !== id) })),
      talkHad: (id) => this.changeWork((work) => ({ ...work, colleagues: work.colleagues.map((c) => c.staffId === id ? { ...c, talkSinceDay: null } : c) })),
      askTalk: (wanted) => this.changeWork((work) => ({ ...work, talkSinceDay: wanted ? TODAY : null })),
      releases: () => ok(PERIODS),
      release: (id) => ok(fakeRelease(id)),
    };
    return all;
  }
}

/** The harness page's browser window for passkeys: cancelled the first time, and well the next. */
export const askFake: AskAuthenticator = (wanted) => {
  const { tries = 0 } = window as unknown as { tries?: number };
  Object.assign(window, { tries: tries + 1 });
  const none = new Uint8Array(1);
  if (tries === 0) return bad('passkey_cancelled');
  return ok(wanted.kind === 'create' ? { kind: 'create', clientData: none, attestation: none }
    : { kind: 'sign_in', credential: none, clientData: none, authData: none, signature: none, userHandle: none });
};

/** For the harness page: the scene is named in its address; the fake is left on `window` for tests. */
export const startFake: StartEngine = (events) => {
  const fake = new FakeEngine(new URLSearchParams(location.search).get('scene') ?? 'fresh', events);
  Object.assign(window, { fake });
  setTimeout(() => fake.show({}), 0);
  return fake.engine();
};
