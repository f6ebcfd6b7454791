/**
 * Where one is, kept in memory only: the address bar and the browser's history never say which
 * conversation was open. Each step adds a history entry with the same address, so that the
 * phone's back button goes one screen back instead of out.
 */
import type { CardKind, ComePurpose, ComeView } from '../../domain/api.ts';

export type Place =
  | { name: 'home' }
  /** at: the text to go to */
  | { name: 'circle'; circleId: string; at?: string | undefined }
  /** within: the conversation that one came from; null: the list */
  | { name: 'search'; within: string | null }
  | { name: 'people'; circleId: string }
  | { name: 'attach'; circleId: string }
  | { name: 'kept'; circleId: string }
  /** cardId: the card that is changed; absent: a new one */
  | { name: 'card'; circleId: string; kind: CardKind; cardId?: string }
  | { name: 'closing'; circleId: string }
  | { name: 'feedback'; circleId: string }
  | { name: 'programme'; circleId: string }
  | { name: 'receipt'; id: string }
  /** come: the question that was agreed to; own: whose own conversation it is, beside a joint one */
  | { name: 'make-slip'; circleId: string; replaces?: { memberId: string; name: string }; come?: ComeView; own?: string }
  | { name: 'come-ask'; circleId: string; purpose: ComePurpose }
  | { name: 'away'; circleId: string }
  | { name: 'new-circle'; assignment?: { id: string; label: string } }
  | { name: 'assignment'; id: string }
  | { name: 'new-assignment' }
  | { name: 'colleagues' }
  | { name: 'colleague'; id: string }
  | { name: 'line'; circleId: string }
  | { name: 'line-slip'; staffId: string }
  | { name: 'staff-slip' }
  | { name: 'add-slip' }
  | { name: 'add-poster' }
  | { name: 'posters' }
  | { name: 'poster'; selector: number }
  | { name: 'settings' }
  | { name: 'help' }
  | { name: 'info' }
  | { name: 'info-page'; organisation: number; page: string };

const HOME: Place = { name: 'home' };

export class Navigation {
  #stack = $state.raw<Place[]>([HOME]);

  get here(): Place {
    return this.#stack.at(-1) ?? HOME;
  }

  get depth(): number {
    return this.#stack.length - 1;
  }

  /** Starts listening to the back button. */
  listen(): void {
    // After a reload the entry still says how deep one was before it.
    history.replaceState({ depth: 0 }, '');
    addEventListener('popstate', (event: PopStateEvent) => {
      const depth = Number((event.state as { depth?: unknown } | null)?.depth ?? 0);
      if (depth < this.depth) this.#stack = this.#stack.slice(0, depth + 1);
    });
  }

  go(place: Place): void {
    if (JSON.stringify(place) === JSON.stringify(this.here)) return;
    this.#stack = [...this.#stack, place];
    history.pushState({ depth: this.depth }, '');
  }

  /** Swaps the place one is at: the old one is not come back to. */
  replace(place: Place): void {
    this.#stack = [...this.#stack.slice(0, -1), place];
  }

  back(): void {
    if (this.depth > 0) history.back();
  }

  home(): void {
    const steps = this.forget();
    if (steps > 0) history.go(-steps);
  }

  /** Where one was is nobody's any more; how many entries of ours lie under the current one is the caller's to go back. */
  forget(): number {
    const steps = this.depth;
    this.#stack = [HOME];
    return steps;
  }
}
