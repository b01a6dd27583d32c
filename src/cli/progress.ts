/** Milliseconds after which the time left can be told from the time gone. */
const ENOUGH_TO_TELL = 3000;

/** Says how far a long run is, and how long it will take from there. */
export class Progress {
  #what = '';
  #began = 0;
  #doneThen = 0;

  /**
   * @param what the things that are done, in words; others begin a new count.
   * @param now milliseconds on any clock that goes forward.
   * @returns a line such as `120 of 1000 documents transformed, about 40 s left`.
   */
  line(done: number, total: number, what: string, now: number): string {
    if (what !== this.#what) {
      this.#what = what;
      this.#began = now;
      this.#doneThen = done;
    }
    const gone = now - this.#began;
    const each = gone / (done - this.#doneThen);
    const left = gone < ENOUGH_TO_TELL || done === this.#doneThen ? '' : `, ${inWords(each * (total - done))} left`;
    return `${done} of ${total} ${what}${left}`;
  }
}

function inWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `about ${seconds} s` : `about ${Math.ceil(seconds / 60)} min`;
}
