import type { Actor } from './stage.js';

/** What people do in many stories before the story begins. */

export async function register(
  person: Actor,
  {
    unit = 'duc phong',
    headcount = null as string | null,
    team = 'Tổ CNSCĐ Đức Phong',
    contact = 'Nguyễn Văn An',
    phone = '0905123456',
  } = {},
): Promise<void> {
  const asked = headcount === null ? [] : [headcount];
  await person.saysAll('/dangky', 'tôi đồng ý', unit, '1', ...asked, team, contact, phone);
  const answer = await person.says('1');
  // A team that is called «Đội …» is not called so twice.
  const named = `Đã đăng ký cho ${/^Đội /.test(team) ? team : `đội ${team}`}`;
  if (!answer.startsWith(named)) throw new Error(`not registered: ${answer}`);
}

/** Answers the code. */
export async function submit(
  person: Actor,
  { title = 'Có Chú Minh đây rồi', link = 'https://youtu.be/dQw4w9WgXcQ' } = {},
): Promise<string> {
  const asked = await person.saysAll('/nopbai', title, link);
  if (asked.startsWith('Video này đã có trong bài')) await person.chooses('Nộp thành bài khác');
  const receipt = await person.saysAll('tôi cam kết', '1');
  const code = /Mã bài: ([A-Z]+-\d+)/.exec(receipt)?.[1];
  if (!code) throw new Error(`not submitted: ${receipt}`);
  return code;
}

/** With a code that the organizer has asked for. */
export async function inviteJudge(organizer: Actor, judge: Actor, name: string): Promise<void> {
  const invitation = await organizer.says(`/moigiamkhao ${name}`);
  const answer = await judge.says(codeIn(invitation));
  if (!answer.startsWith(`Chào mừng giám khảo ${name}`)) throw new Error(`not invited: ${answer}`);
}

/** The one-time code in what the assistant said. */
export function codeIn(text: string): string {
  const code = /\b[A-Z0-9]{8}\b/.exec(text)?.[0];
  if (!code) throw new Error(`no code in: ${text}`);
  return code;
}

/** The organizer's first deeds: how points are given. */
export async function settleRules(organizer: Actor): Promise<void> {
  await organizer.saysAll('/thangdiem 40 30 30 bước 1', '1', '/quydoi 1 2', '1');
}

/** What else nobody has stated in Quảng Ngãi's plan, and money hangs on. */
export async function settlePrizes(organizer: Actor): Promise<void> {
  const close = ['/quydinh 1', '1', '1'];
  const first = ['/quydinh 1', '1', '5.000.000', '1'];
  const others = ['/quydinh 1', 'Các giải khác: 4 giải, 2 triệu', '1', '1'];
  const answer = await organizer.saysAll(...close, ...first, ...others);
  if (!answer.startsWith('Đã ghi nhận quy định') || answer.includes('/quydinh'))
    throw new Error(`not settled: ${answer}`);
}

/** All three steps by one person, where nobody else heads the jury or the committee. Answers what was said last. */
export async function publish(organizer: Actor, paper: string): Promise<string> {
  const proposed = await organizer.saysAll('/dexuat', 'Không có nhận xét', '1');
  if (!proposed.startsWith('Đã lập đề nghị')) throw new Error(`not proposed: ${proposed}`);
  const approved = await organizer.saysAll('/pheduyet', paper, '1');
  if (!approved.startsWith('Đã phê duyệt')) throw new Error(`not approved: ${approved}`);
  return organizer.saysAll('/congbo', '1');
}
