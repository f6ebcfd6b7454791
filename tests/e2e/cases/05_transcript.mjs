/** The transcript, word by word, through real pages on both sides. */
import { sameText, sameTexts, transcript } from '../support/replay.mjs';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

async function say(world, speaker, listener, { text, stage }, nth) {
  if (stage === 'afterRestart') {
    await world.server.restart();
    await Promise.all([speaker.retryNow(), listener.retryNow()]);
  }
  if (stage === 'offline') await speaker.offline(true);
  await speaker.write(text);
  if (stage === 'offline') {
    await speaker.delivery(text, 'waiting');
    await speaker.offline(false);
  }
  sameText(text, await listener.hearsNumber(nth), `message ${nth} on arrival`);
}

for (const { circle, messages } of transcript.conversations) {
  test(`the transcript of ${circle} arrives code point by code point, and is there after a reload`, async (c) => {
    const world = await World.start(c);
    const ids = [...new Set(messages.map((m) => m.from))];
    const who = (role) => ids.find((id) => transcript.people[id].role === role);
    const name = (role) => transcript.people[who(role)].name;
    const { supporter, parent } = await world.pair({ supporter: name('supporter'), parent: name('parent'),
      title: circle, org: transcript.people[who('supporter')].organisation });
    for (const [i, message] of messages.entries()) {
      const [speaker, listener] = message.from === who('parent') ? [parent, supporter] : [supporter, parent];
      await say(world, speaker, listener, message, i + 1);
    }
    const wanted = messages.map((m) => m.text);
    for (const [side, person] of [['parent', parent], ['supporter', supporter]]) {
      sameTexts(wanted, await person.allTexts(), side);
      await person.reload();
      await person.unlock();
      if (side === 'supporter') await person.openCircle(circle);
      await person.hearsNumber(wanted.length);
      sameTexts(wanted, await person.allTexts(), `${side} after a reload`);
    }
  }, { limitMs: 240_000 });
}
