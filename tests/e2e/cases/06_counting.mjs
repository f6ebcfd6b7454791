/** One tap counts, everybody in the circle sees it, and it can be undone. */
import assert from 'node:assert/strict';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

test('a contact is counted, seen by the parent, and undone for both', async (c) => {
  const world = await World.start(c);
  const { supporter, parent } = await world.pair({ supporter: 'Birgit' });
  await parent.write('Tack för besöket');
  await supporter.hears('Tack för besöket');

  await supporter.count('visit');
  await supporter.count('phone');
  await parent.seesContact('visit', { author: 'Birgit' });
  await parent.seesContact('phone', { author: 'Birgit' });
  assert.equal(await supporter.counted('visit'), 1);
  assert.equal(await parent.counted('visit'), 1);
  assert.equal(await parent.counted('phone'), 1);

  await supporter.undoContact('visit');
  await parent.seesUndone('visit');
  assert.equal(await parent.counted('visit'), 0);
  assert.equal(await supporter.counted('visit'), 0);
  assert.equal(await parent.counted('phone'), 1, 'the other one stays');

  await parent.reload();
  await parent.unlock();
  await parent.seesUndone('visit');
  assert.equal(await parent.counted('phone'), 1);
});

test('a parent has nothing to count with', async (c) => {
  const world = await World.start(c);
  const { parent } = await world.pair();
  assert.equal(await parent.canCount(), false);
});
