/** The text for a report: whole sentences in every language, each figure one that the release has, nothing that it withheld. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReleaseInfo, ReleaseScope } from '../../../client-web/src/domain/api.ts';
import { readRelease, type Level, type OutcomeLevel, type OutcomeSeries, type Release } from '../../../client-web/src/ui/state/release_doc.ts';
import { reportText, type Words } from '../../../client-web/src/ui/state/report_text.ts';
import { fileName } from '../../../client-web/src/ui/state/release_words.ts';
import { wordsOf } from './words.ts';

const FORMATS: Record<string, string> = { sv: 'sv-SE', en: 'en-GB', ar: 'ar-u-nu-latn' };
const SEEDS = 120;
const CODES = Object.keys(FORMATS);
const makeWords = (code: string): Words => {
  const list = (type: 'conjunction' | 'disjunction') => (items: string[]) => new Intl.ListFormat(FORMATS[code], { type }).format(items);
  return { t: wordsOf(code), all: list('conjunction'), any: list('disjunction'),
    day: (day) => new Intl.DateTimeFormat(FORMATS[code], { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day * 86_400_000)) };
};
const ALL = new Map(CODES.map((code) => [code, makeWords(code)]));
const words = (code: string): Words => ALL.get(code)!;
const info = (scope: ReleaseScope): ReleaseInfo => ({ releaseId: 7, scope, firstDay: 20635, lastDay: 20818 });
const golden = (name: string): Release => readRelease(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8'))!;
const text = (release: Release, code = 'sv'): string => reportText(info(release.scope), release, words(code)).join('\n');

/** Every number in a text, with its thousands put together again, but for those of dates and of words such as "3–5 conversations". */
function figures(all: string, code: string): number[] {
  const { t, day } = words(code);
  const one = info('span');
  const own = ['counted-conversations-few', 'counted-conversations-some', 'counted-conversations-many'].map((key) => t(key));
  const rest = [...own, day(one.firstDay), day(one.lastDay)].reduce((left, part) => left.replaceAll(part, ''), all);
  return [...rest.matchAll(/\d[\d\u00a0\u202f,]*/g)].map(([digits]) => Number(digits.replace(/[^\d]/g, '')));
}
function ownFigures(release: Release): Set<number> {
  const groups = [release.total, ...release.groups].flatMap((one) => one ? [one.contacts, one.occasions, one.persons] : []);
  const outcomes = release.outcomes.flatMap((one) => [one.total, ...one.groups].flatMap((group) => group ? [group.count, group.persons] : []));
  return new Set([...groups, ...outcomes, ...release.persons.map((one) => one.persons), release.leastPersons, release.roundedTo, 7]);
}

/** The same numbers each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
/** A release whose figures are all different, so that one in the place of another is found. */
function invented(seed: number): Release {
  const next = random(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  let last = 1000 * (seed % 7);
  const count = (): number => { last += 5 * (1 + Math.floor(next() * 40)); return next() < 0.15 ? 0 : last; };
  const level = pick<Level>(['organisation_and_contact', 'contact', 'organisation', 'total', 'nothing']);
  const orgs = level === 'contact' ? ['all'] as const : ['municipality', 'association'] as const;
  const kinds = level === 'organisation' ? ['all'] as const : ['dialogue', 'email', 'phone', 'call', 'visit', 'meeting', 'group'] as const;
  const finer = level === 'total' || level === 'nothing' ? [] : orgs.flatMap((organisation) => kinds.map((contact) =>
    ({ organisation, contact, contacts: count(), occasions: count(), persons: count() })));
  const values: Record<OutcomeSeries, string[]> = { first_contact: ['in_time', 'late', 'not_carried_out'], closing: ['completed', 'declined', 'not_reached', 'further_support'],
    conversations: ['0', '1-2', '3-5', '6+'], daily_week: ['daily_contact'], wellbeing_first: ['very_bad', 'bad', 'so_so', 'good', 'very_good'],
    wellbeing_last: ['very_bad', 'bad', 'so_so', 'good', 'very_good'], experience: ['very_bad', 'bad', 'so_so', 'good', 'very_good'] };
  const scope = pick<ReleaseScope>(['span', 'half_year', 'year']);
  return {
    scope, leastPersons: 5, roundedTo: pick([1, 5]), level, groups: finer, definitions: [],
    total: level === 'nothing' ? null : { organisation: 'all', contact: 'all', contacts: count(), occasions: count(), persons: count() },
    persons: scope === 'span' || level === 'nothing' ? [] : (['all', 'municipality', 'association'] as const).map((organisation) => ({ organisation, persons: count() })),
    withheld: level === 'organisation_and_contact' ? [] : ['organisation_and_contact', ...(level === 'contact' ? ['organisation' as const] : ['contact' as const])],
    outcomes: (Object.keys(values) as OutcomeSeries[]).map((series) => {
      const told = pick<OutcomeLevel>(['organisation_and_value', 'value', 'organisation', 'total', 'nothing']);
      const of = told === 'value' ? ['all'] as const : ['municipality', 'association'] as const;
      const each = told === 'organisation' ? ['all'] : values[series];
      return { series, level: told, total: told === 'nothing' ? null : { organisation: 'all' as const, value: 'all', count: count(), persons: count() },
        groups: told === 'total' || told === 'nothing' ? [] : of.flatMap((organisation) => each.map((value) => ({ organisation, value, count: count(), persons: count() }))) };
    }),
  };
}

describe('the text for a report', () => {
  it.each(CODES)('has no figure that is not the release\'s: %s', (code) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const release = invented(seed);
      const all = text(release, code);
      const own = ownFigures(release);
      expect(figures(all, code).filter((one) => !own.has(one)), `seed ${seed}`).toEqual([]);
      expect(all, 'no key is left').not.toMatch(/(report|release|counted|times|outcome|face)-/);
    }
  });

  it.each(CODES)('has every figure of contacts, outcomes and parents that it can: %s', (code) => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const release = invented(seed);
      const told = new Set(figures(text(release, code), code));
      const wanted = [...(release.total ? [release.total.contacts, release.total.occasions, release.total.persons] : []),
        ...release.groups.map((one) => one.contacts), ...release.outcomes.flatMap((one) => one.total ? [one.total.count, one.total.persons, ...one.groups.map((group) => group.count)] : [])];
      expect(wanted.filter((one) => one !== 0 && !told.has(one)), `seed ${seed}`).toEqual([]);
    }
  });

  it('says what was counted, by whom, and what the words mean', () => {
    expect(text(golden('release')).split('\n')).toEqual([
      'Under perioden 1 juli 2026 till 31 december 2026 hade 15 föräldrar kontakt med stödet, vid 440 tillfällen. Sammanlagt räknades 525 kontakter.',
      'Kommunens kontakter var 345 dagar med meddelanden och 55 besök. Föreningens kontakter var 115 dagar med meddelanden och 10 besök. '
        + 'Det räknades inga mejlväxlingar, telefonsamtal, samtal i appen, möten tillsammans eller gruppträffar.',
      'Det här visas inte: ”Första kontakten”, ”Hur stödet avslutades”, ”Samtal per stöd”, ”Veckor med daglig kontakt”, ”Hur föräldern hade det i början”, ”Hur föräldern hade det i slutet” och ”Hur stödet har varit för föräldern”. '
        + 'Skälet: färre än 5 föräldrar, eller ingen. Det som räknades väntar på halvåret och året.',
      'Ett tillfälle är en förälder en dag med minst en kontakt. En dag med meddelanden är en kontakt, hur många meddelanden det än blev. '
        + 'En förälder kan ha flera kontakter samma dag, och en kontakt med båda föräldrarna är en kontakt men två tillfällen. Därför är antalet kontakter (525) ett annat än antalet tillfällen (440).',
      'En siffra visas bara när den bygger på minst 5 föräldrar. Antal är avrundade till närmaste 5. Därför kan delar bli en annan summa än helheten. Källa: Bredvid, publicering nummer 7.',
    ]);
  });

  it('gives a sum the reason of a sum, and a year nothing to wait for', () => {
    const half = text(golden('release_half_year'), 'en');
    expect(half).toContain('In the half-year 1 July 2026 to 31 December 2026, 15 parents had contact');
    expect(half).toContain('some group rests on fewer than 5 parents, or the number would reveal what a shorter period held back');
    expect(half).toContain('or none, or the number would reveal what a shorter period held back. What was counted waits for the year.');
    expect(half).toContain('10 parents had contact with the municipality and 5 with the association.');
    expect(half).toContain('15 supports ended, for 15 parents. They were divided like this: The support is completed (10);');
    const year: Release = { ...golden('release_half_year'), scope: 'year', level: 'nothing', total: null, groups: [], persons: [], outcomes: [] };
    expect(text(year, 'en')).not.toContain('waits');
    expect(text(year, 'en')).not.toContain('occasion');
    expect(text(year, 'en')).toContain('in the year');
  });

  it('tells a year in which nothing was withheld, without a word of what is not shown', () => {
    for (const code of CODES) {
      const all = text(golden('release_year'), code);
      expect(all).toContain(wordsOf(code)('outcome-declined'));
      expect(all).toContain(wordsOf(code)('counted-conversations-some'));
    }
    expect(text(golden('release_year'))).toContain('Inget är undanhållet');
    expect(text(golden('release_year'))).toContain('Kommun: Inga samtal (35); 1–2 samtal (35); 3–5 samtal (40); 6 eller fler samtal (40). Förening: Inga samtal (40)');
  });

  it('says exact when it is, and does not speak of rounding then', () => {
    const exact = text({ ...golden('release'), roundedTo: 1 }, 'en');
    expect(exact).toContain('Counts are exact.');
    expect(exact).not.toContain('add up');
  });
});

it('names files by their days and scope, alike in every language', () => {
  expect(fileName(info('half_year'), 'csv')).toBe('bredvid-2026-07-01-2026-12-31-half-year.csv');
  expect(fileName(info('span'), 'json')).toBe('bredvid-2026-07-01-2026-12-31-period.json');
});
