import { Flex, Typography } from '@strapi/design-system';
import { Guarded } from '../shared/guarded';
import { plannedState, publicState, type Planned, type PublicState, type Published } from '../withdrawal/public-state';
import { useLabels, type Label } from '../shared/use-labels';

type Row = Planned & { reviewState?: string | null; published?: Published | null };
type Header = { name: string; [part: string]: unknown };
type Columns = { displayedHeaders: Header[]; layout: { options?: object; metadatas?: object } };

const COLUMN: Header = {
  name: 'deskState',
  label: { id: 'publishing-desk.list.state', defaultMessage: 'State' },
  searchable: false,
  sortable: false,
  attribute: { type: 'custom' },
  cellFormatter: (row: Row) => (
    <Guarded>
      <StateCell {...row} />
    </Guarded>
  ),
};

/** Adds the review state to the lists of types that are reviewed, beside the title; other lists are not changed. */
export const withStateColumn = <Given extends Columns>(columns: Given): Given =>
  isOfReviewed(columns) ? { ...columns, displayedHeaders: columns.displayedHeaders.toSpliced(1, 0, COLUMN) } : columns;

/** A layout carries no UID: articles, directives and programmes are known by fields that no other type has. */
const FIELDS = [
  ['publishedOn', 'expiresOn'],
  ['issuedOn', 'abstract'],
  ['periodFrom', 'targets'],
];

const isOfReviewed = ({ layout: { metadatas = {} } }: Columns): boolean =>
  FIELDS.some((fields) => fields.every((field) => field in metadatas));

/** The review state, and the public state where the status column does not show it. */
function StateCell({ reviewState, published = null, ...draft }: Row) {
  const { say, when } = useLabels();
  const now = Date.now();
  const state = publicState(published, draft, now);
  const planned = plannedState(published, draft, now);
  const sayState = ({ label, when: instant }: PublicState) =>
    say(`list.${label}` as Label, { when: instant ? when(instant) : '' });
  const isPlain = ['readers.draft', 'readers.visible'].includes(state.label);
  return (
    <Flex direction="column" alignItems="flex-start">
      {reviewState && <Typography fontWeight="semiBold">{say(`list.review.${reviewState}` as Label)}</Typography>}
      {!isPlain && (
        <Typography textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
          {sayState(state)}
        </Typography>
      )}
      {planned && (
        <Typography textColor={planned.goesDark ? 'danger600' : 'neutral600'}>
          {say('list.planned', { state: sayState(planned) })}
        </Typography>
      )}
    </Flex>
  );
}
