/** The command line was used in a way that can't work; the message says how and is for the operator. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}
