import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useQueryParams } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { useLabels, type Label } from '../shared/use-labels';
import { OWNED } from '../watched-types';

const ALL = 'all';
const STATES = [ALL, 'submitted', 'returned', 'approved'];

type Condition = Record<string, unknown>;
type Query = { page?: number; filters?: { $and?: Condition[] } };

const isOurs = (condition: Condition): boolean => 'reviewState' in condition;

/** Which drafts the list of a type that is reviewed shows: all, or those in a given state of review. */
export function ReviewFilter() {
  const { slug } = useParams();
  const { say } = useLabels();
  const [{ query }, setQuery] = useQueryParams<Query>();
  if (!OWNED.has(slug ?? '')) return null;
  const conditions = query?.filters?.$and ?? [];
  const ours = conditions.find(isOurs)?.reviewState as { $eq?: string } | undefined;
  const choose = (state: string) => {
    const others = conditions.filter((condition) => !isOurs(condition));
    const chosen = state === ALL ? others : [...others, { reviewState: { $eq: state } }];
    setQuery({ page: 1, filters: { $and: chosen } });
  };
  return (
    <SingleSelect
      size="S"
      aria-label={say('list.filter')}
      value={ours?.$eq ?? ALL}
      onChange={(value) => choose(String(value))}
    >
      {STATES.map((state) => (
        <SingleSelectOption key={state} value={state}>
          {say(`list.filter.${state}` as Label)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}
