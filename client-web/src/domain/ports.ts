/** What the domain asks of the world: time, storage, network, and the one-tab lock. All injected. */
import type { Request, ServerFrame } from '../wire/frames';

export interface Clock {
  nowMs(): number;
  /** Calls back once after that many milliseconds; the returned function cancels. */
  after(wait_ms: number, call: () => void): () => void;
}

/** A request that got no answer. `code`: offline, or too_many when this device asks too fast. */
export class NetError extends Error {
  constructor(readonly code: string) {
    super(code);
    this.name = 'NetError';
  }
}

export interface Hello { challenge: Uint8Array; nowS: number }
export interface NetEvents {
  up(hello: Hello): void;
  down(): void;
  /** a frame that nobody asked for: envelope, spans, error */
  frame(frame: ServerFrame): void;
  /** status() has changed */
  status(): void;
}
export interface Net {
  /** From now on keep a connection, until close(). */
  open(): void;
  close(): void;
  /** Try at once instead of waiting out the pause. */
  retryNow(): void;
  status(): { up: boolean; connecting: boolean; retryAtMs: number | null };
  hello(): Hello | null;
  /** Rejects with NetError; resolves with the answer, which may be an error frame. */
  request(request: Request): Promise<ServerFrame>;
  /** Sends and wants no answer. */
  notify(request: Request): void;
}

/**
 * Stored in clear: without it the PIN cannot be used. `share` is the server's half of the
 * storage key and stands here only while a join is under way, until the server has it.
 */
export interface DeviceHeader {
  version: 1; deviceId: string; salt: Uint8Array; share: Uint8Array | null;
  /** how the server finds the share: known here and there alone, so that nobody else can use up the tries. Devices from before it
   *  was made are found by their device id. */
  shareId?: string;
  /** the server said that its share is gone: no PIN helps any more */
  destroyed?: true;
  /** this person has left a queue; when the server knows no such device any more, nothing here can be opened or is wanted */
  ending?: true;
}

/** value null deletes. The bytes are sealed already. */
export interface StoreWrite { table: string; key: string; value: Uint8Array | null }
export interface StoreRow { table: string; key: string; value: Uint8Array }

/** Thrown by a store: storage_failed (nothing of the transaction was kept), device_full (nor was this piece: there is no room), or
 *  elsewhere (another tab owns the data). */
export class StoreError extends Error {
  constructor(readonly code: 'storage_failed' | 'device_full' | 'elsewhere') {
    super(code);
    this.name = 'StoreError';
  }
}

export interface Store {
  /** Makes this tab the owner: an older owner's next commit fails with `elsewhere`. */
  claim(): Promise<void>;
  header(): Promise<DeviceHeader | null>;
  rows(): Promise<StoreRow[]>;
  /** One transaction, all or nothing; header undefined leaves it as it is. gone: ids whose pieces go with it. */
  commit(writes: StoreWrite[], header?: DeviceHeader, gone?: readonly string[]): Promise<void>;
  /** One piece of something that is too large for a record, sealed already, in a transaction of its own. */
  putPiece(id: string, index: number, value: Uint8Array): Promise<void>;
  piece(id: string, index: number): Promise<Uint8Array | null>;
  /** How many are there; they are put in order, from 0. */
  pieces(id: string): Promise<number>;
  /** Whoever has pieces. */
  pieceIds(): Promise<string[]>;
  /** Deletes everything on this device. */
  wipe(): Promise<void>;
  /** True when this browser once held a device and its storage is gone. */
  evicted(): Promise<boolean>;
}

/** Who among the open tabs owns the engine. */
export interface Ownership {
  /** Resolves true when this tab owns the engine; `lost` is called when another tab takes over. */
  acquire(mode: 'if_free' | 'take', lost: () => Promise<void>): Promise<boolean>;
}
