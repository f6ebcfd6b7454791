/** Plays the plan: every person with a phone, every contact as people make it, on its day. */
import type { CryptoCore } from '../../client-web/src/domain/crypto_port';
import type { Moment } from '../../client-web/src/domain/api';
import { must } from '../client/support/person';
import { Phone } from './phone';
import { dayNumber, endDay, moment, nextAtWork, type Plan, type PlannedDay, type PlannedParent } from './plan';
import type { Decision } from './server';
import { World } from './world';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Offices by day, volunteers in the evening; at night parents write alone. */
const HOURS = { municipality: 11, association: 18, alone: 22 } as const;
const STAFF_DAY = '2019-01-02';
const START_DAY = '2019-01-01';
/** The last quarter's 72 hours are over. */
const OVER_DAY = '2020-01-04';

interface Pair { parent: PlannedParent; supporterPhone: Phone; parentPhone: Phone; circleId: string }

/** backwards: of two that happen on one day the other one first; nothing that is counted may depend on it. */
export interface PlayOptions extends Decision { backwards?: boolean }

export class Play {
  readonly staff = new Map<string, Phone>();
  lead!: Phone;
  undone = 0;
  messages = 0;
  private readonly pairs_ = new Map<string, Pair>();
  private text_ = 0;

  constructor(readonly world: World, private readonly core_: CryptoCore, private readonly plan_: Plan, private readonly texts_: string[],
    private readonly backwards_: boolean) {}

  static async begin(core: CryptoCore, plan: Plan, texts: string[], { backwards = false, ...decision }: PlayOptions): Promise<Play> {
    return new Play(await World.begin(moment(dayNumber(START_DAY), 8), decision), core, plan, texts, backwards);
  }

  /** The whole year, and the days after it in which the last quarter can still be counted. */
  async year(each: (day: number) => Promise<void> | void = () => undefined): Promise<void> {
    for (let day = dayNumber(START_DAY); day <= dayNumber(OVER_DAY); day++) {
      if (day === dayNumber(STAFF_DAY)) await this.hire(day);
      await this.round(day, 'municipality');
      await this.round(day, 'association');
      await this.alone(day);
      await each(day);
    }
  }

  private async hire(day: number): Promise<void> {
    await this.world.moveTo(moment(day, 9));
    for (const { id, organisation, name } of this.plan_.supporters) {
      const phone = await new Phone(this.world, this.core_, name).start();
      await phone.join(this.world.server.slip('supporter', organisation));
      this.staff.set(id, phone);
      phone.sleep();
    }
    this.lead = await new Phone(this.world, this.core_, 'Ledning').start();
    await this.lead.join(this.world.server.slip('lead', 'municipality'));
    this.lead.sleep();
  }

  private ordered<T>(list: T[]): T[] { return this.backwards_ ? [...list].reverse() : list; }

  /** What one organisation's people do on a day; afterwards all counts are sent and all phones asleep. */
  private async round(day: number, organisation: 'municipality' | 'association'): Promise<void> {
    await this.world.moveTo(Math.max(this.world.nowMs, moment(day, HOURS[organisation])));
    const all = this.ordered(this.plan_.parents.filter((parent) => parent.organisation === organisation));
    const of = (what: (parent: PlannedParent) => boolean) => all.filter(what);
    const beginning = of(({ begins }) => dayNumber(begins) === day);
    const talking = of((parent) => this.today(parent, day) !== undefined);
    const reading = of(({ days }) => days.some(({ seen }) => seen !== undefined && dayNumber(seen) === day));
    const closing = of(({ closes }) => closes !== null && dayNumber(closes.day) === day);
    const ending = of((parent) => endDay(parent) === day);
    const looking = of((parent) => this.looksAtLastWeek(parent, day));

    for (const parent of beginning) await this.begins(parent);
    const pairs = new Set([...talking, ...closing, ...ending].map((parent) => this.pair(parent)));
    const supporters = new Set([...reading, ...looking].map((parent) => this.pair(parent).supporterPhone));
    for (const { supporterPhone, parentPhone } of pairs) supporters.add(supporterPhone).add(parentPhone);
    if (supporters.size === 0) return;
    await this.wake(...supporters);
    await Promise.all(talking.map((parent) => this.talk(this.pair(parent), this.today(parent, day)!)));
    await Promise.all(closing.map((parent) => this.closes(this.pair(parent))));
    await this.counted();
    // A week with daily contact is looked for every hour, once its last contact can't be undone any more.
    if (looking.length > 0) {
      await this.world.pass(62 * MINUTE_MS);
      await this.counted();
    }
    if (ending.length > 0) await this.end(ending.map((parent) => this.pair(parent)));
    for (const phone of [...this.world.awake]) phone.sleep();
  }

  /** A parent writes while nobody is at work. */
  private async alone(day: number): Promise<void> {
    const writing = this.ordered(this.plan_.parents.filter(({ days }) => days.some((one) => dayNumber(one.day) === day && one.seen)));
    if (writing.length === 0) return;
    await this.world.moveTo(moment(day, HOURS.alone));
    const pairs = writing.map((parent) => this.pair(parent));
    await this.wake(...pairs.map(({ parentPhone }) => parentPhone));
    await Promise.all(pairs.map(async ({ parentPhone, circleId }) => {
      await this.writes(parentPhone, circleId);
      await this.world.until(() => parentPhone.quiet(), 'written at night');
    }));
    for (const phone of [...this.world.awake]) phone.sleep();
  }

  private today(parent: PlannedParent, day: number): PlannedDay | undefined {
    return parent.days.find((one) => !one.seen && dayNumber(one.day) === day);
  }

  /** On Monday, or on the next day of work, people look at what was last week, if anything was. */
  private looksAtLastWeek({ organisation, days, begins, closes }: PlannedParent, day: number): boolean {
    const monday = day - ((day + 3) % 7);
    if (nextAtWork(organisation, monday) !== day || (closes && dayNumber(closes.day) <= day) || dayNumber(begins) >= day) return false;
    return days.some((one) => dayNumber(one.day) >= monday - 7 && dayNumber(one.day) < monday);
  }

  private pair(parent: PlannedParent): Pair {
    const pair = this.pairs_.get(parent.id);
    if (!pair) throw new Error(`${parent.id} has not begun`);
    return pair;
  }

  private async wake(...phones: Phone[]): Promise<void> {
    for (const phone of phones) phone.wake();
    await this.world.until(() => phones.every((phone) => phone.quiet()), 'everybody online');
  }

  /** The supporter makes a circle and a slip, and the parent comes in with it. */
  private async begins(parent: PlannedParent): Promise<void> {
    const supporterPhone = this.staff.get(parent.supporter)!;
    await this.wake(supporterPhone);
    const { circleId } = must(await supporterPhone.engine.newCircle(parent.id));
    const slip = must(await this.world.during(supporterPhone.engine.makeSlip(circleId, { role: 'parent', form: 'qr', days: 7 }), 'a slip'));
    const parentPhone = await new Phone(this.world, this.core_, parent.name).start();
    await parentPhone.join(slip.link);
    const pair = { parent, supporterPhone, parentPhone, circleId };
    this.pairs_.set(parent.id, pair);
    await this.world.until(async () => this.level(pair) && (await supporterPhone.view(circleId)).members.length === 2, `${parent.id} is in`);
  }

  /** Both have everything that either said. */
  private level({ supporterPhone, parentPhone, circleId }: Pair): boolean {
    return supporterPhone.quiet() && parentPhone.quiet() && supporterPhone.sequence(circleId) === parentPhone.sequence(circleId);
  }

  private async writes(phone: Phone, circleId: string): Promise<void> {
    must(await phone.engine.send(circleId, this.texts_[this.text_++ % this.texts_.length]!));
    this.messages += 1;
  }

  private async talk(pair: Pair, { contacts, undone }: PlannedDay): Promise<void> {
    const { parent, supporterPhone, parentPhone, circleId } = pair;
    const level = (what: string) => this.world.until(() => this.level(pair), `${parent.id}: ${what}`);
    for (const kind of this.ordered(contacts)) {
      if (kind === 'dialogue') {
        await this.writes(parentPhone, circleId);
        await level('a message');
        await this.writes(supporterPhone, circleId);
      } else {
        must(await supporterPhone.engine.countContact(circleId, kind));
      }
      await level(kind);
    }
    if (undone) {
      const { id } = must(await supporterPhone.engine.countContact(circleId, undone));
      await level('a wrong tap');
      must(await supporterPhone.engine.undoContact(circleId, id));
      await level('taken back');
      this.undone += 1;
    }
    if (parent.first_face && parent.days[0]!.contacts === contacts) await this.feels(pair, 'first', parent.first_face);
  }

  private async feels({ parentPhone, circleId, parent }: Pair, when: Moment, face: number): Promise<void> {
    const asked = when === 'experience' ? 'experience' as const : 'feeling' as const;
    await this.world.until(async () => (await parentPhone.view(circleId)).support[asked]?.moment === when, `${parent.id} is asked`);
    must(await parentPhone.engine.answerFeeling(circleId, when, face, false));
  }

  private async closes(pair: Pair): Promise<void> {
    const { parent, supporterPhone, circleId } = pair;
    must(await supporterPhone.engine.closeSupport(circleId, parent.closes!.outcome));
    await this.world.until(() => this.level(pair), `${parent.id} knows of the closing`);
    if (parent.last_face) await this.feels(pair, 'last', parent.last_face);
    if (parent.experience) await this.feels(pair, 'experience', parent.experience);
  }

  /** The week in which a closing can be taken back is over: on both phones nothing of the support is left. */
  private async end(pairs: Pair[]): Promise<void> {
    const gone = (phone: Phone, id: string) => !phone.snapshot.circles.some(({ circleId }) => circleId === id) && phone.quiet();
    await this.world.pass(2 * HOUR_MS);
    for (const { parent, supporterPhone, parentPhone, circleId } of pairs) {
      await this.world.until(() => gone(supporterPhone, circleId) && gone(parentPhone, circleId), `${parent.id} has ended`);
    }
    await this.counted();
  }

  /** The time to undo passes, and every count goes out. */
  private async counted(): Promise<void> {
    await this.world.until(() => [...this.world.awake].every((phone) => phone.quiet()), 'nothing under way');
    await this.world.pass((this.plan_.undo_s + 1) * 1000);
    await this.world.until(() => [...this.world.awake].every((phone) => phone.quiet() && phone.uncounted() === 0), 'counted');
  }
}
