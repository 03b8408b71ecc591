const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP'];

/** What a server process gets to see: none of our tokens, and no NODE_OPTIONS of whoever started us. */
export function serverEnvironment(own: Record<string, string> = {}): Record<string, string> {
  const given = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), ...own };
}
