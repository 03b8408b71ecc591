import type { EmulatedBot, EmulatedChat, EmulatedPhone, Message, Sending } from '../emulator/index.js';
import type { Player } from './cast.js';
import type { Chance } from './chance.js';
import { says } from './reading.js';
import { asTyped } from './typing.js';

/** Does something in a chat when its turn has come; what the bot has said there once all is quiet again. */
export type Act = (
  chat: EmulatedChat,
  does: () => Promise<unknown>,
  about?: {
    expectsAnswer?: boolean;
    /** What comes of it depends on who is first. */
    alone?: boolean;
  },
) => Promise<string[]>;

type Who = Player & { phone: EmulatedPhone; bot: EmulatedBot; act: Act; chance: Chance };

/** Somebody with a phone, and what his fingers do; each deed answers what the bot has said to it. */
export type Person = Fingers & {
  /** The same person, doing what depends on who is first. */
  alone: Fingers;
};

type Fingers = ReturnType<typeof fingersOf>;

export function personWith(who: Who): Person {
  const alone: Act = (chat, does, about) => who.act(chat, does, { ...about, alone: true });
  return { ...fingersOf(who), alone: fingersOf({ ...who, act: alone }) };
}

function fingersOf({ phone, bot, act, ...about }: Who) {
  const chat = phone.chatWith(bot);
  return {
    ...about,
    phone,
    chat,
    /** Typed with care, as names and commands are. */
    says: (text: string) => act(chat, () => phone.say(chat, text)),
    /** Typed as this person types. */
    types: (text: string) => act(chat, () => phone.say(chat, asTyped(text, about.habit))),
    saysTwice: (text: string) =>
      act(chat, async () => {
        await phone.say(chat, text);
        await phone.say(chat, text);
      }),
    sends: (sending: Sending) => act(chat, () => phone.send(chat, sending)),
    presses: (label: string, message?: string) =>
      act(chat, () => phone.press(chat, label, message === undefined ? {} : { message })),
    offers: () => offersIn(chat),
    /** One of the offers under the newest message: by its button, its number, or in words. */
    chooses(label: string): Promise<string[]> {
      const number = offersIn(chat).indexOf(label) + 1;
      if (number === 0) throw new Error(`${about.name} is not offered “${label}”: ${lastSaid(chat)}`);
      if (about.platform === 'telegram' && about.chance.happens(0.6)) return this.presses(label);
      return about.chance.happens(0.5) ? this.says(String(number)) : this.types(label);
    },
    saysIn: (group: EmulatedChat, text: string) =>
      act(group, () => phone.say(group, text, { mention: true })),
    /** Said to the others in a group, not to the bot. */
    chatsIn: (group: EmulatedChat, text: string) =>
      act(group, () => phone.say(group, text), { expectsAnswer: false }),
  };
}

/** What the bot said. That it will go on by itself is no answer yet. */
export const heardSince = (chat: EmulatedChat, before: number): Message[] =>
  chat.messages
    .slice(before)
    .filter(({ from, text }) => from.kind === 'bot' && !says(text, 'common.apology'));

const lastSaid = (chat: EmulatedChat): string =>
  chat.messages.findLast(({ from }) => from.kind === 'bot')?.text ?? '';

/** What the newest message with anything to choose offers: its buttons, or its numbered lines. */
export function offersIn(chat: EmulatedChat): string[] {
  const said = chat.messages.filter(({ from }) => from.kind === 'bot').reverse();
  for (const { text, buttons } of said) {
    const offers = buttons?.flat().map((button) => button.text) ?? numberedLines(text);
    if (offers.length > 0) return offers;
  }
  return [];
}

/** The last run of lines `1. …`, `2. …` in a message. */
export function numberedLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const [, number, label] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    if (number === '1') lines.length = 0;
    if (label && Number(number) === lines.length + 1) lines.push(label);
  }
  return lines;
}
