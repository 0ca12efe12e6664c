// A full stop after these does not end a sentence.
const ABBREVIATIONS = /(?:^|[\s(])(?:TP|Tp|TX|TT|PGS|GS|TS|Th\.?S|ThS|BS|KS|CN|LS|Q|P|H|X|St|Mr|Mrs|v\.v)\.$/u;
const BREAK = /[.!?…]["”’)]*\s+(?=\p{Lu})/gu;
// What leads to a list or numbers one is no sentence of its own.
const LEADS_ON = /[:;,]$/;
const NUMBERED = /^(?:[-–•*+▪●]\s|\p{N}+[.)/]\s|[IVXLC]+[.)]\s|[a-zđ][.)]\s)/u;

/** Whether the text is one sentence at most; the full stop may be missing. */
export function isOneSentence(text: string): boolean {
  if (LEADS_ON.test(text) || NUMBERED.test(text)) return false;
  for (const match of text.matchAll(BREAK)) {
    const before = text.slice(0, match.index + 1);
    if (!ABBREVIATIONS.test(before)) return false;
  }
  return true;
}
