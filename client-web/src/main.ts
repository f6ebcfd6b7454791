/** The page's entry: the pages on top of the real engine, and the service worker for offline start. */
import './ui/styles/fonts.css';
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/conversation.css';
import './ui/styles/print.css';
import { readInfo } from './net/info.ts';
import { startEngine } from './platform/engine_client.ts';
import { askAuthenticator } from './platform/passkeys.ts';
import { startPages } from './ui/start.ts';

const target = document.getElementById('app');
if (target) void startPages(startEngine, askAuthenticator, readInfo, target);

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  // It fetches everything else: it comes when the page stands, so that a slow network brings the page first.
  // Without it everything works but an offline start; there is nothing to tell the person.
  const register = (): void => { navigator.serviceWorker.register('/sw.js').catch(() => undefined); };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
