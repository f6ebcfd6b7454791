/** Small functions of the pages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isolate } from '../../../client-web/src/i18n/bidi.ts';
import { takeSlipLink } from '../../../client-web/src/ui/state/slip_link.ts';
import { slipPart } from '../../../client-web/src/ui/state/slip_parts.ts';
import { LATER, precacheList } from '../../../client-web/vite/precache.ts';

describe('slipPart', () => {
  it('finds the part as it was typed', () => {
    expect(slipPart('7k2m9-qx4tra-9bn31c', 2)).toBe('qx4tra');
    expect(slipPart(' 7K2M9 QX4TRA  9BN31C ', 3)).toBe('9BN31C');
    expect(slipPart('7K2M9QX4TRA9BN31C', 1)).toBe('7K2M9');
    expect(slipPart('7K2M9QX4TRA9BN31C', 3)).toBe('9BN31C');
  });
  it('is empty when there is no such part, and for links', () => {
    expect(slipPart('7K2M9-QX4TRA', 9)).toBe('');
    expect(slipPart('7K2M9', 0)).toBe('');
    expect(slipPart('https://a.example/#s=7K2M9-QX4TRA', 2)).toBe('');
  });
});

describe('isolate', () => {
  it('marks only text that may run the other way', () => {
    expect(isolate('Mira', false)).toBe('Mira');
    expect(isolate('يوسف', false)).toBe('\u2068يوسف\u2069');
    expect(isolate('Mira', true)).toBe('\u2068Mira\u2069');
    expect(isolate('', true)).toBe('');
  });
});

describe('takeSlipLink', () => {
  it('takes the secret out of the address at once', () => {
    const history = { state: null, replaceState: vi.fn() };
    const location = { hash: '#s=AAAA', href: 'https://a.example/#s=AAAA', pathname: '/' };
    expect(takeSlipLink(location as Location, history as unknown as History)).toBe('https://a.example/#s=AAAA');
    expect(history.replaceState).toHaveBeenCalledWith(null, '', '/');
  });
  it('leaves other addresses alone', () => {
    const history = { state: null, replaceState: vi.fn() };
    expect(takeSlipLink({ hash: '#x', href: '', pathname: '/' } as Location, history as unknown as History)).toBeNull();
    expect(history.replaceState).not.toHaveBeenCalled();
  });
});

describe('precacheList', () => {
  it('has every file that all need, and none of those that are fetched later', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bredvid-precache-'));
    mkdirSync(join(folder, LATER), { recursive: true });
    for (const name of ['index.html', 'sw.js', 'assets/index-12345678.js', 'assets/index-12345678.js.gz', `${LATER}time_chart-12345678.js`]) writeFileSync(join(folder, name), name);
    expect(precacheList(folder).map((one) => one.url)).toEqual(['/assets/index-12345678.js', '/index.html']);
    rmSync(folder, { recursive: true });
  });
});
