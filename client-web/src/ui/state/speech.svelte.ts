/**
 * Reading aloud with the phone's own voices.
 *
 * Only voices that speak on the device itself are used: a browser may offer others, which send the text to their maker. There is
 * one voice at a time in the whole page; it falls silent when its button goes, at the lock and at the quick exit.
 */
import { currentLanguage } from '../../i18n/i18n.svelte.ts';

/** Some browsers give their list of voices late; after that there is none. */
const VOICES_WAIT_MS = 1500;
const synth = globalThis.speechSynthesis as SpeechSynthesis | undefined;

export type Failure = 'none' | 'failed';

class Speech {
  /** Whose text is being read. */
  reading = $state.raw<symbol | null>(null);

  get possible(): boolean { return synth !== undefined; }

  /** Reads until the end, stop(), or another text. Answers why it could not be read. */
  async read(who: symbol, text: string): Promise<Failure | null> {
    this.stop();
    this.reading = who;
    const voice = synth ? await voiceFor(synth, currentLanguage().code) : null;
    if (this.reading !== who) return null;
    if (!synth || !voice) {
      this.reading = null;
      return 'none';
    }
    return new Promise((resolve) => {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice;
      said.lang = voice.lang;
      const end = (failure: Failure | null) => {
        if (this.reading === who) this.reading = null;
        resolve(failure);
      };
      said.onend = () => end(null);
      said.onerror = ({ error }) => end(error === 'canceled' || error === 'interrupted' ? null : 'failed');
      synth.speak(said);
    });
  }

  stop(): void {
    this.reading = null;
    synth?.cancel();
  }
}

const fits = (voice: SpeechSynthesisVoice, code: string): boolean =>
  voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === code;

async function voiceFor(from: SpeechSynthesis, code: string): Promise<SpeechSynthesisVoice | null> {
  if (from.getVoices().length === 0) {
    await new Promise<void>((resolve) => {
      from.addEventListener('voiceschanged', () => resolve(), { once: true });
      setTimeout(resolve, VOICES_WAIT_MS);
    });
  }
  return from.getVoices().find((voice) => fits(voice, code)) ?? null;
}

export const speech = new Speech();
