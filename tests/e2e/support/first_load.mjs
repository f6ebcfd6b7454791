/** What a first visit carries over the line, as the browser itself counted it. */
import { until } from './wait.mjs';

const QUIET_MS = 1_000;

/** A worker's own script is counted by nobody but the worker: what the server said of it is taken instead. */
async function bodyBytes(request) {
  const counted = await request.sizes().then(({ responseBodySize }) => responseBodySize, () => 0);
  return counted > 0 ? counted : Number(await request.response().then((response) => response?.headerValue('content-length')) ?? 0);
}

/**
 * Weighs everything that `context` fetches while `visit` runs and until the line has been quiet for a moment. What the service
 * worker fetches for later (it starts when the page stands) is counted apart, and so are its own lines.
 * Answers { bytes, laterBytes, files: [{ path, bytes }] }; bytes are bodies as they came, packed.
 */
export async function weigh(context, visit) {
  const done = [];
  let last = Date.now();
  const note = (request) => {
    last = Date.now();
    const { pathname } = new URL(request.url());
    done.push(bodyBytes(request).then((bytes) => ({ path: pathname, bytes, later: request.serviceWorker() !== null || pathname === '/sw.js' })));
  };
  context.on('requestfinished', note);
  await visit();
  await until('the line is quiet', () => Date.now() - last > QUIET_MS, 60_000);
  context.off('requestfinished', note);
  const files = (await Promise.all(done)).filter((one) => one !== null && one.bytes > 0);
  const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
  const now = files.filter((one) => !one.later);
  return { bytes: sum(now), laterBytes: sum(files.filter((one) => one.later)), files: now.map(({ path, bytes }) => ({ path, bytes })) };
}
