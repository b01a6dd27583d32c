/** What one speaker says at a stretch (`sp`, `u`). */
export interface Speech {
  /** Ids of those who speak (`@who`); empty where the file does not say. */
  readonly speakers: readonly string[];
  /** The speaker's label as printed, empty for none. */
  readonly label: string;
  /** Words spoken: without the label, stage directions, notes, and speeches within this one. */
  readonly words: number;
}

interface OpenSpeech {
  readonly speakers: readonly string[];
  label: string;
  words: number;
}

/** Elements of a speech whose words nobody speaks (TEI Guidelines, 7.2.2 to 7.2.4, 8.3). */
const UNSPOKEN: ReadonlySet<string> = new Set(['speaker', 'stage', 'head', 'incident', 'kinesic', 'vocal']);

/** True for an element that interrupts a speech or names who speaks. */
export function isUnspoken(element: string): boolean {
  return UNSPOKEN.has(element);
}

/** Divides a running count of words among speeches; each word is counted for the innermost speech only. */
export class SpeechCounter {
  readonly #open: OpenSpeech[] = [];
  readonly #speeches: Speech[] = [];
  #counted = 0;
  #unspoken = 0;

  /** A speech begins after `total` words of the text. */
  open(speakers: readonly string[], total: number): void {
    this.#share(total);
    this.#open.push({ speakers, label: '', words: 0 });
  }

  /** Something that nobody speaks begins. */
  pause(total: number): void {
    this.#share(total);
    this.#unspoken++;
  }

  /** It ends. */
  resume(total: number): void {
    this.#share(total);
    this.#unspoken--;
  }

  /** The first label of a speech names its speaker. */
  name(label: string): void {
    const speech = this.#open.at(-1);
    if (speech?.label === '') speech.label = label;
  }

  /** The innermost speech ends after `total` words of the text. */
  close(total: number): void {
    this.#share(total);
    const speech = this.#open.pop();
    if (speech !== undefined) this.#speeches.push(speech);
  }

  /** The speeches in the order in which they end. */
  get speeches(): readonly Speech[] {
    return this.#speeches;
  }

  #share(total: number): void {
    const speech = this.#open.at(-1);
    if (speech !== undefined && this.#unspoken === 0) speech.words += total - this.#counted;
    this.#counted = total;
  }
}
