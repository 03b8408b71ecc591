import { expect, test } from '@jest/globals';
import { register, submit } from '../support/people.js';
import type { Actor } from '../support/stage.js';
import { story } from '../support/story.js';

story('Taking consent back', { at: '2023-08-31T08:00:00+07:00' }, (scene) => {
  const keeps = 'Việc đã làm trước đó vẫn hợp lệ.';
  const ask = (kept: string) =>
    scene.asks(
      `Anh/chị muốn rút lại sự đồng ý cho xử lý dữ liệu?\nTừ lúc rút, Trợ lý không nhận đăng ký, bài mới hay bản thay của anh/chị nữa. Ban Tổ chức được báo ngay và sẽ trả lời về những gì đã nhận.\n\n${kept}\n\nSau này anh/chị có thể đồng ý lại bằng lệnh /dongy.`,
      'Rút lại sự đồng ý',
      'Không rút',
    );
  const withdrawn = () =>
    `Đã ghi nhận: anh/chị rút lại sự đồng ý lúc ${scene.moment}. Từ bây giờ Trợ lý không nhận thêm thông tin của anh/chị. Ban Tổ chức đã được báo và sẽ trả lời trong 2 ngày làm việc về những gì đã nhận. Việc đã làm trước đó vẫn hợp lệ. Khi nào đổi ý, xin gõ /dongy.`;
  const needed =
    'Trợ lý chỉ nhận đăng ký và bài dự thi khi có sự đồng ý của anh/chị cho xử lý dữ liệu. Xin gõ /dongy để đọc và đồng ý, rồi làm tiếp.';
  const askTeam = 'Tên đội hoặc tên Tổ công nghệ số cộng đồng là gì?';
  let thu: Actor;
  let an: Actor;

  test('who has given none has none to take back', async () => {
    thu = await scene.organizer('Thư');
    an = scene.person('An');
    expect(await an.says('/rutdongy')).toBe('Anh/chị chưa cho sự đồng ý nào, nên không có gì để rút lại.');
  });

  test('in the middle of registering it is asked first, and whoever thinks better of it goes on', async () => {
    await an.saysAll('/dangky', '1', 'duc phong', '1');
    expect(await an.says('/rutdongy')).toBe(ask(keeps));
    expect(await an.chooses('Không rút')).toBe(
      `Sự đồng ý của anh/chị vẫn giữ nguyên.\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam}`,
    );
    await an.says('/rutdongy');
    expect(await an.says('/huy')).toBe(
      `Đã dừng việc «Rút lại sự đồng ý». Chưa có gì được gửi đi. Gõ /trogiup để xem có thể làm gì tiếp.\n---\nXin mời anh/chị làm tiếp:\n\n${askTeam}`,
    );
    await an.says('/rutdongy');
    expect(await an.chooses('Rút lại sự đồng ý')).toBe(withdrawn());
    expect(thu.read.at(-1)).toMatch(/^Rút lại sự đồng ý\nAn, lúc .*, chưa đăng ký đội nào\./);
    expect(await an.says('/huy')).toBe(
      'Hiện không có việc nào đang làm dở. Gõ /trogiup để xem có thể làm gì.',
    );
    expect(await an.says('/dangky')).toMatch(/^Trước khi đăng ký/);
    await an.says('/huy');
  });

  test('a team hears what stops and what stays valid', async () => {
    await register(an);
    await submit(an);
    expect(await an.says('/rutdongy')).toBe(
      ask(
        'Việc đã làm trước đó vẫn hợp lệ: bài đã nộp (QN-01) vẫn dự thi, trừ khi anh/chị rút bài hoặc Ban Tổ chức quyết định khác.',
      ),
    );
    await an.says('không');
    await an.says('/rutdongy');
    expect(await an.chooses('Rút lại sự đồng ý')).toBe(withdrawn());
    expect(thu.read.at(-1)).toMatch(
      /^Rút lại sự đồng ý\nNguyễn Văn An, đội «Tổ CNSCĐ Đức Phong», điện thoại 0905123456, lúc/,
    );
  });

  test('from then on no menu offers to submit, and who tries is told how to', async () => {
    expect(await an.says('/nopbai')).toBe(needed);
    expect(await an.says('/thaybai')).toBe(needed);
    const help = await an.says('/trogiup');
    expect(help).toContain('• /dongy – đọc và đồng ý lại, rồi nộp bài như trước');
    expect(help).not.toContain('/nopbai');
    const status = await an.says('/trangthai');
    expect(status).toContain('Gõ /dongy để đọc và đồng ý lại.');
    expect(status).toContain('QN-01');
    if (!scene.isZalo) expect(an.buttons).toEqual(['Đồng ý lại', 'Rút bài']);
  });

  test('consent is given again in chat, and the team takes part as before', async () => {
    expect(await an.says('/dongy')).toMatch(/^Trước khi dự thi tiếp.*Anh\/chị có đồng ý không\?/s);
    expect(await an.chooses('Tôi không đồng ý')).toBe(
      'Trợ lý hiểu rằng anh/chị không đồng ý, nên không nhận bài mới. Khi nào đổi ý, xin gõ /dongy.',
    );
    await an.says('/dongy');
    expect(await an.chooses('Tôi đồng ý')).toBe(
      scene.asks(
        `Đã ghi nhận sự đồng ý của anh/chị lúc ${scene.moment}. Anh/chị dự thi tiếp được như trước.`,
        'Nộp bài dự thi',
        'Thay bài đã nộp',
        'Rút bài',
      ),
    );
    expect(thu.read.at(-1)).toMatch(/^Đồng ý lại\nNguyễn Văn An, đội «Tổ CNSCĐ Đức Phong», lúc/);
    expect(await submit(an, { title: 'Cây đa' })).toBe('QN-02');
    expect(await an.says('/dongy')).toBe(
      'Anh/chị đã đồng ý rồi, và sự đồng ý ấy vẫn có hiệu lực. Muốn rút lại, xin gõ /rutdongy.',
    );
    const given = await scene.stage.store.consents.find({ person: an.chat.address }).sort({ at: 1 }).lean();
    expect(given.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, true, false]);
  });
});
