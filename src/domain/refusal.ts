/**
 * The rules say no: too late, too many, not a judge. `key` is a locale key and `values` are what its
 * sentence needs; one place tells the person. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly key: string,
    readonly values: Record<string, string | number> = {},
  ) {
    super(key);
  }
}
