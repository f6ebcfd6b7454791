/** The keys of the words for what a release tells of, and the name of its files. */
import type { OrgKind, ReleaseInfo } from '../../domain/api.ts';
import type { OutcomeSeries } from './release_doc.ts';

const DAY_MS = 86_400_000;
const FACES: Record<string, string> = { very_bad: 'face-1', bad: 'face-2', so_so: 'face-3', good: 'face-4', very_good: 'face-5' };
const EXPERIENCE: Record<string, string> = { very_bad: 'experience-1', bad: 'experience-2', so_so: 'experience-3', good: 'experience-4', very_good: 'experience-5' };
const CONVERSATIONS: Record<string, string> = { '0': 'counted-conversations-none', '1-2': 'counted-conversations-few',
  '3-5': 'counted-conversations-some', '6+': 'counted-conversations-many' };
const FILE_SCOPES = { span: 'period', half_year: 'half-year', year: 'year' };

export const orgKey = (organisation: OrgKind | 'all'): string => organisation === 'all' ? 'release-all-orgs' : `release-org-${organisation}`;
export const seriesKey = (series: OutcomeSeries): string => `counted-${series}`;

export function valueKey(series: OutcomeSeries, value: string): string {
  if (series === 'closing') return `outcome-${value}`;
  if (series === 'first_contact') return `counted-first_contact-${value}`;
  if (series === 'experience' && value !== 'all') return EXPERIENCE[value] ?? seriesKey(series);
  return FACES[value] ?? CONVERSATIONS[value] ?? seriesKey(series);
}

const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** The same in every language, in the order of time within a folder: bredvid-2026-07-01-2026-12-31-half-year.csv */
export const fileName = ({ scope, firstDay, lastDay }: ReleaseInfo, ending: 'csv' | 'json'): string =>
  `bredvid-${iso(firstDay)}-${iso(lastDay)}-${FILE_SCOPES[scope]}.${ending}`;
