/** A call that Zalo refuses. `key`: one error spells its code otherwise. */
export class ZaloError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly key: 'error_code' | 'errorCode' = 'error_code',
  ) {
    super(description);
  }
}

export const badRequest = (reason: string) => new ZaloError(400, `Bad request: ${reason}`);
export const unauthorized = () => new ZaloError(401, 'Unauthorized');
export const internal = () => new ZaloError(403, 'Internal server error');
export const notFound = () => new ZaloError(404, 'Not Found');
export const requestTimeout = () => new ZaloError(408, 'Request timeout');
export const quotaExceeded = () => new ZaloError(429, 'Quota exceeded');
