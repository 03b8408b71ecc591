import type { EmulatedChat } from '../../emulator/index.js';
import type { Key } from '../../src/words.js';
import type { Chance } from '../chance.js';
import type { Clip } from '../clips.js';
import { converse, type Heard } from '../conversation.js';
import type { Person } from '../person.js';
import { codeIn, says } from '../reading.js';

/** The organizer begins with the code that the command line has printed. */
export async function takingOffice(person: Person, code: string): Promise<void> {
  await person.says('/start');
  await expecting(person.says(`/ma ${code}`), 'codes.welcomeOrganizer');
}

/** The code for a group is asked for in private and typed in the group. */
export async function bindingGroup(organizer: Person, member: Person, group: EmulatedChat): Promise<void> {
  const [code = ''] = (await organizer.says('/nhom')).filter((text) => /[A-Z0-9]{8}/.test(text));
  await expecting(member.saysIn(group, `/ma ${codeIn(code)}`), 'codes.groupBound');
}

/** `role`: as it is typed behind `/moi`, with whom it is for. Answers the code. */
export async function inviting(person: Person, role: string): Promise<string> {
  const invitation = await converse(person.name, () => person.says(`/moi ${role}`), {
    reactions: [
      ['register.unitPick', () => person.chooses(person.offers()[0] ?? '')],
      ['invite.unitIsIt', () => person.chooses(person.offers()[0] ?? '')],
    ],
    until: ['codes.invite', 'codes.inviteAs', 'codes.inviteInto'],
  });
  return codeIn(invitation);
}

/** By the link, by the command, or just the code, in whatever letters. */
export async function joining(person: Person, code: string): Promise<void> {
  const ways =
    person.platform === 'telegram'
      ? [`/start ${code}`, `/ma ${code.toLowerCase()}`]
      : [`ma ${code}`, `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase()];
  await expecting(
    person.says(person.chance.oneOf(ways)),
    'codes.welcomeJudge',
    'codes.welcomeJudgeOf',
    'codes.welcomeRole',
    'codes.welcomeCoordinator',
  );
}

export type Engagement = Map<string, { likes: number; shares: number }>;

/** Better clips are liked more; a few are far ahead, as it goes. */
export function engagementOf(
  entries: readonly { code: string; clip: Pick<Clip, 'quality'> }[],
  chance: Chance,
): Engagement {
  return new Map(
    entries.map(({ code, clip: { quality } }) => {
      const likes = Math.round(Math.exp(5 + quality * 0.9 + chance.number() * 0.8));
      return [code, { likes, shares: Math.round(likes * (0.15 + chance.number() * 0.35)) }];
    }),
  );
}

/** Numbers read on the fanpage, typed in one after another; once for an entry that doesn't exist. */
export async function recordingEngagement(
  person: Person,
  engagement: Engagement,
  codePrefix: string,
  onRecorded: () => void = () => {},
): Promise<void> {
  await expecting(person.says(`/tuongtac ${codePrefix}-999 10 2`), 'common.noEntry');
  for (const [code, { likes, shares }] of engagement) {
    const written = likes >= 1_000 && person.chance.happens(0.5) ? grouped(likes) : String(likes);
    await expecting(person.says(`/tuongtac ${code} ${written} ${shares}`), 'engagement.saved');
    onRecorded();
  }
  // Said once more after a lost answer, it is a link that nobody has asked for.
  await expecting(
    person.says('https://www.facebook.com/mau/posts/1'),
    'engagement.proofKept',
    'help.unknown',
  );
}

/** `1.240`: as large numbers are written here. */
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

/** Where exactly one answer is right. A repeated message may get another than the first one did. */
export async function expecting(heard: Promise<Heard>, ...keys: Key[]): Promise<void> {
  const texts = await heard;
  if (!keys.some((key) => texts.some((text) => says(text, key))))
    throw new Error(`instead of ${keys.join(' or ')}: ${texts.join(' / ') || 'silence'}`);
}
