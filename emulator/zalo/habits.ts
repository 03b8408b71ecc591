/** How this Zalo behaves where its documents are silent, or say something else than the field does. */
export type ZaloHabits = {
  photoField: 'photo_url' | 'photo';
  nameField: 'display_name' | 'name';
  /** Whether an unsupported message is told with or without its `message`. */
  unsupported: 'with-message' | 'bare';
  dates: 'ms' | 's';
  /** The webhook's body: `{event_name, message}`, or that inside `{ok, result}`. */
  delivery: 'flat' | 'wrapped';
  /** How often a failed webhook delivery is repeated. */
  webhookRetries: number;
  /** What becomes of messages while no receiver runs. */
  whenOffline: 'keep' | 'drop';
  /** A second poller takes updates from the first, or is refused with 409. */
  secondPoller: 'steal' | 'refuse';
  unknownMethod: 404 | 400;
  /** Whether errors other than 404 and 408 show in the HTTP status too. */
  errorStatus: 'code' | '200';
  /** Pictures and webhooks may lie on this computer. */
  allowLoopback: boolean;
  /** Where addresses lead that no name server knows: `https://thi.example` → `http://127.0.0.1:8080`. */
  origins: Record<string, string>;
};

export const usualHabits: ZaloHabits = {
  photoField: 'photo_url',
  nameField: 'display_name',
  unsupported: 'with-message',
  dates: 'ms',
  delivery: 'flat',
  webhookRetries: 0,
  whenOffline: 'keep',
  secondPoller: 'steal',
  unknownMethod: 404,
  errorStatus: 'code',
  allowLoopback: true,
  origins: {},
};
