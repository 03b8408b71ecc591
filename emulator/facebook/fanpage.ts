/**
 * Things that go wrong on request, each befalling calls: too many calls, a token that is refused, a server
 * error, no answer, an answer that gets lost, a page of a proxy, and the last part of a batch that isn't
 * finished, fails for a moment, or is one too many.
 */
export type FacebookFault =
  | 'throttled'
  | 'denied'
  | '5xx'
  | 'hang'
  | 'lost-answer'
  | 'not-json'
  | 'unfinished'
  | 'last-transient'
  | 'last-throttled';

export type FanpagePost = { likes: number; shares: number /** The clip that it shows. */; video?: string };

export type FacebookCounts = {
  /** Calls over the network, and the requests in their batches. */
  calls: number;
  requests: number;
  refused: Record<string, number>;
  faults: Record<string, number>;
};

/** A pretended fanpage: its posts, by `<page>_<post>`, with what they have gathered. */
export class Fanpage {
  readonly posts = new Map<string, FanpagePost>();
  readonly counts: FacebookCounts = { calls: 0, requests: 0, refused: {}, faults: {} };
  #faults: { kind: FacebookFault; left: number }[] = [];

  constructor(
    readonly page: string,
    readonly token: string,
  ) {}

  /** Answers the number by which links name it. */
  post(number: string, post: FanpagePost): string {
    this.posts.set(`${this.page}_${number}`, post);
    return number;
  }

  fault(kind: FacebookFault, times = 1): void {
    this.#faults.push({ kind, left: times });
  }

  clearFaults(): void {
    this.#faults = [];
  }

  /** The fault that befalls this call, which is thereby used up once. */
  takeFault(): FacebookFault | null {
    const [first] = this.#faults;
    if (!first) return null;
    first.left -= 1;
    if (first.left === 0) this.#faults.shift();
    this.counts.faults[first.kind] = (this.counts.faults[first.kind] ?? 0) + 1;
    return first.kind;
  }

  refuse(code: number): { error: { message: string; type: string; code: number } } {
    this.counts.refused[code] = (this.counts.refused[code] ?? 0) + 1;
    return { error: { message: `(#${code}) refused, as was ordered`, type: 'OAuthException', code } };
  }
}
