import { type Contest, contestOf } from '../actions/contest.js';
import {
  digestOf,
  mayPublish,
  publishedResult,
  publishResults,
  type RankedResult,
  rankNow,
} from '../actions/publishResults.js';
import { unitName } from '../actions/registrations.js';
import { reachableGroups, tellGroups, tellPerson, tellRole } from '../actions/tell.js';
import { Refusal } from '../domain/refusal.js';
import { jury } from '../domain/roles.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { beginForm, type Form } from './form.js';
import { choiceStep } from './steps.js';

/** The organizer sees the ranking as it would go out, and publishes it to the groups of both messengers. */
export const publish: Form = {
  name: 'publish',
  version: 1,
  title: 'publish.title',
  restartable: true,
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn) => {
        const contest = await contestOf(turn);
        const groups = await reachableGroups(turn, contest);
        return stack([
          turn.t('publish.preview'),
          describeRanking(turn.t, contest, await rankNow(turn, contest)),
          groups.length === 0
            ? turn.t('publish.noGroups')
            : turn.t('publish.sure', { groups: groups.length }),
        ]);
      },
      offers: { yes: (t) => t.plain('publish.yes'), no: (t) => t.plain('publish.no') },
    }),
  ],
  async finish(turn, answers) {
    if (answers.sure !== 'yes') return turn.say(turn.t('publish.left'));
    const contest = await contestOf(turn);
    const { t } = turn;
    const ranked = await publishResults(turn, contest, String(answers.digest));
    if (ranked === 'changed') {
      turn.say(t('publish.changed'));
      return beginPublishing(turn);
    }
    const text = describeRanking(t, contest, ranked);
    const key = `result/${contest.id}/1`;
    const groups = await tellGroups(turn, contest, text, key);
    for (const { code, place, total, person } of placesWithPeople(ranked))
      await tellPerson(
        turn,
        person,
        t('publish.yourResult', { code, place, total: t.number(total), contest: contest.plan.shortName }),
        `${key}/entry/${code}`,
      );
    await tellRole(
      turn,
      contest,
      jury,
      t('publish.toJudges', { contest: contest.plan.shortName }),
      `${key}/judge`,
    );
    turn.say(t('publish.done', { groups, at: t.moment(turn.now) }));
  },
};

function* placesWithPeople({ ranking, entries }: RankedResult) {
  for (const { code, place, total } of ranking.places) {
    const entry = entries.get(code);
    if (entry) yield { code, place, total, person: entry.person };
  }
}

/** What is published is what was seen: the preview's digest rides along. */
export async function beginPublishing(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  await mayPublish(turn, contest);
  await beginForm(turn, publish, { digest: digestOf(await rankNow(turn, contest)) });
}

/** The message that every group gets. It tells places and points, and who is missing from the ranking. */
export function describeRanking(t: Words, contest: Contest, { ranking, entries }: RankedResult) {
  const name = (code: string) => {
    const entry = entries.get(code);
    return entry
      ? { code, title: entry.title, team: entry.team, unit: unitName(contest, entry.unit) }
      : { code, title: '', team: '', unit: '' };
  };
  return stack([
    t('publish.headline', { contest: contest.plan.name }),
    stack(
      ranking.places.map(({ code, place, total, jury, audience, tied }) =>
        stack(
          [
            t(tied ? 'publish.sharedPlace' : 'publish.place', { place, ...name(code) }),
            t('publish.points', {
              total: t.number(total),
              jury: t.number(jury),
              audience: t.number(audience),
            }),
          ],
          '\n',
        ),
      ),
    ),
    ranking.unranked.length > 0 &&
      t('publish.unranked', { codes: ranking.unranked.map(({ code }) => code).join(', ') }),
    t('publish.howCounted', { weights: weights(t, contest) }),
  ]);
}

function weights(t: Words, { plan }: Contest): string {
  const { jury, audience } = plan.scoring;
  const jurySays =
    typeof jury.weight === 'string' ? t.plain('publish.juryWeight', { weight: t.number(jury.weight) }) : '';
  const audienceSays =
    audience.mode === 'score' && typeof audience.weight === 'string'
      ? t.plain('publish.audienceWeight', { weight: t.number(audience.weight) })
      : '';
  return [jurySays, audienceSays].filter(Boolean).join(' + ');
}

/** `/ketqua`: the published result, for everyone. */
export async function showResult(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  const result = await publishedResult(turn, contest);
  if (!result) throw new Refusal('publish.notYet');
  turn.say(describeRanking(turn.t, contest, result));
}
