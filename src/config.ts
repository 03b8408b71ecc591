import { z } from 'zod';
import { CannotStart } from './cannotStart.js';

/** The environment, checked once. Nothing here is ever printed: it holds tokens and passwords. */
export type Config = z.output<typeof environment>;

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const token = z.string().regex(/^\d+:[\w-]+$/);
const contestName = z.string().regex(/^[a-z0-9-]+$/);

const environment = z
  .object({
    /** From Telegram's BotFather. */
    TELEGRAM_BOT_TOKEN: token.optional(),
    /** From Zalo Bot Creator; several, separated by commas, where one bot's 50 people are too few. */
    ZALO_BOT_TOKENS: z
      .string()
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .pipe(z.array(token))
      .default([]),
    MONGODB_URI: z.string().optional(),
    DATA_DIR: z.string().min(1).default('data'),
    /** For webhooks, pictures, and videos that only one messenger can show. 0: any free port. */
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    HOST: z.string().default('127.0.0.1'),
    /** How the outside world reaches `PORT`: https, without a path. */
    PUBLIC_URL: address.optional(),
    /** `webhook` needs `PUBLIC_URL`. */
    UPDATES: z.enum(['polling', 'webhook']).default('polling'),
    /** The contest documents to run, under `contests/`, separated by commas; the first is the default. */
    CONTEST: z
      .string()
      .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
      .pipe(z.tuple([contestName], contestName))
      .default(['qn-2023']),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    /** Of the fanpage on which entries are posted: likes and shares are then read from Facebook. */
    FACEBOOK_PAGE_TOKEN: z
      .string()
      .regex(/^[\w|-]{20,600}$/)
      .optional(),
    /** Other servers than the platforms' own, and the clock that goes with them. */
    TELEGRAM_API_URL: address.optional(),
    ZALO_API_URL: address.optional(),
    FACEBOOK_GRAPH_URL: address.optional(),
    CLOCK_URL: address.optional(),
  })
  .refine(({ UPDATES, PUBLIC_URL }) => UPDATES === 'polling' || PUBLIC_URL?.startsWith('https:'), {
    path: ['PUBLIC_URL'],
  });

/** Throws `CannotStart` that names every wrong variable, and never what it holds. */
export function readConfig(variables: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  if (read.success) return read.data;
  const wrong = [...new Set(read.error.issues.map(({ path }) => String(path[0])))];
  throw new CannotStart('operator.configWrong', { variables: wrong.join(', ') });
}

/** Nothing is configured: the trial mode, with pretended messengers. */
export const isTrial = ({ TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKENS }: Config): boolean =>
  !TELEGRAM_BOT_TOKEN && ZALO_BOT_TOKENS.length === 0;
