import { TimeField, type TimeFieldProps } from './time-field';
import { INSTANT } from './typed-value';

/** The input of a `datetime` custom field. */
export default function InstantInput(props: TimeFieldProps) {
  return <TimeField {...props} kind={INSTANT} />;
}
