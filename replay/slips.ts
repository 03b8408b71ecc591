import type { Platform } from '../src/chat.js';
import type { Chance } from './chance.js';

/** What goes wrong, or otherwise than planned, when a team registers … */
export const registeringSlips = [
  'asksTooEarly',
  'unclearConsent',
  'namesUnitAbove',
  'mistypesUnit',
  'goesBack',
  'badPhone',
  'photoForText',
  'givesUpOnce',
  'changesTeam',
  'namesTeamTwice',
  'pressesOldButton',
  'asksForHelp',
] as const;

/** … or hands in its clip. */
export const handingInSlips = [
  'sendsPhoto',
  'sendsDocument',
  'sendsTwoLinks',
  'sendsOpenLink',
  'confirmsTwice',
  'looksUpStatus',
  'sendsVideoFirst',
  'replacesVideo',
  'thinksOfWithdrawing',
] as const;

export type Slip = (typeof registeringSlips)[number] | (typeof handingInSlips)[number];

/** Needs buttons. */
const onTelegramOnly: Slip[] = ['pressesOldButton'];

/** Every second person writes by Telegram, the others by Zalo. */
export const platformAt = (index: number): Platform => (index % 2 === 0 ? 'telegram' : 'zalo');

/** Each slip happens to somebody. */
export function deal(slips: readonly Slip[], count: number, chance: Chance): Slip[][] {
  const dealt = Array.from({ length: count }, (): Slip[] => []);
  const everybody = Array.from({ length: count }, (_, index) => index);
  for (const slip of slips) {
    const able = everybody.filter(
      (index) => !onTelegramOnly.includes(slip) || platformAt(index) === 'telegram',
    );
    const least = Math.min(...able.map((index) => dealt[index]?.length ?? 0));
    const luckless = able.filter((index) => dealt[index]?.length === least);
    dealt[chance.oneOf(luckless)]?.push(slip);
  }
  return dealt;
}
