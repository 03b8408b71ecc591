export type WebhookAnswer =
  | { kind: 'answered'; status: number; statusText: string; retryAfterMs: number }
  | { kind: 'timeout' | 'unreachable' | 'tls' };

export type WebhookPost = {
  url: string;
  headers: Record<string, string>;
  body: unknown;
  timeoutMs: number;
  signal: AbortSignal;
};

/** One delivery. Redirects aren't followed, and the answer's body is of no interest. */
export async function postWebhook({
  url,
  headers,
  body,
  timeoutMs,
  signal,
}: WebhookPost): Promise<WebhookAnswer> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, timeout]),
    });
    await answer.arrayBuffer();
    const { status, statusText } = answer;
    return {
      kind: 'answered',
      status,
      statusText,
      retryAfterMs: Number(answer.headers.get('retry-after') ?? 0) * 1000,
    };
  } catch (error) {
    if (timeout.aborted) return { kind: 'timeout' };
    return { kind: isTls(error) ? 'tls' : 'unreachable' };
  }
}

function isTls(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /CERT|SSL|TLS|SIGNED/.test(code);
}
