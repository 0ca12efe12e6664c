import { Typography } from '@strapi/design-system';
import { textsOf, type FieldValue, type TimeKind } from './typed-value';

/** A day, or an instant at the portal's offset, in a list. */
export function TimeCell({ kind, value }: { kind: TimeKind; value: unknown }) {
  const { day, time } = textsOf(kind, value as FieldValue);
  return (
    <Typography textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
      {`${day} ${time}`.trim() || '-'}
    </Typography>
  );
}
