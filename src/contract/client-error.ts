import createHttpError from 'http-errors';

/**
 * A request that the contract refuses with a 400: the name, message and details of the error body. `parameter` names the
 * parameter.
 */
export const invalidParameter = (message: string, details: { parameter?: string; accepted?: string[] }): Error =>
  createHttpError(400, message, { name: 'ValidationError', details });
