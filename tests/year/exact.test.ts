/** The year with exact counts, by an operator's decision: the figures that were said of 2019. */
import { expect, it } from 'vitest';
import { replay } from './replay';

const decision = { exact_counts: { decision: 'Dnr 2018-1: exact counts', date: '2018-12-01' }, undo_s: 600 };

replay('the year 2019, exact', 1, decision, (played) => {
  it('has 440 occasions, 343 dialogues, 55 visits, 113 phone conversations and 27 meetings', () => {
    const contact = played().of('contact');
    const of = (kind: string) => contact.groups.find(({ value }) => value === kind)?.count;
    expect(contact.total!.occasions).toBe(440);
    expect([of('dialogue'), of('visit'), of('phone'), of('meeting')]).toEqual([343, 55, 113, 27]);
    expect([of('email'), of('call'), of('group')]).toEqual([0, 0, 0]);
    expect(contact.total!.count).toBe(343 + 55 + 113 + 27);
  });

  it('has 15 parents, 5 of them with the association', () => {
    expect(played().year().persons).toEqual([['all', 15], ['municipality', 10], ['association', 5]]);
  });

  it('says that counts are exact', () => {
    for (const json of played().json) expect(json).toContain('Counts are exact.');
  });
});
