/** Fetches releases, each once: they never change. */
import type { Engine, ReleaseDoc } from '../../domain/api.ts';
import { problemText } from '../words.ts';
import { ask } from './app.svelte.ts';
import { readRelease, type Release } from './release_doc.ts';

/** release null: its bytes are there, and aren't a release that this page knows. */
export type ReadResult = { ok: true; doc: ReleaseDoc; release: Release | null } | { ok: false; problem: string };
export type ReadRelease = (releaseId: number) => Promise<ReadResult>;

export function releaseReader(engine: Engine): ReadRelease {
  const known = new Map<number, ReadResult>();
  return async (releaseId) => {
    const before = known.get(releaseId);
    if (before) return before;
    const got = await ask(engine.release(releaseId));
    if (!got.ok) return { ok: false, problem: problemText(got) };
    const result: ReadResult = { ok: true, doc: got.value, release: readRelease(got.value.json) };
    known.set(releaseId, result);
    return result;
  };
}
