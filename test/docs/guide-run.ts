import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './program.js';
import { firstMissing, type Step } from './walkthrough.js';

/** Commands of a guide that a test does not run: they fetch packages, go on for ever, or belong to other programs. */
const NOT_RUN = /^(?:npm|npx|node|git|editio serve)\b/u;

/** Follows the steps of a guide in an empty folder, one after the other. */
export class GuideRun {
  private folder: string;

  constructor(root: string) {
    this.folder = root;
  }

  /** Does one step. @returns what is not as the guide says, in words; undefined where all is. */
  async follow(step: Step): Promise<string | undefined> {
    switch (step.kind) {
      case 'run':
        return await this.run(step.commands, step.shows);
      case 'save':
        this.write(step.path, step.text);
        return undefined;
      case 'append':
        this.write(step.path, this.read(step.path) + step.text);
        return undefined;
      case 'replace': {
        const text = this.read(step.path);
        const [old, by] = [step.text.trim(), step.by.trim()];
        const found = text.split(old).length - 1;
        if (found !== 1) return `${step.path} has this ${found} times: ${old}`;
        this.write(
          step.path,
          text.replace(old, () => by),
        );
        return undefined;
      }
      case 'has': {
        const text = this.read(step.path);
        const missing = firstMissing(step.text, text, 'part');
        return missing === undefined ? undefined : `${step.path} has not: ${missing}\nbut:\n${text}`;
      }
      case 'remove':
        rmSync(join(this.folder, step.path));
        return undefined;
    }
  }

  private read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  private write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Runs commands; what is shown is what the last of them prints. Only what is shown may fail. */
  private async run(commands: readonly string[], shows: string | undefined): Promise<string | undefined> {
    const run = commands.filter((command) => !NOT_RUN.test(command));
    for (const [index, command] of run.entries()) {
      const [name, ...words] = wordsOf(command);
      if (name === 'cd') {
        this.folder = join(this.folder, words[0] ?? '');
        continue;
      }
      if (name !== 'editio') return `a test cannot run this: ${command}`;
      const { status, printed } = await runProgram(words, this.folder);
      const shown = index === run.length - 1 ? shows : undefined;
      if (shown === undefined) {
        if (status !== 0) return `${command} ends with ${status}:\n${printed}`;
        continue;
      }
      const missing = firstMissing(shown, printed, 'whole');
      if (missing !== undefined) return `${command} does not print: ${missing}\nbut:\n${printed}`;
    }
    return undefined;
  }
}

/** A command line as its words; quotation marks hold blanks together. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? '');
}
