/**
 * The service worker: keeps the program's own files, so that it starts without a network, and the
 * information pages that were read here.
 *
 * Nothing else is ever cached: no answers of the server, no messages. A new version is taken over
 * at once for the next load; the page that is open keeps the files it has loaded.
 */
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { answerInfo, isInfo } from './platform/info_cache.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
cleanupOutdatedCaches();

self.addEventListener('install', () => { void self.skipWaiting(); });
self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', (event) => { if (isInfo(event.request)) event.respondWith(answerInfo(event.request)); });
