import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { EmulatedClock, type Emulator, startEmulator } from '../../emulator/index.js';
import { launchBrowser, openPhones } from '../support/browser.js';
import { echoOnTelegram, echoOnZalo } from './echoBots.js';

const TELEGRAM = '1001:telegram-secret';
const ZALO = '2002:zalo-secret';

/**
 * For a whole test file: one browser, and for each test an emulator with two echo bots, Minh on Telegram, Lan
 * on Zalo and a group on each. A test fails when the page reports an error, whatever else it saw.
 */
export function setStage() {
  let browser: Browser;
  let cleanUp: (() => Promise<unknown>)[] = [];
  let problems: string[] = [];
  jest.setTimeout(40_000);

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  afterEach(async () => {
    for (const step of cleanUp.reverse()) await step();
    cleanUp = [];
    const found = problems;
    problems = [];
    expect(found).toEqual([]);
  });

  return {
    /** Thursday 31/8/2023, 08:05 in Vietnam, and it stays so until a test moves it. */
    async start(): Promise<Emulator> {
      const clock = new EmulatedClock({ now: Date.parse('2023-08-31T08:05:00+07:00'), frozen: true });
      const unlimited = { chat: null, group: null, groupEdits: null, bot: null };
      const emulator = await startEmulator({ clock, limits: { telegram: unlimited } });
      cleanUp.push(() => emulator.close());
      const telegram = emulator.addBot({
        platform: 'telegram',
        token: TELEGRAM,
        username: 'thi_bot',
        name: 'Bot Hội thi',
      });
      const zalo = emulator.addBot({ platform: 'zalo', token: ZALO, username: 'thi', name: 'Trợ lý Thi' });
      const minh = emulator.addPhone({ platform: 'telegram', name: 'Minh', label: 'Giám khảo' });
      const lan = emulator.addPhone({ platform: 'zalo', name: 'Lan', label: 'Đội thi' });
      emulator.addGroup({ platform: 'zalo', title: 'Xã Hành Đức', phones: [lan], bot: zalo });
      emulator.addGroup({ platform: 'telegram', title: 'Giám khảo 2023', phones: [minh], bot: telegram });
      cleanUp.push(await echoOnTelegram(emulator.telegramUrl, TELEGRAM));
      cleanUp.push(await echoOnZalo(emulator.zaloUrl, ZALO));
      return emulator;
    },

    async open(emulator: Emulator, size?: { width: number; height: number; touch?: boolean }): Promise<Page> {
      const page = await openPhones(browser, emulator.url, size);
      cleanUp.push(() => page.context().close());
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => {
        // What is refused is told on the page; the browser notes it besides.
        if (message.type() === 'error' && !message.text().includes('(Bad Request)'))
          problems.push(message.text());
      });
      return page;
    },
  };
}
