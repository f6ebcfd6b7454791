/** Published counts, for leads. The bytes are the server's, the same for every lead. */
import type { ReleaseDoc, ReleaseInfo } from './api';
import { requireRole, type Context } from './context';
import { expectFrame, Failure } from './errors';

export async function listReleases(ctx: Context): Promise<ReleaseInfo[]> {
  requireRole(ctx.repo, 'lead');
  if (!ctx.ready()) throw new Failure('offline');
  const { releases } = expectFrame(await ctx.net.request({ type: 'release_list' }), 'releases');
  return releases.map((r) => ({ releaseId: r.release_id, scope: r.scope, firstDay: r.first_day, lastDay: r.last_day }))
    .sort((a, b) => b.firstDay - a.firstDay);
}

export async function getRelease(ctx: Context, releaseId: number): Promise<ReleaseDoc> {
  const info = (await listReleases(ctx)).find((r) => r.releaseId === releaseId);
  if (!info) throw new Failure('release_unknown');
  const { json, csv } = expectFrame(await ctx.net.request({ type: 'release_get', release_id: releaseId }), 'release');
  // The mark at a CSV's beginning belongs to its bytes.
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return { ...info, json: text.decode(json), csv: text.decode(csv) };
}
