/** Light and dark, easy to read, read aloud, spoken: what a person chooses about the pages, and what the pages may not do for it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { entriesOf, keysIn, staticSources } from '../../../client-web/scripts/keys.mjs';
import { partOf } from '../../../client-web/vite/words.ts';
import type { FakeEngine } from './fake_engine.ts';
import { CHROMIUM, onAPhone } from './phone.ts';
import { wordsOf } from './words.ts';

const file = (path: string): string => readFileSync(new URL(`../../../client-web/${path}`, import.meta.url), 'utf8');
const t = wordsOf('sv');
const easy = wordsOf('sv', true);

describe('words in parts', () => {
  const FILE = ['# for people', 'a-one = One { $n ->', '        [one] a', '       *[other] b', '    }', '    .easy = First', 'b-two = Two', '', 'c-odd = Odd'].join('\n');
  const first = keysIn("t('a-one')");
  it('has each text in one part, and easy texts under the key that they stand in for', () => {
    expect(partOf(FILE, 'first', first)).toBe('a-one = One { $n ->\n        [one] a\n       *[other] b\n    }\n');
    expect(partOf(FILE, 'later', first)).toBe('b-two = Two\nc-odd = Odd\n');
    expect(partOf(FILE, 'easy', first)).toBe('a-one = First\n');
  });
  it('loses none of the real ones', () => {
    const sources = [...staticSources(new URL('../../../client-web/src/main.ts', import.meta.url).pathname)];
    const said = keysIn(sources.map((path) => readFileSync(path, 'utf8')).join('\n'));
    const whole = file('locales/sv.ftl');
    const keys = (text: string): string[] => entriesOf(text).map(({ key }) => key);
    const [now, later] = [keys(partOf(whole, 'first', said)), keys(partOf(whole, 'later', said))];
    expect([...now, ...later].sort()).toEqual(keys(whole).sort());
    expect(now).toContain('conversation-send');
    expect(later).toContain('release-csv');
    expect(sources.filter((path) => /SupporterRoom|Assignments|Release|MakeSlip/.test(path))).toEqual([]);
  });
});

describe('colours', () => {
  const css = file('src/ui/styles/tokens.css');
  const block = (start: string): Record<string, string> => {
    const at = css.indexOf(start);
    if (at < 0) throw new Error(`no ${start}`);
    return Object.fromEntries([...css.slice(at, css.indexOf('}', at)).matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
  };
  const channel = (hex: string): number => { const c = parseInt(hex, 16) / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (colour: string): number => 0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
  const contrast = (a: string, b: string): number => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x! + 0.05) / (y! + 0.05); };
  const schemes = { light: block(':root {'), dark: block(":root[data-theme='dark'] {") };

  it('are the same by night, whether the phone or the person says so', () => {
    expect(block(":root:not([data-theme='light']) {")).toEqual(schemes.dark);
    expect(Object.keys(schemes.dark).sort()).toEqual(Object.keys(schemes.light).sort());
  });
  it.each(Object.entries(schemes))('can be told apart: %s', (_, of) => {
    const ratio = (ink: string, ground: string): number => contrast(of[`--${ink}`]!, of[`--${ground}`]!);
    for (const ground of ['ground', 'surface', 'mine', 'accent-soft']) {
      expect(ratio('ink', ground), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
      expect(ratio('ink-soft', ground), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(ground === 'ground' || ground === 'surface' ? 7 : 4.5);
    }
    for (const [ink, ground] of [['on-wait', 'wait'], ['ink', 'danger-soft']] as const) expect(ratio(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7);
    for (const [ink, ground] of [['on-accent', 'accent'], ['on-danger', 'danger'], ['accent', 'ground'], ['accent', 'surface'], ['danger', 'surface']] as const) {
      expect(ratio(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const ground of ['ground', 'surface']) for (const edge of ['edge', 'focus']) expect(ratio(edge, ground), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

describe.skipIf(!CHROMIUM)('what a person chooses', () => {
  let page: Page;
  let url: string;
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });
  const open = (scene: string): Promise<unknown> => page.goto(`${url}?scene=${scene}`);
  const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const DARK = 'rgb(25, 27, 26)';
  const LIGHT = 'rgb(247, 243, 236)';

  it('light or dark: as the phone until somebody says otherwise, and kept', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('parent');
    await button(t('menu-settings')).click();
    expect(await ground()).toBe(DARK);
    await page.getByLabel(t('theme-light'), { exact: true }).check();
    expect(await ground()).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByLabel(t('theme-dark'), { exact: true }).check();
    await page.reload();
    expect(await ground()).toBe(DARK);
    await button(t('menu-settings')).click();
    await page.getByLabel(t('theme-phone'), { exact: true }).check();
    expect(await ground()).toBe(LIGHT);
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
  });

  it('easy to read: shorter sentences, larger letters, one thing at a time; kept, and undone', async () => {
    await open('slip');
    const size = (): Promise<number> => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    const before = await size();
    await button(t('easy-title')).click();
    await page.getByText(easy('join-limits')).waitFor();
    expect(await size()).toBeGreaterThan(before * 1.1);
    expect(await page.getByLabel(t('join-name')).count()).toBe(0);
    await button(t('easy-next')).click();
    await page.waitForFunction(() => document.activeElement?.id === 'name');
    expect(await page.getByText(easy('join-limits')).count()).toBe(0);
    await page.reload();
    await page.getByText(easy('join-limits')).waitFor();
    await page.getByLabel(t('language')).selectOption('ar');
    await page.getByText(wordsOf('ar', true)('join-limits')).waitFor();
    await page.getByLabel(wordsOf('ar')('language')).selectOption('sv');
    await button(t('easy-title')).click();
    await page.getByText(t('join-limits')).waitFor();
    expect(await size()).toBe(before);
  });

  /** A phone's voices, and what they were asked to say. */
  const withVoices = (voices: { lang: string; localService: boolean }[]): Promise<unknown> => page.addInitScript((list) => {
    const said: string[] = [];
    const state = { said, silenced: 0 };
    Object.assign(window, { state, SpeechSynthesisUtterance: class { constructor(readonly text: string) {} } });
    const synth = Object.assign(new EventTarget(), { getVoices: () => list, cancel: () => { state.silenced += 1; },
      speak: (what: { text: string; voice: { lang: string } }) => { said.push(`${what.voice.lang}: ${what.text}`); } });
    Object.defineProperty(window, 'speechSynthesis', { value: synth });
  }, voices);
  const state = (): Promise<{ said: string[]; silenced: number }> => page.evaluate(() => (window as unknown as { state: { said: string[]; silenced: number } }).state);

  it('read aloud: a page and a message, by a voice of the phone alone, and silent at the lock', async () => {
    await withVoices([{ lang: 'sv-SE', localService: false }, { lang: 'en-GB', localService: true }, { lang: 'sv_SE', localService: true }]);
    await open('parent');
    const first = page.getByRole('article').filter({ has: page.getByRole('button', { name: t('read-aloud') }) }).first();
    const text = await first.locator('.text').innerText();
    await first.getByRole('button', { name: t('read-aloud') }).click();
    await expect.poll(async () => (await state()).said).toEqual([`sv_SE: ${text}`]);
    await button(t('menu-help')).click();
    await button(t('read-aloud')).click();
    await expect.poll(async () => (await state()).said.at(-1)).toContain(t('help-exit-cannot'));
    const { silenced } = await state();
    await page.evaluate(() => { const { fake } = window as unknown as { fake: FakeEngine }; fake.show({ stage: 'locked' }); });
    await expect.poll(async () => (await state()).silenced).toBeGreaterThan(silenced);
  });

  it('says so when the phone has no voice of its own for the language', async () => {
    await withVoices([{ lang: 'sv-SE', localService: false }]);
    await open('destroyed');
    await button(t('read-aloud')).click();
    await page.getByText(t('read-no-voice')).waitFor();
    expect((await state()).said).toEqual([]);
  });

  /** A browser that understands speech: on the device or not. */
  const withEars = (onDevice: boolean): Promise<unknown> => page.addInitScript((local) => {
    class SpeechRecognition {
      onresult: ((event: unknown) => void) | null = null;
      onend: (() => void) | null = null;
      static available(options: { processLocally?: boolean }) { return Promise.resolve(options.processLocally && local ? 'available' : 'unavailable'); }
      start() {
        Object.assign(window, { heardLocally: (this as unknown as { processLocally: boolean }).processLocally });
        setTimeout(() => {
          this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript: ' jag är här' }], { isFinal: true })] });
          this.onend?.();
        });
      }
      stop() {} abort() {}
    }
    if (local) Object.assign(SpeechRecognition.prototype, { processLocally: false });
    Object.assign(window, { SpeechRecognition });
  }, onDevice);

  it('speaking instead of writing, where the device itself understands', async () => {
    await withEars(true);
    await open('parent');
    await page.getByRole('textbox', { name: t('conversation-write') }).fill('Hej,');
    await button(t('dictate-start')).click();
    await expect.poll(() => page.getByRole('textbox', { name: t('conversation-write') }).inputValue()).toBe('Hej, jag är här');
    expect(await page.evaluate(() => (window as unknown as { heardLocally: boolean }).heardLocally)).toBe(true);
  });
  it('and no button where a browser would send the voice away', async () => {
    await withEars(false);
    await open('parent');
    await page.getByRole('textbox', { name: t('conversation-write') }).fill('Hej');
    expect(await page.getByRole('button', { name: t('dictate-start') }).count()).toBe(0);
  });

  it('a page that does not come says so kindly, and comes at the next try', async () => {
    await page.route('**/SideRoom*', (route) => route.abort());
    await open('parent');
    await button(t('menu-settings')).click();
    await page.getByText(t('room-failed')).waitFor();
    await page.unroute('**/SideRoom*');
    await button(t('try-again')).click();
    await page.getByRole('heading', { name: t('settings-title') }).waitFor();
  });

  it('tells who will read what is being written', async () => {
    await open('parent');
    await page.getByRole('textbox', { name: t('conversation-write') }).fill('Hej');
    const readers = page.getByText(t('conversation-readers', { names: '|' }).split('|')[1]!.trim());
    await readers.waitFor();
    await open('parent-closed');
    await page.getByText(t('closing-nobody')).waitFor();
    expect(await readers.count()).toBe(0);
  });
});
