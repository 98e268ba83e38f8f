const causes: readonly (readonly [cause: string, signs: RegExp])[] = [
  ['timeout', /\btim(?:ed?|e-?)\s?out|deadline|ETIMEDOUT|stopped at its limit/i],
  ['memory', /out of memory|heap limit|ENOMEM|memory access out of bounds/i],
  ['disk', /ENOSPC|no space left|EDQUOT|EROFS|read-only file system/i],
  ['permission', /EACCES|EPERM|permission|forbidden|\b40[13]\b|not accessible by integration/i],
  ['rate limit', /rate limit|\b429\b/i],
  ['network', /ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|socket|network|fetch failed|\b50[0234]\b/i],
  ['store', /\bstore\b|journal|delta|checksum|sqlite|database/i],
  ['git', /\bgit\b|revision|commit|shallow/i],
  ['configuration', /\binput\b|\boption\b|config|must be|allowed/i],
];

/** What kind of thing a reason for failure speaks of; the first sign that fits decides, "other" when none does. */
export function causeOf(reason: string): string {
  return causes.find(([, signs]) => signs.test(reason))?.[0] ?? 'other';
}
