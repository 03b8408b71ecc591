import { z } from 'zod';
import { editAnnouncement, editable } from '../actions/announcements/change.js';
import { bodyOf } from '../actions/announcements/letters.js';
import { progressOf } from '../actions/announcements/progress.js';
import { contestOf } from '../actions/contest.js';
import { needRight } from '../actions/permissions.js';
import { Refusal } from '../domain/refusal.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { announcementText } from './announce.js';
import { beginForm, type Form, type Step } from './form.js';
import { choiceStep } from './steps.js';

/** `/thongbao 3 sửa`: another text for all who have not had it yet. */

const given = z.object({ number: z.number(), before: z.string(), text: z.string() });

const textStep: Step = {
  name: 'text',
  label: 'announce.textLabel',
  answer: z.string(),
  ask: ({ t }, { number, before }) => ({
    text: t('announce.textEdit', { number: Number(number), text: String(before) }),
  }),
  read: (_turn, input, { before }) => {
    const text = announcementText(input);
    if (text === before) throw new Refusal('announce.sameText');
    return text;
  },
};

export const announceEditForm: Form = {
  name: 'announceEdit',
  version: 1,
  title: 'announce.titleEdit',
  steps: [
    textStep,
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: async (turn, answers) => {
        const { t } = turn;
        const contest = await contestOf(turn);
        const { number, text } = given.parse(answers);
        const announcement = await editable(turn, contest, number);
        const { waiting } = await progressOf(turn, announcement);
        return stack([
          t('announce.editCheck'),
          bodyOf(t, contest, text),
          announcement.count > 0 && t('announce.editReaches', { count: t.number(waiting) }),
          t('announce.editSure'),
        ]);
      },
      offers: { yes: (t) => t.plain('announce.editYes'), no: (t) => t.plain('announce.editNo') },
    }),
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const { number, text, before } = given.parse(answers);
    if (answers.sure !== 'yes') return turn.say(t('announce.editLeft', { number }));
    const { state } = await editAnnouncement(turn, await contestOf(turn), number, { text, before });
    turn.say(
      state === 'waiting_approval' ? t('announce.editedAsked', { number }) : t('announce.edited', { number }),
    );
  },
};

export async function beginEditing(turn: Turn, number: number): Promise<void> {
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'announce');
  const { text } = await editable(turn, contest, number);
  await beginForm(turn, announceEditForm, { number, before: text });
}
