/**
 * How the pages look: as the phone says, light or dark; and easy to read.
 *
 * Both are kept in localStorage beside the language, so that the lock's page looks the same. They say nothing of
 * who uses the phone. Style sheets read them from the document's root (styles/tokens.css).
 */
import { easyWords } from '../../i18n/i18n.svelte.ts';

export const THEMES = ['phone', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const THEME_STORED_AS = 'theme';
const EASY_STORED_AS = 'easy';

class Look {
  theme = $state.raw<Theme>('phone');
  easy = $state.raw(false);

  /** Call once, before anything is drawn. */
  start(): void {
    const stored = readChoice(THEME_STORED_AS);
    this.theme = THEMES.find((one) => one === stored) ?? 'phone';
    this.easy = readChoice(EASY_STORED_AS) === 'yes';
    this.#show();
    if (this.easy) void easyWords(true);
  }

  chooseTheme(theme: Theme): void {
    this.theme = theme;
    storeChoice(THEME_STORED_AS, theme === 'phone' ? null : theme);
    this.#show();
  }

  async chooseEasy(yes: boolean): Promise<void> {
    this.easy = yes;
    storeChoice(EASY_STORED_AS, yes ? 'yes' : null);
    this.#show();
    await easyWords(yes);
  }

  #show(): void {
    const { dataset } = document.documentElement;
    if (this.theme === 'phone') delete dataset['theme'];
    else dataset['theme'] = this.theme;
    if (this.easy) dataset['easy'] = '';
    else delete dataset['easy'];
    colourBar(this.theme);
  }
}

/** The browser's own bar takes the ground's colour; each of the page's two colours is for one scheme until one is chosen. */
function colourBar(theme: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const { scheme } = meta.dataset;
    meta.media = theme === 'phone' ? `(prefers-color-scheme: ${scheme})` : theme === scheme ? 'all' : 'not all';
  }
}

export function readChoice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A browser that refuses storage keeps the choice until the page is closed. */
export function storeChoice(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch { /* as above */ }
}

export const look = new Look();
