import { z } from 'zod';
import { contestOf } from '../actions/contest.js';
import { proveEngagement } from '../actions/recordEngagement.js';
import type { ChatEvent, Styled } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Proof } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { beginForm, type Form } from './form.js';

const about = z.object({ ids: z.array(z.string()), codes: z.array(z.string()) });

/** What shows that the numbers stood so: a screenshot, or a link. Asked for once, and never needed to go on. */
export const engagementProof: Form = {
  name: 'engagementProof',
  version: 1,
  title: 'engagement.proofTitle',
  optional: true,
  steps: [
    {
      name: 'proof',
      label: 'engagement.proofTitle',
      answer: z.unknown(),
      ask: ({ t }) => ({
        text: t('engagement.proofAsk'),
        choices: [{ label: t.plain('engagement.proofSkip'), says: 'skip' }],
      }),
      read(turn, input) {
        if (input.says === 'skip') return 'skip';
        const proof = proofIn(turn);
        if (proof) return proof;
        if (input.event.kind === 'unsupported') throw new Refusal('engagement.proofWithheld');
        throw new Refusal('engagement.proofHow');
      },
    },
  ],
  async finish(turn, answers) {
    const { t } = turn;
    const { ids, codes } = about.parse(answers.about);
    if (answers.proof === 'skip') return turn.say(t('engagement.proofSkipped', { codes: codes.join(', ') }));
    await proveEngagement(turn, await contestOf(turn), ids, answers.proof as Proof);
    turn.say(t('engagement.proofKept', { codes: codes.join(', ') }));
  },
};

/** `first` is said before it is asked. What was open gives way, and goes on afterwards. */
export const beginProof = (turn: Turn, snapshots: z.output<typeof about>, first: Styled): Promise<void> =>
  beginForm(turn, engagementProof, { about: snapshots }, { first, over: true });

/** The screenshot or the link in what was sent. */
export function proofIn(turn: Turn): Proof | null {
  const { event } = turn.update;
  return (
    pictureProof(turn) ?? linkProof(turn, event.kind === 'text' ? event.text.match(LINK)?.[0] : undefined)
  );
}

/** What proves the numbers may stand beside them. */
export const LINK = /https?:\/\/[^\s<>«»"]+/gi;

export function pictureProof({ update: { event }, person: by, now: at }: Turn): Proof | null {
  const picture = pictureIn(event);
  return picture && { kind: 'photo', ...picture, by, at };
}

export const linkProof = ({ person: by, now: at }: Turn, url: string | undefined): Proof | null =>
  url && URL.canParse(url) ? { kind: 'link', url, by, at } : null;

/** A screenshot that was sent as a file is one too. */
function pictureIn(event: ChatEvent) {
  if (event.kind === 'photo') {
    const { file, url } = event;
    return { ...(file && { file }), ...(url && { url }) };
  }
  if (event.kind === 'document' && event.file.mime?.startsWith('image/')) return { file: event.file };
  return null;
}
