/** Where a command was called: its two streams, and the variables that are set there. */
export type Streams = {
  stdout: { write(text: string): unknown };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  env: NodeJS.ProcessEnv;
};

/** What a command says, and to whom. */
export class Terminal {
  constructor(private readonly streams: Streams) {}

  get env(): NodeJS.ProcessEnv {
    return this.streams.env;
  }

  get stderr(): Streams['stderr'] {
    return this.streams.stderr;
  }

  /** What was asked for, as it is. */
  print(text: string): void {
    this.streams.stdout.write(text);
  }

  show(line: string): void {
    this.print(`${line}\n`);
  }

  /** What is wrong, or worth knowing only while it runs. */
  say(line: string): void {
    this.stderr.write(`${line}\n`);
  }
}
