/** Text to put around `start` to `end` of an original text. */
export interface Wrap {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

/** A replacement in an original text; UTF-16 offsets, `end` not included. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Piece {
  readonly at: number;
  readonly until: number;
  readonly text: string;
  /** Among pieces at one place: what closes comes first, the inner before the outer; then what opens, the outer first. */
  readonly order: readonly [number, number];
}

/**
 * The part `from` to `to` of a text with wraps and replacements put in. A wrap that a replacement tears apart is left
 * out: what it would have guarded is no longer there.
 */
export function splice(
  text: string,
  from: number,
  to: number,
  wraps: readonly Wrap[],
  replacements: readonly Replacement[] = [],
): string {
  const pieces: Piece[] = replacements.map(({ start, end, text: inserted }) => ({
    at: start,
    until: end,
    text: inserted,
    order: [start === end ? 2 : 1, 0],
  }));
  const torn = (at: number): boolean => replacements.some(({ start, end }) => start < at && at < end);
  for (const { start, end, open, close } of wraps) {
    if (start < from || end > to || torn(start) || torn(end)) continue;
    if (replacements.some((one) => one.start <= start && end <= one.end && one.end > one.start && start < end))
      continue;
    pieces.push({ at: start, until: start, text: open, order: [0.5, -end] });
    if (close !== '') pieces.push({ at: end, until: end, text: close, order: [0, -start] });
  }
  pieces.sort((a, b) => a.at - b.at || a.order[0] - b.order[0] || a.order[1] - b.order[1]);
  let result = '';
  let at = from;
  for (const piece of pieces) {
    if (piece.at < from || piece.until > to) continue;
    result += text.slice(at, piece.at) + piece.text;
    at = Math.max(at, piece.until);
  }
  return result + text.slice(at, to);
}
