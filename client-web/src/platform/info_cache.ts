/** What the service worker keeps of the information pages: those that were read here, until the device is forgotten. */
const INFO_CACHE = 'bredvid-info';
const INFO_PATH = '/info/';
/** On a network that promises and does not deliver, what was read before is shown after this. */
const PATIENCE_MS = 5_000;
const GONE = 404;

export const isInfo = (request: Request): boolean => {
  const { origin, pathname } = new URL(request.url);
  return request.method === 'GET' && origin === location.origin && pathname.startsWith(INFO_PATH);
};

/** The network's answer, which is kept; without one, what was kept. A page that is gone is gone here too. */
export async function answerInfo(request: Request): Promise<Response> {
  const cache = await caches.open(INFO_CACHE);
  const kept = await cache.match(request);
  try {
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.ok) await cache.put(request, answer.clone());
    if (answer.status === GONE) await cache.delete(request);
    return answer.ok || answer.status === GONE ? answer : kept ?? answer;
  } catch {
    return kept ?? Response.error();
  }
}

/** Also where there is no service worker, and so nothing to forget. */
export async function forgetInfo(): Promise<void> {
  await globalThis.caches?.delete(INFO_CACHE).catch(() => false);
}
