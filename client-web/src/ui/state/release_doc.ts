/**
 * Reads a release ("bredvid release 2", and 1 from before there were sums and outcomes; written by server/domain/release_text.cpp).
 *
 * The server's bytes are shown, never trusted: anything that is not exactly such a release gives
 * null, and the page then offers the file instead.
 */
import type { ContactKind, OrgKind } from '../../domain/api.ts';

export type Level = 'organisation_and_contact' | 'contact' | 'organisation' | 'total';
export interface Group { organisation: OrgKind | 'all'; contact: ContactKind | 'all'; contacts: number; occasions: number; persons: number }
export interface Release {
  leastPersons: number; roundedTo: number; level: Level; groups: Group[]; total: Group;
  withheld: Level[]; definitions: { term: string; texts: Record<string, string> }[];
}

const FORMATS: readonly unknown[] = ['bredvid release 1', 'bredvid release 2'];
const MAX_DEFINITIONS = 64;
const LEVELS: readonly string[] = ['organisation_and_contact', 'contact', 'organisation', 'total'];
const ORGANISATIONS: readonly string[] = ['municipality', 'association', 'all'];
const CONTACTS: readonly string[] = ['dialogue', 'email', 'phone', 'call', 'visit', 'meeting', 'group', 'all'];
const TERMS: readonly string[] = ['contacts', 'occasions', 'persons', ...CONTACTS.slice(0, -1)];
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
    return {
      leastPersons: count(rule['least_persons']), roundedTo: count(rule['rounded_to']), level: oneOf(doc['level'], LEVELS),
      groups: list(doc['groups'], MAX_GROUPS).map(group), total: group(doc['total']),
      withheld: list(doc['withheld'], LEVELS.length).map((one) => oneOf<Level>(object(one)['level'], LEVELS)),
      // those of what this page shows
      definitions: list(doc['definitions'], MAX_DEFINITIONS).map(definition).filter(({ term }) => TERMS.includes(term)),
    };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof SyntaxError) return null;
    throw error;
  }
}
