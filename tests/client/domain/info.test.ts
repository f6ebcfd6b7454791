/** Which information page a person is shown, and what counts as a list of them. */
import { describe, expect, it } from 'vitest';
import { infoPath, pagesFor, readIndex, type InfoOrganisation } from '../../../client-web/src/domain/info.ts';

const page = (name: string, language: string) => ({ page: name, language, title: `${name} ${language}` });
const ORGANISATION: InfoOrganisation = { number: 1, name: 'F', pages: [page('01-a', 'ar'), page('01-a', 'en'), page('01-a', 'sv'), page('02-b', 'en'), page('02-b', 'so'), page('03-c', 'so'), page('03-c', 'fi')] };
const chosen = (language: string) => pagesFor(ORGANISATION, language).map((one) => infoPath(1, one));

describe('information pages', () => {
  it('come in the person\'s language, else in Swedish, else in English, else in the first there is', () => {
    expect(chosen('ar')).toEqual(['1/01-a.ar.md', '1/02-b.en.md', '1/03-c.so.md']);
    expect(chosen('fi')).toEqual(['1/01-a.sv.md', '1/02-b.en.md', '1/03-c.fi.md']);
    expect(chosen('so')).toEqual(['1/01-a.sv.md', '1/02-b.so.md', '1/03-c.so.md']);
  });

  it('takes a list as the server writes it and no other', () => {
    const text = (change: object): string => JSON.stringify({ organisations: [{ ...ORGANISATION, kind: 'association', ...change }] });
    expect(readIndex('{"organisations":[]}')).toEqual([]);
    expect(readIndex(text({}))?.[0]?.pages).toHaveLength(7);
    for (const bad of ['', '[]', 'null', '{}', '{"organisations":[1]}', text({ number: '1' }), text({ number: 1.5 }), text({ name: 1 }), text({ pages: {} }),
      text({ pages: [page('../x', 'sv')] }), text({ pages: [page('01-a', 'sv/')] }), text({ pages: [page('01-a', 'SV')] }), text({ pages: [{ page: '01-a', language: 'sv' }] })])
      expect(readIndex(bad), bad).toBeNull();
  });
});
