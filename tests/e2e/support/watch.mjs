/**
 * What a page did behind the screen: requests, console errors, WebSocket frames. Every page of every case is
 * watched, so "no third party, no error, always a policy" is checked everywhere and not in one case only.
 */

/** Chromium logs a failed load or connection to the console; these are the outages that the cases make. */
const OUTAGE = /net::ERR_|WebSocket connection to|Failed to load resource/;

export class Watch {
  constructor(origin) {
    this.origin = origin;
    this.foreign = [];
    this.errors = [];
    this.unprotected = [];
    /** Both directions, as Buffers, in order: what the server sees and what it answers. */
    this.frames = [];
  }

  attach(context) {
    context.on('request', (request) => this.#request(request.url()));
    context.on('response', (response) => this.#response(response));
    context.on('weberror', (e) => this.errors.push(`uncaught: ${e.error().stack ?? e.error()}`));
    context.on('console', (m) => {
      if (m.type() === 'error' && !OUTAGE.test(m.text())) this.errors.push(m.text());
    });
    context.on('page', (page) => this.#sockets(page));
    context.pages().forEach((page) => this.#sockets(page));
  }

  #request(url) {
    const own = url.startsWith(`${this.origin}/`) || /^(blob|data):/.test(url) || url === 'about:blank';
    if (!own && !this.allowed?.(url)) this.foreign.push(url);
  }

  #response(response) {
    if (response.request().resourceType() !== 'document' || !response.url().startsWith(this.origin)) return;
    const policy = response.headers()['content-security-policy'] ?? '';
    if (!policy.includes("default-src 'none'")) this.unprotected.push(`${response.url()}: "${policy}"`);
  }

  #sockets(page) {
    page.on('websocket', (socket) => {
      const url = socket.url().replace(/^wss:/, 'https:');
      this.#request(url);
      socket.on('framesent', ({ payload }) => this.frames.push({ to: 'server', bytes: Buffer.from(payload) }));
      socket.on('framereceived', ({ payload }) => this.frames.push({ to: 'client', bytes: Buffer.from(payload) }));
    });
  }

  /** Throws when something happened that never may. */
  verify() {
    const found = [
      ...this.foreign.map((url) => `asked a third party: ${url}`),
      ...this.errors.map((text) => `console error: ${text}`),
      ...this.unprotected.map((text) => `page without a strict policy: ${text}`),
    ];
    if (found.length) throw new Error(`${found.length} thing(s) that never may happen:\n${found.slice(0, 8).join('\n')}`);
  }
}
