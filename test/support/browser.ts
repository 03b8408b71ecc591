import { existsSync } from 'node:fs';
import { type Browser, chromium, errors, type Locator, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const ANSWER_MS = 10_000;

/** Chromium without a window, with a new and empty profile that goes when it is closed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it (apt-get install -y chromium) or set CHROMIUM to its path.`,
    );
  }
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** The page of phones, as a person sees it who has never opened it before. */
export async function openPhones(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, touch = false } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: 'reduce',
    isMobile: touch,
    hasTouch: touch,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(ANSWER_MS);
  await page.goto(url);
  await page.getByLabel('Đồng hồ', { exact: true }).filter({ hasText: ':' }).waitFor();
  return page;
}

/** The hands that hold one phone, a person's or a group's, by the name above it. */
export const phone = (page: Page, name: string): Hands => new Hands(page, name);

export class Hands {
  readonly device: Locator;
  #heardBefore: string[] = [];

  constructor(
    private readonly page: Page,
    private readonly name: string,
  ) {
    this.device = page.getByRole('region', {
      name: new RegExp(`^(Điện thoại của|Nhóm) ${escaped(name)}(,|$)`),
    });
  }

  /** `mention` picks the bot from the list that opens at `@`, and writes the rest behind its name. */
  async say(text: string, { mention }: { mention?: string } = {}): Promise<void> {
    await this.#remember();
    const box = this.device.getByRole('textbox', { name: 'Nhập tin nhắn' });
    if (mention !== undefined) {
      await this.device.getByRole('button', { name: 'Nhắc tên' }).click();
      await this.device.getByRole('option', { name: mention }).click();
    }
    await box.pressSequentially(text.replaceAll('\n', ' '));
    await box.press('Enter');
  }

  /** The button with this label on the newest message that has one. */
  async press(label: string): Promise<void> {
    await this.#remember();
    await this.#log.getByRole('button', { name: label, exact: true }).last().click();
  }

  /** Telegram's big button below a chat in which nothing was said yet. */
  async start(): Promise<void> {
    await this.#remember();
    await this.device.getByRole('button', { name: 'Bắt đầu', exact: true }).click();
  }

  /** One of the samples in the picker, by the beginning of its name. */
  async send(kind: 'Video' | 'Ảnh' | 'Tệp', sample: string, { caption = '' } = {}): Promise<void> {
    await this.#remember();
    const picker = await this.#attach();
    await picker.getByRole('button', { name: kind, exact: true }).click();
    await picker.getByRole('textbox', { name: 'Chú thích' }).fill(caption);
    await picker.getByRole('button', { name: new RegExp(`^${escaped(sample)}`) }).click();
  }

  async sendVideo(video: { name: string; megabytes: string; length: string }): Promise<void> {
    await this.#remember();
    const picker = await this.#attach();
    await picker.getByText('Tự nhập…').click();
    await picker.getByRole('textbox', { name: 'Tên tệp' }).fill(video.name);
    await picker.getByRole('textbox', { name: 'Dung lượng (MB)' }).fill(video.megabytes);
    await picker.getByRole('textbox', { name: 'Thời lượng' }).fill(video.length);
    await picker.getByRole('button', { name: 'Gửi video' }).click();
  }

  async shareContact(): Promise<void> {
    await this.#remember();
    const picker = await this.#attach();
    await picker.getByRole('button', { name: 'Số của tôi' }).click();
  }

  /** An entry of the menu behind the three dots. */
  async choose(label: string): Promise<void> {
    await this.#remember();
    await this.device.getByRole('button', { name: 'Tùy chọn' }).click();
    await this.device.getByRole('dialog').getByRole('button', { name: label }).click();
  }

  /** Another chat of this person. */
  async openChat(title: string): Promise<void> {
    const back = this.device.getByRole('button', { name: 'Về danh sách trò chuyện' });
    if (await back.isVisible()) await back.click();
    await this.device.getByRole('list').getByRole('button', { name: title }).click();
  }

  /**
   * Waits until the bot has said, or changed a message into, something like this since the last deed of
   * these hands; answers the whole text of that message.
   */
  async hears(words: string | RegExp): Promise<string> {
    const pattern = typeof words === 'string' ? new RegExp(escaped(words)) : words;
    const log = await this.#log.elementHandle();
    try {
      const heard = await this.page.waitForFunction(
        ({ log, before, pattern }) =>
          [...(log?.querySelectorAll('[data-from=bot]') ?? [])]
            .filter(
              (message) => !before.includes(`${message.getAttribute('data-message')} ${message.textContent}`),
            )
            .map((message) => message.querySelector('.text')?.textContent ?? '')
            .findLast((text) => pattern.test(text)) ?? null,
        { log, before: this.#heardBefore, pattern },
      );
      return (await heard.jsonValue()) ?? '';
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      const last = await this.lastBotMessage();
      throw new Error(`${this.name} did not hear ${pattern}. The bot's last message is “${last}”.`);
    }
  }

  /** The text of the newest message of the bot; '' if it has said nothing. */
  async lastBotMessage(): Promise<string> {
    return (await this.#botMessages.locator('.text').allTextContents()).at(-1) ?? '';
  }

  /** The labels below the newest message of the bot. */
  async buttons(): Promise<string[]> {
    return this.#botMessages.last().locator('.keyboard').getByRole('button').allTextContents();
  }

  /** All that can be read in the open chat, oldest first. */
  async history(): Promise<string[]> {
    return this.#log.locator('.text').allTextContents();
  }

  get #log(): Locator {
    return this.device.getByRole('log', { name: 'Tin nhắn' });
  }

  get #botMessages(): Locator {
    return this.#log.locator('[data-from=bot]');
  }

  async #attach(): Promise<Locator> {
    await this.device.getByRole('button', { name: 'Đính kèm' }).click();
    return this.device.getByRole('dialog', { name: 'Đính kèm' });
  }

  async #remember(): Promise<void> {
    this.#heardBefore = await this.#botMessages.evaluateAll((messages) =>
      messages.map((message) => `${message.getAttribute('data-message')} ${message.textContent}`),
    );
  }
}

const escaped = (words: string) => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
