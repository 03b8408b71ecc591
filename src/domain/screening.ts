import { DateTime } from 'luxon';
import { contestZone } from './plan/dateWords.js';
import { isKnown } from './plan/unknown.js';
import type { Screening } from './plan.js';
import { fold } from './text.js';

/** How long an author has for a correction. */
export type Limit = { days: number } | { hours: number };

/** What is wrong: an item of the plan's checklist where it has one, and in the screener's own words. */
export type Defect = { item: string | null; words: string };

/** What a screener says of an entry. `reason`: a code of the plan's, perhaps with words, or only words where it lists none. */
export type Ballot =
  | { kind: 'pass' }
  | { kind: 'send_back'; defect: Defect; limit: Limit }
  | { kind: 'reject'; reason: string; words?: string };

export type CastBallot = Ballot & { screener: string };

export type Outcome =
  | { kind: 'pass' }
  | { kind: 'send_back'; defects: Defect[]; limit: Limit }
  | { kind: 'reject'; reason: string; words?: string[] };

export type ScreenersRule = { one: true } | { majorityOf: number };

/** How many screeners have to say the same. */
export const agreeing = (rule: ScreenersRule): number =>
  'one' in rule ? 1 : Math.floor(rule.majorityOf / 2) + 1;

/** Whoever speaks again has changed his mind: each one's last word counts. */
export const lastWords = <Each extends { screener: string }>(cast: readonly Each[]): Each[] => [
  ...new Map(cast.map((each) => [each.screener, each])).values(),
];

/**
 * What so many say alike, `null` while too few do. Sent back, an author is told every defect that was seen,
 * and has the longest of the times; rejected, it is for the reason that most give, of several the first, with
 * what they said of it.
 */
export function outcomeOf(cast: readonly CastBallot[], rule: ScreenersRule): Outcome | null {
  const words = lastWords(cast);
  const backs = words.filter((each) => each.kind === 'send_back');
  const rejects = words.filter((each) => each.kind === 'reject');
  const enough = agreeing(rule);
  if (words.length - backs.length - rejects.length >= enough) return { kind: 'pass' };
  if (backs.length >= enough) {
    const limits = backs.map(({ limit }) => limit).sort((one, other) => hoursOf(other) - hoursOf(one));
    return {
      kind: 'send_back',
      defects: backs.map(({ defect }) => defect),
      limit: limits[0] ?? { days: 1 },
    };
  }
  if (rejects.length < enough) return null;
  const reasons = rejects.map(({ reason }) => reason);
  const times = (reason: string) => reasons.filter((each) => each === reason).length;
  const [most = ''] = [...reasons].sort((one, other) => times(other) - times(one));
  const said = rejects.flatMap(({ reason, words: added }) => (reason === most && added ? [added] : []));
  return { kind: 'reject', reason: most, ...(said.length > 0 && { words: said }) };
}

const hoursOf = (limit: Limit): number => ('days' in limit ? limit.days * 24 : limit.hours);

/** Days last through the end of the last one, as every "đến ngày" does; hours to the minute. */
export function correctionEnds(limit: Limit, since: Date): Date {
  const begun = DateTime.fromJSDate(since, { zone: contestZone });
  return ('days' in limit ? begun.plus(limit).endOf('day') : begun.plus(limit)).toJSDate();
}

const MOST_DAYS = 30;

/** `3 ngày`, `3`, `12 giờ`, `12h`; `null` for anything else, and for more than a month. */
export function readLimit(text: string): Limit | null {
  const [, digits, unit] = /^(?:trong )?(\d{1,3}) ?(ngay|gio|h)?$/.exec(fold(text)) ?? [];
  if (!digits) return null;
  const count = Number(digits);
  const limit: Limit = unit === 'gio' || unit === 'h' ? { hours: count } : { days: count };
  return count > 0 && hoursOf(limit) <= MOST_DAYS * 24 ? limit : null;
}

/** The plan's reasons a person may give; that of the lapse comes by itself. */
export const reasonsToGive = ({ reasons, lapse }: Screening): { code: string; text: string }[] =>
  isKnown(reasons) ? reasons.filter(({ code }) => code !== lapse) : [];

export const reasonText = ({ reasons }: Screening, code: string): string =>
  (isKnown(reasons) && reasons.find((each) => each.code === code)?.text) || code;

/** The plan's words for it, and what screeners have added. */
export const reasonWithWords = (reason: string, words: readonly string[] = []): string =>
  [reason, words.join('; ')].filter(Boolean).join(': ');

export const itemText = ({ checklist }: Screening, id: string): string =>
  (isKnown(checklist) && checklist.find((each) => each.id === id)?.text) || id;
