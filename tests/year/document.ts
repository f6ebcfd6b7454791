/** A release's JSON as the server publishes it, read into what the model says. Strict: a field that is not looked at is an error. */
import type { Figure, Level, Release, Told } from './model';

interface Table { level: string; groups: Record<string, unknown>[]; total: Record<string, unknown> | null; withheld: unknown[] }
interface Document extends Table {
  format: string; scope: Release['scope']; first_day: string; last_day: string; spans: { first_day: string; last_day: string }[];
  rule: { least_persons: number; rounded_to: number; sentence: string };
  persons: { organisation: string; persons: number }[];
  outcomes: (Table & { series: Told['series'] })[];
  definitions: { term: string; en: string; sv: string }[];
}

export const parse = (json: string): Document => JSON.parse(json) as Document;

const LEVELS: Record<string, Level> = {
  nothing: 'nothing', total: 'total', organisation: 'organisation', contact: 'value', value: 'value', organisation_and_contact: 'cells', organisation_and_value: 'cells',
};

function figure(raw: Record<string, unknown>): Figure {
  const { organisation, contact, value, contacts, count, occasions, persons, ...rest } = raw;
  if (Object.keys(rest).length > 0) throw new Error(`a release says more than the model: ${Object.keys(rest).join(', ')}`);
  return { organisation, value: contact ?? value, count: contacts ?? count, occasions: occasions ?? null, persons } as Figure;
}

const table = (series: Told['series'], { level, groups, total }: Table): Told =>
  ({ series, level: LEVELS[level]!, groups: groups.map(figure), total: total && figure(total) });

export function released(json: string): Release {
  const doc = parse(json);
  return { scope: doc.scope, first: doc.first_day, last: doc.last_day,
    series: [table('contact', doc), ...doc.outcomes.map((outcome) => table(outcome.series, outcome))],
    persons: doc.persons.map(({ organisation, persons }) => [organisation, persons]) };
}
