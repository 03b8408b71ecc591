import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../support/browser.js';
import { yesOrNo } from './echoBots.js';
import { setStage } from './stage.js';

/** The page of phones without a mouse. */

const { start, open } = setStage();

const chip = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });

/** The name of what has the focus, and of the phone it is on. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return [
      one?.getAttribute('aria-label') || one?.textContent,
      one?.closest('[data-view]')?.querySelector('h2')?.textContent ?? null,
    ];
  });

test('a chip leads to where one writes, and all that was said is one stop on the way there', async () => {
  const page = await open(await start());
  const minh = phone(page, 'Minh');
  await minh.start();
  await minh.hears(yesOrNo);
  await minh.say('một');
  await minh.hears('Nghe: một');
  await chip(page, 'Minh').press('Enter');
  expect(await focus(page)).toEqual(['Nhập tin nhắn', 'Minh']);

  const pressed = async (key: string) => {
    await page.keyboard.press(key);
    return (await focus(page))[0];
  };
  expect(await pressed('Shift+Tab')).toBe('Menu');
  expect(await pressed('Shift+Tab')).toBe('Đồng ý');
  expect(await pressed('ArrowRight')).toBe('Không');
  expect(await pressed('ArrowRight')).toBe('Không');
  expect(await pressed('Home')).toBe('/start');
  expect(await pressed('ArrowDown')).toBe('/trogiup');
  expect(await pressed('ArrowDown')).toBe('https://example.org/huong-dan');
  expect(await pressed('Shift+Tab')).toBe('Tùy chọn');
  expect(await pressed('Tab')).toBe('https://example.org/huong-dan');
  expect(await pressed('Tab')).toBe('Menu');

  // Without links or buttons a chat is a stop itself, to be scrolled.
  await chip(page, 'Lan').press('Enter');
  await page.keyboard.press('Shift+Tab');
  expect(await pressed('Shift+Tab')).toBe('Tin nhắn');
});

test('where a phone was put away the focus goes to the drawer, and from there to the phone that was taken out', async () => {
  const page = await open(await start());
  await page.getByRole('button', { name: 'Cất điện thoại Giám khảo 2023' }).press('Enter');
  expect(await focus(page)).toEqual(['Đã cất 1', null]);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Giám khảo 2023' }).press('Enter');
  await phone(page, 'Giám khảo 2023').device.waitFor();
  expect(await focus(page)).toEqual(['Nhóm Giám khảo 2023, Telegram', 'Giám khảo 2023']);
});
