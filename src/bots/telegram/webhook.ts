import { createHash, timingSafeEqual } from 'node:crypto';

const HEADER = 'x-telegram-bot-api-secret-token';

/** Compares digests: they are equally long, so nothing can be learned from how long it takes. */
export function hasSecret(headers: Record<string, unknown>, secret: string): boolean {
  const given = headers[HEADER];
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
