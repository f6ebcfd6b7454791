/** Choosing, cropping, recording and saving, in a real Chromium with the fake engine under the pages. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ATTACHMENT_MAX_BYTES } from '../../../client-web/src/domain/api.ts';
import { sizeOf } from '../../../client-web/src/platform/photo.ts';
import type { FakeEngine } from './fake_engine.ts';
import { CHROMIUM, onAPhone } from './phone.ts';
import { drawnPhoto, givePhoto, PLACE } from './photos.ts';
import { wordsOf } from './words.ts';

const t = wordsOf('sv');
let page: Page;
let url: string;
type WithFake = { fake: FakeEngine };
const button = (key: string, values?: Record<string, string>) => page.getByRole('button', { name: t(key, values), exact: true }).first();

/** The page where one is made. */
async function attach(): Promise<void> {
  await page.goto(`${url}?scene=parent`);
  await button('attach-open').click();
  await page.getByRole('heading', { name: t('attach-title') }).waitFor();
}
interface Given { kind: string; width: number; height: number; durationMs: number; caption: string; name: string; preview: number[]; bytes: number[] }
/** What the engine was given. */
const given = (): Promise<Given[]> => page.evaluate(async () => {
  const calls = (window as unknown as WithFake).fake.calls.filter((one) => one.name === 'attach').map((one) => one.args[1] as Record<string, unknown>);
  return Promise.all(calls.map(async ({ blob, preview, ...rest }) => ({ ...rest, preview: [...(preview as Uint8Array | undefined) ?? []],
    bytes: [...new Uint8Array(await (blob as Blob).arrayBuffer())] }))) as Promise<never[]>;
});
async function sendIt(): Promise<Given> {
  await button('attach-send').click();
  await page.getByRole('textbox', { name: t('conversation-write') }).waitFor();
  return (await given()).at(-1)!;
}
/** The colour in the middle of a picture. */
const middle = (bytes: number[]): Promise<number[]> => page.evaluate(async (jpeg) => {
  const picture = await createImageBitmap(new Blob([new Uint8Array(jpeg)], { type: 'image/jpeg' }));
  const canvas = new OffscreenCanvas(1, 1);
  const to = canvas.getContext('2d')!;
  to.drawImage(picture, picture.width / 2, picture.height / 2, 1, 1, 0, 0, 1, 1);
  return [...to.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}, bytes);

describe.skipIf(!CHROMIUM)('attachments', () => {
  onAPhone((opened, at) => {
    page = opened;
    url = at;
  });

  it('a photo goes out drawn anew: smaller, without the place where it was taken, with a tiny preview and its words', async () => {
    await attach();
    await givePhoto(page, { width: 4200, height: 3150 });
    await page.getByLabel(t('attach-caption')).fill('Brevet');
    const sent = await sendIt();
    expect(sent).toMatchObject({ kind: 'photo', width: 2048, height: 1536, caption: 'Brevet' });
    const bytes = Buffer.from(sent.bytes);
    expect(sizeOf(bytes)).toEqual({ width: 2048, height: 1536 });
    expect(bytes.length).toBeLessThanOrEqual(500 * 1024);
    for (const word of ['Exif', PLACE, 'GPS', 'IMG_2041']) expect(bytes.includes(word), word).toBe(false);
    expect(sent.preview.length).toBeGreaterThan(100);
    expect(sent.preview.length).toBeLessThanOrEqual(3000);
  });

  it('a photo that the phone held upright stands upright', async () => {
    await attach();
    await givePhoto(page, { width: 800, height: 600, orientation: 6 });
    expect(await sendIt()).toMatchObject({ width: 600, height: 800 });
  });

  it('is cropped by the arrow keys and by drawing, and turned', async () => {
    await attach();
    await givePhoto(page, { width: 1000, height: 500 });
    const right = page.getByRole('slider', { name: t('crop-right') });
    await right.focus();
    for (let i = 0; i < 6; i++) await right.press('PageUp');
    expect(await right.getAttribute('aria-valuenow')).toBe('40');
    await right.press('ArrowLeft');
    expect(await right.getAttribute('aria-valuenow')).toBe('39');
    await right.press('Home');
    expect(await right.getAttribute('aria-valuenow'), 'the other edge is not passed').toBe('10');
    await right.press('End');
    for (let i = 0; i < 6; i++) await right.press('PageUp');
    const left = await sendIt();
    expect(left).toMatchObject({ width: 400, height: 500 });
    const [red, , blue] = await middle(left.bytes);
    expect(red!, 'the left half is kept').toBeGreaterThan(blue!);

    await button('attach-open').click();
    await givePhoto(page, { width: 1000, height: 500 });
    const edge = page.getByRole('slider', { name: t('crop-left') });
    const from = (await edge.boundingBox())!;
    const picture = (await page.getByRole('group', { name: t('crop-title') }).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(picture.x + 0.6 * picture.width, from.y, { steps: 3 });
    await page.mouse.up();
    expect(Number(await edge.getAttribute('aria-valuenow'))).toBeCloseTo(60, -1);
    const cut = await sendIt();
    expect(cut.width).toBeLessThan(420);
    const [r, , b] = await middle(cut.bytes);
    expect(b!, 'the right half is kept').toBeGreaterThan(r!);

    await button('attach-open').click();
    await givePhoto(page, { width: 1000, height: 500 });
    await button('crop-turn').click();
    expect(await sendIt()).toMatchObject({ width: 500, height: 1000 });
  });

  it('what is no picture is said plainly and nothing is sent: broken, a zip named .jpg, HEIC, more pixels than a phone can hold', async () => {
    await attach();
    const whole = await drawnPhoto(page, 300, 200);
    const huge = Buffer.from(whole);
    const frame = huge.findIndex((byte, i) => byte === 0xff && (huge[i + 1] === 0xc0 || huge[i + 1] === 0xc2));
    huge.writeUInt16BE(10_000, frame + 5);
    huge.writeUInt16BE(10_000, frame + 7);
    const input = page.locator('input[type=file]').nth(1);
    for (const [buffer, key] of [[whole.subarray(0, 90), 'attach-photo_unreadable'], [Buffer.from('PK\x03\x04zip'), 'attach-photo_unreadable'],
      [Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic')]), 'attach-photo_unreadable'], [huge, 'attach-photo_huge']] as const) {
      await input.setInputFiles({ name: 'bild.jpg', mimeType: 'image/jpeg', buffer });
      await page.getByRole('alert').filter({ hasText: t(key) }).waitFor();
      await input.setInputFiles({ name: 'bild.jpg', mimeType: 'image/jpeg', buffer: whole });
      await page.getByRole('slider').first().waitFor();
      await button('attach-other').click();
    }
    expect(await given()).toEqual([]);
  });

  it('a file shows its name and size; one that is too large or empty is refused; a refusal keeps what was chosen', async () => {
    await attach();
    const input = page.locator('input[type=file]').nth(2);
    const choose = (name: string, size: number) => input.evaluate((one, [called, bytes]) => {
      const list = new DataTransfer();
      list.items.add(new File([new Uint8Array(bytes as number)], called as string));
      (one as HTMLInputElement).files = list.files;
      one.dispatchEvent(new Event('change', { bubbles: true }));
    }, [name, size] as const);
    await choose('stor.pdf', ATTACHMENT_MAX_BYTES + 1);
    await page.getByRole('alert').filter({ hasText: t('problem-attachment_too_large') }).waitFor();
    await choose('tom.pdf', 0);
    await page.getByRole('alert').filter({ hasText: t('problem-attachment_empty') }).waitFor();
    await choose('FULL.pdf', 1_572_864);
    await page.getByText('1,5 MB').waitFor();
    await page.getByLabel(t('attach-caption')).fill('hej');
    await button('attach-send').click();
    await page.getByRole('alert').filter({ hasText: t('problem-device_full') }).waitFor();
    expect(await page.getByLabel(t('attach-caption')).inputValue()).toBe('hej');
    await button('attach-other').click();
    await choose('precis.pdf', ATTACHMENT_MAX_BYTES);
    await button('attach-send').click();
    await page.getByRole('textbox', { name: t('conversation-write') }).waitFor();
    // the size alone: so many bytes take long from the page to here
    expect(await page.evaluate(() => (window as unknown as WithFake).fake.attached?.size)).toBe(ATTACHMENT_MAX_BYTES);
  });

  it('a file is saved under its name and never opened in the page', async () => {
    await attach();
    await page.locator('input[type=file]').nth(2).setInputFiles({ name: 'sida.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') });
    await sendIt();
    const saving = page.waitForEvent('download');
    await page.getByRole('group', { name: t('attachment-file') }).getByRole('button', { name: t('attachment-save') }).click();
    expect((await saving).suggestedFilename()).toBe('sida.html');
    expect(page.url()).toBe(`${url}?scene=parent`);
  });

  it('a voice note is recorded, paused, gone on with, listened to and sent', async () => {
    await attach();
    await button('attach-voice').click();
    await button('voice-start').click();
    await expect.poll(() => page.locator('.time .code').innerText(), { timeout: 10_000 }).toBe('0:01');
    await button('voice-pause').click();
    await page.getByText(t('voice-paused'), { exact: true }).waitFor();
    const kept = await page.evaluate(() => (window as unknown as WithFake).fake.voice.length);
    expect(kept, 'kept when it pauses').toBeGreaterThan(0);
    await button('voice-go').click();
    await page.getByText(t('voice-recording'), { exact: true }).waitFor();
    await button('voice-done').click();
    await button('voice-fast').click();
    await button('voice-play').click();
    await expect.poll(() => page.evaluate(() => document.querySelector('audio')!.playbackRate)).toBe(1.5);
    const heardS = await page.evaluate(() => document.querySelector('audio')!.duration);
    const sent = await sendIt();
    expect(sent.kind).toBe('voice');
    expect(Math.abs(heardS * 1000 - sent.durationMs), 'what was heard is what is sent').toBeLessThan(2);
    expect(sent.durationMs, 'as a machine with much to do still hears of a second').toBeGreaterThan(100);
    expect(sent.bytes.length % 256).toBe(0);
    expect(Math.abs(sent.durationMs - ((sent.bytes.length / 256) * 505) / 16)).toBeLessThan(2);
    expect(sent.bytes.some((byte) => byte !== 0), 'something was heard').toBe(true);
  });

  it('what was recorded before the phone died is offered, and thrown away only when asked twice', async () => {
    await attach();
    await page.evaluate(() => { (window as unknown as WithFake).fake.voice = [new Uint8Array(512)]; });
    await button('attach-voice').click();
    await page.getByText(t('voice-found')).waitFor();
    await button('voice-drop').click();
    expect(await page.evaluate(() => (window as unknown as WithFake).fake.voice.length)).toBe(1);
    await button('voice-drop-yes').click();
    await button('voice-start').waitFor();
    expect(await page.evaluate(() => (window as unknown as WithFake).fake.voice.length)).toBe(0);
  });

  it.each([['NotAllowedError', 'voice-microphone_denied'], ['NotFoundError', 'voice-microphone_none']])('without a microphone (%s) it says why', async (name, key) => {
    await page.addInitScript((failure) => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', failure)); }, name);
    await attach();
    await button('attach-voice').click();
    await button('voice-start').click();
    await page.getByRole('alert').filter({ hasText: t(key) }).waitFor();
    await button('voice-start').waitFor();
  });

  it('what keeps an attachment is said on it, with one try and a way to call it off', async () => {
    await page.goto(`${url}?scene=parent-attachments-stuck`);
    const stuck = page.getByRole('group', { name: t('attachment-file') }).last();
    await stuck.getByText(t('problem-attachment_room')).waitFor();
    await stuck.getByRole('button', { name: t('message-retry') }).click();
    await stuck.getByRole('button', { name: t('attachment-cancel') }).click();
    await stuck.getByRole('button', { name: t('attachment-cancel-yes') }).click();
    const calls = await page.evaluate(() => (window as unknown as WithFake).fake.calls.map((one) => one.name));
    expect(calls).toContain('retryNow');
    expect(calls).toContain('cancelAttachment');
    await page.goto(`${url}?scene=parent-attachments`);
    await button('attachment-fetch', { size: t('size-mb', { size: '12,2' }) }).click();
    expect(await page.evaluate(() => (window as unknown as WithFake).fake.calls.filter((one) => one.name === 'fetchAttachment').map((one) => one.args))).toEqual([['two', 'f1']]);
  });
});
