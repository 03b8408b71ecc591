import { z } from 'zod';
import { type Contest, contestOf } from '../actions/contest.js';
import { entryName } from '../actions/entries.js';
import { mayReplace } from '../actions/replaceVideo.js';
import { entriesShowing } from '../actions/sameVideo.js';
import { takesPart } from '../domain/entryStates.js';
import { Refusal } from '../domain/refusal.js';
import type { StoredEntry, Video } from '../store/documents.js';
import type { Offer, Turn } from '../turn.js';
import { type Answers, Fill, type Step, Stop } from './form.js';
import { chooseOne } from './steps.js';
import { asVideo } from './video.js';

/** Whoever hands in a video that his unit has handed in already is asked once what he means by it. */

const twin = z.object({ code: z.string(), entry: z.string(), team: z.string(), replaceable: z.boolean() });
type Twin = z.output<typeof twin>;

const twinIn = (answers: Answers): Twin | null => twin.safeParse(answers.twin).data ?? null;

/** For whose team it is asked: by his unit. */
export type UnitOf = (turn: Turn, contest: Contest, answers: Answers) => Promise<string | null>;

/** What rides along with a video: the entry of this unit that shows it too. */
export async function twinOf(turn: Turn, video: Video, unit: string | null): Promise<{ twin: Twin | null }> {
  const contest = await contestOf(turn);
  const alike = await entriesShowing(turn, contest, video);
  const own = alike.find((entry) => entry.unit === unit && takesPart(entry.state));
  if (!own) return { twin: null };
  const { code, team } = own;
  const replaceable = await isReplaceable(turn, contest, own);
  return { twin: { code, entry: entryName(own), team, replaceable } };
}

async function isReplaceable(turn: Turn, contest: Contest, entry: StoredEntry): Promise<boolean> {
  try {
    await mayReplace(turn, contest, entry);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A step that may bring a video, which is looked up as soon as it is there. */
export const lookingForTwin = (step: Step, unitOf: UnitOf): Step => ({
  ...step,
  async read(turn, input, answers) {
    const read = await step.read(turn, input, answers);
    const filled = read instanceof Fill ? read : step.name === 'video' ? new Fill({ video: read }) : null;
    if (filled?.answers.video === undefined) return read;
    const unit = await unitOf(turn, await contestOf(turn), answers);
    const found = await twinOf(turn, asVideo(filled.answers.video), unit);
    return new Fill(filled.answers, { ...filled.beside, ...found });
  },
});

const REPLACE = 'replace';

/** Did he mean another version of an entry that is in? Answers which. */
export function replacedIn(answers: Answers): string | null {
  return answers.same === REPLACE ? (twinIn(answers)?.code ?? null) : null;
}

export const isNew = (answers: Answers): boolean => replacedIn(answers) === null;

export const sameVideoStep: Step = {
  name: 'same',
  label: 'submit.sameLabel',
  when: (answers) => twinIn(answers) !== null,
  answer: z.enum(['new', REPLACE]),
  ask: ({ t }, answers) => {
    const { entry = '', team = '', replaceable = false } = twinIn(answers) ?? {};
    const about = { entry, team };
    return {
      text: replaceable ? t('submit.sameAsk', about) : t('submit.sameAskOther', about),
      choices: offersOf({ t }, answers),
    };
  },
  read: (turn, { says }, answers) => {
    const found = twinIn(answers);
    if (!offersOf(turn, answers).some((offer) => offer.says === says)) throw chooseOne(turn);
    return says === 'stop' ? new Stop(turn.t('submit.sameStopped', { entry: found?.entry ?? '' })) : says;
  },
};

function offersOf({ t }: Pick<Turn, 't'>, answers: Answers): Offer[] {
  const { code = '', replaceable = false } = twinIn(answers) ?? {};
  return [
    ...(replaceable ? [{ label: t.plain('submit.sameReplace', { code }), says: REPLACE }] : []),
    { label: t.plain('submit.sameNew'), says: 'new' },
    { label: t.plain('submit.sameStop'), says: 'stop' },
  ];
}
