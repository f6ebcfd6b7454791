import { describe, expect, test } from 'vitest';
import type { PasskeyAnswer } from '../../../client-web/src/domain/api';
import { cores } from '../support/cores';
import { FakeClock } from '../support/clock';
import { FakeServer } from '../support/fake_server';
import { during, must, Person, PIN, settle, until } from '../support/person';
import { joinWith, parentSlip } from '../support/stage';

/** What the person's browser gives: the fake server takes the connection's challenge as client data. */
function answerTo(person: Person): PasskeyAnswer {
  const { kind, challenge, credentials } = person.snapshot.passkey!;
  const one = new Uint8Array([1]);
  return kind === 'create' ? { kind, clientData: challenge, attestation: new Uint8Array([7, 7]) }
    : { kind, credential: credentials[0]!, clientData: challenge, authData: new Uint8Array(37), signature: one, userHandle: new Uint8Array() };
}
async function prove(person: Person): Promise<void> {
  await until(person.server, () => person.snapshot.passkey !== null, 'a passkey is wanted');
  must(await during(person.server, person.engine.passkey(answerTo(person))));
  await until(person.server, () => person.snapshot.passkey === null && person.snapshot.link === 'online', 'let in');
}

describe.each(await cores())('staff with passkeys, with the %s core', (_name, core) => {
  async function enrolled(): Promise<Person> {
    const server = new FakeServer(new FakeClock());
    server.passkeys = true;
    const person = await new Person(server, core).start();
    const slip = core.slipNew('qr');
    server.staffSlip(slip.selector, slip.token, 'supporter');
    must(await during(server, person.engine.openSlip(`https://bredvid.test/#s=${slip.text}`)));
    must(await during(server, person.engine.join('Stina', PIN)));
    return person;
  }
  const idOf = (person: Person) => [...person.server.devices].find(([, { role }]) => role === 'supporter')![0];
  const seen = (person: Person, type: string) => person.server.seen.filter((f) => f.type === type).length;

  test('the slip is used, the person is known, and nothing goes out before there is a passkey', async () => {
    const person = await enrolled();
    expect(person.snapshot).toMatchObject({ stage: 'open', role: 'supporter', passkey: { kind: 'create', ended: false, rpId: 'bredvid.test' } });
    must(await person.engine.newCircle(''));
    await settle();
    expect(seen(person, 'circle_create')).toBe(0);
    await prove(person);
    await until(person.server, () => seen(person, 'circle_create') === 1, 'what waited goes out');
  });

  test('killed before the passkey, the device is asked again after its login; made once, it signs in', async () => {
    const person = await enrolled();
    await person.start();
    must(await during(person.server, person.engine.unlock(PIN)));
    await until(person.server, () => person.snapshot.passkey?.kind === 'create', 'asked again');
    await prove(person);
    person.server.signedIn.clear();
    await person.start();
    must(await during(person.server, person.engine.unlock(PIN)));
    await until(person.server, () => person.snapshot.passkey?.kind === 'sign_in', 'asked to sign in');
    expect(person.snapshot.passkey?.credentials).toEqual([new Uint8Array([7, 7])]);
    await prove(person);
  });

  test('when the session ends the person is told, what was written waits and goes out after the sign-in, once', async () => {
    const person = await enrolled();
    await prove(person);
    const { circleId } = must(await person.engine.newCircle(''));
    const parent = await new Person(person.server, core).start();
    await joinWith(parent, await parentSlip(person, circleId), 'Amina');
    await until(person.server, () => person.snapshot.waiting === 0, 'all quiet');
    expect(parent.snapshot.passkey, 'parents are never asked').toBeNull();
    person.server.endSession(idOf(person));
    must(await person.engine.send(circleId, 'ett'));
    must(await person.engine.saveDraft(circleId, 'två'));
    must(await parent.engine.send(circleId, 'hej'));
    await until(person.server, () => person.snapshot.passkey !== null, 'told');
    expect(person.snapshot.passkey).toMatchObject({ kind: 'sign_in', ended: true });
    await settle();
    expect((await person.texts(circleId)).map((one) => one.text), 'nothing is delivered').toEqual(['ett']);
    expect(person.snapshot.waiting).toBeGreaterThan(0);
    await prove(person);
    await until(person.server, async () => person.snapshot.waiting === 0 && (await person.texts(circleId)).length === 2 && (await parent.texts(circleId)).length === 2, 'both ways');
    expect((await parent.texts(circleId)).map((one) => one.text)).toEqual(['hej', 'ett']);
    expect((await person.view(circleId)).draft).toBe('två');
  });

  test('a passkey that does not fit, or one for a connection that is gone, is refused and can be tried again', async () => {
    const person = await enrolled();
    const stale = answerTo(person);
    const refused = await during(person.server, person.engine.passkey({ ...stale, clientData: new Uint8Array([1]) } as PasskeyAnswer));
    expect(refused).toMatchObject({ ok: false, code: 'passkey_bad' });
    expect(person.snapshot.passkey).not.toBeNull();
    person.server.drop();
    await until(person.server, () => person.snapshot.passkey === null, 'dropped');
    expect(await person.engine.passkey(stale)).toMatchObject({ ok: false, code: 'not_now' });
    await prove(person);
  });

  test('that somebody is there is said by staff who were asked for a passkey, and by nobody else', async () => {
    const person = await enrolled();
    must(await person.engine.personHere());
    await settle();
    expect(seen(person, 'person_here'), 'not before the login').toBe(0);
    await prove(person);
    must(await person.engine.personHere());
    await until(person.server, () => seen(person, 'person_here') === 1, 'said');
    const { circleId } = must(await person.engine.newCircle(''));
    const parent = await new Person(person.server, core).start();
    await joinWith(parent, await parentSlip(person, circleId), 'Amina');
    must(await parent.engine.personHere());
    await settle();
    expect(seen(person, 'person_here')).toBe(1);
  });

  test('a supporter who comes with a circle slip joins after the passkey', async () => {
    const person = await enrolled();
    await prove(person);
    const { circleId } = must(await person.engine.newCircle(''));
    const made = must(await during(person.server, person.engine.makeSlip(circleId, { role: 'supporter', form: 'qr', days: 3 })));
    const second = await new Person(person.server, core).start();
    must(await during(second.server, second.engine.openSlip(made.link)));
    must(await during(second.server, second.engine.join('Sten', PIN)));
    expect(second.snapshot).toMatchObject({ stage: 'open', circles: [], passkey: { kind: 'create' } });
    await prove(second);
    await until(second.server, () => second.snapshot.circles.length === 1, 'in the circle');
    must(await second.engine.send(circleId, 'Hej, jag är här'));
    await until(second.server, async () => (await person.texts(circleId)).length === 1, 'heard');
    expect(second.snapshot.circles[0]?.thread).toBe('fine');
  });
});
