/** A voice note that is being recorded: kept sealed every few seconds, so that a device that dies loses little of it. */
import type { Context } from './context';
import { requireOpen } from './messages';
import type { Tx } from './repo';

const INDEX_DIGITS = 6;
const voiceKey = (circleId: string, index: number): string => `${circleId}:${String(index).padStart(INDEX_DIGITS, '0')}`;

/** Some seconds more. index 0 begins anew. */
export function keepVoice(ctx: Context, circleId: string, index: number, bytes: Uint8Array): Promise<null> {
  return ctx.repo.run((tx) => {
    requireOpen(ctx, tx, circleId);
    if (index === 0) forgetVoice(tx, circleId);
    tx.put('voice', voiceKey(circleId, index), { circleId, index, bytes });
    return null;
  });
}

/** What was recorded and neither sent nor thrown away; empty: nothing. */
export function keptVoice(ctx: Context, circleId: string): Blob {
  const rows = ctx.repo.all('voice', `${circleId}:`).sort((a, b) => a.index - b.index);
  return new Blob(rows.map(({ bytes }) => new Uint8Array(bytes)));
}

export function dropVoice(ctx: Context, circleId: string): Promise<null> {
  return ctx.repo.run((tx) => {
    forgetVoice(tx, circleId);
    return null;
  });
}

export function forgetVoice(tx: Tx, circleId: string): void {
  for (const { index } of tx.all('voice', `${circleId}:`)) tx.del('voice', voiceKey(circleId, index));
}

export function moveVoice(tx: Tx, from: string, to: string): void {
  for (const rec of tx.all('voice', `${from}:`)) {
    tx.del('voice', voiceKey(from, rec.index));
    tx.put('voice', voiceKey(to, rec.index), { ...rec, circleId: to });
  }
}
