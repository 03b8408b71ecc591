import { type Logger, type LoggerOptions, pino } from 'pino';

/** What goes wrong or matters, one line of JSON each. Never what people write, and never a token. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** A token is part of both platforms' addresses: wherever one would show, it is cut out. */
const TOKEN = /\b(bot)?\d{5,}:[A-Za-z0-9_-]{10,}/g;

export const withoutTokens = (text: string): string => text.replace(TOKEN, '$1***');

/** `file`: the log goes there instead of the terminal. */
export function openLog(level: string, file?: string): Logger {
  const settings: LoggerOptions = {
    level,
    base: null,
    serializers: { error: describeError },
    hooks: {
      logMethod(values, method) {
        method.apply(
          this,
          values.map((each) => (typeof each === 'string' ? withoutTokens(each) : each)) as never,
        );
      },
    },
  };
  return file ? pino(settings, pino.destination({ dest: file, sync: true })) : pino(settings);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return withoutTokens(String(error));
  return { name: error.name, message: withoutTokens(error.message), stack: withoutTokens(error.stack ?? '') };
}
