/** A part of the script: when it is played, and what people reach in it, one by one. */
export type Scene = {
  at: Date;
  /** For the progress bar: registrations, entries, sheets … */
  goals: number;
  play(reached: () => void): Promise<void>;
};

export const scene = (at: Date, play: Scene['play'], goals = 0): Scene => ({ at, goals, play });

/** One after the other, of however many contests. Of two at the same moment the one that was named first. */
export const inOrder = (scenes: readonly Scene[]): Scene[] =>
  [...scenes].sort((one, other) => one.at.getTime() - other.at.getTime());

const DAY_MS = 86_400_000;
/** Vietnam's time has no summer. */
const ZONE_MS = 7 * 3_600_000;

/** At `07:30` on the day that holds this instant, or so many days after it. */
export function at(instant: Date, time: string, days = 0): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = Math.floor((instant.getTime() + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS;
  return new Date(midnight + days * DAY_MS + (hours * 60 + minutes) * 60_000);
}

export const latest = (...instants: Date[]): Date =>
  new Date(Math.max(...instants.map((instant) => instant.getTime())));

/** Seconds between one deed and the next, the least and the most. */
export type Pace = [least: number, most: number];

/** Who is in a hurry writes every few seconds, who reads and thinks takes minutes. */
export const BRISK: Pace = [5, 40];
const LEISURELY: Pace = [60, 900];

/** At leisure, unless so many deeds have to be done within these hours. */
export function paceFor(deeds: number, hours: number): Pace {
  const [least, most] = LEISURELY;
  const even = Math.floor((hours * 3_600) / Math.max(1, deeds));
  return even > (least + most) / 2 ? LEISURELY : [Math.min(least, even), Math.max(1, even)];
}
