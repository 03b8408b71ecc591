import type { Fate } from './clips.js';

/**
 * What a document's contest is played with, beyond what its plan says: how many take part, the teams that
 * are known by name, what an organizer settles because the plan left it open. The rest follows from the plan.
 */
export type Playbill = {
  contest: string;
  /** When the organizer begins, and when people register. */
  begins: string;
  registers: string;
  /**
   * So many people do something at the same moment, where there are many; otherwise one. What the contest
   * comes to is the same each time, the order of what is said to several people at once may not be.
   */
  atOnce?: number;
  groups: { telegram: string; zalo: string };
  /** So many of those who may send do; all of them where nothing is said. */
  senders?: number;
  /** How many entries come in, of all that could. */
  entries: number;
  /** What is known of teams that took part; all others are samples, and say so. */
  known?: readonly KnownTeam[];
  /** Where the plan doesn't say how many there are. */
  judges?: number;
  screeners?: number;
  settles?: Settlement;
  /** How many entries don't simply pass the screening. */
  fates?: Partial<Record<Exclude<Fate, 'passes'>, number>>;
  /** Units that send nothing by themselves: what they chose comes from contests of their own. */
  fedFrom?: readonly string[];
  /** With which the sample phone numbers begin, so that no two contests of one evening share one. */
  phones?: string;
};

/** What an organizer says about what the plan leaves open. */
export type Settlement = {
  /** Where the plan names criteria: the most points of each; where it names none: all about them. */
  rubric?: readonly number[];
  criteria?: readonly { label: string; max: number }[];
  /** What is compared between equals, by the numbers under which it is offered. */
  ties?: readonly number[];
  /** The points for a like and for a share. */
  likes?: readonly [like: number, share: number];
  quorum?: number;
  screeners?: number;
  /** How many of each prize. */
  prizes?: number;
};

export type KnownTeam = {
  sender: string;
  unit: string;
  team: string;
  title: string | null;
  quality: number;
};
