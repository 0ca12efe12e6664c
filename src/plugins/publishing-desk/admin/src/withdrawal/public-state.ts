export type PublicFields = {
  status?: string;
  publishedOn?: string | null;
  expiresOn?: string | null;
  withdrawnOn?: string | null;
  withdrawalOutcome?: string | null;
};

/** What readers see of an article, and since or until when: a label of the desk's and its instant. */
type PublicState = { label: `readers.${string}`; when?: string };

/**
 * The states of the contract's "What is visible", in the order in which the database asks for them. Of a draft it is
 * what publishing would make of it.
 *
 * @param now milliseconds
 */
export function publicState(article: PublicFields, now: number): PublicState {
  const { status, publishedOn, expiresOn, withdrawnOn } = article;
  const isPast = (instant: string) => new Date(instant).getTime() <= now;
  if (status !== 'published' && status !== 'modified') {
    if (publishedOn && !isPast(publishedOn)) return { label: 'readers.draftForLater', when: publishedOn };
    return { label: 'readers.draft' };
  }
  if (withdrawnOn && isPast(withdrawnOn))
    return { label: `readers.withdrawn.${article.withdrawalOutcome}`, when: withdrawnOn };
  if (expiresOn && isPast(expiresOn)) return { label: 'readers.expired', when: expiresOn };
  if (publishedOn && !isPast(publishedOn)) return { label: 'readers.embargoed', when: publishedOn };
  if (expiresOn) return { label: 'readers.visibleUntil', when: expiresOn };
  return { label: 'readers.visible', ...(publishedOn && { when: publishedOn }) };
}
