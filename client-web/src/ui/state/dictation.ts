/**
 * Speech to text on the device itself, where the browser has it (SpeechRecognition with `processLocally`).
 *
 * Without that word a browser may send what it hears to its maker, which the page may never cause; so whoever asks here
 * gets "no" unless the language is on the device already. Nothing is downloaded for it either.
 */
interface Heard { results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>; resultIndex: number }
interface Recognition {
  lang: string; continuous: boolean; interimResults: boolean; processLocally: boolean;
  onresult: ((event: Heard) => void) | null; onend: (() => void) | null; onerror: ((event: { error: string }) => void) | null;
  start(): void; stop(): void; abort(): void;
}
interface RecognitionClass {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

const recognizer = (): RecognitionClass | undefined => (globalThis as { SpeechRecognition?: RecognitionClass }).SpeechRecognition;
/** "ar-u-nu-latn" -> "ar" */
const spoken = (formats: string): string => formats.replace(/-u-.*$/, '');

export async function hearsHere(formats: string): Promise<boolean> {
  const Recognizer = recognizer();
  if (!Recognizer?.available || !('processLocally' in Recognizer.prototype)) return false;
  try {
    return await Recognizer.available({ langs: [spoken(formats)], processLocally: true }) === 'available';
  } catch {
    return false;
  }
}

/** Listens from the moment it is made. `onend(failed)` comes once. */
export class Listener {
  readonly #recognition: Recognition;
  #failed = false;

  constructor(formats: string, onheard: (words: string) => void, onend: (failed: boolean) => void) {
    const Recognizer = recognizer();
    if (!Recognizer) throw new Error('ask hearsHere() first');
    const recognition = new Recognizer();
    recognition.processLocally = true;
    recognition.lang = spoken(formats);
    recognition.continuous = true;
    recognition.interimResults = false;
    recognition.onresult = ({ results, resultIndex }) => {
      for (const result of Array.from(results).slice(resultIndex)) {
        const words = result[0]?.transcript.trim();
        if (result.isFinal && words) onheard(words);
      }
    };
    recognition.onerror = ({ error }) => { this.#failed = error !== 'aborted'; };
    recognition.onend = () => onend(this.#failed);
    this.#recognition = recognition;
    recognition.start();
  }

  /** What has been heard so far still comes. */
  stop(): void {
    this.#recognition.stop();
  }
  /** Nothing more comes. */
  drop(): void {
    this.#recognition.onresult = null;
    this.#recognition.abort();
  }
}
