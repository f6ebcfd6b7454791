/** Fetches an information page: without cookies, without a word about who asks. The service worker keeps what was read. */
import type { ReadInfo } from '../domain/info';

const GONE = 404;

export const readInfo: ReadInfo = async (path) => {
  try {
    const answer = await fetch(`/info/${path}`, { credentials: 'omit', redirect: 'error' });
    return answer.ok ? { ok: true, text: await answer.text() } : { ok: false, gone: answer.status === GONE };
  } catch {
    return { ok: false, gone: false };
  }
};
