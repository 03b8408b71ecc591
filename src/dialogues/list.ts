import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { type ListKey, listedComponents, listNow, listsToKeep } from '../actions/peopleLists.js';
import { may } from '../actions/permissions.js';
import { forgetPrivateNumbers, type ListChanged, saveList } from '../actions/saveList.js';
import { platformOf } from '../chat.js';
import { addMembers, type ListRead, leastOnList, type Member, missingFrom } from '../domain/memberLists.js';
import { saysDone } from '../domain/personNames.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { showLists } from './closeLists.js';
import { Again, type Answers, beginForm, Fill, type Form, type Question, Reopen, Stop } from './form.js';
import type { Input } from './input.js';
import { asNumbered, nameOfList, problemsOf, statusOf, titleValues } from './listWords.js';
import { readList } from './readList.js';
import { choiceStep, chooseOne } from './steps.js';

const member = z.object({
  name: z.string(),
  role: z.string().optional(),
  phone: z.string().optional(),
  unit: z.string().optional(),
});
const draft = z.object({
  members: z.array(member),
  problems: z.array(z.object({ line: z.number(), problem: z.string(), name: z.string().optional() })),
  birthdays: z.number().optional(),
});

/** What has been read and not been written into the list yet. */
const draftOf = ({ lines }: Answers): ListRead | null => {
  const read = draft.safeParse(lines);
  return read.success ? (read.data as ListRead) : null;
};

const keyOf = ({ which }: Answers): ListKey => {
  const [component = '', unit = ''] = String(which).split('/');
  return { component, unit };
};

async function listOfForm(turn: Turn, answers: Answers) {
  const contest = await contestOf(turn);
  const key = keyOf(answers);
  return { contest, key, list: await listNow(turn, contest, key) };
}

/** Who takes part for a unit: names are read from what was pasted or sent, shown, and then written down. */
export const list: Form = {
  name: 'list',
  version: 1,
  title: 'list.formTitle',
  resumedBy: 'danhsach',
  steps: [
    {
      name: 'which',
      label: 'list.whichLabel',
      answer: z.string(),
      ask: async (turn) => ({ text: turn.t('list.whichAsk'), choices: await keptLists(turn) }),
      read: async (turn, input) => {
        if ((await keptLists(turn)).some(({ says }) => says === input.says)) return input.says;
        throw chooseOne(turn);
      },
    },
    {
      name: 'lines',
      label: 'list.linesLabel',
      answer: z.union([draft, z.literal('remove')]),
      ask: askLines,
      async read(turn, input, answers) {
        const { list: now } = await listOfForm(turn, answers);
        if (input.says === 'remove') return 'remove';
        if (input.says === 'show')
          return new Again({ ...(await askLines(turn, answers)), text: asNumbered(turn.t, now.members) });
        if (isDone(input) && now.members.length > 0) return new Stop(turn.t('list.nothingNew'));
        return readNew(turn, input);
      },
    },
    {
      name: 'confirm',
      label: 'form.confirm',
      when: (answers) => draftOf(answers) !== null,
      answer: z.enum(['add', 'replace']),
      ask: askDraft,
      async read(turn, input, answers) {
        if (input.says === 'add' || input.says === 'replace') return input.says;
        if (input.says === 'discard') return new Reopen('lines');
        if (isDone(input)) return 'add';
        const read = await readNew(turn, input);
        if (read instanceof Again) return read;
        // Another message of the same list.
        const members = addMembers(draftOf(answers)?.members ?? [], read.members);
        return new Fill({ lines: { ...read, members } });
      },
    },
    {
      name: 'gone',
      label: 'list.removeLabel',
      when: ({ lines }) => lines === 'remove',
      answer: z.array(member),
      async ask(turn, answers) {
        const { list: now } = await listOfForm(turn, answers);
        return { text: stack([asNumbered(turn.t, now.members), turn.t('list.removeAsk')]) };
      },
      askShort: (turn) => ({ text: turn.t('list.removeAsk') }),
      async read(turn, input, answers) {
        const { members } = (await listOfForm(turn, answers)).list;
        const numbers = input.text.match(/\d+/g)?.map(Number) ?? [];
        if (numbers.length === 0 || /\p{L}/u.test(input.text) || numbers.some((each) => !members[each - 1]))
          throw new Refusal('list.removeBad', { count: members.length });
        return members.filter((_, index) => numbers.includes(index + 1));
      },
    },
    choiceStep({
      name: 'goneSure',
      label: 'form.confirm',
      when: ({ lines }) => lines === 'remove',
      ask: (turn, answers) =>
        turn.t('list.removeSure', {
          names: goneOf(answers)
            .map(({ name }) => name)
            .join(', '),
        }),
      offers: { yes: (t) => t.plain('list.removeYes'), no: (t) => t.plain('list.removeNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const contest = await contestOf(turn);
    const key = keyOf(answers);
    if (answers.goneSure === 'no') return turn.say(t('list.kept'));
    const lines = draftOf(answers);
    const change = lines
      ? { kind: z.enum(['add', 'replace']).parse(answers.confirm), members: lines.members }
      : { kind: 'remove' as const, members: goneOf(answers) };
    const done = await saveList(turn, contest, key, change);
    turn.say(stack([doneWords(turn, change.kind, done), await statusOf(turn, contest, key)]), [
      { label: t.plain('list.changeAgain'), says: '/danhsach' },
    ]);
  },
};

/** `xong`, `đủ rồi`: said where more lines might have come. */
const isDone = ({ event, text }: Input): boolean => event.kind === 'text' && saysDone(text);

const goneOf = ({ gone }: Answers): Member[] => z.array(member).parse(gone) as Member[];

function doneWords({ t }: Turn, kind: 'add' | 'replace' | 'remove', { count }: ListChanged) {
  switch (kind) {
    case 'add':
      return t('list.added', { count });
    case 'replace':
      return t('list.replaced', { count });
    case 'remove':
      return t('list.removed', { count });
  }
}

/** `/danhsach`: those who close the lists see how they stand; who keeps one goes on with it. */
export async function beginList(turn: Turn): Promise<void> {
  const contest = await contestOf(turn);
  if (!(await may(turn, contest, 'keepList')) && (await may(turn, contest, 'closeList')))
    return showLists(turn);
  const [only, ...others] = await keptLists(turn);
  await beginForm(turn, list, only && others.length === 0 ? { which: only.says } : {});
}

/** A table that was sent without being asked for: `false` where it can't be meant as a list. */
export async function beginListWithTable(turn: Turn, input: Input): Promise<boolean> {
  const contest = await contestOf(turn);
  if (turn.attachment === null || turn.attachment.kind === 'text') return false;
  if (listedComponents(contest).length === 0) return false;
  if (!(await may(turn, contest, 'keepList'))) return false;
  const [only, ...others] = await keptLists(turn);
  const lines = await readNew(turn, input);
  const given = lines instanceof Again ? {} : { lines };
  const first = lines instanceof Again ? { first: lines.question.text } : {};
  await beginForm(turn, list, { ...(only && others.length === 0 && { which: only.says }), ...given }, first);
  return true;
}

async function keptLists(turn: Turn) {
  const contest = await contestOf(turn);
  return (await listsToKeep(turn, contest)).map((key) => ({
    label: nameOfList(turn.t, contest, key),
    says: `${key.component}/${key.unit}`,
  }));
}

async function askLines(turn: Turn, answers: Answers): Promise<Question> {
  const { t, chat } = turn;
  const { contest, key, list: now } = await listOfForm(turn, answers);
  return {
    text: stack([
      t('list.titleOf', titleValues(contest, key)),
      await statusOf(turn, contest, key),
      t('list.pasteAsk'),
      platformOf(chat._id) === 'telegram' && t('list.fileAsk'),
      t('list.noPrivate'),
    ]),
    choices:
      now.members.length === 0
        ? []
        : [
            { label: t.plain('list.show'), says: 'show' },
            { label: t.plain('list.remove'), says: 'remove' },
          ],
  };
}

/** The names in what was sent; asks again where there are none. Nothing private stays behind. */
async function readNew(turn: Turn, input: Input): Promise<ListRead | Again> {
  const { t } = turn;
  const read = readList(turn, input);
  if (read.problems.some(({ problem }) => problem === 'private')) await forgetPrivateNumbers(turn);
  if (read.members.length > 0) return read;
  if (read.problems.length === 0 || isDone(input)) throw new Refusal('list.linesPlease');
  return new Again({
    text: stack([t('list.readNone'), problemsOf(t, read.problems), t('list.mendAll')]),
  });
}

/** The read-back: every name, every line that was left out, and what comes of writing it down. */
async function askDraft(turn: Turn, answers: Answers): Promise<Question> {
  const { t } = turn;
  const { contest, key, list: now } = await listOfForm(turn, answers);
  const { members, problems, birthdays = 0 }: ListRead = draftOf(answers) ?? { members: [], problems: [] };
  const total = addMembers(now.members, members).length;
  const missing = missingFrom(total, leastOnList(contest.plan, key.component));
  return {
    text: stack([
      stack([t('list.readSome', { count: members.length }), asNumbered(t, members)], '\n'),
      birthdays > 0 && t('list.birthdaysLeftOut'),
      problems.length > 0 && stack([problemsOf(t, problems), t('list.mend')], '\n'),
      missing > 0 ? t('list.afterAddingMissing', { total, missing }) : t('list.afterAdding', { total }),
      t('list.goOn'),
    ]),
    choices: [
      { label: t.plain('list.add'), says: 'add' },
      ...(now.members.length > 0 ? [{ label: t.plain('list.replace'), says: 'replace' }] : []),
      { label: t.plain('list.discard'), says: 'discard' },
    ],
  };
}
