/**
 * Releases of one scope, one after the other: what each of them tells of the same thing.
 *
 * Nothing is made up between them. A figure that a release withheld is null, a time that none covers is a moment of
 * its own, and neither is ever a zero. A figure is a release's own, but for one case: a release that tells kinds of
 * contact and kinds of organisation together gives either alone as a sum, and says so when its parts were rounded.
 */
import type { ContactKind, OrgKind, ReleaseInfo, ReleaseScope } from '../../domain/api.ts';
import type { Group, Release } from './release_doc.ts';

export interface Read { info: ReleaseInfo; release: Release | null }
/** `missing`: no release covers the time; `unreadable`: its figures are only in its file. */
export type State = 'told' | 'unreadable' | 'missing';
export interface Moment { firstDay: number; lastDay: number; state: State }
/** value null: withheld, or nothing is known. summed: of rounded figures, so it may be off. */
export interface Cell { value: number | null; summed: boolean }
export type Measure = 'contacts' | 'occasions' | 'persons';
export interface Column<Key extends string = string> { key: Key; cells: Cell[] }
export interface Series<Key extends string = string> {
  moments: Moment[];
  columns: Column<Key>[];
  /** told by some release, and zero by all that told */
  never: Key[];
}

/** The newest of one scope that are fetched and shown: six years of quarters. */
export const MAX_MOMENTS = 24;
const MEASURES: readonly Measure[] = ['contacts', 'occasions', 'persons'];
const KINDS: readonly ContactKind[] = ['dialogue', 'email', 'phone', 'call', 'visit', 'meeting', 'group'];
const ORGANISATIONS: readonly OrgKind[] = ['municipality', 'association'];
const HIDDEN: Cell = { value: null, summed: false };

/** Of one scope, oldest first, the newest MAX_MOMENTS. */
export function ofScope(all: readonly ReleaseInfo[], scope: ReleaseScope): ReleaseInfo[] {
  return all.filter((one) => one.scope === scope).sort((a, b) => a.firstDay - b.firstDay).slice(-MAX_MOMENTS);
}

/** With a moment, and a release of null, for each time between two releases that none covers. */
function withHoles(reads: readonly Read[]): { moment: Moment; release: Release | null }[] {
  return reads.flatMap(({ info, release }, at) => {
    const before = reads[at - 1]?.info.lastDay;
    const hole = before !== undefined && info.firstDay > before + 1
      ? [{ moment: { firstDay: before + 1, lastDay: info.firstDay - 1, state: 'missing' as const }, release: null }] : [];
    return [...hole, { moment: { firstDay: info.firstDay, lastDay: info.lastDay, state: release ? 'told' as const : 'unreadable' as const }, release }];
  });
}

function build<Key extends string>(reads: readonly Read[], keys: readonly Key[], cell: (release: Release, key: Key) => Cell): Series<Key> {
  const along = withHoles(reads);
  const columns = keys.map((key) => ({ key, cells: along.map(({ release }) => release ? cell(release, key) : HIDDEN) }));
  const told = (column: Column<Key>): boolean => column.cells.some(({ value }) => value !== null);
  const zero = (column: Column<Key>): boolean => told(column) && column.cells.every(({ value }) => value === null || value === 0);
  return { moments: along.map(({ moment }) => moment), columns: columns.filter((one) => told(one) && !zero(one)),
    never: columns.filter(zero).map(({ key }) => key) };
}

/** `own`: the level that tells it; only the finest level tells it in parts. */
function contactsOf(release: Release, own: 'contact' | 'organisation', is: (group: Group) => boolean): Cell {
  if (release.level !== own && release.level !== 'organisation_and_contact') return HIDDEN;
  const parts = release.groups.filter(is);
  const value = parts.reduce((sum, one) => sum + one.contacts, 0);
  return { value, summed: release.level !== own && release.roundedTo > 1 && value > 0 };
}

/** Contacts, occasions and parents of everything together. */
export const ofTotals = (reads: readonly Read[]): Series<Measure> =>
  build(reads, MEASURES, (release, key) => ({ value: release.total?.[key] ?? null, summed: false }));
/** Contacts of each kind. */
export const ofKinds = (reads: readonly Read[]): Series<ContactKind> =>
  build(reads, KINDS, (release, key) => contactsOf(release, 'contact', (group) => group.contact === key));
/** Contacts of each kind of organisation. */
export const ofOrganisations = (reads: readonly Read[]): Series<OrgKind> =>
  build(reads, ORGANISATIONS, (release, key) => contactsOf(release, 'organisation', (group) => group.organisation === key));

/** Some moment is more than a quarter longer than another: their figures can't be compared as they stand. */
export function differInLength(moments: readonly Moment[]): boolean {
  const days = moments.filter((one) => one.state !== 'missing').map((one) => one.lastDay - one.firstDay + 1);
  return Math.max(...days) > 1.25 * Math.min(...days);
}
