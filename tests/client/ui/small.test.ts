/** Small functions of the pages. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { isolate } from '../../../client-web/src/i18n/bidi.ts';
import { takeSlipLink } from '../../../client-web/src/ui/state/slip_link.ts';
import { detailLines } from '../../../client-web/src/ui/state/phone.ts';
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

describe('detailLines', () => {
  const tel = (line: string) => detailLines(line)[0]?.tel;
  it('calls a number that stands alone on its line, and nothing else', () => {
    expect(detailLines('Amina, mamma\r\n070-123 45 67\nring 070-123 45 67')).toEqual([{ text: 'Amina, mamma', tel: null },
      { text: '070-123 45 67', tel: '0701234567' }, { text: 'ring 070-123 45 67', tel: null }]);
    expect(tel('+46 (0)70-123 45 67')).toBe('+46701234567');
    expect(tel(' 08/123.456\u00a078 ')).toBe('0812345678');
    expect(tel('\u200e070 123\u202c')).toBe('070123');
    expect(tel('\u0660\u0667\u0660 \u0661\u0662\u0663 \u0664\u0665')).toBe('07012345');
    for (const none of ['', '1234', '12.5', '2026-11-28-2026-11-28', 'a12345', '070;ext=5', '+', '46+701234']) expect(tel(none), none).toBeNull();
    expect(tel('12345')).toBe('12345');
    expect(tel('1'.repeat(15))).toBe('1'.repeat(15));
    expect(tel('1'.repeat(16))).toBeNull();
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
