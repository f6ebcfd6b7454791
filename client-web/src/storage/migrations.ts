/**
 * The shape of the database, as an append-only list: what stands here once is never changed, a new
 * shape is a new entry. Only the shape lives here; what is inside the records is sealed.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export interface Schema extends DBSchema {
  /** In clear: "header" (what the PIN is used with) and "fence" (which tab owns the data). */
  device: { key: string; value: unknown };
  /** Sealed records, key [table, key]. */
  records: { key: [string, string]; value: Uint8Array };
  /** Parts of attachments, sealed under each one's own key, which is in its record. Key [id, index]. */
  pieces: { key: [string, number]; value: Uint8Array };
}
type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;
export type Migration = (db: IDBPDatabase<Schema>, tx: Upgrade) => void;

export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    db.createObjectStore('device');
    db.createObjectStore('records');
  },
  (db) => {
    db.createObjectStore('pieces');
  },
];
