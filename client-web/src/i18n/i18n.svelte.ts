/**
 * The words of the pages: t(key, values) in the chosen language, and dates and numbers to match.
 *
 * Only the language's code is stored (localStorage), nothing else about the person. Every page that
 * calls t() is redrawn when the language changes, because the bundle is a rune.
 */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { isolate } from './bidi.ts';
import { LANGUAGES, pickLanguage, type Language, type Part } from './languages.ts';

const STORED_AS = 'language';
const DAY_MS = 86_400_000;
type Values = Record<string, string | number>;

class Words {
  language = $state.raw<Language>(pickLanguage(null, []));
  bundle = $state.raw<FluentBundle | null>(null);
}
const words = new Words();
/** What has been asked for: kept when the language changes. Easy texts come last, because they replace others. */
const wanted = { later: false, easy: false };

export const currentLanguage = (): Language => words.language;

/** Loads the stored or the browser's language. Call once before anything is drawn. */
export async function startLanguage(): Promise<void> {
  await use(pickLanguage(readStored(), navigator.languages));
}

export async function setLanguage(code: string): Promise<void> {
  const language = LANGUAGES.find((one) => one.code === code);
  if (!language) return;
  try {
    localStorage.setItem(STORED_AS, code);
  } catch {
    // A browser that refuses storage still gets the language until the page is closed.
  }
  try {
    await use(language);
  } catch {
    // The open page is of an older version, whose files are gone: the new one has the language.
    location.reload();
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

/** Fetches what the rooms say that are not there from the start. */
export async function moreWords(): Promise<void> {
  if (wanted.later) return;
  wanted.later = true;
  try {
    await use(chosen);
  } catch (error) {
    wanted.later = false;
    throw error;
  }
}

/** Easy-read texts, where there are some. Without a network the ordinary ones stay. */
export async function easyWords(yes: boolean): Promise<void> {
  wanted.easy = yes;
  if (words.bundle) await use(chosen).catch(() => undefined);
}

/** Two that are under way at once: the later one counts, and the earlier one waits for it. */
let chosen = words.language;
let newest: Promise<void> = Promise.resolve();

function use(language: Language): Promise<void> {
  chosen = language;
  const mine: Promise<void> = load(language).then((bundle) => {
    if (newest !== mine) return newest;
    words.bundle = bundle;
    words.language = language;
    document.documentElement.lang = language.code;
    document.documentElement.dir = language.dir;
    return undefined;
  });
  newest = mine;
  return mine;
}

async function load(language: Language): Promise<FluentBundle> {
  const parts: Part[] = ['first', ...(wanted.later ? ['later' as const] : []), ...(wanted.easy ? ['easy' as const] : [])];
  // Easy texts that do not come leave the ordinary ones.
  const texts = await Promise.all(parts.map((part) => (part === 'easy' ? language.load.easy().catch(() => ({ default: '' })) : language.load[part]())));
  const bundle = new FluentBundle(language.formats, { useIsolating: false });
  for (const text of texts) bundle.addResource(new FluentResource(text.default), { allowOverrides: true });
  return bundle;
}

export function has(key: string): boolean {
  return words.bundle?.hasMessage(key) ?? false;
}

export function t(key: string, values?: Values): string {
  const pattern = words.bundle?.getMessage(key)?.value;
  if (!words.bundle || !pattern) return key;
  if (!values) return words.bundle.formatPattern(pattern);
  const rightToLeft = words.language.dir === 'rtl';
  const safe = Object.fromEntries(Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'string' && !isSelector(name) ? isolate(value, rightToLeft) : value]));
  return words.bundle.formatPattern(pattern, safe);
}

/** Values that a sentence chooses by ({ $role -> ... }) must arrive untouched. */
function isSelector(name: string): boolean {
  return name === 'role';
}

/** A sentence that may begin with a name or with "someone". */
export function sentence(key: string, values?: Values): string {
  const text = t(key, values);
  return text.charAt(0).toLocaleUpperCase(words.language.code) + text.slice(1);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions, date: Date): string {
  const key = words.language.formats + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) formatters.set(key, formatter = new Intl.DateTimeFormat(words.language.formats, options));
  return formatter.format(date);
}

export const clockTime = (ms: number): string => format({ hour: '2-digit', minute: '2-digit' }, new Date(ms));
export const dayOf = (ms: number): string => format({ weekday: 'long', day: 'numeric', month: 'long' }, new Date(ms));
/** A civil day (days since 1970-01-01), the same everywhere. */
export const civilDay = (day: number): string =>
  format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, new Date(day * DAY_MS));
/** A civil day with its weekday, without the year. */
export const weekdayAndDate = (day: number): string =>
  format({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }, new Date(day * DAY_MS));
/** The months of a time, short: "jan.–mars 2026"; a whole year is the year alone. */
export function monthSpan(firstDay: number, lastDay: number): string {
  const [first, last] = [new Date(firstDay * DAY_MS), new Date(lastDay * DAY_MS)];
  const whole = first.getUTCMonth() === 0 && last.getUTCMonth() === 11 && first.getUTCFullYear() === last.getUTCFullYear();
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC', ...(whole ? {} : { month: 'short' }) };
  return new Intl.DateTimeFormat(words.language.formats, options).formatRange(first, last);
}
/** "1 jan.–31 mars 2026" */
export const dayRange = (firstDay: number, lastDay: number): string =>
  new Intl.DateTimeFormat(words.language.formats, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
    .formatRange(new Date(firstDay * DAY_MS), new Date(lastDay * DAY_MS));
/** On the organisation's own clocks, wherever this phone is. */
export const stockholmTime = (ms: number): string => format({ hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Stockholm' }, new Date(ms));
/** A civil day's weekday alone. */
export const weekday = (day: number): string => format({ weekday: 'long', timeZone: 'UTC' }, new Date(day * DAY_MS));
/** A language's name, in the person's own. */
export const languageName = (code: string): string => new Intl.DisplayNames(words.language.formats, { type: 'language' }).of(code) ?? code;
/** Also of languages that the pages do not have. */
export const directionOf = (code: string): 'rtl' | 'ltr' => (code === 'ar' ? 'rtl' : 'ltr');
export const number = (value: number): string => new Intl.NumberFormat(words.language.formats).format(value);
/** A number that may be off: "≈230" */
export const about = (value: number): string => isolate(`≈${number(value)}`, words.language.dir === 'rtl');
/** "Anna and Bo" */
export const everybody = (names: string[]): string => new Intl.ListFormat(words.language.formats, { type: 'conjunction' })
  .format(names.map((name) => isolate(name, words.language.dir === 'rtl')));
/** "Anna or Bo" */
export const oneOf = (names: string[]): string => new Intl.ListFormat(words.language.formats, { type: 'disjunction' })
  .format(names.map((name) => isolate(name, words.language.dir === 'rtl')));
