/** What the fake engine shows for each scene: snapshots and circles as a real engine would give them. */
import type { AssignmentView, AttachmentItem, AwayView, CircleView, ComeView, ComingView, Item, KeptView, LineView, OwnView, OpenOrganisation, PasskeyView, ProgrammeChoice, QueueView, ReceiptView, Role, Snapshot, SupportView, TextItem, WaitView, WorkView } from '../../../client-web/src/domain/api.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** A fixed night, so that pictures of the pages can be compared. */
export const NOW_MS = Date.UTC(2026, 10, 23, 1, 12);
export const TODAY = Math.floor(NOW_MS / DAY_MS);

export const MUNICIPALITY = { kind: 'municipality' as const, name: 'Kommunens krisstöd',
  hours: 'Vardagar 8–17. Du får svar samma dag eller nästa vardag.',
  opening: { answer_within_h: 4, eves: 7, times: [0, 1, 2, 3, 4].map((on) => ({ on, from_min: 480, to_min: 1020 })), closed: [] } };

const LONG = 'Jag kan inte sova. Jag tänker hela tiden på vad hon sa på mötet, att vi skulle få veta mer på fredag, '
  + 'och jag vet inte om jag kan ringa dit själv eller om det blir fel då. Måste jag svara på brevet innan? '
  + 'De hade inte med sig hans nalle och han somnar inte utan den. Kan någon fråga dem om det? Förlåt att det blir långt.';

/** Nothing was said about it. */
export const PLAIN = { replyTo: null, changed: false, changing: false, gone: false, reactions: [], editUntilMs: null, deleteUntilMs: null, unfetched: false };

function text(id: string, mine: boolean, author: string, authorRole: Role, minutesAgo: number, words: string, delivery: 'waiting' | 'sent' | 'delivered' | 'read'): Item {
  return { type: 'text', id, mine, memberId: author, author, authorRole, text: words, sentAtMs: NOW_MS - minutesAgo * MINUTE_MS, delivery,
    before: id.startsWith('before') ? { by: 'Mira' } : null, ...PLAIN, ...(mine && { deleteUntilMs: NOW_MS + DAY_MS }) };
}

function items(iAm: Role): Item[] {
  const parent = iAm === 'parent';
  return [
    { type: 'notice', id: 'n1', sentAtMs: NOW_MS - 2000 * MINUTE_MS, notice: 'circle_started', subject: '', actor: 'Anna' },
    { type: 'notice', id: 'n2', sentAtMs: NOW_MS - 1990 * MINUTE_MS, notice: parent ? 'you_joined' : 'joined', subject: 'Mira', actor: '' },
    ...(parent ? [] : [text('before1', false, 'Karin', 'supporter', 3000, 'Hej! Jag är Karin. Jag slutar i december.', 'delivered')]),
    text('t1', !parent, 'Anna', 'supporter', 1980, 'Hej! Jag heter Anna och jag är till för dig, inte för myndigheten. Skriv när du vill. 🌱', 'read'),
    text('t2', parent, 'Mira', 'parent', 700, 'Tack', 'read'),
    text('t3', parent, 'Mira', 'parent', 130, LONG, 'delivered'),
    { type: 'contact', id: 'c1', mine: !parent, memberId: 'Anna', author: 'Anna', kind: 'visit', day: TODAY - 1, sentAtMs: NOW_MS - 90 * MINUTE_MS,
      undone: false, delivery: 'sent', undoUntilMs: parent ? null : NOW_MS + 7 * MINUTE_MS, objections: ['Mira'], objected: parent },
    { type: 'contact', id: 'c2', mine: !parent, memberId: 'Anna', author: 'Anna', kind: 'phone', day: TODAY - 1, sentAtMs: NOW_MS - 85 * MINUTE_MS,
      undone: true, delivery: 'sent', undoUntilMs: null, objections: [], objected: false },
    { type: 'act', id: 'a1', mine: parent, memberId: 'Mira', author: 'Mira', sentAtMs: NOW_MS - 84 * MINUTE_MS, delivery: 'delivered',
      act: { type: 'objection', stands: true, kind: 'visit', day: TODAY - 1 } },
    { type: 'act', id: 'a2', mine: parent, memberId: 'Mira', author: 'Mira', sentAtMs: NOW_MS - 80 * MINUTE_MS, delivery: 'delivered',
      act: { type: 'feeling', moment: 'first', face: 2 } },
    { type: 'act', id: 'a3', mine: !parent, memberId: 'Anna', author: 'Anna', sentAtMs: NOW_MS - 70 * MINUTE_MS, delivery: 'delivered',
      act: { type: 'card', kind: 'phone', title: 'Socialjouren', changed: false } },
    text('t4', false, parent ? 'Anna' : 'Mira', parent ? 'supporter' : 'parent', 60, 'هل يمكنني الاتصال غداً؟ Waan ku mahadcelinayaa.', 'sent'),
    text('t5', true, parent ? 'Mira' : 'Anna', iAm, 8, 'Går det att prata i morgon?', 'sent'),
    { ...text('t6', true, parent ? 'Mira' : 'Anna', iAm, 1, 'Jag är vaken.', 'waiting'), editUntilMs: Infinity, deleteUntilMs: Infinity } as Item,
  ];
}

export const SUPPORT: SupportView = {
  conversations: 4, range: { least: 3, most: 5 }, programme: null, programmeToDo: null, askToClose: false, closing: null, feedbackOffered: true, feedback: 'none', feedbackWaits: false, feedbackText: null,
  shownFeelings: [], contacts: { visit: 3, phone: 2, dialogue: 9 }, feeling: null, experience: null,
};
const CRISIS = { id: 'crisis_support', name: { sv: 'Krisstöd', en: 'Crisis support', ar: 'دعم في الأزمات' }, least: 3, most: 5, steps: 0 };
const PHASED = { id: 'phased_support', name: { sv: 'Stöd i faser', en: '', ar: 'دعم على مراحل' }, least: 0, most: 0, steps: 3 };
export const PROGRAMMES: ProgrammeChoice[] = [{ ...CRISIS, firstContact: 1 }, { ...PHASED, firstContact: 3 },
  { id: 'voluntary_support', name: { sv: 'Frivilligt stöd', en: 'Voluntary support', ar: 'دعم تطوعي' }, least: 0, most: 0, steps: 0, firstContact: 0 }];
const PHASE = { number: 2, count: 3, week: 5, leastWeeks: 8, mostWeeks: 16, over: false };
const IN_PHASES = { range: null, programme: { ...PHASED, phase: PHASE, checkInWeek: null } };
const CLOSING = { outcome: 'completed' as const, author: 'Anna', mine: false, openUntilMs: NOW_MS + 5 * DAY_MS, endsAtMs: NOW_MS + 5 * DAY_MS };
const AGREED = { ...SUPPORT, feedback: 'yes' as const, shownFeelings: [{ author: 'Mira', first: 2, last: 4, experience: 5 }],
  feedbackText: { feels: 4, wish: 'yes' as const, change: 'Sover bättre. Vågar ringa själv.', more: '' } };
/** How the support stands in a scene; in the others nothing is asked. */
export const SUPPORTS: Record<string, Partial<SupportView>> = {
  'parent-feeling': { feeling: { moment: 'first', face: undefined, shown: false, undoUntilMs: null } },
  'parent-felt': { feeling: { moment: 'first', face: 2, shown: true, undoUntilMs: NOW_MS + 5 * MINUTE_MS } },
  'parent-experience': { closing: CLOSING, feeling: { moment: 'last', face: undefined, shown: false, undoUntilMs: null },
    experience: { moment: 'experience', face: undefined, shown: false, undoUntilMs: null } },
  'parent-programme': IN_PHASES,
  'supporter-check-in': { ...IN_PHASES, programme: { ...IN_PHASES.programme, checkInWeek: 4 } },
  'supporter-next-phase': { ...IN_PHASES, programmeToDo: 'next_phase', programme: { ...IN_PHASES.programme, phase: { ...PHASE, week: 17, over: true } } },
  'supporter-foreign': { programmeToDo: 'foreign', feedbackOffered: false, range: null,
    programme: { id: 'other', name: { sv: 'Något annat', en: '', ar: '' }, least: 0, most: 0, steps: 0, phase: null, checkInWeek: null } },
  'parent-closing': { closing: CLOSING, feedbackWaits: true, feedback: 'asked' },
  'parent-closed': { closing: { ...CLOSING, openUntilMs: NOW_MS - DAY_MS, endsAtMs: NOW_MS + MINUTE_MS } },
  'supporter-close': { conversations: 5, askToClose: true },
  'supporter-closing': { closing: { ...CLOSING, mine: true }, feedback: 'asked' },
  'supporter-feedback': AGREED,
  'supporter-no-feedback': { feedback: 'no' },
};
export const COMING: ComingView = { asks: [], mayAsk: ['handover', 'beside', 'parent'], following: 0, canLeave: false, leaving: false };
export const ASKED: ComeView = { id: 'ask', purpose: 'handover', name: 'Yusuf', by: 'Anna', mine: false, state: 'asked', follows: null,
  waitsFor: ['Mira'], myAnswer: null, againAtMs: null, came: '', slipWaits: false };
export const AWAY: AwayView = { id: 'away', mine: false, name: 'Anna', firstDay: TODAY - 1, lastDay: TODAY + 13, now: true, cover: 'Yusuf', coverIsMe: false,
  text: 'Jag är på kurs. Ring 1177 om det är bråttom.' };
/** What was said about texts, in a scene: answers, reactions, changes, what is gone, what nobody has fetched, what is new. */
export const SAID: Record<string, Partial<CircleView>> = {
  'parent-said': said('parent'), 'supporter-said': said('supporter'),
  'supporter-hurry': { items: [...items('supporter'), { type: 'act', id: 'hurry', mine: false, memberId: 'm2', author: 'Mira', sentAtMs: NOW_MS - MINUTE_MS, delivery: 'delivered',
    act: { type: 'quickExit' } }] },
};
function said(iAm: Role): Partial<CircleView> {
  const quote = { id: 't3', state: 'here' as const, mine: iAm === 'parent', author: 'Mira', text: LONG.slice(0, 120) };
  const of: Record<string, Partial<TextItem>> = {
    t1: { reactions: [{ mark: 'heart', mine: iAm === 'parent', author: 'Mira' }, { mark: 'hug', mine: false, author: 'يوسف' }] },
    t2: { gone: true, text: '', changing: iAm === 'parent' },
    t3: { changed: true, changing: iAm === 'parent', reactions: [{ mark: 'sad_with_you', mine: iAm === 'supporter', author: 'Anna' }] },
    t4: { replyTo: quote }, t5: { replyTo: { ...quote, id: 't2', state: 'gone', text: '' }, unfetched: true }, t6: { replyTo: { ...quote, id: 'x', state: 'missing', text: '' }, editUntilMs: Infinity, deleteUntilMs: Infinity },
  };
  return { items: items(iAm).map((item) => (item.type === 'text' ? { ...item, ...of[item.id] } : item)), firstUnread: 't4', draftReply: quote };
}
export const OWN: OwnView = { mayAsk: false, asked: false, wishes: [] };
export const OWNS: Record<string, Partial<OwnView>> = {
  'parent-own': { mayAsk: true },
  'parent-own-asked': { asked: true },
  'supporter-own': { wishes: [{ id: 'wish', name: 'Mira' }] },
};
export const KEPT: KeptView = { cards: [], pins: [], mayAdd: ['meeting'], mayPin: false, next: null, asks: 0 };
const SOON_MS = NOW_MS + 2 * DAY_MS;
function kept(iAm: Role): KeptView {
  const supporter = iAm === 'supporter';
  const card = { author: 'Anna', mine: supporter, mayChange: supporter, unsent: false, mayAnswer: false, myAnswer: null, answers: [], waitsFor: [], agreedMs: null, title: '', text: '', times: [], lines: [] };
  return {
    cards: [
      { ...card, id: 'k1', kind: 'meeting', title: 'Möte med handläggaren', times: [SOON_MS], agreedMs: SOON_MS, mayChange: true, mayAnswer: !supporter, myAnswer: supporter ? null : 1,
        answers: [{ name: 'Mira', mine: !supporter, choice: 1 }] },
      { ...card, id: 'k2', kind: 'meeting', text: 'Vi kan ses hos mig eller på ett kafé.', times: [SOON_MS + DAY_MS, SOON_MS + 2 * DAY_MS, SOON_MS + 3 * DAY_MS], mayChange: true, mayAnswer: !supporter,
        answers: [{ name: 'يوسف', mine: false, choice: 0 }], waitsFor: ['Mira'] },
      { ...card, id: 'k3', kind: 'agreed', text: 'Du ringer mig när du vill.\nJag följer med på mötet.' },
      { ...card, id: 'k4', kind: 'week', title: 'Den här veckan', lines: [{ text: 'Ring skolan', done: true }, { text: 'نوم', done: false }, { text: 'Hämtaut'.repeat(14), done: false }], unsent: supporter },
      { ...card, id: 'k5', kind: 'phone', title: 'Socialjouren, kvällar och helger', text: '+46 8-123 45 67' },
    ],
    pins: [{ id: 't1', text: 'Hej! Jag heter Anna och jag är till för dig, inte för myndigheten. Skriv när du vill. 🌱', author: 'Anna', mine: supporter, sentAtMs: NOW_MS - 1980 * MINUTE_MS }],
    mayAdd: supporter ? ['meeting', 'phone', 'agreed', 'week'] : ['meeting'], mayPin: supporter, next: { cardId: 'k1', atMs: SOON_MS }, asks: supporter ? 0 : 1,
  };
}
/** What there is to return to, in a scene. */
export const KEPTS: Record<string, KeptView> = {
  'parent-kept': kept('parent'), 'supporter-kept': kept('supporter'), 'parent-next': { ...kept('parent'), asks: 0 },
};
/** Who is away, in a scene. */
export const AWAYS: Record<string, AwayView[]> = {
  'parent-away': [AWAY],
  'supporter-away': [{ ...AWAY, mine: true, now: false, cover: '', firstDay: TODAY + 2 }, { ...AWAY, id: 'other', name: 'Karin', coverIsMe: true, text: '' }],
};
/** Who may come in, in a scene. */
export const COMINGS: Record<string, Partial<ComingView>> = {
  'parent-come': { asks: [ASKED] },
  'parent-come-joint': { asks: [{ ...ASKED, purpose: 'parent', name: '' }] },
  'parent-came': { asks: [{ ...ASKED, state: 'granted', follows: 'week', myAnswer: 'week', waitsFor: [] }], following: 34 },
  'supporter-come': { mayAsk: [], asks: [{ ...ASKED, mine: true, waitsFor: ['Mira', 'يوسف'] }] },
  'supporter-come-yes': { mayAsk: [], asks: [{ ...ASKED, mine: true, state: 'granted', follows: 'all', waitsFor: [] }] },
  'supporter-come-no': { mayAsk: ['parent'], asks: [{ ...ASKED, mine: true, state: 'refused', follows: 'refused', waitsFor: [], againAtMs: NOW_MS + 6 * DAY_MS }] },
  'supporter-came': { mayAsk: COMING.mayAsk, asks: [{ ...ASKED, mine: true, state: 'came', came: 'Yusuf', waitsFor: [] }], canLeave: true },
  'supporter-leaving': { mayAsk: [], leaving: true },
};
export const RECEIPT: ReceiptView = { id: 'r1', title: 'Samtal 3', organisation: MUNICIPALITY.name, beganDay: TODAY - 60, endedDay: TODAY - 3,
  outcome: 'further_support', contacts: { visit: 2, dialogue: 11 } };

/** A grey square of 8 x 8, as small as a JPEG can be: a preview. */
const PREVIEW = Uint8Array.from(atob('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AR//Z'), (one) => one.charCodeAt(0));
function attachment(id: string, mine: boolean, kind: AttachmentItem['kind'], more: Partial<AttachmentItem> = {}): AttachmentItem {
  const author = mine ? 'Mira' : 'Anna';
  return { type: 'attachment', id, mine, memberId: author, author, authorRole: mine ? 'parent' : 'supporter', sentAtMs: NOW_MS, delivery: mine ? 'read' : 'delivered', kind,
    size: kind === 'file' ? 12_800_000 : 412_000, width: kind === 'photo' ? 1536 : 0, height: kind === 'photo' ? 2048 : 0, durationMs: kind === 'voice' ? 83_000 : 0,
    name: kind === 'file' ? 'Beslut om vård enligt 3 § LVU, bilaga_med_ett_mycket_långt_namn_utan_mellanrum.pdf' : '', preview: kind === 'photo' ? PREVIEW : new Uint8Array(),
    caption: '', state: 'here', percent: null, trouble: null, deleteUntilMs: mine ? NOW_MS + DAY_MS : null, ...more };
}
/** What is added to the conversation in a scene. */
export const ATTACHMENTS: Record<string, AttachmentItem[]> = {
  'parent-attachments': [attachment('p1', false, 'photo', { caption: 'Brevet som kom i dag. Ser du datumet längst ner?' }), attachment('f1', false, 'file', { state: 'offered' }),
    attachment('f2', false, 'file', { state: 'fetching', percent: 35 }), attachment('v1', false, 'voice'), attachment('v2', true, 'voice')],
  'parent-attachments-stuck': [attachment('p2', false, 'photo', { state: 'gone' }), attachment('f3', false, 'file', { state: 'broken' }), attachment('v3', false, 'voice', { state: 'fetching', trouble: 'device_full' }),
    attachment('p3', true, 'photo', { state: 'sending', delivery: 'waiting', percent: 60 }), attachment('f4', true, 'file', { state: 'sending', delivery: 'waiting', percent: 0, trouble: 'attachment_room' })],
};

const FINE = { formerIds: [], thread: 'fine' as const, onTheWay: false, lastAttachment: null };

export function circleView(circleId: string, iAm: Role): CircleView {
  const parent = iAm === 'parent';
  return {
    ...FINE, circleId, awaited: [], title: parent ? 'Anna' : 'Samtal 1', unread: 0, waiting: 1, lastText: 'Jag är vaken.', lastAtMs: NOW_MS - MINUTE_MS, alone: false, onTheWay: false,
    members: [
      { memberId: 'Anna', name: 'Anna', role: 'supporter', me: !parent, devices: [{ deviceId: 'd1', mine: !parent }] },
      { memberId: 'Mira', name: 'Mira', role: 'parent', me: parent, devices: [{ deviceId: 'd2', mine: parent }] },
      { memberId: 'Yusuf', name: 'يوسف', role: 'parent', me: false, devices: [{ deviceId: 'd3', mine: false }] },
    ],
    slips: [{ selector: 77, role: 'parent', expiresDay: TODAY + 5, replacesMemberId: null },
      { selector: 78, role: 'parent', expiresDay: TODAY + 6, replacesMemberId: 'Mira' }],
    items: items(iAm), draft: '', draftReply: null, editing: null, firstUnread: null, keepDays: 30, counted: { visit: 3, phone: 2, dialogue: 9 }, safetyWords: ['granit', 'vinter', 'spade'], support: SUPPORT, coming: parent ? { ...COMING, mayAsk: [] } : COMING, away: [], own: OWN,
    kept: parent ? KEPT : { ...KEPT, mayAdd: ['meeting', 'phone', 'agreed', 'week'], mayPin: true },
  };
}

const REST: Snapshot = {
  stage: 'fresh', link: 'online', retryAtMs: null, role: null, name: '', organisation: null, slip: null,
  pinTriesLeft: null, circles: [], receipts: [], work: null, programmes: [], wait: null, queue: null, lines: [], details: [], waiting: 0, passkey: null,
  tellExit: false, moved: 0, problem: null,
};
const open = (role: Role, more: Partial<Snapshot> = {}): Snapshot =>
  ({ ...REST, stage: 'open', role, name: role === 'parent' ? 'Mira' : 'Anna', organisation: MUNICIPALITY,
    programmes: role === 'supporter' || role === 'coordinator' ? PROGRAMMES : [], ...more });
const slipFor = (role: Role): Snapshot =>
  ({ ...REST, stage: 'slip', slip: { role, organisation: MUNICIPALITY, door: null, circle: role === 'parent', more: role === 'supporter' ? 2 : 0 } });

const LIST = [
  { ...FINE, circleId: 'one', title: 'Samtal 1', unread: 2, waiting: 1, lastText: LONG, lastAtMs: NOW_MS - MINUTE_MS, alone: false },
  { ...FINE, circleId: 'two', title: 'Samtal 2', unread: 0, waiting: 0, lastText: 'Tack för idag', lastAtMs: NOW_MS - 2 * DAY_MS, alone: false },
  { ...FINE, circleId: 'three', title: '', unread: 0, waiting: 0, lastText: '', lastAtMs: 0, alone: true },
];

const assignment = (id: string, label: string, dueDay: number, more: Partial<AssignmentView> = {}): AssignmentView =>
  ({ id, label, staffId: 's1', dueDay, state: 'open', endedDay: null, circleId: null, details: null, undoUntilMs: null, ...more });
/** With what makes a line too long, and a number that can be called. */
const DETAILS = `Amina, mamma. Ring helst på eftermiddagen. ${LONG}\n+46 (0)70-123 45 67`;
const LINE: LineView = { circleId: 'line', staffId: 's1', state: 'ready', with: 'Anna' };
const WORK: WorkView = {
  assignments: [assignment('w1', 'Familj 12', TODAY - 1, { details: { text: DETAILS, state: 'given' } }), assignment('w2', 'Familj 13', TODAY, { staffId: 's2' }), assignment('w3', 'Torsdag', TODAY + 1, { staffId: null }),
    assignment('w4', 'Familj 9', TODAY - 4, { state: 'contacted', endedDay: TODAY - 4 }),
    assignment('w5', 'Familj 8', TODAY - 5, { state: 'not_carried_out', endedDay: TODAY - 3 })],
  colleagues: [{ staffId: 's1', role: 'supporter', label: 'Anna B.', talkSinceDay: TODAY - 1 }, { staffId: 's2', role: 'supporter', label: '', talkSinceDay: null },
    { staffId: 's3', role: 'coordinator', label: 'Samordnare Karin', talkSinceDay: null }],
  talkSinceDay: null,
};
const MY_WORK: WorkView = { colleagues: [], talkSinceDay: TODAY - 1, assignments: [assignment('w1', 'Familj 12', TODAY - 1, { staffId: null, details: { text: DETAILS, state: 'given' } }),
  assignment('w2', 'Familj 13', TODAY, { staffId: null }),
  assignment('w4', 'Familj 9', TODAY, { staffId: null, state: 'contacted', endedDay: TODAY, undoUntilMs: NOW_MS + 5 * MINUTE_MS })] };
const PASSKEY: PasskeyView = { kind: 'sign_in', ended: false, challenge: new Uint8Array(32), rpId: 'bredvid.example.se', userId: new Uint8Array(16),
  credentials: [new Uint8Array(20)] };

export const ASSOCIATION = { kind: 'association' as const, name: 'Föreningen Föräldrar i Mellansverige', hours: 'Kvällar. Vi är volontärer.',
  opening: { answer_within_h: 0, eves: 7, times: [{ on: 0, from_min: 1080, to_min: 1260 }, { on: 3, from_min: 1080, to_min: 1260 }], closed: [] } };
export const OPEN_DOOR: OpenOrganisation[] = [{ number: 0, organisation: MUNICIPALITY, waiting: 3 }, { number: 1, organisation: ASSOCIATION, waiting: 0 }];
export const WAIT: WaitView = { organisation: MUNICIPALITY, ahead: 2, sinceDay: TODAY, sinceMs: NOW_MS - 40 * MINUTE_MS, taken: false, others: OPEN_DOOR.slice(1),
  texts: [{ id: 'w1', text: LONG, writtenAtMs: NOW_MS - 30 * MINUTE_MS }, { id: 'w2', text: 'هل من أحد هناك؟', writtenAtMs: NOW_MS - MINUTE_MS }], draft: '', trouble: null };
export const QUEUE: QueueView = { waiting: 3, sinceDay: TODAY - 1, taking: false,
  doors: [{ mark: '7K2M', waiting: 2, sinceDay: TODAY - 1, known: true }, { mark: 'QX4T', waiting: 1, sinceDay: TODAY, known: false }],
  posters: [{ selector: 243_284, mark: '7K2M', link: 'https://stod.example.se/#s=7K2M9-QX4TRA-9BN31C-H0WZ7E', text: '7K2M9-QX4TRA-9BN31C-H0WZ7E', expiresDay: TODAY + 90,
    words: 'För dig som är förälder', made: true }] };
const EMPTY: QueueView = { waiting: 0, sinceDay: null, taking: false, doors: [], posters: QUEUE.posters };

export const SCENES: Record<string, Snapshot> = {
  door: { ...REST, stage: 'slip', slip: { role: 'parent', organisation: MUNICIPALITY, door: OPEN_DOOR, circle: false, more: 0 } },
  'parent-waits': open('parent', { wait: WAIT }),
  'parent-waits-first': open('parent', { organisation: ASSOCIATION, wait: { ...WAIT, organisation: ASSOCIATION, ahead: 0, texts: [], others: OPEN_DOOR.slice(0, 1) } }),
  'parent-taken': open('parent', { wait: { ...WAIT, taken: true } }),
  'parent-unopened': open('parent', { wait: { ...WAIT, trouble: 'unopened' } }),
  'parent-gone': open('parent', { wait: { ...WAIT, trouble: 'gone' } }),
  'supporter-queue': open('supporter', { circles: [{ ...LIST[2]!, onTheWay: true }, LIST[1]!], queue: QUEUE }),
  'supporter-queue-empty': open('supporter', { queue: EMPTY }),
  'coordinator-queue': open('coordinator', { work: WORK, queue: QUEUE }),
  starting: { ...REST, stage: 'starting' },
  elsewhere: { ...REST, stage: 'elsewhere' },
  fresh: REST,
  slip: slipFor('parent'),
  'staff-slip': slipFor('supporter'),
  joining: { ...REST, stage: 'joining', link: 'offline' },
  locked: { ...REST, stage: 'locked' },
  destroyed: { ...REST, stage: 'destroyed' },
  parent: open('parent', { circles: [{ ...LIST[0]!, title: 'Anna' }], waiting: 1 }),
  'parent-offline': open('parent', { circles: [{ ...LIST[0]!, title: 'Anna' }], waiting: 1, link: 'offline', retryAtMs: NOW_MS + 20_000 }),
  'parent-problem': open('parent', { circles: [{ ...LIST[0]!, title: 'Anna' }], problem: { code: 'mls_refused', detail: 0 } }),
  'parent-lost': open('parent', { circles: [{ ...LIST[0]!, title: 'Anna', thread: 'lost' }], waiting: 1 }),
  'parent-doubt': open('parent', { circles: [{ ...LIST[0]!, title: 'Anna', thread: 'doubt' }], waiting: 1 }),
  'supporter-lost': open('supporter', { circles: [{ ...LIST[0]!, thread: 'lost' }, LIST[1]!], waiting: 1 }),
  'parent-none': open('parent'),
  'parent-ended': open('parent', { receipts: [{ ...RECEIPT, title: '' }] }),
  ...Object.fromEntries([...Object.keys(ATTACHMENTS), ...Object.keys(SUPPORTS), ...Object.keys(COMINGS), ...Object.keys(AWAYS), ...Object.keys(OWNS), ...Object.keys(KEPTS), ...Object.keys(SAID)].map((name) => [name,
    open(name.startsWith('parent') ? 'parent' : 'supporter', { circles: [LIST[1]!] })])),
  supporter: open('supporter', { circles: LIST, waiting: 1 }),
  'supporter-none': open('supporter'),
  'supporter-work': open('supporter', { circles: [LIST[1]!], work: MY_WORK, lines: [{ ...LINE, staffId: null, with: 'Karin' }] }),
  'supporter-offline': open('supporter', { circles: [LIST[1]!], link: 'offline', details: [{ assignmentId: 'w1', text: DETAILS }] }),
  'coordinator-none': open('coordinator', { work: { assignments: [], colleagues: WORK.colleagues.slice(2), talkSinceDay: null } }),
  coordinator: open('coordinator', { work: WORK, lines: [LINE] }),
  lead: open('lead'),
  'passkey-new': open('supporter', { passkey: { ...PASSKEY, kind: 'create' } }),
  'passkey-sign-in': open('lead', { passkey: PASSKEY }),
  'passkey-ended': open('supporter', { circles: LIST, waiting: 2, passkey: { ...PASSKEY, ended: true } }),
};
