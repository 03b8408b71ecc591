import { freezeInstant, rankingRulesOf } from '../domain/decisions.js';
import { announced } from '../domain/outcome.js';
import type { Plan } from '../domain/plan.js';
import { awards } from '../domain/prizes.js';
import { juryAccounts } from '../domain/ranking/explain.js';
import { engagementOf, rank } from '../domain/ranking.js';
import { finalWindow, isJudgedOnStage } from '../domain/stage.js';
import type { EngagementRuling, Reading, Result, StageReopening } from '../papers/figures.js';
import type { Ruling, Snapshot, Result as StoredResult } from '../store/documents.js';
import type { Work } from '../turn.js';
import { type Contest, needWindow } from './contest.js';
import { countedEngagement } from './engagement.js';
import { sourceWords } from './engagementSource.js';
import { juryChanges } from './juryChanges.js';
import { lockInForce } from './lockSheets.js';
import { peopleNow, personNow } from './people.js';
import { newestProposal } from './publishResults.js';
import { reopeningsOf } from './reopenings.js';
import { asToldIn, resultInput } from './resultInput.js';
import { holdersOf, namesHeld, rolesIn } from './roles.js';
import { whatIn } from './ruleEngagement.js';
import { finalSeat } from './seats.js';
import { signedSheets } from './signedSheets.js';
import { hallOf } from './stage.js';

/** Everything that the papers of a result show, as it lies in the database at this moment. */
export async function figuresOf(work: Work, contest: Contest): Promise<Result> {
  const { plan, id } = contest;
  const rules = rankingRulesOf(plan);
  const [{ input, rulings }, lock, heads, secretaries, chairs, published] = await Promise.all([
    resultInput(work, contest),
    lockInForce(work, contest, finalSeat(contest)),
    rolesIn(work, contest, ['head_judge']),
    rolesIn(work, contest, ['secretary']),
    holdersOf(work, contest, ['chair']),
    work.store.results.findOne({ contest: id }).sort({ version: -1 }).lean<StoredResult>(),
  ]);
  const ranked = rank(input);
  const freeze = freezeInstant(plan);
  const { figures, jurors } = await signedSheets(work, contest, lock);
  const codes = new Set(figures.entries.map(({ code }) => code));
  const snapshots = await work.store.snapshots
    .find({ contest: id, entry: { $in: [...codes] } })
    .sort({ entry: 1, at: 1, _id: 1 })
    .lean<Snapshot[]>();
  const counting = [...(await countedEngagement(work, contest)).values()];
  const counted = new Set(counting.map(({ _id }) => _id));
  const ruled = counting.filter(({ source, entry }) => source === 'ruled' && codes.has(entry));
  const ofThese = rulings.filter(({ entry }) => codes.has(entry));
  const { left, instead } = await juryChanges(work, contest, lock?.at ?? work.now);
  const headJudge = lock?.headJudge ? await personNow(work, lock.headJudge) : null;
  // Who heads a unit's jury only, heads nothing here; who headed it at the lock does, whoever came after.
  const head = jurors.find(({ person }) => person === headJudge) ?? heads.find(({ unit }) => unit === null);
  const window = needWindow(contest, finalWindow(plan));
  const isIt = (other: { ranking: unknown } | null) =>
    other !== null && JSON.stringify(other.ranking) === JSON.stringify(asToldIn(other.ranking, ranked));
  const stands = published !== null && isIt(published);
  const ranking = stands ? asToldIn(published.ranking, ranked) : ranked;
  const newest = await newestProposal(work, contest);
  const proposed = newest && newest.state !== 'returned' && isIt(newest) ? newest : published;
  const { audience } = rules;
  return {
    ...figures,
    chair: chairs.length === 1 ? (chairs[0]?.name ?? null) : null,
    sources: basesOf(plan),
    jury: {
      ...figures.jury,
      judges: figures.jury.judges.map((judge) => ({ ...judge, instead: instead.get(judge.id) })),
      left,
      head: head?.name ?? null,
      secretaries: secretaries.map(({ name }) => name),
      from: window.opens ?? null,
      until: lock && lock.at < window.closes ? lock.at : window.closes,
      aggregate: rules.jury.aggregate,
      quorum: rules.jury.quorum,
      weight: rules.jury.weight,
    },
    precision: rules.precision,
    audience:
      audience.mode === 'score' ? { weight: audience.weight, freezeAt: new Date(audience.freezeAt) } : null,
    lock: lock && {
      ...{ number: lock.number, count: lock.count, checksum: lock.checksum, at: lock.at },
      refused: lock.sheets.filter(({ abstained }) => abstained !== null).length,
    },
    reopenings: (await reopeningsOf(work, contest)).map(({ changes, ...reopening }) => ({
      ...reopening,
      changes: changes.map(({ judge, before, after }) => ({
        ...{ judge: jurors.find(({ person }) => person === judge)?.name ?? judge, entry: after.entry },
        ...{ before, after },
      })),
    })),
    stageReopenings: await stageReopeningsOf(work, contest),
    rulings: ofThese.map((ruling) => toldOf(work, ruling)),
    snapshots: [...snapshots, ...ruled].map((snapshot) => ({
      ...readingOf(work, snapshot, ofThese),
      // Votes were counted as of a freeze, and count while it stands.
      counts:
        snapshot.votes === undefined
          ? counted.has(snapshot._id)
          : snapshot.at.getTime() === freeze?.getTime(),
    })),
    ranking,
    prizes: announced(
      awards({ plan, ranking, engagement: engagementOf(input), borders: proposed?.borders ?? [] }),
    ),
    accounts: juryAccounts(input),
    published: stands ? { version: published.version, at: published.publishedAt } : null,
  };
}

const toldOf = (work: Work, ruling: Ruling): EngagementRuling => {
  const { entry, document, reason, at } = ruling;
  return { entry, document, reason, at, what: whatIn(work, ruling) };
};

/** A reading with its source, and with the ruling by which it counts or doesn't any more. */
function readingOf(work: Work, snapshot: Snapshot, rulings: readonly Ruling[]): Omit<Reading, 'counts'> {
  const { _id, entry, at, likes, shares, votes, source, proof } = snapshot;
  const { t } = work;
  const from = sourceWords(t, snapshot).join(', ');
  const ruling = rulings.findLast((each) =>
    [`ruling/${each._id}`, each.instead?.id, each.left?.id].includes(_id),
  );
  return {
    ...{ entry, at, likes, shares },
    ...(votes !== undefined && { votes }),
    from: proof?.kind === 'link' ? t.plain('papers.sourceAt', { from, link: proof.url }) : from,
    ...(ruling && { ruling: toldOf(work, ruling) }),
    isRuled: source === 'ruled',
  };
}

/** What was opened once more on the stage, and could be scored again. */
async function stageReopeningsOf(work: Work, contest: Contest): Promise<StageReopening[]> {
  if (!isJudgedOnStage(contest.plan)) return [];
  const { stage, events } = await hallOf(work, contest);
  const reopened = events.filter((event) => event.kind === 'reopened');
  const now = await peopleNow(work, [...new Set(reopened.map(({ by }) => by))]);
  const names = await namesHeld(
    work,
    contest,
    reopened.map(({ by }) => now(by)),
  );
  return reopened.map(({ entry, part, at, by, reason }) => ({
    ...{ entry, at, reason, by: names.get(now(by)) ?? by },
    part: stage.parts.find(({ id }) => id === part)?.title ?? part,
  }));
}

/** The plan itself, and whatever else has a number: news and letters are no basis for a decision. */
const basesOf = ({ documents }: Plan): Result['sources'] =>
  Object.entries(documents)
    .filter(([name, { number, sample }]) => !sample && (name === 'plan' || number !== undefined))
    .map(([, { title, number, date }]) => ({ title, number, date }));
