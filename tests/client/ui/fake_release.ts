/** A release in the server's format (server/domain/release_text.cpp), and one that can't be read. */
import type { ReleaseDoc, ReleaseInfo } from '../../../client-web/src/domain/api.ts';

export const PERIODS: ReleaseInfo[] = [
  { releaseId: 1, scope: 'span', firstDay: 20454, lastDay: 20543 },
  { releaseId: 2, scope: 'span', firstDay: 20544, lastDay: 20634 },
  { releaseId: 3, scope: 'half_year', firstDay: 20360, lastDay: 20453 },
  { releaseId: 4, scope: 'year', firstDay: 20300, lastDay: 20359 },
  // 2024-10-01 to 2025-12-31, with a quarter that none covers and all that can be withheld
  { releaseId: 5, scope: 'span', firstDay: 19997, lastDay: 20088 },
  { releaseId: 6, scope: 'span', firstDay: 20089, lastDay: 20178 },
  { releaseId: 7, scope: 'span', firstDay: 20179, lastDay: 20269 },
  { releaseId: 8, scope: 'span', firstDay: 20362, lastDay: 20453 },
  { releaseId: 9, scope: 'year', firstDay: 19000, lastDay: 19100 },
];
const ROWS: [string, string, number, number, number][] = [
  ['all', 'dialogue', 345, 345, 15], ['all', 'email', 20, 20, 5], ['all', 'phone', 115, 90, 15],
  ['all', 'visit', 55, 50, 10], ['all', 'meeting', 25, 25, 10],
];
const row = ([organisation, contact, contacts, occasions, persons]: [string, string, number, number, number]) =>
  ({ organisation, contact, contacts, occasions, persons });
const cells = ROWS.flatMap((one) => [row(['municipality', ...one.slice(1)] as typeof one), row(['association', ...one.slice(1)] as typeof one)]);

const doc = (level: string, groups: unknown[], withheld: string[]) => JSON.stringify({
  format: 'bredvid release 3', scope: 'span', first_day: '2026-04-01', last_day: '2026-06-30',
  rule: { least_persons: 5, rounded_to: 5, sentence: 'Every group rests on at least 5 parents.' },
  level, groups, total: row(['all', 'all', 560, 440, 15]),
  withheld: withheld.map((one) => ({ level: one, why: 'A group rests on fewer than 5 parents.' })),
  definitions: [
    { term: 'contacts', en: 'Everything that was counted.', sv: 'Allt som har räknats.' },
    { term: 'occasions', en: 'One parent on one day with at least one contact.', sv: 'En förälder en dag med minst en kontakt.' },
    { term: 'persons', en: 'Different parents with at least one contact.', sv: 'Olika föräldrar med minst en kontakt.' },
    { term: 'dialogue', en: 'A day on which messages were written.', sv: 'En dag då meddelanden skrevs.' },
    { term: 'closing', en: 'Supports that ended.', sv: 'Stöd som har avslutats.' },
    { term: 'visit', en: 'A visit or a meeting in person.', sv: 'Ett besök eller möte på plats.' },
  ],
});

const faces = (counts: number[]) => ['very_bad', 'bad', 'so_so', 'good', 'very_good'].map((value, at) =>
  ({ organisation: 'all', value, count: counts[at] ?? 0, persons: counts[at] ?? 0 }));
const whole = (count: number) => ({ organisation: 'all', value: 'all', count, persons: count });
/** A year whose contacts rest on too few, and whose outcomes are shown as finely as each may be. */
const year = JSON.stringify({
  ...JSON.parse(doc('nothing', [], ['organisation_and_contact', 'contact', 'organisation', 'total'])) as object, scope: 'year', total: null,
  persons: [{ organisation: 'all', persons: 15 }, { organisation: 'municipality', persons: 10 }, { organisation: 'association', persons: 5 }],
  outcomes: [
    { series: 'first_contact', level: 'nothing', groups: [], total: null, withheld: [] },
    { series: 'closing', level: 'organisation_and_value', total: whole(15), withheld: [], groups: ['municipality', 'association'].flatMap((organisation) =>
      ['completed', 'declined', 'not_reached', 'further_support'].map((value) => ({ organisation, value, count: 5, persons: 5 }))) },
    { series: 'conversations', level: 'value', total: whole(15), withheld: [], groups: ['0', '1 to 2', '3 to 5', '6 or more'].map((value) => ({ organisation: 'all', value, count: 5, persons: 5 })) },
    { series: 'daily_week', level: 'organisation', total: whole(40), withheld: [], groups: ['municipality', 'association'].map((organisation) => ({ organisation, value: 'all', count: 20, persons: 5 })) },
    { series: 'wellbeing_first', level: 'total', groups: [], total: whole(10), withheld: [] },
    { series: 'wellbeing_last', level: 'value', groups: faces([0, 0, 5, 5, 5]), total: whole(15), withheld: [] },
    { series: 'experience', level: 'value', groups: faces([0, 5, 0, 5, 5]), total: whole(15), withheld: [] },
  ],
});

const changed = (text: string, change: object): string => JSON.stringify({ ...JSON.parse(text) as object, ...change });
const JSONS: Record<number, string> = {
  1: doc('organisation_and_contact', cells, []),
  2: doc('contact', ROWS.map(row), ['organisation_and_contact']),
  4: year,
  5: doc('total', [], ['organisation_and_contact', 'contact', 'organisation']),
  6: changed(doc('nothing', [], ['organisation_and_contact', 'contact', 'organisation', 'total']), { total: null }),
  7: doc('organisation', [row(['municipality', 'all', 400, 300, 10]), row(['association', 'all', 160, 140, 5])], ['organisation_and_contact', 'contact']),
  8: changed(doc('contact', [['dialogue', 1205, 905, 25], ['visit', 0, 0, 0], ['group', 45, 45, 10]].map(([kind, ...n]) =>
    row(['all', kind as string, ...n as [number, number, number]])), ['organisation_and_contact']), { total: row(['all', 'all', 1250, 930, 25]) }),
};

export function fakeRelease(releaseId: number): ReleaseDoc {
  const info = PERIODS.find((one) => one.releaseId === releaseId)!;
  return { ...info, json: JSONS[releaseId] ?? '{"format":"bredvid release 9"}', csv: '\ufeffsection;organisation;series;value;count;occasions;persons;text\r\n' };
}
