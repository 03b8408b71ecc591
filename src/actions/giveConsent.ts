import type { Turn } from '../turn.js';
import type { Contest } from './contest.js';

/** Keeps the evidence: the words, their version, who said yes, when, and through which chat. */
export async function giveConsent(turn: Turn, contest: Contest, answer: string): Promise<void> {
  const { consent } = contest.plan.texts;
  await turn.store.consents.updateOne(
    { _id: consentId(turn, contest) },
    {
      $setOnInsert: {
        contest: contest.id,
        person: turn.person,
        chat: turn.chat._id,
        version: String(consent.version),
        text: consent.text,
        answer,
        at: turn.now,
        update: turn.id,
      },
    },
    { upsert: true },
  );
}

export async function hasConsented(turn: Turn, contest: Contest): Promise<boolean> {
  return (await turn.store.consents.exists({ _id: consentId(turn, contest) })) !== null;
}

const consentId = (turn: Turn, { id, plan }: Contest) => `${id}/${turn.person}/${plan.texts.consent.version}`;
