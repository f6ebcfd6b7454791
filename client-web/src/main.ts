/** The page's entry: the pages on top of the real engine, and the service worker for offline start. */
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/styles/controls.css';
import './ui/styles/print.css';
import { readInfo } from './net/info.ts';
import { startEngine } from './platform/engine_client.ts';
import { askAuthenticator } from './platform/passkeys.ts';
import { startPages } from './ui/start.ts';

const target = document.getElementById('app');
if (target) void startPages(startEngine, askAuthenticator, readInfo, target);

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  // Without it everything works but an offline start; there is nothing to tell the person.
  navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
