import type { Foreseen } from '../actions/announcements/announce.js';
import { type Contest, kindsOf } from '../actions/contest.js';
import { describeMissed } from '../actions/missed.js';
import { unitName } from '../actions/registrations.js';
import type { Styled } from '../chat.js';
import type { Audience } from '../domain/announcements.js';
import { stack, type Words } from '../words.js';

/** "các đội chưa nộp bài", "huyện Mộ Đức". */
export function describeAudience(t: Words, contest: Contest, audience: Audience): string {
  switch (audience.kind) {
    case 'unit':
      return unitName(contest, audience.unit);
    case 'level':
      return t.plain('announce.levelOf', { kinds: kindsOf(contest, audience.level) });
    case 'role':
      return t.plain(`role.${audience.role}`);
    case 'entries':
      return t.plain('announce.entriesIn', { state: t.plain(`state.${audience.state}`) });
    case 'owing':
      return t.plain(`owing.${audience.owes}`);
    case 'everybody':
      return t.plain('announce.everybody');
    case 'teams':
      return t.plain('announce.teams');
    case 'teamsWithoutEntry':
      return t.plain('announce.teamsWithoutEntry');
    case 'groups':
      return t.plain('announce.groups');
  }
}

/** How many get it, on which messenger, who can't be reached, and what it costs. */
export function describeForeseen(
  t: Words,
  contest: Contest,
  audience: Audience,
  { count, direct, through, saved, unreachable, quotas }: Foreseen,
): Styled {
  const counts = { count: t.number(count), zalo: t.number(direct.zalo), telegram: t.number(direct.telegram) };
  return stack(
    [
      t('announce.toWhom', { to: describeAudience(t, contest, audience) }),
      audience.kind === 'groups' ? t('announce.groupCounts', counts) : t('announce.counts', counts),
      through.group > 0 && t('announce.throughGroups', { count: through.group }),
      through.coordinator > 0 && t('announce.throughCoordinators', { count: through.coordinator }),
      saved > 0 && t('announce.saved', { count: saved }),
      describeMissed(t, unreachable),
      ...quotas.map(({ name, used, quota, month, after }) =>
        t('announce.quota', {
          ...{ bot: name, month, used: t.number(used) },
          ...{ quota: t.number(quota), after: t.number(after) },
        }),
      ),
    ],
    '\n',
  );
}
