/** The canary: after a conversation the server has nothing of it, in no file, no log line, no frame, not in memory. */
import assert from 'node:assert/strict';
import { Canary, filesOf } from '../support/canary.mjs';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

const SAID = ['Kanariefågeln sjunger åtta verser', 'svarar med gult näbb'];
const NAMES = ['Vildrosmamman', 'Stödgranen'];
const TITLE = 'Kanariekretsen';

test('after a conversation the server holds no word, no name, no address, no device', async (c) => {
  const world = await World.start(c);
  const { supporter, parent, slip } = await world.pair({ supporter: NAMES[1], parent: NAMES[0], title: TITLE });
  await parent.write(SAID[0]);
  await supporter.hears(SAID[0]);
  await supporter.write(SAID[1]);
  await parent.hears(SAID[1]);
  await parent.type('Utkastet om kanariefågeln');
  await supporter.count('visit');
  await parent.seesContact('visit', { author: NAMES[1] });
  await parent.reload();
  await parent.unlock();

  const secret = slip.text.split('-').slice(1).join('-');
  const words = new Canary([...SAID, 'anariefågeln', 'gult näbb', ...NAMES, TITLE, parent.pin, secret, secret.replaceAll('-', '')]);
  const device = new Canary(['HeadlessChrome', 'Mozilla/5.0', 'X11; Linux', 'AppleWebKit']);
  const address = new Canary(['127.0.0.1', '::ffff:7f00:1']);
  // Three characters stand by chance in one of twenty megabytes of ciphertext: looked for in text alone.
  const short_address = new Canary(['::1']);

  const frames = world.watch.frames.map((f, i) => [`frame ${i} to the ${f.to}`, f.bytes]);
  assert.ok(frames.length > 40, `frames were captured (${frames.length})`);
  assert.ok(world.watch.frames.some((f) => f.bytes.includes(world.server.organisation('association'))),
    'the capture sees what is in clear: the organisation\'s name');
  assert.deepEqual([...words.in(frames), ...device.in(frames), ...address.in(frames)], []);

  const running = filesOf(world.server.dataDir);
  assert.ok(running.some(([name]) => name.endsWith('.db')) && running.some(([name]) => name.endsWith('-wal')));
  const log = [['log', Buffer.from(world.server.log)]];
  const traffic = [['log', Buffer.from(world.server.logSinceListening)]];
  assert.deepEqual([...words.in(running), ...device.in(running), ...words.in(log), ...device.in(log)], []);
  const data = running.filter(([name]) => name !== 'config.json');   // the operator's own listening address may stand there
  assert.deepEqual([...address.in(data), ...address.in(traffic), ...short_address.in(traffic)], []);

  const memory = words.inMemory(world.server.pid);
  if (memory) assert.deepEqual(memory, [], 'the server\'s memory');
  await world.server.stop();
  assert.deepEqual(words.in(filesOf(world.server.dataDir)), []);
});

test('the canary itself finds what is there', async () => {
  const canary = new Canary(['Kanariefågeln', '127.0.0.1']);
  const hide = (bytes) => Buffer.concat([Buffer.from('xy'), bytes, Buffer.from('z')]);
  const word = 'Kanariefågeln';
  for (const bytes of [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(),
    Buffer.from(Buffer.from(word).toString('hex'))]) {
    assert.deepEqual(canary.inBytes(hide(bytes)), [word]);
  }
  for (const before of ['', 'a', 'ab']) {
    const coded = Buffer.from(Buffer.from(`${before}${word}!`).toString('base64'));
    assert.deepEqual(canary.inBytes(coded), [word], `base64 at ${before.length}`);
  }
  assert.deepEqual(canary.inBytes(Buffer.from('from 127.0.0.1:5')), ['127.0.0.1']);
  assert.deepEqual(canary.inBytes(Buffer.from('nothing')), []);
  globalThis.canaryKept = Buffer.from('Kanariefågeln i minnet');
  const memory = canary.inMemory(process.pid);
  if (memory) assert.ok(memory.includes(word), 'a memory scan can find');
});
