/** Starts the engine's worker and gives the pages a typed proxy; they never hold a key. */
import type { EngineEvents, Snapshot, StartEngine } from '../domain/api';
import { forgetInfo } from './info_cache';
import { Caller, type FromWorker, type ToWorker } from './rpc';

const BROKEN: Omit<Snapshot, 'problem'> = {
  stage: 'starting', link: 'offline', retryAtMs: null, role: null, name: '', organisation: null, slip: null, pinTriesLeft: null,
  circles: [], receipts: [], work: null, programmes: [], wait: null, queue: null, lines: [], details: [], waiting: 0, passkey: null,
  tellExit: false, moved: 0,
};

/** Asks the browser to keep the data. Only pages may ask; a refusal changes nothing. */
function askToPersist(): void {
  void navigator.storage?.persist?.().catch(() => false);
}

export const startEngine: StartEngine = (events: EngineEvents) => {
  const worker = new Worker(new URL('./engine_worker.ts', import.meta.url), { type: 'module' });
  const post = (message: ToWorker) => worker.postMessage(message);
  const caller = new Caller(post);
  let asked = false;
  let stage: Snapshot['stage'] = 'starting';
  const broken = (code: string) => {
    caller.fail(code);
    events.snapshot({ ...BROKEN, problem: { code, detail: 0 } });
  };
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.type === 'result') caller.settle(data.id, data.result);
    if (data.type === 'circle') events.circleChanged(data.circleId);
    if (data.type === 'broken') broken(data.code);
    if (data.type !== 'snapshot') return;
    if (data.snapshot.stage === 'open' && !asked) { asked = true; askToPersist(); }
    // Everything here was deleted: what was read goes too.
    if (data.snapshot.stage === 'fresh' && ['open', 'locked', 'destroyed'].includes(stage)) void forgetInfo();
    stage = data.snapshot.stage;
    events.snapshot(data.snapshot);
  };
  worker.onerror = () => broken('unknown');
  addEventListener('online', () => post({ type: 'online' }));
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') post({ type: 'online' }); });
  return caller.engine();
};
