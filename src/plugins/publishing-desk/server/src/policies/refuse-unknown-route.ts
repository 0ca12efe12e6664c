import { errors } from '@strapi/utils';

/** The policy of a route of Strapi that the desk does not know. */
export const refuseUnknownRoute = () => {
  throw new errors.PolicyError('desk.unknown-route');
};
