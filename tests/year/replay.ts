/** One play of the year, and what is asked of it: the same for exact counts and for rounded ones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseDoc } from '../../client-web/src/domain/api';
import { realCore } from '../client/support/cores';
import { must } from '../client/support/person';
import { parse, released } from './document';
import { happened, releases, type Release, type Told } from './model';
import { Play, type PlayOptions } from './play';
import { dayNumber, readPlan, readTexts } from './plan';
import { missing, type ReleaseRow } from './server';

const YEAR_MS = 10 * 60_000;

export interface Replay {
  rows: ReleaseRow[];
  json: string[];
  csv: string[];
  /** The lead's own client has read them. */
  lead: ReleaseDoc[];
  play: Play;
  seconds: number;
  /** Figures of the last one, the year. */
  year(): Release;
  of(series: string): Told;
}

/** Plays in beforeAll; `ask` writes down what is expected. Without the programs it is skipped, loudly. */
export function replay(name: string, round_to: number, options: PlayOptions, ask: (played: () => Replay) => void): void {
  const lacking = missing();
  if (lacking.length > 0) console.warn(`SKIPPED: ${name}: not built: ${lacking.join(', ')}`);
  describe.skipIf(lacking.length > 0)(name, () => {
    let played: Replay;
    let play: Play | undefined;
    beforeAll(async () => {
      const core = await realCore();
      if (!core) throw new Error('build/wasm/bredvid_core.wasm is not built');
      play = await Play.begin(core, readPlan(), readTexts(), options);
      const began = Date.now();
      await play.year();
      played = await result(play, (Date.now() - began) / 1000);
      console.log(`[ YEAR ${name}: 15 parents, 365 days, ${play.messages} messages in ${played.seconds.toFixed(0)} s`);
    }, YEAR_MS);
    afterAll(() => play?.world.server.stop());
    common(() => played, round_to);
    ask(() => played);
  });
}

async function result(play: Play, seconds: number): Promise<Replay> {
  const { world, lead } = play;
  const rows = world.server.releases().sort((a, b) => a.id - b.id);
  const json = rows.map(({ id }) => world.server.json(id));
  lead.wake();
  await world.until(() => lead.quiet(), 'the lead is online');
  const listed = must(await world.during(lead.engine.releases(), 'the list')).map(({ releaseId }) => releaseId).sort((a, b) => a - b);
  const read: ReleaseDoc[] = [];
  for (const id of listed) read.push(must(await world.during(lead.engine.release(id), `release ${id}`)));
  const year = () => released(json.at(-1)!);
  return { rows, json, csv: rows.map(({ id }) => world.server.csv(id)), lead: read, play, seconds, year,
    of: (series) => year().series.find((one) => one.series === series)! };
}

function common(played: () => Replay, round_to: number): void {
  const plan = readPlan();
  const expected = releases(happened(plan), round_to);

  it('has published four quarters, two half-years and the year, by the clock alone', () => {
    expect(played().rows.map(({ scope, first, last }) => ({ scope, first, last }))).toEqual(expected.map(({ scope, first, last }) => ({ scope, first, last })));
  });

  for (const [i, release] of expected.entries()) {
    it(`tells of ${release.scope} ${release.first} to ${release.last} what the plan gives and the rule allows`, () => {
      expect(released(played().json[i]!)).toEqual(release);
    });
  }

  it('says why less is told where less is told', () => {
    for (const json of played().json) {
      const doc = parse(json);
      for (const { level, withheld } of [doc, ...doc.outcomes]) {
        if (level === 'nothing' || level === 'total') expect(withheld.length).toBeGreaterThan(0);
      }
    }
  });

  it('explains why dialogues, visits and phone calls are more than the occasions', () => {
    const { definitions } = parse(played().json.at(-1)!);
    const of = (term: string) => definitions.find((one) => one.term === term)!;
    expect(of('occasions').en).toContain('One parent on one day with at least one contact.');
    expect(of('occasions').en).toContain('more than the occasions, because a parent can have several of them on one day');
    expect(of('occasions').sv).toContain('En förälder en dag med minst en kontakt.');
    for (const term of ['contacts', 'persons', 'dialogue', 'phone', 'visit', 'meeting', 'daily_week', 'year']) expect(of(term).sv).not.toBe('');
  });

  it('gives the lead the same bytes that the operator prints', () => {
    expect(played().lead.map(({ json }) => json)).toEqual(played().json);
    expect(played().lead.map(({ csv }) => csv)).toEqual(played().csv);
  });

  it('has left nobody with a problem, and undid every wrong tap', () => {
    const { play } = played();
    for (const phone of [...play.staff.values(), play.lead]) {
      expect(phone.snapshot.problem, phone.name).toBe(null);
      expect(phone.waiting(), phone.name).toBe(0);
    }
    expect(play.undone).toBe(plan.parents.flatMap(({ days }) => days).filter(({ undone }) => undone).length);
    // A parent writes on each day with a dialogue, and is answered on those on which somebody was at work.
    const dialogues = plan.parents.flatMap(({ days }) => days).filter(({ contacts }) => contacts.includes('dialogue'));
    expect(play.messages).toBe(dialogues.length * 2 - dialogues.filter(({ seen }) => seen).length);
  });

  it('counts a day of the year in the year, also when it is seen only afterwards', () => {
    expect(plan.parents.some(({ days }) => days.some(({ day, seen }) => seen && dayNumber(seen) > dayNumber('2019-12-31') && day <= '2019-12-31'))).toBe(true);
  });
}
