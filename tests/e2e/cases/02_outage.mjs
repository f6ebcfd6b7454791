/** Nothing is lost, and unsent is loud: the server goes away, the network goes away. */
import assert from 'node:assert/strict';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

test('the server is restarted in mid-conversation: what was typed is kept, loud, and sent afterwards', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  await parent.write('Före');
  await supporter.hears('Före');

  await world.server.kill();
  await parent.write('Skrivet medan servern var borta');
  await parent.delivery('Skrivet medan servern var borta', 'waiting');
  await parent.isLoud(1);
  await parent.write('och en till');
  await parent.isLoud(2);

  await world.server.start();
  await parent.retryNow();
  await parent.delivery('och en till', 'sent', { orLater: true });
  await parent.isQuiet();
  await supporter.retryNow();
  await supporter.hears('och en till');
  await supporter.write('Efter');
  await parent.hears('Efter');
  const wanted = ['Före', 'Skrivet medan servern var borta', 'och en till', 'Efter'];
  assert.deepEqual(await parent.plainTexts(), wanted);
  assert.deepEqual(await supporter.plainTexts(), wanted);
});

test('a message typed while the server is down survives closing the page', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  await world.server.stop();
  await parent.write('Jag stänger telefonen nu');
  await parent.delivery('Jag stänger telefonen nu', 'waiting');
  await parent.leave();
  await world.server.start();
  await parent.comeBack();
  await parent.delivery('Jag stänger telefonen nu', 'sent', { orLater: true });
  await supporter.hears('Jag stänger telefonen nu');
  assert.deepEqual(await supporter.plainTexts(), ['Jag stänger telefonen nu']);
});

test('without network the app stays, keeps what is typed and sends it later', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair();
  await parent.write('Nät');
  await supporter.hears('Nät');
  await parent.offline(true);
  await parent.write('Utan nät på tåget');
  await parent.delivery('Utan nät på tåget', 'waiting');
  await parent.isLoud(1);
  await supporter.write('Jag skriver medan du är i tunneln');
  await supporter.delivery('Jag skriver medan du är i tunneln', 'sent');
  await parent.offline(false);
  await parent.delivery('Utan nät på tåget', 'sent', { orLater: true });
  await parent.hears('Jag skriver medan du är i tunneln');
  await supporter.hears('Utan nät på tåget');
  await parent.isQuiet();
  assert.equal((await supporter.plainTexts()).length, 3);
  assert.equal((await parent.plainTexts()).length, 3);
});
