import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DocumentVersion } from '../shared/use-document-action';

export type Step = 'submit' | 'send-back' | 'approve';

/** A draft's review: its last step, and the steps that this person can take. `at` is in UTC. */
type Review = {
  lastStep: { action: Step; by: string; at: string; note: string | null } | null;
  /** Whether somebody else must approve it. */
  isOwn: boolean;
  can: Record<Step | 'publish', boolean>;
};

/** The review of a draft as of a revision; null until it is loaded. */
export function useReview(
  { type, documentId, locale }: DocumentVersion & { type: string },
  revision: number,
): Review | null {
  const { get } = useFetchClient();
  const [review, setReview] = useState<Review | null>(null);

  useEffect(() => {
    const path = `/publishing-desk/reviews/${type}/${documentId}?locale=${locale}`;
    get<{ data: Review }>(path).then(({ data }) => setReview(data.data), console.error);
  }, [get, type, documentId, locale, revision]);

  return review;
}
