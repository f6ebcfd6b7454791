/** The languages of the pages. A new one: a file in locales/, a line here, and the check script passes. */
export interface Language {
  code: string;
  /** its own name for itself */
  name: string;
  dir: 'ltr' | 'rtl';
  /** For dates and numbers. Arabic keeps the digits of phone numbers and slips. */
  formats: string;
  load: () => Promise<{ default: string }>;
}

export const LANGUAGES: readonly Language[] = [
  { code: 'sv', name: 'Svenska', dir: 'ltr', formats: 'sv-SE', load: () => import('../../locales/sv.ftl?raw') },
  { code: 'en', name: 'English', dir: 'ltr', formats: 'en-GB', load: () => import('../../locales/en.ftl?raw') },
  { code: 'ar', name: 'العربية', dir: 'rtl', formats: 'ar-u-nu-latn', load: () => import('../../locales/ar.ftl?raw') },
];
export const FIRST_LANGUAGE = LANGUAGES[0]!;

/** The stored choice, else the browser's first language that we have, else Swedish. */
export function pickLanguage(stored: string | null, browser: readonly string[]): Language {
  const wanted = [stored ?? '', ...browser].map((tag) => tag.toLowerCase().split('-')[0]);
  for (const code of wanted) {
    const found = LANGUAGES.find((language) => language.code === code);
    if (found) return found;
  }
  return FIRST_LANGUAGE;
}
