/** A call that Telegram refuses: what its body then says. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
  ) {
    super(description);
  }
}

export const bad = (reason: string) => new ApiError(400, `Bad Request: ${reason}`);
export const forbidden = (reason: string) => new ApiError(403, `Forbidden: ${reason}`);
export const conflict = (reason: string) => new ApiError(409, `Conflict: ${reason}`);
export const unauthorized = () => new ApiError(401, 'Unauthorized');

export const tooManyRequests = (seconds: number) =>
  new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
