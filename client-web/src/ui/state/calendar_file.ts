/**
 * One moment as a calendar file (RFC 5545). It says when, and a word that gives nothing away: no place, no people, no description, no
 * name of this app, and an id that is new each time. A calendar may be shown on other screens, and by other services.
 */

const HOUR_MS = 3_600_000;
/** Section 3.1: octets of a line, without its end. */
export const LINE_OCTETS = 75;

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** Section 3.3.11. */
export const escapeText = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** Longer lines go on after a line end and a space; never in the middle of a character. */
export function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  for (const char of line) {
    if (octets(now + char) > LINE_OCTETS) {
      lines.push(now);
      now = ' ';
    }
    now += char;
  }
  return [...lines, now].join('\r\n');
}

/** In UTC: "20261128T140000Z" */
const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

export function calendarFile({ startMs, nowMs, uid, summary }: { startMs: number; nowMs: number; uid: string; summary: string }): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//calendar//1.0//EN', 'BEGIN:VEVENT', `UID:${escapeText(uid)}`, `DTSTAMP:${stamp(nowMs)}`,
    `DTSTART:${stamp(startMs)}`, `DTEND:${stamp(startMs + HOUR_MS)}`, `SUMMARY:${escapeText(summary)}`, 'END:VEVENT', 'END:VCALENDAR'].map((line) => `${fold(line)}\r\n`).join('');
}

/** Made in the page: nothing is asked of a server. */
export function saveCalendarFile(startMs: number, summary: string): void {
  const text = calendarFile({ startMs, nowMs: Date.now(), uid: crypto.randomUUID(), summary });
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'reminder.ics';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
