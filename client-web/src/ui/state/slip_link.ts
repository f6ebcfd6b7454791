/**
 * A slip's link carries its secret behind '#'. It is read at once and taken out of the address and
 * the history, before anything else runs.
 */
const MARK = '#s=';

export function takeSlipLink(location: Location, history: History): string | null {
  if (!location.hash.startsWith(MARK)) return null;
  const link = location.href;
  history.replaceState(history.state, '', location.pathname);
  return link;
}
