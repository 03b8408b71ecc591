/**
 * The program can't start, and the operator can do something about it. `key` is a locale key
 * (`operator.…`) whose sentence says what is wrong and what to do, and `values` are what it needs. Told
 * in one place, with exit status 1. Never carries a password or a token, in its cause neither.
 */
export class CannotStart extends Error {
  override name = 'CannotStart';
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
    options: { cause?: unknown } = {},
  ) {
    super(key, options);
  }
}
