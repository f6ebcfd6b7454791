/** The strings are whole in every language (client-web/scripts/check_locales.mjs). */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { LANGUAGES, pickLanguage } from '../../../client-web/src/i18n/languages.ts';
import { wordsOf } from './words.ts';

it('no string is missing, unused or different in its values', () => {
  const script = fileURLToPath(new URL('../../../client-web/scripts/check_locales.mjs', import.meta.url));
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8' });
  expect(said).toContain(': 0 faults');
});

it('counts in words, in each language\'s way', () => {
  expect(wordsOf('sv')('waiting-banner', { count: 1 })).toBe('Ett meddelande väntar på att skickas.');
  expect(wordsOf('en')('waiting-banner', { count: 12 })).toBe('12 messages are waiting to be sent.');
  expect(wordsOf('ar')('waiting-banner', { count: 2 })).toBe('رسالتان تنتظران الإرسال.');
  expect(wordsOf('ar')('waiting-banner', { count: 5 })).toBe('5 رسائل تنتظر الإرسال.');
});

it('picks the stored language, then the browser\'s, then Swedish', () => {
  expect(pickLanguage('ar', ['sv-SE']).code).toBe('ar');
  expect(pickLanguage(null, ['uk', 'en-US', 'sv']).code).toBe('en');
  expect(pickLanguage(null, ['no', 'sv']).code).toBe('nb');
  expect(pickLanguage(null, ['nn-NO']).code).toBe('nb');
  expect(pickLanguage('xx', ['uk']).code).toBe('sv');
  expect(LANGUAGES.map(({ code }) => code)).toEqual(['sv', 'en', 'da', 'nb', 'fi', 'ar', 'so']);
  expect(LANGUAGES.filter((one) => one.dir === 'rtl').map((one) => one.code)).toEqual(['ar']);
});
