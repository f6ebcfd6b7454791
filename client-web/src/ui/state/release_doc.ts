/**
 * Reads a release ("bredvid release 3"; 2 from before there was experience, 1 from before there were sums and outcomes; written by server/domain/release_text.cpp).
 *
 * The server's bytes are shown, never trusted: anything that is not exactly such a release gives
 * null, and the page then offers the file instead.
 */
import { SERIES, type ContactKind, type OrgKind, type ReleaseScope, type Series } from '../../domain/api.ts';

/** `nothing`: too few parents; what was counted waits for a longer period. */
export type Level = 'organisation_and_contact' | 'contact' | 'organisation' | 'total' | 'nothing';
export type OutcomeLevel = 'organisation_and_value' | 'value' | 'organisation' | 'total' | 'nothing';
export type OutcomeSeries = Exclude<Series, 'contact'>;
export interface Group { organisation: OrgKind | 'all'; contact: ContactKind | 'all'; contacts: number; occasions: number; persons: number }
export interface OutcomeGroup { organisation: OrgKind | 'all'; value: string; count: number; persons: number }
/** What came of the support: one series, as finely as the rule lets it be shown. */
export interface Outcome { series: OutcomeSeries; level: OutcomeLevel; groups: OutcomeGroup[]; total: OutcomeGroup | null }
export interface Release {
  scope: ReleaseScope; leastPersons: number; roundedTo: number; level: Level; groups: Group[]; total: Group | null;
  /** of a half-year or a year: different parents over all of it */
  persons: { organisation: OrgKind | 'all'; persons: number }[];
  outcomes: Outcome[];
  withheld: Level[]; definitions: { term: string; texts: Record<string, string> }[];
}

/** Nothing of it is withheld; a series of one value has nothing finer than kinds of organisation. */
export const isFinest = (one: Outcome): boolean => one.level === 'organisation_and_value' || (one.series === 'daily_week' && one.level === 'organisation');

const FORMATS: readonly unknown[] = ['bredvid release 1', 'bredvid release 2', 'bredvid release 3'];
const MAX_DEFINITIONS = 64;
const SCOPES: readonly string[] = ['span', 'half_year', 'year'];
const LEVELS: readonly string[] = ['organisation_and_contact', 'contact', 'organisation', 'total'];
const OUTCOME_LEVELS: readonly string[] = ['organisation_and_value', 'value', 'organisation', 'total', 'nothing'];
const OUTCOMES: readonly string[] = Object.keys(SERIES).filter((series) => series !== 'contact');
const ORGANISATIONS: readonly string[] = ['municipality', 'association', 'all'];
const CONTACTS: readonly string[] = ['dialogue', 'email', 'phone', 'call', 'visit', 'meeting', 'group', 'all'];
const TERMS: readonly string[] = ['contacts', 'occasions', 'persons', ...CONTACTS.slice(0, -1), ...OUTCOMES];
/** As a release writes them, so that no spreadsheet takes them for a date; here they have their names of the wire. */
const WRITTEN: Record<string, string> = { '1 to 2': '1-2', '3 to 5': '3-5', '6 or more': '6+' };
/** 2 organisation kinds x 7 contact kinds */
const MAX_GROUPS = 14;

class Unreadable extends Error {}
type Plain = Record<string, unknown>;

function need(condition: boolean): asserts condition {
  if (!condition) throw new Unreadable();
}
function object(value: unknown): Plain {
  need(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Plain;
}
function list(value: unknown, most: number): unknown[] {
  need(Array.isArray(value) && value.length <= most);
  return value;
}
function count(value: unknown): number {
  need(Number.isSafeInteger(value) && (value as number) >= 0);
  return value as number;
}
function oneOf<T extends string>(value: unknown, words: readonly string[]): T {
  need(typeof value === 'string' && words.includes(value));
  return value as T;
}

function group(value: unknown): Group {
  const g = object(value);
  return {
    organisation: oneOf(g['organisation'], ORGANISATIONS), contact: oneOf(g['contact'], CONTACTS),
    contacts: count(g['contacts']), occasions: count(g['occasions']), persons: count(g['persons']),
  };
}

function outcome(value: unknown): Outcome {
  const o = object(value);
  const series = oneOf<OutcomeSeries>(o['series'], OUTCOMES);
  const names = Object.keys(SERIES[series].values);
  const written = [...names.map((name) => Object.keys(WRITTEN).find((one) => WRITTEN[one] === name) ?? name), 'all'];
  const valueOf = (one: unknown): string => {
    const word = oneOf<string>(one, written);
    return WRITTEN[word] ?? word;
  };
  const read = (one: unknown): OutcomeGroup => {
    const g = object(one);
    return { organisation: oneOf(g['organisation'], ORGANISATIONS), value: valueOf(g['value']), count: count(g['count']), persons: count(g['persons']) };
  };
  const level = oneOf<OutcomeLevel>(o['level'], OUTCOME_LEVELS);
  return { series, level, groups: list(o['groups'], MAX_GROUPS).map(read), total: level === 'nothing' ? null : read(o['total']) };
}

function personsOf(value: unknown): Release['persons'][number] {
  const p = object(value);
  return { organisation: oneOf(p['organisation'], ORGANISATIONS), persons: count(p['persons']) };
}

function definition(value: unknown): Release['definitions'][number] {
  const { term, ...texts } = object(value);
  need(Object.values(texts).every((text) => typeof text === 'string'));
  need(typeof term === 'string');
  return { term, texts: texts as Record<string, string> };
}

export function readRelease(json: string): Release | null {
  try {
    const doc = object(JSON.parse(json));
    need(FORMATS.includes(doc['format']));
    const rule = object(doc['rule']);
    const level = oneOf<Level>(doc['level'], [...LEVELS, 'nothing']);
    return {
      scope: oneOf(doc['scope'] ?? 'span', SCOPES),
      leastPersons: count(rule['least_persons']), roundedTo: count(rule['rounded_to']), level,
      groups: list(doc['groups'], MAX_GROUPS).map(group), total: level === 'nothing' ? null : group(doc['total']),
      persons: list(doc['persons'] ?? [], ORGANISATIONS.length).map(personsOf),
      outcomes: list(doc['outcomes'] ?? [], OUTCOMES.length).map(outcome),
      withheld: list(doc['withheld'], LEVELS.length).map((one) => oneOf<Level>(object(one)['level'], LEVELS)),
      // those of what this page shows
      definitions: list(doc['definitions'], MAX_DEFINITIONS).map(definition).filter(({ term }) => TERMS.includes(term)),
    };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError) return null;
    throw error;
  }
}
