import {
  expectIn,
  type Person,
  patientPersonOn,
  personOn,
  registerUpToCheck,
  roundOfAnswers,
} from './people.js';
import { openStage, type Stage, withDatabase } from './stage.js';

/** Commands to the database: how many a turn needed, and which. */
export type Counted = { what: string; perTurn: number; commands: Record<string, number> };

type Command = { command?: Record<string, unknown>; commandName?: string };

/** Clients tell which commands they send only if that was asked for when they were made. */
const MONITORED = '&monitorCommands=true';

/**
 * Counts what the driver really sent, turn by turn. The senders' and the schedule's own looks at the
 * database, which come by the clock and not by the turn, are left out.
 */
export async function countRoundTrips(uri: string): Promise<Counted[]> {
  const stage = await openStage(withDatabase(uri, 'counted') + MONITORED);
  const sent: string[] = [];
  stage.store.connection.getClient().on('commandStarted', (event: Command) => {
    const name = nameOf(event);
    if (!CLOCKWORK.has(name)) sent.push(name);
  });
  const counted: Counted[] = [];
  const count = async (what: string, turns: number, act: () => Promise<unknown>) => {
    await stage.settled();
    sent.length = 0;
    await act();
    await stage.settled();
    const commands: Record<string, number> = {};
    for (const name of sent) commands[name] = (commands[name] ?? 0) + 1 / turns;
    counted.push({ what, perTurn: sent.length / turns, commands });
  };

  stage.moveTo('2023-08-31T08:00:00+07:00');
  const lan = patientPersonOn(stage, 1);
  await count('/start, the first words ever', 1, () => lan.says('/start'));
  await count('/start', 1, () => lan.says('/start'));
  await saysAll(lan, ['/dangky', 'tôi đồng ý', 'duc phong', '1', 'Tổ 1']);
  await count('form answer', 1, async () => {
    expectIn(await lan.says('Nguyễn Thị Lan'), 'Số điện thoại');
  });
  await count('form answer that leads to the read-back', 1, async () => {
    expectIn(await lan.says('0905 123 456'), 'kiểm tra lại');
  });
  const many = Array.from({ length: 20 }, (_, index) => personOn(stage, 100 + index));
  await Promise.all(many.map(registerUpToCheck));
  const rounds = 10;
  await count('form answer, 20 chats at once', many.length * rounds * roundOfAnswers.length, () =>
    Promise.all(many.map((person) => answerAll(person, rounds))),
  );
  await count('a registration confirmed', 1, async () => {
    expectIn(await lan.says('Đúng, gửi đăng ký'), 'Đã đăng ký');
  });
  await saysAll(lan, ['/nopbai', 'Chuyển đổi số ở làng', 'https://youtu.be/dQw4w9WgXcQ', 'Tôi cam kết']);
  await count('an entry submitted', 1, async () => {
    expectIn(await lan.says('Đúng, nộp bài'), 'QN-01');
  });
  const judge = await someJudge(stage);
  stage.moveTo('2023-09-19T08:00:00+07:00');
  await count('/cham with all points', 1, async () => {
    expectIn(await judge.says('/cham QN-01 32 25 18'), 'Tổng: 75/100');
  });
  await count('a score confirmed', 1, async () => {
    expectIn(await judge.says('Đúng, ghi điểm'), 'Đã ghi điểm');
  });
  await stage.close();
  return counted;
}

/** The committee settles the rubric and invites a judge, who comes. */
async function someJudge(stage: Stage): Promise<Person> {
  const organizer = patientPersonOn(stage, 2);
  await saysAll(organizer, [
    `/ma ${await stage.organizerCode()}`,
    '/thangdiem 40 30 30',
    'Điểm nguyên',
    'Đúng, quy định như vậy',
  ]);
  const invitation = await organizer.says('/moigiamkhao Minh');
  const code = /[A-Z0-9]{8}/.exec(invitation)?.[0] ?? '';
  const judge = patientPersonOn(stage, 3);
  expectIn(await judge.says(`/ma ${code}`), 'Chào mừng giám khảo');
  return judge;
}

async function saysAll(person: Person, texts: string[]): Promise<void> {
  for (const text of texts) await person.says(text);
}

async function answerAll(person: Person, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1)
    for (const { says, hears } of roundOfAnswers) expectIn(await person.says(says), hears);
}

const CLOCKWORK = new Set(['update leases', 'find letters', 'hello 1']);
function nameOf({ commandName = '', command = {} }: Command): string {
  if (commandName === 'bulkWrite') {
    const namespaces = command.nsInfo as { ns: string }[];
    return `write ${namespaces.map(({ ns }) => ns.split('.')[1]).join('+')}`;
  }
  return `${commandName} ${String(command[commandName] ?? '')}`;
}
