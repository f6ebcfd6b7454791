/** Three parents and two supporters, of an association and of a municipality: circles do not mix. */
import assert from 'node:assert/strict';
import { test } from '../support/runner.mjs';
import { World } from '../support/world.mjs';

test('three parents and two supporters: nobody sees what is not theirs', async (c) => {
  const world = await World.start(c);
  const [birgit, erik] = await Promise.all([
    world.supporter({ name: 'Birgit', org: 'association' }),
    world.supporter({ name: 'Erik', org: 'municipality' }),
  ]);
  const slips = {};
  for (const [who, supporter] of [['Lina', birgit], ['Hodan', birgit], ['Samir', erik]]) {
    await supporter.newCircle(`Krets ${who}`);
    slips[who] = (await supporter.makeSlip()).link;
  }
  const parents = {};
  for (const who of Object.keys(slips)) {
    parents[who] = await world.parent(slips[who], { name: who });
    await parents[who].write(`Det här är från ${who}`);
  }
  assert.deepEqual((await birgit.circleTitles()).sort(), ['Krets Hodan', 'Krets Lina']);
  assert.deepEqual(await erik.circleTitles(), ['Krets Samir']);

  for (const [who, supporter] of [['Lina', birgit], ['Hodan', birgit], ['Samir', erik]]) {
    await supporter.openCircle(`Krets ${who}`);
    await supporter.hears(`Det här är från ${who}`);
    await supporter.write(`Svar till ${who}`);
    await parents[who].hears(`Svar till ${who}`);
    const wanted = [`Det här är från ${who}`, `Svar till ${who}`];
    assert.deepEqual(await supporter.plainTexts(), wanted);
    assert.deepEqual(await parents[who].plainTexts(), wanted);
  }
  for (const who of ['Lina', 'Hodan', 'Samir']) {
    const page = await parents[who].page.content();
    for (const other of ['Lina', 'Hodan', 'Samir'].filter((o) => o !== who)) {
      assert.ok(!page.includes(other), `${who} sees nothing of ${other}`);
    }
  }
  assert.ok(!(await erik.page.content()).includes('Lina'));
  assert.ok(!(await birgit.page.content()).includes('Samir'));
});
