import { openComplaints } from '../actions/complaints.js';
import { type Contest, contestOf } from '../actions/contest.js';
import { describeUnreached } from '../actions/missed.js';
import { latestResult, mayPublish, publishResults, resultOfVersion } from '../actions/publishResults.js';
import { showcaseOf } from '../actions/showcase.js';
import { reachableGroups } from '../actions/tell.js';
import type { Styled } from '../chat.js';
import { readCount } from '../domain/answers.js';
import { Refusal } from '../domain/refusal.js';
import type { Complaint, Proposal, Result } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { Again, beginForm, type Form, type Question } from './form.js';
import { describeResult } from './resultWords.js';
import { choiceStep } from './steps.js';
import { tellResult } from './tellResult.js';

const sureStep = choiceStep({
  name: 'sure',
  label: 'form.confirm',
  ask: async (turn) => {
    const { t } = turn;
    const contest = await contestOf(turn);
    const { length: groups } = await reachableGroups(turn, contest, 'results');
    const proposal = await mayPublish(turn, contest);
    return stack([
      t('publish.preview'),
      describeResult(t, contest, proposal, {
        before: await before(turn, contest, proposal.version),
        publishedAt: turn.now,
        now: turn.now,
        onStage: await showcaseOf(turn, contest),
      }),
      describeOpenPrizes(t, proposal),
      groups === 0 ? t('publish.noGroups') : t('publish.sure', { groups }),
    ]);
  },
  offers: { yes: (t) => t.plain('publish.yes'), no: (t) => t.plain('publish.no') },
});

/** Before the codes of the complaints that were read: it is to go out although they may change it. */
const DESPITE = 'despite';

const saysDespite = (open: readonly Complaint[]): string =>
  [DESPITE, ...open.map(({ code }) => code)].join(' ');

/** Were all that wait for an answer named where publishing despite them was chosen? */
function hasReadOf(says: string | null, open: readonly Complaint[]): boolean {
  const [chose, ...read] = says?.split(' ') ?? [];
  return chose === DESPITE && open.every(({ code }) => read.includes(code));
}

const despiteComplaints = (t: Words, open: readonly Complaint[]): Question => ({
  text: t('publish.complaintsOpen', { count: open.length, codes: open.map(({ code }) => code).join(', ') }),
  choices: [
    { label: t.plain('publish.despite'), says: saysDespite(open) },
    { label: t.plain('publish.no'), says: 'no' },
  ],
});

/** `/congbo`: what was approved is seen once more, and published to the groups of both messengers. */
export const publish: Form = {
  name: 'publish',
  version: 2,
  title: 'publish.title',
  steps: [
    {
      ...sureStep,
      read: async (turn, input, answers) => {
        const isDespite = input.says?.startsWith(DESPITE) ?? false;
        const answer = isDespite ? 'yes' : await sureStep.read(turn, input, answers);
        if (answer !== 'yes') return answer;
        const open = await openComplaints(turn, await contestOf(turn));
        const isRead = open.length === 0 || hasReadOf(input.says, open);
        return isRead ? answer : new Again(despiteComplaints(turn.t, open));
      },
    },
  ],
  async finish(turn, answers) {
    const { t } = turn;
    if (answers.sure !== 'yes') return turn.say(t('publish.left'));
    const contest = await contestOf(turn);
    const result = await publishResults(turn, contest, Number(answers.number));
    const earlier = await before(turn, contest, result.version);
    const { groups, people } = await tellResult(turn, contest, result, earlier);
    const at = t.moment(turn.now);
    const unreached = await describeUnreached(turn, contest, people);
    turn.say(
      stack(
        [
          groups === 0 ? t('publish.doneNoGroups', { at }) : t('publish.done', { groups, at }),
          unreached ?? t(earlier ? 'publish.heardCorrection' : 'publish.heard'),
        ],
        unreached ? '\n\n' : ' ',
      ),
    );
  },
};

/** Money that nobody has decided about yet goes out as such. */
function describeOpenPrizes(t: Words, { prizes: { open } }: Proposal): Styled | null {
  const prizes = [...new Set(open.flatMap((each) => each.prizes))].join(', ');
  return open.length > 0 ? t('publish.openPrizes', { prizes }) : null;
}

/** The version that this one corrects. */
const before = async (turn: Turn, contest: Contest, version: number): Promise<Result | null> =>
  version > 1 ? resultOfVersion(turn, contest, version - 1) : null;

/** What is published is what was approved: the proposal's number rides along. */
export async function beginPublishing(turn: Turn): Promise<void> {
  const { number } = await mayPublish(turn, await contestOf(turn));
  await beginForm(turn, publish, { number });
}

/** `/ketqua`: the published result, for everyone; `/ketqua 1`: as it was before it was corrected. */
export async function showResult(turn: Turn, typed: string): Promise<void> {
  const contest = await contestOf(turn);
  const newest = await latestResult(turn, contest);
  if (!newest) throw new Refusal('result.notYet');
  const version = readCount(typed.replace(/^(?:bản )?(?:số )?/i, '')) ?? newest.version;
  const shown = version === newest.version ? newest : await resultOfVersion(turn, contest, version);
  if (!shown) throw new Refusal('result.noVersion', { version, newest: newest.version });
  turn.say(
    stack([
      describeResult(turn.t, contest, shown, {
        before: await before(turn, contest, version),
        publishedAt: shown.publishedAt,
        now: turn.now,
        onStage: version === newest.version ? await showcaseOf(turn, contest) : null,
      }),
      aboutVersions(turn, version, newest.version),
    ]),
  );
}

function aboutVersions({ t }: Turn, version: number, newest: number): Styled | null {
  if (version < newest) return t('result.earlier', { version, newest });
  return version > 1 ? t('result.hasEarlier', { version: version - 1 }) : null;
}
