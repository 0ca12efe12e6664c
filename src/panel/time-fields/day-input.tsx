import { TimeField, type TimeFieldProps } from './time-field';
import { DAY } from './typed-value';

/** The input of a `date` custom field. */
export default function DayInput(props: TimeFieldProps) {
  return <TimeField {...props} kind={DAY} />;
}
