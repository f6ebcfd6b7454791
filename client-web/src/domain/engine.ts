/** The engine behind the pages (api.ts): every command as a Result, every change as one snapshot. */
import type { CircleView, Engine, EngineEvents, MadeSlip, ReleaseDoc, ReleaseInfo, Result, SlipView, Snapshot } from './api';
import { endAway, setAway } from './absence';
import { attach, cancelAttachment, fetchAttachment, readAttachment } from './attachments';
import { deleteHere, deleteText, editText, react } from './changes';
import { answerMeeting, dropCard, pinText, saveCard, tickCard } from './cards';
import { answerFeedback, askFeedback, closeNotNow, closeSupport, saveFeedback, takeBackClosing } from './closing';
import { answerCome, askCome, takeBackCome } from './coming';
import { countContact, undoContact } from './contacts';
import type { Context } from './context';
import { deleteReceipt, receiptViews } from './ending';
import { viewOf } from './entry';
import { Failure } from './errors';
import { answerFeeling, feelingAsked, undoFeeling } from './feelings';
import { takeForms } from './forms';
import { leaveCircle, stayInCircle } from './leaving';
import { Lifecycle, type EngineWorld } from './lifecycle';
import { newCircle, removeMember, renameCircle, saveDraft, saveEdit, sendText } from './messages';
import { objectContact } from './objections';
import { askOwn, setOwnAside, startOwn } from './own';
import { beginProgramme, checkedIn, chooseProgramme, nextPhase, programmeChoices } from './programmes';
import { chooseTellExit } from './quick_exit';
import { markRead } from './receipts';
import { ME } from './records';
import { getRelease, listReleases } from './releases';
import { currentId, startAfresh } from './restart';
import { search } from './search';
import { dropLine, isLine, lineViews } from './staff_lines';
import { circleView, summaries, waitingOf } from './views';
import { dropVoice, keepVoice, keptVoice } from './voice';
import { waitDraft, waitRemove, waitWrite } from './waiting';
import type { Work } from './work';

type Args<M extends keyof Engine> = Parameters<Engine[M]>;

export class BredvidEngine implements Engine {
  private readonly life_: Lifecycle;
  private emitting_ = false;

  constructor(world: EngineWorld, private readonly events_: EngineEvents) {
    this.life_ = new Lifecycle(world, {
      changed: (circleId) => {
        this.emit();
        if (circleId !== undefined) this.events_.circleChanged(circleId);
      },
    });
  }

  start(): Promise<Result> { return this.life_.own('if_free'); }
  takeOver(): Promise<Result> { return this.life_.own('take'); }
  openSlip(textOrLink: string): Promise<Result<SlipView>> { return this.life_.openSlip(textOrLink); }
  cancelSlip(): Promise<Result> { return this.life_.cancelSlip(); }
  join(...[name, pin, organisation]: Args<'join'>): Promise<Result> { return this.life_.join(name, pin, organisation); }
  joinAnother(textOrLink: string) { return this.life_.joinAnother(textOrLink); }
  unlock(pin: string): Promise<Result> { return this.life_.unlock(pin); }
  lock(...[forms]: Args<'lock'>): Promise<Result> { return this.life_.lock(forms); }
  quickExit(...[forms]: Args<'quickExit'>): Promise<Result> { return this.life_.quickExit(forms); }
  keptForms() { return this.with(takeForms); }
  chooseTellExit(yes: boolean) { return this.with((ctx) => chooseTellExit(ctx, yes)); }
  forgetDevice(): Promise<Result> { return this.life_.forget(); }

  async retryNow(): Promise<Result> {
    this.life_.net.retryNow();
    this.life_.device?.outbox.kickAll();
    this.life_.device?.transfers.retry();
    return { ok: true, value: null };
  }

  passkey(...[answer]: Args<'passkey'>) { return this.life_.guarded(() => this.life_.opened().session.staff.answer(answer)); }
  async personHere(): Promise<Result> {
    this.life_.device?.session.staff.personHere();
    return { ok: true, value: null };
  }

  waitSwitch(organisation: number) { return this.with(() => this.life_.opened().waiting.switchTo(organisation)); }
  waitWrite(text: string) { return this.with((ctx) => waitWrite(ctx, text)); }
  waitRemove(textId: string) { return this.with((ctx) => waitRemove(ctx, textId)); }
  waitDraft(text: string) { return this.with((ctx) => waitDraft(ctx, text)); }
  waitEnd(again: boolean) { return this.life_.waitEnd(again); }
  takeNext() { return this.with(() => this.life_.opened().taking.next()); }
  addPoster(textOrLink: string) { return this.life_.addPoster(textOrLink); }
  makePoster(...[o]: Args<'makePoster'>) { return this.with(() => this.life_.opened().doors.make(o)); }
  revokePoster(selector: number) { return this.with(() => this.life_.opened().doors.revoke(selector)); }

  circle(circleId: string): Promise<Result<CircleView>> { return this.with((ctx) => circleView(ctx, currentId(ctx, circleId))); }
  send(...[circleId, text, replyTo]: Args<'send'>) { return this.in(circleId, (ctx, id) => sendText(ctx, id, text, replyTo)); }
  saveDraft(...[circleId, text, replyTo]: Args<'saveDraft'>) { return this.in(circleId, (ctx, id) => saveDraft(ctx, id, text, replyTo)); }
  saveEdit(...[circleId, itemId, text]: Args<'saveEdit'>) { return this.in(circleId, (ctx, id) => saveEdit(ctx, id, itemId, text)); }
  react(...[circleId, itemId, mark]: Args<'react'>) { return this.in(circleId, (ctx, id) => react(ctx, id, itemId, mark)); }
  editText(...[circleId, itemId, text]: Args<'editText'>) { return this.in(circleId, (ctx, id) => editText(ctx, id, itemId, text)); }
  deleteText(...[circleId, itemId]: Args<'deleteText'>) { return this.in(circleId, (ctx, id) => deleteText(ctx, id, itemId)); }
  deleteHere(...[circleId, itemId]: Args<'deleteHere'>) { return this.in(circleId, (ctx, id) => deleteHere(ctx, id, itemId)); }
  search(...[query, circleId]: Args<'search'>) {
    return this.with((ctx) => search(ctx, query, circleId === null ? null : currentId(ctx, circleId)));
  }
  markRead(circleId: string, itemId: string) { return this.in(circleId, (ctx, id) => markRead(ctx, id, itemId)); }
  renameCircle(circleId: string, title: string) { return this.in(circleId, (ctx, id) => renameCircle(ctx, id, title)); }
  newCircle(...[title, assignmentId, programmeId]: Args<'newCircle'>) {
    return this.with((ctx) => newCircle(ctx, title, (tx, circleId) => {
      beginProgramme(ctx, tx, circleId, programmeId);
      if (assignmentId !== undefined) this.work().link(tx, assignmentId, circleId);
    }));
  }
  startAfresh(circleId: string) { return this.in(circleId, startAfresh); }
  removeMember(circleId: string, memberId: string) { return this.in(circleId, (ctx, id) => removeMember(ctx, id, memberId)); }
  countContact(...[circleId, kind]: Args<'countContact'>) { return this.in(circleId, (ctx, id) => countContact(ctx, id, kind)); }
  undoContact(circleId: string, itemId: string) { return this.in(circleId, (ctx, id) => undoContact(ctx, id, itemId)); }
  closeNotNow(circleId: string) { return this.in(circleId, closeNotNow); }
  closeSupport(...[circleId, outcome]: Args<'closeSupport'>) { return this.in(circleId, (ctx, id) => closeSupport(ctx, id, outcome)); }
  takeBackClosing(circleId: string) { return this.in(circleId, takeBackClosing); }
  askFeedback(circleId: string) { return this.in(circleId, askFeedback); }
  answerFeedback(circleId: string, yes: boolean) { return this.in(circleId, (ctx, id) => answerFeedback(ctx, id, yes)); }
  saveFeedback(...[circleId, text]: Args<'saveFeedback'>) { return this.in(circleId, (ctx, id) => saveFeedback(ctx, id, text)); }
  chooseProgramme(...[circleId, id]: Args<'chooseProgramme'>) { return this.in(circleId, (ctx, own) => chooseProgramme(ctx, own, id)); }
  nextPhase(circleId: string) { return this.in(circleId, nextPhase); }
  checkedIn(circleId: string) { return this.in(circleId, checkedIn); }
  deleteReceipt(id: string) { return this.with((ctx) => deleteReceipt(ctx, id)); }
  feelingAsked(...[circleId, moment]: Args<'feelingAsked'>) { return this.in(circleId, (ctx, id) => feelingAsked(ctx, id, moment)); }
  answerFeeling(...[circleId, moment, face, show]: Args<'answerFeeling'>) {
    return this.in(circleId, (ctx, id) => answerFeeling(ctx, id, moment, face, show));
  }
  undoFeeling(...[circleId, moment]: Args<'undoFeeling'>) { return this.in(circleId, (ctx, id) => undoFeeling(ctx, id, moment)); }
  objectContact(...[circleId, itemId, stands]: Args<'objectContact'>) {
    return this.in(circleId, (ctx, id) => objectContact(ctx, id, itemId, stands));
  }
  askCome(...[circleId, purpose, name]: Args<'askCome'>) { return this.in(circleId, (ctx, id) => askCome(ctx, id, purpose, name)); }
  takeBackCome(circleId: string, askId: string) { return this.in(circleId, (ctx, id) => takeBackCome(ctx, id, askId)); }
  answerCome(...[circleId, askId, follows]: Args<'answerCome'>) { return this.in(circleId, (ctx, id) => answerCome(ctx, id, askId, follows)); }
  setAway(...[circleId, o]: Args<'setAway'>) { return this.in(circleId, (ctx, id) => setAway(ctx, id, o)); }
  endAway(circleId: string, awayId: string) { return this.in(circleId, (ctx, id) => endAway(ctx, id, awayId)); }
  askOwn(circleId: string) { return this.in(circleId, askOwn); }
  startOwn(...[circleId, askId, title]: Args<'startOwn'>) { return this.in(circleId, (ctx, id) => startOwn(ctx, id, askId, title)); }
  setOwnAside(circleId: string, askId: string) { return this.in(circleId, (ctx, id) => setOwnAside(ctx, id, askId)); }
  saveCard(...[circleId, card, cardId]: Args<'saveCard'>) { return this.in(circleId, (ctx, id) => saveCard(ctx, id, card, cardId)); }
  dropCard(circleId: string, cardId: string) { return this.in(circleId, (ctx, id) => dropCard(ctx, id, cardId)); }
  tickCard(...[circleId, cardId, line, done]: Args<'tickCard'>) { return this.in(circleId, (ctx, id) => tickCard(ctx, id, cardId, line, done)); }
  pinText(...[circleId, itemId, pinned]: Args<'pinText'>) { return this.in(circleId, (ctx, id) => pinText(ctx, id, itemId, pinned)); }
  answerMeeting(...[circleId, cardId, choice]: Args<'answerMeeting'>) {
    return this.in(circleId, (ctx, id) => answerMeeting(ctx, id, cardId, choice));
  }
  leaveCircle(circleId: string) { return this.in(circleId, leaveCircle); }
  stayInCircle(circleId: string, askId: string) { return this.in(circleId, (ctx, id) => stayInCircle(ctx, id, askId)); }
  makeSlip(...[circleId, o]: Args<'makeSlip'>): Promise<Result<MadeSlip>> {
    return this.in(circleId, (_, id) => this.life_.opened().slips.makeForCircle(id, o));
  }
  revokeSlip(circleId: string, selector: number) {
    return this.with((ctx) => this.life_.opened().slips.revoke(currentId(ctx, circleId), selector));
  }
  makeStaffSlip(...[o]: Args<'makeStaffSlip'>): Promise<Result<MadeSlip>> {
    return this.with(() => this.life_.opened().slips.makeForStaff(o.role, o.days, o.label));
  }
  makeLineSlip(...[staffId, o]: Args<'makeLineSlip'>): Promise<Result<MadeSlip>> {
    return this.with(() => {
      this.work().requireSupporter(staffId);
      return this.life_.opened().slips.makeForLine(staffId, o);
    });
  }
  dropLine(circleId: string) { return this.with((ctx) => dropLine(ctx, circleId)); }
  saveDetails(assignmentId: string, text: string) { return this.with(() => this.work().saveDetails(assignmentId, text)); }
  endAssignment(...[id, state, why]: Args<'endAssignment'>) { return this.with(() => this.work().end(id, state, why)); }
  reopenAssignment(id: string) { return this.with(() => this.work().reopen(id)); }
  askTalk(wanted: boolean) { return this.with(() => this.work().askTalk(wanted)); }
  makeAssignment(...[o]: Args<'makeAssignment'>) { return this.with(() => this.work().makeAssignment(o)); }
  giveAssignment(...[id, staffId]: Args<'giveAssignment'>) { return this.with(() => this.work().giveAssignment(id, staffId)); }
  withdrawAssignment(id: string) { return this.with(() => this.work().withdrawAssignment(id)); }
  nameColleague(...[staffId, label]: Args<'nameColleague'>) { return this.with(() => this.work().nameColleague(staffId, label)); }
  removeColleague(staffId: string) { return this.with(() => this.work().removeColleague(staffId)); }
  talkHad(staffId: string) { return this.with(() => this.work().talkHad(staffId)); }
  releases(): Promise<Result<ReleaseInfo[]>> { return this.with(listReleases); }
  release(releaseId: number): Promise<Result<ReleaseDoc>> { return this.with((ctx) => getRelease(ctx, releaseId)); }

  attach(...[circleId, what]: Args<'attach'>) { return this.in(circleId, (ctx, id) => attach(ctx, this.life_.opened().store, id, what)); }
  cancelAttachment(circleId: string, itemId: string) { return this.in(circleId, (ctx, id) => cancelAttachment(ctx, id, itemId)); }
  fetchAttachment(circleId: string, itemId: string) { return this.in(circleId, (ctx, id) => fetchAttachment(ctx, id, itemId)); }
  readAttachment(circleId: string, itemId: string) {
    return this.in(circleId, (ctx, id) => readAttachment(ctx, this.life_.opened().store, id, itemId));
  }
  keepVoice(...[circleId, index, bytes]: Args<'keepVoice'>) { return this.in(circleId, (ctx, id) => keepVoice(ctx, id, index, bytes)); }
  keptVoice(circleId: string) { return this.in(circleId, keptVoice); }
  dropVoice(circleId: string) { return this.in(circleId, dropVoice); }

  snapshot(): Snapshot {
    const { net, device, demand, slips, triesLeft, problem } = this.life_;
    const { up, connecting, retryAtMs } = net.status();
    const profile = device?.repo.get('profile', ME);
    const circles = device && profile ? summaries(device.ctx) : [];
    const lines = device && profile ? lineViews(device.ctx) : [];
    const onLines = device ? lines.reduce((sum, { circleId }) => sum + waitingOf(device.ctx, circleId), 0) : 0;
    // Without a device nothing needs the network until somebody asks: only a failed question is "offline".
    const passkey = device?.session.staff.view() ?? null;
    const online = device ? device.session.ready() || passkey !== null : !demand.failed;
    return {
      stage: this.life_.stage(), link: online ? 'online' : up || connecting ? 'connecting' : 'offline',
      retryAtMs: online ? null : retryAtMs,
      role: profile?.role ?? null, name: profile?.name ?? '', organisation: profile?.organisation ?? null,
      slip: slips && !device ? viewOf(slips) : null, pinTriesLeft: triesLeft, circles,
      receipts: device && profile ? receiptViews(device.ctx) : [],
      work: device && profile ? device.work.view() : null,
      programmes: device && profile ? programmeChoices(device.repo) : [],
      wait: device && profile ? device.waiting.view() : null, queue: device && profile ? device.queue.view() : null,
      lines, details: device && profile ? device.work.keptDetails() : [],
      passkey, tellExit: profile?.tellExit === true, moved: device?.ctx.progress.count ?? 0,
      waiting: circles.reduce((sum, c) => sum + c.waiting, onLines), problem,
    };
  }

  /** Snapshots of one turn of the event loop are one. */
  private emit(): void {
    if (this.emitting_) return;
    this.emitting_ = true;
    queueMicrotask(() => {
      this.emitting_ = false;
      this.events_.snapshot(this.snapshot());
    });
  }

  private work(): Work { return this.life_.opened().work; }

  /** A conversation by an id that a page knows. A line between colleagues is none. */
  private in<T>(circleId: string, work: (ctx: Context, circleId: string) => T | Promise<T>): Promise<Result<T>> {
    return this.with((ctx) => {
      const id = currentId(ctx, circleId);
      if (isLine(ctx.repo, id)) throw new Failure('not_allowed');
      return work(ctx, id);
    });
  }

  private with<T>(work: (ctx: Context) => T | Promise<T>): Promise<Result<T>> {
    return this.life_.guarded(async () => work(this.life_.opened().ctx));
  }
}
