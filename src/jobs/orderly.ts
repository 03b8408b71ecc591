import type { AgendaBackend } from 'agenda';

/**
 * agenda 6 does not wait for everything it asks of the database: it frees jobs without looking at the
 * answer, and its timers outlive its stop. A database that is away, or closed by then, would make such a
 * call reject with nobody listening, which ends the whole process. Here a call that nobody waits for only
 * tells `failed`, and after `close`, which waits for those under way, a call is never made nor answered.
 */
export function keepOrderly(
  backend: AgendaBackend,
  failed: (error: unknown) => void,
): { backend: AgendaBackend; close(): Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  let closed = false;
  const repository = new Proxy(backend.repository, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        if (closed) return new Promise(() => {});
        const answer: unknown = Reflect.apply(method, target, args);
        if (!(answer instanceof Promise)) return answer;
        underWay.add(answer);
        const settled = () => void underWay.delete(answer);
        answer.then(settled, settled);
        return name === 'unlockJob' ? answer.catch(failed) : answer;
      };
    },
  });
  return {
    backend: new Proxy(backend, {
      get: (target, name) => (name === 'repository' ? repository : Reflect.get(target, name)),
    }),
    async close() {
      closed = true;
      await Promise.allSettled(underWay);
    },
  };
}
