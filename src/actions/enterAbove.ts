import { isEnded } from '../domain/entryStates.js';
import { latenessAt } from '../domain/extensions.js';
import { graceOf } from '../domain/plan.js';
import { Refusal } from '../domain/refusal.js';
import type { Consent, Origin, Registration, StoredEntry } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { type Contest, isPickable, needWindow, senderOf } from './contest.js';
import { extensionsFor } from './extendUnit.js';
import { hasTakenConsentBack } from './giveConsent.js';
import { claimHold, mayHold } from './holds.js';
import { movedIn, moveEntry } from './moveEntry.js';
import { isDeclined, unitName } from './registrations.js';
import { freeSlots, TEAM_GONE, takeIn, takenIn } from './submitEntry.js';

/**
 * What one contest sends up becomes an entry of another. There it is its author's, as if he had handed it
 * in: with a registration and a consent that say from where they were taken over.
 */
type Ascent = { contest: Contest; upper: Contest; entry: StoredEntry };

/** Refuses early what `enterAbove` would refuse. */
export async function mayEnterAbove(turn: Turn, ascent: Ascent): Promise<void> {
  const { upper, entry } = ascent;
  const { registration } = await carried(turn, ascent);
  const who = { person: entry.person, name: registration.contact };
  await inWordsOfAbove(ascent, async () => {
    await mayHold(turn, upper, who, { as: 'author', unit: null });
    await freeSlots(turn, upper, {
      person: entry.person,
      sender: senderOf(upper, entry.unit),
      team: entry.team,
    });
  });
}

/** Answers by which code it goes there. */
export async function enterAbove(turn: Turn, ascent: Ascent): Promise<Origin> {
  const { contest, upper, entry } = ascent;
  const before = await takenIn(turn, upper);
  if (before) return settled(turn, ascent, before);
  const { registration, consent } = await carried(turn, ascent);
  const { person, unit, team, title, video } = entry;
  const sender = senderOf(upper, unit);
  const made = await inWordsOfAbove(ascent, async () => {
    await claimHold(turn, upper, { person, name: registration.contact }, { as: 'author', unit: null });
    await carryConsent(turn, ascent, consent);
    await carryRegistration(turn, ascent, registration);
    return takeIn(turn, upper, {
      title,
      video,
      registration: { person, unit, sender, team },
      lateness: latenessAbove(turn, upper, unit),
      origin: { contest: contest.id, code: entry.code },
    });
  });
  return settled(turn, ascent, made);
}

/**
 * Looks at the team there once more, now that its entry is in, as every submission does. What this turn has
 * taken out again before it was cut off stays out.
 */
async function settled(turn: Turn, { upper, entry }: Ascent, made: StoredEntry): Promise<Origin> {
  const above = { contest: upper.id, code: made.code };
  const registration = await turn.store.registrations
    .findOne({ contest: upper.id, person: made.person })
    .lean<Registration>();
  const withdrawn = movedIn(turn, made, 'withdrawn');
  if (registration && !isDeclined(registration) && !withdrawn) return above;
  if (withdrawn && withdrawn.reason !== TEAM_GONE)
    throw new Refusal('nominate.takenBack', { code: entry.code });
  await leaveAbove(turn, above, { upper, reason: TEAM_GONE });
  throw new Refusal('nominate.teamGoneAbove', {
    code: entry.code,
    team: entry.team,
    contest: upper.plan.shortName,
  });
}

/** The entry there is out; harmless where it is already. */
export async function leaveAbove(
  turn: Turn,
  { contest, code }: Origin,
  { upper, reason }: { upper: Contest; reason: string },
): Promise<void> {
  for (;;) {
    const entry = await turn.store.entries.findOne({ contest, code }).lean<StoredEntry>();
    if (!entry || isEnded(entry.state)) return;
    if (await moveEntry(turn, upper, entry, { to: 'withdrawn', by: turn.person, reason })) return;
  }
}

function latenessAbove(turn: Turn, upper: Contest, unit: string) {
  const window = needWindow(upper, 'submission');
  const leeway = { extensions: extensionsFor(upper, unit), graceMinutes: graceOf(upper.plan) };
  const lateness = latenessAt(turn.now, window, leeway);
  if (!lateness) throw new Refusal('nominate.closedAt', { closes: turn.t.moment(window.closes) });
  return lateness;
}

/**
 * What goes up with the entry; refuses where the author has taken his consent back, in either contest, or
 * has no place above.
 */
async function carried(
  turn: Turn,
  { contest, upper, entry }: Ascent,
): Promise<{ registration: Registration; consent: Consent }> {
  const { person, code, team } = entry;
  const unit = upper.units.get(entry.unit);
  if (!unit || !isPickable(upper, unit))
    throw new Refusal('nominate.noPlaceAbove', {
      unit: unitName(contest, entry.unit),
      contest: upper.plan.shortName,
    });
  const [registration, consent] = await Promise.all([
    turn.store.registrations.findOne({ contest: contest.id, person }).lean<Registration>(),
    turn.store.consents
      .findOne({ contest: contest.id, person, withdrawnAt: null })
      .sort({ at: -1, _id: -1 })
      .lean<Consent>(),
  ]);
  if (!registration || !consent) throw new Refusal('nominate.noConsent', { code, team });
  if (await hasTakenConsentBack(turn, upper, person))
    throw new Refusal('nominate.noConsentAbove', { code, team, contest: upper.plan.shortName });
  return { registration, consent };
}

/** In force there, with the words that were said yes to, by whom, when, and in which chat. */
async function carryConsent(turn: Turn, { contest, upper }: Ascent, consent: Consent): Promise<void> {
  const { consents } = turn.store;
  const version = String(upper.plan.texts.consent.version);
  const { person, by = null, chat, text, answer, at } = consent;
  if (await consents.exists({ contest: upper.id, person, version, withdrawnAt: null })) return;
  const origin = { contest: contest.id, consent: consent._id, version: consent.version };
  await consents.updateOne(
    { _id: `${upper.id}/${turn.id}` },
    { $setOnInsert: { contest: upper.id, person, by, version, chat, text, answer, at, origin } },
    { upsert: true },
  );
}

/** Whoever has registered there himself stays registered as he is. */
async function carryRegistration(
  turn: Turn,
  { contest, upper }: Ascent,
  { person, unit, hamlet, team, contact, phone, headcount }: Registration,
): Promise<void> {
  await turn.store.registrations.updateOne(
    { contest: upper.id, person },
    {
      $setOnInsert: {
        _id: `${upper.id}/${person}`,
        unit,
        ...(hamlet && { hamlet }),
        sender: senderOf(upper, unit),
        team,
        contact,
        phone,
        ...(headcount !== undefined && { headcount }),
        origin: contest.id,
        at: turn.now,
        turn: turn.id,
      },
    },
    { upsert: true },
  );
}

/** What the contest above would say to the author, said to who sends his entry up. */
async function inWordsOfAbove<Answer>(
  { upper, entry }: Ascent,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const contest = upper.plan.shortName;
    const { sender = '', quota = '', limit = '', entries = '' } = error.values;
    switch (error.key) {
      case 'register.barred':
        throw new Refusal('nominate.barredAbove', { team: entry.team, contest });
      case 'submit.quotaFull':
        throw new Refusal('nominate.fullAbove', { contest, sender, quota, entries });
      case 'submit.authorFull':
        throw new Refusal('nominate.authorFullAbove', { contest, team: entry.team, limit, entries });
      default:
        throw error;
    }
  }
}
