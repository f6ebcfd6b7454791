/**
 * A mark in the Cache API that a device was stored here. Browsers that clear IndexedDB alone (a
 * full disk, a damaged database) leave it, so the loss can be told from a first visit.
 */
import type { Marker } from '../storage/database';

const CACHE = 'bredvid-marker';
const KEY = '/device-was-here';

export const cacheMarker: Marker = {
  set: async () => { await (await caches.open(CACHE)).put(KEY, new Response('1')); },
  has: async () => (await (await caches.open(CACHE)).match(KEY)) !== undefined,
  clear: async () => { await caches.delete(CACHE); },
};
