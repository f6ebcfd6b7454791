/** Reading a release: the server's format, and everything else refused without an exception. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRelease } from '../../../client-web/src/ui/state/release_doc.ts';
import { fakeRelease } from './fake_release.ts';

const good = fakeRelease(2).json;
const changed = (change: (doc: Record<string, unknown>) => void): string => {
  const doc = JSON.parse(good) as Record<string, unknown>;
  change(doc);
  return JSON.stringify(doc);
};

describe('readRelease', () => {
  it('reads what the server writes', () => {
    const release = readRelease(good);
    expect(release?.level).toBe('contact');
    expect(release?.leastPersons).toBe(5);
    expect(release?.groups.map((one) => [one.contact, one.contacts])).toContainEqual(['visit', 55]);
    expect(release?.total).toEqual({ organisation: 'all', contact: 'all', contacts: 560, occasions: 440, persons: 15 });
    expect(release?.withheld).toEqual(['organisation_and_contact']);
    expect(release?.definitions.map((one) => one.term)).toContain('closing');
    expect(readRelease(good.replace('bredvid release 3', 'bredvid release 1')), 'an older one').toEqual(release);
    expect(release?.definitions[0]).toEqual({ term: 'contacts', texts: { en: 'Everything that was counted.', sv: 'Allt som har räknats.' } });
  });

  it.each(['release', 'release_half_year', 'release_year'])('reads what the server really writes: %s', (name) => {
    const release = readRelease(readFileSync(new URL(`../../golden/${name}.json`, import.meta.url), 'utf8'));
    expect(release?.total?.contacts).toBeGreaterThan(0);
    expect(release?.outcomes).toHaveLength(7);
  });

  it('reads what the server published before there was experience', () => {
    const before = readRelease(readFileSync(new URL('../../golden/before/release_2_year.json', import.meta.url), 'utf8'));
    expect(before?.outcomes.map((one) => one.series)).toEqual(['first_contact', 'closing', 'conversations', 'daily_week', 'wellbeing_first', 'wellbeing_last']);
    expect(before?.total?.contacts).toBeGreaterThan(0);
  });

  it('reads every value that the server has a word for', () => {
    const year = readRelease(readFileSync(new URL('../../golden/release_year.json', import.meta.url), 'utf8'))!;
    expect(year.outcomes.map((one) => [...new Set(one.groups.map((group) => group.value))].join())).toEqual(['in_time,late,not_carried_out',
      'completed,declined,not_reached,further_support', '0,1-2,3-5,6+', 'all', 'very_bad,bad,so_so,good,very_good', 'very_bad,bad,so_so,good,very_good', 'very_bad,bad,so_so,good,very_good']);
  });

  it('reads outcomes as finely as each is shown, and persons over a year', () => {
    const release = readRelease(fakeRelease(4).json);
    expect(release).toMatchObject({ scope: 'year', level: 'nothing', total: null });
    expect(release?.persons).toContainEqual({ organisation: 'association', persons: 5 });
    expect(release?.outcomes.map((one) => [one.series, one.level, one.total?.count ?? null])).toEqual([['first_contact', 'nothing', null],
      ['closing', 'organisation_and_value', 15], ['conversations', 'value', 15], ['daily_week', 'organisation', 40], ['wellbeing_first', 'total', 10], ['wellbeing_last', 'value', 15], ['experience', 'value', 15]]);
  });

  it.each([
    ['an unknown series', changed((d) => { d['outcomes'] = [{ series: 'mood', level: 'nothing', groups: [], total: null }]; })],
    ['a value of another series', changed((d) => { d['outcomes'] = [{ series: 'closing', level: 'value', groups: [{ organisation: 'all', value: 'late', count: 5, persons: 5 }],
      total: { organisation: 'all', value: 'all', count: 5, persons: 5 } }]; })],
    ['an unknown scope', changed((d) => { d['scope'] = 'month'; })],
    ['no JSON', 'x'], ['empty', ''], ['a list', '[]'], ['null', 'null'], ['another format', changed((d) => { d['format'] = 'bredvid release 4'; })],
    ['an unknown level', changed((d) => { d['level'] = 'supporter'; })], ['no rule', changed((d) => { delete d['rule']; })],
    ['a negative count', changed((d) => { d['total'] = { organisation: 'all', contact: 'all', contacts: -1, occasions: 0, persons: 0 }; })],
    ['an unknown kind', changed((d) => { d['groups'] = [{ organisation: 'all', contact: 'sms', contacts: 1, occasions: 1, persons: 5 }]; })],
    ['too many groups', changed((d) => { d['groups'] = Array.from({ length: 15 }, () => d['total']); })],
    ['a definition that is no text', changed((d) => { d['definitions'] = [{ term: 'visit', en: 1 }]; })],
  ])('gives null for %s', (_name, text) => {
    expect(readRelease(text)).toBeNull();
  });
});
