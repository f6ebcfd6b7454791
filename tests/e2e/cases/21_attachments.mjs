/** Photos, files and voice notes: from phone to desk, killed on the way, and nothing of them at the server. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PHONE } from '../support/browser.mjs';
import { Canary, filesOf } from '../support/canary.mjs';
import { test } from '../support/runner.mjs';
import { t } from '../support/words.mjs';
import { until } from '../support/wait.mjs';
import { World } from '../support/world.mjs';

const PLACE = 'GPS 59.3293 18.0686';
const NAME = 'Kanariefagelbeslutet.html';
const LINE = '<script>document.title = "Kanariefagelrad"</script>\n';

/** A JPEG from the page's own canvas, with what a phone writes into it behind the start of the image. */
async function photoWithPlace(page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2600, 1950];
    const to = canvas.getContext('2d');
    to.fillStyle = '#2a6';
    to.fillRect(0, 0, 2600, 1950);
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
  });
  const jpeg = Buffer.from(base64, 'base64');
  const body = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0', 'latin1'), Buffer.from(PLACE)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
const group = (person, kind) => person.page.getByRole('group', { name: t(`attachment-${kind}`), exact: true });

async function begin(person) {
  await person.button('attach-open').click();
  await person.page.getByRole('heading', { name: t('attach-title') }).waitFor();
}
async function sendPhoto(person, caption) {
  await begin(person);
  await person.page.locator('input[type=file]').nth(1).setInputFiles({ name: 'IMG_0412.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(person.page) });
  await person.page.getByRole('slider').first().waitFor();
  await person.label('attach-caption').fill(caption);
  await person.button('attach-send').click();
  await person.field().waitFor();
}
async function sendFile(person, name, text) {
  await begin(person);
  await person.page.locator('input[type=file]').nth(2).setInputFiles({ name, mimeType: 'text/html', buffer: Buffer.from(text) });
  await person.button('attach-send').click();
  await person.field().waitFor();
}
/** Presses "save" and answers name and bytes. */
async function saved(person, kind) {
  const download = person.page.waitForEvent('download');
  await group(person, kind).last().getByRole('button', { name: t('attachment-save') }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('attachments: a photo loses its place, a file comes byte for byte, and the server has neither name nor bytes', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  await sendPhoto(parent, 'Brevet med kanariefageln');
  await group(supporter, 'photo').getByRole('button', { name: t('attachment-save') }).waitFor();
  await until('the photo is drawn', () => group(supporter, 'photo').locator('img').evaluate((img) => img.complete && img.naturalWidth === 2048));
  await supporter.page.getByText('Brevet med kanariefageln').last().waitFor();
  const photo = await saved(supporter, 'photo');
  for (const word of ['Exif', PLACE, 'IMG_0412']) assert.ok(!photo.bytes.includes(word), `${word} is not in it`);
  assert.ok(photo.bytes.length <= 500 * 1024 && photo.bytes[0] === 0xff && photo.bytes[1] === 0xd8);

  const text = LINE.repeat(2000);
  await sendFile(parent, NAME, text);
  await group(supporter, 'file').getByText(NAME).waitFor();
  await group(supporter, 'file').getByRole('button', { name: new RegExp(t('attachment-fetch', { size: '' }).split('(')[0]) }).click();
  await group(supporter, 'file').getByRole('button', { name: t('attachment-save') }).waitFor();
  const url = supporter.page.url();
  const file = await saved(supporter, 'file');
  assert.equal(file.name, NAME);
  assert.equal(file.bytes.toString(), text);
  assert.equal(supporter.page.url(), url, 'it is saved, not opened');

  const words = new Canary([NAME, 'Kanariefagelrad', 'kanariefageln', PLACE]);
  assert.deepEqual(words.in(world.watch.frames.map((f, i) => [`frame ${i} to the ${f.to}`, f.bytes])), []);
  assert.deepEqual([...words.in(filesOf(world.server.dataDir)), ...words.in([['log', Buffer.from(world.server.log)]])], []);
  await world.server.stop();
  assert.deepEqual(words.in(filesOf(world.server.dataDir)), []);
});

test('attachments: the server and the phone die in the middle of a file; it comes whole, and once', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  const text = 'Rad om beslutet.\n'.repeat(180_000);
  await sendFile(parent, 'stor.txt', text);
  await until('some of it is on its way', () => world.watch.frames.filter((f) => f.to === 'server' && f.bytes.length > 16_000).length > 8);
  await world.server.kill();
  await parent.leave();
  await world.server.start();
  await parent.comeBack();
  await supporter.retryNow();
  await group(supporter, 'file').getByText('stor.txt').waitFor({ timeout: 60_000 });
  await group(supporter, 'file').getByRole('button', { name: new RegExp(t('attachment-fetch', { size: '' }).split('(')[0]) }).click();
  await group(supporter, 'file').getByRole('button', { name: t('attachment-save') }).waitFor({ timeout: 60_000 });
  assert.equal((await saved(supporter, 'file')).bytes.toString(), text);
  assert.equal(await group(supporter, 'file').count(), 1);
  assert.equal(await group(parent, 'file').count(), 1);
});

test('attachments: a voice note is recorded on a phone and played on a desk', async (c) => {
  const world = await World.start(c);
  const supporter = await world.supporter();
  await supporter.newCircle('Lugna gatan');
  const { link } = await supporter.makeSlip();
  const parent = await world.person({ viewport: PHONE, profile: 'phone', media: true });
  await parent.useSlip(link, { name: 'Amina' });
  await begin(parent);
  await parent.button('attach-voice').click();
  await parent.button('voice-start').click();
  await until('two seconds are recorded', async () => (await parent.page.locator('.time .code').innerText()) >= '0:02');
  await parent.button('voice-done').click();
  await parent.button('attach-send').click();
  await parent.field().waitFor();
  const note = group(supporter, 'voice').first();
  await note.getByRole('button', { name: t('voice-play') }).click();
  await until('it plays', () => note.locator('audio').evaluate((audio) => audio.duration > 1.5 && (audio.currentTime > 0 || audio.ended)));
});
