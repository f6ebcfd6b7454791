import { describe, expect, test } from 'vitest';
import { cores } from '../support/cores';
import { must, until } from '../support/person';
import { pair } from '../support/stage';

describe.each(await cores())('a conversation with the %s core', (_name, core) => {
  test('the first message goes both ways and its state is visible', async () => {
    const { server, supporter, parent, circleId } = await pair(core);
    must(await parent.engine.send(circleId, 'Jag vet inte vad jag ska göra 😔'));
    await until(server, async () => (await supporter.texts(circleId)).length === 1, 'the text at the supporter');
    const [text] = await supporter.texts(circleId);
    expect(text).toMatchObject({ text: 'Jag vet inte vad jag ska göra 😔', author: 'Amina', authorRole: 'parent', mine: false });
    await until(server, async () => (await parent.texts(circleId))[0]?.delivery === 'delivered', 'delivered');
    expect(supporter.snapshot.circles[0]?.unread).toBe(1);
    must(await supporter.engine.markRead(circleId, text!.id));
    await until(server, async () => (await parent.texts(circleId))[0]?.delivery === 'read', 'read');
    must(await supporter.engine.send(circleId, 'Jag är här. Ska vi ses i morgon?'));
    await until(server, async () => (await parent.texts(circleId)).length === 2, 'the answer at the parent');
    expect((await parent.view(circleId)).title).toBe('Stina');
    expect((await parent.view(circleId)).safetyWords).toEqual((await supporter.view(circleId)).safetyWords);
  });
});
