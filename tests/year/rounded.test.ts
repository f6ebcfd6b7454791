/** The year with the default: counts rounded to five. Whatever happens on one day happens in the other order. */
import { expect, it } from 'vitest';
import { replay } from './replay';

replay('the year 2019, rounded', 5, { exact_counts: null, undo_s: 600, backwards: true }, (played) => {
  it('has 440 occasions, and the contacts rounded', () => {
    const contact = played().of('contact');
    const of = (kind: string) => contact.groups.find(({ value }) => value === kind)?.count;
    expect(contact.total!.occasions).toBe(440);
    expect([of('dialogue'), of('visit'), of('phone'), of('meeting')]).toEqual([345, 55, 115, 25]);
    expect(contact.total!.count).toBe(540);
  });

  it('has 15 parents, 5 of them with the association', () => {
    expect(played().year().persons).toEqual([['all', 15], ['municipality', 10], ['association', 5]]);
  });

  it('says that counts are rounded', () => {
    for (const json of played().json) expect(json).toContain('Counts are rounded to the nearest 5.');
  });
});
