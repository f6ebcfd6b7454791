/**
 * Information pages that an organisation owns: which there are, and which of them a person is shown.
 * They are read from the server without any sign-in; the server writes down nothing about it.
 */

export interface InfoPage { page: string; language: string; title: string }
export interface InfoOrganisation { number: number; name: string; pages: InfoPage[] }

/** `path` is below /info/. gone: there is no such page any more; otherwise the server can't be reached and nothing is kept. */
export type ReadInfo = (path: string) => Promise<{ ok: true; text: string } | { ok: false; gone: boolean }>;

export const INFO_INDEX = 'index.json';
export const infoPath = (organisation: number, one: InfoPage): string => `${organisation}/${one.page}.${one.language}.md`;

/** As the server names them (server/net/info_pages.h): nothing else becomes part of an address. */
const PAGE = /^\d\d-[a-z0-9-]{1,40}$/;
const LANGUAGE = /^[a-z]{2}$/;
/** Read in this order where the person's own language is missing. */
const OTHERWISE = ['sv', 'en'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPage = (value: unknown): value is InfoPage => isRecord(value) && typeof value['page'] === 'string' && PAGE.test(value['page'])
  && typeof value['language'] === 'string' && LANGUAGE.test(value['language']) && typeof value['title'] === 'string';
const isOrganisation = (value: unknown): value is InfoOrganisation => isRecord(value) && Number.isSafeInteger(value['number'])
  && typeof value['name'] === 'string' && Array.isArray(value['pages']) && value['pages'].every(isPage);

/** null: not what a server of this version sends. */
export function readIndex(text: string): InfoOrganisation[] | null {
  try {
    const index: unknown = JSON.parse(text);
    return isRecord(index) && Array.isArray(index['organisations']) && index['organisations'].every(isOrganisation) ? index['organisations'] : null;
  } catch {
    return null;
  }
}

/** Each page once, in the order of their numbers: in the person's language, else in Swedish, in English, or in what there is. */
export function pagesFor(organisation: InfoOrganisation, language: string): InfoPage[] {
  const chosen = new Map<string, InfoPage>();
  const rank = (one: InfoPage): number => {
    const place = [language, ...OTHERWISE].indexOf(one.language);
    return place < 0 ? Infinity : place;
  };
  for (const one of organisation.pages) {
    const before = chosen.get(one.page);
    if (!before || rank(one) < rank(before)) chosen.set(one.page, one);
  }
  return [...chosen.values()];
}
