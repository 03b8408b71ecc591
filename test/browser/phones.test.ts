import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { yesOrNo } from './echoBots.js';
import { setStage } from './stage.js';

const { start, open } = setStage();

const clockText = (page: Page) => page.getByLabel('Đồng hồ', { exact: true }).textContent();

test('adds a person, if there is none of this name yet, and a group', async () => {
  const page = await open(await start());
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const person = page.getByRole('dialog', { name: 'Thêm người' });
  await person.getByRole('button', { name: 'Thêm', exact: true }).click();
  await person.getByText('Xin cho biết tên của người này.').waitFor();
  await person.getByRole('textbox', { name: 'Tên' }).fill(' lan ');
  await person.getByRole('button', { name: 'Thêm', exact: true }).click();
  await person.getByText('Đã có một người tên lan.').waitFor();
  await person.getByRole('textbox', { name: 'Tên' }).fill('Hòa');
  await person.getByText('Telegram').click();
  await person.getByRole('combobox', { name: 'Vai' }).fill('Ban Tổ chức');
  await person.getByRole('button', { name: 'Thêm', exact: true }).click();
  const hoa = phone(page, 'Hòa');
  await hoa.start();
  await hoa.hears(yesOrNo);
  expect(await hoa.device.getAttribute('aria-label')).toBe('Điện thoại của Hòa, Ban Tổ chức, Telegram');

  await page.getByRole('button', { name: 'Thêm nhóm' }).click();
  const group = page.getByRole('dialog', { name: 'Thêm nhóm' });
  await group.getByRole('textbox', { name: 'Tên nhóm' }).fill('Tổ thư ký');
  await group.getByText('Telegram').click();
  await group.getByRole('button', { name: 'Tạo nhóm' }).click();
  const secretaries = phone(page, 'Tổ thư ký');
  await secretaries.device.getByText('3 thành viên').waitFor();
  await secretaries.device.getByRole('combobox').selectOption('Hòa');
  await secretaries.say('/trogiup@thi_bot');
  await secretaries.hears('Đây là hướng dẫn.');
});

test('moves the clock, on the bar and on every phone', async () => {
  const page = await open(await start());
  expect(await clockText(page)).toBe('thứ Năm, 31/8/2023 08:05');
  await page.getByRole('button', { name: '+1 giờ' }).click();
  await page.getByText('thứ Năm, 31/8/2023 09:05').waitFor();
  await page.getByRole('button', { name: '+1 ngày' }).click();
  await page.getByText('thứ Sáu, 1/9/2023 09:05').waitFor();
  await page.getByRole('button', { name: 'Đến lúc…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đến lúc…' });
  await dialog.getByRole('button', { name: 'Tháng sau' }).click();
  await dialog.getByRole('button', { name: 'thứ Hai, 2/10/2023' }).click();
  await dialog.getByRole('textbox', { name: 'Giờ' }).fill('17:30');
  await dialog.getByRole('button', { name: 'Chuyển đồng hồ' }).click();
  await page.getByText('thứ Hai, 2/10/2023 17:30').waitFor();
  await phone(page, 'Lan').device.locator('.status-time', { hasText: '17:30' }).waitFor();
  await page.getByRole('button', { name: 'Cho đồng hồ chạy' }).click();
  await page.getByRole('button', { name: 'Dừng đồng hồ' }).waitFor();
});

test('the clock never goes back: days that are over are out of reach, an earlier hour is refused where it was asked', async () => {
  const page = await open(await start());
  await page.getByRole('button', { name: 'Đến lúc…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đến lúc…' });
  expect(await dialog.getByRole('button', { name: 'thứ Tư, 30/8/2023' }).isDisabled()).toBe(true);
  expect(await dialog.getByRole('button', { name: 'Tháng trước' }).isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: 'Giờ' }).fill('07:00');
  await dialog.getByRole('button', { name: 'Chuyển đồng hồ' }).click();
  await dialog.getByRole('alert').getByText('Đồng hồ chỉ tiến được, không lùi được.').waitFor();
});

test('whoever would jump over something is cautioned first, and may do so all the same', async () => {
  const emulator = await start();
  emulator.caution = async (to) =>
    to.toISOString() === '2023-09-01T01:05:00.000Z' ? 'Từ mai không sửa được nữa.' : null;
  const page = await open(emulator);
  await page.getByRole('button', { name: 'Đến lúc…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đến lúc…' });
  await dialog.getByRole('button', { name: 'Tháng sau' }).click();
  await dialog.getByRole('button', { name: 'thứ Sáu, 1/9/2023' }).click();
  await dialog.getByRole('button', { name: 'Chuyển đồng hồ' }).click();
  await dialog.getByRole('alert').getByText('Từ mai không sửa được nữa.').waitFor();
  expect(await clockText(page)).toBe('thứ Năm, 31/8/2023 08:05');
  await dialog.getByRole('button', { name: 'Chuyển đồng hồ' }).click();
  await page.getByText('thứ Sáu, 1/9/2023 08:05').waitFor();
});

test('shows the same after a reload: what was said, which chat is open, which phone was put away', async () => {
  const page = await open(await start());
  const lan = phone(page, 'Lan');
  await lan.say('xin chào');
  await lan.hears('Nghe: xin chào');
  await phone(page, 'Minh').openChat('Giám khảo 2023');
  await page.getByRole('button', { name: 'Cất điện thoại Giám khảo 2023' }).click();
  await page.reload();
  await lan.device.getByText('Nghe: xin chào').waitFor();
  expect(await lan.history()).toEqual(['xin chào', 'Nghe: xin chào']);
  await phone(page, 'Minh').device.getByRole('heading', { name: 'Giám khảo 2023' }).waitFor();
  expect(await phone(page, 'Giám khảo 2023').device.count()).toBe(0);
  await page.getByRole('button', { name: 'Đã cất 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Giám khảo 2023' }).click();
  await phone(page, 'Giám khảo 2023').device.waitFor();
});

test('counts what was not read yet', async () => {
  const emulator = await start();
  const page = await open(emulator);
  const minh = phone(page, 'Minh');
  await minh.start();
  await minh.hears(yesOrNo);
  await minh.openChat('Giám khảo 2023');
  await minh.device.getByRole('button', { name: 'Về danh sách trò chuyện' }).click();
  const chat = emulator.chats.find(({ title, kind }) => title === 'Bot Hội thi' && kind === 'private');
  const [owner] = emulator.phones;
  if (!chat || !owner) throw new Error('no chat to speak in');
  await owner.say(chat, 'nhắn từ chỗ khác');
  await minh.device.getByRole('button', { name: 'Bot Hội thi, 1 tin chưa đọc', exact: true }).waitFor();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: 'Minh, 1 tin chưa đọc', exact: true })
    .waitFor();
  await minh.openChat('Bot Hội thi');
  expect(await minh.history()).toContain('Nghe: nhắn từ chỗ khác');
});

test('lets a messenger misbehave', async () => {
  const emulator = await start();
  const page = await open(emulator);
  await page.getByRole('button', { name: 'Sự cố' }).click();
  const dialog = page.getByRole('dialog', { name: 'Gây sự cố' });
  await dialog.getByRole('combobox', { name: 'Chuyện gì xảy ra' }).selectOption('Máy chủ lỗi (500)');
  await dialog.getByRole('button', { name: 'Gây sự cố' }).click();
  await page.getByText('Đã đặt sự cố cho những tin kế tiếp.').waitFor();
  const lan = phone(page, 'Lan');
  await lan.say('mất tiếng');
  await lan.say('nghe rõ');
  await lan.hears('Nghe: nghe rõ');
  expect(await lan.history()).toEqual(['mất tiếng', 'nghe rõ', 'Nghe: nghe rõ']);
});

test("never reads people's words as markup", async () => {
  const emulator = await start();
  const name = '<img src=x onerror="document.title=1">';
  emulator.addPhone({ platform: 'zalo', name, label: '<b>' });
  const page = await open(emulator);
  const lan = phone(page, 'Lan');
  await lan.say('<script>document.title=2</script> javascript:alert(1) & "');
  await lan.hears('Nghe');
  expect((await lan.history())[0]).toBe('<script>document.title=2</script> javascript:alert(1) & "');
  await page.getByRole('heading', { name }).waitFor();
  expect(await page.title()).toBe('Trợ lý Cuộc thi – chạy thử');
  expect(await page.locator('main img, main script, main a').count()).toBe(0);
});

test('shows one phone at a time where there is no room for more', async () => {
  const page = await open(await start(), { width: 390, height: 844 });
  const lan = phone(page, 'Lan');
  await page.getByRole('navigation').getByRole('button', { name: 'Lan' }).click();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: 'Lan' })
    .and(page.locator('[aria-current=true]'))
    .waitFor();
  await lan.say('từ máy nhỏ');
  await lan.hears('Nghe: từ máy nhỏ');
  expect(await page.locator('[aria-current=true]').allTextContents()).toEqual(['Lan']);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('says how many phones lie beyond the edge, and goes there', async () => {
  const page = await open(await start(), { width: 800, height: 900 });
  await page.getByRole('button', { name: 'Xem 2 máy nữa bên phải' }).click();
  await page.getByRole('button', { name: 'Xem 2 máy nữa bên trái' }).waitFor();
  const group = page.getByRole('navigation').getByRole('button', { name: 'Giám khảo 2023' });
  expect(await group.getAttribute('aria-current')).toBe('true');
});

test('on a keyboard of glass Enter makes a line and the button sends', async () => {
  const page = await open(await start(), { width: 390, height: 844, touch: true });
  const lan = phone(page, 'Lan');
  await page.getByRole('navigation').getByRole('button', { name: 'Lan' }).tap();
  await lan.say('dòng một');
  await lan.device.getByRole('textbox').pressSequentially('dòng hai');
  await lan.device.getByRole('button', { name: 'Gửi', exact: true }).tap();
  await lan.hears('Nghe');
  expect((await lan.history())[0]).toBe('dòng một\ndòng hai');
});

test('a chat stays at its end when a keyboard of glass takes half of the screen', async () => {
  const emulator = await start();
  const lan = emulator.phones.find(({ name }) => name === 'Lan');
  const group = emulator.chats.find(({ title }) => title === 'Xã Hành Đức');
  if (!lan || !group) throw new Error('no group to speak in');
  for (let index = 1; index <= 12; index += 1) await lan.say(group, `tin dài ${'thứ '.repeat(30)} ${index}`);
  const page = await open(emulator, { width: 390, height: 844 });
  const { device } = phone(page, 'Xã Hành Đức');
  await device.getByRole('textbox').focus();
  const log = device.getByRole('log');
  const whole = await log.evaluate(({ scrollHeight }) => scrollHeight);
  await page.setViewportSize({ width: 330, height: 420 });
  const box = await device.getByRole('textbox').elementHandle();
  await page.waitForFunction((box) => (box?.getBoundingClientRect().bottom ?? 999) <= 420, box);
  expect(await log.evaluate(({ scrollHeight }) => scrollHeight)).toBeGreaterThan(whole);
  await page.waitForFunction(
    (log) => log && Math.round(log.scrollHeight - log.scrollTop - log.clientHeight) === 0,
    await log.elementHandle(),
  );
});

test('speaks Vietnamese to eyes and to screen readers', async () => {
  const page = await open(await start());
  await page.getByRole('button', { name: 'Thêm nhóm' }).click();
  const words = await page.evaluate(() =>
    [...document.querySelectorAll('body *')].flatMap((element) => [
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent ?? ''),
    ]),
  );
  expect(words).toContain('Nhập tin nhắn');
  const english =
    /\b(add|close|cancel|error|group|message|null|object|open|phone|search|send|time|type|undefined)\b/i;
  expect(words.filter((word) => english.test(word))).toEqual([]);
});

test('tells what could be tried, one thing at a time', async () => {
  const emulator = await start();
  const page = await open(emulator);
  expect(await page.getByText('Hãy thử').isVisible()).toBe(false);
  await page.route('**/api/state', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      json: { ...(await response.json()), hints: ['nhắn cho bot', 'đợi một ngày'] },
    });
  });
  await page.reload();
  await page.getByText('Hãy thử 1/2: nhắn cho bot').waitFor();
  await page.getByRole('button', { name: 'Gợi ý tiếp' }).click();
  await page.getByText('Hãy thử 2/2: đợi một ngày').waitFor();
});

test('a chat with a long past opens at its end and shows older messages when asked', async () => {
  const emulator = await start();
  const [owner] = emulator.phones;
  const group = emulator.chats.find(({ title }) => title === 'Giám khảo 2023');
  if (!owner || !group) throw new Error('no group to speak in');
  for (let index = 1; index <= 200; index += 1) await owner.say(group, `tin số ${index}`);
  const page = await open(emulator);
  const { device } = phone(page, 'Giám khảo 2023');
  await device.getByText('tin số 200', { exact: true }).waitFor();
  expect(await device.getByText('tin số 2', { exact: true }).count()).toBe(0);
  await device.getByRole('button', { name: 'Xem tin cũ hơn' }).click();
  await device.getByText('tin số 2', { exact: true }).waitFor();
});
