/** Information pages in memory. `?info=none` has none, `?info=offline` no network until the page says so. */
import type { ReadInfo } from '../../../client-web/src/domain/info.ts';

export const RIGHTS_SV = `# Dina rättigheter

Du har rätt till **offentligt biträde** och *tolk*.

## Läs mer

1. [1177](https://www.1177.se/) på nätet
2. Ring [112](tel:112) eller [skriv](mailto:hjalp@example.se)
   - också på natten

> Fråga en jurist.

[inte så](javascript:alert(1)) <img src=x onerror=alert(1)> ![en bild](https://example.se/x.png)

<script>alert(1)</script>
`;

const PAGES: Record<string, string> = {
  'index.json': JSON.stringify({ organisations: [
    { number: 0, kind: 'municipality', name: 'Kommunens krisstöd', pages: [
      { page: '01-rights', language: 'ar', title: 'حقوقك' },
      { page: '01-rights', language: 'sv', title: 'Dina rättigheter' },
      { page: '02-now', language: 'en', title: 'What happens now?' },
    ] },
    { number: 1, kind: 'association', name: 'Föräldraföreningen', pages: [
      { page: '01-us', language: 'en', title: 'About us' },
      { page: '01-us', language: 'so', title: 'Annaga' },
      { page: '02-gone', language: 'fi', title: 'Poissa' },
    ] },
  ] }),
  '0/01-rights.sv.md': RIGHTS_SV,
  '0/01-rights.ar.md': '# حقوقك\n\nلك الحق في **محامٍ** ومترجم.\n\n[1177](https://www.1177.se/)\n',
  '0/02-now.en.md': '# What happens now?\n\nThey call you.\n',
  '1/01-us.en.md': '# About us\n\nWe are parents.\n',
  '1/02-gone.fi.md': '# Poissa\n\nTeksti.\n',
};

export const fakeInfo = { offline: new URLSearchParams(location.search).get('info') === 'offline', asked: [] as string[], gone: new Set<string>() };
Object.assign(window, { fakeInfo });

export const readFakeInfo: ReadInfo = (path) => {
  fakeInfo.asked.push(path);
  if (fakeInfo.offline) return Promise.resolve({ ok: false, gone: false });
  if (path === 'index.json' && new URLSearchParams(location.search).get('info') === 'none') return Promise.resolve({ ok: true, text: '{"organisations":[]}' });
  const text = PAGES[path];
  return Promise.resolve(text === undefined || fakeInfo.gone.has(path) ? { ok: false, gone: true } : { ok: true, text });
};
