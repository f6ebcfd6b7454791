/**
 * A slow line in front of a server: each direction passes so many bytes a second, each piece comes so much later.
 *
 * It stands outside of the browser because DevTools' own throttling leaves out workers and WebSockets, which carry most of
 * what we load. TLS goes through unseen, so handshakes cost their round trips as on a real line.
 */
import { connect, createServer } from 'node:net';

const PIECE_BYTES = 1_400;  // about one packet

/** One line for all connections, as a phone has: pieces queue up behind each other. */
class Lane {
  #free_ms = 0;
  constructor(bytesPerSecond, delayMs) {
    this.bytesPerSecond = bytesPerSecond;
    this.delayMs = delayMs;
  }
  send(piece, to) {
    const now = performance.now();
    this.#free_ms = Math.max(now, this.#free_ms) + (piece.length / this.bytesPerSecond) * 1000;
    setTimeout(() => { if (!to.destroyed) to.write(piece); }, this.#free_ms - now + this.delayMs);
    return this.#free_ms - now + this.delayMs;
  }
}

function pipe(from, to, lane) {
  let last = 0;
  from.on('data', (chunk) => {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) last = lane.send(chunk.subarray(at, at + PIECE_BYTES), to);
    // Nothing more is taken while much is on its way: the sender notices the line, as it does in the world.
    from.pause();
    setTimeout(() => from.resume(), Math.max(0, last - 2 * lane.delayMs));
  });
  from.on('close', () => setTimeout(() => to.destroy(), last));
  from.on('error', () => to.destroy());
}

/** Answers { port, slow(), close() }. Until slow() is called the line is fast. */
export async function slowLine(targetPort, { kbps, rttMs }) {
  let lanes = null;
  const fast = () => ({ up: new Lane(1e9, 0), down: new Lane(1e9, 0) });
  let now = fast();
  const server = createServer((client) => {
    const { up, down } = now;
    setTimeout(() => {
      const target = connect(targetPort, '127.0.0.1');
      client.setNoDelay(true);
      target.setNoDelay(true);
      pipe(client, target, up);
      pipe(target, client, down);
    }, lanes ? rttMs : 0);  // the connection's own handshake
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: server.address().port,
    slow() {
      const bytes = (kbps * 1000) / 8;
      now = lanes = { up: new Lane(bytes, rttMs / 2), down: new Lane(bytes, rttMs / 2) };
    },
    close: () => server.close(),
  };
}
