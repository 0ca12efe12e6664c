import { type DocumentMiddleware, withData, writtenData } from './written-data';

/**
 * The middleware that empties in a clone what only one document may have.
 *
 * @param attributes for each content type (UID) the attributes to empty
 */
export const clearOnClone =
  (attributes: Readonly<Record<string, readonly string[]>>): DocumentMiddleware =>
  (context, next) => {
    const names = attributes[context.uid];
    if (names && context.action === 'clone') {
      withData(context, { ...writtenData(context), ...Object.fromEntries(names.map((name) => [name, null])) });
    }
    return next();
  };
