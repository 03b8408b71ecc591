import { describe, expect, test } from '@jest/globals';
import { phone } from '../support/browser.js';
import { yesOrNo } from './echoBots.js';
import { setStage } from './stage.js';

const { start, open } = setStage();

describe('on Telegram', () => {
  test('a chat starts with the big button, and the answer has styles, links, commands and buttons', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    expect(await minh.hears('Xin chào')).toBe(
      `Xin chào! ${yesOrNo} Xem /trogiup hoặc https://example.org/huong-dan.`,
    );
    expect(await minh.buttons()).toEqual(['Đồng ý', 'Không']);
    expect(await minh.device.locator('strong').allTextContents()).toEqual(['Xin chào']);
    expect(await minh.device.getByRole('link').getAttribute('href')).toBe('https://example.org/huong-dan');
    await minh.press('/trogiup');
    expect(await minh.hears('hướng dẫn')).toBe('Đây là hướng dẫn.');
  });

  test('a press changes the message, takes its buttons off and shows the toast', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    await minh.hears(yesOrNo);
    await minh.press('Đồng ý');
    expect(await minh.hears('Cảm ơn')).toBe('Cảm ơn anh chị đã đồng ý.');
    expect(await minh.buttons()).toEqual([]);
    await minh.device.getByText('Đã ghi nhận').waitFor();
    await minh.device.getByText('đã sửa').waitFor();
  });

  test('an alert covers the phone until it is read, and gives the focus back', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    await minh.hears(yesOrNo);
    await minh.press('Không');
    const alert = minh.device.getByRole('dialog', { name: 'Không đồng ý thì không dự thi được.' });
    await alert.getByRole('button', { name: 'Đã hiểu' }).click();
    await alert.waitFor({ state: 'detached' });
    expect(await minh.buttons()).toEqual(['Đồng ý', 'Không']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Không');
  });

  test('the menu lists the commands that the bot has set', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    await minh.hears(yesOrNo);
    await minh.device.getByRole('button', { name: 'Menu' }).click();
    await minh.device.getByRole('dialog').getByRole('button', { name: '/trogiup' }).click();
    await minh.hears('Đây là hướng dẫn.');
  });

  test('videos arrive with their name, size, length and caption', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    await minh.hears(yesOrNo);
    await minh.send('Video', 'Bản dựng đầy đủ', { caption: 'Bài của đội' });
    expect(await minh.hears('Video')).toBe(
      'Video Bản dựng đầy đủ.mp4: 120000000 byte, 298 giây. Bài của đội',
    );
    await minh.sendVideo({ name: 'clip.mov', megabytes: '18,5', length: '4:02' });
    expect(await minh.hears('clip')).toBe('Video clip.mov: 18500000 byte, 242 giây.');
  });

  test('a person shares his number, blocks the bot and lets it in again', async () => {
    const page = await open(await start());
    const minh = phone(page, 'Minh');
    await minh.start();
    await minh.hears(yesOrNo);
    await minh.shareContact();
    await minh.hears('Số của Minh');
    await minh.choose('Chặn bot');
    await minh.device.getByRole('textbox').waitFor({ state: 'detached' });
    await minh.device.getByRole('button', { name: 'Bỏ chặn' }).click();
    await minh.say('còn đó không');
    await minh.hears('Nghe: còn đó không');
  });
});

describe('on Zalo', () => {
  test('there are words, stickers and photos, and nothing to press', async () => {
    const page = await open(await start());
    const lan = phone(page, 'Lan');
    await lan.say('xin chào');
    expect(await lan.hears('Nghe')).toBe('Nghe: xin chào');
    await lan.send('Ảnh', 'Cả đội');
    await lan.hears('message.image.received');
    await lan.device.getByRole('button', { name: 'Nhãn dán' }).click();
    await lan.device.getByRole('dialog').getByRole('button', { name: 'Cảm ơn!' }).click();
    await lan.hears('message.sticker.received');
    expect(await lan.device.locator('.keyboard').count()).toBe(0);
    expect(await lan.device.getByRole('button', { name: 'Menu' }).isVisible()).toBe(false);
  });

  test('a video is sent, and the bot learns only that it was something it can not have', async () => {
    const page = await open(await start());
    const lan = phone(page, 'Lan');
    await lan.say('xin chào');
    await lan.hears('Nghe');
    await lan.send('Video', 'Bản dựng đầy đủ');
    await lan.hears('message.unsupported.received');
  });

  test('in a group the bot hears only what mentions it', async () => {
    const page = await open(await start());
    const group = phone(page, 'Xã Hành Đức');
    await group.say('không ai gọi bot');
    await group.say('@Trợ lý Thi gõ bằng tay');
    await group.say('tình hình', { mention: 'Trợ lý Thi' });
    await group.hears(/tình hình/);
    expect(await group.history()).toEqual([
      'không ai gọi bot',
      '@Trợ lý Thi gõ bằng tay',
      '@Trợ lý Thi tình hình',
      await group.lastBotMessage(),
    ]);
  });

  test('in a group the bot hears replies to what it said', async () => {
    const page = await open(await start());
    const group = phone(page, 'Xã Hành Đức');
    await group.say('tình hình', { mention: 'Trợ lý Thi' });
    await group.hears('tình hình');
    await group.press('Trả lời Trợ lý Thi');
    await group.say('nói rõ hơn');
    await group.hears('Nghe: nói rõ hơn');
  });

  test('the list that opens at @ works from the keyboard', async () => {
    const page = await open(await start());
    const group = phone(page, 'Xã Hành Đức');
    const box = group.device.getByRole('textbox');
    await box.pressSequentially('@trợ');
    await group.device.getByRole('option', { name: 'Trợ lý Thi' }).waitFor();
    await box.press('Enter');
    expect(await box.inputValue()).toBe('@Trợ lý Thi ');
    await box.pressSequentially('giúp với');
    await box.press('Enter');
    await group.hears('giúp với');
  });
});
