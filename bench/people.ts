import type { Call } from '../src/chat.js';
import type { Stage } from './stage.js';

/** A person at a Telegram chat: says something, and waits until the answer has been sent. */
export type Person = { says(text: string): Promise<string> };

let updates = 0;

/** What Telegram hands out when this person types something. */
export function messageOf(person: number, text: string) {
  updates += 1;
  return {
    update_id: updates,
    message: {
      message_id: updates,
      date: Math.floor(Date.now() / 1000),
      chat: { id: person, type: 'private' as const, first_name: 'Lan' },
      from: { id: person, is_bot: false, first_name: 'Lan' },
      text,
    },
  };
}

export function personOn(stage: Stage, id: number): Person {
  let heard: (text: string) => void = () => {};
  stage.listen(id, ({ params }: Call) => heard(String(params.text)));
  return {
    async says(text) {
      const answer = new Promise<string>((resolve) => {
        heard = resolve;
      });
      await stage.receive(messageOf(id, text));
      return answer;
    },
  };
}

/** Waits until everything is said, and hears all of it. */
export function patientPersonOn(stage: Stage, id: number): Person {
  let heard: string[] = [];
  stage.listen(id, ({ params }: Call) => void heard.push(String(params.text)));
  return {
    async says(text) {
      heard = [];
      await stage.receive(messageOf(id, text));
      await stage.settled();
      return heard.join('\n');
    },
  };
}

/** From nothing to the question whether everything is right. */
export async function registerUpToCheck(person: Person): Promise<void> {
  const answers = ['/dangky', 'tôi đồng ý', 'duc phong', '1', 'Tổ 1', 'Nguyễn Thị Lan', '0905 123 456'];
  let last = '';
  for (const answer of answers) last = await person.says(answer);
  expectIn(last, 'kiểm tra lại');
}

/** Answers inside a form, without an end: what is to be changed, which part, what instead, and all over. */
export const roundOfAnswers = [
  { says: 'Sửa lại', hears: 'sửa mục nào' },
  { says: 'Tên đội', hears: 'Tên đội hoặc tên Tổ' },
  { says: 'Tổ công nghệ số cộng đồng thôn Đông', hears: 'kiểm tra lại' },
];

export function expectIn(heard: string, words: string): void {
  if (!heard.includes(words)) throw new Error(`expected “${words}”, heard “${heard}”`);
}
