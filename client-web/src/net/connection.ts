/**
 * One WebSocket at a time to the server, kept up by link_machine.ts; requests and their answers by
 * request id. It implements the domain's Net port. The socket, the clock and the randomness are
 * injected, so tests drive it without a network.
 */
import { NetError, type Clock, type Hello, type Net, type NetEvents } from '../domain/ports';
import { decodeServerFrame, encodeClientFrame } from '../wire/codec';
import type { ClientFrame, Request, ServerFrame } from '../wire/frames';
import { LINK_START, link_step, type LinkEvent, type LinkState } from './link_machine';

/** A request without an answer for so long is given up; the connection is judged by pings alone. */
export const REQUEST_TIMEOUT_MS = 30_000;
/** More than any honest use has under way; a bound so that nothing grows without end. */
export const REQUESTS_MAX = 512;

/** What is used of a browser's WebSocket. */
export interface Socket {
  send(data: Uint8Array): void;
  close(): void;
}
export interface SocketEvents { data(bytes: Uint8Array): void; closed(): void }
export type OpenSocket = (events: SocketEvents) => Socket;

interface Waiting { resolve(frame: ServerFrame): void; reject(error: NetError): void; cancel(): void }

export class Connection implements Net {
  private link_: LinkState = LINK_START;
  private socket_: Socket | null = null;
  /** Events of a socket that was given up carry an old number and are ignored. */
  private generation_ = 0;
  private next_rid_ = 1;
  private readonly waiting_ = new Map<number, Waiting>();
  private cancel_timer_: () => void = () => undefined;
  private hello_: Hello | null = null;

  constructor(
    private readonly open_socket_: OpenSocket,
    private readonly clock_: Clock,
    private readonly random_: () => number,
    private readonly events_: NetEvents,
  ) {}

  open(): void { this.step({ type: 'want' }); }
  close(): void { this.step({ type: 'stop' }); }
  retryNow(): void { this.step({ type: 'try_now' }); }
  hello(): Hello | null { return this.hello_; }

  status(): { up: boolean; connecting: boolean; retryAtMs: number | null } {
    const { phase, deadlineMs } = this.link_;
    return { up: phase === 'up', connecting: phase === 'connecting', retryAtMs: phase === 'waiting' ? deadlineMs : null };
  }

  request(request: Request): Promise<ServerFrame> {
    return new Promise((resolve, reject) => {
      if (this.link_.phase !== 'up') return reject(new NetError('offline'));
      if (this.waiting_.size >= REQUESTS_MAX) return reject(new NetError('too_many'));
      const rid = this.next_rid_++;
      const cancel = this.clock_.after(REQUEST_TIMEOUT_MS, () => {
        this.waiting_.delete(rid);
        reject(new NetError('offline'));
      });
      this.waiting_.set(rid, { resolve, reject, cancel });
      this.transmit({ ...request, rid } as ClientFrame);
    });
  }

  notify(request: Request): void {
    if (this.link_.phase === 'up') this.transmit({ ...request, rid: this.next_rid_++ } as ClientFrame);
  }

  private transmit(frame: ClientFrame): void {
    try {
      this.socket_?.send(encodeClientFrame(frame));
    } catch (error) {
      const waiting = this.waiting_.get(frame.rid);
      if (!waiting) return;
      this.settle(frame.rid);
      waiting.reject(new NetError(error instanceof Error && 'code' in error ? String(error.code) : 'offline'));
    }
  }

  private settle(rid: number): Waiting | undefined {
    const waiting = this.waiting_.get(rid);
    this.waiting_.delete(rid);
    waiting?.cancel();
    return waiting;
  }

  private step(event: LinkEvent): void {
    const before = this.link_;
    const { state, effects } = link_step(before, event, this.clock_.nowMs(), this.random_());
    this.link_ = state;
    if (before.phase === 'up' && state.phase !== 'up') this.drop();
    for (const effect of effects) {
      if (effect === 'connect') this.connect();
      if (effect === 'disconnect') this.disconnect();
      if (effect === 'ping') this.notify({ type: 'ping' });
    }
    this.schedule();
    if (before.phase !== state.phase || before.attempt !== state.attempt) this.events_.status();
  }

  private schedule(): void {
    this.cancel_timer_();
    this.cancel_timer_ = () => undefined;
    if (this.link_.phase === 'idle') return;
    const wait_ms = Math.max(0, this.link_.deadlineMs - this.clock_.nowMs());
    this.cancel_timer_ = this.clock_.after(wait_ms, () => this.step({ type: 'tick' }));
  }

  private connect(): void {
    const generation = ++this.generation_;
    const mine = () => generation === this.generation_;
    this.next_rid_ = 1;
    try {
      this.socket_ = this.open_socket_({
        data: (bytes) => { if (mine()) this.on_data(bytes); },
        closed: () => { if (mine()) { this.socket_ = null; this.step({ type: 'lost' }); } },
      });
    } catch {
      this.clock_.after(0, () => { if (mine()) this.step({ type: 'lost' }); });
    }
  }

  private disconnect(): void {
    this.generation_++;
    this.socket_?.close();
    this.socket_ = null;
  }

  /** Everything that waited for an answer learns that the connection is gone. */
  private drop(): void {
    this.hello_ = null;
    for (const rid of [...this.waiting_.keys()]) this.settle(rid)?.reject(new NetError('offline'));
    this.events_.down();
  }

  private on_data(bytes: Uint8Array): void {
    let frame: ServerFrame;
    try {
      frame = decodeServerFrame(bytes);
    } catch {
      // A server that speaks something else: no frame after this one can be trusted to be in place.
      this.disconnect();
      this.step({ type: 'lost' });
      return;
    }
    if (frame.type === 'hello') {
      if (this.link_.phase !== 'connecting') return;
      this.hello_ = { challenge: frame.challenge, nowS: frame.now_s };
      this.step({ type: 'hello' });
      this.events_.up(this.hello_);
      return;
    }
    this.step({ type: 'heard' });
    if (frame.rid === 0) this.events_.frame(frame);
    else this.settle(frame.rid)?.resolve(frame);
  }
}
