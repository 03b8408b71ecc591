import { z } from 'zod';
import type { Told } from '../actions/checkContest.js';
import { mayFeed, maySetUp, needFreeId, patternOf, readDocument } from '../actions/setUpContest.js';
import { platformOf, type Styled } from '../chat.js';
import type { Plan } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Attachment, Offer, Turn } from '../turn.js';
import { stack } from '../words.js';
import { Again, type Answers, Fill, type Step } from './form.js';
import type { Input } from './input.js';

/** What a new contest begins with: a contest that is there, a shipped plan, or a document of one's own. */

/** Is it a document of one's own? */
export const isFile = ({ source }: Answers): boolean => source === 'file';

export const sourceStep: Step = {
  name: 'source',
  label: 'setUp.sourceLabel',
  answer: z.string(),
  ask: async (turn) => ({
    text: stack([
      turn.t('setUp.sourceAsk'),
      platformOf(turn.chat._id) === 'telegram' && turn.t('setUp.sourceFile'),
    ]),
    choices: await sources(turn),
  }),
  read: async (turn, input) => {
    const offers = await sources(turn);
    if (offers.some(({ says }) => says === input.says)) {
      await mayFeed(turn, await patternIn(turn, { source: input.says }));
      return input.says;
    }
    const { kind } = input.event;
    if (kind === 'text' || kind === 'choice') throw new Refusal('setUp.sourcePlease');
    // What was wrong with the file before is not said of this one.
    delete turn.chat.progress?.closer;
    return readFile(turn, input, offers);
  },
};

/** Contests that one runs oneself, the newest first, and the shipped plans that are no contest here yet. */
async function sources(turn: Turn): Promise<Offer[]> {
  const { t, tools } = turn;
  const own = await maySetUp(turn);
  const presets = (await tools.presets?.()) ?? [];
  return [
    ...own.map(({ id, plan }) => ({
      label: t.plain('setUp.sourceContest', { contest: plan.shortName }),
      says: `contest:${id}`,
    })),
    ...presets
      .filter((preset) => !own.some(({ id }) => id === preset.id))
      .map(({ id, shortName }) => ({
        label: t.plain('setUp.sourcePreset', { contest: shortName }),
        says: `preset:${id}`,
      })),
  ];
}

/** A document becomes the plan as it is, or everything that keeps it from that is shown with its lines. */
async function readFile(turn: Turn, input: Input, choices: Offer[]): Promise<Fill | Again> {
  const text = textOf(turn.attachment, input);
  const read = await readDocument(turn, text);
  if ('wrong' in read) return new Again({ text: allWrong(turn, read.wrong), choices });
  await needFreeId(turn, read.plan.id);
  await mayFeed(turn, read.plan);
  return new Fill({ document: text, source: 'file' });
}

function textOf(attachment: Attachment | null, { event }: Input): string {
  if (attachment?.kind === 'text') return attachment.text;
  if (event.kind === 'unsupported' && event.what === 'withheld') throw new Refusal('setUp.fileNotPassed');
  if (attachment?.kind !== 'unreadable') throw new Refusal('setUp.fileOther');
  switch (attachment.problem) {
    case 'gone':
      throw new Refusal('setUp.fileGone');
    case 'tooLarge':
      throw new Refusal('setUp.fileTooLarge');
    case 'notUtf8':
      throw new Refusal('setUp.fileNotUtf8');
    default:
      throw new Refusal('setUp.fileOther');
  }
}

const MOST_SHOWN = 10;

function allWrong({ t }: Turn, wrong: Told[]): Styled {
  const more = wrong.length - MOST_SHOWN;
  return stack([
    t('setUp.fileWrong', { count: wrong.length }),
    stack(
      [
        ...wrong
          .slice(0, MOST_SHOWN)
          .map(({ line, message, proposal }) => t('setUp.fileLine', { line: line ?? 1, message, proposal })),
        more > 0 && t('setUp.fileMore', { count: more }),
      ],
      '\n',
    ),
    t('setUp.fileAgain'),
  ]);
}

/** The plan that the new contest begins with, before it gets a name of its own. */
export async function patternIn(turn: Turn, { source, document }: Answers): Promise<Plan> {
  const [kind, id] = String(source).split(':');
  if (kind === 'file') {
    const read = await readDocument(turn, String(document));
    if ('plan' in read) return read.plan;
    throw new Refusal('setUp.fileOther');
  }
  if (kind === 'contest') {
    const contest = (await maySetUp(turn)).find((each) => each.id === id);
    if (contest) return patternOf(turn, contest);
  }
  const preset = (await turn.tools.presets?.())?.find((each) => each.id === id);
  if (!preset) throw new Refusal('setUp.sourcePlease');
  return preset;
}
