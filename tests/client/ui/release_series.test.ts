/** Releases one after the other: every figure is a release's own or a marked sum of one, and nothing is made up between them. */
import { describe, expect, it } from 'vitest';
import type { ReleaseInfo } from '../../../client-web/src/domain/api.ts';
import { readRelease, type Release } from '../../../client-web/src/ui/state/release_doc.ts';
import { differInLength, MAX_MOMENTS, ofKinds, ofOrganisations, ofScope, ofTotals, type Read, type Series } from '../../../client-web/src/ui/state/release_series.ts';
import { fakeRelease, PERIODS } from './fake_release.ts';

const read = (info: ReleaseInfo): Read => ({ info, release: readRelease(fakeRelease(info.releaseId).json) });
/** Q4 2024: total. Q1: nothing. Q2: by organisation. Q3: none. Q4: by contact. Q1 2026: cells. Q2: by contact. */
const READS = ofScope(PERIODS, 'span').map(read);
const values = (series: Series, key: string): (number | null)[] | undefined => series.columns.find((one) => one.key === key)?.cells.map(({ value }) => value);

describe('over time', () => {
  it('is of one scope, oldest first, and not longer than can be seen', () => {
    expect(ofScope(PERIODS, 'span').map((one) => one.releaseId)).toEqual([5, 6, 7, 8, 1, 2]);
    const many = Array.from({ length: 30 }, (_, at) => ({ releaseId: at, scope: 'span' as const, firstDay: 100 * at, lastDay: 100 * at + 99 }));
    expect(ofScope(many, 'span')).toEqual(many.slice(30 - MAX_MOMENTS));
  });

  it('has a moment of its own for a time that none covers', () => {
    expect(ofTotals(READS).moments.map(({ firstDay, lastDay, state }) => [firstDay, lastDay, state])).toEqual([
      [19997, 20088, 'told'], [20089, 20178, 'told'], [20179, 20269, 'told'], [20270, 20361, 'missing'], [20362, 20453, 'told'],
      [20454, 20543, 'told'], [20544, 20634, 'told']]);
    expect(values(ofTotals(READS), 'contacts')).toEqual([560, null, 560, null, 1250, 560, 560]);
    expect(values(ofTotals(READS), 'persons')).toEqual([15, null, 15, null, 25, 15, 15]);
  });

  it('says nothing of what was withheld: null, not zero', () => {
    expect(values(ofKinds(READS), 'dialogue')).toEqual([null, null, null, null, 1205, 690, 345]);
    expect(values(ofOrganisations(READS), 'association')).toEqual([null, null, 160, null, null, 560, null]);
  });

  it('marks what it adds up itself, unless the counts are exact', () => {
    const marks = (reads: Read[]): boolean[] => ofKinds(reads).columns[0]!.cells.map((one) => one.summed);
    expect(marks(READS)).toEqual([false, false, false, false, false, true, false]);
    expect(marks(READS.map(({ info, release }) => ({ info, release: release && { ...release, roundedTo: 1 } })))).not.toContain(true);
  });

  it('leaves out what nobody ever had, and says so', () => {
    const { columns, never } = ofKinds(READS);
    expect(columns.map((one) => one.key)).toEqual(['dialogue', 'email', 'phone', 'visit', 'meeting', 'group']);
    expect(never).toEqual(['call']);
    expect(ofKinds(READS.slice(0, 3))).toMatchObject({ columns: [], never: [] });
  });

  it('shows a release that it can\'t read as that', () => {
    const { moments, columns } = ofTotals([READS[0]!, { info: READS[1]!.info, release: null }]);
    expect(moments[1]!.state).toBe('unreadable');
    expect(columns[0]!.cells[1]).toEqual({ value: null, summed: false });
  });

  it('notices periods of different length, and not the holes between them', () => {
    expect(differInLength(ofTotals(READS).moments)).toBe(false);
    expect(differInLength([{ firstDay: 1, lastDay: 90, state: 'told' }, { firstDay: 91, lastDay: 95, state: 'missing' }])).toBe(false);
    expect(differInLength([{ firstDay: 1, lastDay: 90, state: 'told' }, { firstDay: 91, lastDay: 270, state: 'told' }])).toBe(true);
  });

  it('has no unmarked figure that is not in its release', () => {
    const own = (release: Release): Set<number> => new Set([release.total, ...release.groups].flatMap((one) => one ? [one.contacts, one.occasions, one.persons] : []));
    let seen = 0;
    for (const series of [ofTotals(READS), ofKinds(READS), ofOrganisations(READS)] as Series[]) {
      series.moments.forEach((moment, at) => {
        const release = READS.find(({ info }) => info.firstDay === moment.firstDay)?.release;
        for (const { cells } of series.columns) {
          const { value, summed } = cells[at]!;
          if (value === null || summed) continue;
          // A kind that the release has no row for had no contact.
          if (value !== 0) expect(own(release!)).toContain(value);
          seen += 1;
        }
      });
    }
    expect(seen).toBeGreaterThan(20);
  });
});
