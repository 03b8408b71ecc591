import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryByCode, entryName } from '../actions/entries.js';
import { mayReplace } from '../actions/replaceVideo.js';
import { entriesShowing } from '../actions/sameVideo.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { Registration, Video } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, Fill, type Question, Reopen, type Step, Stop } from './form.js';
import { inWords } from './refused.js';
import { chooseOne } from './steps.js';
import { asVideo } from './video.js';

/** Whoever hands in a video that his unit has handed in already is asked once what he means by it. */

const twin = z.object({ code: z.string(), entry: z.string(), team: z.string() });
type Twin = z.output<typeof twin>;

const twinIn = (answers: Answers): Twin | null => twin.safeParse(answers.twin).data ?? null;

type Team = Pick<Registration, 'person' | 'unit'>;

/** For which team it is asked: by its unit, and first by its own entries. */
export type TeamOf = (turn: Turn, contest: Contest, answers: Answers) => Promise<Team | null | undefined>;

/** What rides along with a video: the entry of this team's, or else of its unit, that shows it too. */
export async function twinOf(
  turn: Turn,
  video: Video,
  team: Team | null | undefined,
): Promise<{ twin: Twin | null }> {
  if (!team) return { twin: null };
  const alike = await entriesShowing(turn, await contestOf(turn), video);
  const near = alike.filter((entry) => entry.unit === team.unit && takesPart(entry.state));
  const found = near.find(({ person }) => person === team.person) ?? near[0];
  return { twin: found ? { code: found.code, entry: entryName(found), team: found.team } : null };
}

/** Why it can't be replaced as things stand; `null`: it can. */
async function whyNotReplaced(turn: Turn, { code }: Twin): Promise<Refusal | null> {
  const contest = await contestOf(turn);
  try {
    await mayReplace(turn, contest, await entryByCode(turn, contest, code, { any: true }));
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** A step that may bring a video, which is looked up as soon as it is there. */
export const lookingForTwin = (step: Step, teamOf: TeamOf): Step => ({
  ...step,
  async read(turn, input, answers) {
    const read = await step.read(turn, input, answers);
    const filled = read instanceof Fill ? read : step.name === 'video' ? new Fill({ video: read }) : null;
    if (filled?.answers.video === undefined) return read;
    const team = await teamOf(turn, await contestOf(turn), answers);
    const found = await twinOf(turn, asVideo(filled.answers.video), team);
    return new Fill(filled.answers, { ...filled.beside, ...found });
  },
});

const NEW = 'new';
const REPLACE = 'replace';

/** Did he mean another version of an entry that is in? Answers which. */
export const replacedIn = ({ same }: Answers): string | null =>
  (typeof same === 'string' && /^replace:(.+)$/.exec(same)?.[1]) || null;

export const isNew = (answers: Answers): boolean => replacedIn(answers) === null;

/** What he said of one entry says nothing of another that shows the video he has put in its place. */
export function sameChanged(answers: Answers): Reopen | null {
  const found = twinIn(answers);
  return found && answers.same !== answerFor(NEW, found) ? new Reopen('same') : null;
}

const answerFor = (meant: typeof NEW | typeof REPLACE, { code }: Twin): string => `${meant}:${code}`;

export const sameVideoStep: Step = {
  name: 'same',
  label: 'submit.sameLabel',
  when: (answers) => twinIn(answers) !== null,
  /** What is meant, and of which entry: `new:QN-03`. */
  answer: z.string(),
  ask: async (turn, answers) => {
    const found = needTwin(answers);
    return questionOf(turn, found, { isReplaceable: (await whyNotReplaced(turn, found)) === null });
  },
  read: async (turn, { says }, answers) => {
    const found = needTwin(answers);
    if (says === 'stop') return new Stop(turn.t('submit.sameStopped', { entry: found.entry }));
    if (says === NEW) return answerFor(NEW, found);
    if (says !== REPLACE) throw chooseOne(turn);
    // It could be when it was asked, and he may have let the question lie.
    const refused = await whyNotReplaced(turn, found);
    if (!refused) return answerFor(REPLACE, found);
    const { text, choices } = questionOf(turn, found, { isReplaceable: false });
    return new Again({ text: stack([inWords(turn.t, refused), text]), choices });
  },
};

function needTwin(answers: Answers): Twin {
  const found = twinIn(answers);
  if (!found) throw new Error('asked of the same video where there is none');
  return found;
}

function questionOf(
  { t }: Turn,
  { code, entry, team }: Twin,
  { isReplaceable }: { isReplaceable: boolean },
): Required<Question> {
  const about = { entry, team };
  return {
    text: isReplaceable ? t('submit.sameAsk', about) : t('submit.sameAskOther', about),
    choices: [
      ...(isReplaceable ? [{ label: t.plain('submit.sameReplace', { code }), says: REPLACE }] : []),
      { label: t.plain('submit.sameNew'), says: NEW },
      { label: t.plain('submit.sameStop'), says: 'stop' },
    ],
  };
}
