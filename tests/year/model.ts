/**
 * What the year's releases must say, computed from the plan alone: a list of what happened, filtered and counted. Nothing of the
 * server's code or tables is used; the rule is written down here once more, from server/domain/README.md.
 */
import { SERIES, type Series } from '../../client-web/src/wire/counted';
import { dayNumber, endDay, isoOf, type Plan, type PlannedParent } from './plan';

export interface Happened { part: number; org: string; series: Series; value: string; person: string; day: number }
export type Level = 'nothing' | 'total' | 'organisation' | 'value' | 'cells';
export interface Days { first: number; last: number }

const ORGS = ['municipality', 'association'];
const FINEST_FIRST: Level[] = ['cells', 'value', 'organisation', 'total'];
const GRACE_DAYS = 3;
const WEEK = 7;
const FACES = ['very_bad', 'bad', 'so_so', 'good', 'very_good'];
export const QUARTERS: Days[] = [['01-01', '03-31'], ['04-01', '06-30'], ['07-01', '09-30'], ['10-01', '12-31']]
  .map(([first, last]) => ({ first: dayNumber(`2019-${first}`), last: dayNumber(`2019-${last}`) }));
const SERIES_NAMES = Object.keys(SERIES) as Series[];
const valuesOf = (series: Series): string[] => Object.keys(SERIES[series].values);

// --- what happened ---------------------------------------------------------------------------------------------------

const partOf = (day: number): number => QUARTERS.findIndex(({ first, last }) => first <= day && day <= last);

/** Weeks from Monday to Sunday with a contact on each day. */
export function dailyWeeks({ days }: PlannedParent): number[] {
  const all = new Set(days.map(({ day }) => dayNumber(day)));
  return [...all].filter((day) => (day + 3) % WEEK === 0 && Array.from({ length: WEEK }, (_, i) => day + i).every((one) => all.has(one)));
}

const conversationsOf = (count: number) => (count === 0 ? '0' : count <= 2 ? '1-2' : count <= 5 ? '3-5' : '6+');

function ofParent(parent: PlannedParent): Happened[] {
  const { organisation: org, id: person, days, closes } = parent;
  const one = (series: Series, value: string, day: number, part = partOf(day)): Happened => ({ part, org, series, value, person, day });
  const all = days.flatMap(({ day, contacts }) => contacts.map((kind) => one('contact', kind, dayNumber(day))));
  for (const monday of dailyWeeks(parent)) all.push(one('daily_week', 'daily_contact', monday + WEEK - 1));
  if (parent.first_face) all.push(one('wellbeing_first', FACES[parent.first_face - 1]!, dayNumber(days[0]!.day)));
  if (!closes) return all;
  const day = dayNumber(closes.day);
  if (parent.last_face) all.push(one('wellbeing_last', FACES[parent.last_face - 1]!, day));
  if (parent.experience) all.push(one('experience', FACES[parent.experience - 1]!, day));
  // An outcome is counted when the support has ended, a week later: when its quarter is published by then, in the next one.
  const part = partOf(day) + (endDay(parent)! > QUARTERS[partOf(day)]!.last + GRACE_DAYS ? 1 : 0);
  all.push(one('closing', closes.outcome, day, part), one('conversations', conversationsOf(days.length), day, part));
  return all;
}

export const happened = (plan: Plan): Happened[] => plan.parents.flatMap(ofParent);

/** So many such projects beside each other. */
export const times = (plan: Plan, n: number): Plan =>
  ({ ...plan, parents: Array.from({ length: n }, (_, i) => plan.parents.map((parent) => ({ ...parent, id: `${parent.id}.${i}` }))).flat() });

// --- counting --------------------------------------------------------------------------------------------------------

interface Group { org: string; value: string; count: number; occasions: number; persons: number }

function group(all: Happened[], org: string, value: string): Group {
  const in_it = all.filter((one) => (org === 'all' || one.org === org) && (value === 'all' || one.value === value));
  return { org, value, count: in_it.length, persons: new Set(in_it.map(({ person }) => person)).size,
    occasions: new Set(in_it.map(({ part, person, day }) => `${part} ${person} ${day}`)).size };
}

/** The groups of a level, and of a series of one value none by value. */
function groups(all: Happened[], series: Series, level: Level): Group[] {
  const values = valuesOf(series);
  if (level === 'cells') return ORGS.flatMap((org) => values.map((value) => group(all, org, value)));
  if (level === 'value') return values.map((value) => group(all, 'all', value));
  if (level === 'organisation') return ORGS.map((org) => group(all, org, 'all'));
  return level === 'total' ? [group(all, 'all', 'all')] : [];
}

const exists = (series: Series, level: Level) => valuesOf(series).length > 1 || (level !== 'cells' && level !== 'value');

// --- the rule --------------------------------------------------------------------------------------------------------

const K = 5;
const enough = (list: Group[]) => list.every(({ count, persons }) => count === 0 || persons >= K);
const some = (list: Group[]) => list.some(({ count }) => count > 0);
/** Who knows what was told at `told` knows all that a table at `wanted` says. */
const says = (told: Level, wanted: Level) => told === wanted || told === 'cells' || wanted === 'nothing' || (wanted === 'total' && told !== 'nothing');

/** told: what each part has told so far; none given for a part's own release. */
function levelOf(all: Happened[], series: Series, parts: number[], told: Level[] | null): Level {
  const inside = all.filter((one) => one.series === series && parts.includes(one.part));
  const without = (level: Level) => inside.filter(({ part }) => !says(told![part]!, level));
  if (told && !enough(groups(without('total'), series, 'total'))) return 'nothing';
  return FINEST_FIRST.find((level) => {
    const whole = groups(inside, series, level);
    if (!exists(series, level) || !enough(whole) || !some(whole)) return false;
    if (!told) return true;
    const between = parts.some((part) => !says(told[part]!, level) && !['nothing', 'total'].includes(told[part]!));
    return !between && enough(groups(without(level), series, level));
  }) ?? 'nothing';
}

// --- what is published -----------------------------------------------------------------------------------------------

export interface Figure { organisation: string; value: string; count: number; occasions: number | null; persons: number }
export interface Told { series: Series; level: Level; groups: Figure[]; total: Figure | null }
export interface Release { scope: 'span' | 'half_year' | 'year'; first: string; last: string; series: Told[]; persons: [string, number][] }

function tell(all: Happened[], scope: Release['scope'], parts: number[], told: Map<Series, Level[]>, round_to: number): Release {
  const rounded = (count: number) => Math.floor((count + Math.floor(round_to / 2)) / round_to) * round_to;
  const figure = (series: Series) => ({ org, value, count, occasions, persons }: Group): Figure => ({ organisation: org, value: nameOf(series, value),
    count: rounded(count), occasions: series === 'contact' ? rounded(occasions) : null, persons: rounded(persons) });
  const series = SERIES_NAMES.map((name): Told => {
    const inside = all.filter((one) => one.series === name && parts.includes(one.part));
    const before = told.get(name)!;
    const level = levelOf(all, name, parts, scope === 'span' ? null : before);
    for (const part of parts) if (!says(before[part]!, level)) before[part] = level;
    return { series: name, level, groups: ['nothing', 'total'].includes(level) ? [] : groups(inside, name, level).map(figure(name)),
      total: level === 'nothing' ? null : groups(inside, name, 'total').map(figure(name))[0]! };
  });
  const contacts = all.filter((one) => one.series === 'contact' && parts.includes(one.part));
  const kinds = enough(groups(contacts, 'contact', 'organisation')) ? ['all', ...ORGS] : ['all'];
  const persons = scope === 'span' || series[0]!.level === 'nothing' ? []
    : kinds.map((org): [string, number] => [org, rounded(group(contacts, org, 'all').persons)]);
  return { scope, first: isoOf(QUARTERS[parts[0]!]!.first), last: isoOf(QUARTERS[parts.at(-1)!]!.last), series, persons };
}

/** "1-2" would be a date to a spreadsheet. */
const nameOf = (series: Series, value: string) =>
  (series === 'conversations' ? ({ '1-2': '1 to 2', '3-5': '3 to 5', '6+': '6 or more' } as Record<string, string>)[value] ?? value : value);

/** The releases of the year in their order. Each quarter has to tell at least its contacts' total, or it would run on. */
export function releases(all: Happened[], round_to: number): Release[] {
  const told = new Map(SERIES_NAMES.map((series) => [series, QUARTERS.map((): Level => 'nothing')]));
  const out: Release[] = [];
  const add = (scope: Release['scope'], parts: number[]) => {
    const release = tell(all, scope, parts, told, round_to);
    if (release.series.some(({ level }) => level !== 'nothing')) out.push(release);
    if (scope === 'span' && release.series[0]!.level === 'nothing') throw new Error('this quarter would run on: the plan has too few parents in it');
  };
  add('span', [0]);
  add('span', [1]);
  add('half_year', [0, 1]);
  add('span', [2]);
  add('span', [3]);
  add('half_year', [2, 3]);
  add('year', [0, 1, 2, 3]);
  return out;
}
