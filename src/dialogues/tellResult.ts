import type { Contest } from '../actions/contest.js';
import { groupsThatSee, keepPicture } from '../actions/keepPicture.js';
import { outcomeOf } from '../actions/publishResults.js';
import { rolesIn } from '../actions/roles.js';
import { showcaseOf } from '../actions/showcase.js';
import { tellGroups, tellPerson, tellRole } from '../actions/tell.js';
import { changedCodes } from '../domain/outcome.js';
import { jury } from '../domain/roles.js';
import { drawRanking } from '../pictures/rankingPicture.js';
import type { PersonId, Result, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { describeOwnResult } from './ownResult.js';
import { pictureOf } from './resultPicture.js';
import { describeResult } from './resultWords.js';

/**
 * A published result goes to the groups of both messengers, each team and its coordinators hear of their own
 * entries in private, and the judges are thanked. Of a correction only those hear in private about whose entries it
 * says something else. Answers how many groups got it, and whom it concerned.
 */
export async function tellResult(
  turn: Turn,
  contest: Contest,
  result: Result,
  before: Result | null,
): Promise<{ groups: number; people: PersonId[] }> {
  const { t } = turn;
  const key = `result/${result._id}`;
  const groups = await tellGroups(
    turn,
    contest,
    'results',
    describeResult(t, contest, result, {
      before,
      publishedAt: result.publishedAt,
      now: turn.now,
      onStage: await showcaseOf(turn, contest),
    }),
    key,
  );
  await showPicture(turn, contest, result, key);
  const people = await concerned(turn, contest, result, before);
  for (const [person, codes] of people)
    await tellPerson(
      turn,
      person,
      describeOwnResult(turn, contest, { result, before, codes }),
      `${key}/person/${person}`,
    );
  if (!before) {
    const thanks = t('publish.toJudges', { contest: contest.plan.shortName });
    await tellRole(turn, contest, jury, thanks, `${key}/judge`);
  }
  return { groups, people: [...people.keys()] };
}

/** After the text, so that no picture that can't be fetched holds the result up. */
async function showPicture(turn: Turn, contest: Contest, result: Result, key: string): Promise<void> {
  const groups = await groupsThatSee(turn, contest);
  if (groups.length === 0) return;
  const { t } = turn;
  const picture = pictureOf(t, contest, result);
  const file = await keepPicture(turn, {
    draw: () => drawRanking(picture),
    name: t.plain('result.pictureName'),
  });
  if (file === null) return;
  const caption = t('result.pictureCaption', { contest: contest.plan.shortName });
  for (const { _id, chat } of groups)
    turn.tell(chat, { kind: 'picture', file, caption }, { key: `${key}/picture/${_id}` });
}

/** Authors and coordinators, each once, with the codes of what is theirs and new to them. */
async function concerned(
  turn: Turn,
  contest: Contest,
  result: Result,
  before: Result | null,
): Promise<Map<PersonId, string[]>> {
  const codes = before
    ? changedCodes(outcomeOf(before), outcomeOf(result))
    : new Set(result.entries.map(({ code }) => code));
  const entries = await turn.store.entries
    .find({ contest: contest.id, code: { $in: [...codes] } })
    .sort({ number: 1 })
    .lean<StoredEntry[]>();
  const coordinators = await rolesIn(turn, contest, ['unit_coordinator']);
  const own = new Map<PersonId, string[]>();
  for (const { code, person, unit } of entries) {
    const answering = coordinators.filter(
      (role) => role.unit !== null && contest.units.isUnder(unit, role.unit),
    );
    for (const each of new Set([person, ...answering.map((role) => role.person)]))
      own.set(each, [...(own.get(each) ?? []), code]);
  }
  return own;
}
