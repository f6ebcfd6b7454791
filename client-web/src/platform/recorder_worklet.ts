/** Beside the microphone, in the browser's audio thread: makes blocks (adpcm.ts) of what it hears and says how loud it is. */
import { Encoder, SAMPLE_RATE } from './adpcm';
import type { FromWorklet, ToWorklet } from './recorder';
import { Resampler } from './resample';

declare const sampleRate: number;
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare class AudioWorkletProcessor { readonly port: MessagePort }

/** How often the page hears of it; blocks in between wait here. */
const SAY_EVERY_SAMPLES = SAMPLE_RATE / 10;

class RecorderProcessor extends AudioWorkletProcessor {
  private readonly encoder_ = new Encoder();
  private readonly resampler_ = new Resampler(sampleRate, SAMPLE_RATE);
  private blocks_: Uint8Array[] = [];
  private recording_ = false;
  private ended_ = false;
  private heard_ = 0;
  private loudest_ = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => {
      this.recording_ = data === 'record';
      if (data !== 'end') return;
      const rest = this.encoder_.end();
      if (rest) this.blocks_.push(rest);
      this.say(true);
      this.ended_ = true;
    };
  }

  process([input]: Float32Array[][]): boolean {
    const channel = input?.[0];
    if (this.recording_ && channel) {
      for (const value of channel) this.resampler_.add(value, (sample) => this.hear(sample));
    }
    return !this.ended_;
  }

  private hear(sample: number): void {
    const block = this.encoder_.add(sample);
    if (block) this.blocks_.push(block);
    this.loudest_ = Math.max(this.loudest_, Math.abs(sample) / 32_768);
    if (++this.heard_ >= SAY_EVERY_SAMPLES) this.say(false);
  }

  private say(ended: boolean): void {
    const message: FromWorklet = { blocks: this.blocks_, level: this.loudest_, ended };
    this.port.postMessage(message, this.blocks_.map((block) => block.buffer));
    this.blocks_ = [];
    this.heard_ = 0;
    this.loudest_ = 0;
  }
}

registerProcessor('recorder', RecorderProcessor);
