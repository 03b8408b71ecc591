import type { Abilities, Pace } from '../../chat.js';

/** Zalo takes 2,000 characters without saying in which unit: 1,900 UTF-16 units fit in any. */
export const TEXT_LENGTH = 1_900;

/** A call that says nothing for this long is given up. Zalo fetches a picture itself before it answers. */
export const TIMEOUT_MS = 30_000;
export const PHOTO_TIMEOUT_MS = 150_000;

/** How long one poll is held open at Zalo, and how much longer we wait for its answer. */
export const POLL_SECONDS = 30;
export const POLL_MARGIN_MS = 10_000;

/** After so many empty polls in a row we look whether somebody has set a webhook, which mutes polling. */
export const EMPTY_POLLS_BEFORE_CHECK = 30;

/** What differs between organisations and plans; the rest of this file is the platform's. */
export type ZaloSettings = {
  /** Zalo has a rate limit and doesn't publish it. */
  pace: Pace;
  /** Messages a month that the bot's plan allows, `null` if unlimited. */
  monthlyQuota: number | null;
  /** When stopping: how long the poll in flight may still bring what Zalo has handed out. */
  stopGraceMs: number;
};

export const DEFAULT_SETTINGS: ZaloSettings = {
  pace: {
    bot: { count: 10, perMs: 2_000 },
    patient: { everyMs: 250, burst: 1 },
    chat: { everyMs: 1_000, burst: 3 },
    group: { everyMs: 1_000, burst: 3 },
  },
  monthlyQuota: 3_000,
  stopGraceMs: 3_000,
};

export const abilities = ({ pace, monthlyQuota }: ZaloSettings): Abilities => ({
  buttons: false,
  files: false,
  textLength: TEXT_LENGTH,
  captionLength: TEXT_LENGTH,
  groupHears: 'mentions',
  monthlyQuota,
  pace,
});
