const RUNS = /^\s*javascript:/i;
const SHARES =
  /^\s*(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|zalo|linkedin|addthis|addtoany|pinterest)\.(?:com|me|vn)\b/i;

/** Whether a link is a button of the page: it runs something, or opens a network to share on. */
export const isButtonLink = (href: string | undefined): boolean => RUNS.test(href ?? '') || SHARES.test(href ?? '');
