/**
 * A release as sentences that can be pasted into a report: its figures, what was withheld and why, what the words mean.
 *
 * Each figure is one that the release itself has: nothing is added up, and nothing is told that it withheld.
 */
import type { ContactKind, OrgKind, ReleaseInfo } from '../../domain/api.ts';
import { isFinest, type Group, type Outcome, type OutcomeGroup, type Release } from './release_doc.ts';
import { orgKey, seriesKey, valueKey } from './release_words.ts';

/** The page's words; passed in, so that every language can be read in a test. */
export interface Words {
  t: (key: string, values?: Record<string, string | number>) => string;
  day: (day: number) => string;
  /** "a, b and c", "a, b or c" */
  all: (items: string[]) => string;
  any: (items: string[]) => string;
}

const ORGANISATIONS: readonly OrgKind[] = ['municipality', 'association'];
const join = (...sentences: (string | false)[]): string => sentences.filter((one) => one !== false && one !== '').join(' ');

/** Paragraphs; the first names the period. */
export function reportText(info: ReleaseInfo, release: Release, words: Words): string[] {
  return [opening(info, release, words), kinds(release, words), persons(release, words),
    ...release.outcomes.flatMap((one) => one.total ? [outcome(one, one.total, words)] : []),
    withheld(release, words), meaning(release, words), rule(info, release, words)].filter((one) => one !== '');
}

function opening(info: ReleaseInfo, release: Release, { t, day }: Words): string {
  const period = { first: day(info.firstDay), last: day(info.lastDay) };
  if (!release.total) return join(t(`report-hidden-${release.scope}`, period), t(`release-why-hidden-${release.scope}`, { k: release.leastPersons }));
  const { contacts, occasions, persons } = release.total;
  return t(`report-contacts-${release.scope}`, { ...period, contacts, occasions, persons });
}

const kindWord = (contact: ContactKind | 'all', { t }: Words): string => t(`report-kind-${contact}`);
const items = (groups: Group[], words: Words): string =>
  words.all(groups.map((one) => words.t('report-item', { count: one.contacts, kind: kindWord(one.contact, words) })));

function kinds(release: Release, words: Words): string {
  const { t } = words;
  const told = release.groups.filter((one) => one.contacts > 0);
  if (release.level === 'contact') return join(told.length > 0 && t('report-kinds', { list: items(told, words) }), none(release, words));
  if (release.level === 'organisation') {
    return join(...release.groups.map(({ organisation, contacts, occasions, persons }) =>
      t(`report-org-${organisation}`, { contacts, occasions, persons })));
  }
  if (release.level !== 'organisation_and_contact') return '';
  return join(...ORGANISATIONS.map((organisation) => {
    const own = told.filter((one) => one.organisation === organisation);
    return own.length > 0 ? t(`report-kinds-${organisation}`, { list: items(own, words) }) : t(`report-kinds-none-${organisation}`);
  }), none(release, words));
}

/** Kinds of contact that nobody had. */
function none(release: Release, words: Words): string | false {
  const some = new Set(release.groups.filter((one) => one.contacts > 0).map((one) => one.contact));
  const zero = [...new Set(release.groups.map((one) => one.contact))].filter((one) => !some.has(one));
  return zero.length > 0 && words.t('report-none', { list: words.any(zero.map((one) => kindWord(one, words))) });
}

function persons(release: Release, { t }: Words): string {
  const of = (kind: OrgKind): number | undefined => release.persons.find((one) => one.organisation === kind)?.persons;
  const [municipality, association] = [of('municipality'), of('association')];
  return municipality === undefined || association === undefined ? '' : t('report-persons', { municipality, association });
}

function outcome(one: Outcome, { count, persons }: OutcomeGroup, { t }: Words): string {
  const list = (groups: OutcomeGroup[], name: (group: OutcomeGroup) => string): string =>
    groups.map((group) => t('report-value', { name: name(group), count: group.count })).join(t('report-between'));
  const value = (group: OutcomeGroup): string => t(valueKey(one.series, group.value));
  const opened = t(`report-outcome-${one.series}`, { count, persons });
  if (one.level === 'value') return join(opened, t('report-values', { list: list(one.groups, value) }));
  if (one.level === 'organisation') return join(opened, t('report-values', { list: list(one.groups, (group) => t(orgKey(group.organisation))) }));
  if (one.level !== 'organisation_and_value') return opened;
  return join(opened, ...ORGANISATIONS.map((organisation) => t('report-values-of', { org: t(orgKey(organisation)),
    list: list(one.groups.filter((group) => group.organisation === organisation), value) })));
}

function withheld(release: Release, { t, all }: Words): string {
  const k = release.leastPersons;
  const names = (some: Outcome[]): string => all(some.map((one) => t('report-quoted', { name: t(seriesKey(one.series)) })));
  const coarse = release.outcomes.filter((one) => one.total && !isFinest(one));
  const hidden = release.outcomes.filter((one) => !one.total);
  const levels = release.total ? release.withheld : [];
  if (levels.length + coarse.length + hidden.length === 0) return release.total ? t('release-withheld-none') : '';
  return join(...levels.map((level) => t(`release-withheld-${level}`)),
    coarse.length > 0 && t('report-coarse', { list: names(coarse) }),
    levels.length + coarse.length > 0 && t(`release-why-${release.scope}`, { k }),
    hidden.length > 0 && t('report-outcomes-hidden', { list: names(hidden) }),
    hidden.length > 0 && t(`release-why-hidden-${release.scope}`, { k }));
}

function meaning(release: Release, { t }: Words): string {
  if (!release.total) return '';
  const { contacts, occasions } = release.total;
  return join(t('report-meaning'), t('report-meaning-both'), contacts !== occasions && t('report-meaning-why', { contacts, occasions }));
}

function rule(info: ReleaseInfo, release: Release, { t }: Words): string {
  return join(t('release-rule-text', { k: release.leastPersons }),
    release.roundedTo > 1 ? t('release-rounding', { step: release.roundedTo }) : t('release-exact'),
    release.roundedTo > 1 && t('report-rounding'), t('report-source', { id: String(info.releaseId) }));
}
