import { platformOf } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { inForce, type PublishedRules } from '../domain/rulesVersions.js';
import type { PersonId } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { answerable, owesAgreement, teamsOf } from './acceptRules.js';
import { chatsOf } from './concerned.js';
import { type Contest, contestById } from './contest.js';
import { type Missed, missedAmong } from './missed.js';
import { describeWhy } from './moveDate.js';
import { needRight } from './permissions.js';
import { isAnsweredFor } from './registrations.js';
import { rolesIn } from './roles.js';
import { tellGroups } from './tell.js';

export type NewRules = Pick<PublishedRules, 'text' | 'reason' | 'document'>;

/** Refuses who may not, and a text that is the one in force already. */
export async function mayPublishRules(turn: Turn, contest: Contest, text?: string): Promise<void> {
  await needRight(turn, contest, 'publishRules');
  const { text: stands, published } = inForce(contest.rules);
  if (text?.trim() === stands.trim() && published?.turn !== turn.id) throw new Refusal('rulesVersion.same');
}

/**
 * Puts new rules in force beside the earlier ones, tells the groups, and asks everybody who is registered
 * once. `seen`: how many versions had been published when it began; of two the second comes too late.
 */
export async function publishRules(
  turn: Turn,
  contest: Contest,
  { text, reason, document, seen }: NewRules & { seen: number },
): Promise<{ contest: Contest; asked: number; missed: Missed[] }> {
  await mayPublishRules(turn, contest, text);
  if (!contest.rules.some(({ published }) => published?.turn === turn.id)) {
    const published: PublishedRules = {
      text,
      reason,
      document,
      by: turn.person,
      at: turn.now,
      turn: turn.id,
    };
    const { modifiedCount } = await turn.store.contests.updateOne(
      { _id: contest.id, [`rules.${seen}`]: { $exists: false } },
      { $push: { rules: published }, $inc: { version: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('rulesVersion.publishedMeanwhile');
  }
  const now = await contestById(turn, contest.id);
  const told = { contest: now.plan.shortName, version: inForce(now.rules).version };
  const why = describeWhy(turn.t, { reason, document });
  await tellGroups(
    turn,
    now,
    'announcements',
    stack([turn.t('rulesVersion.toGroups', told), why], '\n'),
    `rules/${now.id}/${told.version}`,
  );
  return { contest: now, ...(await askAll(turn, now, why)) };
}

/** Each who can agree for a team that hasn't, once for each version. */
async function askAll(turn: Turn, contest: Contest, why: ReturnType<typeof describeWhy>) {
  const { t } = turn;
  const { version } = inForce(contest.rules);
  const coordinators = await rolesIn(turn, contest, ['unit_coordinator']);
  const asked = new Map<PersonId, string[]>();
  for (const registration of await teamsOf(turn, contest)) {
    if (!owesAgreement(contest, registration)) continue;
    const { person: owner, team, unit } = registration;
    for (const person of answerable(registration)) {
      const roles = coordinators.filter((role) => role.person === person);
      if (person === owner || isAnsweredFor(contest, roles, unit))
        asked.set(person, [...(asked.get(person) ?? []), team]);
    }
  }
  const chats = await chatsOf(turn, [...asked.keys()]);
  for (const [person, chat] of chats) {
    const teams = asked.get(person)?.join('; ') ?? '';
    const told = t('rulesVersion.told', { contest: contest.plan.shortName, version, teams });
    // In a chat without buttons a number would answer whatever question is open there.
    const isZalo = platformOf(chat) === 'zalo';
    const ask = isZalo ? t('rulesVersion.askTyped', { version }) : t('rulesVersion.ask');
    turn.tell(chat, stack([stack([told, why], '\n'), ask]), {
      key: `rules/${contest.id}/${version}/${person}`,
      choices: isZalo ? [] : [{ label: t.plain('rulesVersion.agree'), says: `/dongythele ${version}` }],
    });
  }
  return { asked: chats.size, missed: await missedAmong(turn, contest, [...asked.keys()]) };
}
