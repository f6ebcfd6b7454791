/** The transcript is what the browser test replays: it must stay as wide as tests/data/README.md says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Person { role: string; name: string; language: string; organisation?: string }
interface Message { from: string; text: string; stage?: string }
interface Transcript { people: Record<string, Person>; conversations: { circle: string; messages: Message[] }[] }

const path = fileURLToPath(new URL('../data/transcript.json', import.meta.url));
const transcript = JSON.parse(readFileSync(path, 'utf8')) as Transcript;
const messages = transcript.conversations.flatMap((c) => c.messages);
const texts = messages.map((m) => m.text);
const points = (text: string) => [...text].length;

describe('the format', () => {
  it('has people with a role, a name and a language', () => {
    for (const person of Object.values(transcript.people)) {
      expect(['parent', 'supporter']).toContain(person.role);
      expect(points(person.name)).toBeGreaterThan(0);
      expect(points(person.name)).toBeLessThanOrEqual(40);
      expect(['sv', 'ar', 'so']).toContain(person.language);
      expect(person.organisation === undefined).toBe(person.role === 'parent');
    }
  });

  it('has one parent and one supporter in each conversation', () => {
    for (const { circle, messages: said } of transcript.conversations) {
      const ids = [...new Set(said.map((m) => m.from))];
      expect(circle).not.toBe('');
      expect(ids.map((id) => transcript.people[id]?.role).sort()).toEqual(['parent', 'supporter']);
    }
  });

  it('has texts that a person can send as they stand', () => {
    for (const message of messages) {
      expect(points(message.text)).toBeGreaterThan(0);
      expect(points(message.text)).toBeLessThanOrEqual(4000);
      expect(message.text).toBe(message.text.trim());
      expect(message.text).not.toContain('\r');
      expect(message.text).not.toMatch(/\p{Surrogate}/u);
      expect([undefined, 'offline', 'afterRestart']).toContain(message.stage);
      expect(Object.keys(message).every((key) => ['from', 'text', 'stage'].includes(key))).toBe(true);
    }
  });
});

describe('what it covers', () => {
  const some = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;

  it('has enough of it', () => {
    expect(messages.length).toBeGreaterThanOrEqual(60);
    expect(transcript.conversations.length).toBe(3);
    expect(new Set(messages.map((m) => m.from)).size).toBe(5);
  });

  it('has one text of exactly 4,000 code points', () => {
    expect(texts.filter((text) => points(text) === 4000).length).toBe(1);
  });

  it('has long and one-word texts, newlines, Swedish, Arabic, Somali and emoji', () => {
    expect(texts.filter((text) => points(text) > 200).length).toBeGreaterThanOrEqual(8);
    expect(some(/^\S{1,6}$/u)).toBeGreaterThanOrEqual(8);
    expect(some(/\n/u)).toBeGreaterThanOrEqual(5);
    expect(some(/[åäöÅÄÖ]/u)).toBeGreaterThanOrEqual(30);
    expect(some(/\p{Script=Arabic}/u)).toBeGreaterThanOrEqual(8);
    expect(some(/goorma|Habeenkii|Mahadsanid|turjubaan/u)).toBeGreaterThanOrEqual(3);
    expect(some(/\p{Extended_Pictographic}/u)).toBeGreaterThanOrEqual(15);
  });

  it('has the edges of Unicode', () => {
    expect(some(/\u200d/u)).toBeGreaterThanOrEqual(2);
    expect(some(/\u200f/u)).toBeGreaterThanOrEqual(1);
    expect(some(/\u2068.*\u2069/u)).toBeGreaterThanOrEqual(1);
    expect(some(/\p{Emoji_Modifier}/u)).toBeGreaterThanOrEqual(2);
    expect(some(/\p{Regional_Indicator}{2}/u)).toBeGreaterThanOrEqual(1);
    expect(some(/[\u064b-\u0652]/u)).toBeGreaterThanOrEqual(1);
  });

  it('has texts that are not in NFC, so that a hidden normalisation would show', () => {
    expect(texts.filter((text) => text !== text.normalize('NFC')).length).toBeGreaterThanOrEqual(1);
    expect(texts.some((text) => text.includes('a\u030a'))).toBe(true);
  });

  it('has both stages', () => {
    for (const stage of ['offline', 'afterRestart']) {
      expect(messages.filter((m) => m.stage === stage).length).toBeGreaterThanOrEqual(2);
    }
  });
});
