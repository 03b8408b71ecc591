/** What happened, in numbers: kept for every bot, and for every chat with it. */
export type Tally = {
  /** Calls by method, refused ones included. */
  calls: Record<string, number>;
  /** Things people said or pressed for the bot to hear. */
  said: number;
  /** Updates meant for the bot, each once. */
  told: number;
  /** Updates handed to the bot, repetitions included. */
  delivered: number;
  /** Updates the bot will never get: too old, nobody there, over the quota. */
  dropped: number;
  /** Things people said in a group that its bot doesn't hear. */
  unheard: number;
  sent: number;
  edited: number;
  deleted: number;
  /** Refused calls by error code, the ones refused on request included. */
  refused: Record<string, number>;
  /** Refusals by the limit that was hit: `chat`, `group`, `bot`, `edits`, `users`, `groups`, `month`. */
  limits: Record<string, number>;
  /** Faults done on request, by kind. */
  faults: Record<string, number>;
};

export type Counted = 'said' | 'told' | 'delivered' | 'dropped' | 'unheard' | 'sent' | 'edited' | 'deleted';
export type CountedByName = 'calls' | 'refused' | 'limits' | 'faults';
export type CountsReport = { bots: Record<string, Tally>; chats: Record<string, Tally> };

/** Who is counted for: a bot, and the chat if the thing happened in one. */
export type Countable = { bot: string; chat: string | null };

export class Counts {
  readonly #bots = new Map<string, Tally>();
  readonly #chats = new Map<string, Tally>();

  add(where: Countable, what: Counted, times = 1): void {
    for (const tally of this.#tallies(where)) tally[what] += times;
  }

  addNamed(where: Countable, what: CountedByName, name: string): void {
    for (const tally of this.#tallies(where)) tally[what][name] = (tally[what][name] ?? 0) + 1;
  }

  report(): CountsReport {
    return structuredClone({
      bots: Object.fromEntries(this.#bots),
      chats: Object.fromEntries(this.#chats),
    });
  }

  #tallies({ bot, chat }: Countable): Tally[] {
    const tallies = [tallyOf(this.#bots, bot)];
    if (chat !== null) tallies.push(tallyOf(this.#chats, chat));
    return tallies;
  }
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known) return known;
  const fresh: Tally = {
    calls: {},
    said: 0,
    told: 0,
    delivered: 0,
    dropped: 0,
    unheard: 0,
    sent: 0,
    edited: 0,
    deleted: 0,
    refused: {},
    limits: {},
    faults: {},
  };
  tallies.set(key, fresh);
  return fresh;
}
