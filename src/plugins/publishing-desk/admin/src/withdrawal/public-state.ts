/** What is published of an article; null parts as in the document. Instants in UTC. */
export type Published = {
  publishedOn?: string | null;
  expiresOn?: string | null;
  withdrawnOn?: string | null;
  withdrawalOutcome?: string | null;
};

/** The times of a draft, saved or still being typed. */
export type Planned = Pick<Published, 'publishedOn' | 'expiresOn'>;

/** What readers see of an article, and since or until when: a label of the desk's and its instant. */
export type PublicState = { label: `readers.${string}`; when?: string };

/**
 * What readers see: the states of the contract's "What is visible", in the order in which the database asks for them,
 * of what is published. Of an article that is not, what publishing the draft would make of it.
 *
 * @param now milliseconds
 */
export function publicState(published: Published | null, draft: Planned, now: number): PublicState {
  const isPast = (instant: string) => new Date(instant).getTime() <= now;
  if (!published) {
    if (draft.publishedOn && !isPast(draft.publishedOn)) {
      return { label: 'readers.draftForLater', when: draft.publishedOn };
    }
    return { label: 'readers.draft' };
  }
  const { publishedOn, expiresOn, withdrawnOn, withdrawalOutcome } = published;
  if (withdrawnOn && isPast(withdrawnOn)) return { label: `readers.withdrawn.${withdrawalOutcome}`, when: withdrawnOn };
  if (expiresOn && isPast(expiresOn)) return { label: 'readers.expired', when: expiresOn };
  if (publishedOn && !isPast(publishedOn)) return { label: 'readers.embargoed', when: publishedOn };
  if (expiresOn) return { label: 'readers.visibleUntil', when: expiresOn };
  return { label: 'readers.visible', ...(publishedOn && { when: publishedOn }) };
}

/**
 * What publishing the times of a draft would change for readers of a published article; null where nothing.
 * `goesDark`: readers see the article now, and would not any more.
 *
 * @param now milliseconds
 */
export function plannedState(
  published: Published | null,
  draft: Planned,
  now: number,
): (PublicState & { goesDark: boolean }) | null {
  if (
    !published ||
    (isSame(published.publishedOn, draft.publishedOn) && isSame(published.expiresOn, draft.expiresOn))
  ) {
    return null;
  }
  // Publishing gives an article without a time the present.
  const publishedOn = draft.publishedOn ?? new Date(now).toISOString();
  const before = publicState(published, draft, now);
  const after = publicState({ ...published, publishedOn, expiresOn: draft.expiresOn ?? null }, draft, now);
  if (after.label.startsWith('readers.withdrawn')) return null;
  return { ...after, goesDark: isSeen(before) && !isSeen(after) };
}

const isSeen = ({ label }: PublicState): boolean => label.startsWith('readers.visible');

const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  (one ? new Date(one).getTime() : 0) === (other ? new Date(other).getTime() : 0);
