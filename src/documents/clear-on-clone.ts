import { type DocumentMiddleware, withData, writtenData } from './written-data';

/**
 * The middleware that sets attributes of a clone to null whose values must be unique.
 *
 * @param attributes by content type (UID), the attributes to clear
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
