import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPhones, phone } from '../support/browser.js';
import { openStage, type Stage } from '../support/stage.js';

/** The page of phones, clicked by a person, with the whole assistant behind it. */

jest.setTimeout(60_000);

let browser: Browser;
let stage: Stage;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  stage = await openStage({ at: '2023-08-31T08:00:00+07:00', runs: true });
});
afterEach(async () => {
  await page.context().close();
  await stage.close();
});

const registered = () =>
  stage.store.registrations.findOne({}, { _id: 0, unit: 1, team: 1, contact: 1, phone: 1 }).lean();

describe('a team registers and hands in its clip', () => {
  test('on Telegram, with buttons', async () => {
    stage.person('telegram', 'An');
    page = await openPhones(browser, stage.emulator.url);
    const an = phone(page, 'An');
    await an.start();
    await an.hears('Anh/chị muốn làm gì?');
    await an.press('Đăng ký dự thi');
    await an.hears('Anh/chị có đồng ý không?');
    await an.press('Tôi đồng ý');
    await an.hears('thuộc xã, phường, thị trấn nào?');
    await an.say('duc phong');
    await an.hears('Có phải là xã Đức Phong, huyện Mộ Đức không?');
    await an.press('Đúng');
    await an.hears('Tên đội');
    await an.say('Tổ <b>&_*[');
    await an.hears('Họ và tên');
    await an.say('Nguyễn Văn An');
    await an.hears('Số điện thoại');
    await an.say('0905.123.456');
    expect(await an.hears('kiểm tra lại')).toContain('Tên đội: Tổ <b>&_*[\n');
    await an.press('Đúng, gửi đăng ký');
    await an.hears('Đã đăng ký cho đội Tổ <b>&_*[, xã Đức Phong, huyện Mộ Đức.');
    expect(await registered()).toEqual({
      unit: '21433',
      team: 'Tổ <b>&_*[',
      contact: 'Nguyễn Văn An',
      phone: '0905123456',
    });

    await an.press('Nộp bài dự thi');
    await an.hears('Tên bài dự thi');
    await an.say('Chuyển đổi số ở làng');
    await an.hears('Xin gửi video vào đây');
    await an.sendVideo({ name: 'clip.mp4', megabytes: '120', length: '4:30' });
    await an.hears('cam kết');
    await an.press('Tôi cam kết');
    await an.hears('Video: clip.mp4 (114,4 MB, 4 phút 30 giây)');
    await an.press('Đúng, nộp bài');
    expect(await an.hears('ĐÃ NHẬN BÀI DỰ THI')).toContain('Mã bài: QN-01');
  });

  test('on Zalo, with numbers and words, and without a single button', async () => {
    stage.person('zalo', 'Lan');
    page = await openPhones(browser, stage.emulator.url);
    const lan = phone(page, 'Lan');
    await lan.say('xin chào');
    expect(await lan.hears('Anh/chị muốn làm gì?')).toContain('1. Đăng ký dự thi\n2. Tôi có mã mời');
    await lan.say('1');
    await lan.hears('1. Tôi đồng ý');
    await lan.say('TOI DONG Y');
    await lan.hears('thuộc xã, phường, thị trấn nào?');
    await lan.say('nghia dien');
    await lan.hears('xã Nghĩa Điền, huyện Tư Nghĩa');
    await lan.say('1');
    await lan.hears('Tên đội');
    await lan.say('Tổ công nghệ số xã Nghĩa Điền');
    await lan.hears('Họ và tên');
    await lan.say('Trần Thị Lan');
    await lan.hears('Số điện thoại');
    await lan.say('chưa có');
    await lan.hears('chưa đúng là số điện thoại');
    await lan.say('+84 905 123 457');
    await lan.hears('kiểm tra lại');
    await lan.say('1');
    await lan.hears('Đã đăng ký cho đội Tổ công nghệ số xã Nghĩa Điền');
    expect(await registered()).toEqual({
      unit: '21271',
      team: 'Tổ công nghệ số xã Nghĩa Điền',
      contact: 'Trần Thị Lan',
      phone: '0905123457',
    });

    await lan.say('nop bai');
    await lan.hears('Tên bài dự thi');
    await lan.say('Cả làng lên mạng');
    await lan.hears('Xin dán đường dẫn công khai');
    await lan.sendVideo({ name: 'clip.mp4', megabytes: '30', length: '4:30' });
    await lan.hears('Zalo không chuyển được tệp');
    await lan.say('đây nhé https://youtu.be/dQw4w9WgXcQ');
    await lan.hears('cam kết');
    await lan.say('toi cam ket');
    await lan.hears('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    await lan.say('1');
    expect(await lan.hears('ĐÃ NHẬN BÀI DỰ THI')).toContain('Mã bài: QN-01');
    expect(await lan.buttons()).toEqual([]);
  });
});
