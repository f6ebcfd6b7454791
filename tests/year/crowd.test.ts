/** Ten and a hundred such projects on one server: the tallies of the plan, so many times, over the wire on their days. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Counted } from '../../client-web/src/wire/counted';
import type { CryptoCore } from '../../client-web/src/domain/crypto_port';
import { realCore } from '../client/support/cores';
import { must } from '../client/support/person';
import { released } from './document';
import { happened, QUARTERS, releases, times, type Happened } from './model';
import { Phone } from './phone';
import { dayNumber, endDay, moment, readPlan, type Plan } from './plan';
import { missing } from './server';
import { World } from './world';

const LIMIT_MS = 10 * 60_000;
/** A device may send a thousand a day. */
const SUPPORTERS = 2;
/** At once on one connection; the server takes 256. */
const AT_ONCE = 200;
const exact = { exact_counts: { decision: 'Dnr 2018-1: exact counts', date: '2018-12-01' }, undo_s: 600 };
const ORGS = ['municipality', 'association'] as const;

const key = (...parts: (string | number)[]): Uint8Array => Uint8Array.from(createHash('sha256').update(parts.join('|')).digest());

interface Due { day: number; what: Happened }

/** In the order of their days. An outcome is sent when the support has ended. */
function dues(plan: Plan): Due[] {
  const ends = new Map(plan.parents.map((parent) => [parent.id, endDay(parent)]));
  return happened(plan).map((what) => ({ what, day: ['closing', 'conversations'].includes(what.series) ? ends.get(what.person)! : what.day }))
    .sort((a, b) => a.day - b.day);
}

/** Devices of each organisation: supporters send what they count, a parent's own device how parents feel. */
async function devices(world: World, core: CryptoCore): Promise<Map<string, Phone[]>> {
  const all = new Map<string, Phone[]>();
  for (const org of ORGS) {
    const supporters: Phone[] = [];
    for (let i = 0; i < SUPPORTERS; i++) {
      const phone = await new Phone(world, core, `${org} ${i}`).start();
      await phone.join(world.server.slip('supporter', org));
      supporters.push(phone);
    }
    const [first] = supporters;
    const { circleId } = must(await first!.engine.newCircle(''));
    const slip = must(await world.during(first!.engine.makeSlip(circleId, { role: 'parent', form: 'qr', days: 7 }), 'a slip'));
    const parent = await new Phone(world, core, 'a parent').start();
    await parent.join(slip.link);
    all.set(org, supporters);
    all.set(`${org} parent`, [parent]);
  }
  return all;
}

async function send(phone: Phone, core: CryptoCore, list: Happened[], span_id: number): Promise<void> {
  for (let at = 0; at < list.length; at += AT_ONCE) {
    const answers = await Promise.all(list.slice(at, at + AT_ONCE).map(({ person, day, series, value }) => phone.device.ctx.net.request({
      type: 'tally', tally_id: core.newId(), span_id, counted: { series, value } as Counted,
      tags: [{ tag: key(person, 'span', span_id), day_tag: key(person, 'day', day), year_tag: key(person, 2019) }],
    })));
    for (const answer of answers) expect(answer.type).toBe('ok');
  }
}

const PARENTS_OWN = new Set(['wellbeing_first', 'wellbeing_last', 'experience']);

async function crowd(world: World, core: CryptoCore, plan: Plan): Promise<number> {
  const all = await devices(world, core);
  const phones = [...all.values()].flat();
  let waiting = dues(plan);
  let slowest_ms = 0;
  for (let day = QUARTERS[0]!.first; day <= dayNumber('2020-01-04'); day++) {
    const began = Date.now();
    await world.moveTo(Math.max(world.nowMs, moment(day, 11)));
    slowest_ms = Math.max(slowest_ms, Date.now() - began);
    await world.until(() => phones.every((phone) => phone.quiet()), 'everybody online');
    const [span] = phones[0]!.device.repo.get('profile', 'me')!.spans;
    const open = QUARTERS.findIndex(({ first }) => first === span!.first_day);
    // Until a quarter is published, what belongs to the next one waits.
    const now = waiting.filter((one) => one.day <= day && one.what.part === open);
    waiting = waiting.filter((one) => !(one.day <= day && one.what.part === open));
    await Promise.all([...all].map(async ([who, devices]) => {
      const mine = now.map(({ what }) => what).filter(({ org, series }) => who === (PARENTS_OWN.has(series) ? `${org} parent` : org));
      await Promise.all(devices.map((phone, i) => send(phone, core, mine.filter((_, n) => n % devices.length === i), span!.span_id)));
    }));
  }
  expect(waiting.length).toBe(0);
  return slowest_ms;
}

const lacking = missing();
if (lacking.length > 0) console.warn(`SKIPPED: the year many times: not built: ${lacking.join(', ')}`);

describe.skipIf(lacking.length > 0)('the year many times over', () => {
  for (const n of [10, 100]) {
    it(`${n} times: ${15 * n} parents, ${440 * n} occasions`, async () => {
      const core = await realCore();
      if (!core) throw new Error('build/wasm/bredvid_core.wasm is not built');
      const plan = times(readPlan(), n);
      const expected = releases(happened(plan), 1);
      const world = await World.begin(moment(QUARTERS[0]!.first, 8), exact);
      try {
        const began = Date.now();
        const slowest_ms = await crowd(world, core, plan);
        const rows = world.server.releases().sort((a, b) => a.id - b.id);
        const told = rows.map(({ id }) => released(world.server.json(id)));
        expect(told).toEqual(expected);
        const year = told.at(-1)!;
        const contact = year.series[0]!;
        expect(contact.total).toMatchObject({ count: 538 * n, occasions: 440 * n });
        // With so many parents every group is large enough, down to each organisation's kinds of contact.
        expect(contact.level).toBe('cells');
        expect(contact.groups.filter(({ value }) => value === 'dialogue').reduce((sum, { count }) => sum + count, 0)).toBe(343 * n);
        expect(year.persons).toEqual([['all', 15 * n], ['municipality', 10 * n], ['association', 5 * n]]);
        console.log(`[ YEAR ${n} times: ${dues(plan).length} tallies in ${((Date.now() - began) / 1000).toFixed(0)} s, slowest upkeep ${slowest_ms} ms`);
      } finally {
        await world.server.stop();
      }
    }, LIMIT_MS);
  }
});
