/** The languages of the pages. A new one: a file in locales/, a line here, and the check script passes. */
export interface Language {
  code: string;
  /** its own name for itself */
  name: string;
  dir: 'ltr' | 'rtl';
  /** For dates and numbers. Arabic keeps the digits of phone numbers and slips. */
  formats: string;
  /** what the first pages say; what the rooms fetched on demand say as well; the easy-read texts (see vite/words.ts) */
  load: Record<Part, () => Promise<{ default: string }>>;
}
export type Part = 'first' | 'later' | 'easy';

export const LANGUAGES: readonly Language[] = [
  { code: 'sv', name: 'Svenska', dir: 'ltr', formats: 'sv-SE', load: {
    first: () => import('../../locales/sv.ftl?first'), later: () => import('../../locales/sv.ftl?later'), easy: () => import('../../locales/sv.ftl?easy') } },
  { code: 'en', name: 'English', dir: 'ltr', formats: 'en-GB', load: {
    first: () => import('../../locales/en.ftl?first'), later: () => import('../../locales/en.ftl?later'), easy: () => import('../../locales/en.ftl?easy') } },
  { code: 'da', name: 'Dansk', dir: 'ltr', formats: 'da-DK', load: {
    first: () => import('../../locales/da.ftl?first'), later: () => import('../../locales/da.ftl?later'), easy: () => import('../../locales/da.ftl?easy') } },
  { code: 'nb', name: 'Norsk', dir: 'ltr', formats: 'nb-NO', load: {
    first: () => import('../../locales/nb.ftl?first'), later: () => import('../../locales/nb.ftl?later'), easy: () => import('../../locales/nb.ftl?easy') } },
  { code: 'fi', name: 'Suomi', dir: 'ltr', formats: 'fi-FI', load: {
    first: () => import('../../locales/fi.ftl?first'), later: () => import('../../locales/fi.ftl?later'), easy: () => import('../../locales/fi.ftl?easy') } },
  { code: 'ar', name: 'العربية', dir: 'rtl', formats: 'ar-u-nu-latn', load: {
    first: () => import('../../locales/ar.ftl?first'), later: () => import('../../locales/ar.ftl?later'), easy: () => import('../../locales/ar.ftl?easy') } },
  { code: 'so', name: 'Soomaali', dir: 'ltr', formats: 'so-SO', load: {
    first: () => import('../../locales/so.ftl?first'), later: () => import('../../locales/so.ftl?later'), easy: () => import('../../locales/so.ftl?easy') } },
];
export const FIRST_LANGUAGE = LANGUAGES[0]!;
/** What browsers call Norwegian, and the other written form of it: nearer than Swedish. */
const NEAR: Record<string, string> = { no: 'nb', nn: 'nb' };

/** The stored choice, else the browser's first language that we have, else Swedish. */
export function pickLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0]);
  for (const tag of wanted) {
    const code = NEAR[tag ?? ''] ?? tag;
    const found = LANGUAGES.find((language) => language.code === code);
    if (found) return found;
  }
  return FIRST_LANGUAGE;
}
