import { type PrimitiveType, useIntl } from 'react-intl';
import { PLUGIN_ID } from './plugin-id';

/** A function from this plugin's message keys (without the prefix) to texts in the user's language. */
export function useLabels() {
  const { formatMessage } = useIntl();
  return (key: string, values?: Record<string, PrimitiveType>): string =>
    formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: key }, values);
}
