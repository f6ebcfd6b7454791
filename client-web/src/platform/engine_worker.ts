/** The engine's worker: builds the world (wasm, database, WebSocket, lock) and answers the pages' calls. */
import coreUrl from '#core.wasm?url';
import type { EngineEvents } from '../domain/api';
import { BredvidEngine } from '../domain/engine';
import { Connection } from '../net/connection';
import { webSocketOpener } from '../net/web_socket';
import { Database } from '../storage/database';
import { systemClock } from './clock';
import { loadCryptoCore } from './crypto_core';
import { cacheMarker } from './marker';
import { TabOwnership } from './ownership';
import { answer, type FromWorker, type ToWorker } from './rpc';

const post = (message: FromWorker) => self.postMessage(message);

function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

async function start(): Promise<BredvidEngine> {
  const core = await loadCryptoCore(fetch(coreUrl));
  const socketUrl = `${self.location.origin.replace(/^http/, 'ws')}/ws`;
  const events: EngineEvents = {
    snapshot: (snapshot) => post({ type: 'snapshot', snapshot }),
    circleChanged: (circleId) => post({ type: 'circle', circleId }),
  };
  const engine = new BredvidEngine({
    core, clock: systemClock, store: new Database(cacheMarker), ownership: new TabOwnership(), origin: self.location.origin,
    makeNet: (net) => new Connection(webSocketOpener(socketUrl), systemClock, random, net),
  }, events);
  await engine.start();
  return engine;
}

const starting = start();
starting.catch(() => post({ type: 'broken', code: 'crypto_failed' }));

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  void starting.then(async (engine) => {
    if ('type' in data) await engine.retryNow();
    else post(await answer(engine, data));
  }, () => {
    if (!('type' in data)) post({ type: 'result', id: data.id, result: { ok: false, code: 'crypto_failed', detail: 0 } });
  });
};
