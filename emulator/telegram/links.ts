/** A link's address as Telegram completes it; `null` if it is none. */
export function linkAddress(written: string): string | null {
  if (/\s/.test(written)) return null;
  const address = /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `http://${written}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  if (protocol === 'tg:') return href;
  return ['http:', 'https:'].includes(protocol) && /[^.]\.[^.]/.test(hostname) ? href : null;
}
