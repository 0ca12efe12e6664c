import type { Label } from '../shared/use-labels';

const LABELS: Record<string, Label> = {
  submitted: 'review.state.submitted',
  returned: 'review.state.returned',
  approved: 'review.state.approved',
};

/** What is said of a draft in a state of its review. */
export const stateLabel = (state: string | null): Label => (state && LABELS[state]) || 'review.state.writing';
