/** A steady rate with a burst: one thing each `everyMs`, `burst` of them at once. */
export type Bucket = { everyMs: number; burst: number };
/** At most `count` things in any `perMs`. */
export type Window = { count: number; perMs: number };

/** `null` switches a limit off. */
export type Limits = {
  telegram: { chat: Bucket | null; group: Window | null; groupEdits: Window | null; bot: Bucket | null };
  zalo: {
    users: number | null;
    groups: number | null;
    monthly: number | null;
    /** Which messages the monthly quota counts. */
    counting: 'outbound' | 'both';
    chat: Bucket | null;
    bot: Bucket | null;
  };
};

export type LimitsChange = { telegram?: Partial<Limits['telegram']>; zalo?: Partial<Limits['zalo']> };

/** Telegram's published pace, and Zalo's free plan. */
export const publishedLimits: Limits = {
  telegram: {
    chat: { everyMs: 1000, burst: 5 },
    group: { count: 20, perMs: 60_000 },
    groupEdits: { count: 20, perMs: 60_000 },
    bot: { everyMs: 1000 / 30, burst: 30 },
  },
  zalo: { users: 50, groups: 3, monthly: 3000, counting: 'outbound', chat: null, bot: null },
};

export type Claim = { name: string; key: string; rule: Bucket | Window | null; amount: number };
export type Refused = { name: string; waitMs: number };

/** Remembers how much of each limit is used, by a clock that may be moved. */
export class Meters {
  readonly #fullUntil = new Map<string, number>();
  readonly #taken = new Map<string, number[]>();

  /** Takes all claims, or none and tells which has to wait longest. */
  take(claims: Claim[], now: number): Refused | null {
    let refused: Refused | null = null;
    for (const claim of claims) {
      const waitMs = this.#wait(claim, now);
      if (waitMs > 0 && waitMs > (refused?.waitMs ?? 0)) refused = { name: claim.name, waitMs };
    }
    if (refused) return refused;
    for (const claim of claims) this.#use(claim, now);
    return null;
  }

  #wait({ key, rule, amount }: Claim, now: number): number {
    if (!rule) return 0;
    if ('perMs' in rule) {
      const taken = this.#recent(key, rule, now);
      const over = taken.length + Math.min(amount, rule.count) - rule.count;
      return over > 0 ? (taken[over - 1] ?? now) + rule.perMs - now : 0;
    }
    const room = Math.max(0, rule.burst - Math.min(amount, rule.burst)) * rule.everyMs;
    return this.#filled(key, rule, now) - room - now;
  }

  #use({ key, rule, amount }: Claim, now: number): void {
    if (!rule) return;
    if ('perMs' in rule) {
      const taken = this.#recent(key, rule, now);
      this.#taken.set(key, [...taken, ...Array<number>(amount).fill(now)]);
    } else {
      this.#fullUntil.set(key, this.#filled(key, rule, now) + amount * rule.everyMs);
    }
  }

  /** Until when the bucket is in use. More than it can hold means that the clock was moved back. */
  #filled(key: string, rule: Bucket, now: number): number {
    const until = this.#fullUntil.get(key) ?? now;
    return until < now || until > now + 2 * rule.burst * rule.everyMs ? now : until;
  }

  #recent(key: string, rule: Window, now: number): number[] {
    return (this.#taken.get(key) ?? []).filter((at) => at > now - rule.perMs && at <= now);
  }
}
