/** Waits, by the computer's clock, for what nobody announces. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await holds())) {
    if (performance.now() - started > 20_000) throw new Error('it did not come to pass within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
