/** Puts the pages into the document: language, slip link, engine, first screen. */
import { mount } from 'svelte';
import type { AskAuthenticator, StartEngine } from '../domain/api.ts';
import type { ReadInfo } from '../domain/info.ts';
import { startLanguage } from '../i18n/i18n.svelte.ts';
import App from './App.svelte';
import { app } from './state/app.svelte.ts';
import { listenForIdle } from './state/auto_lock.ts';
import { listenForShifts } from './state/exit.ts';
import { look } from './state/look.svelte.ts';
import { listenForPresence } from './state/presence.ts';
import { takeSlipLink } from './state/slip_link.ts';

export async function startPages(startEngine: StartEngine, askAuthenticator: AskAuthenticator, readInfo: ReadInfo, target: HTMLElement): Promise<void> {
  const takeLink = () => { app.slipLink = takeSlipLink(location, history) ?? app.slipLink; };
  takeLink();
  addEventListener('hashchange', takeLink);
  app.places.listen();
  listenForShifts(document);
  listenForPresence(document);
  listenForIdle();
  look.start();
  app.start(startEngine, askAuthenticator, readInfo);
  await startLanguage();
  target.replaceChildren();
  mount(App, { target });
}
