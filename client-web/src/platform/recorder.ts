/** The microphone, until it is stopped: blocks of voice (adpcm.ts) as they come. Nothing is kept here. */
import workletUrl from './recorder_worklet.ts?worker&url';

export type ToWorklet = 'record' | 'pause' | 'end';
/** level: 0..1, the loudest since the last time */
export interface FromWorklet { blocks: Uint8Array[]; level: number; ended: boolean }

/** microphone_denied: the person or the browser said no. microphone_none: there is none, or another program has it. */
export type RecorderTrouble = 'microphone_denied' | 'microphone_none';
export class RecorderError extends Error {
  constructor(readonly code: RecorderTrouble) {
    super(code);
    this.name = 'RecorderError';
  }
}

async function microphone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
  } catch (error) {
    throw new RecorderError(error instanceof DOMException && error.name === 'NotAllowedError' ? 'microphone_denied' : 'microphone_none');
  }
}

export class Recorder {
  private ending_: (() => void) | null = null;

  private constructor(private readonly stream_: MediaStream, private readonly context_: AudioContext, private readonly node_: AudioWorkletNode) {}

  /** heard: new blocks, and how loud it was. lost: the microphone has gone (unplugged, a call). */
  static async start(heard: (blocks: Uint8Array[], level: number) => void, lost: () => void): Promise<Recorder> {
    if (navigator.mediaDevices === undefined || typeof AudioWorkletNode === 'undefined') throw new RecorderError('microphone_none');
    const stream = await microphone();
    const context = new AudioContext();
    try {
      await context.audioWorklet.addModule(workletUrl);
      await context.resume();
      const node = new AudioWorkletNode(context, 'recorder', { numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' });
      const recorder = new Recorder(stream, context, node);
      node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => {
        heard(data.blocks, data.level);
        if (data.ended) recorder.ending_?.();
      };
      for (const track of stream.getTracks()) track.addEventListener('ended', lost);
      context.createMediaStreamSource(stream).connect(node);
      recorder.go();
      return recorder;
    } catch {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
      throw new RecorderError('microphone_none');
    }
  }

  go(): void { this.say('record'); }
  pause(): void { this.say('pause'); }

  /** Resolves when the last block has come; the microphone is free then. */
  async end(): Promise<void> {
    const ended = new Promise<void>((resolve) => { this.ending_ = resolve; });
    this.say('end');
    await ended;
    this.release();
  }
  /** At once, without the last blocks. */
  release(): void {
    for (const track of this.stream_.getTracks()) track.stop();
    void this.context_.close().catch(() => undefined);
  }

  private say(message: ToWorklet): void { this.node_.port.postMessage(message); }
}
