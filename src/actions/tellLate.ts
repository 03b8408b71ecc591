import type { Standing } from '../domain/engagement.js';
import type { Proof, Snapshot } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import type { Contest } from './contest.js';
import { holdersOf, ownName } from './roles.js';
import { watchers } from './suspicions.js';
import { tellPerson } from './tell.js';

type Late = Pick<Snapshot, 'entry' | 'likes' | 'shares' | 'at'> & {
  proof?: Proof | null;
  standing: Standing;
};

/** Numbers that were brought after the freeze: who watches over them hears by whom, and what proves them. */
export async function tellLate(
  turn: Turn,
  contest: Contest,
  late: readonly Late[],
  what: 'entered' | 'proven',
): Promise<void> {
  const { t } = turn;
  const text = stack(
    [
      t(`late.${what}`, { contest: contest.plan.shortName, who: await ownName(turn, contest) }),
      ...late.map((each) =>
        stack([t('late.line', aboutLine(t, each)), proofOf(t, each.proof), t(`late.${each.standing}`)], ' '),
      ),
    ],
    '\n',
  );
  for (const { person } of await holdersOf(turn, contest, watchers))
    if (person !== turn.person) await tellPerson(turn, person, text, `late/${turn.id}/${person}`);
}

const aboutLine = (t: Words, { entry, likes, shares, at }: Late) => ({
  code: entry,
  likes: t.number(likes),
  shares: t.number(shares),
  at: t.moment(at),
});

function proofOf(t: Words, proof: Proof | null | undefined) {
  if (!proof) return t('late.noProof');
  return proof.kind === 'link' ? t('late.link', { url: proof.url }) : t('late.photo');
}
