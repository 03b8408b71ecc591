import {
  approveAnnouncement,
  resumeAnnouncement,
  returnAnnouncement,
  stopAnnouncement,
} from '../actions/announcements/change.js';
import { announcementByNumber, type Found, latestAnnouncements } from '../actions/announcements/find.js';
import { progressOf, unreachedOf } from '../actions/announcements/progress.js';
import { contestOf } from '../actions/contest.js';
import { describeMissed } from '../actions/missed.js';
import { needRight } from '../actions/permissions.js';
import type { Styled } from '../chat.js';
import { fold } from '../domain/text.js';
import type { Turn } from '../turn.js';
import { stack } from '../words.js';
import { beginAnnouncing, describeStart } from './announce.js';
import { beginEditing } from './announceEdit.js';
import { describeAudience } from './announceWords.js';

/** What can be said behind an announcement's number. */
const deeds: [RegExp, (turn: Turn, number: number) => Promise<void>][] = [
  [/^$/, show],
  [/^(dung|ngung|tam dung|dung lai)$/, stop],
  [/^(tiep|tiep tuc|gui tiep)$/, resume],
  [/^(sua|sua lai|sua noi dung)$/, beginEditing],
  [/^(duyet|phe duyet|dong y)$/, approve],
  [/^(tra|tra lai|khong duyet)$/, giveBack],
];

/** `/thongbao` begins one; `/thongbao 3` shows how far the third is; `/thongbao 3 dừng` … changes it. */
export async function announcements(turn: Turn, args: string): Promise<void> {
  const said = fold(args);
  if (/^(xem|danh sach)$/.test(said)) return list(turn);
  const [, number, rest = ''] = /^(?:so )?(\d+)(?: (.*))?$/.exec(said) ?? [];
  const deed = number && deeds.find(([words]) => words.test(rest))?.[1];
  return deed ? deed(turn, Number(number)) : beginAnnouncing(turn, args);
}

async function stop(turn: Turn, number: number): Promise<void> {
  await stopAnnouncement(turn, await contestOf(turn), number);
  turn.say(turn.t('announce.stopped', { number }));
}

async function resume(turn: Turn, number: number): Promise<void> {
  await resumeAnnouncement(turn, await contestOf(turn), number);
  turn.say(stack([turn.t('announce.resumed', { number }), turn.t('announce.how', { number })]));
}

async function approve(turn: Turn, number: number): Promise<void> {
  const announcement = await approveAnnouncement(turn, await contestOf(turn), number);
  turn.say(stack([turn.t('announce.approved', { number }), describeStart(turn, announcement)]));
}

async function giveBack(turn: Turn, number: number): Promise<void> {
  await returnAnnouncement(turn, await contestOf(turn), number);
  turn.say(turn.t('announce.returned', { number }));
}

async function show(turn: Turn, number: number): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'announce');
  const announcement = await announcementByNumber(turn, contest, number);
  const { state, at, audience, text } = announcement;
  turn.say(
    stack([
      stack(
        [
          t('announce.status', {
            number,
            state: t.plain(`announcementState.${state}`),
            at: t.moment(at),
            to: describeAudience(t, contest, audience),
          }),
          ...(await howFar(turn, announcement)),
        ],
        '\n',
      ),
      state === 'done' && describeMissed(t, await unreachedOf(turn, contest, announcement)),
      t('announce.statusText', { text }),
      whatNext(turn, announcement),
    ]),
  );
}

async function howFar(turn: Turn, announcement: Found): Promise<(Styled | false)[]> {
  const { t, now } = turn;
  const { state, from } = announcement;
  if (state === 'waiting_approval' || state === 'draft') return [];
  const { count, sent, waiting, unreached, passedOn } = await progressOf(turn, announcement);
  return [
    state === 'sending' && from !== null && from > now && t('announce.statusFrom', { from: t.moment(from) }),
    t('announce.statusSent', {
      ...{ count: t.number(count), sent: t.number(sent.zalo + sent.telegram) },
      ...{ zalo: t.number(sent.zalo), telegram: t.number(sent.telegram) },
    }),
    waiting > 0 && t('announce.statusWaiting', { count: t.number(waiting) }),
    passedOn > 0 && t('announce.statusPassedOn', { count: t.number(passedOn) }),
    unreached > 0 && t('announce.statusUnreached', { count: t.number(unreached) }),
  ];
}

function whatNext({ t }: Turn, { number, state }: Found): Styled | null {
  switch (state) {
    case 'sending':
      return t('announce.nextSending', { number });
    case 'stopped':
      return t('announce.nextStopped', { number });
    case 'waiting_approval':
      return t('announce.nextApproval', { number });
    case 'draft':
      return t('announce.nextDraft', { number });
    case 'done':
      return null;
  }
}

const MOST_LISTED = 10;
const MOST_SHOWN = 60;

async function list(turn: Turn): Promise<void> {
  const { t } = turn;
  const contest = await contestOf(turn);
  await needRight(turn, contest, 'announce');
  const found = await latestAnnouncements(turn, contest, MOST_LISTED);
  const [newest] = found;
  if (!newest) return turn.say(t('announce.none'));
  const beginningOf = (text: string) => {
    const [line = ''] = text.split('\n');
    return [...line].length > MOST_SHOWN ? `${[...line].slice(0, MOST_SHOWN).join('')}…` : line;
  };
  turn.say(
    stack([
      stack(
        [
          t('announce.list'),
          ...found.map(({ number, at, state, text }) =>
            t('announce.line', {
              number,
              at: t.moment(at),
              state: t.plain(`announcementState.${state}`),
              text: beginningOf(text),
            }),
          ),
        ],
        '\n',
      ),
      t('announce.listEnd', { number: newest.number }),
    ]),
  );
}
