/** The browser's WebSocket behind the small face that connection.ts uses. */
import { SERVER_FRAME_LIMIT } from '../wire/codec';
import type { OpenSocket } from './connection';

export const SUBPROTOCOL = 'bredvid.v1';

export function webSocketOpener(url: string): OpenSocket {
  return (events) => {
    const socket = new WebSocket(url, SUBPROTOCOL);
    socket.binaryType = 'arraybuffer';
    let waiting: Uint8Array[] = [];
    socket.onopen = () => {
      if (socket.protocol !== SUBPROTOCOL) return socket.close();
      for (const data of waiting) socket.send(data as Uint8Array<ArrayBuffer>);
      waiting = [];
    };
    socket.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer && data.byteLength <= SERVER_FRAME_LIMIT) events.data(new Uint8Array(data));
      else socket.close();
    };
    socket.onclose = () => events.closed();
    return {
      send: (data) => {
        if (socket.readyState === WebSocket.CONNECTING) waiting.push(data);
        else if (socket.readyState === WebSocket.OPEN) socket.send(data as Uint8Array<ArrayBuffer>);
      },
      close: () => {
        socket.onclose = null;
        socket.onmessage = null;
        socket.close();
      },
    };
  };
}
