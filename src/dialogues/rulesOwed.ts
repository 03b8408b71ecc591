import { owesAgreement, ownTeams } from '../actions/acceptRules.js';
import type { Contest } from '../actions/contest.js';
import type { Styled } from '../chat.js';
import { inForce } from '../domain/rulesVersions.js';
import type { Offer, Turn } from '../turn.js';

/** What its reader still has to say about the rules, whichever of his chats was asked first; `null`: nothing. */
export async function rulesOwed(
  turn: Turn,
  contest: Contest,
): Promise<{ version: number; text: Styled; offer: Offer } | null> {
  if (turn.chat.group) return null;
  const owing = (await ownTeams(turn, contest)).filter((team) => owesAgreement(contest, team));
  if (owing.length === 0) return null;
  const { t } = turn;
  const { version } = inForce(contest.rules);
  const teams = owing.map(({ team }) => `«${team}»`).join(', ');
  return {
    version,
    text: t('rulesVersion.owed', { version, teams }),
    offer: { label: t.plain('rulesVersion.agree'), says: `/dongythele ${version}` },
  };
}
