import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

export type FetchRules = { allowLoopback: boolean; mostBytes: number; timeoutMs: number };
export type Fetched = { content: Buffer; mime: string };

/** A file from the web, as a messenger's server would get it; `null` if it doesn't get it. */
export async function fetchFile(url: string, rules: FetchRules): Promise<Fetched | null> {
  if (!URL.canParse(url) || !(await isAllowed(new URL(url), rules))) return null;
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(rules.timeoutMs) });
    if (!answer.ok || !answer.body) return null;
    const pieces: Buffer[] = [];
    let bytes = 0;
    for await (const piece of answer.body) {
      bytes += piece.length;
      if (bytes > rules.mostBytes) return null;
      pieces.push(Buffer.from(piece));
    }
    const mime = answer.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream';
    return { content: Buffer.concat(pieces), mime };
  } catch {
    return null;
  }
}

/** Public HTTPS; with `allowLoopback` also whatever this computer serves itself. */
export async function isAllowed(
  { protocol, hostname }: URL,
  { allowLoopback }: Pick<FetchRules, 'allowLoopback'>,
): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host)
    ? [host]
    : (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address);
  if (addresses.length === 0) return false;
  const allLocal = addresses.every((address) => contains(loopback, address));
  if (allLocal && allowLoopback) return protocol === 'http:' || protocol === 'https:';
  return (
    protocol === 'https:' &&
    !addresses.some((address) => contains(loopback, address) || contains(inner, address))
  );
}

const contains = (list: BlockList, address: string) =>
  list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const inner = new BlockList();
inner.addSubnet('0.0.0.0', 8);
inner.addSubnet('10.0.0.0', 8);
inner.addSubnet('100.64.0.0', 10);
inner.addSubnet('169.254.0.0', 16);
inner.addSubnet('172.16.0.0', 12);
inner.addSubnet('192.168.0.0', 16);
inner.addSubnet('fc00::', 7, 'ipv6');
inner.addSubnet('fe80::', 10, 'ipv6');
