/** A WebSocket over TLS 1.3 to the server on this machine, with its certificate and no other trusted. Small: one binary frame a
 *  message in both directions, as the server sends them. Anything else is an error. */
import { randomBytes } from 'node:crypto';
import { connect, type TLSSocket } from 'node:tls';
import type { OpenSocket, SocketEvents } from '../../client-web/src/net/connection';

const FIN = 0x80;
const MASKED = 0x80;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const MASK_BYTES = 4;

export interface Address { port: number; certificate: string }

/** asleep: no network; whoever opens a socket then is told at once. `opened` gets each socket, so that its owner can cut it. */
export function opener({ port, certificate }: Address, asleep: () => boolean, opened: (cut: () => void) => void): OpenSocket {
  return (events) => {
    if (asleep()) throw new Error('no network');
    const socket = connect({ host: '127.0.0.1', port, servername: 'localhost', ca: certificate, minVersion: 'TLSv1.3' });
    const wire = new Wire(socket, events, port);
    opened(() => wire.cut());
    return { send: (data) => wire.send(data), close: () => wire.close() };
  };
}

class Wire {
  private in_ = Buffer.alloc(0);
  private upgraded_ = false;
  private over_ = false;
  private waiting_: Uint8Array[] = [];

  constructor(private readonly socket_: TLSSocket, private readonly events_: SocketEvents, port: number) {
    socket_.setNoDelay(true);
    const key = randomBytes(16).toString('base64');
    socket_.on('secureConnect', () => socket_.write(`GET /ws HTTP/1.1\r\nHost: localhost:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`
      + `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: bredvid.v1\r\nOrigin: https://localhost:${port}\r\n\r\n`));
    socket_.on('data', (data) => { this.in_ = Buffer.concat([this.in_, data]); this.read(); });
    socket_.on('error', () => this.cut());
    socket_.on('close', () => this.cut());
  }

  send(data: Uint8Array): void {
    if (this.upgraded_) this.write(BINARY, data);
    else this.waiting_.push(data);
  }

  /** Wanted by the client: it hears nothing more. */
  close(): void {
    this.over_ = true;
    this.socket_.destroy();
  }

  /** The network is gone. */
  cut(): void {
    if (this.over_) return;
    this.close();
    this.events_.closed();
  }

  private write(opcode: number, data: Uint8Array): void {
    const { length } = data;
    const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
    head[0] = FIN | opcode;
    head[1] = MASKED | (length < 126 ? length : length < 65_536 ? 126 : 127);
    if (head.length === 4) head.writeUInt16BE(length, 2);
    if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
    // A mask of zeros: TLS hides what it is for.
    this.socket_.write(Buffer.concat([head, Buffer.alloc(MASK_BYTES), data]));
  }

  private read(): void {
    if (!this.upgraded_) this.upgrade();
    while (this.upgraded_ && !this.over_ && this.frame()) { /* the next one */ }
  }

  private upgrade(): void {
    const end = this.in_.indexOf('\r\n\r\n');
    if (end < 0) return;
    if (!this.in_.toString('latin1', 0, end).startsWith('HTTP/1.1 101 ')) return this.cut();
    this.in_ = this.in_.subarray(end + 4);
    this.upgraded_ = true;
    for (const data of this.waiting_) this.write(BINARY, data);
    this.waiting_ = [];
  }

  /** True: one was there and is dealt with. */
  private frame(): boolean {
    const { in_ } = this;
    if (in_.length < 2) return false;
    const short = in_[1]!;
    const at = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (in_.length < at) return false;
    const size = short === 126 ? in_.readUInt16BE(2) : short === 127 ? Number(in_.readBigUInt64BE(2)) : short;
    if (in_.length < at + size) return false;
    const data = Uint8Array.from(in_.subarray(at, at + size));
    this.in_ = in_.subarray(at + size);
    if (in_[0] === (FIN | BINARY)) this.events_.data(data);
    else if (in_[0] === (FIN | PING)) this.write(PONG, data);
    else if (in_[0] === (FIN | CLOSE)) this.cut();
    else throw new Error(`a frame that the server does not send: ${in_[0]}`);
    return true;
  }
}
