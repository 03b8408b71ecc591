import { findCode, readCode } from '../actions/codes.js';
import {
  LINK_MINUTES,
  linkChats,
  makeLinkCode,
  mayLink,
  type OtherChats,
  wasteLinkCode,
} from '../actions/linkChats.js';
import { platformOf } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import type { Code } from '../store/documents.js';
import type { Turn } from '../turn.js';
import { stack, type Words } from '../words.js';
import { type Answers, beginForm, type Form } from './form.js';
import { sayHelp } from './help.js';
import { choiceStep } from './steps.js';

/**
 * Two chats become one person's. Asked once more before it is done, since it can't be undone, and since
 * somebody may have been talked into typing a code that isn't his own.
 */
export const link: Form = {
  name: 'link',
  version: 1,
  title: 'linking.title',
  steps: [
    choiceStep({
      name: 'sure',
      label: 'form.confirm',
      ask: (turn, answers) => turn.t('linking.ask', { other: String(answers.other) }),
      offers: { yes: (t) => t.plain('linking.yes'), no: (t) => t.plain('linking.no') },
    }),
  ],
  async finish(turn, answers) {
    const { t, chat } = turn;
    if (answers.sure !== 'yes') return turn.say(t('linking.left'));
    const code = await theCode(turn, answers);
    await linkChats(turn, code);
    const elsewhere = await turn.chatOf(turn.person);
    if (elsewhere && elsewhere !== chat._id)
      turn.tell(elsewhere, t('linking.told', { here: nameOf(t, platformOf(chat._id), chat.name) }));
    turn.say(t('linking.done', { other: String(answers.other) }));
    await sayHelp(turn);
  },
};

async function theCode(turn: Turn, answers: Answers): Promise<Code> {
  const code = await findCode(turn, String(answers.code));
  if (!code) throw new Refusal('linking.unknown');
  return code;
}

/** `/lienket`: a code for the other chat. `/lienket ABCD2345`, there. */
export async function linkOrAsk(turn: Turn, args: string): Promise<void> {
  const { t, chat, tools } = turn;
  const typed = readCode(args);
  if (typed) {
    const code = await findCode(turn, typed);
    if (code?.purpose !== 'link') throw new Refusal('linking.unknown');
    return chat.group ? refuseInGroup(turn, code) : beginLinking(turn, code);
  }
  if (chat.group) return turn.say(t('group.privatePlease'));
  if (args) throw new Refusal('linking.unknown');
  const code = await makeLinkCode(turn);
  turn.say(
    stack([
      t('linking.code', { code }),
      stack(
        tools.bots.map((bot) =>
          t('linking.where', { platform: platformName[bot.platform], link: bot.link(), code }),
        ),
        '\n',
      ),
      t('linking.once', { minutes: LINK_MINUTES }),
    ]),
  );
}

export async function beginLinking(turn: Turn, code: Code): Promise<void> {
  const chats = await mayLink(turn, code);
  await beginForm(turn, link, { code: code._id, other: inWords(turn.t, chats) });
}

/** Everybody in the group has read it. */
export async function refuseInGroup(turn: Turn, code: Code): Promise<void> {
  await wasteLinkCode(turn, code);
  turn.say(turn.t('linking.inGroup'));
}

const platformName = { telegram: 'Telegram', zalo: 'Zalo' } as const;

const inWords = (t: Words, chats: OtherChats): string =>
  chats.map(({ platform, name }) => nameOf(t, platform, name)).join(', ');

const nameOf = (t: Words, platform: keyof typeof platformName, name: string): string =>
  name ? t.plain('linking.chat', { platform: platformName[platform], name }) : platformName[platform];
