import type { Invited } from '../actions/codes.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { judgeNamed } from '../domain/judgeNamed.js';
import { Refusal } from '../domain/refusal.js';
import { fold, tidy } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { Again } from './form.js';
import { sayCode } from './inviteCode.js';
import { unitMeant } from './unitMeant.js';

export const nameIn = (text: string): string | null => tidy(text).slice(0, 60) || null;

/** What stands in the brackets where he is to be invited without a unit. */
const NO_HOME = 'khong';

/**
 * The code of a judge as he was typed, perhaps with the unit that he comes from. What looks like a unit and is none
 * of the contest's is asked about; any other words behind his name are part of it. `command`: what invites him, but
 * for his name.
 */
export async function sayJudgeCode(
  turn: Turn,
  about: Pick<Invited, 'role' | 'unit' | 'replaces'>,
  { typed, command }: { typed: string; command: string },
): Promise<void> {
  const contest = await contestOf(turn);
  const named = judgeNamed(typed);
  if (named && fold(named.home) === NO_HOME) return sayCode(turn, { ...about, name: nameIn(named.name) });
  const home = named && homeMeant(turn, contest, named.home, named.isSaid);
  // A unit's own judges are of units within it.
  const isWhole = typeof home === 'string' && about.unit !== null && contest.units.isUnder(about.unit, home);
  if (!named || home === null || isWhole) return sayCode(turn, { ...about, name: nameIn(typed) });
  const name = nameIn(named.name);
  if (!(home instanceof Again)) return sayCode(turn, { ...about, name, home });
  const { text, choices = [] } = home.question;
  const with_ = (unit: string) => `${command} ${name ?? ''} (${unit})`;
  turn.say(text, [
    ...choices.map(({ label, says }) => ({ label, says: with_(says) })),
    { label: turn.t.plain('invite.withoutHome'), says: with_(NO_HOME) },
  ]);
}

/** The unit that was meant, a question where that isn't clear; `null`: no unit. */
function homeMeant(turn: Turn, contest: Contest, typed: string, isSaid: boolean): string | Again | null {
  const { units, plan } = contest;
  const { root } = plan.units;
  if (typed !== root && units.get(typed) && units.isUnder(typed, root)) return typed;
  const isNamed = units.all.some(
    ({ code, name }) => fold(name) === fold(typed) && code !== root && units.isUnder(code, root),
  );
  if (!isSaid && !isNamed) return null;
  try {
    return unitMeant(turn, contest, typed, [root]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Again({ text: turn.t('invite.homeNone', { typed }) });
  }
}
