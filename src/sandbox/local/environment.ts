/** Everything else of the caller's environment, tokens above all, stays outside. */
const passed = ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'CI'];

/**
 * The environment of a tenant.
 *
 * @param places `home` and `temporary` as the tenant sees them
 * @param added entries of the toolchains and of the caller; the last one wins
 */
export function scrubbedEnvironment(
  places: { home: string; temporary: string },
  ...added: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> {
  const env: Record<string, string> = { LANG: 'C.UTF-8' };
  for (const name of passed) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  Object.assign(env, {
    HOME: places.home,
    TMPDIR: places.temporary,
    TERM: 'dumb',
    USER: 'hone',
    LOGNAME: 'hone',
    SHELL: '/bin/sh',
  });
  return Object.assign(env, ...added);
}
