/** Names in backquotes are what a message is about; the rest is how it says so. */
const quoted = /`([^`]+)`/g;
const enough = 0.4;

/** Whether two messages say the same: shared words (Jaccard >= 0.4) and, where both quote code, a shared quote. */
export function similarText(a: string, b: string): boolean {
  const quotesA = quotes(a);
  const quotesB = quotes(b);
  if (quotesA.size > 0 && quotesB.size > 0 && ![...quotesA].some((quote) => quotesB.has(quote))) return false;
  return jaccard(words(a), words(b)) >= enough;
}

function quotes(text: string): Set<string> {
  return new Set([...text.matchAll(quoted)].map((match) => match[1] ?? ''));
}

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu));
}

function jaccard(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const union = a.size + b.size - shared;
  return union === 0 ? 1 : shared / union;
}
