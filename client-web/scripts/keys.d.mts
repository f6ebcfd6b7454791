export interface Said { asked: Set<string>; quoted: Set<string>; patterns: { start: string; end: string }[] }
export interface Entry { key: string; text: string; easy: string | null }
export function keysIn(text: string): Said;
export function says(said: Said, key: string): boolean;
export function staticSources(entry: string): Set<string>;
export function entriesOf(file: string): Entry[];
