import type { ChatEvent } from '../chat.js';
import { Refusal } from '../domain/refusal.js';
import { fold, tidy } from '../domain/text.js';
import type { Menu } from '../store/documents.js';

/** What was said, however it was said. */
export type Input = {
  /** What was typed, or a file's caption, tidied; lines are kept. */
  text: string;
  /** What the chosen offer stands for, when a button, a number or a label was recognised. */
  says: string | null;
  /** A button of an earlier question. */
  old: boolean;
  event: ChatEvent;
};

/** What was typed or pressed; refuses a picture, a sticker or a file, which answers no question. */
export function typedIn({ event, says, text }: Input): string {
  if (event.kind !== 'text' && event.kind !== 'choice') throw new Refusal('form.textPlease');
  return says ?? text;
}

/** A message to be listened to. */
export const isSpoken = (event: ChatEvent): boolean => event.kind === 'unsupported' && event.what === 'voice';

export function understand(event: ChatEvent, menu: Menu | null): Input {
  const text = tidy(textOf(event), { lines: true });
  if (event.kind === 'choice') {
    if (event.data.startsWith('/')) return { text: event.data, says: event.data, old: false, event };
    const [token, index] = event.data.split(':');
    const choice = token === menu?.token ? menu?.choices[Number(index)] : undefined;
    return { text: choice?.label ?? '', says: choice?.says ?? null, old: choice === undefined, event };
  }
  return { text, says: menu && event.kind === 'text' ? chosen(text, menu.choices) : null, old: false, event };
}

function textOf(event: ChatEvent): string {
  switch (event.kind) {
    case 'text':
      return event.text;
    case 'video':
    case 'document':
    case 'photo':
      return event.caption;
    default:
      return '';
  }
}

/** By label first: a label may be a number itself. Then by number: `2`, `2.`, `(2)`, `số 2`, `chọn 2`. */
function chosen(text: string, choices: Menu['choices']): string | null {
  const said = fold(text);
  const labelled = choices.find(({ label }) => fold(label) === said);
  if (labelled) return labelled.says;
  const [short, ...others] = choices.filter(({ label }) => inShort(label).includes(said));
  if (short && others.length === 0) return short.says;
  if (NO.includes(said)) {
    const no = choices.find(({ says }) => says === 'no');
    if (no) return no.says;
  }
  if (YES.test(said)) {
    const yes = choices.find(({ says, label }) => says === 'yes' || fold(label) === 'dung');
    if (yes && !isConsent(yes.label)) return yes.says;
  }
  const number = /^(?:so|chon|muc|cau|phuong an)? ?\(?(\d{1,2})[).]?$/.exec(said)?.[1];
  return number ? (choices[Number(number) - 1]?.says ?? null) : null;
}

/** Whoever says so means the offer that declines, whatever its label. */
const NO = ['khong', 'chua', 'thoi'];

/** `đúng rồi`, `ok gửi đi`, `vâng ạ`: the offer that agrees, whatever its label. */
const YES =
  /^(?:(?:dung|ok|oke|okay|vang|da|uh?|co|phai|dong y|gui|xac nhan|chuan)(?: (?:roi|vay|the|day|di|nhe|a|luon))*(?: |$))+$/;

/** Does it say yes, and nothing else? */
export const isYes = (text: string): boolean => YES.test(fold(text));

/** Whoever consents to something says so in its own words. */
const isConsent = (label: string): boolean => fold(label).startsWith('toi ');

/**
 * `đồng ý` for “Tôi đồng ý”; `đúng` and `gửi đăng ký` for “Đúng, gửi đăng ký”; `nộp bài` for “Nộp bài: từ ngày 1/9”.
 */
const inShort = (label: string): string[] => {
  const said = fold(label);
  return [said.replace(/^toi /, ''), ...said.split(', '), said.split(': ')[0] ?? said];
};
