import { leastOnList } from '../src/domain/memberLists.js';
import { leastOf } from '../src/domain/plan.js';
import { remindersOf } from '../src/domain/reminders/list.js';
import { selectionOf } from '../src/domain/selection.js';
import type {
  Complaint,
  Nomination,
  PersonId,
  Proposal,
  Registration,
  ReminderItem,
  Result,
  Sheet,
  Snapshot,
  StoredEntry,
  StoredList,
} from '../src/store/documents.js';
import type { Store } from '../src/store/store.js';
import type { ContestRead } from './contest.js';

/** What people did in a contest, and when. */
export type Deeds = {
  registrations: Registration[];
  entries: StoredEntry[];
  sheets: Sheet[];
  nominations: Nomination[];
  snapshots: Snapshot[];
  lists: StoredList[];
  complaints: Complaint[];
  proposals: Proposal[];
  results: Result[];
};

export async function readDeeds(store: Store, contest: string): Promise<Deeds> {
  const of = { contest };
  const [registrations, entries, sheets, nominations, snapshots, lists, complaints, proposals, results] =
    await Promise.all([
      store.registrations.find(of).lean<Registration[]>(),
      store.entries.find(of).lean<StoredEntry[]>(),
      store.sheets.find(of).lean<Sheet[]>(),
      store.nominations.find(of).lean<Nomination[]>(),
      store.snapshots.find(of).lean<Snapshot[]>(),
      store.lists.find(of).lean<StoredList[]>(),
      store.complaints.find(of).lean<Complaint[]>(),
      store.proposals.find(of).lean<Proposal[]>(),
      store.results.find(of).lean<Result[]>(),
    ]);
  return { registrations, entries, sheets, nominations, snapshots, lists, complaints, proposals, results };
}

/** Whom a letter asked for what, in which words, and when it went out. */
export type Asked = { person: PersonId; item: ReminderItem; said: string; at: Date };

/**
 * Had all that this letter names been done by then? Told from what people did, and not by what the assistant goes
 * by. A kind of debt that isn't known here counts as needless, so that none is left out unnoticed.
 */
export function isNeedless(contest: ContestRead, deeds: Deeds, { person, item, said, at }: Asked): boolean {
  const { chase, of, what } = item;
  const before = (moment: Date | null | undefined) => moment != null && moment < at;
  /** Something that the letter names is done. */
  const names = (isDone: (name: string) => boolean) =>
    what.some((name) => said.includes(name) && isDone(name));
  const hasEntry = (whose: PersonId) =>
    deeds.entries.some((entry) => entry.person === whose && before(entry.submittedAt));
  const unitsOf = (name: string) =>
    contest.units.within(contest.root.code).filter((code) => {
      const unit = contest.units.get(code);
      return unit !== undefined && contest.units.shortName(unit) === name;
    });
  /** Names are shared: one is done where it is done for all who bear it. */
  const everySender = (name: string, isDone: (sender: string) => boolean) => {
    const units = unitsOf(name);
    return units.length > 0 && units.every(isDone);
  };
  const everyTeam = (name: string) => {
    const teams = deeds.registrations.filter(({ team }) => team === name);
    return teams.length > 0 && teams.every((team) => hasEntry(team.person));
  };

  const [id = chase, whose] = chase.split('/');
  const owes = remindersOf(contest.plan).find((reminder) => reminder.id === id)?.owes ?? id;
  switch (owes) {
    case 'registration':
      return names((name) =>
        everySender(name, (code) =>
          deeds.registrations.some(({ sender, at: registered }) => sender === code && before(registered)),
        ),
      );
    case 'entry':
      if (whose === undefined && what.length === 1 && !unitsOf(what[0] ?? '').length) return hasEntry(person);
      return names((name) =>
        unitsOf(name).length > 0
          ? everySender(name, (code) =>
              deeds.entries.some(({ sender, submittedAt }) => sender === code && before(submittedAt)),
            )
          : everyTeam(name),
      );
    case 'list':
      return deeds.lists.some(({ component, unit, changes }) => {
        const least = leastOnList(contest.plan, component);
        const last = changes.filter((change) => before(change.at)).at(-1);
        return of === `${component}/${unit}` && (last?.total ?? 0) >= (least ?? 1);
      });
    case 'correction':
      return deeds.entries.some(({ code, history }) => {
        const last = history.filter((change) => change.at <= at).at(-1);
        return code === of && last?.to !== 'needs_correction';
      });
    case 'nomination':
      return names((name) =>
        everySender(
          name,
          (code) =>
            deeds.nominations.filter(
              ({ sender, at: sent, withdrawnAt }) => sender === code && before(sent) && !before(withdrawnAt),
            ).length >= leastSent(contest),
        ),
      );
    case 'sheet':
      return names((code) =>
        deeds.sheets.some(
          ({ judge, entry, at: scored }) => judge === person && entry === code && before(scored),
        ),
      );
    case 'engagement':
      return names((code) => deeds.snapshots.some(({ entry, at: read }) => entry === code && before(read)));
    case 'form':
      return deeds.registrations.some((team) => team.person === person && before(team.at));
    case 'complaint':
      return deeds.complaints.some(({ code, answer }) => code === of && before(answer?.at));
    case 'result': {
      const [act, number] = of.split('/');
      const proposal = deeds.proposals.find((each) => String(each.number) === number);
      if (act === 'proposeResult') return before(proposal?.at);
      if (act === 'approveResult') return before(proposal?.decidedAt);
      return deeds.results.some((result) => String(result.proposal) === number && before(result.publishedAt));
    }
    case 'decisions':
      // What rank or money hangs on is settled before there can be a result.
      return deeds.proposals.some((proposal) => before(proposal.at));
    case 'unreached':
      return false;
    default:
      return true;
  }
}

/** How many each unit has to send up before nobody asks it for more. */
function leastSent({ plan }: ContestRead): number {
  const receiver = selectionOf(plan)?.receiver;
  return (receiver?.kind === 'within' && leastOf(plan, receiver.round.id)?.count) || 1;
}
